"""Numbers as JSON, to the last digit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casa_model.errors import InvalidValue
from casa_model.exchange import from_json, to_json
from casa_model.programma.riparto import Fabbisogno, Riparto, maggiori_resti
from casa_model.rules import facts
from casa_model.values import Euro


def test_numbers_keep_every_digit() -> None:
    """Beyond what a float could hold, and with their decimals as they were."""
    fatti = facts.Fatti({"a": Decimal("0.10"), "b": Decimal("12345678901234567890.123456789")})
    again = from_json(to_json(fatti), facts.Fatti)

    assert list(map(str, again.valori.values())) == ["0.10", "12345678901234567890.123456789"]


@pytest.mark.parametrize("text", ["2/4", "1/0", "0.5", "+1", "1/3 ", "x", "-0", "1/1"])
def test_a_fraction_is_in_its_lowest_terms(text: str) -> None:
    """As it is written; an apportionment comes back the same."""
    needs = [Fabbisogno("a", 1), Fabbisogno("b", 2)]
    written = to_json(maggiori_resti(Euro(1000), needs))
    assert '"1000/3"' in written

    with pytest.raises(InvalidValue, match="lowest terms"):
        from_json(written.replace('"1000/3"', f'"{text}"'), Riparto)
