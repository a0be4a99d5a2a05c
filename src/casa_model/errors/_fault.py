"""One thing wrong in one place of a file, and the basket that collects them all."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.errors._catalogue import CATALOGUE
from casa_model.errors._root import InvalidFile, UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.errors._root import Lang


def near(word: str, known: Iterable[str]) -> str | None:
    """The name of `known` that `word` was probably meant to be, or None; capitals do not count."""
    small = {name.lower(): name for name in known}
    found = difflib.get_close_matches(word.lower(), list(small), n=1, cutoff=0.6)
    return small[found[0]] if found else None


@frozen(order=True)
class Place:
    """A point of a file: 1-based line and column, counted in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@frozen
class Fault:
    """A catalogue code, the place, and the words that fill the catalogue's sentence.

    `data` never holds the value of a fact. `vicino` is a near miss, when there is one.
    """

    code: str
    place: Place
    data: Mapping[str, str] = field(factory=dict[str, str], hash=False)
    vicino: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.code not in CATALOGUE:
            raise UnknownName(
                it=f"`{self.code}` non è un codice del catalogo; aggiungilo al catalogo",
                en=f"`{self.code}` is not a code of the catalogue; add it to the catalogue",
            )

    @property
    def grave(self) -> bool:
        """Whether the file is refused; otherwise the fault is advice."""
        return CATALOGUE[self.code].grave

    def testo(self, lang: Lang) -> str:
        """The sentence in `lang`, near miss included."""
        entry = CATALOGUE[self.code]
        sentence = (entry.it if lang == "it" else entry.en).format_map(self.data)
        if self.vicino is None:
            return sentence
        ask = "forse intendevi" if lang == "it" else "did you mean"
        return f"{sentence}; {ask} `{self.vicino}`?"

    def riga(self, lang: Lang) -> str:
        """The whole line a person reads: place, code, sentence; advice says that it is advice."""
        advice = "consiglio: " if lang == "it" else "advice: "
        return f"{self.place}: {self.code}: {'' if self.grave else advice}{self.testo(lang)}"

    def __str__(self) -> str:
        return self.riga("en")


class Faults:
    """A basket: readers of files put every fault in and raise once, at the end."""

    def __init__(self) -> None:
        self._all: list[Fault] = []

    def add(self, code: str, place: Place, *, vicino: str | None = None, **data: object) -> None:
        """Put one fault in; `data` fills the catalogue's sentence."""
        fault = Fault(code, place, {k: str(v) for k, v in data.items()}, vicino)
        if fault not in self._all:
            self._all.append(fault)

    def extend(self, faults: Iterable[Fault]) -> None:
        """Put several faults in."""
        self._all.extend(f for f in faults if f not in self._all)

    @property
    def gravi(self) -> tuple[Fault, ...]:
        """The faults that refuse the file, in order of place."""
        return tuple(sorted((f for f in self._all if f.grave), key=lambda f: f.place))

    @property
    def rilievi(self) -> tuple[Fault, ...]:
        """The advice, in order of place."""
        return tuple(sorted((f for f in self._all if not f.grave), key=lambda f: f.place))

    def raise_if_grave(self) -> None:
        """Raise `InvalidFile` with every grave fault, if there is any."""
        if self.gravi:
            raise InvalidFile(self.gravi)
