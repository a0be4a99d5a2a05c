"""The record of a decision, written where it was asked: it holds people's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from casa_model import __version__
from casa_model.casa import RigaScartata, verbale_di
from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.exchange import verbale_ndjson
from casa_model.values import Testo

if TYPE_CHECKING:
    from pathlib import Path

    from casa_model.casa import Decisione
    from casa_model.cli._ingressi import Ingressi
    from casa_model.errors import Lang

_WRITTEN: Final = Testo(
    it="scritto {file}: contiene i fatti delle persone, conservalo dove possono stare",
    en="written {file}: it holds people's facts, keep it where they may be kept",
)
_CANNOT: Final = Testo(
    it="`{file}` non si può scrivere; scegli un'altra cartella",
    en="`{file}` cannot be written; choose another folder",
)
_TAKEN: Final = Testo(
    it="`{file}` c'è già; scegli un altro nome, o aggiungi `--sovrascrivi`",
    en="`{file}` is already there; choose another name, or add `--sovrascrivi`",
)


def libero(path: Path) -> None:
    """Raise `Sbaglio` when the file is already there."""
    if path.exists():
        raise Sbaglio(riempi(_TAKEN, file=path))


def scrivi_verbale(path: Path, read: Ingressi, decisione: Decisione, lang: Lang) -> None:
    """Write the record of a decision. Raises `Sbaglio` when it cannot be written."""
    notice, *measures = read.testi
    lette = read.lette
    record = verbale_di(
        decisione,
        lette.domande,
        avviso=notice,
        misure=measures,
        versione=__version__,
        scartate=(RigaScartata.di(s.linea, s.riferimento, s.difetti) for s in lette.scartate),
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(verbale_ndjson(record), "utf-8", newline="")
    except OSError:
        raise Sbaglio(riempi(_CANNOT, file=path)) from None
    click.echo(_WRITTEN.render(lang).format(file=path), err=True)
