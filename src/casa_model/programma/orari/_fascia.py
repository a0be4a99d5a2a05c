"""A stretch of one day, from opening to closing."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.errors import IllTyped, InvalidHours
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

_MIDNIGHT = 24 * 60


def _of_the_wall(_instance: object, attribute: Attribute[time], value: time) -> None:
    if value.tzinfo is not None:
        raise IllTyped(
            it=f"`{attribute.name}` ha un fuso orario; scrivi l'ora come si legge in Italia, senza "
            "fuso",
            en=f"`{attribute.name}` has a time zone; write the time as it is read in Italy, "
            "without a zone",
        )
    if value.second or value.microsecond:
        raise InvalidHours(codice="ora-con-secondi", campo=attribute.name)


wall_time = [exact(time), _of_the_wall]
"""The validators of a time as it is read in Italy: whole minutes, no zone."""


def opens_at(dalle: time) -> int:
    """Minutes of the wall at which it opens."""
    return dalle.hour * 60 + dalle.minute


def closes_at(alle: time) -> int:
    """Minutes of the wall at which it closes: midnight is the one that ends the day."""
    return opens_at(alle) or _MIDNIGHT


def in_order(dalle: time, alle: time) -> None:
    """Raise `InvalidHours` unless `alle` comes after `dalle`."""
    if closes_at(alle) <= opens_at(dalle):
        raise InvalidHours(codice="fascia-rovescia", dalle=f"{dalle:%H:%M}", alle=f"{alle:%H:%M}")


@frozen(order=True)
class Fascia:
    """From `dalle` to `alle`, which is no more open, on one day, as the wall shows it in Italy.

    As `alle`, `time(0)` is the midnight that ends the day (24:00, which Python cannot write): no
    opening could close at the midnight that begins it. Raises `InvalidHours`, `IllTyped`.
    """

    dalle: time = field(validator=wall_time)
    alle: time = field(validator=wall_time)

    def __attrs_post_init__(self) -> None:
        in_order(self.dalle, self.alle)

    @property
    def span(self) -> tuple[int, int]:
        """Minutes of the wall at which it opens and closes."""
        return opens_at(self.dalle), closes_at(self.alle)

    def __str__(self) -> str:
        return f"{self.dalle:%H:%M}–{closes_at(self.alle) // 60:02}:{self.alle:%M}"


def joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same minutes in order, with what overlaps or touches made one; empty ones are dropped."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def fascia_of(span: tuple[int, int]) -> Fascia:
    """The minutes of the wall as times."""
    start, end = span
    return Fascia(time(start // 60, start % 60), time(end // 60 % 24, end % 60))
