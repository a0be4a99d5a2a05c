"""The text of the two functions that a measure on a day is compiled to.

`bits(row)` gives the five numbers of `casa_model.rules.bits`; `whole(row)` all that a verdict says.
Each has two halves. A household of which everything is known, which is most of them, takes the
first: two truth values and nothing to ask, as a person would write it by hand. Any other takes the
second. The price is that the rule stands twice in the text; both are printed from the same steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.compiled._known import Known, landings, uses
from casa_model.readers.compiled._unknown import Unknown
from casa_model.rules.bits import AMMESSO, DA_COMPLETARE, NON_AMMESSO
from casa_model.rules.lowered import steps as s

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.rules.lowered import Lowered, Reg

FALSE = -1
"""In place of the way that decided: the requirement does not hold."""

OPEN = -2
"""In place of the way that decided: it is not known whether the requirement holds."""

PAD = "    "


def source(lowered: Lowered) -> str:
    """The text of both functions."""
    known = not any(isinstance(step, s.Unknown) for step in lowered.steps)
    lines = [*_head(lowered, "bits")]
    if known:
        lines += ["    if complete:", *_known_bits(lowered)]
    lines += [*_unknown_bits(lowered), "", "", *_head(lowered, "whole")]
    if known:
        lines += ["    if complete:", *_known_whole(lowered)]
    lines += _unknown_whole(lowered)
    return "\n".join(lines) + "\n"


def _head(lowered: Lowered, name: str) -> list[str]:
    facts = "".join(f", f{slot}" for slot in range(len(lowered.fatti)))
    return [f"def {name}(row):", f"    complete, members{facts} = row"]


def unread(lowered: Lowered) -> int:
    """The mask of the requirements that nobody has read."""
    return sum(1 << at for at, asked in enumerate(lowered.asked) if asked.whole is None)


def _total(lowered: Lowered) -> list[Reg]:
    return [] if lowered.paid is None else [lowered.paid.total]


def _known(lowered: Lowered, roots: Iterable[Reg]) -> Known:
    """A printer that has named the definitions it needs, in their order: a chain is no nest."""
    out = Known(lowered, uses(lowered, roots), pad=PAD * 2)
    for reg in (*landings(lowered), *(reg for _, reg in lowered.definizioni)):
        if out.uses[reg]:
            out.alone(reg)
    return out


def _known_bits(lowered: Lowered) -> list[str]:
    wholes = [asked.whole for asked in lowered.asked if asked.whole is not None]
    out = _known(lowered, [*wholes, *_total(lowered)])
    out.say("n = 0")
    for at, asked in enumerate(lowered.asked):
        if asked.whole is not None:
            out.say(f"if not {out.text(asked.whole)}:")
            out.say(f"    n |= {1 << at}")
    left = unread(lowered)
    out.say("if n:")
    out.say(f"    return {NON_AMMESSO}, None, n, {left}, 0")
    if left:
        out.say(f"return {DA_COMPLETARE}, None, 0, {left}, 0")
    else:
        amount = "None" if lowered.paid is None else out.text(lowered.paid.total)
        out.say(f"return {AMMESSO}, {amount}, 0, 0, 0")
    return out.lines


def _unknown(lowered: Lowered) -> Unknown:
    """A printer that has named the definitions, in their order."""
    out = Unknown(lowered, pad=PAD)
    for reg in landings(lowered):
        out.text(reg)
        out.missing(reg)
    for _, reg in lowered.definizioni:
        out.text(reg)
    return out


def _unknown_bits(lowered: Lowered) -> list[str]:
    out = _unknown(lowered)
    out.say(f"n, u = 0, {unread(lowered)}")
    for at, asked in enumerate(lowered.asked):
        if asked.whole is not None:
            held = out.text(asked.whole)
            if not out.sure(asked.whole):
                out.say(f"if {held} is None:")
                out.say(f"    u |= {1 << at}")
                out.say(f"elif not {held}:")
            else:
                out.say(f"if not {held}:")
            out.say(f"    n |= {1 << at}")
    out.say("if n:")
    out.say(f"    return {NON_AMMESSO}, None, n, u, 0")
    out.say(f"g = {_needed(out)}")
    out.say("if g or u:")
    out.say(f"    return {DA_COMPLETARE}, None, 0, u, g")
    amount = "None" if lowered.paid is None else out.text(lowered.paid.total)
    out.say(f"return {AMMESSO}, {amount}, 0, 0, 0")
    return out.lines


def _needed(out: Unknown) -> str:
    """What is missing of requirements, amount, ranking keys and reserves."""
    lowered = out.lowered
    for _, reg in lowered.definizioni:
        out.missing(reg)
    regs = [asked.whole for asked in lowered.asked if asked.whole is not None]
    regs += _total(lowered)
    regs += [reg for _, reg in (*lowered.keys, *lowered.reserves)]
    return " | ".join(dict.fromkeys(out.missing(reg) for reg in regs)) or "0"


def _known_whole(lowered: Lowered) -> list[str]:
    out = _known(lowered, _said(lowered))
    for at, asked in enumerate(lowered.asked):
        ways = [f"{way} if {out.text(reg)} else" for way, reg in enumerate(asked.ways)]
        out.say(f"q{at} = {' '.join([*ways, str(FALSE)]) if ways else OPEN}")
    out.say(f"z = {_tuple(out.text(reg) for _, reg in lowered.definizioni)}")
    ways_text = _tuple(f"q{at}" for at in range(len(lowered.asked)))
    out.say(f"if {_failed(lowered)}:")
    out.say(f"    return {NON_AMMESSO}, {ways_text}, (), 0, None, (), (), z, ()")
    if unread(lowered):
        out.say(f"return {DA_COMPLETARE}, {ways_text}, (), 0, None, (), (), z, ()")
        return out.lines
    due, paid, total = _amounts(lowered, out)
    held = _tuple(out.text(reg) for _, reg in lowered.reserves)
    out.say(f"return {AMMESSO}, {ways_text}, (), 0, {total}, {due}, {paid}, z, {held}")
    return out.lines


def _unknown_whole(lowered: Lowered) -> list[str]:
    out = _unknown(lowered)
    masks = []
    for _, reg in lowered.definizioni:
        out.missing(reg)
    for at, asked in enumerate(lowered.asked):
        if asked.whole is None:
            out.say(f"q{at} = {OPEN}")
            masks.append("0")
            continue
        ways = [f"{way} if {out.text(reg)} else" for way, reg in enumerate(asked.ways)]
        held = out.text(asked.whole)
        last = f"{FALSE}" if out.sure(asked.whole) else f"{OPEN} if {held} is None else {FALSE}"
        out.say(f"q{at} = {' '.join(ways)} {last}")
        masks.append(out.missing(asked.whole))
    out.say(f"z = {_tuple(out.text(reg) for _, reg in lowered.definizioni)}")
    said = f"{_tuple(f'q{at}' for at in range(len(lowered.asked)))}, {_tuple(masks)}"
    out.say(f"if {_failed(lowered)}:")
    out.say(f"    return {NON_AMMESSO}, {said}, 0, None, (), (), z, ()")
    out.say(f"g = {_needed(out)}")
    out.say(f"if g or {unread(lowered)}:")
    out.say(f"    return {DA_COMPLETARE}, {said}, g, None, (), (), z, ()")
    due, paid, total = _amounts(lowered, out)
    held = _tuple(out.text(reg) for _, reg in lowered.reserves)
    out.say(f"return {AMMESSO}, {said}, 0, {total}, {due}, {paid}, z, {held}")
    return out.lines


def _said(lowered: Lowered) -> list[Reg]:
    """Every register that a whole verdict names."""
    regs = [way for asked in lowered.asked for way in asked.ways]
    regs += [reg for _, reg in (*lowered.definizioni, *lowered.reserves)]
    if lowered.paid is not None:
        regs += [*lowered.paid.due, *lowered.paid.paid, lowered.paid.total]
    return regs


def _failed(lowered: Lowered) -> str:
    read = [at for at, asked in enumerate(lowered.asked) if asked.whole is not None]
    return " or ".join(f"q{at} == {FALSE}" for at in read) or "False"


def _amounts(lowered: Lowered, out: Known | Unknown) -> tuple[str, str, str]:
    if lowered.paid is None:
        return "()", "()", "None"
    due = _tuple(map(out.text, lowered.paid.due))
    paid = _tuple(map(out.text, lowered.paid.paid))
    return due, paid, out.text(lowered.paid.total)


def _tuple(texts: Iterable[str]) -> str:
    return "(" + "".join(f"{text}, " for text in texts).strip() + ")"
