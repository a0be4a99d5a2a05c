"""Numbers as JSON, to the last digit."""

from __future__ import annotations

from decimal import Decimal

from casa_model.exchange import from_json, to_json
from casa_model.rules import facts


def test_numbers_keep_every_digit() -> None:
    """Beyond what a float could hold, and with their decimals as they were."""
    fatti = facts.Fatti({"a": Decimal("0.10"), "b": Decimal("12345678901234567890.123456789")})
    again = from_json(to_json(fatti), facts.Fatti)

    assert list(map(str, again.valori.values())) == ["0.10", "12345678901234567890.123456789"]
