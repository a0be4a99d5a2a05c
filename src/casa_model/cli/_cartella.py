"""The files of a decision in a folder: outcomes and ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.exchange import esiti_csv, esiti_ndjson, graduatoria_csv
from casa_model.values import Testo

if TYPE_CHECKING:
    from pathlib import Path

    from casa_model.casa import Decisione
    from casa_model.errors import Lang

_WRITTEN: Final = Testo(it="scritto {file}", en="written {file}")
_CANNOT: Final = Testo(
    it="in `{cartella}` non si può scrivere; scegli un'altra cartella",
    en="`{cartella}` cannot be written in; choose another folder",
)


def scrivi(cartella: Path, decisione: Decisione, lang: Lang) -> None:
    """Write `esiti.csv`, `esiti.ndjson` and, if there is a ranking, `graduatoria.csv`.

    The folder is made if there is none; files of the same name are written over. Raises `Sbaglio`.
    """
    texts = {
        "esiti.csv": esiti_csv(decisione, lang=lang),
        "esiti.ndjson": esiti_ndjson(decisione, lang=lang),
    }
    if decisione.graduatoria is not None:
        texts["graduatoria.csv"] = graduatoria_csv(decisione.graduatoria, lang=lang)
    try:
        cartella.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (cartella / name).write_text(text, "utf-8", newline="")
    except OSError:
        raise Sbaglio(riempi(_CANNOT, cartella=cartella)) from None
    for name in texts:
        click.echo(_WRITTEN.render(lang).format(file=cartella / name), err=True)
