"""iCalendar (RFC 5545): the hours of a presidio, as a calendar that anybody can subscribe to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

from casa_model.programma.orari import TZID, VTIMEZONE, eventi, ritagliato
from casa_model.programma.orari._roma import exact_day
from casa_model.programma.presidi import Presidio
from casa_model.programma.riservati import senza_riservati

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from casa_model.errors import Lang
    from casa_model.programma.orari import Evento
    from casa_model.programma.programma import Programma

_WIDTH: Final = 75
"""Octets of a line; a longer one is folded (RFC 5545, 3.1)."""

_PRODUCT: Final = "-//casa_model//programma//IT"


def presidio_ical(
    programma: Programma, codice: str, *, on: date, lang: Lang = "it", riservati: bool = False
) -> str:
    """Return the calendar of a presidio; `on` is the day that it is written (DTSTAMP).

    Its address is in it where it is known. Hours that are known only for some days are events of
    those days. Raises `UnknownName` when there is no such presidio, or it gives nothing but
    reserved services and `riservati` does not ask for them; `IllTyped` when `on` is no day.
    """
    exact_day(on)
    seen = programma if riservati else senza_riservati(programma)
    presidio = seen.trova(Presidio, codice)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        *VTIMEZONE,
        *_events(presidio, on, lang),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _events(presidio: Presidio, on: date, lang: Lang) -> Iterator[str]:
    number = 0
    for noto in presidio.orari:
        orario = ritagliato(noto.orario, dal=noto.dal, al=noto.al)
        for evento in () if orario is None else eventi(orario):
            number += 1
            yield from _event(presidio, evento, number, on, lang)


def _event(presidio: Presidio, evento: Evento, number: int, on: date, lang: Lang) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_OID, f'casa_model/{presidio.codice}/{number}')}"
    yield f"DTSTAMP:{on.isoformat().replace('-', '')}T000000Z"
    yield f"SUMMARY:{_escaped(presidio.nome.render(lang))}"
    if presidio.indirizzo is not None:
        yield f"LOCATION:{_escaped(presidio.indirizzo)}"
    yield f"DTSTART;TZID={TZID}:{_wall(evento.dtstart)}"
    yield f"DTEND;TZID={TZID}:{_wall(evento.dtend)}"
    if evento.rrule is not None:
        yield f"RRULE:{evento.rrule}"
    if evento.exdate:
        yield f"EXDATE;TZID={TZID}:{','.join(map(_wall, evento.exdate))}"
    yield "END:VEVENT"


def _wall(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _escaped(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain


def _folded(line: str) -> str:
    """Cut after at most 75 octets, never inside a character; later pieces begin with a blank."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _WIDTH:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join([*pieces, piece])
