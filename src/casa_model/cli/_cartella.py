"""The files of a decision in a folder: outcomes and ranking."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

import click

from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.exchange import esiti_csv, esiti_ndjson
from casa_model.values import Testo

if TYPE_CHECKING:
    from pathlib import Path

    from casa_model.casa import Decisione
    from casa_model.errors import Lang
    from casa_model.graduatorie import Graduatoria
    from casa_model.values import Euro

COLONNE: Final = (
    "rango", "riferimento", "spettante", "pagato", "alloggi", "stato", "riserva",
)  # fmt: skip
"""The columns of `graduatoria.csv`."""

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
        texts["graduatoria.csv"] = graduatoria_csv(decisione.graduatoria, lang)
    try:
        cartella.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (cartella / name).write_text(text, "utf-8", newline="")
    except OSError:
        raise Sbaglio(riempi(_CANNOT, cartella=cartella)) from None
    for name in texts:
        click.echo(_WRITTEN.render(lang).format(file=cartella / name), err=True)


def graduatoria_csv(graduatoria: Graduatoria, lang: Lang) -> str:
    """The ranking as CSV: `;` between cells, amounts as in `esiti.csv`, empty if there is none."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(COLONNE)
    for posizione in graduatoria.posizioni:
        writer.writerow(
            [
                posizione.rango,
                posizione.riferimento,
                _amount(posizione.spettante, lang),
                _amount(posizione.pagato, lang),
                "" if posizione.alloggi is None else posizione.alloggi,
                posizione.stato.value,
                posizione.riserva or "",
            ]
        )
    return buffer.getvalue()


def _amount(amount: Euro | None, lang: Lang) -> str:
    if amount is None:
        return ""
    return str(amount).replace(".", ",") if lang == "it" else str(amount)
