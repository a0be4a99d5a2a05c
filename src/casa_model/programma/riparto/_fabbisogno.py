"""What a beneficiary needs: an exact index, and perhaps a floor and a cap."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from casa_model.errors import IllTyped, InvalidValue
from casa_model.programma._codici import kebab
from casa_model.values import ZERO, Euro
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from attrs import Attribute

_PLACES: Final = 30
"""Digits before and after the point: a text of a few signs cannot ask for a million digits."""


def exact_index(_instance: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not int and type(value) is not Decimal:
        raise IllTyped(
            it=f"`{attribute.name}` deve essere un intero o un `Decimal`, che sono esatti; "
            "passa un valore di quel tipo",
            en=f"`{attribute.name}` must be a whole number or a `Decimal`, which are exact; "
            "pass a value of that type",
        )
    short = not isinstance(value, Decimal) or (
        value.is_finite() and abs(int(value.as_tuple().exponent)) <= _PLACES
    )
    if not short or not 0 <= value < 10**_PLACES:
        raise InvalidValue(
            it=f"`{attribute.name}` è un numero da zero in su con al più {_PLACES} cifre prima e "
            "dopo la virgola; correggi l'indice",
            en=f"`{attribute.name}` is a number from zero up with at most {_PLACES} digits before "
            "and after the point; correct the index",
        )


@frozen
class Fabbisogno:
    """The need of `codice`: an Aler or a comune, never a person.

    `indice` is a whole number or a `Decimal`, zero included; only its proportion to the others
    matters. `minimo` and `massimo` (None: no cap) bound what it gets. Raises `IllTyped` for an
    index that is not exact, `InvalidValue` for one below zero, not finite or too long, for a floor
    below zero and for a cap below the floor.
    """

    codice: str = field(validator=kebab)
    indice: Decimal | int = field(validator=exact_index)
    minimo: Euro = field(default=ZERO, validator=exact(Euro))
    massimo: Euro | None = field(default=None, validator=exact(Euro, optional=True))

    def __attrs_post_init__(self) -> None:
        if self.minimo < ZERO:
            raise InvalidValue(
                it=f"il minimo di `{self.codice}` è `{self.minimo}`; scrivi zero o più",
                en=f"the floor of `{self.codice}` is `{self.minimo}`; write zero or more",
            )
        if self.massimo is not None and self.massimo < self.minimo:
            raise InvalidValue(
                it=f"il massimo di `{self.codice}`, `{self.massimo}`, è sotto il minimo, "
                f"`{self.minimo}`; scambiali o correggili",
                en=f"the cap of `{self.codice}`, `{self.massimo}`, is below the floor, "
                f"`{self.minimo}`; swap or correct them",
            )
