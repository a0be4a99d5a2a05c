"""The rule book coloured by what cases cover of it: signs and words beside every colour."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from casa_model.readers.copertura._copertura import Coperto, Escluso, Mancante
from casa_model.readers.copertura._punto import Parte
from casa_model.readers.copertura._quadro import quadri, segno
from casa_model.readers.copertura._rapporto import riassunto, visto
from casa_model.readers.prose._html import STYLE, blocchi_html
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.errors import Lang
    from casa_model.readers.copertura._copertura import Copertura
    from casa_model.readers.copertura._quadro import Quadro, Riga
    from casa_model.readers.prose import Libro, Sezione

_STYLE: Final = (
    ".punti{border-left:.4rem solid #767676;padding:.3rem .8rem;margin:1rem 0}"
    ".coperta{border-color:#1b6e2d;background:#eef7f0}"
    ".mancante{border-color:#a3151a;background:#fbeeee}"
    ".coperto{color:#14521f}.manca{color:#8c1115;font-weight:bold}"
    ".impossibile{color:#4a4a4a;font-style:italic}"
)
_CLASSES: Final = {Coperto: "coperto", Mancante: "manca", Escluso: "impossibile"}
_OF: Final = {
    "requisiti": Parte.REQUISITO,
    "definizioni": Parte.DEFINIZIONE,
    "parametri": Parte.PARAMETRO,
    "importo": Parte.IMPORTO,
    "graduatoria": Parte.RISERVA,
}
_TITLE: Final = Testo(it="Copertura: {a}", en="Coverage: {a}")
_LEGEND: Final = Testo(
    it="✓ un caso lo prova; ✗ manca: nessun caso lo prova; – impossibile: nessuno può arrivarci, e "
    "non conta.",
    en="✓ a case tries it; ✗ missing: no case tries it; – impossible: nobody can come to it, and "
    "it does not count.",
)
_SEEN: Final = Testo(it="Che cosa provano i casi", en="What the cases try")


def html_di(libro: Libro, coperta: Copertura) -> str:
    """The rule book of the same rules as one page, each part with its points.

    The page needs no other file and no script. What a part is does not hang on its colour: every
    point has its sign and, unless it is covered, its word.
    """
    return "\n".join(_lines(libro, coperta)) + "\n"


def _lines(libro: Libro, coperta: Copertura) -> Iterator[str]:
    lang, title = libro.lang, escape(_TITLE.render(libro.lang).format(a=libro.titolo))
    tables = quadri(coperta, lang)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{lang}">'
    yield f'<head><meta charset="utf-8"><title>{title}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{STYLE}{_STYLE}</style></head>"
    yield "<body><main>"
    yield f"<h1>{title}</h1>"
    yield f"<p><strong>{_coded(riassunto(coperta, lang))}.</strong></p>"
    yield f"<p>{escape(_LEGEND.render(lang))}</p>"
    yield from _points((q for q in tables if q.dove.parte is Parte.ESITO), lang)
    yield from blocchi_html(libro.apertura)
    for sezione in libro.sezioni:
        yield from _section(sezione, tables, lang)
    yield "</main></body></html>"


def _section(sezione: Sezione, tables: tuple[Quadro, ...], lang: Lang) -> Iterator[str]:
    parte = _OF.get(sezione.chiave)
    own = [quadro for quadro in tables if quadro.dove.parte is parte]
    yield f"<section><h2>{escape(sezione.titolo)}</h2>"
    yield from blocchi_html(sezione.blocchi)
    if not sezione.schede:
        yield from _points(own, lang)
    for number, scheda in enumerate(sezione.schede, start=1):
        yield f"<section><h3>{number}. {escape(scheda.titolo)}</h3>"
        yield from blocchi_html(scheda.blocchi)
        yield from _points((q for q in own if scheda.chiave and q.dove.nome == scheda.chiave), lang)
        yield "</section>"
    yield "</section>"


def _points(tables: Iterable[Quadro], lang: Lang) -> Iterator[str]:
    for quadro in tables:
        whole = "mancante" if quadro.mancanti else "coperta"
        yield f'<div class="punti {whole}"><p>{_SEEN.render(lang)}: {_coded(quadro.titolo)}</p>'
        yield f"<ul>{''.join(_row(riga, lang) for riga in quadro.righe)}</ul></div>"


def _row(riga: Riga, lang: Lang) -> str:
    points = "".join(
        f'<li class="{_CLASSES[type(c.stato)]}">{_coded(c.parola)} {segno(c.stato, lang)}'
        f"{_cited(visto(c.stato, lang))}</li>"
        for c in riga.caselle
    )
    return f"<li>{_coded(riga.titolo)}<ul>{points}</ul></li>"


def _cited(text: str) -> str:
    return f": {_coded(text)}" if text else ""


def _coded(text: str) -> str:
    """A text whose pieces between grave accents are code."""
    pieces = text.split("`")
    return "".join(
        f"<code>{escape(piece)}</code>" if at % 2 else escape(piece)
        for at, piece in enumerate(pieces)
    )
