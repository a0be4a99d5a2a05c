"""Cells that every file going out writes alike: a reference and an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import InvalidValue
from casa_model.exchange._riferimento import SEGNI, sicuro

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.values import Euro


def riferimento_cell(riferimento: str) -> str:
    """The reference as it is. Raises `InvalidValue` when a spreadsheet would run it."""
    if not sicuro(riferimento):
        raise InvalidValue(
            it="un riferimento comincia con un segno di formula o non si può stampare; "
            "cambialo, o scrivi gli esiti in NDJSON",
            en="a reference begins with a formula sign or cannot be printed; "
            "change it, or write the outcomes as NDJSON",
        )
    return riferimento


def testo_cell(testo: str) -> str:
    """The text, behind an apostrophe when a spreadsheet would run it, blanks before it or not.

    A carriage return is a blank: the `csv` of Python 3.11 does not quote it.
    """
    plain = testo.replace("\r", " ")
    return f"'{plain}" if plain.lstrip().startswith(tuple(SEGNI)) else plain


def amount_cell(amount: Euro | None, lang: Lang) -> str:
    """``9360,00`` in Italian, ``9360.00`` in English, nothing when there is none."""
    if amount is None:
        return ""
    return str(amount).replace(".", ",") if lang == "it" else str(amount)
