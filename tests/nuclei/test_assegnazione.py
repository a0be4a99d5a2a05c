"""A dwelling was given on a day, with a contract, in an area of rent."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from casa_model.errors import IllTyped, InvalidValue
from casa_model.nuclei import Assegnazione


def test_nothing_need_be_known() -> None:
    """Every part of a dwelling's history may be unknown."""
    assert Assegnazione(data_assegnazione=None, data_contratto=None, area=None) == Assegnazione()


def test_the_contract_may_begin_on_another_day() -> None:
    """Assignment and contract are two days, in any order."""
    given = Assegnazione(date(2020, 5, 2), date(2020, 5, 1), "protezione")

    assert date(2020, 5, 2) == given.data_assegnazione
    assert date(2020, 5, 1) == given.data_contratto


@pytest.mark.parametrize("area", ["", "  "])
def test_a_blank_area_is_refused(area: str) -> None:
    """Not known is None, never a blank text."""
    with pytest.raises(InvalidValue, match="`area` is blank"):
        Assegnazione(area=area)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("data_assegnazione", datetime(2020, 5, 2, 9)),  # noqa: DTZ001 - a time of the clock
        ("data_contratto", "2020-05-02"),
        ("area", 1),
    ],
)
def test_a_field_has_its_exact_type(name: str, value: object) -> None:
    """What Python would let pass for the right type is refused, by the name of the field."""
    with pytest.raises(IllTyped, match=f"`{name}`"):
        Assegnazione(**{name: value})
