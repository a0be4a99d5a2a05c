"""Truths and whole numbers of a question, folded while they are constants: no solver knows them.

A plain `bool` or `int` stands for a constant, so that what is known beforehand never reaches the
solver. What is no constant is a `Truth` or a `Whole`: an operation by its name in SMT-LIB over
others, or a name that the solver may give any value. Building one costs next to nothing, and only
what a claim reaches is ever written for a solver: see `_z3.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@frozen(eq=False)
class Truth:
    """A truth: the operation `op` over `args`, or the name `op` where there are none."""

    op: str
    args: tuple[Term | int, ...] = ()


@frozen(eq=False)
class Whole:
    """A whole number: the operation `op` over `args`, or the name `op` where there are none."""

    op: str
    args: tuple[Term | int, ...] = ()


LONG: Final = 400
"""So many characters are written once, and read by their name."""

Term: TypeAlias = Truth | Whole
"""What is no constant."""

Bool: TypeAlias = bool | Truth
"""A truth, constant or not."""

Int: TypeAlias = int | Whole
"""A whole number, constant or not."""


def both(*some: Bool) -> Bool:
    """Whether all hold."""
    kept: dict[Truth, None] = {}
    for each in some:
        if each is False:
            return False
        if not isinstance(each, bool):
            kept[each] = None
    if len(kept) <= 1:
        return next(iter(kept), True)
    return Truth("and", tuple(kept))


def either(*some: Bool) -> Bool:
    """Whether one holds."""
    kept: dict[Truth, None] = {}
    for each in some:
        if each is True:
            return True
        if not isinstance(each, bool):
            kept[each] = None
    if len(kept) <= 1:
        return next(iter(kept), False)
    return Truth("or", tuple(kept))


def no(one: Bool) -> Bool:
    """The contrary."""
    return not one if isinstance(one, bool) else Truth("not", (one,))


def apart(one: Bool, other: Bool) -> Bool:
    """Whether one holds and the other does not."""
    return either(both(one, no(other)), both(other, no(one)))


def which(cond: Bool, then: Bool, other: Bool) -> Bool:
    """One of two truths."""
    return either(both(cond, then), both(no(cond), other))


def choose(cond: Bool, then: Int, other: Int) -> Int:
    """One of two numbers."""
    if isinstance(cond, bool):
        return then if cond else other
    if then is other or (isinstance(then, int) and isinstance(other, int) and then == other):
        return then
    return Whole("ite", (cond, then, other))


def total(some: Iterable[Int]) -> Int:
    """A sum."""
    fixed, kept = 0, list[Whole]()
    for each in some:
        if isinstance(each, int):
            fixed += each
        else:
            kept.append(each)
    if not kept:
        return fixed
    if fixed:
        return Whole("+", (*kept, fixed))
    return kept[0] if len(kept) == 1 else Whole("+", tuple(kept))


def minus(left: Int, right: Int) -> Int:
    """A difference."""
    if isinstance(right, int):
        return total((left, -right))
    return Whole("-", (left, right))


def times(left: Int, right: Int) -> Int:
    """A product; of two numbers that are no constants, the solver may not know enough."""
    if isinstance(left, int) and isinstance(right, int):
        return left * right
    for one, other in ((left, right), (right, left)):
        if isinstance(one, int) and one in {0, 1}:
            return other if one else 0
    return Whole("*", (left, right))


def quotient(arg: Int, size: int) -> Int:
    """A number over a positive constant, rounded down."""
    return arg // size if isinstance(arg, int) else Whole("div", (arg, size))


def remainder(arg: Int, size: int) -> Int:
    """What is left of that division, never negative."""
    return arg % size if isinstance(arg, int) else Whole("mod", (arg, size))


def same(left: Int, right: Int) -> Bool:
    """Whether two numbers are one."""
    if isinstance(left, int) and isinstance(right, int):
        return left == right
    return Truth("=", (left, right))


def below(left: Int, right: Int) -> Bool:
    """Whether a number is less than another."""
    if isinstance(left, int) and isinstance(right, int):
        return left < right
    return Truth("<", (left, right))


def at_most(left: Int, right: Int) -> Bool:
    """Whether a number is not more than another."""
    return no(below(right, left)) if isinstance(left, int) else Truth("<=", (left, right))


def ordered(terms: Iterable[Term]) -> dict[Term, int]:
    """All that some terms are made of, each after what it is made of, and how often it is read."""
    found: dict[Term, int] = {}
    stack = list(terms)
    while stack:
        term = stack[-1]
        if term in found:
            stack.pop()
            continue
        todo = [each for each in term.args if not isinstance(each, int) and each not in found]
        if todo:
            stack += todo
            continue
        stack.pop()
        found[term] = 0
        for each in term.args:
            if not isinstance(each, int):
                found[each] += 1
    return found


def multiplied(terms: Iterable[Term]) -> bool:
    """Whether there is a product of two numbers that are no constants."""
    return any(
        term.op == "*" and not any(isinstance(each, int) for each in term.args) for term in terms
    )


def written(claims: Sequence[Truth], whole: Mapping[Term, int]) -> str:
    """Claims in SMT-LIB, each to hold; what is long, or read more than once, has its own name.

    `whole` is what `ordered` says of them.
    """
    lines: dict[str, None] = {}
    text: dict[Term | int, str] = {}
    for term, reads in whole.items():
        sort = "Bool" if isinstance(term, Truth) else "Int"
        if not term.args:
            text[term] = f"|{term.op}|"
            lines[f"(declare-fun |{term.op}| () {sort})"] = None
            continue
        args = (_constant(each) if isinstance(each, int) else text[each] for each in term.args)
        text[term] = f"({term.op} {' '.join(args)})"
        if reads > 1 or len(text[term]) > LONG:
            name = f"${len(text)}"
            lines[f"(define-fun {name} () {sort} {text[term]})"] = None
            text[term] = name
    return "".join((*lines, *(f"(assert {text[claim]})" for claim in claims)))


def _constant(number: int) -> str:
    return str(number) if number >= 0 else f"(- {-number})"
