"""Nothing is coerced: a value is read exactly as it is written, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pytest
from attrs import frozen
from cattrs.errors import IterableValidationError

from casa_model.errors import Faults, IllTyped, InvalidValue
from casa_model.values import Euro
from casa_model.values.structure import new_converter, structure, structure_at
from casa_model.values.structure._kinds import WrongKind
from casa_model.values.toml import TomlFloat, read_toml

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
class Due:
    """Another one."""

    due: int


@frozen
class Molte:
    """More keys than an example shows."""

    a: int
    b: int
    c: int
    d: int


@pytest.mark.parametrize(
    ("cls", "raw"),
    [
        (str, 1),
        (str, None),
        (str, TomlFloat("1.5")),
        (int, True),
        (int, "1"),
        (int, TomlFloat("1")),
        (int, 1.0),
        (bool, 1),
        (bool, "true"),
        (date, MOMENT),
        (date, "2024-09-01"),
        (datetime, DAY),
        (time, "12:00:00"),
        (Decimal, 1),
        (Decimal, Decimal(1)),
        (Decimal, "NaN"),
        (Decimal, "1e3"),
        (Decimal, "1_0"),
        (Decimal, "٣"),
        (Decimal, " 1"),
        (Decimal, "1\n"),
        (Decimal, ".5"),
        (Euro, 9360),
        (Euro, "9.360"),
        (Euro, {"cents": 1}),
        (Grado, "ATTO"),
        (Grado, 1),
        (Literal["a", "b"], "c"),
        (tuple[int, ...], "12"),
        (tuple[int, ...], (1, 2)),
        (tuple[int, ...], {"1": 1}),
        (tuple[str, ...], [1]),
        (Mapping[str, int], [["a", 1]]),
        (Mapping[str, int], {"a": "1"}),
        (dict[str, int], {"a": True}),
        (Uno, [("uno", 1)]),
        (Uno, 1),
        (bool | None, 0),
        (int | str, True),
        (date | datetime, "2024-09-01"),
        (Uno | None, 1),
        (Uno | Due | None, 1),
    ],
)
def test_nothing_is_coerced(cls: Wanted, raw: object) -> None:
    """Exactly the class of value that is written, or a refusal."""
    with pytest.raises(InvalidValue):
        structure(new_converter(), raw, cls)
    # cattrs itself chooses among classes, with an error of its own; an old one groups those of a
    # mapping even so.
    with pytest.raises((WrongKind, ValueError, IterableValidationError)):
        new_converter(detailed=False).structure(raw, cls)


@pytest.mark.parametrize("detailed", [True, False])
@pytest.mark.parametrize("raw", [{"uno": 1, "due": 2}, {}, {"uno": "1"}, {"UNO": 1}])
def test_no_more_and_no_fewer_keys(raw: object, detailed: bool) -> None:  # noqa: FBT001
    """Also where no code is generated for the class."""
    with pytest.raises(Exception):  # noqa: B017, PT011 - of cattrs, of attrs or ours, by converter
        new_converter(detailed=detailed).structure(raw, Uno)


@pytest.mark.parametrize(
    ("cls", "raw", "expected"),
    [
        (str, "", ""),
        (bool | None, None, None),
        (date | datetime, MOMENT, MOMENT),
        (date | datetime, DAY, DAY),
        (str | date, DAY, DAY),
        (tuple[int, ...] | str, [1], (1,)),
        (Uno | str, {"uno": 1}, Uno(1)),
        (Uno | str, "a", "a"),
        (Any, TomlFloat("1.5"), "1.5"),
        (tuple[Any, ...], [1, None], (1, None)),
        (Mapping[str, Any], {"a": None}, {"a": None}),
        (time, time(12), time(12)),
    ],
)
def test_exact_values_are_read(cls: Wanted, raw: object, expected: object) -> None:
    """A union takes the member of that kind; `Any` leaves the value as it is."""
    assert structure(new_converter(), raw, cls) == expected
    assert new_converter(detailed=False).structure(raw, cls) == expected


@pytest.mark.parametrize(
    ("cls", "text"),
    [
        (date, "2024-9-1"),
        (date, "2024-02-30"),
        (date, "20240901"),
        (date, "2024-09-01T00:00:00"),
        (datetime, "2024-09-01"),
        (datetime, "2024-09-01 12:00:00"),
        (datetime, "2024-09-01T25:00:00"),
        (time, "24:00:00"),
        (time, "12:00"),
        (date | datetime, "ieri"),
    ],
)
def test_json_days_are_strict_texts(cls: Wanted, text: str) -> None:
    """One spelling each, and a day that exists."""
    with pytest.raises(InvalidValue, match="not another text"):
        structure(new_converter(dates_as_text=True), text, cls)


def test_a_union_of_classes_is_read_by_the_hook_of_the_caller() -> None:
    """Alone or with None beside."""
    converter = new_converter()
    converter.register_structure_hook(
        Uno | Due, lambda raw, _: converter.structure(raw, Uno if "uno" in raw else Due)
    )

    assert structure(converter, {"due": 2}, Uno | Due) == Due(2)
    assert structure(converter, {"uno": 1}, Uno | Due | None) == Uno(1)
    assert structure(converter, None, Uno | Due | None) is None


@pytest.mark.parametrize("cls", [float, bytes, Path, complex, list[int], tuple[int, str], set[int]])
def test_a_type_that_loses_something_is_refused_to_the_programmer(cls: Wanted) -> None:
    """A field of such a type is a mistake of the class, not of the file."""
    with pytest.raises(IllTyped, match="the converter does not read the type"):
        structure(new_converter(), {}, cls)


def test_a_child_class_of_a_plain_type_is_refused_to_the_programmer() -> None:
    """Else an `IntEnum` field would hold a plain `int`."""

    @frozen
    class Strana:
        valore: TomlFloat

    document = read_toml("valore = 'x'", "f")

    with pytest.raises(IllTyped, match="TomlFloat"):
        structure_at(new_converter(), document.data, Strana, document, (), Faults())


def test_without_a_file_the_path_is_told() -> None:
    """As `a.b[0]`, the root as a point."""
    with pytest.raises(InvalidValue) as caught:
        structure(new_converter(), {"a": {"uno": 1}, "b": {"uno": "x"}, "c": 1}, Mapping[str, Uno])

    assert caught.value.testo("it") == (
        "`b.uno`: qui serve un numero intero, non un testo; scrivi per esempio `12`; "
        "`c`: qui serve una tabella fra `{ }`, non un numero intero; "
        "scrivi per esempio `{ uno = … }`"
    )
    with pytest.raises(InvalidValue, match=r"^`\.`: a whole number"):
        structure(new_converter(), "x", int)
    with pytest.raises(InvalidValue, match=r"^`\[1\]`: a whole number"):
        structure(new_converter(), [1, "x"], tuple[int, ...])


def test_an_example_shows_the_first_keys_only() -> None:
    """A class of many keys does not fill the screen; one with none shows none."""

    @frozen
    class Niente:
        pass

    with pytest.raises(InvalidValue, match=r"`\{ a = …, b = …, c = …, … \}`"):
        structure(new_converter(), 1, Molte)
    with pytest.raises(InvalidValue, match=r"`\{ … \}`"):
        structure(new_converter(), 1, Niente)


def test_an_enum_with_a_hook_of_its_own_shows_its_words() -> None:
    """Also when its key is missing."""

    @frozen
    class Con:
        grado: Grado
        parola: Literal["a", "b"]
        libero: Any
        uno: Uno | Due

    converter = new_converter()
    converter.register_structure_hook(Uno | Due, lambda raw, _: raw)
    with pytest.raises(InvalidValue) as caught:
        structure(converter, {}, Con)

    for example in ('`grado = "atto"`', '`parola = "a"`', "`libero = …`", "`uno = …`"):
        assert example in str(caught.value)


def test_a_hook_that_reshapes_the_data_still_ends_in_a_fault() -> None:
    """The path may not exist in the raw data; the nearest place is told."""
    converter = new_converter()
    converter.register_structure_hook(Due, lambda raw, _: converter.structure({"uno": [raw]}, Uno))
    document = read_toml("[x]\ny = 'SENTINELLA'", "f")
    faults = Faults()

    assert structure_at(converter, document.data, Mapping[str, Due], document, (), faults) is None
    (fault,) = faults.gravi

    assert (fault.code, str(fault.place)) == ("tipo-valore", "f:1:1")
    assert fault.data["trovato_en"] == "another value"
