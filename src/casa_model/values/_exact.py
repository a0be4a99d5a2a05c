"""Exact types: `bool` is an `int` and `datetime` is a `date` in Python, and neither may pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casa_model.errors import IllTyped

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

_PAROLE = {
    "int": ("un numero intero", "a whole number"),
    "str": ("un testo", "a text"),
    "date": ("un giorno senza ora", "a day without time"),
    "tuple": ("una tupla", "a tuple"),
}


def exact(kind: type, *, optional: bool = False) -> Callable[[Any, Attribute[Any], Any], None]:
    """Return an attrs validator that lets in only `kind` itself, or also None if `optional`.

    Subclasses are refused. The validator raises `IllTyped`, which names the field and never the
    value.
    """
    it, en = _PAROLE.get(kind.__name__, (f"`{kind.__name__}`", f"`{kind.__name__}`"))

    def check(_instance: object, attribute: Attribute[Any], value: object) -> None:
        if type(value) is kind or (optional and value is None):
            return
        raise IllTyped(
            it=f"`{attribute.name}` deve essere {it}; passa un valore di quel tipo",
            en=f"`{attribute.name}` must be {en}; pass a value of that type",
        )

    return check
