"""What a rule says of numbers: whatever their kind, nothing fails."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from casa_model.casa import edizione
from casa_model.rules.types import NumberType, parse_type
from casa_model.testing._admitted import _said, _units
from casa_model.values import Euro

PLAIN = NumberType(2, euro=False, lo=0, hi=999)


def test_a_number_is_in_the_units_of_its_own_kind() -> None:
    """Money to money, numbers to numbers; any other value says nothing."""
    assert list(_units(parse_type("euro"), Euro(5))) == [5]
    assert list(_units(PLAIN, Decimal("1.50"))) == [150]
    assert list(_units(PLAIN, Euro(5))) == []
    assert list(_units(parse_type("euro"), Decimal(5))) == []
    assert list(_units(PLAIN, value=True)) == []


def test_a_number_that_is_not_yet_law_says_nothing() -> None:
    """A parameter that no rule reads on a day need not have a value then."""
    misura = edizione().misure["energia-l1"]
    said = [*_said(misura, [], date(2000, 1, 1))]

    assert not [each for each in said if isinstance(each, Euro)]
