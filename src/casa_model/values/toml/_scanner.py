"""A walk over a TOML text which notes where every key and value begins.

It judges nothing but size: `tomllib` says what is well formed. On any text that `tomllib`
accepts, the paths found are exactly those of the data (`tests/values/test_toml_property.py`).
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

from casa_model.values.toml._marks import Mark
from casa_model.values.toml._strings import KEY, STRING, unquote_key

MAX_DEPTH: Final = 32
"""Tables and arrays inside each other, at most: beyond it readers would exhaust the stack."""

MAX_TOKEN: Final = 100
"""Characters of a number or a date, at most: beyond it `int` takes quadratic time."""

_SPACE: Final = re.compile(r"[ \t]*+")
_BLANK: Final = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_BARE: Final = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:[^\s,\]}#]*+|[^\s,\[\]{}#=]++")


class TooLarge(Exception):
    """Raised at the offset where a limit is passed."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class _Unreadable(Exception):
    """Raised where the text cannot be TOML: the scan stops, `tomllib` will say why."""


def scan(text: str) -> Mark:
    """The mark of the whole text (its line ends already those of Unix); raises `TooLarge`."""
    scanner = _Scanner(text)
    with suppress(_Unreadable):
        scanner.document()
    return scanner.root


class _Scanner:
    """The text and the offset reached."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.root = Mark(0)

    def document(self) -> None:
        table = self.root
        self._skip(_BLANK)
        while self.pos < len(self.text):
            if self._at("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)

    def _header(self) -> Mark:
        """Read `[a.b]` or `[[a.b]]`; return the table that the next lines fill."""
        bracket = self.pos
        many = self._at("[[")
        self.pos += 2 if many else 1
        *parents, (name, at) = self._keys()
        self._take("]]" if many else "]")
        parent = self.root
        for key, key_at in parents:
            parent = self._table(parent, key, bracket, key_at).last()
        table = self._table(parent, name, bracket, at)
        if many:
            table.many = True
            return self._child(table, len(table.children), bracket, at)
        if table.many:
            raise _Unreadable
        # A header says more than a passing mention in an earlier `[a.b]`.
        table.value, table.key = bracket, at
        return table

    def _pair(self, table: Mark) -> None:
        """Read `key.key = value` into a table."""
        *parents, (name, at) = self._keys()
        self._take("=")
        self._skip(_SPACE)
        for key, key_at in parents:
            table = self._table(table, key, key_at, key_at)
        self._value(self._child(table, name, self.pos, at))

    def _keys(self) -> list[tuple[str, int]]:
        """Read a dotted key: each name with its offset."""
        keys: list[tuple[str, int]] = []
        while True:
            self._skip(_SPACE)
            at = self.pos
            # Said here and not only by `_child`: `tomllib` takes quadratic time on a long key.
            if len(keys) == MAX_DEPTH:
                raise TooLarge(at)
            keys.append((unquote_key(self._match(KEY)), at))
            self._skip(_SPACE)
            if not self._at("."):
                return keys
            self.pos += 1

    def _value(self, mark: Mark) -> None:
        """Read one value, whose mark is already in its place."""
        if self._at("["):
            self._array(mark)
        elif self._at("{"):
            self._inline_table(mark)
        elif STRING.match(self.text, self.pos):
            self._match(STRING)
            mark.end = self.pos
        elif len(self._match(_BARE)) > MAX_TOKEN:
            raise TooLarge(mark.value)

    def _array(self, mark: Mark) -> None:
        self.pos += 1
        self._skip(_BLANK)
        while not self._at("]"):
            self._value(self._child(mark, len(mark.children), self.pos, None))
            self._comma()
        self.pos += 1

    def _inline_table(self, mark: Mark) -> None:
        self.pos += 1
        self._skip(_BLANK)
        while not self._at("}"):
            self._pair(mark)
            self._comma()
        self.pos += 1

    def _comma(self) -> None:
        self._skip(_BLANK)
        if self._at(","):
            self.pos += 1
            self._skip(_BLANK)

    def _table(self, parent: Mark, name: str, value: int, key: int) -> Mark:
        """The child of that name, made here if this is its first mention."""
        found = parent.children.get(name)
        return self._child(parent, name, value, key) if found is None else found

    def _child(self, parent: Mark, name: str | int, value: int, key: int | None) -> Mark:
        if parent.depth == MAX_DEPTH:
            raise TooLarge(value)
        child = parent.children[name] = Mark(value, key, parent.depth + 1)
        return child

    def _at(self, sign: str) -> bool:
        return self.text.startswith(sign, self.pos)

    def _take(self, sign: str) -> None:
        if not self._at(sign):
            raise _Unreadable
        self.pos += len(sign)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.pos)
        self.pos = found.end() if found else self.pos

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.pos)
        if found is None:
            raise _Unreadable
        self.pos = found.end()
        return found[0]
