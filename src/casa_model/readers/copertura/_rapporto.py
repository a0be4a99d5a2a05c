"""The coverage of a rule in words: for a terminal, and as Markdown with the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.copertura._copertura import Coperto, Escluso
from casa_model.readers.copertura._quadro import quadri, segno
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.errors import Lang
    from casa_model.readers.copertura._copertura import Copertura, Stato
    from casa_model.readers.copertura._quadro import Quadro, Riga

_SUMMARY: Final = Testo(
    it="`{m}`: copertura {p} % ({c} punti su {t})", en="`{m}`: coverage {p} % ({c} points of {t})"
)
_MISSING: Final = Testo(it="mancano {n}", en="{n} missing")
_ONE_MISSING: Final = Testo(it="manca {n}", en="{n} missing")
_ONE_IMPOSSIBLE: Final = Testo(it="impossibile {n}, non conta", en="{n} impossible, not counted")
_IMPOSSIBLE: Final = Testo(it="impossibili {n}, non contano", en="{n} impossible, not counted")
_OUT: Final = Testo(it="casi che non si possono provare: {a}", en="cases that cannot be tried: {a}")
_NO_SUM: Final = Testo(
    it="ammessi senza `importo`, che di cifre non provano nulla: {a}",
    en="admitted without `importo`, which try no sum: {a}",
)
_NO_REASON: Final = Testo(
    it="non ammessi per più motivi senza `motivi`, che dei requisiti non provano nulla: {a}",
    en="not admitted for several reasons without `motivi`, which try no requirement: {a}",
)
_NO_FACTS: Final = Testo(
    it="da completare per più cose ignote senza `mancano`, che di queste non provano nulla: {a}",
    en="to be completed, several things not known, without `mancano`, which try none of them: {a}",
)
_UNWRITTEN: Final = Testo(it="{n} da scrivere", en="{n} to be written")
_FAILED: Final = Testo(it="{n} falliti", en="{n} failed")
_ONE_FAILED: Final = Testo(it="{n} fallito", en="{n} failed")
_AND: Final = Testo(it=" e ", en=" and ")
_NOT_COUNTED: Final = Testo(it="CASI CHE NON CONTANO: {a}", en="CASES THAT DO NOT COUNT: {a}")
_HEADS: Final = Testo(it="| che cosa | punto | casi |", en="| what | point | cases |")
_ONE_MORE: Final = Testo(it="{a} e un altro", en="{a} and one more")
_MORE: Final = Testo(it="{a} e altri {n}", en="{a} and {n} more")
_SHOWN: Final = 2


def riassunto(coperta: Copertura, lang: Lang) -> str:
    """One line: how many points are covered, missing, impossible; how many cases do not count."""
    covered, missing = len(coperta.coperti), len(coperta.mancanti)
    said = [
        _SUMMARY.render(lang).format(
            m=coperta.misura, p=coperta.percento, c=covered, t=covered + missing
        )
    ]
    if missing:
        words = _ONE_MISSING if missing == 1 else _MISSING
        said.append(words.render(lang).format(n=missing))
    if coperta.esclusi:
        words = _ONE_IMPOSSIBLE if len(coperta.esclusi) == 1 else _IMPOSSIBLE
        said.append(words.render(lang).format(n=len(coperta.esclusi)))
    failed = _ONE_FAILED if len(coperta.falliti) == 1 else _FAILED
    left = [
        words.render(lang).format(n=len(codes))
        for words, codes in ((_UNWRITTEN, coperta.da_scrivere), (failed, coperta.falliti))
        if codes
    ]
    if left:
        said.append(_NOT_COUNTED.render(lang).format(a=_AND.render(lang).join(left)))
    return "; ".join(said)


def testo_di(coperta: Copertura, lang: Lang) -> str:
    """The whole for a terminal: the summary, then each part with its points."""
    return "\n".join([riassunto(coperta, lang), *_out(coperta, lang), *_text(coperta, lang)]) + "\n"


def _out(coperta: Copertura, lang: Lang) -> Iterator[str]:
    if coperta.fuori:
        yield _OUT.render(lang).format(a=", ".join(f"`{codice}`" for codice in coperta.fuori))
    if coperta.senza_importo:  # whatever they cover, nobody has checked a sum of theirs
        yield _NO_SUM.render(lang).format(a=_few(coperta.senza_importo, lang))
    holes = any(not each.punto.di_importo for each in coperta.mancanti)
    for words, casi in ((_NO_REASON, coperta.senza_motivi), (_NO_FACTS, coperta.senza_mancano)):
        if casi and holes:
            yield words.render(lang).format(a=_few(casi, lang))


def _text(coperta: Copertura, lang: Lang) -> Iterator[str]:
    for quadro in quadri(coperta, lang):
        yield ""
        yield quadro.titolo
        for riga in quadro.righe:
            seen = "  ".join(f"{c.parola} {segno(c.stato, lang)}" for c in riga.caselle)
            yield f"  {riga.titolo}: {seen}"
            yield from (f"    {why}" for why in perche(riga, lang))


def perche(riga: Riga, lang: Lang) -> Iterator[str]:
    """Why some points of a row are impossible."""
    for casella in riga.caselle:
        if isinstance(casella.stato, Escluso):
            yield f"{casella.parola}: {casella.stato.perche.render(lang)}"


def markdown_di(coperta: Copertura, lang: Lang) -> str:
    """The whole as Markdown, with the cases that see each point."""
    lines = [f"# `{coperta.misura}`", "", riassunto(coperta, lang) + "."]
    for quadro in quadri(coperta, lang):
        lines += ["", f"## {quadro.titolo}", "", _HEADS.render(lang), "| --- | --- | --- |"]
        lines += _rows(quadro, lang)
    return "\n".join(lines) + "\n"


def _rows(quadro: Quadro, lang: Lang) -> Iterator[str]:
    for riga in quadro.righe:
        for at, casella in enumerate(riga.caselle):
            title = "" if at else riga.titolo.replace("|", "\\|")
            mark = f"{casella.parola} {segno(casella.stato, lang)}"
            yield f"| {title} | {mark} | {visto(casella.stato, lang)} |"


def visto(stato: Stato, lang: Lang) -> str:
    """Which cases see a point, or why none can."""
    if isinstance(stato, Escluso):
        return stato.perche.render(lang)
    if not isinstance(stato, Coperto):
        return ""
    return _few(stato.casi, lang)


def _few(casi: tuple[str, ...], lang: Lang) -> str:
    """The first cases by name, and how many more there are."""
    shown = ", ".join(f"`{codice}`" for codice in casi[:_SHOWN])
    left = len(casi) - _SHOWN
    if left <= 0:
        return shown
    return (_ONE_MORE if left == 1 else _MORE).render(lang).format(a=shown, n=left)
