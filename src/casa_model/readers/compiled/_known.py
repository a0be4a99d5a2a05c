"""The steps as Python when everything that they read is known: two truth values, nothing to ask."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import Factory, define

from casa_model.readers.compiled._print import TWICE, leaf, printed
from casa_model.rules.lowered import LEAVES, Fold, FoldKind, Lowered, Reg, operands

if TYPE_CHECKING:
    from collections.abc import Iterable


DEEP = 12
"""How many brackets may stand inside one another before a part gets a line of its own."""

LEVELS = 40
"""How many steps may stand on one another before one gets a line of its own."""

START = {
    FoldKind.ANY: "False", FoldKind.ALL: "True", FoldKind.COUNT: "0", FoldKind.SUM: "0",
}  # fmt: skip


def uses(lowered: Lowered, roots: Iterable[Reg]) -> Counter[Reg]:
    """How often each register is named by those that `roots` need."""
    found: Counter[Reg] = Counter()
    todo = list(roots)
    found.update(todo)
    seen = set(todo)
    while todo:
        step = lowered.steps[todo.pop()]
        needs = list(operands(step))
        if isinstance(step, Fold):
            needs = [step.cond, *(() if step.value is None else (step.value,))]
        found.update(needs * (2 if isinstance(step, TWICE) else 1))
        todo += [reg for reg in dict.fromkeys(needs) if reg not in seen]
        seen.update(needs)
    return found


def landings(lowered: Lowered) -> tuple[Reg, ...]:
    """Steps of the household to be named first, each within `LEVELS` of those before it.

    A table of a thousand rows is a thousand steps on one another. Printers call themselves for what
    a step needs: from landing to landing they never run out of stack.
    """
    inner = {reg for step in lowered.steps if isinstance(step, Fold) for reg in step.body}
    levels: list[int] = []
    found: list[Reg] = []
    for reg, step in enumerate(lowered.steps):
        needs = step.body if isinstance(step, Fold) else operands(step)
        level = 1 + max((levels[each] for each in needs), default=0)
        lands = level >= LEVELS and reg not in inner
        found += [reg] if lands else []
        levels.append(0 if lands else level)
    return tuple(found)


@define
class Known:
    """Prints registers on demand, each once; `lines` grow as parts need lines of their own."""

    lowered: Lowered
    uses: Counter[Reg]
    lines: list[str] = Factory(list)
    pad: str = ""
    _names: dict[Reg, str] = Factory(dict)

    def say(self, line: str) -> None:
        """Write a line at the present indentation."""
        self.lines.append(self.pad + line)

    def text(self, reg: Reg) -> str:
        """The expression of a register, or the name that holds it."""
        step = self.lowered.steps[reg]
        if isinstance(step, LEAVES):
            return leaf(step, reg)
        if reg in self._names:
            return self._names[reg]
        if isinstance(step, Fold):
            return self._fold(reg, step)
        found = printed(self.lowered, reg, step, [self.text(arg) for arg in operands(step)])
        deep = len(found) - len(found.lstrip("(")) > DEEP or found.count("(") > 4 * DEEP
        return self._named(reg, found) if self.uses[reg] > 1 or deep else found

    def _named(self, reg: Reg, found: str) -> str:
        self._names[reg] = f"v{reg}"
        self.say(f"v{reg} = {found}")
        return f"v{reg}"

    def _fold(self, reg: Reg, step: Fold) -> str:
        """A loop over the members; what it needs of the household is found before it."""
        for arg in of_household(self.lowered, step):
            self.alone(arg)
        name = self._named(reg, START[step.kind])
        outer = self.pad
        self.say(f"for {members(self.lowered)} in members:")
        self.pad += "    "
        self._turn(name, step)
        self.pad = outer
        return name

    def alone(self, reg: Reg) -> None:
        """Give a register a line and a name, if it has none."""
        if reg not in self._names and not isinstance(self.lowered.steps[reg], LEAVES):
            found = self.text(reg)
            if reg not in self._names:
                self._named(reg, found)

    def _turn(self, name: str, step: Fold) -> None:
        cond = self.text(step.cond)
        value = "1" if step.value is None else self.text(step.value)
        match step.kind:
            case FoldKind.ANY:
                self.say(f"if {cond}:")
                self.say(f"    {name} = True")
                self.say("    break")
            case FoldKind.ALL:
                self.say(f"if not {cond}:")
                self.say(f"    {name} = False")
                self.say("    break")
            case _:  # a count or a sum
                self.say(f"if {cond}:")
                self.say(f"    {name} += {value}")


def of_household(lowered: Lowered, step: Fold) -> list[Reg]:
    """What a fold needs that does not change from member to member, each once."""
    steps = [lowered.steps[inner] for inner in step.body]
    needs = [arg for inner in steps for arg in operands(inner)]
    needs += [step.cond, *(() if step.value is None else (step.value,))]
    return [arg for arg in dict.fromkeys(needs) if arg not in step.body]


def members(lowered: Lowered) -> str:
    """The names that a member's facts are unpacked to."""
    return (
        ", ".join(f"m{slot}" for slot in range(len(lowered.membri))) + ","
        if lowered.membri
        else "_"
    )
