"""A rule book: sections made of four kinds of block, in one language, without any formatting."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from casa_model.errors import Lang
from casa_model.readers.prose._frase import Detto


@frozen
class Paragrafo:
    """Some sentences, as they are."""

    testo: str


@frozen
class Condizione:
    """A condition in words."""

    detto: Detto


@frozen
class Elenco:
    """Lines of one kind; `numerato` when their order counts."""

    righe: tuple[str, ...]
    numerato: bool = False


@frozen
class Tabella:
    """Rows under headings, as many in each row."""

    intestazioni: tuple[str, ...]
    righe: tuple[tuple[str, ...], ...]


Blocco: TypeAlias = Paragrafo | Condizione | Elenco | Tabella
"""A piece of a section."""


@frozen
class Scheda:
    """One thing of a section under its own name: a requirement, a number, a definition.

    `chiave` is the code or name that the rule has for it; empty for what has none.
    """

    titolo: str
    blocchi: tuple[Blocco, ...]
    chiave: str = ""


@frozen
class Sezione:
    """A part of the book: what opens it, then its things. `chiave` is the kind of part."""

    titolo: str
    blocchi: tuple[Blocco, ...] = ()
    schede: tuple[Scheda, ...] = ()
    chiave: str = ""


@frozen
class Libro:
    """The rule book of a measure or of a notice, in `lang`."""

    lang: Lang
    titolo: str
    apertura: tuple[Blocco, ...]
    sezioni: tuple[Sezione, ...]

    def testo(self) -> str:
        """The whole as plain text, for a terminal and for reading aloud."""
        from casa_model.readers.prose._testo import testo_di  # noqa: PLC0415 - a renderer reads us

        return testo_di(self)

    def markdown(self) -> str:
        """The whole as Markdown (CommonMark with tables)."""
        from casa_model.readers.prose._markdown import markdown_di  # noqa: PLC0415 - as above

        return markdown_di(self)

    def html(self) -> str:
        """The whole as one HTML page, which needs no other file and no script."""
        from casa_model.readers.prose._html import html_di  # noqa: PLC0415 - as above

        return html_di(self)
