"""Random worked cases: households with what the rule answers, or with what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from casa_model.exchange.casi import FileDiCasi
from casa_model.readers.cases import Atteso, Caso, prova
from casa_model.rules.esito import Esito
from casa_model.testing import _sources as sources
from casa_model.testing._decided import verdict_of
from casa_model.testing._households import questions

if TYPE_CHECKING:
    from casa_model.readers.cases import EsitoCaso, Scostamento
    from casa_model.rules.esito import Verdict

_TO_WRITE: Final = (
    Atteso(),
    Atteso(importo_da_scrivere=True),
    Atteso(Esito.AMMESSO, importo_da_scrivere=True),
)


def expected_of(verdict: Verdict) -> Atteso:
    """All that a case can state of an answer."""
    failed = tuple(f.codice for f in verdict.findings if f.esito is False)
    items = tuple((v.codice, v.importo) for v in verdict.voci if v.importo is not None)
    return Atteso(verdict.esito, verdict.importo, failed, verdict.mancano, items or None)


@st.composite
def expectations(draw: st.DrawFn) -> Atteso:
    """What random measures answer, some of it not stated; or nothing written yet."""
    whole = expected_of(draw(questions().map(verdict_of)))
    if draw(st.booleans()):
        return whole
    outcome = draw(st.sampled_from((None, whole.esito)))
    may_pay = outcome in {None, Esito.AMMESSO}
    return Atteso(outcome, importo_da_scrivere=may_pay and draw(st.booleans()))


@st.composite
def outcomes_of_cases(draw: st.DrawFn) -> EsitoCaso:
    """A case of a random measure, tried: passed, failed, or still to be written."""
    asked = draw(questions())
    given = draw(st.sampled_from((expected_of(verdict_of(asked)), *map(Atteso, Esito), *_TO_WRITE)))
    caso = Caso(
        codice="caso",
        fatti=asked.fatti,
        atteso=given,
        on=asked.on,
        norma=draw(st.none() | sources.places()),
        testo=draw(st.none() | st.just("un caso")),
        nota=draw(st.none() | st.just("contato a mano")),
        place=draw(st.none() | sources.file_places()),
    )
    return prova(asked.misura, [caso])[0]


def cases() -> st.SearchStrategy[Caso]:
    """Worked cases of random measures."""
    return outcomes_of_cases().map(lambda found: found.caso)


def files_of_cases() -> st.SearchStrategy[FileDiCasi]:
    """Files of one case, which may say their rules and have advice about them."""
    rules = st.none() | st.just("crs-difficolta")
    advice = st.lists(sources.faults(), max_size=1).map(tuple)
    one = cases().map(lambda caso: (caso,))
    return st.builds(FileDiCasi, st.just("uno.casi.toml"), one, rules, advice)


def departures() -> st.SearchStrategy[Scostamento]:
    """Where an answer is not the expected one."""
    return outcomes_of_cases().filter(lambda f: f.scostamenti).map(lambda f: f.scostamenti[0])
