"""Which texts a code may be compared with: those, and others that are equal to none of them.

A rule asks of a code only whether it is equal to another text. So all the codes that a rule does
not name answer alike, as long as two of them stay apart where they are apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from casa_model.rules.lowered import Reg
from casa_model.rules.lowered import steps as s
from casa_model.rules.types import CodeType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casa_model.rules.lowered import Entry, Lowered
    from casa_model.rules.params import Key

OTHER: Final = "altro"
"""What a code that the rule does not name is called, with a number behind."""


@define
class Together:
    """Registers of texts that meet one another, and the texts written among them."""

    _leads: dict[Reg, Reg] = Factory(dict)
    _texts: dict[Reg, dict[str, None]] = Factory(dict)

    def head(self, reg: Reg) -> Reg:
        """The register that stands for all that this one meets."""
        while reg in self._leads:
            reg = self._leads[reg]
        return reg

    def meet(self, one: Reg, other: Reg) -> None:
        """Two registers hold texts that are compared, or one the text of the other."""
        one, other = self.head(one), self.head(other)
        if one != other:
            self._leads[other] = one
            self.write(one, self._texts.pop(other, {}))

    def write(self, reg: Reg, texts: Iterable[str]) -> None:
        """Texts that a register is compared with, or may hold."""
        self._texts.setdefault(self.head(reg), {}).update(dict.fromkeys(texts))

    def of(self, reg: Reg) -> tuple[str, ...]:
        """Every text that a register may meet."""
        return tuple(self._texts.get(self.head(reg), {}))


def together(lowered: Lowered) -> Together:
    """Which texts meet in a rule."""
    found = Together()
    for reg, step in enumerate(lowered.steps):
        match step:
            case s.ConstText(value=value):
                found.write(reg, (value,))
            case s.OneOf(arg=arg, values=values) if isinstance(lowered.types[arg], CodeType):
                found.write(arg, map(str, values))
            case s.Compare(left=left, right=right) if isinstance(lowered.types[left], CodeType):
                found.meet(left, right)
            case s.Choose(then=then, other=other) if isinstance(lowered.types[reg], CodeType):
                found.meet(reg, then)
                found.meet(reg, other)
            case s.Lookup(table=table, keys=keys):
                _lookup(found, lowered, (reg, keys), lowered.tables[table])
            case _:
                pass
    return found


def _lookup(
    found: Together,
    lowered: Lowered,
    place: tuple[Reg, tuple[Reg, ...]],
    table: Mapping[tuple[Key, ...], Entry],
) -> None:
    reg, keys = place
    if isinstance(lowered.types[reg], CodeType):
        found.write(reg, map(str, table.values()))
    for at, key in enumerate(keys):
        if isinstance(lowered.types[key], CodeType):
            found.write(key, (str(row[at]) for row in table))


def others(named: Iterable[str], many: int) -> tuple[str, ...]:
    """So many codes that are none of those that are named."""
    taken = set(named)
    found = (f"{OTHER}-{at}" for at in range(1, len(taken) + many + 1))
    return tuple(code for code in found if code not in taken)[:many]


def is_other(code: str) -> bool:
    """Whether a code is one of those that stand for any that the rule does not name."""
    head, _, number = code.partition("-")
    return head == OTHER and number.isdigit()
