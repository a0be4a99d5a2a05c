"""The hooks of JSON for what a bare value would not tell apart: unions, facts, short tuples.

| written | stands for |
|---|---|
| `{"nodo": "Compare", …}` | a node of a tree |
| `{"tipo": "NumberType", …}` | a type |
| `{"indice": "IndiceIntero", …}` | the index of a parameter |
| `{"eccezione": "Chiusura", …}` | an exception to opening hours |
| `{"tipo": "Impegno", …}` | an entry of a ledger |
| `{"euro": "9360.00"}` | a value: `bool`, `euro`, `numero`, `data` or `testo` |
| `["isee", {"euro": "9360.00"}]` | a tuple of fixed length |
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, Union, get_args, get_origin

from casa_model.errors import IllTyped, InvalidValue
from casa_model.programma.orari import Eccezione
from casa_model.programma.spesa import Movimento
from casa_model.rules.params import Indice
from casa_model.rules.tree import Expr
from casa_model.rules.types import Type
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

TypeForm: TypeAlias = Any
"""A class or a union of classes, as an annotation spells it."""
Raw: TypeAlias = Any
"""What JSON gives or takes, or the object that it stands for."""
Read: TypeAlias = "Callable[[Any, Any], Any]"
Write: TypeAlias = "Callable[[Any], Any]"

FAMILIES: Final[tuple[tuple[str, Any], ...]] = (
    ("nodo", Expr),
    ("tipo", Type),
    ("indice", Indice),
    ("eccezione", Eccezione),
    ("tipo", Movimento),
)
"""The key that names the class, and the union of the classes it may name."""

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


def family_of(wanted: TypeForm) -> tuple[str, Any] | None:
    """Return the key and the whole union of the family of a class, or of a union of classes."""
    members = classes_of(wanted)
    return next((f for f in FAMILIES if members and members <= classes_of(f[1])), None)


def classes_of(wanted: TypeForm) -> frozenset[Any]:
    """Return the classes of a union, None aside, or the class itself."""
    union = _origin(wanted) in (Union, UnionType)
    return frozenset(get_args(wanted) if union else (wanted,)) - {NoneType}


def _origin(wanted: TypeForm) -> TypeForm:
    return get_origin(wanted)


def _is_family(wanted: TypeForm) -> bool:
    return len(classes_of(wanted)) > 1 and family_of(wanted) is not None


def _is_value(wanted: TypeForm) -> bool:
    return classes_of(wanted) == frozenset(_KINDS.values())


def _is_pair(wanted: TypeForm) -> bool:
    return _origin(wanted) is tuple and get_args(wanted)[-1:] != (...,)


def _family_reader(wanted: TypeForm, converter: Converter) -> Read:
    key = _key(wanted)
    classes = {cls.__name__: cls for cls in classes_of(wanted)}

    def read(raw: Raw, _cls: TypeForm) -> Raw:
        name = raw.get(key) if isinstance(raw, dict) else None
        if not isinstance(name, str) or name not in classes:
            raise InvalidValue(
                it=f"serve una tabella con `{key}` tra i nomi ammessi; correggi `{key}`",
                en=f"a table with `{key}` among the known names is wanted; mend `{key}`",
            )
        return converter.structure({k: raw[k] for k in raw if k != key}, classes[name])

    return _unless_null(wanted, read)


def _family_writer(wanted: TypeForm, converter: Converter) -> Write:
    key = _key(wanted)
    return _unless_none(lambda value: {key: type(value).__name__, **converter.unstructure(value)})


def _key(wanted: TypeForm) -> str:
    return next(key for key, union in FAMILIES if classes_of(wanted) <= classes_of(union))


def _value_reader(wanted: TypeForm, converter: Converter) -> Read:
    def read(raw: Raw, _cls: TypeForm) -> Raw:
        if not isinstance(raw, dict) or len(raw) != 1 or not raw.keys() <= _KINDS.keys():
            raise InvalidValue(
                it='serve un valore col suo tipo; scrivi per esempio `{"euro": "9360.00"}`',
                en='a value with its type is wanted; write for example `{"euro": "9360.00"}`',
            )
        ((key, value),) = raw.items()
        return converter.structure(value, _KINDS[key])

    return _unless_null(wanted, read)


def _value_writer(_wanted: TypeForm, converter: Converter) -> Write:
    def write(value: Raw) -> Raw:
        key = _KEYS.get(type(value))
        if key is None:
            raise IllTyped(
                it="il valore di un fatto è bool, Euro, Decimal, date o str; passa uno di questi",
                en="the value of a fact is a bool, Euro, Decimal, date or str; pass one of these",
            )
        plain = Decimal(value) if type(value) is int else value
        return {key: converter.unstructure(plain)}

    return _unless_none(write)


def _pair_reader(wanted: TypeForm, converter: Converter) -> Read:
    kinds = get_args(wanted)

    def read(raw: Raw, _cls: TypeForm) -> Raw:
        if not isinstance(raw, list) or len(raw) != len(kinds):
            raise InvalidValue(
                it=f"serve un elenco di {len(kinds)} cose; aggiungi o togli quel che non torna",
                en=f"a list of {len(kinds)} things is wanted; add or remove what does not fit",
            )
        parts = zip(raw, kinds, strict=True)
        return tuple(converter.structure(part, kind) for part, kind in parts)

    return read


def _unless_null(wanted: TypeForm, read: Read) -> Read:
    if NoneType not in get_args(wanted):
        return read
    return lambda raw, cls: None if raw is None else read(raw, cls)


def _unless_none(write: Write) -> Write:
    return lambda value: None if value is None else write(value)
