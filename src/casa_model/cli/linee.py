"""`casa-model linee`: plans, lines, endowments, grants and yearly funds, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa import programma_intero
from casa_model.cli._comando import Comando
from casa_model.cli._fonti import righe_di
from casa_model.cli._giorni import giorno_di
from casa_model.cli._pagina import Riga, Tavola, stampa
from casa_model.cli._uscite import FATTO
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from casa_model.errors import Lang
    from casa_model.programma.linee import Concessione, FondoAnnuo
    from casa_model.programma.programma import Programma
    from casa_model.values import Atto

_SHORT: Final = Testo(it="Mostra il denaro del programma.", en="Shows the programme's money.")
_HELP: Final = Testo(
    it="Mostra piani, linee, dotazioni, concessioni e fondi annui, ognuno con la sua fonte e il "
    "suo grado. Gli annunci che non concordano ci sono tutti: con `--al` si vede quale è in "
    "vigore quel giorno.",
    en="Shows plans, lines, endowments, grants and yearly funds, each with its source and grade. "
    "Announcements that disagree are all there: with `--al` the one in force on that day is "
    "marked.",
)
_DAY: Final = Testo(
    it="Il giorno, come 2025-03-01: quel che si sapeva allora.",
    en="The day, as 2025-03-01: what was known then.",
)
_WORDS: Final = {
    "dotazioni": Testo(it="Dotazioni", en="Endowments"),
    "concessioni": Testo(it="Concessioni", en="Grants"),
    "fondi": Testo(it="Contributo di solidarietà", en="Contributo di solidarietà"),
    "oggetto": Testo(it="piano o linea", en="plan or line"),
    "importo": Testo(it="importo", en="amount"),
    "dal": Testo(it="dal", en="since"),
    "anni": Testo(it="anni", en="years"),
    "stato": Testo(it="stato", en="state"),
    "in_vigore": Testo(it="in vigore", en="in force"),
    "aggiunge": Testo(it="si aggiunge", en="adds to it"),
    "beneficiario": Testo(it="beneficiario", en="beneficiary"),
    "titolo": Testo(it="titolo", en="title"),
    "anno": Testo(it="anno", en="year"),
    "non_noto": Testo(it="non noto", en="not known"),
}


def linee(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang))
    ]
    return Comando(lang, "linee", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    on = None if opzioni["al"] is None else giorno_di(opzioni["al"], "--al")
    whole = programma_intero()
    shown = whole if on is None else whole.il(on)
    atti = {each.codice: each for each in shown.atti}
    stampa(_endowments(shown, on, atti, lang))
    stampa(_grants(shown, atti, lang))
    stampa(_funds(shown, atti, lang))
    return FATTO


def _w(name: str, lang: Lang) -> str:
    return _WORDS[name].render(lang)


def _endowments(
    programma: Programma, on: date | None, atti: Mapping[str, Atto], lang: Lang
) -> Tavola:
    rows = []
    for each in programma.dotazioni:
        in_force = on is not None and programma.dotazione(each.oggetto, on=on) == each
        state = _w("aggiunge", lang) if each.aggiunge else _w("in_vigore", lang) * in_force
        cells = (
            _title(programma, each.oggetto, lang),
            each.cifra.render(lang),
            str(each.giorno or _w("non_noto", lang)),
            str(each.anni or ""),
            state,
        )
        notes = (*righe_di(each.cifra.fonte, atti, lang), *(n.render(lang) for n in each.note))
        rows.append(Riga(cells, notes))
    names = ("oggetto", "importo", "dal", "anni", "stato")
    columns = tuple(_w(name, lang) for name in names)
    return Tavola(_w("dotazioni", lang), columns, tuple(rows), frozenset({1}))


def _title(programma: Programma, oggetto: str, lang: Lang) -> str:
    known = {each.codice: each.titolo for each in programma.piani}
    known |= {each.codice: each.titolo for each in programma.linee}
    return f"{oggetto}: {known[oggetto].render(lang)}"


def _grants(programma: Programma, atti: Mapping[str, Atto], lang: Lang) -> Tavola:
    rows = [
        Riga(
            (
                programma.ente(each.beneficiario).nome,
                each.titolo.render(lang),
                _w("non_noto", lang) if each.totale is None else each.totale.render(lang),
                str(each.giorno or _w("non_noto", lang)),
            ),
            tuple(_grant_notes(each, atti, lang)),
        )
        for each in programma.concessioni
    ]
    columns = tuple(_w(name, lang) for name in ("beneficiario", "titolo", "importo", "dal"))
    return Tavola(_w("concessioni", lang), columns, tuple(rows), frozenset({2}))


def _grant_notes(each: Concessione, atti: Mapping[str, Atto], lang: Lang) -> Iterator[str]:
    for parte in each.parti:
        yield f"{parte.linea}: {parte.cifra.render(lang)}"
        if parte.cifra.fonte != each.fonte:
            yield from righe_di(parte.cifra.fonte, atti, lang)
    yield from righe_di(each.fonte, atti, lang)
    yield from (note.render(lang) for note in each.note)


def _funds(programma: Programma, atti: Mapping[str, Atto], lang: Lang) -> Tavola:
    rows = [
        Riga(
            (
                str(each.anno),
                each.titolo.render(lang),
                _w("non_noto", lang) if each.totale is None else each.totale.render(lang),
            ),
            tuple(_fund_notes(each, atti, lang)),
        )
        for each in sorted(programma.fondi, key=lambda fondo: fondo.anno)
    ]
    columns = tuple(_w(name, lang) for name in ("anno", "titolo", "importo"))
    return Tavola(_w("fondi", lang), columns, tuple(rows), frozenset({2}))


def _fund_notes(each: FondoAnnuo, atti: Mapping[str, Atto], lang: Lang) -> Iterator[str]:
    for quota in each.quote:
        yield f"{quota.a}: {quota.cifra.render(lang)}"
    yield from righe_di(each.fonte, atti, lang)
    yield from (note.render(lang) for note in each.note)
