"""What is wrong with an entry, said once: for the class that refuses it, and for its file."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from casa_model.errors._catalogue import CATALOGUE
from casa_model.errors._root import InvalidValue


@frozen
class Problem:
    """A catalogue code, the way to the part at fault, and the words that fill the sentence.

    `where` are field names and, in tuples, indices from 0: in a file, the same keys.
    """

    code: str
    where: tuple[str | int, ...] = ()
    data: Mapping[str, str] = field(factory=dict[str, str], hash=False)


class InvalidEntry(InvalidValue):
    """Raised when an entry of the programme contradicts itself or another, or names nothing.

    `problems` are all that is wrong, each with its catalogue code.
    """

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        told = [(CATALOGUE[each.code], each.data) for each in problems]
        super().__init__(
            it="; ".join(entry.it.format_map(data) for entry, data in told),
            en="; ".join(entry.en.format_map(data) for entry, data in told),
        )
