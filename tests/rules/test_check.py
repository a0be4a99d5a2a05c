"""Whether the types of a tree agree, and what it gives."""

from __future__ import annotations

import pytest
from rules.scope import AREA, BOOL, EURO, KINDS, D, faults, number

from casa_model.rules.parse import parse
from casa_model.rules.types import (
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
)

GIVES: dict[str, Type] = {
    "vero": BOOL,
    "0.50": NumberType(2, euro=False, lo=50, hi=50, free=True),
    'data("2024-02-29")': DateType(D("2024-02-29"), D("2024-02-29")),
    "isee": EURO,
    "soglia": number(900_000, 936_000, 2, euro=True),
    "ok": number(5, 7),
    "data_requisiti": DateType(),
    "n + 1": number(2, 31),
    "n - x": number(100 - 150, 3000 + 150, 2),
    "isee + 1": number(100, 99_999_999_999 + 100, 2, euro=True),
    "quota * isee": number(0, 9_999_999_999_900, 4, euro=True),
    "2 * 3": NumberType(0, euro=False, lo=6, hi=6, free=True),
    "min(n, 5)": number(1, 5),
    "max(n, x)": number(100, 3000, 2),
    "min(inizio, fine)": DateType(D("2020-01-15"), D("2024-02-29")),
    "arrotonda(x, 0)": number(-2, 2),
    "arrotonda(quota * isee, 2)": number(0, 99_999_999_999, 2, euro=True),
    "isee < soglia": BOOL,
    "isee >= 0": BOOL,
    "x != n": BOOL,
    "inizio <= fine": BOOL,
    'area == "accesso"': BOOL,
    '"accesso" != area': BOOL,
    "comune == residenza": BOOL,
    'comune == "015146"': BOOL,
    'comune in {"a", "b"}': BOOL,
    'area in {"accesso"}': BOOL,
    "n in {1, 2.5, -3}": BOOL,
    "si and not si or si": BOOL,
    "n if si else x": number(-150, 3000, 2),
    "isee if si else 0": number(0, 99_999_999_999, 2, euro=True),
    "si if si else vero": BOOL,
    "inizio if si else fine": DateType(D("2020-01-15"), D("2024-02-29")),
    "area if si else area": AREA,
    '"uno" if si else "due"': ChoiceType(("uno", "due")),
    "comune if si else residenza": CodeType(),
    "mesi_tra(inizio, fine)": number(0, 49),
    "anni_tra(inizio, fine)": number(0, 4),
    "piu_mesi(inizio, 1)": DateType(D("2020-02-15"), D("2021-02-15")),
    "piu_mesi(inizio, n - 2)": DateType(D("2019-12-15"), D("2023-05-15")),
    "qualcuno(membri, eta < 18)": BOOL,
    "tutti(membri, studia)": BOOL,
    "conta(membri, studia and si)": number(0, 30),
    "somma(membri, reddito)": number(0, 99_999_999_999 * 30, 2, euro=True),
    "somma(membri, eta - 100, studia)": number(-3000, 900),
    "scala[min(n, 5)]": number(100, 300, 2),
    "scala[ok - 4]": number(100, 300, 2),
    "per_area[area]": number(1, 9),
    'per_area["accesso"]': number(1, 9),
    "griglia[1, area]": number(1, 9),
}


@pytest.mark.parametrize(("text", "kind"), GIVES.items())
def test_a_well_typed_tree(text: str, kind: Type) -> None:
    """Its type, with scale, unit and the interval of its values."""
    assert faults(parse(text, KINDS)) == (kind, [])
