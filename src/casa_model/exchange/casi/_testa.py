"""The first lines of a CSV of cases: which rules it is about, its day, how decimals are written."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, cast, get_args

from attrs import frozen

from casa_model.errors import Faults, Place, near
from casa_model.exchange._celle import Decimali, giorno
from casa_model.exchange._righe import righe

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE: Final = re.compile(r"#\s*(?P<key>[^:=\s]+)\s*[:=]\s*(?P<value>.*)")
_KEYS: Final = ("regole", "al", "decimali")
_EXAMPLE: Final = "# regole: crs-difficolta"
# What a spreadsheet may put around a line that is no row: quotes, and separators after it.
_AROUND: Final = "\"'; ,\t"


@frozen
class Testa:
    """What the head says, and the text without it: line numbers stay as they were."""

    testo: str
    regole: str | None = None
    al: date | None = None
    decimali: Decimali | None = None


def testa_di(text: str, file: str, faults: Faults) -> Testa:
    """Read the head of a CSV; its faults go into the basket."""
    said: dict[str, str] = {}
    rest = text
    for line, row in righe(text):
        plain = row.strip(_AROUND)
        if not plain.startswith("#"):
            break
        place = Place(file, line, 1)
        found = _LINE.fullmatch(plain)
        key = plain if found is None else found["key"]
        if found is None or key not in _KEYS:
            faults.add("caso-testa", place, vicino=near(key, _KEYS), esempio=_EXAMPLE)
        else:
            said[key] = found["value"].strip(_AROUND)
            _check(key, said[key], place, faults)
        rest = rest.replace(row, "", 1)
    return Testa(rest, said.get("regole"), _day(said), _decimals(said))


def _check(key: str, value: str, place: Place, faults: Faults) -> None:
    if key == "al" and giorno(value, "it") is None:
        faults.add(
            "valore-malformato", place, valore=value, atteso="un giorno", atteso_en="a day",
            esempio="`# al: 2024-09-02`",
        )  # fmt: skip
    if key == "decimali" and value not in get_args(Decimali):
        faults.add(
            "valore-malformato", place, valore=value, atteso="un modo di scrivere i decimali",
            atteso_en="a way to write decimals", esempio="`# decimali: it`",
        )  # fmt: skip


def _day(said: Mapping[str, str]) -> date | None:
    return giorno(said.get("al", ""), "it")


def _decimals(said: Mapping[str, str]) -> Decimali | None:
    stated = said.get("decimali")
    return cast("Decimali", stated) if stated in get_args(Decimali) else None
