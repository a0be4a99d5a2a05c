"""The yardstick of the benchmarks answers what `evaluate` answers: outcome and amount."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casa_model as cm
from tools.bench import handwritten
from tools.bench import household as h
from tools.bench.handwritten_complete import difficolta_complete

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ESEMPI = Path(__file__).parents[2] / "esempi"
MISURE = cm.edizione().misure
BOTH = (handwritten.difficolta, handwritten.difficolta_counting_months)

DIFFICOLTA = (
    "area",
    "data_assegnazione",
    "isee",
    "decadenza",
    "isp",
    "componenti",
    "scala_equivalenza",
    "riceve_crs_indigenza",
    "data_contratto",
    "servizi_anno",
    "debito_pregresso",
)
ENERGIA = (
    "isee",
    "quartiere_coperto",
    "riceve_crs_difficolta",
    "riceve_crs_indigenza",
    "spesa_riscaldamento",
)


def meaning(misura: str, facts: dict[str, object]) -> handwritten.Answer:
    """Outcome and cents by the reference reader."""
    known = {nome: h.typed(nome, value) for nome, value in facts.items() if value is not None}
    verdict = cm.evaluate(MISURE[misura], cm.Fatti(known), on=handwritten.GIORNO)
    return verdict.esito.value, None if verdict.importo is None else verdict.importo.cents


def same(facts: Mapping[str, object]) -> None:
    """Every form of the yardstick for `crs-difficolta` answers as the reference reader."""
    row = [facts.get(nome) for nome in DIFFICOLTA]
    expected = meaning("crs-difficolta", dict(zip(DIFFICOLTA, row, strict=True)))

    assert [expected] * len(BOTH) == [by_hand(*row) for by_hand in BOTH]
    if None not in row:
        bare = [h.day_number(it) if isinstance(it, date) else it for it in row]

        assert expected == difficolta_complete(*bare)


@pytest.mark.parametrize(
    ("name", "decimali"),
    [
        ("aler-milano-2024", "it"),
        ("brusaporto-2023", "plain"),
        ("comune-immaginario-2025", "it"),
        ("sesto-san-giovanni-2024", "it"),
        ("tradate-2023", "it"),
    ],
)
def test_the_applications_of_the_examples(name: str, decimali: Literal["it", "plain"]) -> None:
    """Every application to the notices on this measure, asked of the measure alone."""
    avviso = cm.leggi_avviso((ESEMPI / "avvisi" / f"{name}.toml").read_bytes()).valore
    csv = ESEMPI / "domande" / f"{name}-sintetiche.csv"
    domande = cm.leggi_domande(csv.read_bytes(), avviso, file=csv.name, decimali=decimali).domande

    assert domande
    for domanda in domande:
        same({nome: h.plain(nome, value) for nome, value in domanda.fatti.valori.items()})


EDGES: dict[str, list[object]] = {
    "area": ["protezione", "permanenza", "decadenza"],
    "data_assegnazione": [date(2022, 9, d) for d in (1, 2, 3)] + [date(2022, 8, 31)],
    "isee": [0, 935_999, 936_000, 936_001],
    "decadenza": ["c1-a-1", "c1-a-2", "c1-a-3", "c1-j", "c1-j-bis", "c4"],
    "isp": [0, 2_200_000, 2_200_001, 2_384_999, 2_385_000, 2_385_001, 2_600_000, 2_600_001],
    "componenti": [1, 3],
    "scala_equivalenza": [100, 200, 1999],
    "riceve_crs_indigenza": [True],
    "data_contratto": [date(2021, 9, d) for d in (1, 2, 3)] + [date(2099, 12, 31)],
    "servizi_anno": [0, 240_000, 240_001, 99_999_999_999],
    "debito_pregresso": [0, 150_000, 150_001],
}


def test_a_complete_household_is_admitted() -> None:
    """The household that the benchmark asks about, with its amount."""
    same(h.COMPLETE)

    assert ("ammesso", 150_000) == handwritten.difficolta(*h.COMPLETE.values())


@pytest.mark.parametrize("first", DIFFICOLTA)
@pytest.mark.parametrize("second", DIFFICOLTA)
def test_edges_and_unknowns_by_twos(first: str, second: str) -> None:
    """A complete household with any two of its facts at an edge, or not known."""
    for one in (*EDGES[first], None):
        for other in (*EDGES[second], None):
            same({**h.COMPLETE, first: one, second: other})


HOUSEHOLDS = st.fixed_dictionaries(
    {nome: st.sampled_from([h.COMPLETE[nome], *EDGES[nome], None]) for nome in DIFFICOLTA}
    | {
        "data_assegnazione": st.none() | st.dates(date(1901, 1, 1), date(2099, 12, 31)),
        "data_contratto": st.none() | st.dates(date(2019, 1, 1), date(2024, 12, 31)),
    }
)


@given(HOUSEHOLDS)
def test_any_household(facts: dict[str, object]) -> None:
    """Whatever is known of it."""
    same(facts)


@given(
    st.fixed_dictionaries(
        {
            "isee": st.none() | st.sampled_from([0, 1_499_999, 1_500_000, 1_500_001]),
            "quartiere_coperto": st.sampled_from([True, False, None]),
            "riceve_crs_difficolta": st.sampled_from([True, False, None]),
            "riceve_crs_indigenza": st.sampled_from([True, False, None]),
            "spesa_riscaldamento": st.none() | st.integers(0, 99_999_999_999),
        }
    )
)
def test_energy(facts: dict[str, object]) -> None:
    """The rule of the energy support, half a cent included."""
    expected = meaning("energia-l1", facts)
    by_hand: Callable[..., handwritten.Answer] = handwritten.energia

    assert expected == by_hand(*(facts[nome] for nome in ENERGIA))
