"""A measure as the key of what is kept about it."""

from __future__ import annotations

from attrs import frozen

from casa_model.rules.misura import Misura


@frozen(eq=False)
class Same:
    """A measure as a key: the very same object, which costs nothing to compare."""

    misura: Misura

    def __hash__(self) -> int:
        return id(self.misura)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.misura is other.misura
