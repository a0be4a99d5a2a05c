"""Random applications as JSON texts: sound ones, and ones spoilt in a place or two.

A document is drawn as a text, not as an object: `2`, `2.0` and `2e0` are one number and three ways
to write it, and a reader must be asked about each.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.nuclei.fatti import eta_compiuta
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType, Type
from casa_model.testing._values import number_of, values
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casa_model.rules.facts import Fatto, Value
    from casa_model.rules.misura import Misura

JUNK = (
    *(json.dumps(each) for each in (None, True, False, [], {}, [[]], [{}], "", " ", "null", "x")),
    *("0", "-0", "-0.0", "1", "2.0", "2e0", "0.5", "1e3", "1E-2", "1e400", "-1e400", "1e-400"),
    *(json.dumps(each) for each in ("1.00", "1.0", "01.00", "+1.00", "1.00\n", " 1.00", "1,00")),
    *(json.dumps(each) for each in ("\u0661.00", "1\u0660", "1_0", "1e3", "NaN", "-0.00", "-0")),
    *(json.dumps(each) for each in ("2023-02-29", "1900-02-29", "2024-02-29", "2024-04-31")),
    *(json.dumps(each) for each in ("2024-1-1", "2024-01-01\n", "2024-01-01T00:00", "0000-01-01")),
    *(json.dumps(each) for each in ("20240101", "2024-13-01", "\ud800", "a\u2028", "\u00e8")),
)
"""Values that fit some types and not others, and spellings that look like others."""

REFERENCES = (
    *("A-0001", "2024/17", "a b1", "1 2", "Prot. 12", "n\u00b0 12", "Rossi 12", "Rossi,12;x1"),
    *("Mario Rossi", "mario, rossi", "D'Amico Nicol\u00f2", "M. R.", "12 Mario 3 Rossi 4"),
    *("RSSMRA85T10A562S", "xRSSMRA85T10A562S", "-rssmra85t10a562s", "1/RSSMRA85T1LA562S/2"),
    *("\u00e8RSSMRA85T10A562S", "RSSMRA85T10A562", "RSSMRA85T10A5622", "\u212aSSMRA85T10A562S"),
    *("", " ", "=1", "+1", "\\-1", "-1", "@x", "\uff1dx", " A", "A ", "A\n", "\nA", "A\u00a0B"),
    *("A\u200bB", "\U0001f3e0", "\U000e0001", "\ud800", "\ufdd0", "\u0378", "x" * 400),
    *("\u00bd \u00bc", "\u0661 \u0662", "\u4e00 \u4e8c"),
)
"""References and protocol numbers, sound and not."""


def documents(misura: Misura, on: date | None) -> st.SearchStrategy[str]:
    """Applications to a notice whose requisites are held on `on`.

    Without a day no member has a day of birth: no schema can say which age that is.
    """
    return _documents(misura.fatti, on)


@st.composite
def _documents(draw: st.DrawFn, fatti: Sequence[Fatto], on: date | None) -> str:
    household = {fatto.nome: fatto.tipo for fatto in fatti if not fatto.membro}
    member = {fatto.nome: fatto.tipo for fatto in fatti if fatto.membro}
    if on is None:
        member.pop("data_nascita", None)
    found = {"riferimento": draw(_references)} | _row(draw, household)
    found |= _at_the_door(draw, household.get("data_domanda"))
    faults = draw(st.sampled_from((0, 0, 1, 2)))
    inside = draw(st.integers(0, faults))
    if draw(st.booleans()):
        rows = [_member(draw, member, on, inside) for _ in range(draw(st.integers(1, 3)))]
        size = draw(st.sampled_from((len(rows), len(rows), len(rows), 0, 29, 30, 31)))
        rows = rows[:size] + [{}] * (size - len(rows))
        found["membri"] = f"[{', '.join(map(_object, rows))}]"
        if "componenti" in household and draw(st.booleans()):
            found["componenti"] = draw(_spelt_number(size + draw(_slips), 0))
    return _object(_spoilt(draw, found, household, faults - inside))


_slips = st.sampled_from((0, 0, 0, 0, 0, 0, 1, -1))
_texts = st.sampled_from(REFERENCES) | st.text(max_size=12)
_references = (st.sampled_from(("A-0001",) * 3) | _texts).map(json.dumps)
_junk = st.sampled_from(JUNK) | st.text(max_size=8).map(json.dumps)


def _at_the_door(draw: st.DrawFn, tipo: Type | None) -> dict[str, str]:
    """When the application was made and its number, as any application may say them."""
    found: dict[str, str] = {}
    if draw(st.booleans()):
        found["protocollo"] = draw(_references)
    if draw(st.booleans()):
        kind = tipo if isinstance(tipo, DateType) else DateType()
        day = draw(values(kind))
        hours = (
            "",
            "",
            "",
            "",
            "",
            "T23:59:59",
            " 12:00",
            "T09:30:59",
            "T24:00",
            " 1:00",
            "T",
            " 12:00\n",
            "T12:60",
        )
        found["data_domanda"] = json.dumps(f"{day}{draw(st.sampled_from(hours))}")
    return found


def _row(draw: st.DrawFn, tipi: Mapping[str, Type]) -> dict[str, str]:
    """Some facts of a household or of a member, each within its type; or not known."""
    which = draw(st.integers(0, 2 ** len(tipi) - 1))
    some = [nome for at, nome in enumerate(tipi) if which >> at & 1]
    return {nome: draw(_fitting(tipi[nome])) for nome in some}


def _member(
    draw: st.DrawFn, tipi: Mapping[str, Type], on: date | None, faults: int
) -> dict[str, str]:
    """A member whose age mostly agrees with the day of birth."""
    row = _row(draw, tipi)
    tipo = tipi.get("data_nascita")
    if on is not None and isinstance(tipo, DateType) and "eta" in tipi and "data_nascita" in row:
        born = draw(values(tipo))
        assert isinstance(born, date)
        row |= {"data_nascita": json.dumps(str(born))}
        row |= {"eta": draw(_spelt_number(eta_compiuta(born, on=on) + draw(_slips), 0))}
        if draw(st.booleans()):
            del row["eta"]
    return _spoilt(draw, row, tipi, faults)


def _spoilt(
    draw: st.DrawFn, row: dict[str, str], tipi: Mapping[str, Type], faults: int
) -> dict[str, str]:
    """A row in which some values were changed for any other, or a key that nobody knows stands."""
    for _ in range(faults):
        keys = ("altro", "riferimento", "membri", "componenti", "eta", "protocollo", *row, *tipi)
        key = draw(st.sampled_from(keys))
        odd = _beyond(tipi[key]) if key in tipi else _junk
        row = row | {key: draw(_junk | odd | st.sampled_from(list(row.values()) or ["null"]))}
    return row


def _fitting(tipo: Type) -> st.SearchStrategy[str]:
    """The spellings of the values of a type."""
    match tipo:
        case BoolType():
            return st.sampled_from(("true", "false"))
        case NumberType(scale=scale, euro=euro):
            units = values(tipo).map(lambda value: _units(value, scale))
            return units.flatmap(_spelt_money if euro else lambda n: _spelt_number(n, scale))
        case DateType():
            return values(tipo).map(str).map(json.dumps)
        case ChoiceType(values=some):
            return st.sampled_from(some).map(json.dumps)
        case CodeType():
            return st.sampled_from(("015146", " ", "\n", "\u00e8")).map(json.dumps)


def _beyond(tipo: Type) -> st.SearchStrategy[str]:
    """What is just beyond a type: by one unit, by one day, by one letter."""
    match tipo:
        case NumberType(scale=scale, euro=euro, lo=lo, hi=hi):
            units = st.sampled_from((lo, hi, lo - 1, hi + 1))
            return units.flatmap(_spelt_money if euro else lambda n: _spelt_number(n, scale))
        case DateType(lo=lo, hi=hi):
            ends = [day.toordinal() + off for day in (lo, hi) for off in (-1, 0, 1)]
            within = [at for at in ends if 0 < at <= date.max.toordinal()]
            return st.sampled_from(within).map(lambda at: json.dumps(str(date.fromordinal(at))))
        case ChoiceType(values=some):
            return st.sampled_from((f"{some[0]} ", some[0].upper(), f"{some[0]}\n")).map(json.dumps)
        case BoolType() | CodeType():
            return st.sampled_from(('"true"', '"vero"', "1", "0", '""', "15146"))


def _units(value: Value, scale: int) -> int:
    return value.cents if isinstance(value, Euro) else int(Decimal(value).scaleb(scale))


def _spelt_money(cents: int) -> st.SearchStrategy[str]:
    return _spelt(number_of(cents, 2), json.dumps(str(Euro(cents))))


def _spelt_number(units: int, scale: int) -> st.SearchStrategy[str]:
    exact = number_of(units, scale)
    short = f"{exact:f}".rstrip("0").rstrip(".") if scale else f"{exact:f}"
    return _spelt(exact, json.dumps(f"{exact:f}"), json.dumps(short or "0"))


def _spelt(exact: Decimal, *texts: str) -> st.SearchStrategy[str]:
    """A number in the ways that JSON has, and its texts."""
    plain = f"{exact:f}"
    more = f"{plain}0" if "." in plain else f"{plain}.00"
    sign, digits, exponent = exact.as_tuple()
    whole = f"{'-' * sign}{''.join(map(str, digits))}"
    moved = f"{whole}000E{int(exponent) - 3}" if exact else "0E7"
    return st.sampled_from((*texts, plain, more, f"{whole}e{exponent}", moved))


def _object(row: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{json.dumps(key)}: {value}' for key, value in row.items())}}}"
