"""The files of a decision in a folder: outcomes, ranking, what was rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.exchange import esiti_csv, esiti_ndjson, graduatoria_csv, scartate_csv
from casa_model.values import Testo

if TYPE_CHECKING:
    from pathlib import Path

    from casa_model.casa import Decisione
    from casa_model.errors import Lang
    from casa_model.exchange import Lette

_NAMES: Final = ("esiti.csv", "esiti.ndjson", "graduatoria.csv", "scartate.csv")
_WRITTEN: Final = Testo(it="scritto {file}", en="written {file}")
_CANNOT: Final = Testo(
    it="in `{cartella}` non si può scrivere; scegli un'altra cartella",
    en="`{cartella}` cannot be written in; choose another folder",
)
_TAKEN: Final = Testo(
    it="in `{cartella}` c'è già {nomi}; scegli un'altra cartella, o aggiungi `--sovrascrivi`",
    en="`{cartella}` already has {nomi}; choose another folder, or add `--sovrascrivi`",
)


def libera(cartella: Path) -> None:
    """Raise `Sbaglio` when the folder has the files of a decision already."""
    taken = ", ".join(f"`{name}`" for name in _NAMES if (cartella / name).exists())
    if taken:
        raise Sbaglio(riempi(_TAKEN, cartella=cartella, nomi=taken))


def scrivi(cartella: Path, lette: Lette, decisione: Decisione, lang: Lang) -> None:
    """Write outcomes twice, what was rejected and, if there is one, the ranking.

    The folder is made if there is none. Files of an earlier decision are replaced, and its
    ranking does not outlive it. A CSV begins with a byte order mark, by which a spreadsheet knows
    UTF-8. Raises `Sbaglio`.
    """
    texts = {
        "esiti.csv": esiti_csv(decisione, lang=lang),
        "esiti.ndjson": esiti_ndjson(decisione, lang=lang),
        "scartate.csv": scartate_csv(lette, decisione.scarti, lang=lang),
    }
    if decisione.graduatoria is not None:
        texts["graduatoria.csv"] = graduatoria_csv(decisione.graduatoria, lang=lang)
    try:
        cartella.mkdir(parents=True, exist_ok=True)
        for name in _NAMES:
            if name in texts:
                coding = "utf-8-sig" if name.endswith(".csv") else "utf-8"
                (cartella / name).write_text(texts[name], coding, newline="")
            else:
                (cartella / name).unlink(missing_ok=True)
    except OSError:
        raise Sbaglio(riempi(_CANNOT, cartella=cartella)) from None
    for name in texts:
        click.echo(_WRITTEN.render(lang).format(file=cartella / name), err=True)
