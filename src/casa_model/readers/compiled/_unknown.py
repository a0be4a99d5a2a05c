"""The steps as Python when something may not be known: None is unknown, and masks say what for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define, field

from casa_model.readers.compiled._known import START, members, of_household
from casa_model.readers.compiled._print import leaf, printed
from casa_model.rules.lowered import LEAVES, Fold, FoldKind, Lowered, Reg, Work, operands
from casa_model.rules.lowered import steps as s
from casa_model.rules.names import MEMBRI

if TYPE_CHECKING:
    from collections.abc import Iterable


NOTHING = "0"
"""The mask of what is known."""


@define
class Unknown:
    """Prints registers on demand, each once: `text` its value or None, `missing` what it needs."""

    lowered: Lowered
    lines: list[str] = Factory(list)
    pad: str = ""
    _bits: dict[str, int] = field(init=False)
    _names: dict[Reg, str] = Factory(dict)
    _masks: dict[Reg, str] = Factory(dict)
    _sure: dict[Reg, bool] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        self._bits = {nome: 1 << at for at, nome in enumerate(self.lowered.names)}

    def say(self, line: str) -> None:
        """Write a line at the present indentation."""
        self.lines.append(self.pad + line)

    def sure(self, reg: Reg) -> bool:
        """Whether a register is known whatever the household."""
        if reg not in self._sure:
            step = self.lowered.steps[reg]
            maybe = isinstance(step, s.LoadFact | s.LoadMember | s.Unknown | Fold)
            self._sure[reg] = not maybe and all(map(self.sure, operands(step)))
        return self._sure[reg]

    def text(self, reg: Reg) -> str:
        """The name that holds a register, or its literal."""
        step = self.lowered.steps[reg]
        if isinstance(step, LEAVES):
            return leaf(step, reg)
        if reg not in self._names:
            if isinstance(step, Fold):
                self._fold(reg, step)
            else:
                self.say(f"v{reg} = {self._value(reg, step)}")
            self._names[reg] = f"v{reg}"
        return self._names[reg]

    def _value(self, reg: Reg, step: Work) -> str:
        args = [self.text(arg) for arg in operands(step)]
        open_ones = [
            text for arg, text in zip(operands(step), args, strict=True) if not self.sure(arg)
        ]
        plain = printed(self.lowered, reg, step, args)
        if not open_ones:
            return plain
        match step:
            case s.AllOf():
                no = self._some(step.args, "not ", "False")
                return f"False if {no} else None if {_none(open_ones)} else True"
            case s.AnyOf():
                yes = self._some(step.args, "", "True")
                return f"True if {yes} else None if {_none(open_ones)} else False"
            case s.Choose(cond=cond):
                return plain if self.sure(cond) else f"None if {args[0]} is None else {plain}"
            case _:
                return f"None if {_none(open_ones)} else {plain}"

    def _some(self, args: Iterable[Reg], sign: str, truth: str) -> str:
        """Whether one of some conditions is known to be of a truth."""
        return " or ".join(
            f"{sign}{self.text(arg)}" if self.sure(arg) else f"{self.text(arg)} is {truth}"
            for arg in dict.fromkeys(args)
        )

    def missing(self, reg: Reg) -> str:
        """The mask of the facts that an unknown register still needs; 0 when it is known."""
        if self.sure(reg):
            return NOTHING
        if reg not in self._masks:
            self.text(reg)
            found = self._mask(reg)
            if reg not in self._masks:
                self._masks[reg] = found if found.isalnum() else f"w{reg}"
                if not found.isalnum():
                    self.say(f"w{reg} = {found}")
        return self._masks[reg]

    def _mask(self, reg: Reg, *, inner: bool = False) -> str:
        """The text of a mask; that of a member's register is one expression, without names."""
        step = self.lowered.steps[reg]
        held = self.text(reg)
        of = self._inside if inner else self.missing
        match step:
            case s.LoadFact(slot=slot):
                return f"(0 if {held} is not None else {self._bit(self.lowered.fatti[slot].nome)})"
            case s.LoadMember(slot=slot):
                return f"(0 if {held} is not None else {self._bit(self.lowered.membri[slot].nome)})"
            case s.Unknown(bit=bit):
                return f"{1 << bit}"
            case s.AllOf(args=args) | s.AnyOf(args=args):
                return f"(0 if {held} is not None else {_union(map(of, args))})"
            case s.Choose(cond=cond, then=then, other=other):
                which = self.text(cond)
                arms = f"{of(then)} if {which} else {of(other)}"
                return (
                    f"({arms})"
                    if self.sure(cond)
                    else f"({of(cond)} if {which} is None else {arms})"
                )
            case _:
                return _union(map(of, operands(step)))

    def _inside(self, reg: Reg) -> str:
        if self.sure(reg):
            return NOTHING
        return self.missing(reg) if reg in self._masks else self._mask(reg, inner=True)

    def _bit(self, nome: str) -> int:
        return self._bits[nome]

    def _fold(self, reg: Reg, step: Fold) -> None:
        """A loop over the members; what it needs of the household is found before it."""
        for arg in of_household(self.lowered, step):
            self.text(arg)
            self.missing(arg)
        self.say("if members is None:")
        self.say(f"    v{reg}, w{reg} = None, {self._bit(MEMBRI)}")
        self.say("else:")
        outer = self.pad
        self.pad += "    "
        self.say(f"v{reg}, w{reg} = {START[step.kind]}, 0")
        self.say(f"for {members(self.lowered)} in members:")
        self.pad += "    "
        self._turn(reg, step)
        self.pad = outer + "    "
        settled = {FoldKind.ANY: f"v{reg}", FoldKind.ALL: f"not v{reg}"}.get(step.kind)
        if settled is not None:
            self.say(f"if {settled}:")
            self.say(f"    w{reg} = 0")
        self.say(f"if w{reg}:")
        self.say(f"    v{reg} = None")
        self.pad = outer
        self._masks[reg] = f"w{reg}"

    def _turn(self, reg: Reg, step: Fold) -> None:
        """What a fold does with one member."""
        cond = self.text(step.cond)
        value = "1" if step.value is None else self.text(step.value)
        word = "if"
        if not self.sure(step.cond):
            self.say(f"if {cond} is None:")
            self.say(f"    w{reg} |= {self._inside(step.cond)}")
            word = "elif"
        match step.kind:
            case FoldKind.ANY:
                self.say(f"{word} {cond}:")
                self.say(f"    v{reg} = True")
            case FoldKind.ALL:
                self.say(f"{word} not {cond}:")
                self.say(f"    v{reg} = False")
            case _:  # a count or a sum
                self.say(f"{word} {cond}:")
                if step.value is not None and not self.sure(step.value):
                    self.say(f"    if {value} is None:")
                    self.say(f"        w{reg} |= {self._inside(step.value)}")
                    self.say("    else:")
                    self.say(f"        v{reg} += {value}")
                else:
                    self.say(f"    v{reg} += {value}")


def _none(texts: Iterable[str]) -> str:
    """Whether one of some values is not known."""
    return " or ".join(f"{text} is None" for text in dict.fromkeys(texts))


def _union(masks: Iterable[str]) -> str:
    some = [mask for mask in dict.fromkeys(masks) if mask != NOTHING] or [NOTHING]
    return some[0] if len(some) == 1 else f"({' | '.join(some)})"
