"""Hours as HSDS has them: rules with a fixed offset from UTC, and no exceptions.

Hours of the wall in Italy have two offsets a year, closures and special days. So each opening is
written as many times as there are stretches of days on which it holds and has one offset, from
`valid_from` to `valid_to`, for a year from the day of the export.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.exchange.hsds._ids import identifier
from casa_model.programma.orari import ROMA, Chiusura, Freq, Straordinaria

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.errors import Lang
    from casa_model.programma.orari import Apertura, Fascia, Orario
    from casa_model.programma.presidi import Presidio

YEAR: Final = 366
"""Days that an export looks ahead."""

_WEEK: Final = "MO,TU,WE,TH,FR,SA,SU"
_EVERY_DAY: Final[Mapping[str, object]] = {"freq": "WEEKLY", "byday": _WEEK, "wkst": "MO"}
_HOUR: Final = timedelta(hours=1)


def schedules(presidio: Presidio, *, on: date, lang: Lang) -> list[dict[str, object]]:
    """Every schedule of a presidio from `on`, for a year; none when its hours are not known.

    A schedule is known by all that it says: the same one has the same identifier in every export.
    """
    found: dict[str, dict[str, object]] = {}
    for noto in presidio.orari:
        days = [day for day in _days(on) if noto.first <= day.toordinal() <= noto.last]
        text = noto.orario.render(lang)
        for body in _bodies(noto.orario, days):
            said = ";".join(f"{key}={body[key]}" for key in sorted(body))
            name = identifier("schedule", f"{presidio.codice}/{said}")
            found[name] = {"id": name, "description": text, **body}
    return list(found.values())


def _days(on: date) -> Iterator[date]:
    last = min(date.max.toordinal(), on.toordinal() + YEAR - 1)
    return map(date.fromordinal, range(on.toordinal(), last + 1))


def _bodies(orario: Orario, days: list[date]) -> Iterator[dict[str, object]]:
    other = _otherwise(orario)
    plain = [day for day in days if day not in other]
    for apertura in orario.aperture:
        opens = frozenset(_opening_days(apertura, days))
        for stretch in _stretches(apertura, plain, opens):
            for rule in _rules(apertura):
                yield {**rule, **stretch.body(apertura.fascia)}
    for each in orario.eccezioni:
        if isinstance(each, Straordinaria) and each.giorno in days:
            for fascia in each.fasce:
                whole = _Stretch(each.giorno, each.giorno, _offset(each.giorno, fascia))
                yield {**_EVERY_DAY, **whole.body(fascia)}


def _otherwise(orario: Orario) -> frozenset[date]:
    """The days on which the rules do not count."""
    found: set[date] = set()
    for each in orario.eccezioni:
        if isinstance(each, Chiusura):
            span = range(each.dal.toordinal(), each.ultimo.toordinal() + 1)
            found |= set(map(date.fromordinal, span))
        else:
            found.add(each.giorno)
    return frozenset(found)


def _rules(apertura: Apertura) -> Iterator[Mapping[str, object]]:
    """The rule without its months and its end, which the stretches have.

    HSDS has no daily rules: every n days is, for each of the first seven, every n weeks on its day
    of the week.
    """
    regola = apertura.regola
    if regola.freq is not Freq.DAILY:
        yield _rule(apertura)
    elif regola.interval == 1:
        yield _EVERY_DAY
    else:
        for turn in range(7):
            first = apertura.dal + timedelta(turn * regola.interval)
            yield {
                "freq": "WEEKLY",
                "interval": regola.interval,
                "byday": _WEEK.split(",")[first.weekday()],
                "dtstart": str(first),
                "wkst": "MO",
            }


def _rule(apertura: Apertura) -> dict[str, object]:
    """A weekly or a monthly rule: HSDS has the same ones."""
    regola = apertura.regola
    rule: dict[str, object] = {
        "freq": regola.freq.value,
        "interval": regola.interval,
        "dtstart": str(apertura.dal),
        "wkst": "MO",
    }
    if regola.byday:
        rule["byday"] = ",".join(map(str, regola.byday))
    if regola.bymonthday:
        rule["bymonthday"] = ",".join(map(str, regola.bymonthday))
    return rule


@frozen
class _Stretch:
    """Days one after another on which a rule holds with one offset from UTC."""

    first: date
    last: date
    offset: timedelta

    def body(self, fascia: Fascia) -> dict[str, object]:
        hours = self.offset // _HOUR
        return {
            "valid_from": str(self.first),
            "valid_to": str(self.last),
            "timezone": hours,
            "opens_at": f"{fascia.dalle:%H:%M}+{hours:02}:00",
            "closes_at": f"{_closing(fascia)}+{hours:02}:00",
        }


def _closing(fascia: Fascia) -> str:
    """The end of the day is written 24:00, as ISO 8601 does."""
    return "24:00" if fascia.alle == time() else f"{fascia.alle:%H:%M}"


def _offset(day: date, fascia: Fascia) -> timedelta:
    found = datetime.combine(day, fascia.dalle, ROMA).utcoffset()
    assert found is not None  # noqa: S101 - the zone is ours
    return found


def _opening_days(apertura: Apertura, days: list[date]) -> Iterator[date]:
    """The days of a rule among some."""
    rule = apertura.giorni()
    following = rule.following(days[0].toordinal()) if days else None
    while following is not None and following <= days[-1].toordinal():
        yield date.fromordinal(following)
        following = rule.following(following + 1)


def _stretches(apertura: Apertura, days: list[date], opens: frozenset[date]) -> Iterator[_Stretch]:
    """The stretches of `days` with an opening in them."""
    regola = apertura.regola
    run: list[date] = []
    for day in [*days, None]:
        holds = (
            day is not None
            and apertura.dal <= day
            and (regola.until is None or day <= regola.until)
            and (not regola.bymonth or day.month in regola.bymonth)
        )
        joins = (
            holds
            and day is not None
            and run
            and day.toordinal() == run[-1].toordinal() + 1
            and _offset(day, apertura.fascia) == _offset(run[-1], apertura.fascia)
        )
        if run and not joins:
            if not opens.isdisjoint(run):
                yield _Stretch(run[0], run[-1], _offset(run[0], apertura.fascia))
            run = []
        if holds and day is not None:
            run.append(day)
