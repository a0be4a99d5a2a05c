"""What every outside code has in common: a text of one exact form."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Self

from attrs import field, frozen

from casa_model.errors import InvalidValue
from casa_model.values._exact import exact
from casa_model.values.testo import Testo


@frozen
class Codice(ABC):
    """A code that somebody else assigns; two kinds of code are never equal.

    Raises `InvalidValue`, whose message never repeats the text: a code may be a person's fact.
    """

    atteso: ClassVar[Testo]
    """The form of the code, in words, with an example."""

    valore: str = field(validator=exact(str))

    def __attrs_post_init__(self) -> None:
        if not self.is_valid(self.valore):
            raise InvalidValue(it=self.atteso.it, en=self.atteso.en)

    @classmethod
    @abstractmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `text` has the form of this code and right check digits, if it has any."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the code, exactly as written. Raises `InvalidValue`."""
        return cls(text)

    def __str__(self) -> str:
        return self.valore
