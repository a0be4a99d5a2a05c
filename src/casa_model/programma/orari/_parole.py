"""Hours in words for people."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, assert_never

from casa_model.programma.orari._eccezione import Chiusura, Eccezione, Straordinaria
from casa_model.programma.orari._freq import ByDay, Freq
from casa_model.values._months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from casa_model.errors import Lang
    from casa_model.programma.orari._apertura import Apertura
    from casa_model.programma.orari._fascia import Fascia
    from casa_model.programma.orari._regola import Regola
    from casa_model.values import Testo

_DAYS: Final = {
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_NTH: Final[Mapping[Lang, tuple[str, ...]]] = {
    "it": ("", "il primo", "il secondo", "il terzo", "il quarto", "il quinto", "l'ultimo"),
    "en": ("", "the first", "the second", "the third", "the fourth", "the fifth", "the last"),
}
_FIRST: Final = "1\u00ba"
_SUNDAY: Final = 6
_A_RUN: Final = 3
_ELIDED: Final = frozenset({8, 11})
"""Days of the month that begin with a vowel in Italian: `l'8`, `l'11`."""


def orario_in_parole(
    aperture: Iterable[Apertura], eccezioni: Iterable[Eccezione], lang: Lang
) -> str:
    """Openings with the same days are told together; then the exceptions, by their day."""
    together: dict[tuple[str, str], list[Fascia]] = {}
    for apertura in aperture:
        together.setdefault(_days_of(apertura, lang), []).append(apertura.fascia)
    told = [f"{days} {_hours(fasce, lang)}{rest}" for (days, rest), fasce in together.items()]
    in_order = sorted(eccezioni, key=lambda it: it.dal if isinstance(it, Chiusura) else it.giorno)
    return "; ".join([*told, *(_otherwise(each, lang) for each in in_order)])


def _days_of(apertura: Apertura, lang: Lang) -> tuple[str, str]:
    """What stands before the hours, and what after."""
    days, *rest = _rule(apertura.regola, apertura.dal, lang)
    return days, "".join(f", {each}" for each in rest)


def _rule(regola: Regola, dal: date, lang: Lang) -> Iterable[str]:
    it = lang == "it"
    turns = regola.interval
    match regola.freq:
        case Freq.DAILY:
            every = "tutti i giorni" if it else "every day"
            yield every if turns == 1 else f"ogni {turns} giorni" if it else f"every {turns} days"
        case Freq.WEEKLY:
            yield _weekdays([day.weekday for day in regola.byday] or [dal.weekday()], lang)
            if turns > 1:
                yield f"ogni {turns} settimane" if it else f"every {turns} weeks"
        case Freq.MONTHLY:
            yield from _in_a_month(regola, dal, lang)
            if turns > 1:
                yield f"ogni {turns} mesi" if it else f"every {turns} months"
        case _:
            assert_never(regola.freq)
    if regola.bymonth:
        yield _in_months(regola.bymonth, lang)
    if turns > 1:
        yield f"{_articled('dal', dal)} {_month(dal, lang)}" if it else f"from {_day(dal, lang)}"
    if regola.until is not None:
        until = regola.until
        yield (
            f"fino {_articled('al', until)} {_month(until, lang)}"
            if it
            else (f"until {_day(until, lang)}")
        )


def _weekdays(days: Sequence[int], lang: Lang) -> str:
    names = _DAYS[lang]
    if len(days) == len(names):
        return "tutti i giorni" if lang == "it" else "every day"
    if len(days) >= _A_RUN and all(after == before + 1 for before, after in pairwise(days)):
        first, last = names[days[0]], names[days[-1]]
        if lang == "en":
            return f"{first}s to {last}s"
        return f"dal {first} {'alla' if days[-1] == _SUNDAY else 'al'} {last}"
    return _list([names[day] if lang == "it" else f"{names[day]}s" for day in days], lang)


def _in_a_month(regola: Regola, dal: date, lang: Lang) -> Iterable[str]:
    it = lang == "it"
    of_the_month = "del mese" if it else "of the month"
    numbers = regola.bymonthday or (dal.day,)
    listed = _list([str(number) for number in numbers], lang)
    one = len(numbers) == 1
    if not regola.byday:
        days = ("il giorno" if one else "i giorni") if it else ("day" if one else "days")
        yield f"{days} {listed} {of_the_month}"
        return
    yield f"{_list([_nth(day, lang) for day in regola.byday], lang)} {of_the_month}"
    if regola.bymonthday:
        only = ("solo nel giorno" if one else "solo nei giorni") if it else "only on day"
        yield f"{only} {listed}" if it or one else f"{only}s {listed}"


def _nth(day: ByDay, lang: Lang) -> str:
    which = _NTH[lang][day.nth]
    if lang == "it" and day.weekday == _SUNDAY:
        which = "l'ultima" if day.nth < 0 else f"la {which.removeprefix('il ')[:-1]}a"
    return f"{which} {_DAYS[lang][day.weekday]}"


def _in_months(months: Sequence[int], lang: Lang) -> str:
    listed = _list([MONTHS[lang][month - 1] for month in months], lang)
    if lang == "en":
        return f"in {listed}"
    return f"{'nel mese' if len(months) == 1 else 'nei mesi'} di {listed}"


def _otherwise(eccezione: Eccezione, lang: Lang) -> str:
    match eccezione:
        case Chiusura(dal, al, motivo):
            closed = _closed(dal, dal if al is None else al, lang)
            return f"{closed}{_because(motivo, lang)}"
        case Straordinaria(giorno, fasce, motivo):
            on = f"{_articled('il', giorno)} {_month(giorno, lang)}"
            day = on if lang == "it" else f"on {_day(giorno, lang)}"
            return f"{day} {_hours(fasce, lang)}{_because(motivo, lang)}"
        case _:
            assert_never(eccezione)


def _closed(dal: date, al: date, lang: Lang) -> str:
    if lang == "en":
        if dal == al:
            return f"closed on {_day(dal, lang)}"
        return f"closed from {_day(dal, lang)} to {_day(al, lang)}"
    if dal == al:
        return f"chiuso {_articled('il', dal)} {_month(dal, lang)}"
    return (
        f"chiuso {_articled('dal', dal)} {_month(dal, lang)} "
        f"{_articled('al', al)} {_month(al, lang)}"
    )


def _because(motivo: Testo | None, lang: Lang) -> str:
    return "" if motivo is None else f" ({motivo.render(lang)})"


def _hours(fasce: Iterable[Fascia], lang: Lang) -> str:
    return _list([str(fascia) for fascia in sorted(fasce)], lang)


def _articled(word: str, day: date) -> str:
    """`dal 2`, `dal 1º`, `dall'8`; `il 2`, `l'8`."""
    if day.day in _ELIDED:
        return f"{'l' if word == 'il' else word + 'l'}'{day.day}"
    return f"{word} {_FIRST if day.day == 1 else day.day}"


def _month(day: date, lang: Lang) -> str:
    return f"{MONTHS[lang][day.month - 1]} {day.year}"


def _day(day: date, lang: Lang) -> str:
    return f"{day.day} {_month(day, lang)}"


def _list(words: Sequence[str], lang: Lang) -> str:
    *before, last = words
    return f"{', '.join(before)} {'e' if lang == 'it' else 'and'} {last}" if before else last
