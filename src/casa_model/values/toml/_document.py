"""A TOML text that was read: its data, and the place of everything in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from casa_model.errors import Place
from casa_model.values.toml._marks import Mark
from casa_model.values.toml._scanner import scan
from casa_model.values.toml._strings import unquote

_NEWLINE: Final = re.compile("\n")

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way from the root to a value: keys of tables and, in arrays, indices from 0."""


@frozen(eq=False)
class Document:
    """What a file says (`data`, as `tomllib` reads it) and where it says it.

    Places count lines and columns from 1, in characters. No path is ever an error: one that
    does not exist has the place of its nearest ancestor.
    """

    file: str
    data: dict[str, Any] = field(repr=False)
    _text: str = field(repr=False)
    _scanned: Mark | None = field(default=None, repr=False)

    @cached_property
    def _root(self) -> Mark:
        # Where things stand is looked for when a fault asks: a file of ours has none.
        return scan(self._text) if self._scanned is None else self._scanned

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(end.end() for end in _NEWLINE.finditer(self._text)))

    def place(self, path: KeyPath) -> Place:
        """Where the value begins: its first sign, or the bracket of its table's header.

        A table that only dotted keys mention begins at the first of those keys.
        """
        mark, _ = self._find(path)
        return self._at(mark.value)

    def key_place(self, path: KeyPath) -> Place:
        """Where the last key of the path is written; for an item of an array, the value."""
        mark, exact = self._find(path)
        return self._at(mark.key if exact and mark.key is not None else mark.value)

    def inside(self, path: KeyPath, offset: int) -> Place:
        """Where character `offset`, from 0, of the string at the path is written.

        An offset beyond the string means its closing quote; for any other value, its beginning.
        """
        mark, exact = self._find(path)
        if not exact or mark.end is None:
            return self._at(mark.value)
        _, offsets = unquote(self._text[mark.value : mark.end])
        return self._at(mark.value + offsets[max(0, min(offset, len(offsets) - 1))])

    def _find(self, path: KeyPath) -> tuple[Mark, bool]:
        """The mark at the path or at its nearest ancestor, and whether it is the path's own."""
        mark = self._root
        for step in path:
            child = mark.children.get(step)
            if child is None:
                return mark, False
            mark = child
        return mark, True

    def _at(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1)
