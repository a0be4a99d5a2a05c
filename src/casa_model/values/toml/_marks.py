"""Where one value of a TOML text stands, and the values inside it."""

from __future__ import annotations

from attrs import Factory, define


@define(eq=False)
class Mark:
    """Offsets in the text; the scanner grows it, nobody else writes to it.

    `value` is where the value begins, `key` where its key does (None in an array), `end` where
    a string ends (None for all else). `many` marks an array of `[[tables]]`.
    """

    value: int
    key: int | None = None
    depth: int = 0
    end: int | None = None
    many: bool = False
    children: dict[str | int, Mark] = Factory(dict[str | int, "Mark"])

    def last(self) -> Mark:
        """The table that a header means by this name: of an array, the latest one."""
        return self.children[len(self.children) - 1] if self.many else self
