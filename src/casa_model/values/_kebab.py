"""How a code of ours is written: `crs-difficolta`, `aler-milano`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casa_model.errors import InvalidValue

if TYPE_CHECKING:
    from attrs import Attribute

CODE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""A measure, a requirement, an act, a value of a choice, a presidio, a line."""


def kebab(_instance: object, attribute: Attribute[str], value: object) -> None:
    """An attrs validator: the field is a code of ours. Raises `InvalidValue`."""
    if type(value) is not str or CODE.fullmatch(value) is None:
        raise InvalidValue(
            it=f"`{attribute.name}` è un codice in minuscole, cifre e trattini; "
            "scrivi per esempio `aler-milano`",
            en=f"`{attribute.name}` is a code of small letters, digits and hyphens; "
            "write for example `aler-milano`",
        )
