"""A rule book as Markdown: CommonMark, with the tables that every reader of it knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from casa_model.readers.prose._frase import Frase
from casa_model.readers.prose._libro import Condizione, Elenco, Paragrafo, Tabella

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.prose._frase import Detto
    from casa_model.readers.prose._libro import Blocco, Libro

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_OPENS: Final = re.compile(r"^(?:(?=[-+=])|(\d+)(?=[.)](?: |$)))")
"""What begins a list, or a line across the page, where it begins a line."""


def markdown_di(libro: Libro) -> str:
    """The whole book, with a line feed at the end."""
    return "\n".join(_lines(libro)) + "\n"


def _lines(libro: Libro) -> Iterator[str]:
    yield f"# {_plain(libro.titolo)}"
    for blocco in libro.apertura:
        yield from ("", *_blocco(blocco))
    for sezione in libro.sezioni:
        yield from ("", f"## {_plain(sezione.titolo)}")
        for blocco in sezione.blocchi:
            yield from ("", *_blocco(blocco))
        for number, scheda in enumerate(sezione.schede, start=1):
            yield from ("", f"### {number}. {_plain(scheda.titolo)}")
            for blocco in scheda.blocchi:
                yield from ("", *_blocco(blocco))


def _blocco(blocco: Blocco) -> list[str]:
    match blocco:
        case Paragrafo(testo=testo):
            return [_line(testo)]
        case Condizione(detto=detto):
            return list(_detto(detto, ""))
        case Elenco(righe=righe, numerato=numerato):
            marks = (f"{number}." if numerato else "-" for number in range(1, len(righe) + 1))
            return [f"{mark} {_line(riga)}" for mark, riga in zip(marks, righe, strict=True)]
        case Tabella(intestazioni=heads, righe=righe):
            rule = "|" + " --- |" * len(heads)
            return [_row(heads), rule, *(_row(riga) for riga in righe)]
        case _:
            assert_never(blocco)


def _detto(detto: Detto, indent: str) -> Iterator[str]:
    if isinstance(detto, Frase):
        yield f"{indent}- {_line(detto.testo)}"
        return
    yield f"{indent}- {_line(detto.testo)}:"
    for part in detto.parti:
        yield from _detto(part, indent + "  ")


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |"


def _line(text: str) -> str:
    """A text that begins a line, or an entry of a list, and is not a list itself."""
    return _OPENS.sub(r"\1\\", _plain(text))


def _plain(text: str) -> str:
    """A text in which nothing is a sign of Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
