"""An attestation has exact figures and holds from one day to another."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import IllTyped, InvalidValue
from casa_model.nuclei import AttestazioneIsee, TipoIsee
from casa_model.values import Euro

DAY = timedelta(days=1)
days = st.dates(date(1901, 1, 1), date(2099, 12, 30))


def attestation(**other: object) -> AttestazioneIsee:
    """An attestation of 15 March 2023, but for what is said."""
    return AttestazioneIsee(**{"isee": Euro(900_000), "rilascio": date(2023, 3, 15)} | other)


@pytest.mark.parametrize(
    ("giorno", "valida"),
    [
        (date(2023, 3, 14), False),
        (date(2023, 3, 15), True),
        (date(2023, 12, 31), True),
        (date(2024, 1, 1), False),
        (date(2024, 1, 15), False),
    ],
)
def test_it_holds_to_the_end_of_the_year(giorno: date, valida: bool) -> None:  # noqa: FBT001
    """It holds from its own day to 31 December, both included, and not to 15 January."""
    assert valida == attestation().valida_il(giorno)


@given(days)
def test_any_attestation_ends_with_its_year(rilascio: date) -> None:
    """Whatever the day it was made, even 29 February, the last day is 31 December."""
    isee = attestation(rilascio=rilascio)
    last = date(rilascio.year, 12, 31)

    assert tuple(isee.valida_il(g) for g in (rilascio - DAY, rilascio, last, last + DAY)) == (
        False,
        True,
        True,
        False,
    )


@given(days, st.integers(0, 800), st.sampled_from([None, *TipoIsee]))
def test_the_stated_end_decides(rilascio: date, length: int, tipo: TipoIsee | None) -> None:
    """A stated `scadenza` is the last day, within the year or beyond, whatever the kind."""
    end = rilascio + length * DAY
    isee = attestation(rilascio=rilascio, scadenza=end, tipo=tipo)

    assert tuple(isee.valida_il(g) for g in (rilascio - DAY, rilascio, end, end + DAY)) == (
        False,
        True,
        True,
        False,
    )


def test_the_current_kind_without_an_end_holds_to_the_end_of_the_year() -> None:
    """Six months for the kind `corrente` have no source that was seen: they are not modelled."""
    isee = attestation(tipo=TipoIsee.CORRENTE)

    assert isee.valida_il(date(2023, 12, 31))


def test_it_does_not_end_before_it_begins() -> None:
    """A `scadenza` before `rilascio` is refused."""
    with pytest.raises(InvalidValue, match="`scadenza` comes before `rilascio`"):
        attestation(scadenza=date(2023, 3, 14))


@pytest.mark.parametrize("name", ["isee", "isp"])
def test_an_amount_is_not_negative(name: str) -> None:
    """Zero is an amount, less is not."""
    assert getattr(attestation(**{name: Euro(0)}), name) == Euro(0)
    with pytest.raises(InvalidValue, match=f"`{name}` is negative"):
        attestation(**{name: Euro(-1)})


@pytest.mark.parametrize("scala", ["1", "1.0", "1.00", "1.57", "2.8", "19.99", "1E+1"])
def test_the_scale_has_at_most_two_decimals(scala: str) -> None:
    """The scale is kept as it was given, from 1.00 up."""
    assert Decimal(scala) == attestation(scala=Decimal(scala)).scala


@pytest.mark.parametrize(
    "scala",
    ["0.99", "0", "-1.57", "1.570", "1.00000000000000000000000000001", "NaN", "sNaN", "Inf"],
)
def test_what_is_no_scale_is_refused(scala: str) -> None:
    """Below 1.00, with a third decimal, or not a number: refused, without a word of the value."""
    with pytest.raises(InvalidValue, match="`scala` is not") as caught:
        attestation(scala=Decimal(scala))

    assert "1.57" in str(caught.value)


def test_the_scale_does_not_hang_on_the_decimal_context() -> None:
    """A caller who computes with two digits gets the same answers."""
    with localcontext(prec=2):
        assert attestation(scala=Decimal("12.57")).scala == Decimal("12.57")
        with pytest.raises(InvalidValue):
            attestation(scala=Decimal("1.001"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("isee", 9360),
        ("isee", None),
        ("isp", "0.00"),
        ("scala", 1.57),
        ("scala", 2),
        ("tipo", "ordinario"),
        ("rilascio", None),
        ("rilascio", datetime(2023, 3, 15, 9)),  # noqa: DTZ001 - a time of the clock
        ("scadenza", "2023-12-31"),
    ],
)
def test_a_field_has_its_exact_type(name: str, value: object) -> None:
    """What Python would let pass for the right type is refused, by the name of the field."""
    with pytest.raises(IllTyped, match=f"`{name}`"):
        attestation(**{name: value})


def test_kinds_are_the_words_of_the_dictionary() -> None:
    """The kinds are spelled as the choice `isee_tipo` of the dictionary of facts."""
    expected = (
        "ordinario",
        "minorenni",
        "universita",
        "sociosanitario",
        "sociosanitario-residenze",
        "corrente",
    )

    assert expected == tuple(tipo.value for tipo in TipoIsee)
