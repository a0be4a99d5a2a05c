"""A mapping that cannot change: it hashes, copies and travels between processes.

`types.MappingProxyType` does none of the three, and a process pool sends households around.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from typing import Final, TypeVar

K = TypeVar("K")
V = TypeVar("V")

_HIDDEN: Final = "<FrozenMap of {}>"


class FrozenMap(Mapping[K, V]):
    """The entries of a mapping as they were when it was made, in their order.

    Equal to any mapping with the same entries. The `repr` tells how many they are and nothing
    else, because the values of people's facts live in such mappings.
    """

    __slots__ = ("_entries",)
    _entries: dict[K, V]

    def __init__(self, entries: Mapping[K, V]) -> None:
        """Take the entries of a mapping, which is not kept."""
        object.__setattr__(self, "_entries", dict(entries))

    def __getitem__(self, key: K) -> V:
        return self._entries[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    # `Mapping` makes these out of single look-ups: five times slower where millions of facts pass.
    def items(self) -> ItemsView[K, V]:
        """The entries, in their order."""
        return self._entries.items()

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def __hash__(self) -> int:
        return hash(frozenset(self._entries.items()))

    def __repr__(self) -> str:
        return _HIDDEN.format(len(self._entries))

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return type(self), (self._entries,)

    def __setattr__(self, name: str, value: object) -> None:
        message = "a `FrozenMap` cannot change"
        raise AttributeError(message)
