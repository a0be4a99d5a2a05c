"""The hooks of single values: exactly one class of raw value each, and nothing coerced."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from casa_model.values.euro import Euro
from casa_model.values.structure import _kinds as kinds
from casa_model.values.structure._kinds import Hook, Raw, TypeForm, UnsupportedType, WrongKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

_DECIMAL: Final = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{6})?")
_MOMENT: Final = re.compile(rf"{_DAY.pattern}T{_TIME.pattern}(?:[+-][0-9]{{2}}:[0-9]{{2}})?")


@frozen
class Leaf:
    """How one type of single values is read: the class of its raw form, its text, its reader."""

    kind: kinds.Kind
    raw: type
    read: Callable[[Any], Any]
    pattern: re.Pattern[str] | None = None

    def hook_for(self, wanted: type) -> Hook:
        """The hook of `wanted`; a child class of it that no one registered is refused."""

        def read(raw: Raw, cls: TypeForm) -> object:
            if cls is not wanted:
                raise UnsupportedType(cls)
            if type(raw) is not self.raw:
                raise WrongKind(self.kind)
            if self.pattern is not None and self.pattern.fullmatch(str(raw)) is None:
                raise WrongKind(self.kind, malformed=True)
            try:
                return self.read(raw)
            except ValueError:
                pass
            # Raised out here: the error of the reader may repeat the value.
            raise WrongKind(self.kind, malformed=True)

        return Hook(lambda: self.kind, read)


def _same(raw: Raw) -> object:
    return raw


_ALWAYS: Final = {
    str: Leaf(kinds.TEXT, str, _same),
    int: Leaf(kinds.INTEGER, int, _same),
    bool: Leaf(kinds.BOOLEAN, bool, _same),
    Decimal: Leaf(kinds.DECIMAL, str, Decimal, _DECIMAL),
    Euro: Leaf(kinds.MONEY, str, Euro.parse),
}
_IN_TOML: Final = {
    date: Leaf(kinds.DAY, date, _same),
    datetime: Leaf(kinds.MOMENT, datetime, _same),
    time: Leaf(kinds.TIME, time, _same),
}
_IN_JSON: Final = {
    date: Leaf(kinds.DAY_TEXT, str, date.fromisoformat, _DAY),
    datetime: Leaf(kinds.MOMENT_TEXT, str, datetime.fromisoformat, _MOMENT),
    time: Leaf(kinds.TIME_TEXT, str, time.fromisoformat, _TIME),
}


def leaves(*, dates_as_text: bool) -> dict[type, Leaf]:
    """Every type of single values that the converter reads; days as texts if JSON is meant."""
    return _ALWAYS | (_IN_JSON if dates_as_text else _IN_TOML)


def read_text(raw: Raw) -> str:
    """Read a text, exactly."""
    if type(raw) is not str:
        raise WrongKind(kinds.TEXT)
    return raw


def read_enum(raw: Raw, cls: type[StrEnum]) -> StrEnum:
    """Read the member of a closed list by its value, exactly as written."""
    return cls(read_word(raw, [member.value for member in cls]))


def read_word(raw: Raw, words: Sequence[str]) -> str:
    """Read a text that must be one of `words`."""
    if type(raw) is not str or raw not in words:
        raise WrongKind(kinds.one_of(words), allowed=words, malformed=type(raw) is str)
    return raw
