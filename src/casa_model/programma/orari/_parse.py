"""The text of a rule, read strictly: `dateutil.rrule` takes `INTERVAL=0` and `BYMONTH=13`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from casa_model.errors import IllTyped, InvalidHours
from casa_model.programma.orari._freq import DAYS, ByDay, Freq

if TYPE_CHECKING:
    from collections.abc import Mapping

_PART: Final = re.compile(r"([A-Z]+)=([0-9A-Z,-]+)")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,2}")
_BYDAY: Final = re.compile(rf"([1-5]|-1)?({'|'.join(DAYS)})")
_DAY: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_NAMES: Final = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "UNTIL")
_TIMES: Final = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_SHOWN: Final = 40


class Read(NamedTuple):
    """The fields of a rule, in their order."""

    freq: Freq
    interval: int
    byday: tuple[ByDay, ...]
    bymonthday: tuple[int, ...]
    bymonth: tuple[int, ...]
    until: date | None


def read(text: object) -> Read:
    """Read the text of a rule; see `Regola.parse`."""
    if type(text) is not str:
        raise IllTyped(
            it="la regola deve essere un testo; scrivila tra virgolette",
            en="the rule must be a text; write it in quotes",
        )
    parts = _parts(text)
    if "FREQ" not in parts:
        raise InvalidHours(codice="regola-senza-freq")
    return Read(
        _freq(parts["FREQ"]),
        _number(parts.get("INTERVAL", "1"), "regola-interval"),
        tuple(_byday(day) for day in _list(parts, "BYDAY")),
        _numbers(parts, "BYMONTHDAY", "regola-bymonthday"),
        _numbers(parts, "BYMONTH", "regola-bymonth"),
        _day(parts["UNTIL"]) if "UNTIL" in parts else None,
    )


def _parts(text: str) -> dict[str, str]:
    if not text:
        raise InvalidHours(codice="regola-vuota")
    parts: dict[str, str] = {}
    for part in text.split(";"):
        found = _PART.fullmatch(part)
        if found is None:
            raise InvalidHours(codice="regola-parte", parte=_shown(part))
        name, value = found.groups()
        if name in parts:
            raise InvalidHours(codice="regola-parte-ripetuta", parte=_shown(name))
        _admit(name, value)
        parts[name] = value
    return parts


def _admit(name: str, value: str) -> None:
    if name in _NAMES or (name, value) == ("WKST", "MO"):
        return
    if name == "WKST":
        raise InvalidHours(codice="regola-wkst", valore=_shown(value))
    if name == "COUNT":
        raise InvalidHours(codice="regola-count")
    if name in _TIMES:
        raise InvalidHours(codice="regola-ore", parte=name)
    ammesse = ", ".join(f"`{name}`" for name in _NAMES)
    raise InvalidHours(codice="regola-parte-ignota", parte=_shown(name), ammesse=ammesse)


def _freq(value: str) -> Freq:
    try:
        return Freq(value)
    except ValueError:
        raise InvalidHours(codice="regola-freq", valore=_shown(value)) from None


def _list(parts: Mapping[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _numbers(parts: Mapping[str, str], name: str, code: str) -> tuple[int, ...]:
    return tuple(_number(value, code) for value in _list(parts, name))


def _number(value: str, code: str) -> int:
    if _NUMBER.fullmatch(value) is None:
        raise InvalidHours(codice=code, valore=_shown(value))
    return int(value)


def _byday(value: str) -> ByDay:
    found = _BYDAY.fullmatch(value)
    if found is None:
        raise InvalidHours(codice="regola-byday", valore=_shown(value))
    nth, day = found.groups()
    return ByDay(DAYS.index(day), int(nth or 0))


def _day(value: str) -> date:
    found = _DAY.fullmatch(value)
    try:
        return date(*map(int, found.groups() if found else ()))
    except (TypeError, ValueError):
        raise InvalidHours(codice="regola-until", valore=_shown(value)) from None


def _shown(text: str) -> str:
    """What a terminal can be shown of a text that anybody may have written."""
    safe = "".join(sign if sign.isprintable() else "?" for sign in text[:_SHOWN])
    return safe + ("…" if len(text) > _SHOWN else "")
