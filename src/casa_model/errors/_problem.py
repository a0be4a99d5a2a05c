"""What is wrong with an entry, said once: for the class that refuses it, and for its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.errors._fault import Fault, Place
from casa_model.errors._root import InvalidValue

if TYPE_CHECKING:
    from casa_model.errors._root import Lang

_NOWHERE: Final = Place("", 1, 1)


@frozen
class Problem:
    """A catalogue code, the way to the part at fault, and the words that fill the sentence.

    `where` are field names and, in tuples, indices from 0: in a file, the same keys.
    """

    code: str
    where: tuple[str | int, ...] = ()
    data: Mapping[str, str] = field(factory=dict[str, str], hash=False)
    vicino: str | None = None
    """A near miss, when there is one."""

    def testo(self, lang: Lang) -> str:
        """The sentence in `lang`, near miss included."""
        return Fault(self.code, _NOWHERE, self.data, self.vicino).testo(lang)


class InvalidEntry(InvalidValue):
    """Raised when an entry of the programme contradicts itself or another, or names nothing.

    `problems` are all that is wrong, each with its catalogue code.
    """

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(
            it="; ".join(each.testo("it") for each in problems),
            en="; ".join(each.testo("en") for each in problems),
        )
