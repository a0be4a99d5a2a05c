"""The hooks of JSON for what a bare value would not tell apart: unions, facts, short tuples.

| written | stands for |
|---|---|
| `{"nodo": "Compare", …}` | a node of a tree |
| `{"tipo": "NumberType", …}` | a type |
| `{"indice": "IndiceIntero", …}` | the index of a parameter |
| `{"euro": "9360.00"}` | a value: `bool`, `euro`, `numero`, `data` or `testo` |
| `["isee", {"euro": "9360.00"}]` | a tuple of fixed length |
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin

from cattrs.errors import IterableValidationError, IterableValidationNote

from casa_model.errors import IllTyped, InvalidValue
from casa_model.rules.params import Indice
from casa_model.rules.tree import NODES
from casa_model.rules.types import Type
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

FAMILIES: Final[tuple[tuple[str, frozenset[type]], ...]] = (
    ("nodo", NODES),
    ("tipo", frozenset(get_args(Type))),
    ("indice", frozenset(get_args(Indice))),
)
"""The key that names the class, and the classes it may name."""

_KINDS: Final[dict[str, type]] = {
    "bool": bool, "euro": Euro, "numero": Decimal, "data": date, "testo": str,
}  # fmt: skip
_KEYS: Final[dict[type, str]] = {kind: key for key, kind in _KINDS.items()} | {int: "numero"}


def register(converter: Converter) -> None:
    """Teach the hooks to a converter."""
    converter.register_structure_hook_factory(_is_pair, _pair_reader)
    converter.register_structure_hook_factory(_is_value, _value_reader)
    converter.register_unstructure_hook_factory(_is_value, _value_writer)
    converter.register_structure_hook_factory(_is_family, _family_reader)
    converter.register_unstructure_hook_factory(_is_family, _family_writer)


def key_of(wanted: Any) -> str | None:
    """Return the key that names the class of `wanted`, or of a union of classes of one family."""
    members = classes_of(wanted)
    return next((key for key, classes in FAMILIES if members <= classes), None)


def union_of(cls: type) -> Any:
    """Return the union that a class belongs to, or the class itself."""
    family = next((classes for _, classes in FAMILIES if cls in classes), None)
    return cls if family is None else Union[tuple(family)]  # noqa: UP007 - built at run time


def classes_of(wanted: Any) -> frozenset[Any]:
    """Return the classes of a union, None aside, or the class itself."""
    union = get_origin(wanted) in (Union, UnionType)
    return frozenset(get_args(wanted) if union else (wanted,)) - {NoneType}


def _is_family(wanted: Any) -> bool:
    return len(classes_of(wanted)) > 1 and key_of(wanted) is not None


def _is_value(wanted: Any) -> bool:
    return classes_of(wanted) == frozenset(_KINDS.values())


def _is_pair(wanted: Any) -> bool:
    return get_origin(wanted) is tuple and get_args(wanted)[-1:] != (...,)


def _family_reader(wanted: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    key = str(key_of(wanted))
    classes = {cls.__name__: cls for cls in classes_of(wanted)}
    optional = NoneType in get_args(wanted)

    def read(raw: Any, _cls: Any) -> Any:
        if raw is None and optional:
            return None
        name = raw.get(key) if type(raw) is dict else None
        if type(name) is not str or name not in classes:
            raise InvalidValue(
                it=f"serve una tabella con `{key}` tra i nomi ammessi; correggi `{key}`",
                en=f"a table with `{key}` among the known names is wanted; mend `{key}`",
            )
        return converter.structure({k: raw[k] for k in raw if k != key}, classes[name])

    return read


def _family_writer(wanted: Any, converter: Converter) -> Callable[[Any], Any]:
    key = str(key_of(wanted))

    def write(value: Any) -> Any:
        return None if value is None else {key: type(value).__name__, **converter.unstructure(value)}

    return write


def _value_reader(wanted: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    optional = NoneType in get_args(wanted)

    def read(raw: Any, _cls: Any) -> Any:
        if raw is None and optional:
            return None
        if type(raw) is not dict or len(raw) != 1 or not raw.keys() <= _KINDS.keys():
            raise InvalidValue(
                it='serve un valore col suo tipo; scrivi per esempio `{"euro": "9360.00"}`',
                en='a value with its type is wanted; write for example `{"euro": "9360.00"}`',
            )
        ((key, value),) = raw.items()
        return converter.structure(value, _KINDS[key])

    return read


def _value_writer(_wanted: Any, converter: Converter) -> Callable[[Any], Any]:
    def write(value: Any) -> Any:
        if value is None:
            return None
        key = _KEYS.get(type(value))
        if key is None:
            raise IllTyped(
                it="il valore di un fatto è bool, Euro, Decimal, date o str; passa uno di questi",
                en="the value of a fact is a bool, Euro, Decimal, date or str; pass one of these",
            )
        plain = Decimal(value) if type(value) is int else value
        return {key: converter.unstructure(plain)}

    return write


def _pair_reader(wanted: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    kinds = get_args(wanted)

    def read(raw: Any, _cls: Any) -> Any:
        if type(raw) is not list or len(raw) != len(kinds):
            raise InvalidValue(
                it=f"serve un elenco di {len(kinds)} cose; aggiungi o togli quel che non torna",
                en=f"a list of {len(kinds)} things is wanted; add or remove what does not fit",
            )
        found: list[Any] = []
        errors: list[Exception] = []
        for index, (part, kind) in enumerate(zip(raw, kinds, strict=True)):
            try:
                found.append(converter.structure(part, kind))
            except Exception as error:  # noqa: BLE001 - told with its place by the caller
                error.add_note(IterableValidationNote("", index, kind))
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, wanted)
        return tuple(found)

    return read
