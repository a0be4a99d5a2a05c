"""What may be said of one thing of a household: a set of truths, an interval, a set of texts.

Three plain kinds of cell, since millions of them are made. A *truth* cell is a mask of `TRUE`,
`FALSE` and `NONE`. A *span* is ``(lo, hi, open)``: every whole number from `lo` to `hi`, and None
too when `open`; money is in cents, a day is its ordinal. A *texts* cell is ``(texts, open)``, the
texts in the order of their declaration. A cell that is never known is `NONE`, `NEVER` or
`NO_TEXT`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias, cast

from casa_model.rules.facts import Value, units_of
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType, Type
from casa_model.values import Euro

Truth: TypeAlias = int
"""A mask of `TRUE`, `FALSE` and `NONE`."""
Span: TypeAlias = tuple[int, int, bool]
Texts: TypeAlias = tuple[tuple[str, ...], bool]
Cell: TypeAlias = Truth | Span | Texts

TRUE: Final = 1
FALSE: Final = 2
NONE: Final = 4
EITHER: Final = TRUE | FALSE

NEVER: Final[Span] = (1, 0, True)
"""A number or a day that is not known, whatever the household."""

NO_TEXT: Final[Texts] = ((), True)
"""A text that is not known."""


def unknown(tipo: Type) -> Cell:
    """The cell of a fact that is not known."""
    match tipo:
        case BoolType():
            return NONE
        case NumberType() | DateType():
            return NEVER
        case _:
            return NO_TEXT


def exactly(tipo: Type, value: Value | None) -> Cell:
    """The cell of one value that fits its declaration; None is not known."""
    if value is None:
        return unknown(tipo)
    match tipo, value:
        case BoolType(), _:
            return TRUE if value else FALSE
        case NumberType(scale=scale), _:
            units = value.cents if isinstance(value, Euro) else units_of(value, scale)
            return (cast("int", units), cast("int", units), False)
        case DateType(), date():
            return (value.toordinal(), value.toordinal(), False)
        case _:
            return ((str(value),), False)


def anything(tipo: Type, codes: tuple[str, ...] = ()) -> Cell:
    """The cell of every value of a type; of a code, those of `codes`."""
    match tipo:
        case BoolType():
            return EITHER
        case NumberType(lo=lo, hi=hi):
            return (lo, hi, False)
        case DateType(lo=first, hi=last):
            return (first.toordinal(), last.toordinal(), False)
        case ChoiceType(values=values):
            return (values, False)
        case _:
            return (codes, False)


def perhaps(cell: Cell) -> Cell:
    """The same, or not known."""
    match cell:
        case int():
            return cell | NONE
        case (lo, hi, _):
            return (lo, hi, True)
        case _:
            return (cell[0], True)


def value_of(tipo: Type, cell: Cell) -> Value | None:
    """The value of a cell of one; None when it is not known."""
    match tipo, cell:
        case BoolType(), int():
            return None if cell == NONE else cell == TRUE
        case NumberType(euro=True), (int(lo), _, _):
            return None if cell == NEVER else Euro(lo)
        case NumberType(scale=scale), (int(lo), _, _):
            return None if cell == NEVER else Decimal(lo).scaleb(-scale)
        case DateType(), (int(lo), _, _):
            return None if cell == NEVER else date.fromordinal(lo)
        case _:
            texts = cast("Texts", cell)[0]
            return texts[0] if texts else None


def is_point(cell: Cell) -> bool:
    """Whether a cell holds one thing only: a value, or that it is not known."""
    match cell:
        case int():
            return cell in {TRUE, FALSE, NONE}
        case (int(lo), int(hi), bool(open_)):
            return cell == NEVER or (lo == hi and not open_)
        case _:
            texts, open_ = cell
            return len(texts) + open_ == 1
