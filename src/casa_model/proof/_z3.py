"""The only file that speaks to z3: truths and whole numbers, folded while they are constants.

z3 has no types. What it builds is held here as `Truth` or `Whole`, two classes that nobody makes:
at run time they are z3's own expressions. A plain `bool` or `int` stands for a constant, so that
what is known beforehand never reaches the solver. The library is loaded by the first question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from casa_model.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterable


def library() -> Any:  # noqa: ANN401 - z3 has no types
    """The library, loaded here alone. Raises `MissingExtra` where it is not installed."""
    try:
        import z3  # type: ignore[import-untyped]  # noqa: PLC0415 - it takes a while to load
    except ModuleNotFoundError:
        raise MissingExtra(
            it="la prova non ha il suo risolutore; installa `casa-model[proof]` con "
            '`pip install "casa-model[proof]"`',
            en="proof lacks its solver; install `casa-model[proof]` with "
            '`pip install "casa-model[proof]"`',
        ) from None
    return z3


class Truth:
    """A truth of the solver."""


class Whole:
    """A whole number of the solver."""


Bool: TypeAlias = bool | Truth
"""A truth, constant or not."""

Int: TypeAlias = int | Whole
"""A whole number, constant or not."""


_SLOW: Final = frozenset(
    {"timeout", "canceled", "interrupted from keyboard", "max. resource limit exceeded"}
)
"""What z3 says when it was not given the time."""


def _id(term: object) -> int:
    return int(cast("Any", term).get_id())


def both(*some: Bool) -> Bool:
    """Whether all hold."""
    kept: dict[int, Truth] = {}
    for each in some:
        if each is False:
            return False
        if isinstance(each, bool):
            continue
        kept[_id(each)] = each
    if len(kept) <= 1:
        return next(iter(kept.values()), True)
    return cast("Truth", library().And(*kept.values()))


def either(*some: Bool) -> Bool:
    """Whether one holds."""
    kept: dict[int, Truth] = {}
    for each in some:
        if each is True:
            return True
        if isinstance(each, bool):
            continue
        kept[_id(each)] = each
    if len(kept) <= 1:
        return next(iter(kept.values()), False)
    return cast("Truth", library().Or(*kept.values()))


def no(one: Bool) -> Bool:
    """The contrary."""
    return not one if isinstance(one, bool) else cast("Truth", library().Not(one))


def which(cond: Bool, then: Bool, other: Bool) -> Bool:
    """One of two truths."""
    return either(both(cond, then), both(no(cond), other))


def choose(cond: Bool, then: Int, other: Int) -> Int:
    """One of two numbers."""
    if isinstance(cond, bool):
        return then if cond else other
    if then is other or (isinstance(then, int) and isinstance(other, int) and then == other):
        return then
    return cast("Whole", library().If(cond, then, other))


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
        return cast("Whole", library().Sum(*kept, fixed))
    return kept[0] if len(kept) == 1 else cast("Whole", library().Sum(*kept))


def minus(left: Int, right: Int) -> Int:
    """A difference."""
    if isinstance(right, int):
        return total((left, -right))
    return cast("Whole", cast("Any", left) - cast("Any", right))


def times(left: Int, right: Int) -> Int:
    """A product; of two numbers that are no constants, the solver may not know enough."""
    if isinstance(left, int) and isinstance(right, int):
        return left * right
    for one, other in ((left, right), (right, left)):
        if isinstance(one, int) and one in {0, 1}:
            return other if one else 0
    return cast("Whole", cast("Any", left) * cast("Any", right))


def quotient(arg: Int, size: int) -> Int:
    """A number over a positive constant, rounded down."""
    return arg // size if isinstance(arg, int) else cast("Whole", cast("Any", arg) / size)


def remainder(arg: Int, size: int) -> Int:
    """What is left of that division, never negative."""
    return arg % size if isinstance(arg, int) else cast("Whole", cast("Any", arg) % size)


def same(left: Int, right: Int) -> Bool:
    """Whether two numbers are one."""
    if isinstance(left, int) and isinstance(right, int):
        return left == right
    return cast("Truth", cast("Any", left) == cast("Any", right))


def below(left: Int, right: Int) -> Bool:
    """Whether a number is less than another."""
    if isinstance(left, int) and isinstance(right, int):
        return left < right
    return cast("Truth", cast("Any", left) < cast("Any", right))


def at_most(left: Int, right: Int) -> Bool:
    """Whether a number is not more than another."""
    return no(below(right, left)) if isinstance(left, int) else _at_most(left, right)


def _at_most(left: Whole, right: Int) -> Bool:
    return cast("Truth", cast("Any", left) <= cast("Any", right))


class Solver:
    """A question to z3, in a context of its own: nothing is shared between two questions.

    `millis` bounds each search; `gave_up` says that the last one had time left and ended without
    an answer, as a product of facts may. Raises `MissingExtra` when z3 is not installed.
    """

    def __init__(self, millis: int) -> None:
        self._context: Any = library().Context()
        self._solver: Any = library().Solver(ctx=self._context)
        self.patience(millis)
        self._model: Any = None
        self.gave_up = False

    def patience(self, millis: int) -> None:
        """How long each search may take from here on."""
        self._solver.set("timeout", millis)

    def truth(self, name: str) -> Truth:
        """A truth that the solver may choose."""
        return cast("Truth", library().Bool(name, self._context))

    def whole(self, name: str) -> Whole:
        """A whole number that the solver may choose."""
        return cast("Whole", library().Int(name, self._context))

    def add(self, claim: Bool) -> None:
        """What must hold from here on."""
        if claim is not True:
            self._solver.add(library().BoolVal(claim, self._context) if claim is False else claim)

    def push(self) -> None:
        """Begin what `pop` will take back."""
        self._solver.push()

    def pop(self) -> None:
        """Take back what was added since the last `push`."""
        self._solver.pop()

    def solve(self) -> bool | None:
        """Whether all that was added can hold; None when the solver gives up."""
        found = self._solver.check()
        if found == library().sat:
            self._model = self._solver.model()
            return True
        self.gave_up = found == library().unknown and self._solver.reason_unknown() not in _SLOW
        return False if found == library().unsat else None

    def held(self, one: Bool) -> bool:
        """A truth in what `solve` found last."""
        if isinstance(one, bool):
            return one
        return bool(library().is_true(self._model.eval(one, model_completion=True)))

    def found(self, one: Int) -> int:
        """A number in what `solve` found last."""
        if isinstance(one, int):
            return one
        return int(self._model.eval(one, model_completion=True).as_long())
