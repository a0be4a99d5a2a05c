"""`casa-model popolazione`: imaginary applications by stated assumptions, for who has no data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa.confronta import Versione
from casa_model.cli._comando import Comando
from casa_model.cli._giorni import giorno_al
from casa_model.cli._ingressi import NDJSON, misure_di
from casa_model.cli._opzioni import misure
from casa_model.cli._popolazione import QUANTE, immagina, seme
from casa_model.cli._regole import regole_di
from casa_model.cli._uscite import FATTO, Sbaglio, riempi
from casa_model.exchange.domande_scritte import domande_csv, domande_ndjson
from casa_model.rules.avviso import Avviso
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang

_SHORT: Final = Testo(
    it="Immagina domande con ipotesi dichiarate.", en="Imagines applications by stated assumptions."
)
_HELP: Final = Testo(
    it="Scrive domande IMMAGINARIE a un avviso o a una misura (REGOLE), estratte con ipotesi "
    "dichiarate: `decidi` e `confronta` le leggono, un CSV con `--decimali plain`. Non "
    "dicono nulla degli inquilini veri. Con lo stesso seme vengono sempre le stesse.",
    en="Writes IMAGINARY applications to a notice or a measure (REGOLE), drawn by stated "
    "assumptions: `decidi` and `confronta` read them, a CSV with `--decimali plain`. They "
    "say nothing of real tenants. With the same seed they are always the same.",
)
_MANY: Final = Testo(it="Quante domande, da 1 a 100.000.", en="How many, from 1 to 100,000.")
_OUT: Final = Testo(
    it="File da scrivere: `.csv` (con accanto `-membri.csv`) o `.ndjson`. Senza, NDJSON "
    "sull'uscita.",
    en="File to write: `.csv` (with `-membri.csv` beside it) or `.ndjson`. Without it, NDJSON on "
    "standard output.",
)
_DAY: Final = Testo(
    it="Il giorno di cui si vuole la legge, per una misura; un avviso ha il suo.",
    en="The day whose law is wanted, for a measure; a notice has its own.",
)
_KIND: Final = Testo(
    it="`{file}` non dice come scrivere; finisci il nome con `.csv` o `.ndjson`",
    en="`{file}` does not say how to write; end its name with `.csv` or `.ndjson`",
)
_TAKEN: Final = Testo(
    it="`{file}` c'è già; scegli un altro nome", en="`{file}` is already there; choose another name"
)
_CANNOT: Final = Testo(
    it="`{file}` non si può scrivere; scegli un'altra cartella",
    en="`{file}` cannot be written; choose another folder",
)
_WRITTEN: Final = Testo(it="scritto {file}", en="written {file}")


def popolazione(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(["regole"], metavar="REGOLE"),
        click.Option(
            ["--quante"], type=QUANTE, required=True, metavar="NUMERO", help=_MANY.render(lang)
        ),
        *seme(lang),
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
        click.Option(
            ["--out"], type=click.Path(path_type=Path), metavar="FILE", help=_OUT.render(lang)
        ),
        misure(lang),
    ]
    return Comando(lang, "popolazione", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    measures, told = misure_di(opzioni["misure"], lang)
    read = regole_di(opzioni["regole"], measures, lang)
    told += read.rilievi
    rules = read.valore
    day = None if isinstance(rules, Avviso) else giorno_al(opzioni["al"])
    drawn, notes = immagina([Versione(rules, on=day)], opzioni["quante"], opzioni, lang)
    out = opzioni["out"]
    if out is None:
        click.echo(domande_ndjson(drawn), nl=False)
    elif out.suffix.lower() in NDJSON:
        _write({out: domande_ndjson(drawn)}, lang)
    elif out.suffix.lower() == ".csv":
        rows, members = domande_csv(drawn)
        files = {out: rows}
        if members is not None:
            files[out.with_name(f"{out.stem}-membri.csv")] = members
        _write(files, lang)
    else:
        raise Sbaglio(riempi(_KIND, file=out))
    for line in (*(note.render(lang) for note in notes), *(f.riga(lang) for f in told)):
        click.echo(line, err=True)
    return FATTO


def _write(files: dict[Path, str], lang: Lang) -> None:
    for path in files:
        if path.exists():
            raise Sbaglio(riempi(_TAKEN, file=path))
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")
        except OSError:
            raise Sbaglio(riempi(_CANNOT, file=path)) from None
        click.echo(_WRITTEN.render(lang).format(file=path), err=True)
