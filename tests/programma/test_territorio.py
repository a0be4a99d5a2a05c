"""Provinces, comuni and quarters."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from programma.edition import FONTE, edition

from casa_model.errors import IllTyped, InvalidEntry, InvalidValue
from casa_model.programma.cifre import Conteggio, Precisione
from casa_model.programma.territorio import Comune, NutsNelTempo, Provincia, ammissibile
from casa_model.values import Nuts3

MILANO = edition().trova(Provincia, "milano")
OLD, NEW = Nuts3("ITC45"), Nuts3("ITC4C")


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(1999, 1, 1), OLD),
        (date(2011, 12, 31), OLD),
        (date(2012, 1, 1), NEW),
        (date(2026, 1, 1), NEW),
    ],
)
def test_a_code_is_that_of_its_days(on: date, code: Nuts3) -> None:
    """The day of the change has one code."""
    assert code == MILANO.nuts_il(on)


def test_a_day_without_a_code_has_none() -> None:
    """What the source does not say is not made up."""
    later = evolve(MILANO, nuts=MILANO.nuts[1:])

    assert later.nuts_il(date(2011, 12, 31)) is None


DAYS = st.dates(date(2000, 1, 1), date(2000, 1, 20))


@given(st.lists(DAYS | st.none(), min_size=4, max_size=4), DAYS)
def test_two_codes_overlap_when_some_day_has_both(days: list[date | None], on: date) -> None:
    """On no day have a province's codes two answers, whatever the open ends."""
    one_dal, one_al, two_dal, two_al = days
    try:
        one = NutsNelTempo(OLD, FONTE, one_dal, one_al)
        two = NutsNelTempo(NEW, FONTE, two_dal, two_al)
    except InvalidEntry:
        return
    if one.contiene(on) and two.contiene(on):
        assert one.sovrappone(two)
    starts = [day for day in (one_dal, two_dal) if day is not None]
    if one.sovrappone(two) and starts:
        assert one.contiene(max(starts))
        assert two.contiene(max(starts))


def test_a_place_is_told_all_that_is_wrong_with_it() -> None:
    """Codes of both owners, and the code that holds twice."""
    with pytest.raises(InvalidEntry) as caught:
        Provincia("x", "X", "15", "Mi", (NutsNelTempo(OLD, FONTE), NutsNelTempo(NEW, FONTE)), FONTE)

    assert [each.code for each in caught.value.problems] == [
        "istat-provincia", "sigla-malformata", "nuts-sovrapposti",
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["", "Milano", "a b", "a--b", "-a", "à"])
def test_a_code_of_ours_is_kebab_case(code: str) -> None:
    """So that it can stand in every file and address."""
    with pytest.raises(InvalidValue, match="aler-milano"):
        evolve(MILANO, codice=code)


@pytest.mark.parametrize("province", [["milano"], (1,), "milano"])
def test_the_provinces_of_an_aler_are_a_tuple_of_codes(province: Any) -> None:  # noqa: ANN401
    """A list could be changed under the feet of whoever looks things up."""
    with pytest.raises(IllTyped):
        evolve(edition().aler[0], province=province)


@pytest.mark.parametrize("nuts", [[], [NutsNelTempo(OLD, FONTE)], ("ITC45",)])
def test_codes_over_time_are_a_tuple(nuts: Any) -> None:  # noqa: ANN401 - what is refused
    """Of codes with their days."""
    with pytest.raises(IllTyped):
        evolve(MILANO, nuts=nuts)


COMUNE = edition().trova(Comune, "paese")


@pytest.mark.parametrize(
    ("capoluogo", "alloggi", "metropolitana", "may"),
    [
        (True, None, False, True),
        (True, 0, True, True),
        (False, 350, True, True),
        (False, 349, True, False),
        (False, None, True, None),
        (False, 5000, False, False),
        (False, None, False, False),
    ],
)
def test_who_may_ask_for_a_grant(
    capoluogo: bool,  # noqa: FBT001 - a column of the table
    alloggi: int | None,
    metropolitana: bool,  # noqa: FBT001 - as above
    may: bool | None,  # noqa: FBT001 - as above
) -> None:
    """Provincial capitals, and comuni of the metropolitan city with 350 dwellings."""
    owned = None if alloggi is None else Conteggio(alloggi, FONTE)
    comune = evolve(COMUNE, capoluogo=capoluogo, alloggi=owned)
    provincia = evolve(MILANO, metropolitana=metropolitana)

    assert ammissibile(comune, provincia, 350) is may


@pytest.mark.parametrize(
    ("precisione", "alloggi", "may"),
    [
        (Precisione.OLTRE, 350, True),
        (Precisione.OLTRE, 349, None),
        (Precisione.CIRCA, 5000, None),
        (Precisione.CIRCA, 300, None),
    ],
)
def test_dwellings_that_are_not_counted(
    precisione: Precisione,
    alloggi: int,
    may: bool | None,  # noqa: FBT001 - a column of the table
) -> None:
    """At least so many may be more; about so many may be more or fewer."""
    comune = evolve(COMUNE, alloggi=Conteggio(alloggi, FONTE, precisione))

    assert ammissibile(comune, MILANO, 350) is may
