"""A rule book as plain text: short lines, nothing that only the eye would read."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Final, assert_never

from casa_model.readers.prose._frase import Frase
from casa_model.readers.prose._libro import Condizione, Elenco, Paragrafo, Tabella

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.prose._frase import Detto
    from casa_model.readers.prose._libro import Blocco, Libro

WIDTH: Final = 100
_GLUE: Final = "\u00a0"
_TOGETHER: Final = re.compile(r"\b(?:art|c|par|lett|l|r)\. \S|\b(?:punto|letter|point) \S|\S [€%]")
_STEP: Final = "  "


def testo_di(libro: Libro) -> str:
    """The whole book."""
    return "\n".join(_lines(libro)) + "\n"


def _lines(libro: Libro) -> Iterator[str]:
    yield from (libro.titolo, "=" * len(libro.titolo))
    for blocco in libro.apertura:
        yield from ("", *_blocco(blocco, ""))
    for sezione in libro.sezioni:
        yield from ("", "", sezione.titolo, "-" * len(sezione.titolo))
        for blocco in sezione.blocchi:
            yield from ("", *_blocco(blocco, ""))
        for number, scheda in enumerate(sezione.schede, start=1):
            yield from ("", *_wrapped(f"{number}. ", scheda.titolo, ""))
            for blocco in scheda.blocchi:
                yield from _blocco(blocco, "   ")


def _blocco(blocco: Blocco, indent: str) -> Iterable[str]:
    match blocco:
        case Paragrafo(testo=testo):
            return _wrapped("", testo, indent)
        case Condizione(detto=detto):
            return _detto(detto, indent)
        case Elenco(righe=righe, numerato=numerato):
            return [
                line
                for number, riga in enumerate(righe, start=1)
                for line in _wrapped(f"{number}. " if numerato else "- ", riga, indent)
            ]
        case Tabella():
            return _tabella(blocco, indent)
        case _:
            assert_never(blocco)


def _detto(detto: Detto, indent: str) -> Iterator[str]:
    if isinstance(detto, Frase):
        yield from _wrapped("- ", detto.testo, indent)
        return
    yield from _wrapped("- ", f"{detto.testo}:", indent)
    for part in detto.parti:
        yield from _detto(part, indent + _STEP)


def _tabella(tabella: Tabella, indent: str) -> Iterator[str]:
    """Each row as a line, every cell under the name of its column: it reads aloud."""
    for riga in tabella.righe:
        cells = zip(tabella.intestazioni, riga, strict=True)
        yield from _wrapped("- ", "; ".join(f"{head}: {cell}" for head, cell in cells), indent)


def _wrapped(mark: str, text: str, indent: str) -> list[str]:
    """Lines of a width; what is read in one breath (`art. 6`, `9.360,00 €`) is not parted."""
    lines = textwrap.wrap(
        _TOGETHER.sub(lambda found: found[0].replace(" ", _GLUE), text),
        WIDTH,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_GLUE, " ") for line in lines]
