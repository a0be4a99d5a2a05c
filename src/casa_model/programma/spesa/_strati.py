"""A mapping that grows by making another: both stay, and share nearly all that they hold.

Every entry gives a new ledger and every older ledger stays good, so what is inside may not change;
copying a dictionary of ten thousand commitments at each entry would cost seconds and gigabytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

V = TypeVar("V")
D = TypeVar("D")


@frozen(eq=False, repr=False)
class Strati(Generic[V]):
    """Layers of entries, each at least twice as large as the next, the newest last.

    A key is in as many layers as it was written in; the newest one is right. Adding an entry
    copies a logarithm of the size, on average.
    """

    _layers: tuple[dict[str, V], ...] = ()

    def get(self, key: str, default: D) -> V | D:
        """The value of `key`, or `default`."""
        for layer in reversed(self._layers):
            if key in layer:
                return layer[key]
        return default

    def __contains__(self, key: str) -> bool:
        return any(key in layer for layer in self._layers)

    def plus(self, key: str, value: V) -> Strati[V]:
        """The same entries and this one, which takes the place of an older one of its key."""
        layers, newest = self._layers, {key: value}
        while layers and len(layers[-1]) < 2 * len(newest):
            newest = {**layers[-1], **newest}
            layers = layers[:-1]
        return Strati((*layers, newest))

    def items(self) -> Iterator[tuple[str, V]]:
        """The entries, in the order in which their keys were first added."""
        whole: dict[str, V] = {}
        for layer in self._layers:
            whole.update(layer)
        return iter(whole.items())
