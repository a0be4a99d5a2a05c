"""`casa-model decidi`: the applications of a file, decided, ranked and paid."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa import decidi as decide
from casa_model.cli._assenti import consiglio
from casa_model.cli._cartella import libera, scrivi
from casa_model.cli._comando import Comando
from casa_model.cli._ingressi import ingressi_di
from casa_model.cli._json_decisione import json_di
from casa_model.cli._opzioni import ingressi
from casa_model.cli._pagina import stampa
from casa_model.cli._progresso import Progresso
from casa_model.cli._tavole import intestazione, tavole
from casa_model.cli._uscite import FATTO, RILIEVI
from casa_model.cli._verbale import libero, scrivi_verbale
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.casa import Decisione
    from casa_model.cli._ingressi import Ingressi
    from casa_model.errors import Lang

_SHORT: Final = Testo(
    it="Decide le domande di un avviso.", en="Decides the applications to a notice."
)
_HELP: Final = Testo(
    it="Decide le DOMANDE (CSV o NDJSON) di un AVVISO (TOML): per ognuna l'esito, i motivi con "
    "l'articolo, i fatti che mancano, l'importo; poi la graduatoria e chi è pagato. Le righe "
    "rotte sono riportate, le altre decise.",
    en="Decides the applications (DOMANDE, CSV or NDJSON) to a notice (AVVISO, TOML): for each "
    "the outcome, the reasons with their articles, the missing facts, the amount; then the "
    "ranking and who is paid. Broken rows are reported, the others are decided.",
)
_OUT: Final = Testo(
    it="Cartella in cui scrivere `esiti.csv`, `esiti.ndjson`, `graduatoria.csv` e `scartate.csv` "
    "(righe scartate, e perché). I CSV cominciano con il segno con cui un foglio di calcolo "
    "riconosce UTF-8.",
    en="Folder to write `esiti.csv`, `esiti.ndjson`, `graduatoria.csv` and `scartate.csv` "
    "(rejected rows, and why) in. CSV files begin with the mark by which a spreadsheet knows "
    "UTF-8.",
)
_RECORD: Final = Testo(
    it="File in cui scrivere il verbale, con cui `rifai` rifà la decisione. Contiene i fatti delle "
    "persone.",
    en="File to write the record in, with which `rifai` makes the decision again. It holds "
    "people's facts.",
)
_OVERWRITE: Final = Testo(
    it="Con `--out` e `--verbale`, sostituisce i file di una decisione precedente.",
    en="With `--out` and `--verbale`, replaces the files of an earlier decision.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_DECIDED: Final = Testo(it="domande decise", en="applications decided")
_NOT_DECIDED: Final = Testo(it="non decisa", en="not decided")
_TOTALS: Final = Testo(
    it="righe lette {lette} = decise {decise} + scartate {scartate}",
    en="rows read {lette} = decided {decise} + rejected {scartate}",
)


def decidi(lang: Lang) -> Comando:
    """The command in one language."""
    out = click.Option(
        ["--out"], type=click.Path(path_type=Path), metavar="DIR", help=_OUT.render(lang)
    )
    again = click.Option(["--sovrascrivi"], is_flag=True, help=_OVERWRITE.render(lang))
    as_json = click.Option(["--json"], is_flag=True, help=_JSON.render(lang))

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    record = click.Option(
        ["--verbale"], type=click.Path(path_type=Path), metavar="FILE", help=_RECORD.render(lang)
    )
    params = [*ingressi(lang), out, record, again, as_json]
    return Comando(lang, "decidi", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    out, record = opzioni["out"], opzioni["verbale"]
    if out is not None and not opzioni["sovrascrivi"]:
        libera(out)
    if record is not None and not opzioni["sovrascrivi"]:
        libero(record)
    progresso = Progresso(lang)
    read = ingressi_di(opzioni, lang, progresso)
    _tell_faults(read, lang)
    decisione = decide(read.avviso, read.lette.domande, progresso=progresso.con(_DECIDED))
    progresso.fine()
    for scarto in decisione.scarti:
        why = scarto.motivo.render(lang)
        click.echo(f"{scarto.riferimento}: {_NOT_DECIDED.render(lang)}: {why}", err=True)
    if out is not None:
        scrivi(out, read.lette, decisione, lang)
    if record is not None:
        scrivi_verbale(record, read, decisione, lang)
    if opzioni["json"]:
        click.echo(json_di(read, decisione, lang))
    else:
        click.echo("\n".join(intestazione(decisione, lang)))
        for tavola in tavole(decisione, lang):
            stampa(tavola)
        click.echo(f"\n{_totals(read, decisione, lang)}")
    sound = not (read.rilievi or read.lette.difetti or decisione.scarti)
    return FATTO if sound else RILIEVI


def _tell_faults(read: Ingressi, lang: Lang) -> None:
    for fault in (*read.rilievi, *read.lette.detti):
        click.echo(fault.riga(lang), err=True)
    advice = consiglio(read.lette, read.avviso, lang=lang)
    if advice is not None:
        click.echo(advice, err=True)


def _totals(read: Ingressi, decisione: Decisione, lang: Lang) -> str:
    """What became of every row: nothing is lost."""
    rejected = read.lette.guaste + len(decisione.scarti)
    return _TOTALS.render(lang).format(
        lette=read.lette.righe, decise=len(decisione.esiti), scartate=rejected
    )
