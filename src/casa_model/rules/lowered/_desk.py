"""Where steps are put down: each once, those about a member apart, numbers at one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import Factory, define, evolve

from casa_model.errors import IllTyped
from casa_model.rules import interval
from casa_model.rules.calendar import MONTHS
from casa_model.rules.lowered import steps as s
from casa_model.rules.lowered.steps import Reg, Step
from casa_model.rules.names import MEMBRI
from casa_model.rules.types import MAX_MONTHS, BoolType, CodeType, DateType, NumberType, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.tree import Op


TRUTH: Final = BoolType()
DAY: Final = DateType()
TEXT: Final = CodeType()

MIRROR: Final[dict[Op, Op]] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""Each sign read from the other side."""


def untyped(nome: str | None = None) -> IllTyped:
    """The error for a measure whose trees do not agree with its declarations.

    `nome` is what is to blame, when it has a name.
    """
    it, en = ("un'espressione", "an expression") if nome is None else (f"`{nome}`", f"`{nome}`")
    return IllTyped(
        it=f"{it} non va d'accordo con le dichiarazioni della misura; leggila con "
        "`leggi_misura`, che lo controlla",
        en=f"{en} does not agree with the declarations of the measure; read it with "
        "`leggi_misura`, which checks it",
    )


@define
class Desk:
    """The steps so far, the type that each gives, and where each stands."""

    steps: list[Step] = Factory(list)
    types: list[Type] = Factory(list)
    _places: dict[Step, Reg] = Factory(dict)
    _of_member: set[Reg] = Factory(set)
    _inside: dict[Step, Reg] | None = None

    def put(self, step: Step, kind: Type) -> Reg:
        """The register of a step; an equal one put down before serves again.

        What a fold asks of a member is not shared with another fold: each goes through the members
        by itself.
        """
        about_member = isinstance(step, s.LoadMember) or not self._of_member.isdisjoint(
            s.operands(step)
        )
        places = self._places
        if about_member:
            if self._inside is None:
                raise untyped(MEMBRI)
            places = self._inside
        if step not in places:
            places[step] = len(self.steps)
            if about_member:
                self._of_member.add(len(self.steps))
            self.steps.append(step)
            self.types.append(kind)
        return places[step]

    def open_fold(self) -> None:
        """Begin what a fold asks of each member."""
        if self._inside is not None:
            raise untyped(MEMBRI)
        self._inside = {}

    def close_fold(self) -> tuple[Reg, ...]:
        """End it; the steps to take again for each member, in their order."""
        inside, self._inside = self._inside or {}, None
        return tuple(inside.values())

    def outside(self) -> dict[Step, Reg] | None:
        """Leave the fold being made, if any, for a definition of the whole household."""
        inside, self._inside = self._inside, None
        return inside

    def again(self, inside: dict[Step, Reg] | None) -> None:
        """Go back to the fold that was left."""
        self._inside = inside

    def number_at(self, reg: Reg) -> NumberType:
        """The type of a number; `IllTyped` when the register holds something else."""
        kind = self.types[reg]
        if not isinstance(kind, NumberType):
            raise untyped()
        return kind

    def number(self, units: int, scale: int) -> Reg:
        """A constant number."""
        kind = NumberType(scale, euro=False, lo=units, hi=units)
        return self.put(s.ConstNumber(units, scale), kind)

    def scaled(self, reg: Reg, scale: int) -> Reg:
        """The same number with `scale` decimals, which are not fewer."""
        kind = self.number_at(reg)
        digits = scale - kind.scale
        if digits == 0:
            return reg
        match self.steps[reg]:
            case s.ConstNumber(units=units):
                size: int = 10**digits
                return self.number(units * size, scale)
            case _:
                return self.put(s.Scale(reg, digits), kind.at(scale))

    def aligned(self, regs: Sequence[Reg]) -> list[Reg]:
        """Numbers at the largest of their scales."""
        scale = max(self.number_at(reg).scale for reg in regs)
        return [self.scaled(reg, scale) for reg in regs]

    def rounded(self, reg: Reg, decimals: int) -> Reg:
        """A number at `decimals` decimals, half away from zero."""
        kind = self.number_at(reg)
        if decimals >= kind.scale:
            return self.scaled(reg, decimals)
        step = s.Round(reg, kind.scale - decimals)
        return self.put(step, interval.rounded(kind, decimals))

    def add(self, left: Reg, right: Reg) -> Reg:
        """The sum of two numbers."""
        left, right = self.aligned((left, right))
        kind = interval.add(self.number_at(left), self.number_at(right))
        return self.put(s.Add(left, right), kind)

    def sub(self, left: Reg, right: Reg) -> Reg:
        """The difference of two numbers."""
        left, right = self.aligned((left, right))
        kind = interval.sub(self.number_at(left), self.number_at(right))
        return self.put(s.Sub(left, right), kind)

    def least(self, left: Reg, right: Reg) -> Reg:
        """The lesser of two numbers, or of two days."""
        if left == right:
            return left
        left, right, kind = self._pair(left, right)
        if isinstance(kind, NumberType):
            one, other = self.number_at(left), self.number_at(right)
            kind = evolve(kind, lo=min(one.lo, other.lo), hi=min(one.hi, other.hi))
        return self.put(s.Least(left, right), kind)

    def greatest(self, left: Reg, right: Reg) -> Reg:
        """The greater of two numbers, or of two days."""
        if left == right:
            return left
        left, right, kind = self._pair(left, right)
        if isinstance(kind, NumberType):
            one, other = self.number_at(left), self.number_at(right)
            kind = evolve(kind, lo=max(one.lo, other.lo), hi=max(one.hi, other.hi))
        return self.put(s.Greatest(left, right), kind)

    def floored(self, reg: Reg) -> Reg:
        """A number, zero in place of a negative one: no step where there can be none."""
        if self.number_at(reg).lo >= 0:
            return reg
        return self.greatest(reg, self.number(0, 0))

    def choose(self, cond: Reg, then: Reg, other: Reg) -> Reg:
        """One of two values of a kind."""
        then, other, kind = self._pair(then, other)
        if isinstance(kind, NumberType):
            kind = interval.hull((self.number_at(then), self.number_at(other)))
        return self.put(s.Choose(cond, then, other), kind)

    def _pair(self, left: Reg, right: Reg) -> tuple[Reg, Reg, Type]:
        """Two values as they are chosen or compared: numbers at one scale."""
        if isinstance(self.types[left], NumberType):
            left, right = self.aligned((left, right))
        elif type(self.types[left]) is not type(self.types[right]):
            raise untyped()
        return left, right, self.types[left]

    def compare(self, op: Op, left: Reg, right: Reg) -> Reg:
        """A comparison of two values of a kind."""
        left, right, _ = self._pair(left, right)
        return self._as_days(op, left, right) or self.put(s.Compare(op, left, right), TRUTH)

    def _as_days(self, op: Op, left: Reg, right: Reg) -> Reg | None:
        """Months up to the day of the requisites against a number, as one comparison of days."""
        if isinstance(self.steps[left], s.ConstNumber) and op in MIRROR:
            op, left, right = MIRROR[op], right, left
        match self.steps[left], self.steps[right], op:
            case s.Months(first, last), s.ConstNumber(units), ">=" | "<":
                months = units
            case s.Months(first, last), s.ConstNumber(units), ">" | "<=":
                months = units + 1
            case s.Years(first, last), s.ConstNumber(units), ">=" | "<":
                months = units * MONTHS
            case s.Years(first, last), s.ConstNumber(units), ">" | "<=":
                months = (units + 1) * MONTHS
            case _:
                return None
        if self.steps[last] != s.Requisites() or not 1 <= months <= MAX_MONTHS:
            return None
        edge = self.put(s.StartBefore(months), DAY)
        enough = op in {">", ">="}
        return self.put(s.Compare("<=" if enough else ">", first, edge), TRUTH)
