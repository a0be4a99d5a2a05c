"""Random presidi, hours, programmes and ledgers; places are those of the shipped edition."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.casa import programma_intero
from casa_model.errors import Problem
from casa_model.programma.leggi import FileDelProgramma
from casa_model.programma.orari import (
    Apertura,
    ByDay,
    Chiusura,
    Eccezione,
    Fascia,
    Freq,
    Orario,
    Regola,
    Straordinaria,
)
from casa_model.programma.spesa import (
    Economia,
    Impegno,
    Liquidazione,
    Movimento,
    Registro,
    Rettifica,
    Revoca,
    Stanziamento,
)
from casa_model.testing import _sources as sources
from casa_model.values import Euro, Fonte, Grado

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from casa_model.programma.presidi import Presidio
    from casa_model.programma.programma import Programma

FIRST = date(2020, 1, 1)
DAYS = 2_500
MOST = 10**9
_QUARTERS = 4 * 24
_WEEK = 7
ACT = Fonte(Grado.DERIVATA, testo="prova")


def days() -> SearchStrategy[date]:
    """Days of the programme's life."""
    return st.integers(0, DAYS).map(lambda at: FIRST + timedelta(days=at))


def later(day: date, many: int) -> date:
    """So many days after one."""
    return day + timedelta(days=many)


def instant(minutes: int) -> datetime:
    """So many minutes after the first of those days began, in Greenwich."""
    return datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC) + timedelta(minutes=minutes)


def programmes() -> SearchStrategy[Programma]:
    """The shipped edition as it stood on some day."""
    return days().map(programma_intero().il)


@cache
def presidi() -> SearchStrategy[Presidio]:
    """The presidi of the shipped edition."""
    return st.sampled_from(programma_intero().presidi)


@st.composite
def spans(draw: st.DrawFn) -> Fascia:
    """Hours of one day."""
    start = draw(st.integers(0, _QUARTERS - 2))
    return Fascia(_quarter(start), _quarter(draw(st.integers(start + 1, _QUARTERS - 1))))


def _quarter(number: int) -> time:
    return time(number // 4, number % 4 * 15)


@st.composite
def openings(draw: st.DrawFn) -> Apertura:
    """Hours on the days of a rule: daily, weekly or monthly."""
    first, hours = draw(days()), draw(spans())
    freq, listed = draw(st.sampled_from(Freq)), set[int]()
    if freq is Freq.WEEKLY:
        listed = {first.weekday(), *draw(st.sets(st.integers(0, _WEEK - 1), max_size=3))}
    byday = tuple(ByDay(day, 0) for day in sorted(listed))
    regola = Regola(freq, draw(st.integers(1, 3)), byday)
    return Apertura(regola, first, hours.dalle, hours.alle)


@st.composite
def hours(draw: st.DrawFn) -> Orario:
    """Openings, at times with a closure or an extraordinary day."""
    aperture = draw(st.lists(openings(), min_size=1, max_size=3))
    day = draw(days())
    closed = st.integers(0, 30).map(lambda n: Chiusura(day, day + timedelta(days=n)))
    special = spans().map(lambda span: Straordinaria(day, (span,)))
    exceptions: list[Eccezione] = draw(st.lists(closed | special, max_size=1))
    return Orario(tuple(aperture), tuple(exceptions))


@st.composite
def ledgers(draw: st.DrawFn) -> Registro:
    """The ledger of a line: it is endowed, commits, pays, frees, takes back, corrects."""
    registro, day = Registro(draw(st.sampled_from(("k-1", "l-1")))), draw(days())
    for number in range(draw(st.integers(0, 8))):
        day += timedelta(days=draw(st.integers(0, 40)))
        registro = registro.registra(draw(_entries(registro, f"m-{number}", day)))
    return registro


def _entries(registro: Registro, codice: str, day: date) -> SearchStrategy[Movimento]:
    """An entry that the ledger takes."""
    choices: list[SearchStrategy[Movimento]] = [
        amounts(MOST).map(lambda e: Stanziamento(codice, day, ACT, e))
    ]
    left = registro.saldi.disponibile.cents
    if left > 0:
        choices.append(amounts(left).map(lambda e: Impegno(codice, day, ACT, e, "aler-milano")))
    for each in [known for known in registro.stato(on=day).impegni if known.aperto]:
        choices += _on(each.impegno.codice, each.conto.da_liquidare.cents, codice, day)
    return st.one_of(choices)


def _on(impegno: str, unpaid: int, codice: str, day: date) -> list[SearchStrategy[Movimento]]:
    """What may be done with a commitment."""
    choices: list[SearchStrategy[Movimento]] = [st.just(Revoca(codice, day, ACT, impegno))]
    if unpaid > 0:
        unpaid_ = amounts(unpaid)
        choices += [
            unpaid_.map(lambda e: Liquidazione(codice, day, ACT, impegno, e)),
            unpaid_.map(lambda e: Economia(codice, day, ACT, impegno, e)),
            unpaid_.map(lambda e: Rettifica(codice, day, ACT, impegno, -e)),
        ]
    return choices


@st.composite
def committed(draw: st.DrawFn) -> Registro:
    """The ledger of a line on which something is committed."""
    day, whole = draw(days()), draw(amounts(MOST))
    first = Stanziamento("s-1", day, ACT, whole)
    second = Impegno("i-1", day, ACT, draw(amounts(whole.cents)), "aler-milano")
    return Registro("l-1").registra_tutti((first, second))


def amounts(most: int) -> SearchStrategy[Euro]:
    """Amounts above zero, up to so many cents."""
    return st.integers(1, most).map(Euro)


def files() -> SearchStrategy[FileDelProgramma]:
    """A file of the programme that holds nothing yet."""
    return sources.names().map(lambda name: FileDelProgramma("formato = 1\n", f"{name}.toml"))


def problems() -> SearchStrategy[Problem]:
    """What may be wrong with an entry."""
    known = st.sampled_from(("numero-negativo", "sigla-malformata", "istat-provincia"))
    return known.map(Problem)
