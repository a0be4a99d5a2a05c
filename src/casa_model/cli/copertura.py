"""`casa-model copertura`: what the cases try of the rules, and the cases that are missing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from attrs import frozen

from casa_model.casa import edizione
from casa_model.cli._casi import Prove, prove_di
from casa_model.cli._comando import Comando
from casa_model.cli._giorni import giorno_di
from casa_model.cli._ingressi import misure_di
from casa_model.cli._json_copertura import come_json
from casa_model.cli._opzioni import decimali, misure
from casa_model.cli._uscite import FATTO, RILIEVI, Sbaglio, riempi
from casa_model.exchange.casi import scrivi_casi
from casa_model.readers.copertura import (
    Buco,
    Copertura,
    buchi,
    casi_mancanti,
    copertura,
    giorni_da_guardare,
    html_di,
    testo_di,
)
from casa_model.readers.prose import prose
from casa_model.rules.avviso import Avviso
from casa_model.rules.giorni import giorni_della
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from casa_model.errors import Lang
    from casa_model.readers.cases import Caso
    from casa_model.readers.prose import Libro
    from casa_model.rules.misura import Misura

_SHORT: Final = Testo(
    it="Dice che cosa delle regole i casi non provano.",
    en="Tells what of the rules the cases do not try.",
)
_HELP: Final = Testo(
    it="Dice che cosa delle REGOLE i CASI provano: ogni condizione vera, falsa e ignota, ogni "
    "soglia sotto, pari e sopra, ogni giorno in cui un numero della legge cambia e la vigilia, "
    "ogni riga di tabella, ogni deroga da sola, ogni massimo; e che cosa nessuno può provare. Con "
    "`--manca` scrive i casi che mancano, da completare leggendo l'articolo. Un caso da scrivere o "
    "che fallisce non conta. REGOLE e CASI si danno come a `prova`. Finisce con 1 se manca "
    "qualcosa o se un caso non conta.",
    en="Tells what of the rules (REGOLE) the cases (CASI) try: each condition true, false and not "
    "known, each threshold below, at and above, each day on which a number of the law changes and "
    "its eve, each row of a table, each derogation alone, each cap; and what nobody can try. With "
    "`--manca` it writes the missing cases, to be completed from the article. A case to be written "
    "or that fails does not count. REGOLE and CASI are given as to `prova`. Exits with 1 when "
    "something is missing or a case does not count.",
)
_DAY: Final = Testo(
    it="Il giorno di cui vale la legge, come 2024-09-02, per i casi che non lo dicono.",
    en="The day whose law applies, as 2024-09-02, for cases that do not say it.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_HTML: Final = Testo(
    it="Scrive in FILE le regole in parole, colorate secondo la copertura: una pagina HTML.",
    en="Writes to FILE the rules in words, coloured by coverage: one HTML page.",
)
_MISSING: Final = Testo(
    it="Scrive in FILE (`.casi.toml`) i casi che mancano, con l'esito atteso vuoto.",
    en="Writes to FILE (`.casi.toml`) the missing cases, with an empty expected outcome.",
)
_DAYS: Final = Testo(
    it="giorni: {n} intorno ai cambi della legge; in ognuno risponde una regola sola e ogni "
    "parametro ha un valore",
    en="days: {n} about the changes of the law; on each one rule alone answers and every "
    "parameter has a value",
)
_BAD_DAYS: Final = Testo(
    it="giorni: {n} intorno ai cambi della legge; non vanno bene:",
    en="days: {n} about the changes of the law; not well:",
)
_ONE_FILE: Final = Testo(
    it="`{opzione}` scrive di una regola sola, e i casi sono di {n}; prova una regola alla volta",
    en="`{opzione}` writes about one rule alone, and the cases are of {n}; try one rule at a time",
)
_WRITTEN: Final = Testo(
    it="{file}: scritti {n} casi da completare: leggi l'articolo e scrivi l'esito",
    en="{file}: {n} cases written to be completed: read the article and write the outcome",
)
_NONE_MISSING: Final = Testo(
    it="{file}: non scritto, perché nessun caso manca",
    en="{file}: not written, as no case is missing",
)
_NONE_MADE: Final = Testo(
    it="{file}: non scritto, perché dei punti che mancano ({n}) non si è trovato nessun nucleo da "
    "proporre",
    en="{file}: not written, as no household was found to propose for the missing points ({n})",
)
_EXISTS: Final = Testo(
    it="`{file}` c'è già e può avere il lavoro di una persona; scegli un altro nome",
    en="`{file}` is there already and may hold a person's work; choose another name",
)
_CANNOT: Final = Testo(
    it="`{file}` non si può scrivere; scegli un altro percorso",
    en="`{file}` cannot be written; choose another path",
)
_NOT_TOML: Final = Testo(
    it="`{file}` non finisce in `.toml`, e i casi che mancano si scrivono in TOML; scegli un nome "
    "come `{esempio}`",
    en="`{file}` does not end in `.toml`, and missing cases are written as TOML; choose a name "
    "such as `{esempio}`",
)
_TOML: Final = ".toml"
_PAGES: Final = (".html", ".htm")
_HEAD: Final = Testo(
    it="Casi generati da `casa-model copertura --manca`: un nucleo inventato per ogni punto che\n"
    "nessun caso prova. L'esito è vuoto e il caso fallisce: leggi l'articolo, scrivi in `esito`\n"
    "`ammesso`, `non-ammesso` o `da-completare`, e nella nota il ragionamento. Se la domanda non\n"
    "è ammessa scrivi in `motivi` i codici di tutti i requisiti che non sono rispettati; se è da\n"
    "completare, in `mancano` i nomi di tutti i fatti che mancano; se è ammessa, e c'è `importo`,\n"
    "quanto spetta. Ciò che non serve lascialo com'è.",
    en="Cases made by `casa-model copertura --manca`: an invented household for each point that\n"
    "no case tries. The outcome is empty and the case fails: read the article, write `ammesso`,\n"
    "`non-ammesso` or `da-completare` in `esito`, and the reasoning in the note. If it is not\n"
    "admitted write in `motivi` the codes of all the requirements that do not hold; if it is to\n"
    "be completed, in `mancano` the names of all the facts that are missing; if it is admitted,\n"
    "and there is `importo`, what is due. Leave the rest as it is.",
)


@frozen
class Coperta:
    """The rules of one name with all their cases, and what came of them."""

    prove: Prove
    copertura: Copertura
    buchi: tuple[Buco, ...]


def copertura_(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    file = click.Path(path_type=Path)
    params: list[click.Parameter] = [
        click.Argument(["regole"], metavar="REGOLE"),
        click.Argument(["casi"], type=file, metavar="[CASI]...", nargs=-1),
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
        click.Option(["--html"], type=file, metavar="FILE", help=_HTML.render(lang)),
        click.Option(["--manca"], type=file, metavar="FILE", help=_MISSING.render(lang)),
        decimali(lang),
        misure(lang),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
    ]
    return Comando(lang, "copertura", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    measures, told = misure_di(opzioni["misure"], lang)
    on = None if opzioni["al"] is None else giorno_di(opzioni["al"], "--al")
    read = prove_di(opzioni, measures, lang, senza=True)
    told += [fault for prove in read for fault in prove.rilievi]
    rules = list(_joined(read))
    for option in ("html", "manca"):
        if opzioni[option] is not None and len(rules) > 1:
            raise Sbaglio(riempi(_ONE_FILE, opzione=f"--{option}", n=len(rules)))
    _check_name(opzioni["manca"])
    found = [_of(prove, on) for prove in rules]
    if opzioni["html"] is not None:
        _write_page(opzioni["html"], found[0], lang)
    if opzioni["manca"] is not None:
        _write_missing(opzioni["manca"], found[0], lang)
    if opzioni["json"]:
        whole = come_json([(each.copertura, each.buchi) for each in found], told, lang)
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
    else:
        for fault in told:
            click.echo(fault.riga(lang), err=True)
        click.echo("\n".join(_told(found, lang)))
    well = all(
        each.copertura.completa
        and not (each.copertura.da_scrivere or each.copertura.falliti or each.copertura.fuori)
        and not each.buchi
        for each in found
    )
    return FATTO if well else RILIEVI


def _check_name(path: Path | None) -> None:
    """A file of missing cases is read again by its name: one of another kind would be refused."""
    if path is not None and path.suffix != _TOML:
        own = f"{path.name.partition('.')[0] or 'nuovi'}.casi.toml"
        raise Sbaglio(riempi(_NOT_TOML, file=path, esempio=path.with_name(own)))


def _joined(read: Iterable[Prove]) -> Iterator[Prove]:
    """The cases of the same rules together, whichever their files."""
    casi: dict[str, tuple[Caso, ...]] = {}
    first: dict[str, Prove] = {}
    for prove in read:
        first.setdefault(prove.nome, prove)
        casi[prove.nome] = (*casi.get(prove.nome, ()), *prove.casi)
    yield from (Prove(nome, each.regole, casi[nome]) for nome, each in first.items())


def _of(prove: Prove, on: date | None) -> Coperta:
    return Coperta(prove, copertura(prove.regole, prove.casi, on=on), buchi([prove.misura]))


def _told(found: Iterable[Coperta], lang: Lang) -> Iterator[str]:
    for each in found:
        yield testo_di(each.copertura, lang)
        misura = each.prove.misura
        answered = giorni_della(misura)  # on the eve of the first of them nothing answers
        days = sum(answered.contiene(day) for day in giorni_da_guardare([misura]))
        yield (_BAD_DAYS if each.buchi else _DAYS).render(lang).format(n=days)
        yield from (f"  {buco.render(lang)}" for buco in each.buchi)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    except OSError:
        raise Sbaglio(riempi(_CANNOT, file=path)) from None


def _book(regole: Avviso | Misura, lang: Lang) -> Libro:
    base = edizione().misure.get(regole.base) if isinstance(regole, Avviso) else None
    return prose(regole, lang=lang, base=base)


def _write_page(path: Path, one: Coperta, lang: Lang) -> None:
    """A page is made again over an older one, never over a file of another kind."""
    if path.is_file() and path.suffix.lower() not in _PAGES:
        raise Sbaglio(riempi(_EXISTS, file=path))
    _write(path, html_di(_book(one.prove.regole, lang), one.copertura))


def _write_missing(path: Path, one: Coperta, lang: Lang) -> None:
    if path.exists():
        raise Sbaglio(riempi(_EXISTS, file=path))
    made = casi_mancanti(one.prove.regole, one.copertura, lang=lang)
    if not made:
        missing = len(one.copertura.mancanti)
        why = _NONE_MADE if missing else _NONE_MISSING
        click.echo(why.render(lang).format(file=path, n=missing), err=True)
        return
    nome = one.prove.nome
    if Path(nome).suffix:
        nome = Path(os.path.relpath(nome, path.parent)).as_posix()
    text = scrivi_casi(
        (each.caso for each in made), one.prove.regole, nome=nome, testa=_HEAD.render(lang)
    )
    _write(path, text)
    click.echo(_WRITTEN.render(lang).format(file=path, n=len(made)), err=True)
