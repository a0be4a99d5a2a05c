"""What is true of every ranking, whatever the households, the money and the reserves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from casa_model.graduatorie import Candidato, Graduatoria, Stato, graduatoria
from casa_model.rules import tree as t
from casa_model.rules.avviso import Dotazione
from casa_model.rules.esito import Esito, EsitoVoce, Verdict
from casa_model.rules.misura import Chiave, Esaurimento, Ordinamento, Riserva
from casa_model.values import Euro, Fonte, Grado

if TYPE_CHECKING:
    from decimal import Decimal

RESIDUO, PROPORZIONALE, SOLO_INTERI = Esaurimento
FONTE = Fonte(Grado.DERIVATA, testo="prova")
ORDINE = (Chiave("isee"), Chiave("protocollo"))
R, S = (Riserva(code, f"quota_{code}", t.Truth(value=True), FONTE) for code in "rs")

codes = st.sampled_from([(), ("r",), ("s",), ("r", "s")])
rows = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.integers(0, 90), max_size=3), codes), max_size=7
)
shares = st.decimals(0, 1, places=2)
quotes = st.fixed_dictionaries({"quota_r": shares, "quota_s": shares})
reserves = st.sampled_from([(), (R,), (S, R), (R, S)])
rankings = st.builds(
    Ordinamento,
    ordine=st.just(ORDINE),
    esaurimento=st.sampled_from(Esaurimento),
    salta=st.booleans(),
    riserve=reserves,
)
money = st.builds(Dotazione, st.builds(Euro, st.integers(0, 500)), st.none(), st.just(FONTE))
dwellings = st.builds(Dotazione, st.none(), st.integers(0, 9), st.just(FONTE))


def _candidato(n: int, isee: int, voci: list[int], riserve: tuple[str, ...]) -> Candidato:
    verdict = Verdict(
        "m",
        date(2024, 1, 1),
        Esito.AMMESSO,
        (),
        importo=Euro(sum(voci)),
        voci=tuple(EsitoVoce(f"v{i}", Euro(voce), Euro(voce)) for i, voce in enumerate(voci)),
        chiavi=(("isee", Euro(isee)), ("protocollo", f"p{n}")),
        riserve=riserve,
    )
    return Candidato(f"r{n}", verdict)


candidates = rows.map(lambda values: [_candidato(n, *row) for n, row in enumerate(values)])


def cents(amount: Euro | int | None) -> int:
    """The cents of an amount that must be there."""
    assert isinstance(amount, Euro)
    return amount.cents


def paid(outcome: Graduatoria) -> int:
    """All that is paid, in cents."""
    return sum(cents(p.pagato) for p in outcome.posizioni)


@given(candidates, rankings, money, quotes)
def test_the_endowment_is_spent_and_never_exceeded(
    everybody: list[Candidato],
    ordinamento: Ordinamento,
    dotazione: Dotazione,
    quote: dict[str, Decimal],
) -> None:
    """What is paid and what is left add up to the endowment.

    Under `residuo` and `proporzionale` what is paid is min(endowment, sum of dues), exactly.
    """
    outcome = graduatoria(everybody, ordinamento, dotazione, quote)
    total, due = cents(dotazione.euro), sum(cents(c.verdict.importo) for c in everybody)

    assert cents(outcome.residuo) >= 0
    assert paid(outcome) + cents(outcome.residuo) == total
    if ordinamento.esaurimento is not SOLO_INTERI:
        assert paid(outcome) == min(total, due)


@given(candidates, rankings, money, quotes)
def test_each_position_is_sound(
    everybody: list[Candidato],
    ordinamento: Ordinamento,
    dotazione: Dotazione,
    quote: dict[str, Decimal],
) -> None:
    """Everybody has a place; nobody is above what is due, items add up, the state says which."""
    outcome = graduatoria(everybody, ordinamento, dotazione, quote)
    verdicts = {c.riferimento: c.verdict for c in everybody}

    assert [p.rango for p in outcome.posizioni] == list(range(1, len(everybody) + 1))
    assert {p.riferimento for p in outcome.posizioni} == verdicts.keys()
    for p in outcome.posizioni:
        verdict, due, got = verdicts[p.riferimento], cents(p.spettante), cents(p.pagato)
        whole = [voce.importo for voce in verdict.voci]
        filled = [voce for _, voce in p.voci]
        first_unfilled = next((i for i, v in enumerate(whole) if v != filled[i]), len(whole))

        assert p.spettante == verdict.importo
        assert 0 <= got <= due
        assert sum(voce.cents for voce in filled) == got
        assert not any(voce.cents for voce in filled[first_unfilled + 1 :])
        assert (p.stato is Stato.FINANZIATA) == (got == due)
        assert (p.stato is Stato.PARZIALE) == (0 < got < due)
        assert (p.stato is Stato.IN_ATTESA) == (got == 0 < due)
        assert p.riserva is None or p.riserva in verdict.riserve
        assert ordinamento.esaurimento is not SOLO_INTERI or got in {0, due}


@given(st.data(), candidates, rankings, money | dwellings, quotes)
def test_the_order_of_the_file_counts_for_nothing(
    data: st.DataObject,
    everybody: list[Candidato],
    ordinamento: Ordinamento,
    dotazione: Dotazione,
    quote: dict[str, Decimal],
) -> None:
    """Any permutation of the candidates has the same outcome."""
    if dotazione.euro is None:
        ordinamento = Ordinamento(ORDINE, RESIDUO, riserve=ordinamento.riserve)
    shuffled = data.draw(st.permutations(everybody))

    assert graduatoria(shuffled, ordinamento, dotazione, quote) == graduatoria(
        everybody, ordinamento, dotazione, quote
    )


@given(candidates, reserves, st.sampled_from([RESIDUO, SOLO_INTERI]), dwellings, quotes)
def test_dwellings_go_to_as_many_as_there_are(
    everybody: list[Candidato],
    riserve: tuple[Riserva, ...],
    come: Esaurimento,
    dotazione: Dotazione,
    quote: dict[str, Decimal],
) -> None:
    """One each, none kept while somebody waits; a reserve takes no more than its share."""
    ordinamento = Ordinamento(ORDINE, come, riserve=riserve)
    outcome = graduatoria(everybody, ordinamento, dotazione, quote)
    given_out = [p.alloggi for p in outcome.posizioni]

    assert set(given_out) <= {0, 1}
    assert given_out.count(1) == min(dotazione.alloggi or 0, len(everybody))
    assert outcome.residuo == (dotazione.alloggi or 0) - given_out.count(1)


@given(candidates, st.sampled_from([RESIDUO, SOLO_INTERI]), money, quotes)
def test_a_reserve_harms_no_holder(
    everybody: list[Candidato],
    come: Esaurimento,
    dotazione: Dotazione,
    quote: dict[str, Decimal],
) -> None:
    """Under `residuo`, and `solo-interi` that stops, a single reserve leaves no holder worse off.

    It is not so with `salta` (see test_riserve), nor where two reserves compete.
    """
    without = graduatoria(everybody, Ordinamento(ORDINE, come), dotazione)
    reserved = graduatoria(everybody, Ordinamento(ORDINE, come, riserve=(R,)), dotazione, quote)
    holders = {c.riferimento for c in everybody if "r" in c.verdict.riserve}

    assert all(
        cents(after.pagato) >= cents(before.pagato)
        for before, after in zip(without.posizioni, reserved.posizioni, strict=True)
        if before.riferimento in holders
    )


@given(candidates, money)
def test_an_earlier_rank_never_gets_less_of_what_is_due(
    everybody: list[Candidato], dotazione: Dotazione
) -> None:
    """Under `residuo` nobody is paid anything while one before is not paid in full."""
    outcome = graduatoria(everybody, Ordinamento(ORDINE), dotazione)
    states = [p.stato for p in outcome.posizioni if cents(p.spettante)]

    assert states == sorted(states, key=[Stato.FINANZIATA, Stato.PARZIALE, Stato.IN_ATTESA].index)
    assert states.count(Stato.PARZIALE) <= 1
