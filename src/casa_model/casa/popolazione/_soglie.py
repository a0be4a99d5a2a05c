"""Where the rules draw a line through a fact: what it is compared with, for one household."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.readers.environment import environment
from casa_model.readers.meaning import EXACT, value
from casa_model.rules import tree as t
from casa_model.rules.calendar import MONTHS, add_months, last_start
from casa_model.rules.reach import below, in_force, names_among, reached
from casa_model.rules.types import FIRST_DAY, LAST_DAY, MAX_MONTHS, DateType, NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.meaning import Env
    from casa_model.rules.facts import Fatti, Fatto, Value
    from casa_model.rules.misura import Misura


@frozen
class Linea:
    """A comparison in which a fact stands alone on one side.

    `altro` is what it is compared with; where months or years are counted, `ancora` is the other
    day, `mesi` how many months each unit is, and `dopo` says that the fact is the later day.
    """

    altro: t.Expr
    ancora: t.Expr | None = None
    mesi: int = 0
    dopo: bool = False


def linee_di(misura: Misura, nome: str, *, on: date) -> tuple[Linea, ...]:
    """The lines that the rules of a day draw through a fact of the household."""
    found = dict.fromkeys(
        line
        for node in reached(misura, in_force(misura, on))
        if isinstance(node, t.Compare)
        for one, other in ((node.left, node.right), (node.right, node.left))
        for line in _line(nome, one, other)
        if not _reads(misura, line, nome)
    )
    return tuple(found)


def _line(nome: str, one: t.Expr, other: t.Expr) -> Iterator[Linea]:
    match one:
        case t.Fact(name=name) if name == nome:
            yield Linea(other)
        case t.MonthsBetween() | t.YearsBetween():
            size = 1 if isinstance(one, t.MonthsBetween) else MONTHS
            if one.first == t.Fact(nome):
                yield Linea(other, one.last, size)
            if one.last == t.Fact(nome):
                yield Linea(other, one.first, size, dopo=True)
        case _:
            return


def _reads(misura: Misura, line: Linea, nome: str) -> bool:
    """Whether the other side reads the fact too, or something of a member."""
    nodes = below(misura, [each for each in (line.altro, line.ancora) if each is not None])
    return nome in names_among(nodes, t.Fact) or any(isinstance(n, t.MemberFact) for n in nodes)


def vicini(
    misura: Misura, fatto: Fatto, linee: tuple[Linea, ...], fatti: Fatti, *, on: date
) -> tuple[Value, ...]:
    """The values on each line and one step off, on both sides, for a household; each once."""
    env = environment(misura, fatti, on)
    found = (near for line in linee for near in _near(fatto, _point(line, env)))
    return tuple(dict.fromkeys(found))


def _point(line: Linea, env: Env) -> Decimal | date | None:
    """Where the line is; None where it is not known, or there is none."""
    limit = value(line.altro, env)
    if line.ancora is None:
        return limit if isinstance(limit, Decimal | date) else None
    anchor = value(line.ancora, env)
    if not isinstance(limit, Decimal) or not isinstance(anchor, date):
        return None
    months = int(limit) * line.mesi
    if not 0 < months <= MAX_MONTHS:
        return None
    return add_months(anchor, months) if line.dopo else last_start(anchor, months)


def _near(fatto: Fatto, point: Decimal | date | None) -> Iterator[Value]:
    kind = fatto.tipo
    match kind, point:
        case NumberType(), Decimal():
            unit = int(point.scaleb(kind.scale, EXACT).to_integral_value(ROUND_FLOOR, EXACT))
            for units in (unit, unit - 1, unit + 1):
                if kind.lo <= units <= kind.hi:
                    yield Euro(units) if kind.euro else Decimal(units).scaleb(-kind.scale)
        case DateType(), date():
            for step in (0, -1, 1):
                day = point + timedelta(step) if FIRST_DAY < point < LAST_DAY else point
                if kind.lo <= day <= kind.hi:
                    yield day
        case _:
            return
