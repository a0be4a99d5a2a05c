"""Where a rule or a number comes from: the act, the place in it, and who saw it."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import asdict, field, frozen

from casa_model.errors import InvalidValue
from casa_model.values._exact import exact
from casa_model.values.testo import Testo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.errors import Lang

_LATIN: Final = r"(?:-[a-z]+(?:\.[1-9][0-9]*)?)?"  # -bis, -ter, and -bis.1 of a later insertion
_NUMBER: Final = rf"[1-9][0-9]*{_LATIN}"

# The parts of a citation in order: field, its word in the text, its form.
_PARTS: Final = (
    ("atto", "", r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"),
    ("articolo", "art. ", _NUMBER),
    ("comma", "c. ", _NUMBER),
    ("lettera", "lett. ", rf"[a-z]{{1,2}}{_LATIN}"),
    ("punto", "punto ", _NUMBER),
    ("allegato", "all. ", r"(?:[A-Z]|[A-Z]?[1-9][0-9]*)"),
)
_FORMS: Final = {name: re.compile(form) for name, _, form in _PARTS}
_CITATION: Final = re.compile(
    "".join(
        f"(?P<{name}>{form})" if name == "atto" else f"(?:, {re.escape(word)}(?P<{name}>{form}))?"
        for name, word, form in _PARTS
    )
)
_WORDS: Final = {
    "articolo": Testo(it="art. {}", en="art. {}"),
    "comma": Testo(it="c. {}", en="par. {}"),
    "lettera": Testo(it="lett. {})", en="letter {})"),
    "punto": Testo(it="punto {}", en="point {}"),
    "allegato": Testo(it="all. {}", en="annex {}"),
}


class Grado(StrEnum):
    """How a number or a requirement is known; printed wherever the number is."""

    ATTO = "atto"
    """Seen in the text of the act."""
    SECONDARIA = "secondaria"
    """Seen on a municipal page, in a press release, in a newspaper."""
    DERIVATA = "derivata"
    """Arithmetic or a choice, shown."""

    def render(self, lang: Lang) -> str:
        """Return the words for people in `lang`."""
        return _GRADES[self].render(lang)


_GRADES: Final = {
    Grado.ATTO: Testo(it="dall'atto", en="from the act"),
    Grado.SECONDARIA: Testo(it="da fonte secondaria", en="from a secondary source"),
    Grado.DERIVATA: Testo(it="derivata", en="derived"),
}


@frozen
class Atto:
    """An act: its kebab-case code, its short name (`r.r. 11/2019`) and title.

    `urn` is its Normattiva or ELI name, `data` the day it was signed, `pubblicazione` the bulletin
    that carried it; each is None when not known. Raises `InvalidValue` for a code that no citation
    could spell.
    """

    codice: str = field(validator=exact(str))
    nome: str = field(validator=exact(str))
    titolo: Testo = field(validator=exact(Testo))
    urn: str | None = None
    data: date | None = field(default=None, validator=exact(date, optional=True))
    pubblicazione: str | None = None
    url: str | None = None

    def __attrs_post_init__(self) -> None:
        if _FORMS["atto"].fullmatch(self.codice) is None:
            raise InvalidValue(
                it=f"`{self.codice}` non è il codice di un atto; scrivi per esempio `rr-11-2019`",
                en=f"`{self.codice}` is not the code of an act; write for example `rr-11-2019`",
            )


@frozen
class Norma:
    """A place in an act: `atto` is the act's code, every other part may be missing.

    Raises `InvalidValue` for a part that the grammar of `parse` cannot spell, so that
    ``Norma.parse(str(norma)) == norma`` always.
    """

    atto: str = field(validator=exact(str))
    articolo: str | None = field(default=None, validator=exact(str, optional=True))
    comma: str | None = field(default=None, validator=exact(str, optional=True))
    lettera: str | None = field(default=None, validator=exact(str, optional=True))
    punto: str | None = field(default=None, validator=exact(str, optional=True))
    allegato: str | None = field(default=None, validator=exact(str, optional=True))

    def __attrs_post_init__(self) -> None:
        for name, form in _FORMS.items():
            part = getattr(self, name)
            if part is not None and form.fullmatch(part) is None:
                raise InvalidValue(
                    it=f"`{part}` non può stare in `{name}` di una citazione; "
                    "scrivi per esempio `rr-11-2019`, `10-bis`, `c`",
                    en=f"`{part}` cannot stand in `{name}` of a citation; "
                    "write for example `rr-11-2019`, `10-bis`, `c`",
                )

    @classmethod
    def parse(cls, text: str) -> Norma:
        """Read `rr-11-2019, art. 6, c. 1, lett. c, punto 1, all. A`: this order, any part missing.

        Raises `InvalidValue`.
        """
        found = _CITATION.fullmatch(text)
        if found is None:
            raise InvalidValue(
                it=f"`{text}` non è una citazione; scrivi per esempio "
                "`rr-11-2019, art. 6, c. 1, lett. c`",
                en=f"`{text}` is not a citation; write for example "
                "`rr-11-2019, art. 6, c. 1, lett. c`",
            )
        return cls(**found.groupdict())

    def render(self, atti: Mapping[str, Atto], lang: Lang) -> str:
        """Cite for people, `r.r. 11/2019, art. 6, c. 1, lett. c)`; an unknown act by its code."""
        act = atti.get(self.atto)
        values = asdict(self)
        words = [act.nome if act else self.atto]
        words += [w.render(lang).format(values[n]) for n, w in _WORDS.items() if values[n]]
        return ", ".join(words)

    def __str__(self) -> str:
        values = asdict(self)
        return ", ".join(f"{word}{values[name]}" for name, word, _ in _PARTS if values[name])


@frozen
class Fonte:
    """What supports a number: a place in an act, a described source (`testo`), or both.

    Raises `InvalidValue` when there is neither, `IllTyped` when `grado` is not a `Grado`.
    """

    grado: Grado = field(validator=exact(Grado))
    norma: Norma | None = field(default=None, validator=exact(Norma, optional=True))
    testo: str | None = field(default=None, validator=exact(str, optional=True))
    url: str | None = None
    nota: Testo | None = field(default=None, validator=exact(Testo, optional=True))

    def __attrs_post_init__(self) -> None:
        if self.norma is None and not (self.testo or "").strip():
            raise InvalidValue(
                it="la fonte non dice da dove viene; aggiungi una `norma` o un `testo`",
                en="the source does not say where it comes from; add a `norma` or a `testo`",
            )

    def render(self, atti: Mapping[str, Atto], lang: Lang) -> str:
        """Cite for people with the grade: `r.r. 11/2019, art. 6 [dall'atto]`."""
        cited = [self.norma.render(atti, lang)] if self.norma else []
        told = [self.testo] if self.testo else []
        return f"{'; '.join(cited + told)} [{self.grado.render(lang)}]"
