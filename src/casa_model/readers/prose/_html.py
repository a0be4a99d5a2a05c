"""A rule book as one HTML page: headings, lists and tables, readable on a screen and on paper."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, assert_never

from casa_model.readers.prose._frase import Frase
from casa_model.readers.prose._libro import Condizione, Elenco, Paragrafo, Tabella

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.prose._frase import Detto
    from casa_model.readers.prose._libro import Blocco, Libro

STYLE: Final = (
    "body{font:1.05rem/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1a1a;background:#fff}"
    "h1,h2,h3{line-height:1.25;break-after:avoid}"
    "h2{border-bottom:1px solid #767676;padding-bottom:.2rem;margin-top:2.5rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "th{background:#f0f0f0}section section{break-inside:avoid}"
)


def html_di(libro: Libro) -> str:
    """The whole page; every text is escaped, and there is no script in it."""
    return "\n".join(_lines(libro)) + "\n"


def _lines(libro: Libro) -> Iterator[str]:
    title = escape(libro.titolo)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{libro.lang}">'
    yield f'<head><meta charset="utf-8"><title>{title}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{STYLE}</style></head>"
    yield "<body><main>"
    yield f"<h1>{title}</h1>"
    yield from blocchi_html(libro.apertura)
    for sezione in libro.sezioni:
        yield f"<section><h2>{escape(sezione.titolo)}</h2>"
        yield from blocchi_html(sezione.blocchi)
        for number, scheda in enumerate(sezione.schede, start=1):
            yield f"<section><h3>{number}. {escape(scheda.titolo)}</h3>"
            yield from blocchi_html(scheda.blocchi)
            yield "</section>"
        yield "</section>"
    yield "</main></body></html>"


def blocchi_html(blocchi: Iterable[Blocco]) -> Iterator[str]:
    """Each block on a line of its own, escaped."""
    for blocco in blocchi:
        yield _blocco(blocco)


def _blocco(blocco: Blocco) -> str:
    match blocco:
        case Paragrafo(testo=testo):
            return f"<p>{escape(testo)}</p>"
        case Condizione(detto=detto):
            return f"<ul>{_detto(detto)}</ul>"
        case Elenco(righe=righe, numerato=numerato):
            tag = "ol" if numerato else "ul"
            return f"<{tag}>{''.join(f'<li>{escape(riga)}</li>' for riga in righe)}</{tag}>"
        case Tabella(intestazioni=heads, righe=righe):
            head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in heads)
            rows = "".join(map(_row, righe))
            return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        case _:
            assert_never(blocco)


def _row(cells: tuple[str, ...]) -> str:
    first, *others = (escape(cell) for cell in cells)
    rest = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<tr><th scope="row">{first}</th>{rest}</tr>'


def _detto(detto: Detto) -> str:
    if isinstance(detto, Frase):
        return f"<li>{escape(detto.testo)}</li>"
    return f"<li>{escape(detto.testo)}:<ul>{''.join(map(_detto, detto.parti))}</ul></li>"
