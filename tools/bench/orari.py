"""Open or closed for 10,000 presidi at one instant: `python -m tools.bench.orari`.

Prints the medians of the rounds, and how many times the loop by hand, whose intervals of the week
have been computed beforehand, each way of asking takes.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from casa_model.programma.orari import Apertura, Chiusura, Momento, Orario, Regola
from tools.bench.timing import Case, measure

if TYPE_CHECKING:
    from tools.bench.timing import Timed

PRESIDI: Final = 10_000
ROUNDS: Final = 5
SEED: Final = 20260302
ISTANTE: Final = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
"""A Monday, the first of its month, at 10:30 in Italy."""
DAY: Final = ISTANTE.date()
DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA")
DIFFER: Final = "the answers differ"
MOST: Final = 10
"""At most so many times the loop by hand."""


def presidio(chance: random.Random) -> Orario:
    """Two openings: one weekly on some days, one weekly or monthly; a closure in August."""
    days = ",".join(sorted(chance.sample(DAYS, 3), key=DAYS.index))
    other = chance.choice(
        (f"FREQ=WEEKLY;INTERVAL=2;BYDAY={days}", "FREQ=MONTHLY;BYDAY=1MO,-1FR", "FREQ=DAILY")
    )
    return Orario(
        tuple(
            Apertura(regola, first_day(regola), time(start), time(start + 3))
            for text, start in ((f"FREQ=WEEKLY;BYDAY={days}", 9), (other, chance.choice((8, 14))))
            for regola in [Regola.parse(text)]
        ),
        (Chiusura(date(2026, 8, 10), date(2026, 8, 23)),),
    )


def first_day(regola: Regola) -> date:
    """An opening of the first full week of July 2025, whose Monday is the first of the month."""
    weekdays = [day.weekday for day in regola.byday] or [0]
    return date(2025, 7, 7 + weekdays[0])


def by_hand(presidi: list[list[tuple[datetime, datetime]]], at: datetime) -> list[bool]:
    """The yardstick."""
    return [any(start <= at < end for start, end in spans) for spans in presidi]


def by_hand_in_minutes(presidi: list[list[tuple[int, int]]], at: datetime) -> list[bool]:
    """A harder yardstick: whole minutes, of the one day that is asked about."""
    minute = at.hour * 60 + at.minute
    return [any(start <= minute < end for start, end in spans) for spans in presidi]


def at_once(presidi: list[Orario], at: datetime) -> list[bool]:
    """Ours: the instant is read on the wall once."""
    momento = Momento.of(at)
    return [orario.aperto_a(momento) for orario in presidi]


def one_by_one(presidi: list[Orario], at: datetime) -> list[bool]:
    """Ours: the instant is read on the wall for each."""
    return [orario.aperto_il(at) for orario in presidi]


def spans_of_the_week(orario: Orario) -> list[tuple[datetime, datetime]]:
    """The intervals of the week of `ISTANTE`."""
    return [
        (start.astimezone(UTC), end.astimezone(UTC))
        for day, _ in orario.settimana(ISTANTE.date())
        for start, end in orario.istanti(day)
    ]


def minutes_of(span: tuple[datetime, datetime]) -> tuple[int, int]:
    """The same in whole minutes of the day."""
    start, end = (at.hour * 60 + at.minute for at in span)
    return start, end


def timed(*, presidi: int = PRESIDI, rounds: int = ROUNDS, seconds: float = 0.2) -> list[Timed]:
    """By hand first; ends when an answer is not that of the loop by hand."""
    chance = random.Random(SEED)  # noqa: S311 - the same presidi every time
    orari = [presidio(chance) for _ in range(presidi)]
    spans = [spans_of_the_week(orario) for orario in orari]
    minutes = [[minutes_of(span) for span in them if span[0].date() == DAY] for them in spans]
    asked = {
        "by hand": (by_hand, spans),
        "by hand, harder": (by_hand_in_minutes, minutes),
        "at once": (at_once, orari),
        "one by one": (one_by_one, orari),
    }
    answers = [ask(them, ISTANTE) for ask, them in asked.values()]  # type: ignore[operator]
    if any(one != other for one, other in pairwise(answers)):
        raise SystemExit(DIFFER)
    cases = [
        Case(
            name,
            name,
            "ask(them, at)",
            {"ask": ask, "them": them, "at": ISTANTE},
            ("", sum(answers[0])),
            decisions=presidi,
        )
        for name, (ask, them) in asked.items()
    ]
    return measure(cases, rounds=rounds, seconds=seconds)


def main() -> int:
    """Print; 1 when asking all at once takes more than `MOST` times the loop by hand."""
    rows = timed()
    for row in rows:
        print(f"{row.label:15} {row.median:8.0f} ns a presidio  {row.times(rows[0]):6.2f} times")
    return int(rows[2].times(rows[0]) > MOST)


if __name__ == "__main__":
    raise SystemExit(main())
