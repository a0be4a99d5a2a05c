"""A measure on a day as a fast function: the same verdicts as `evaluate`, proven by agreement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from casa_model.readers.admit import admit
from casa_model.readers.compiled._days import DAY, LAST, MONTH, packed, shifted
from casa_model.readers.compiled._prepare import Columns, Row
from casa_model.readers.compiled._source import source
from casa_model.readers.compiled._verdict import Teller, Whole
from casa_model.readers.environment import check_day, check_law, days_of
from casa_model.rules import tree as t
from casa_model.rules.calendar import last_start
from casa_model.rules.facts import only_facts
from casa_model.rules.lowered import Lowered, lower
from casa_model.rules.lowered import steps as s
from casa_model.rules.misura import Misura
from casa_model.rules.names import COMPONENTI, DATA_REQUISITI
from casa_model.rules.reach import in_force, names_among, reached
from casa_model.rules.same import Same
from casa_model.rules.types import MAX_MEMBERS

if TYPE_CHECKING:
    from types import CodeType

    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Fatti

Five: TypeAlias = tuple[int, int | None, int, int, int]
"""Outcome, amount in cents, failed, unknown and missing bits: see `casa_model.rules.bits.Bits`."""

KEPT = 128
"""How many measures, each on a day, are kept ready."""


@frozen(eq=False)
class Compiled:
    """A measure on a day, ready to be asked about many households.

    `bits` takes a row that `prepare` gave and answers in about a microsecond: the fields of
    `casa_model.rules.bits.Bits`, as a plain tuple. `verdict` is `evaluate`, faster. `source` is the
    Python text that runs, in which no text of a file ever stands.
    """

    misura: Misura
    on: date
    source: str = field(repr=False)
    bits: Callable[[Row], Five] = field(repr=False)
    _whole: Callable[[Row], Whole] = field(repr=False)
    _household: Columns = field(repr=False)
    _member: Columns = field(repr=False)
    _asks_members: bool = field(repr=False)
    _teller: Teller = field(repr=False)

    def prepare(self, fatti: Fatti) -> Row:
        """The row of a household, checked against the declarations of the measure.

        Raises `InvalidFacts` and `IllTyped` as `evaluate` does: every fault at once, never a value.
        """
        only_facts(fatti)
        cells = self._household.cells(fatti.valori)
        rows = fatti.membri
        if rows is None:
            members, sound = None, True
        else:
            some = [self._member.cells(row) for row in rows]
            members = tuple(row for row in some if row is not None)
            stated = fatti.valori.get(COMPONENTI)
            sound = len(members) == len(rows) <= MAX_MEMBERS and (
                stated is None or cells is None or stated == len(rows)
            )
        if cells is None or not sound:
            admit(self.misura, fatti)
        assert cells is not None  # noqa: S101 - `admit` has raised
        return (self._known(cells, members), members, *cells)

    def verdict(self, fatti: Fatti) -> Verdict:
        """The verdict about a household: that of `evaluate`, to the last digit.

        Raises `InvalidFacts` as `evaluate` does.
        """
        return self._teller.tell(fatti, self._whole(self.prepare(fatti)))

    def __reduce__(self) -> tuple[Callable[[Misura, date], Compiled], tuple[Misura, date]]:
        """To another process goes the measure; it is compiled again there, once."""
        return _again, (self.misura, self.on)

    def _known(
        self, cells: tuple[object, ...], members: tuple[tuple[object, ...], ...] | None
    ) -> bool:
        """Whether all that the rule reads is known."""
        if None in cells:
            return False
        if not self._asks_members:
            return True
        return members is not None and not any(None in row for row in members)


def compiled(misura: Misura, *, on: date) -> Compiled:
    """The measure as a fast function, by the law of the day `on`; built once and kept.

    Raises `WrongDay` as `evaluate` does, when the measure does not answer on `on` or a parameter
    that it reads has no value then; `IllTyped` when the trees of a measure built by hand do not
    agree with its declarations.
    """
    check_day(misura, on)
    return _built(Same(misura), on)


def _again(misura: Misura, on: date) -> Compiled:
    return compiled(misura, on=on)


@lru_cache(KEPT)
def _built(same: Same, on: date) -> Compiled:
    misura = same.misura
    check_law(misura, names_among(reached(misura, in_force(misura, on)), t.Param), on)
    lowered = lower(misura, on=on)
    text = source(lowered)
    run = _namespace(lowered, days_of(misura, on)[DATA_REQUISITI])
    exec(_code(text), run)  # noqa: S102 - our own text, printed from steps: no name of a file in it
    return Compiled(
        misura,
        on,
        text,
        run["bits"],
        run["whole"],
        Columns([f for f in misura.fatti if not f.membro], lowered.fatti),
        Columns([f for f in misura.fatti if f.membro], lowered.membri),
        any(isinstance(step, s.Fold) for step in lowered.steps),
        Teller(misura, on, lowered),
    )


@lru_cache(KEPT)
def _code(text: str) -> CodeType:
    """The code of a text: the same law on two days is the same text."""
    return compile(text, "<casa_model compiled>", "exec")


def _namespace(lowered: Lowered, requisites: date) -> dict[str, Any]:
    """What the text names: texts, tables, the day of the requisites."""
    day = packed(requisites)
    names: dict[str, Any] = {
        "__builtins__": {},
        "shifted": shifted,
        "d": day,
        "d_month": day >> MONTH,
        "d_day": DAY if day & LAST else day & DAY,
    }
    for reg, step in enumerate(lowered.steps):
        match step:
            case s.StartBefore(months=months):
                names[f"d{months}"] = packed(last_start(requisites, months))
            case s.ConstText(value=value):
                names[f"k{reg}"] = value
            case s.OneOf(values=values):
                names[f"k{reg}"] = frozenset(values)
            case _:
                pass
    for at, table in enumerate(lowered.tables):
        names[f"t{at}"] = {_key(key): _cell(entry) for key, entry in table.items()}
    return names


def _key(key: tuple[object, ...]) -> object:
    """A key as it is written between brackets: alone when it is one."""
    return key[0] if len(key) == 1 else key


def _cell(entry: object) -> object:
    return packed(entry) if isinstance(entry, date) else entry
