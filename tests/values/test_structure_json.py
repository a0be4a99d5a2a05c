"""What is written is read again, and no value of it is in any error."""

from __future__ import annotations

import json
import traceback
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal, TypeAlias

import pytest
from attrs import field, frozen, validators
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import InvalidValue
from casa_model.values import Euro, Testo
from casa_model.values.structure import new_converter, structure

Wanted: TypeAlias = Any
DAY = date(2024, 9, 1)
MOMENT = datetime(2024, 9, 1, 12, tzinfo=UTC)
SENTINEL = "SENTINELLA"


class Grado(StrEnum):
    """A closed list."""

    ATTO = "atto"


@frozen
class Uno:
    """A class told apart by its only key."""

    uno: int


@frozen
class Cosa:
    """Every type that the converter reads."""

    testo: str
    numero: int
    vero: bool | None
    giorno: date
    momento: date | datetime
    ora: time | None
    quota: Decimal
    importo: Euro
    grado: Grado
    parola: Literal["a", "b"]
    nomi: Testo
    misti: tuple[int | str, ...]
    mappa: Mapping[str, Uno]
    libero: Any


texts = st.text(max_size=5)
days = st.dates()
whole = st.integers()
filled = texts.filter(str.strip)
zones = st.sampled_from([None, UTC, timezone(timedelta(hours=-5))])
things = st.builds(
    Cosa,
    testo=texts,
    numero=whole,
    vero=st.none() | st.booleans(),
    giorno=days,
    momento=days | st.datetimes(timezones=zones),
    ora=st.none() | st.times(),
    quota=st.decimals(allow_nan=False, allow_infinity=False, places=3, max_value=9, min_value=-9),
    importo=st.builds(Euro, st.integers(-(10**9), 10**9)),
    grado=st.sampled_from(Grado),
    parola=st.sampled_from(["a", "b"]),
    nomi=st.builds(Testo, filled, filled),
    misti=st.lists(whole | texts).map(tuple),
    mappa=st.dictionaries(texts, st.builds(Uno, whole), max_size=2),
    libero=st.none() | whole | st.lists(texts),
)


QUICK = new_converter(detailed=False)


@given(things)
def test_json_round_trips(thing: Cosa) -> None:
    """What is written is plain JSON, and is read again as the same thing."""
    converter = new_converter(dates_as_text=True)
    text = json.dumps(converter.unstructure(thing))

    assert structure(converter, json.loads(text), Cosa) == thing


@given(things)
def test_data_round_trip_with_days_as_days(thing: Cosa) -> None:
    """As for TOML."""
    converter = new_converter()

    assert structure(converter, converter.unstructure(thing), Cosa) == thing
    assert QUICK.structure(converter.unstructure(thing), Cosa) == thing


def test_numbers_are_written_without_exponent() -> None:
    """`1E+3` would not be read again."""
    assert new_converter().unstructure(Decimal("1E+3")) == "1000"


@frozen
class Segreta:
    """Each field refuses in its own way, some with the value in the message."""

    testo: int = 0
    scelta: Grado = Grado.ATTO
    importo: Euro | None = None
    quota: Decimal | None = None
    giorno: date = DAY
    elenco: tuple[int, ...] = ()
    mappa: Mapping[str, int] = field(factory=dict)
    corta: str = field(default="", validator=validators.max_len(3))


@pytest.mark.parametrize("name", [f.name for f in Segreta.__attrs_attrs__])
def test_no_value_is_in_any_error(name: str) -> None:
    """Neither in its text, nor in its traceback, nor in what stands behind it."""
    values: dict[str, object] = {"elenco": [SENTINEL], "mappa": {"a": SENTINEL}}
    raw = {name: values.get(name, SENTINEL)}
    with pytest.raises(InvalidValue) as caught:
        structure(new_converter(dates_as_text=True), raw, Segreta)
    printed = "".join(traceback.format_exception(caught.value))

    assert SENTINEL not in printed + repr(caught.value) + caught.value.testo("it")
    assert caught.value.__context__ is None
