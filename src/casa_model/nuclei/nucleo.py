"""The household that applies: its members, or at least how many they are."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, cast

from attrs import Attribute, field, frozen
from attrs.validators import deep_iterable, optional

from casa_model.errors import IllTyped, InvalidFacts
from casa_model.nuclei._masked import masked
from casa_model.rules.facts import Value, names_only, sealed
from casa_model.rules.types import MAX_MEMBERS
from casa_model.values import Euro
from casa_model.values._exact import exact

_VALUES: Final = (bool, int, Euro, Decimal, date, str)


class Ruolo(StrEnum):
    """What a member is in the household, seen from who applies."""

    RICHIEDENTE = "richiedente"
    CONIUGE = "coniuge"
    FIGLIO = "figlio"
    ALTRO = "altro"


def _sealed(altri: Mapping[str, Value | int]) -> Mapping[str, Value]:
    if not isinstance(cast("object", altri), Mapping) or {type(name) for name in altri} - {str}:
        raise IllTyped(
            it="`altri` deve dire il valore di ogni fatto per nome; passa un dizionario",
            en="`altri` must tell the value of each fact by name; pass a mapping",
        )
    for name, value in altri.items():
        if type(value) not in _VALUES:
            raise IllTyped(
                it=f"`{name}` non è il valore di un fatto; passa bool, Euro, Decimal, date o str, "
                "e non scrivere ciò che non si conosce",
                en=f"`{name}` is not the value of a fact; pass bool, Euro, Decimal, date or str, "
                "and leave out what is not known",
            )
    return sealed(altri)


@frozen
class Componente:
    """One member of a household; what is not known is None, or absent from `altri`.

    `eta` is in complete years on the day of the requisites; with `data_nascita` it need not be
    said. `altri` maps the names of further member facts to their values, as in
    `casa_model.rules.facts.Fatti`. Raises `IllTyped`, which names the field and never the value.
    """

    ruolo: Ruolo | None = field(default=None, repr=masked, validator=exact(Ruolo, optional=True))
    data_nascita: date | None = field(
        default=None, repr=masked, validator=exact(date, optional=True)
    )
    eta: int | None = field(default=None, repr=masked, validator=exact(int, optional=True))
    altri: Mapping[str, Value] = field(factory=dict[str, Value], converter=_sealed, repr=names_only)


def _few(_nucleo: Nucleo, attribute: Attribute[Any], value: Sized | int | None) -> None:
    if value is None:
        return
    if not 1 <= (len(value) if isinstance(value, Sized) else value) <= MAX_MEMBERS:
        raise InvalidFacts(
            it=f"`{attribute.name}`: le persone vanno da 1 a {MAX_MEMBERS}; "
            "lascialo a `None` se non si conosce",
            en=f"`{attribute.name}`: people go from 1 to {MAX_MEMBERS}; "
            "leave it `None` if it is not known",
        )


@frozen
class Nucleo:
    """A household: its members, how many they are, or both; None is not known.

    The list, when known, is complete. Raises `InvalidFacts` when it is empty, when either goes
    over `MAX_MEMBERS` (30), or when `numero` is another number than that of the members;
    `IllTyped` for what is not a tuple of `Componente` or not an `int`.
    """

    componenti: tuple[Componente, ...] | None = field(
        default=None,
        repr=masked,
        validator=[
            optional(deep_iterable(exact(Componente), iterable_validator=exact(tuple))),
            _few,
        ],
    )
    numero: int | None = field(
        default=None, repr=masked, validator=[exact(int, optional=True), _few]
    )

    def __attrs_post_init__(self) -> None:
        if self.numero is not None and self.numero != self.dimensione:
            raise InvalidFacts(
                it="`numero` non è quello dei `componenti`; correggi uno dei due",
                en="`numero` is not that of the `componenti`; mend one of the two",
            )

    @property
    def dimensione(self) -> int | None:
        """How many members there are, or None when neither the list nor the number is known."""
        return self.numero if self.componenti is None else len(self.componenti)
