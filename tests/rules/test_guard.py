"""The validators of the tree."""

from __future__ import annotations

import pytest
from attrs import field, frozen

from casa_model.errors import IllTyped
from casa_model.rules._guard import exactly, few_decimals, one_of, written


@frozen
class Sample:
    """One field for each validator."""

    number: int = field(default=0, validator=exactly(int))
    sign: str = field(default="<", validator=one_of(("<", ">")))
    decimals: int = field(default=0, validator=few_decimals)
    label: str = field(default="", validator=written)


@pytest.mark.parametrize(
    "fields",
    [
        {"number": -5, "sign": ">", "decimals": 9, "label": "a b-C_1.2/3(4)"},
        {"decimals": 0, "label": ""},
    ],
)
def test_a_fit_value_passes(fields: dict[str, object]) -> None:
    """Nothing is changed on the way."""
    sample = Sample(**fields)

    assert {name: getattr(sample, name) for name in fields} == fields


@pytest.mark.parametrize(
    "fields",
    [
        {"number": True},
        {"sign": "="},
        {"decimals": 10},
        {"decimals": -1},
        {"decimals": "1"},
        {"label": 1},
        {"label": "é"},
        {"label": "\t"},
        *({"label": sign} for sign in "'\"\\#;"),
    ],
)
def test_an_unfit_value_is_refused(fields: dict[str, object]) -> None:
    """Each validator raises `IllTyped`."""
    with pytest.raises(IllTyped):
        Sample(**fields)
