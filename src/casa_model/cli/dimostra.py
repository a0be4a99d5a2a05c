"""`casa-model dimostra`: does this hold for every household? Yes, no and who, or not known."""

from __future__ import annotations

import statistics
from pathlib import Path
from time import perf_counter  # noqa: TID251 - how long an answer took, told to a person
from typing import TYPE_CHECKING, Any, Final

import click
from attrs import frozen

from casa_model.cli import _parole_della_prova as parole
from casa_model.cli._comando import Comando
from casa_model.cli._json_prova import json_di
from casa_model.cli._opzioni import misure
from casa_model.cli._quesiti import chiesto, opzioni
from casa_model.cli._uscite import FATTO, RILIEVI
from casa_model.cli._verdetti import RISPOSTE, trovato, verdetto
from casa_model.rules.quesiti import Dimostrazione, GiornoVuoto, Proprieta
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.cli._chiesto import Chiesto
    from casa_model.cli._regole_chieste import RegoleChieste
    from casa_model.errors import Lang

_SHORT: Final = Testo(
    it="Dimostra una frase per tutti i nuclei.", en="Proves a sentence for all households."
)
_HELP: Final = Testo(
    it="Risponde per tutti i nuclei che si possono dichiarare: sì, oppure no con un nucleo che lo "
    "mostra, oppure non lo so. REGOLE è un avviso o una misura, per file o per codice; FILE sono "
    "frasi scritte in TOML. Senza FILE e senza domande si chiedono le frasi dell'edizione. "
    "Finisce con 1 se una risposta non è quella attesa: in un FILE la dice `attesa`; da "
    "`--superflui`, `--inutili` e `--tabelle` ci si aspetta di non trovare errori; `--sovrappone` "
    "domanda soltanto; delle altre domande ci si aspetta un sì. Una frase che nomina ciò che le "
    "regole non hanno non si chiede: è detta, e il comando finisce con 1.",
    en="Answers for all households that may be declared: yes, or no with a household that shows "
    "it, or not known. REGOLE is a notice or a measure, by file or by code; FILE are sentences "
    "written in TOML. Without FILE and without questions those of the edition are asked. Exits "
    "with 1 if an answer is not the one expected: in a FILE `attesa` says it; of `--superflui`, "
    "`--inutili` and `--tabelle` no slip is expected; `--sovrappone` only asks; of the other "
    "questions a yes is expected. A sentence that names what the rules have not is not asked: it "
    "is told, and the command exits with 1.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_MEMBERS: Final = Testo(
    it="I componenti che un nucleo può avere.", en="The members that a household may have."
)
_TIME: Final = Testo(
    it="I secondi che ogni ricerca può durare.", en="The seconds that each search may last."
)
_EXPECTED: Final = Testo(it="  ← atteso: {attesa}", en="  ← expected: {attesa}")
_TOTAL: Final = Testo(
    it="Risposte: {quante}; diverse da quelle attese: {diverse}. Mediana {mediana} ms, in tutto "
    "{totale} s.",
    en="Answers: {quante}; other than expected: {diverse}. Median {mediana} ms, {totale} s in all.",
)
_DROPPED: Final = Testo(
    it="Frasi dell'edizione su giorni in cui una loro misura non è in vigore: {quali}.",
    en="Sentences of the edition about days on which a measure of theirs is not in force: {quali}.",
)
_ELSEWHEN: Final = Testo(
    it="Frasi su altri giorni, che di questo avviso non si chiedono: {quali}.",
    en="Sentences about other days, which are not asked of this notice: {quali}.",
)
_CANNOT: Final = Testo(it="non si può", en="cannot be")
_UNASKED: Final = Testo(
    it="Frasi non chieste, perché nominano ciò che queste regole non hanno: {quante}. Se un nome "
    "manca per errore correggi le regole, altrimenti la frase.",
    en="Sentences not asked, for they name what these rules have not: {quante}. If a name is "
    "missing by mistake mend the rules, else the sentence.",
)
_NOT_SO: Final = Testo(
    it="Frasi che così non si possono chiedere: {quante}. Accanto a ciascuna c'è che cosa "
    "correggere.",
    en="Sentences that cannot be asked as they are: {quante}. Beside each stands what to mend.",
)
_SHIPPED: Final = Testo(
    it="Frasi dell'edizione che di queste regole non si possono chiedere: {quante}. Se un nome "
    "manca per errore correggi le regole.",
    en="Sentences of the edition that cannot be asked of these rules: {quante}. If a name is "
    "missing by mistake mend the rules.",
)
_NONE: Final = Testo(
    it="Nessuna frase da chiedere di queste regole: scrivi un FILE o una domanda, come "
    "`--superflui`. `--tabelle` guarda solo le definizioni a righe che le regole leggono.",
    en="No sentence to ask of these rules: write a FILE or a question, such as `--superflui`. "
    "`--tabelle` looks only at the definitions with rows that the rules read.",
)


@frozen
class Risposto:
    """A sentence, its answer, and how long that took."""

    proprieta: Proprieta
    detta: Dimostrazione
    millisecondi: int

    @property
    def attesa(self) -> bool:
        """Whether the answer is the one expected, or none is."""
        return self.proprieta.attesa in {None, self.detta.risposta}


def dimostra_comando(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(["regole"], metavar="[REGOLE]", required=False),
        click.Argument(["file"], type=click.Path(path_type=Path), metavar="[FILE]...", nargs=-1),
        *opzioni(lang),
        click.Option(
            ["--membri"], type=click.IntRange(1, 30), default=None, metavar="N",
            help=_MEMBERS.render(lang),
        ),
        click.Option(
            ["--tempo"], type=click.IntRange(1, 3600), default=10, metavar="SECONDI",
            help=_TIME.render(lang),
        ),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
        misure(lang),
    ]  # fmt: skip
    return Comando(lang, "dimostra", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(given: dict[str, Any], lang: Lang) -> int:
    from casa_model.proof import Limiti, dimostra  # the solver takes a while to load

    asked = chiesto(given, lang)
    for fault in asked.rilievi:
        click.echo(fault.riga(lang), err=True)
    limiti = Limiti(given["membri"], given["tempo"] * 1000)
    found: list[Risposto] = []
    for proprieta in asked.proprieta:
        start = perf_counter()
        said = dimostra(proprieta.quesito, limiti=limiti)
        each = Risposto(proprieta, said, round((perf_counter() - start) * 1000))
        found.append(each)
        if not given["json"]:
            click.echo("\n".join(_lines(each, asked.regole, lang)))
    if given["json"]:
        click.echo(json_di(found, asked, lang))
    else:
        click.echo("\n".join((*_unasked(asked, lang), *_foot(found, asked, lang))))
    beware = any(asked.regole.avvertenza(each.proprieta.quesito, lang) for each in found)
    sound = all(each.attesa and not each.detta.a_vuoto for each in found)
    return RILIEVI if beware or asked.non_chieste or not sound else FATTO


def _lines(each: Risposto, regole: RegoleChieste, lang: Lang) -> Iterator[str]:
    """The answer of a sentence; what shows it, unless a file expected a household."""
    said, asked = each.detta, each.proprieta
    word = RISPOSTE[said.risposta].render(lang)
    mark = ""
    if asked.attesa is not None and not each.attesa:
        mark = _EXPECTED.render(lang).format(attesa=RISPOSTE[asked.attesa].render(lang))
    yield f"{word:<9} {each.millisecondi:>6} ms  {asked.codice}{mark}"
    cited = "" if asked.norma is None else f" ({asked.norma})"
    nomi = regole.nomi(asked.quesito.contesto)
    yield f"    {verdetto(asked, said.risposta, lang, nomi)}{cited}"
    yield from (f"    {line}" for line in regole.avvertenza(asked.quesito, lang))
    notes = (
        *parole.a_vuoto(said, lang),
        *parole.giorni_chiesti(said, lang),
        *parole.senza_valore(said, lang),
    )
    yield from (f"    {line}" for line in notes)
    if said.mai_chiesto:
        yield f"    {parole.ASKED_OF_NOBODY.render(lang)}"
    if said.senza_non_letti:
        yield f"    {parole.LEFT_OUT.render(lang)}"
    if said.perche is not None:
        yield f"    {parole.WHY[said.perche].render(lang)}"
    found = None if each.attesa or said.esempi else trovato(asked, said.risposta, lang)
    if found is not None:
        yield f"    {found}"
    of_a_day = isinstance(asked.quesito, GiornoVuoto)  # whose answer is the day itself
    if of_a_day or not each.attesa or asked.place is None:
        yield from (f"    {line}" for line in parole.esempi(said, lang, regole))


def _unasked(asked: Chiesto, lang: Lang) -> Iterator[str]:
    """Each sentence that names what the rules have not, with the place of the name."""
    for each in asked.non_chieste:
        yield f"{_CANNOT.render(lang):<21}{each.codice}"
        if each.testo is not None:
            yield f"    {each.testo.render(lang)}"
        gone = asked.regole.tolti(each, lang) if asked.spedite else ()
        told = gone or tuple(fault.riga(lang) for fault in each.difetti)
        yield from (f"    {line}" for line in told)


def _foot(found: Sequence[Risposto], asked: Chiesto, lang: Lang) -> Iterator[str]:
    yield ""
    if asked.non_chieste:
        named = all(each.nomi for each in asked.non_chieste)
        words = _SHIPPED if asked.spedite else _UNASKED if named else _NOT_SO
        yield words.render(lang).format(quante=len(asked.non_chieste))
    if found or not asked.non_chieste:
        yield from _counted(found, lang) if found else (_NONE.render(lang),)
    yield from asked.regole.non_visti(lang) if found else ()
    for text, codes in ((_DROPPED, asked.scartate), (_ELSEWHEN, asked.altri_giorni)):
        if codes:
            yield text.render(lang).format(quali=parole.codici(codes, lang))


def _counted(found: Sequence[Risposto], lang: Lang) -> Iterator[str]:
    times = [each.millisecondi for each in found]
    yield _TOTAL.render(lang).format(
        quante=len(found),
        diverse=sum(not each.attesa for each in found),
        mediana=round(statistics.median(times)),
        totale=_seconds(sum(times), lang),
    )
    said = [each.detta for each in found]
    yield parole.confini(said, lang)
    yield from parole.non_letti(said, lang)


def _seconds(millis: int, lang: Lang) -> str:
    text = f"{millis / 1000:.1f}"
    return text.replace(".", ",") if lang == "it" else text
