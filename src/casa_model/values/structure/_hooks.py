"""The hooks of what has parts: classes, lists, mappings, closed lists of words, unions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import reduce
from types import GenericAlias, NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, Union, cast, get_args, get_origin

import attrs
from cattrs.cols import (
    list_structure_factory,
    mapping_structure_factory,  # pyright: ignore[reportUnknownVariableType] - untyped in cattrs
)
from cattrs.gen import make_dict_structure_fn

from casa_model.values.euro import Euro
from casa_model.values.structure import _kinds as kinds
from casa_model.values.structure._kinds import Hook, Raw, TypeForm, UnsupportedType, WrongKind
from casa_model.values.structure._leaves import read_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

_SHOWN: Final = 3


def kind_of(converter: Converter, wanted: TypeForm) -> kinds.Kind:
    """The kind of value, in words, that `converter` reads a type from."""
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return kinds.one_of([member.value for member in wanted])
    hook = converter.get_structure_hook(wanted)
    return hook.kind() if isinstance(hook, Hook) else kinds.ANY


def class_hook(cls: TypeForm, converter: Converter) -> Hook:
    """The hook of an attrs class: a table, its keys the fields."""
    detailed = converter.detailed_validation
    build = make_dict_structure_fn(cls, converter) if detailed else _unwritten(cls, converter)
    required = [f.name for f in attrs.fields(cls) if f.init and f.default is attrs.NOTHING]
    inside = ", ".join(f"{name} = …" for name in required[:_SHOWN]) or "…"
    more = ", …" if len(required) > _SHOWN else ""
    return _container(dict, attrs.evolve(kinds.TABLE, sample=f"{{ {inside}{more} }}"), build)


def _unwritten(cls: TypeForm, converter: Converter) -> Callable[[Any, Any], Any]:
    """What reads a class field by field, without code generated for it.

    For a few hundred objects of thirty classes writing and compiling the code takes longer than
    it saves: half the time of a cold `programma()`. Unlike generated code, the method of cattrs
    ignores unknown keys, so that they are refused here.
    """
    attrs.resolve_types(cls)
    known = frozenset(f.name for f in attrs.fields(cls))

    def build(raw: dict[str, Any], wanted: TypeForm) -> object:
        if not raw.keys() <= known:
            raise WrongKind(kinds.TABLE)
        return converter.structure_attrs_fromdict(raw, wanted)

    return build


def tuple_hook(wanted: TypeForm, converter: Converter) -> Hook:
    """The hook of `tuple[X, ...]`: a list."""
    build = list_structure_factory(cast("type", GenericAlias(list, get_args(wanted))), converter)
    kind = kinds.TABLES if _is_class(get_args(wanted)[0]) else kinds.LIST
    return _container(list, kind, lambda raw, _: tuple(build(raw, wanted)))


def mapping_hook(wanted: TypeForm, converter: Converter) -> Hook:
    """The hook of `Mapping[str, X]`: a table with any keys."""
    return _container(dict, kinds.TABLE, mapping_structure_factory(wanted, converter))


def literal_hook(wanted: TypeForm) -> Hook:
    """The hook of a `Literal` of texts: one of them."""
    words = get_args(wanted)
    return Hook(lambda: kinds.one_of(words), lambda raw, _: read_word(raw, words))


def any_hook(_wanted: TypeForm) -> Hook:
    """The hook of `Any`: the value is left as it is."""
    return Hook(lambda: kinds.ANY, lambda raw, _: raw)


def refusal_hook(wanted: TypeForm) -> Hook:
    """The hook of a type that is never read."""

    def read(_raw: Raw, _cls: TypeForm) -> object:
        raise UnsupportedType(wanted)

    return Hook(lambda: kinds.ANY, read)


def union_hook(wanted: TypeForm, converter: Converter) -> Hook:
    """The hook of a union: the first member that accepts the kind of value, plain text last.

    Members are looked up late, because a class may recur inside itself.
    """
    classes = [member for member in get_args(wanted) if _is_class(member)]
    rest = [m for m in get_args(wanted) if m not in (*classes, NoneType, str)]
    text = [str] if str in get_args(wanted) else []
    members = [*rest, *([reduce(_either, classes)] if classes else ()), *text]

    def kind() -> kinds.Kind:
        return kinds.either([kind_of(converter, member) for member in members])

    def read(raw: Raw, _: TypeForm) -> object:
        if raw is None and NoneType in get_args(wanted):
            return None
        refusals: list[WrongKind] = []
        for member in members:
            try:
                return converter.structure(raw, member)
            except WrongKind as refusal:
                refusals.append(refusal)
        raise WrongKind(
            kind(),
            allowed=[word for refusal in refusals for word in refusal.allowed],
            malformed=any(refusal.malformed for refusal in refusals),
        )

    return Hook(kind, read)


def is_any(wanted: TypeForm) -> bool:
    """Whether the type is `Any`."""
    return wanted is Any


def is_tuple(wanted: TypeForm) -> bool:
    """Whether the type is `tuple[X, ...]`."""
    return _origin(wanted) is tuple and get_args(wanted)[1:] == (...,)


def is_mapping(wanted: TypeForm) -> bool:
    """Whether the type is `Mapping[str, X]` or `dict[str, X]`."""
    return _origin(wanted) in (Mapping, dict) and get_args(wanted)[0] is str


def is_literal(wanted: TypeForm) -> bool:
    """Whether the type is a `Literal` of texts only."""
    return _origin(wanted) is Literal and all(type(w) is str for w in get_args(wanted))


def is_told_by_kind(wanted: TypeForm) -> bool:
    """Whether the type is a union with some member other than attrs classes."""
    return _is_union(wanted) and not all(_is_class(member) for member in get_args(wanted))


def is_other(wanted: TypeForm) -> bool:
    """Whether the type is not a union: for a union of classes the caller registers a hook."""
    return not _is_union(wanted)


def _origin(wanted: TypeForm) -> TypeForm:
    return get_origin(wanted)


def _either(left: TypeForm, right: TypeForm) -> TypeForm:
    return left | right


def _is_union(wanted: TypeForm) -> bool:
    return _origin(wanted) in (Union, UnionType)


def _is_class(wanted: TypeForm) -> bool:
    """Whether it is an attrs class read from a table; money is one read from a text."""
    return attrs.has(wanted) and wanted is not Euro


def _container(raw_class: type, kind: kinds.Kind, build: Callable[[Any, Any], Any]) -> Hook:
    def read(raw: Raw, wanted: TypeForm) -> object:
        if type(raw) is not raw_class:
            raise WrongKind(kind)
        return build(raw, wanted)

    return Hook(lambda: kind, read)
