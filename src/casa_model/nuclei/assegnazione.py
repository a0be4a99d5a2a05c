"""The dwelling that a household was given, as far as a rule asks about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen

from casa_model.errors import InvalidValue
from casa_model.nuclei._masked import masked
from casa_model.values._exact import exact


def _not_blank(_a: Assegnazione, _attribute: Attribute[Any], value: str | None) -> None:
    if value is not None and not value.strip():
        raise InvalidValue(
            it="`area` è vuota; lasciala a `None` se non si conosce",
            en="`area` is blank; leave it `None` if it is not known",
        )


@frozen
class Assegnazione:
    """When a dwelling was assigned, when its contract began, and the area of its rent.

    `area` is a value of the choice `area` in the dictionary of facts (`protezione`, `accesso`,
    `permanenza`, `decadenza`); whether it is one is decided where facts are checked. None is not
    known. Raises `IllTyped` for a wrong type, `InvalidValue` for a blank `area`.
    """

    data_assegnazione: date | None = field(
        default=None, repr=masked, validator=exact(date, optional=True)
    )
    data_contratto: date | None = field(
        default=None, repr=masked, validator=exact(date, optional=True)
    )
    area: str | None = field(
        default=None, repr=masked, validator=[exact(str, optional=True), _not_blank]
    )
