"""`casa-model confronta`: what changes when rules change, in words and on a population."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from attrs import frozen

from casa_model.casa.confronta import (
    Confronto,
    Versione,
    di_entrambe,
    effetti,
    libro_di,
    prove,
)
from casa_model.casa.confronta import confronta as compare
from casa_model.cli._assenti import consiglio
from casa_model.cli._comando import Comando
from casa_model.cli._giorni import giorno_di
from casa_model.cli._ingressi import misure_di
from casa_model.cli._json_confronto import json_di
from casa_model.cli._opzioni import misure, tempo
from casa_model.cli._popolazione import QUANTE, di_file, immagina, leggi, righe_di, seme
from casa_model.cli._regole import regole_di
from casa_model.cli._risorse import dotazione_di, su_linea
from casa_model.cli._uscite import FATTO, RILIEVI, Sbaglio, riempi
from casa_model.errors import IllTyped, MissingExtra
from casa_model.rules.avviso import Avviso, base_of
from casa_model.rules.misura import Misura
from casa_model.values import Testo

if TYPE_CHECKING:
    from datetime import date

    from casa_model.casa.confronta import Prova
    from casa_model.errors import Lang
    from casa_model.exchange import Lette
    from casa_model.nuclei import Domanda

_SHORT: Final = Testo(
    it="Dice che cosa cambia fra due versioni.", en="Tells what changes between two versions."
)
_HELP: Final = Testo(
    it="Dice che cosa cambia fra PRIMA e ORA: due versioni di una misura, una misura in due giorni "
    "(`--prima-il`, `--ora-il`), due avvisi, o una misura e il suo avviso; ognuna è un file o il "
    "codice di una misura dell'edizione. Con una POPOLAZIONE (CSV o NDJSON), o una immaginata "
    "(`--sintetica`), anche chi guadagna e chi perde, per quale motivo, quanto costa, la nuova "
    "graduatoria. Finisce con 1 se non cambia nulla che possa cambiare una risposta.",
    en="Tells what changes between PRIMA and ORA: two versions of a measure, a measure on two days "
    "(`--prima-il`, `--ora-il`), two notices, or a measure and its notice; each is a file or the "
    "code of a measure of the edition. With a population (POPOLAZIONE, CSV or NDJSON), or an "
    "imaginary one (`--sintetica`), also who gains and who loses, for what reason, what it costs, "
    "the new ranking. Exits with 1 when nothing changes that can change an answer.",
)
_DAY: Final = Testo(
    it="Il giorno di cui si vuole la legge, come 2024-09-02, per tutte e due. Un avviso ha il "
    "suo: accanto a lui si toglie.",
    en="The day whose law is wanted, as 2024-09-02, for both. A notice has its own: "
    "beside one it is removed.",
)
_THEN: Final = Testo(it="Il giorno di PRIMA.", en="The day of PRIMA.")
_TODAY: Final = Testo(it="Il giorno di ORA.", en="The day of ORA.")
_MANY: Final = Testo(
    it="Immagina così tante domande con ipotesi dichiarate, per chi non ha dati.",
    en="Imagines so many applications by stated assumptions, for those who have no data.",
)
_MONEY: Final = Testo(
    it="Una dotazione in euro da usare per tutte e due, come 8000000.00.",
    en="An endowment in euro to use for both, as 8000000.00.",
)
_LINE: Final = Testo(
    it="La linea di finanziamento su cui pesare il costo, con la dotazione del giorno di ORA.",
    en="The funding line on which to weigh the cost, with the endowment of the day of ORA.",
)
_FORM: Final = Testo(
    it="Come si scrive: testo per il terminale, Markdown, una pagina HTML.",
    en="How it is written: text for the terminal, Markdown, one HTML page.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_TWICE: Final = Testo(
    it="PRIMA e ORA sono la stessa cosa, `{nome}`; scrivi due file, o due giorni diversi con "
    "`--prima-il` e `--ora-il`",
    en="PRIMA and ORA are the same thing, `{nome}`; write two files, or two days with "
    "`--prima-il` and `--ora-il`",
)
_TWICE_NOTICE: Final = Testo(
    it="PRIMA e ORA sono lo stesso avviso, `{nome}`; scrivi due file",
    en="PRIMA and ORA are the same notice, `{nome}`; write two files",
)
_TWO_MEASURES: Final = Testo(
    it="PRIMA è della misura `{prima}` e ORA di `{ora}`: si confrontano due versioni della stessa "
    "misura (una proposta ne tiene il `codice`), una misura in due giorni, due suoi avvisi, o la "
    "misura e un suo avviso",
    en="PRIMA is of the measure `{prima}` and ORA of `{ora}`: what can be compared is two versions "
    "of one measure (a proposal keeps its `codice`), one measure on two days, two of its notices, "
    "or the measure and a notice of it",
)
_NO_DAY: Final = Testo(
    it="di `{nome}` serve il giorno della legge; aggiungi per esempio `--al 2025-01-01`, o un "
    "giorno per parte con `--prima-il` e `--ora-il`",
    en="the day of the law is needed of `{nome}`; add for example `--al 2025-01-01`, or a day for "
    "each with `--prima-il` and `--ora-il`",
)
_OWN_DAY: Final = Testo(
    it="l'avviso `{nome}` ha già il giorno della sua legge, {giorno}; togli `{opzione}`",
    en="the notice `{nome}` has the day of its law already, {giorno}; remove `{opzione}`",
)
_EITHER: Final = Testo(
    it="una popolazione alla volta: o il file, o `--sintetica`",
    en="one population at a time: either the file, or `--sintetica`",
)
_NO_ONE: Final = Testo(
    it="`{opzione}` serve con una popolazione; aggiungi un file di domande o `--sintetica 1000`",
    en="`{opzione}` goes with a population; add a file of applications or `--sintetica 1000`",
)
_NO_PROOF: Final = Testo(
    it="Non cerca con la prova un nucleo per ogni effetto.",
    en="Does not look by proof for a household of each effect.",
)
_NEEDS_PEOPLE: Final = ("membri", "decimali", "dotazione", "linea")


@frozen
class _Lato:
    """One of the two, as it was named: the rules, and the option that gives its day."""

    nome: str
    regole: Misura | Avviso
    opzione: str


def confronta(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(["prima"], metavar="PRIMA"),
        click.Argument(["ora"], metavar="ORA"),
        click.Argument(
            ["popolazione"], type=click.Path(path_type=Path), metavar="[POPOLAZIONE]",
            required=False,
        ),
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
        click.Option(["--prima-il"], metavar="GIORNO", help=_THEN.render(lang)),
        click.Option(["--ora-il"], metavar="GIORNO", help=_TODAY.render(lang)),
        *di_file(lang),
        click.Option(["--sintetica"], type=QUANTE, metavar="QUANTE", help=_MANY.render(lang)),
        *seme(lang),
        click.Option(["--dotazione"], metavar="EURO", help=_MONEY.render(lang)),
        click.Option(["--linea"], metavar="CODICE", help=_LINE.render(lang)),
        tempo(lang),
        click.Option(["--senza-prove"], is_flag=True, help=_NO_PROOF.render(lang)),
        misure(lang),
        click.Option(
            ["--formato"], type=click.Choice(["testo", "markdown", "html"]), default="testo",
            help=_FORM.render(lang),
        ),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
    ]  # fmt: skip
    return Comando(lang, "confronta", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    if opzioni["popolazione"] is not None and opzioni["sintetica"] is not None:
        raise Sbaglio(_EITHER)
    measures, told = misure_di(opzioni["misure"], lang)
    sides = []
    for name in ("prima", "ora"):
        read = regole_di(opzioni[name], measures, lang)
        told += read.rilievi
        sides.append(_Lato(opzioni[name], read.valore, f"--{name}-il"))
    _refuse_two_measures(sides)
    versions = [_version(side, opzioni, _law_of(sides)) for side in sides]
    _refuse_twice(sides, versions)
    confronto = compare(*versions)
    people, notes, lette = _people(confronto, opzioni, lang)
    for fault in (*told, *(lette.detti if lette is not None else ())):
        click.echo(fault.riga(lang), err=True)
    sides_read = (confronto.prima.avviso, confronto.ora.avviso)
    advice = None if lette is None else consiglio(lette, *sides_read, lang=lang)
    if advice is not None:
        click.echo(advice, err=True)
    what, rows = None, None
    if people is not None:
        what = effetti(confronto, people, dotazione=dotazione_di(opzioni["dotazione"]))
        rows = None if lette is None else righe_di(lette, what)
        notes += () if rows is None else rows.note
        if rows is not None and not rows.decise:
            what = None  # counts of nobody would be read as counts of somebody
        else:
            notes += su_linea(opzioni["linea"], what, confronto.ora.giorno)
    shown = _proven(confronto, opzioni, lang)
    if opzioni["json"]:
        click.echo(json_di(confronto, what, notes, shown, lang, righe=rows))
    else:
        libro = libro_di(confronto, lang=lang, effetti=what, note=notes, prove=shown)
        forms = {"markdown": libro.markdown, "html": libro.html, "testo": libro.testo}
        click.echo(forms[opzioni["formato"]](), nl=False)
    dropped = rows is not None and rows.scartate
    broken = lette is not None and lette.difetti
    return RILIEVI if confronto.uguale or dropped or broken else FATTO


def _proven(confronto: Confronto, opzioni: dict[str, Any], lang: Lang) -> tuple[Prova, ...] | None:
    """What proof says, where it is asked and can be; what it lacks is told, and all else done."""
    if opzioni["senza_prove"] or confronto.uguale:
        return None
    from casa_model.proof import Limiti  # the solver takes a while to load

    try:
        return tuple(prove(confronto, limiti=Limiti(millisecondi=opzioni["tempo"] * 1000)))
    except (MissingExtra, IllTyped) as error:
        click.echo(error.testo(lang), err=True)
        return None


def _law_of(sides: list[_Lato]) -> date | None:
    """The day of the law of a notice, which a measure beside it takes; None without a notice."""
    notices = (side.regole.misura for side in sides if isinstance(side.regole, Avviso))
    return next((n.calendario.giorno_norma for n in notices if n.calendario is not None), None)


def _version(side: _Lato, opzioni: dict[str, Any], notice: date | None) -> Versione:
    """One side on its day. Raises `Sbaglio`, `WrongDay`."""
    option = side.opzione if opzioni[side.opzione[2:].replace("-", "_")] is not None else "--al"
    text = opzioni[option[2:].replace("-", "_")]
    on = None if text is None else giorno_di(text, option)
    if isinstance(side.regole, Avviso):
        fixed = side.regole.calendario
        if on is not None and (option != "--al" or on != fixed.giorno_norma):
            words = {"nome": side.nome, "giorno": fixed.giorno_norma, "opzione": option}
            raise Sbaglio(riempi(_OWN_DAY, **words))
        return Versione(side.regole)
    day = on or notice
    if day is None:
        raise Sbaglio(riempi(_NO_DAY, nome=side.nome))
    return Versione(side.regole, on=day)


def _refuse_two_measures(sides: list[_Lato]) -> None:
    """Rules of two measures answer two questions."""
    prima, ora = (base_of(side.regole) for side in sides)
    if prima != ora:
        raise Sbaglio(riempi(_TWO_MEASURES, prima=prima, ora=ora))


def _refuse_twice(sides: list[_Lato], versions: list[Versione]) -> None:
    """The same file twice, on one day, is a slip; two files that say the same are not."""
    one, other = sides
    if _same(one.nome, other.nome) and versions[0].giorno == versions[1].giorno:
        text = _TWICE_NOTICE if isinstance(one.regole, Avviso) else _TWICE
        raise Sbaglio(riempi(text, nome=one.nome))


def _same(one: str, other: str) -> bool:
    """Whether two names are of one thing: a code, or a file by two paths."""
    paths = Path(one), Path(other)
    return one == other or (paths[0].exists() and paths[0].resolve() == paths[1].resolve())


def _people(
    confronto: Confronto, opzioni: dict[str, Any], lang: Lang
) -> tuple[tuple[Domanda, ...] | None, tuple[Testo, ...], Lette | None]:
    """The population, what is to be said of it, and its file as it was read, where it has one."""
    prima, ora = confronto.prima, confronto.ora
    if opzioni["sintetica"] is not None:
        drawn, notes = immagina((prima, ora), opzioni["sintetica"], opzioni, lang)
        return drawn, notes, None
    path = opzioni["popolazione"]
    if path is None:
        idle = [name for name in _NEEDS_PEOPLE if opzioni[name] is not None]
        if idle:
            raise Sbaglio(riempi(_NO_ONE, opzione=f"--{idle[0]}"))
        return None, (), None
    lette = leggi(path, di_entrambe(prima.misura, ora.misura), opzioni, lang)
    return lette.domande, (), lette
