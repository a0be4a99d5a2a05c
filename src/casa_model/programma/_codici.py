"""How things of the money rooms are named: codes of ours, and references of a caller's system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import IllTyped, InvalidValue
from casa_model.values._kebab import kebab as kebab  # noqa: PLC0414 - both are in one place

if TYPE_CHECKING:
    from attrs import Attribute


def printable(_instance: object, attribute: Attribute[str], value: object) -> None:
    """An attrs validator: a printable text of somebody else, with no blank at either end.

    Raises `IllTyped` for what is no text, `InvalidValue` for any other.
    """
    if type(value) is not str:
        raise IllTyped(
            it=f"`{attribute.name}` deve essere un testo; passa un valore di quel tipo",
            en=f"`{attribute.name}` must be a text; pass a value of that type",
        )
    if not value or not value.isprintable() or value != value.strip():
        raise InvalidValue(
            it=f"`{attribute.name}` è vuoto o ha segni che non si vedono; "
            "scrivi per esempio `2025/0012`",
            en=f"`{attribute.name}` is empty or has signs that cannot be seen; "
            "write for example `2025/0012`",
        )
