"""What happens when the money ends before the ranking does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.graduatorie._esaurimento import ripartisci
from casa_model.rules.misura import Esaurimento

RESIDUO, PROPORZIONALE, SOLO_INTERI = Esaurimento

shares = st.lists(st.integers(0, 300), max_size=8)
totals = st.integers(0, 1_000)


@pytest.mark.parametrize(
    ("dovuti", "totale", "pagati"),
    [
        ([], 100, []),
        ([270_000], 251_890, [251_890]),
        ([100_000, 270_000, 50_000], 251_890, [100_000, 151_890, 0]),
        ([100, 100], 200, [100, 100]),
        ([100, 100], 201, [100, 100]),
        ([100, 0, 100], 100, [100, 0, 0]),
        ([1, 1, 1], 0, [0, 0, 0]),
    ],
)
def test_residuo(dovuti: list[int], totale: int, pagati: list[int]) -> None:
    """In order, the first that does not fit gets what is left, and the next nothing."""
    assert ripartisci(dovuti, totale, RESIDUO) == pagati


@pytest.mark.parametrize(
    ("dovuti", "totale", "pagati"),
    [
        ([], 100, []),
        ([0, 0], 0, [0, 0]),
        ([270_000], 251_890, [251_890]),
        ([100, 100, 100], 100, [34, 33, 33]),
        ([100, 100, 100], 200, [67, 67, 66]),
        # shares 128.57, 71.43: the larger remainder takes the cent, be it first or last
        ([180, 100], 200, [129, 71]),
        ([100, 180], 200, [71, 129]),
        # 2700.00 + 1000.00 + 1340.00 = 5040.00, and 2518.90 / 5040.00 = 0.49978…:
        # shares 1349.4107…, 499.7817…, 669.7075…; one cent is left, for the last: 0.75 of a cent
        ([270_000, 100_000, 134_000], 251_890, [134_941, 49_978, 66_971]),
        ([100, 50], 150, [100, 50]),
        ([100, 50], 151, [100, 50]),
    ],
)
def test_proporzionale(dovuti: list[int], totale: int, pagati: list[int]) -> None:
    """Each gets the same share of what is due; cents go by largest remainder, then by rank."""
    assert ripartisci(dovuti, totale, PROPORZIONALE) == pagati


@pytest.mark.parametrize(
    ("dovuti", "totale", "stops", "skips"),
    [
        ([], 100, [], []),
        ([270_000], 251_890, [0], [0]),
        ([270_000, 1_000], 251_890, [0, 0], [0, 1_000]),
        ([100, 200, 50], 250, [100, 0, 0], [100, 0, 50]),
        ([100, 150], 250, [100, 150], [100, 150]),
    ],
)
def test_solo_interi(dovuti: list[int], totale: int, stops: list[int], skips: list[int]) -> None:
    """It stops at the first that does not fit; with `salta` it goes on to those that do."""
    assert ripartisci(dovuti, totale, SOLO_INTERI) == stops
    assert ripartisci(dovuti, totale, SOLO_INTERI, salta=True) == skips


@given(shares, totals, st.sampled_from([RESIDUO, PROPORZIONALE]))
def test_all_that_can_be_given_is_given(dovuti: list[int], totale: int, come: Esaurimento) -> None:
    """The sum is the smaller of the total and of all that is due, exactly."""
    assert sum(ripartisci(dovuti, totale, come)) == min(totale, sum(dovuti))


@given(dovuti=shares, totale=totals, come=st.sampled_from(Esaurimento), salta=st.booleans())
def test_nobody_gets_more_than_is_due(
    *, dovuti: list[int], totale: int, come: Esaurimento, salta: bool
) -> None:
    """Each share is from zero to what is due."""
    pagati = ripartisci(dovuti, totale, come, salta=salta)

    assert all(0 <= paid <= due for paid, due in zip(pagati, dovuti, strict=True))


@given(shares, totals)
def test_a_proportion_is_true_to_the_cent(dovuti: list[int], totale: int) -> None:
    """No share differs from the exact one by a whole cent."""
    pagati = ripartisci(dovuti, totale, PROPORZIONALE)
    somma, dato = sum(dovuti), min(totale, sum(dovuti))

    assert all(
        abs(paid * somma - due * dato) < max(somma, 1)
        for paid, due in zip(pagati, dovuti, strict=True)
    )
