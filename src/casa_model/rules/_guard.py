"""Validators of the tree: exact types, also where Python is lax."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casa_model.errors import IllTyped
from casa_model.rules.types import MAX_SCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from attrs import Attribute


def ill(instance: object, attribute: Attribute[Any]) -> IllTyped:
    """The error for a field of a node that holds something else."""
    node = type(instance).__name__
    return IllTyped(
        it=f"`{attribute.name}` di `{node}` non è del tipo giusto; passa un nodo dell'albero",
        en=f"`{attribute.name}` of `{node}` is not of the right type; pass a node of the tree",
    )


def exactly(kind: type) -> Callable[[object, Attribute[Any], object], None]:
    """Validator: exactly `kind` (a bool is not an int, a datetime is not a date)."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if type(value) is not kind:
            raise ill(instance, attribute)

    return check


def one_of(known: Container[object]) -> Callable[[object, Attribute[Any], object], None]:
    """Validator: one of some texts."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if value not in known:
            raise ill(instance, attribute)

    return check


def few_decimals(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Validator: how many decimals, as many as a text may ask for."""
    if type(value) is not int or not 0 <= value <= MAX_SCALE:
        raise ill(instance, attribute)


def written(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Validator: a text that can stand in quotes as it is."""
    if type(value) is not str or not value.isascii() or not value.isprintable():
        raise ill(instance, attribute)
    if set(value) & set("'\"\\#;"):
        raise ill(instance, attribute)
