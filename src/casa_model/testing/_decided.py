"""Random outcomes: random households really decided, never a verdict that no rule gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hypothesis import strategies as st

from casa_model.casa import Decisione, EsitoDomanda, decidi
from casa_model.nuclei import Domanda
from casa_model.readers.compiled import Compiled, compiled
from casa_model.readers.environment import environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.explain import Spiegazione, explain
from casa_model.readers.findings import finding_of
from casa_model.rules.avviso import Avviso, Dotazione
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Esaurimento, Misura
from casa_model.rules.moments import day_of
from casa_model.testing._households import Question, households, questions
from casa_model.testing._measures import calendars, measure
from casa_model.testing._people import amounts
from casa_model.testing._sources import moments, sources, texts
from casa_model.testing._vocabulary import FONTE

if TYPE_CHECKING:
    from casa_model.graduatorie import Graduatoria
    from casa_model.rules.esito import Finding, Verdict
    from casa_model.rules.facts import Value

MOST_APPLICATIONS = 4
MOST_DWELLINGS = 20


def verdicts() -> st.SearchStrategy[Verdict]:
    """What random measures say of random households."""
    return questions().map(verdict_of)


def verdict_of(question: Question) -> Verdict:
    """The answer to a question."""
    return evaluate(question.misura, question.fatti, on=question.on)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """How a random requirement came out for a random household."""
    question = draw(questions())
    asked = question.misura.requisiti[0]
    return finding_of(asked, environment(question.misura, question.fatti, question.on))


@st.composite
def explanations(draw: st.DrawFn) -> Spiegazione:
    """A verdict told in sentences, in either language."""
    asked = draw(questions())
    return explain(
        asked.misura,
        asked.fatti,
        verdict_of(asked),
        lang=draw(st.sampled_from(("it", "en"))),
        valori=draw(st.booleans()),
    )


def fast() -> st.SearchStrategy[Compiled]:
    """Random measures ready to be asked about many households."""
    return questions().map(lambda asked: compiled(asked.misura, on=asked.on))


def endowments() -> st.SearchStrategy[Dotazione]:
    """Money, or dwellings."""
    money = st.builds(Dotazione, amounts(), st.none(), sources())
    return money | st.builds(Dotazione, st.none(), st.integers(0, MOST_DWELLINGS), sources())


@st.composite
def notices(draw: st.DrawFn, *, ranked: bool | None = None) -> Avviso:
    """Notices of random measures, ranked or not, whose endowment can be ranked for."""
    fixed = draw(calendars())
    misura = measure(draw, fixed, ranked=draw(st.booleans()) if ranked is None else ranked)
    closes = draw(st.none() | moments())
    published = fixed.giorno_norma
    return Avviso(
        codice="avviso",
        titolo=draw(texts()),
        ente="ente",
        base=misura.codice,
        misura=misura,
        fonte=FONTE,
        pubblicazione=published if closes is None else min(published, day_of(closes)),
        chiusura=closes,
        dotazione=draw(st.none() | _endowment(misura)),
    )


def _endowment(misura: Misura) -> st.SearchStrategy[Dotazione | None]:
    """Money for a measure that pays, dwellings for one that does not and does not divide them."""
    if misura.importo is not None:
        return amounts().map(lambda euro: Dotazione(euro, None, FONTE))
    rank = misura.graduatoria
    if rank is not None and rank.esaurimento is Esaurimento.PROPORZIONALE:
        return st.none()
    return st.integers(0, MOST_DWELLINGS).map(lambda some: Dotazione(None, some, FONTE))


@st.composite
def decisions(draw: st.DrawFn, *, ranked: bool | None = None, contradict: bool = True) -> Decisione:
    """A notice and its applications, decided, ranked and paid.

    Some applications contradict themselves, and are in `scarti`, unless `contradict` is false.
    """
    avviso = draw(notices(ranked=ranked))
    some = draw(st.integers(1, MOST_APPLICATIONS))
    asked = [draw(applications_to(avviso.misura, at, contradict=contradict)) for at in range(some)]
    return decidi(avviso, asked)


@st.composite
def applications_to(draw: st.DrawFn, misura: Misura, at: int, *, contradict: bool) -> Domanda:
    """An application to a measure, with a reference and a protocol number of its own.

    A household whose ages are not those of its days of birth contradicts itself: without days of
    birth none does.
    """
    fatti = draw(households(misura))
    own: dict[str, Value] = {"protocollo": f"p-{at + 1}"} if draw(st.booleans()) else {}
    valori = {name: v for name, v in fatti.valori.items() if name != "protocollo"}
    rows = fatti.membri
    if rows is not None and not (contradict and draw(st.booleans())):
        rows = tuple({name: v for name, v in row.items() if name != "data_nascita"} for row in rows)
    return Domanda(f"D-{at + 1}", fatti=Fatti(valori | own, rows))


def rankings() -> st.SearchStrategy[Graduatoria]:
    """The rankings of random notices."""
    return decisions(ranked=True).map(lambda found: cast("Graduatoria", found.graduatoria))


def outcomes() -> st.SearchStrategy[EsitoDomanda]:
    """What one application got."""
    return decisions(contradict=False).map(lambda found: found.esiti[0])
