"""The making of the converter: every choice of how data become objects is listed here.

Types read: text, whole numbers, booleans, days, moments, times, `Decimal`, `Euro`, `StrEnum`,
`Literal` of texts, `tuple[X, ...]`, `Mapping[str, X]`, attrs classes, unions of these with at
most one attrs class, and `Any`, left as it is. A union of attrs classes, and any other type,
is read only if the caller registers a hook on the converter.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import attrs
from cattrs import Converter

from casa_model.values.euro import Euro
from casa_model.values.structure import _hooks as hooks
from casa_model.values.structure._kinds import TEXT, Hook
from casa_model.values.structure._leaves import leaves, read_enum, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def new_converter(*, dates_as_text: bool = False, detailed: bool = True) -> Converter:
    """Make a converter that coerces nothing and refuses unknown keys.

    With `dates_as_text`, as JSON needs, days and times are ISO 8601 texts both ways; without it,
    as TOML has them, they are themselves. Money and `Decimal` are always plain text. One that is
    not `detailed` stops at the first fault and cannot say where it is; it generates no code for a
    class, which is faster for data that have no fault and are read once.
    """
    converter = Converter(detailed_validation=detailed, forbid_extra_keys=True)
    # The later a hook is registered, the earlier cattrs asks it.
    converter.register_structure_hook_factory(hooks.is_other, hooks.refusal_hook)
    converter.register_structure_hook_factory(attrs.has, hooks.class_hook)
    converter.register_structure_hook_factory(hooks.is_tuple, hooks.tuple_hook)
    converter.register_structure_hook_factory(hooks.is_mapping, hooks.mapping_hook)
    converter.register_structure_hook_factory(hooks.is_literal, hooks.literal_hook)
    converter.register_structure_hook_factory(hooks.is_told_by_kind, hooks.union_hook)
    converter.register_structure_hook_factory(hooks.is_any, hooks.any_hook)
    for refused in (float, bytes, Path):
        converter.register_structure_hook(refused, hooks.refusal_hook(refused))
    for wanted, leaf in leaves(dates_as_text=dates_as_text).items():
        converter.register_structure_hook(wanted, leaf.hook_for(wanted))
    converter.register_structure_hook(StrEnum, read_enum)

    converter.register_unstructure_hook(Euro, str)
    converter.register_unstructure_hook(Decimal, lambda number: format(number, "f"))
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    if dates_as_text:
        for moment in (date, datetime, time):
            converter.register_unstructure_hook(moment, lambda value: value.isoformat())
    return converter


def register_text(
    converter: Converter, cls: type[T], read: Callable[[str], T], write: Callable[[T], str] = str
) -> None:
    """Teach `converter` a class that is written as one text, such as a citation or a code.

    `read` raises a `CasaError` on a text that is not well formed; anything but a text is
    refused before it is called.
    """
    hook = Hook(lambda: TEXT, lambda raw, _: read(read_text(raw)))
    converter.register_structure_hook(cls, hook)
    converter.register_unstructure_hook(cls, write)
