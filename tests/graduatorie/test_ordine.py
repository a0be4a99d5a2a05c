"""The order of a ranking is in its keys and in nothing else."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import IllTyped, InvalidFacts, TiedRanking
from casa_model.graduatorie import Candidato
from casa_model.graduatorie._ordine import in_ordine
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.misura import Chiave
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Sequence

ISEE, PROTOCOLLO = Chiave("isee"), Chiave("protocollo")
PUNTEGGIO = Chiave("punteggio", decrescente=True)


def candidato(riferimento: str, **chiavi: Any) -> Candidato:  # noqa: ANN401 - also ill-typed ones
    """An admitted application with the given ranking keys."""
    return Candidato(
        riferimento,
        Verdict("m", date(2024, 1, 1), Esito.AMMESSO, (), chiavi=tuple(chiavi.items())),
    )


def order(candidati: Sequence[Candidato], *ordine: Chiave) -> list[str]:
    """The references in order of rank."""
    return [c.riferimento for c in in_ordine(candidati, ordine)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Euro(99_99), Euro(100_00)),
        (Decimal("9.5"), Decimal("10.00")),
        (9, Decimal("9.5")),
        (date(2023, 11, 9), date(2023, 11, 10)),
        (False, True),
        ("abc", "abd"),
        ("2023/9", "2023/10"),
        ("2023/0009", "2023/10"),
        ("07", "7"),
        ("AB", "AB1"),
        ("9" * 5_000, "1" + "0" * 5_000),
    ],
)
def test_the_smaller_value_comes_first(first: object, second: object) -> None:
    """Money, numbers, days, false before true, and texts with their digits as numbers."""
    pair = [candidato("b", k=second), candidato("a", k=first)]

    assert order(pair, Chiave("k")) == ["a", "b"]
    assert order(pair, Chiave("k", decrescente=True)) == ["b", "a"]


def test_keys_count_in_order() -> None:
    """The second key parts those whom the first leaves equal, each in its own direction."""
    everybody = [
        candidato("a", protocollo="4", isee=Euro(500_00), punteggio=Decimal(3)),
        candidato("b", protocollo="3", isee=Euro(400_00), punteggio=Decimal(1)),
        candidato("c", protocollo="2", isee=Euro(400_00), punteggio=Decimal(2)),
        candidato("d", protocollo="1", isee=Euro(400_00), punteggio=Decimal(1)),
    ]

    assert order(everybody, ISEE, PUNTEGGIO, PROTOCOLLO) == ["c", "d", "b", "a"]
    assert order(everybody, PUNTEGGIO, ISEE, PROTOCOLLO) == ["a", "c", "d", "b"]


def test_the_last_key_is_unique() -> None:
    """A repeated last key refuses the run and names every tie, though other keys may differ."""
    everybody = [
        candidato("rif-4", isee=Euro(4), protocollo="x-secret"),
        candidato("rif-1", isee=Euro(1), protocollo="x-secret"),
        candidato("rif-2", isee=Euro(2), protocollo="y-secret"),
        candidato("rif-3", isee=Euro(2), protocollo="y-secret"),
        candidato("rif-5", isee=Euro(2), protocollo="z-secret"),
    ]

    with pytest.raises(TiedRanking) as caught:
        order(everybody, ISEE, PROTOCOLLO)

    assert caught.value.testo("en") == (
        "the last ranking key, `protocollo`, is the same for `rif-1`, `rif-4` and `rif-2`, "
        "`rif-3`; add a unique key, such as `protocollo`"
    )
    assert caught.value.testo("it") == (
        "l'ultima chiave della graduatoria, `protocollo`, è uguale per `rif-1`, `rif-4` e "
        "`rif-2`, `rif-3`; aggiungi una chiave unica, come `protocollo`"
    )


def test_without_keys_two_cannot_be_ranked() -> None:
    """An empty `ordine` ranks one candidate, or none, and refuses two."""
    assert order([]) == []
    assert order([candidato("a")]) == ["a"]
    with pytest.raises(TiedRanking, match="cannot order `a`, `b`; write `ordine`"):
        order([candidato("b"), candidato("a")])


@pytest.mark.parametrize("chiavi", [{}, {"isee": None}])
def test_a_key_is_known(chiavi: dict[str, None]) -> None:
    """An admitted candidate whose key is not known is a fault of the caller."""
    everybody = [candidato("a", isee=Euro(1)), candidato("b", **chiavi)]

    with pytest.raises(InvalidFacts, match="`isee` is not known for `b`; complete"):
        order(everybody, ISEE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Euro(1), Decimal(2)),
        (True, 2),
        ("1", 1),
        (date(2024, 1, 1), datetime(2024, 1, 1)),  # noqa: DTZ001 - the library's days have no zone
        (Decimal(1), Decimal("NaN")),
        (1.5, 2.5),
    ],
)
def test_the_values_of_a_key_compare(one: object, other: object) -> None:
    """Values of different kinds, and those that are no value of ours, are refused."""
    with pytest.raises(IllTyped, match="`k` has values that cannot be compared"):
        order([candidato("a", k=one), candidato("b", k=other)], Chiave("k"))


rows = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["x", "y"]), st.booleans()), max_size=7
)


@given(data=st.data(), values=rows, down=st.booleans(), up=st.booleans())
def test_the_order_of_arrival_counts_for_nothing(
    *, data: st.DataObject, values: list[tuple[int, str, bool]], down: bool, up: bool
) -> None:
    """Any permutation of the candidates gives the same ranking, which is that of the keys."""
    everybody = [
        candidato(f"r{n}", isee=Euro(isee), area=area, caso=caso, protocollo=f"{n}")
        for n, (isee, area, caso) in enumerate(values)
    ]
    ordine = [Chiave("isee", down), Chiave("area", up), Chiave("caso"), PROTOCOLLO]
    by_hand = sorted(
        range(len(values)),
        key=lambda n: (
            -values[n][0] if down else values[n][0],
            (values[n][1] == "x") if up else (values[n][1] == "y"),
            values[n][2],
            n,
        ),
    )

    assert order(data.draw(st.permutations(everybody)), *ordine) == [f"r{n}" for n in by_hand]
