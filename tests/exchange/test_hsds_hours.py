"""The hours of HSDS, read as the standard says, beside ours."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from attrs import evolve
from dateutil.rrule import rrulestr
from examples import many
from hypothesis import given
from hypothesis import strategies as st
from programma.edition import FONTE, edition

from casa_model.exchange.hsds import hsds
from casa_model.programma.orari import (
    ROMA,
    Apertura,
    Chiusura,
    Fascia,
    Orario,
    Regola,
    Straordinaria,
)
from casa_model.programma.presidi import OrarioNoto, ServizioAttivo

if TYPE_CHECKING:
    from collections.abc import Iterator


ON = date(2024, 2, 1)


def openings(
    schedules: list[dict[str, Any]], on: date, days: int
) -> set[tuple[datetime, datetime]]:
    """The spans of instants that a reader of the standard would make of some schedules."""
    return set(_openings(schedules, on, on + timedelta(days=days)))


def _openings(
    schedules: list[dict[str, Any]], first: date, end: date
) -> Iterator[tuple[datetime, datetime]]:
    for each in schedules:
        low = max(first, date.fromisoformat(each["valid_from"]))
        high = min(end - timedelta(days=1), date.fromisoformat(each["valid_to"]))
        start = date.fromisoformat(each.get("dtstart", each["valid_from"]))
        parts = {
            key: each[key] for key in ("freq", "interval", "byday", "bymonthday") if key in each
        }
        rule = rrulestr(
            ";".join(f"{key.upper()}={value}" for key, value in parts.items()) + ";WKST=MO",
            dtstart=datetime(start.year, start.month, start.day),  # noqa: DTZ001 - days
        )
        zone = timezone(timedelta(hours=each["timezone"]))
        for found in rule.between(
            datetime(low.year, low.month, low.day),  # noqa: DTZ001 - days
            datetime(high.year, high.month, high.day),  # noqa: DTZ001 - days
            inc=True,
        ):
            opens, closes = (each[key][:5] for key in ("opens_at", "closes_at"))
            assert {each[key][5:] for key in ("opens_at", "closes_at")} == {f"{zone}"[3:]}
            yield _at(found.date(), opens, zone), _at(found.date(), closes, zone)


def _at(day: date, clock: str, zone: timezone) -> datetime:
    hour, minute = map(int, clock.split(":"))
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return midnight + timedelta(hours=hour, minutes=minute)


def exported(orario: Orario, on: date, **known: date) -> list[dict[str, Any]]:
    """The schedules of a presidio with these hours."""
    (uno,) = edition().presidi
    there = evolve(uno, dal=None, al=None, orari=(OrarioNoto(orario, FONTE, **known),), servizi=())
    with_it = evolve(there, servizi=(ServizioAttivo("portierato", FONTE),))
    found = hsds(evolve(edition(), presidi=(with_it,)), on=on)
    schedules = found["service_at_location"][0]["location"]["schedules"]
    assert isinstance(schedules, list)
    return schedules


def test_an_export_looks_a_year_ahead() -> None:
    """To the same day of the next year, and no schedule is there without an opening."""
    on = date(2026, 1, 1)
    monday = Apertura(Regola.parse("FREQ=WEEKLY;BYDAY=MO"), date(2025, 1, 6), *_TEN_TO_NOON)
    closed = Chiusura(date(2026, 1, 6), date(2026, 12, 30))
    found = exported(Orario((monday,), (closed,)), on)

    assert [(each["valid_from"], each["valid_to"]) for each in found] == [
        ("2026-01-01", "2026-01-05")
    ]
    assert exported(Orario((monday,)), on)[-1]["valid_to"] == "2027-01-01"


def test_a_schedule_is_known_again() -> None:
    """By what it says, in any language and in the export of another day; equal ones are one."""
    (uno,) = edition().presidi
    (noto,) = uno.orari
    twice = evolve(noto, orario=Orario(noto.orario.aperture * 2))

    def named(orari: OrarioNoto, **options: Any) -> dict[str, str]:  # noqa: ANN401 - of `hsds`
        there = evolve(edition(), presidi=(evolve(uno, orari=(orari,)),))
        (at,) = hsds(there, **options)["service_at_location"]
        return {each["id"]: each["valid_from"] for each in at["location"]["schedules"]}

    first, same = named(noto, on=ON), named(twice, on=ON, lang="en")
    later = named(noto, on=date(2024, 5, 1))

    assert first == same
    assert all(first.get(name, day) == day for name, day in later.items())
    assert set(first) & set(later)


RULES = (
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=DAILY;INTERVAL=14",
    "FREQ=MONTHLY;BYDAY=1MO,-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=15,31",
    "FREQ=WEEKLY;BYDAY=MO;BYMONTH=1,2,12",
    "FREQ=WEEKLY;BYDAY=SU;UNTIL=20260531",
)


@many(40)
@given(st.data())
def test_a_reader_of_the_standard_opens_when_we_do(data: st.DataObject) -> None:
    """Both changes of hour, closures and extraordinary days included, for a year."""
    on = data.draw(st.dates(date(2025, 1, 1), date(2026, 12, 31)))
    openings_of = data.draw(st.lists(st.sampled_from(RULES), min_size=1, max_size=2, unique=True))
    aperture = []
    for text in openings_of:
        regola = Regola.parse(text)
        start = next(
            day
            for day in (date(2024, 1, 1) + timedelta(at) for at in range(800))
            if _names(regola, day)
        )
        aperture.append(Apertura(regola, start, *_hours(data)))
    closed_on = data.draw(st.dates(date(2025, 1, 1), date(2027, 1, 1)))
    special = data.draw(st.dates(date(2025, 1, 1), date(2027, 1, 1)))
    orario = Orario(
        tuple(aperture),
        (
            Chiusura(closed_on, closed_on + timedelta(days=data.draw(st.integers(0, 40)))),
            Straordinaria(special, (Fascia(*_hours(data)),)),
        ),
    )
    wanted = {span for at in range(366) for span in _separate(orario, on + timedelta(days=at))}

    assert openings(exported(orario, on), on, 366) == wanted


def _names(regola: Regola, day: date) -> bool:
    try:
        Apertura(regola, day, *_TEN_TO_NOON)
    except ValueError:
        return False
    return True


_TEN_TO_NOON = (datetime(2024, 1, 1, 10).time(), datetime(2024, 1, 1, 12).time())  # noqa: DTZ001


def _hours(data: st.DataObject) -> tuple[Any, Any]:
    hour = data.draw(st.integers(4, 22))
    first = datetime(2024, 1, 1, hour).time()  # noqa: DTZ001 - a time of the wall
    return first, datetime(2024, 1, 1, hour, 45).time()  # noqa: DTZ001 - as above


def _separate(orario: Orario, day: date) -> Iterator[tuple[datetime, datetime]]:
    """Each opening of a day by itself, as the standard writes them."""
    special = [e for e in orario.eccezioni if isinstance(e, Straordinaria) and e.giorno == day]
    if special:
        spans = [each for e in special for each in e.fasce]
    elif not orario.giorno(day):
        spans = []
    else:
        spans = [a.fascia for a in orario.aperture if Orario((a,)).giorno(day)]
    for span in spans:
        whole = Orario((), (Straordinaria(day, (span,)),))
        yield from ((a.astimezone(ROMA), b.astimezone(ROMA)) for a, b in whole.istanti(day))


def test_hours_that_are_not_known_are_not_there() -> None:
    """No schedule is no hours, not closed."""
    (uno,) = edition().presidi
    bare = evolve(edition(), presidi=(evolve(uno, orari=()),))

    assert hsds(bare, on=ON)["service_at_location"][0]["location"]["schedules"] == []


def test_hours_of_some_days() -> None:
    """They are written for those days alone, and with the offset of each."""
    orario = Orario((Apertura(Regola.parse("FREQ=DAILY"), date(2026, 1, 1), *_TEN_TO_NOON),))
    found = exported(orario, date(2026, 3, 1), dal=date(2026, 3, 20), al=date(2026, 4, 5))

    assert [(e["valid_from"], e["valid_to"], e["opens_at"]) for e in found] == [
        ("2026-03-20", "2026-03-28", "10:00+01:00"),
        ("2026-03-29", "2026-04-05", "10:00+02:00"),
    ]


def test_a_rule_that_the_standard_has_not() -> None:
    """Every third day is seven rules of every third week; midnight is the end of the day."""
    every_third = Apertura(
        Regola.parse("FREQ=DAILY;INTERVAL=3"), date(2026, 1, 1), _TEN_TO_NOON[0],
        datetime(2024, 1, 1).time(),  # noqa: DTZ001 - midnight
    )  # fmt: skip
    found = exported(Orario((every_third,)), date(2026, 1, 1))

    assert [(each["dtstart"], each["byday"]) for each in found[:3]] == [
        ("2026-01-01", "TH"), ("2026-01-04", "SU"), ("2026-01-07", "WE"),
    ]  # fmt: skip
    assert {(each["freq"], each["interval"]) for each in found} == {("WEEKLY", 3)}
    assert found[0]["closes_at"] == "24:00+01:00"
    assert "3" in found[0]["description"]
