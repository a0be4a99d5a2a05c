"""The only file that speaks to z3. The library is loaded by the first question.

Few terms are built one by one; many are written in SMT-LIB and read by z3 at one go, which takes
a tenth of the time.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, Final

from casa_model.errors import MissingExtra
from casa_model.proof._terms import Term, Truth, multiplied, ordered, written

if TYPE_CHECKING:
    from casa_model.proof._terms import Bool, Int


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


_SLOW: Final = frozenset(
    {"timeout", "canceled", "interrupted from keyboard", "max. resource limit exceeded"}
)
"""What z3 says when it was not given the time."""

FEW: Final = 16
"""As many terms are built one by one: to read a text takes z3 about as long, however short."""

_ARITHMETIC: Final = {
    "-": operator.sub,
    "*": operator.mul,
    "div": operator.truediv,  # of whole numbers z3 rounds it down
    "mod": operator.mod,
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
}
"""Operations that z3 gives to Python's signs."""

_NAMED: Final = {"and": "And", "or": "Or", "not": "Not", "ite": "If", "+": "Sum"}
"""Operations that have a name in z3's library."""


class Context:
    """What the solvers of one question share: z3 takes a while to make it.

    Nothing is shared between two questions: what was asked before changes no answer and no
    household. Raises `MissingExtra` when z3 is not installed.
    """

    def __init__(self) -> None:
        self.held: Any = library().Context()


class Solver:
    """A question to z3, or a part of one.

    `millis` bounds each search; `gave_up` says that the last one had time left and ended without
    an answer, as a product of facts may.
    """

    def __init__(self, millis: int, context: Context) -> None:
        self._context: Any = context.held
        self._solver: Any = library().Solver(ctx=self._context)
        self.patience(millis)
        self._model: Any = None
        self._built: dict[Term, Any] = {}
        self._added: list[Truth] = []
        self._begun = False
        self.gave_up = False

    def patience(self, millis: int) -> None:
        """How long each search may take from here on."""
        self._solver.set("timeout", millis)

    def add(self, claim: Bool) -> None:
        """What must hold from here on."""
        if claim is False:
            self._solver.add(library().BoolVal(claim, self._context))
        elif isinstance(claim, Truth):
            self._added.append(claim)

    def push(self) -> None:
        """Begin what `pop` will take back."""
        self._tell()
        self._solver.push()

    def pop(self) -> None:
        """Take back what was added since the last `push`."""
        self._added.clear()
        self._solver.pop()

    def solve(self) -> bool | None:
        """Whether all that was added can hold; None when the solver gives up."""
        self._tell()
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
        return bool(library().is_true(self._valued(one)))

    def found(self, one: Int) -> int:
        """A number in what `solve` found last."""
        if isinstance(one, int):
            return one
        return int(self._valued(one).as_long())

    def _valued(self, term: Term) -> Any:  # noqa: ANN401 - z3 has no types
        return self._model.eval(self._build(term), model_completion=True)

    def _tell(self) -> None:
        """Give z3 what was added since it was last told."""
        claims, self._added = self._added, []
        whole = ordered(claims)
        if not self._begun and not multiplied(whole):
            # What is pushed z3 asks of its core at once: of all but products it knows as much as
            # the tactics that come first otherwise, and takes half the time.
            self._solver.push()
        self._begun = True
        if len(whole) <= FEW:
            self._solver.add(*map(self._build, claims))
        else:
            text = written(claims, whole)
            self._solver.add(library().parse_smt2_string(text, ctx=self._context))

    def _build(self, term: Term) -> Any:  # noqa: ANN401 - z3 has no types
        """A term with what it is made of, one by one; each is made once."""
        built = self._built
        if term not in built:
            for each in ordered((term,)):
                if each not in built:
                    built[each] = self._one(each)
        return built[term]

    def _one(self, term: Term) -> Any:  # noqa: ANN401 - z3 has no types
        z3 = library()
        if not term.args:
            make = z3.Bool if isinstance(term, Truth) else z3.Int
            return make(term.op, self._context)
        args = [each if isinstance(each, int) else self._built[each] for each in term.args]
        if term.op in _NAMED:
            return getattr(z3, _NAMED[term.op])(*args)
        return _ARITHMETIC[term.op](*args)
