"""Terms reach the solver in two ways, one by one and in a text: both mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.proof import _terms as of
from casa_model.proof import _z3 as door
from casa_model.proof._missing import only
from casa_model.proof._terms import Truth, Whole, written
from casa_model.proof._z3 import Context, Solver

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.proof._terms import Bool, Int

CONTEXT = Context()
NUMBERS = [Whole("x"), Whole("y"), Whole("z'")]
TRUTHS = [Truth("p?"), Truth("q!")]
SIZES = st.sampled_from([1, 2, 7, 12])


def grown(terms: st.SearchStrategy[tuple[Int, Bool]]) -> st.SearchStrategy[tuple[Int, Bool]]:
    """A number and a truth made of others, by every operation."""

    def made(one: tuple[Int, Bool], other: tuple[Int, Bool], size: int) -> list[tuple[Int, Bool]]:
        (left, yes), (right, too) = one, other
        return [
            (of.total((left, right, size)), of.both(yes, too)),
            (of.minus(left, right), of.either(yes, too)),
            (of.times(left, size), of.no(yes)),
            (of.quotient(left, size), of.which(yes, too, of.no(too))),
            (of.remainder(left, size), of.same(left, right)),
            (of.choose(yes, left, right), of.below(left, right)),
            (of.choose(too, left, -size), of.at_most(left, right)),
        ]

    return st.builds(made, terms, terms, SIZES).flatmap(st.sampled_from)


PAIRS = st.recursive(
    st.tuples(
        st.sampled_from(NUMBERS) | st.integers(-9, 9), st.sampled_from(TRUTHS) | st.booleans()
    ),
    grown,
    max_leaves=12,
)
VALUES = st.fixed_dictionaries({each.op: st.integers(-30, 30) for each in NUMBERS})
HELD = st.fixed_dictionaries({each.op: st.booleans() for each in TRUTHS})


def number(term: Int, values: Mapping[str, int]) -> int:
    """The value of a number, by hand."""
    if isinstance(term, int):
        return term
    if not term.args:
        return values[term.op]
    if term.op == "ite":
        cond, then, other = term.args
        assert isinstance(cond, Truth)
        chosen = then if truth(cond, values) else other
        assert not isinstance(chosen, Truth)
        return number(chosen, values)
    first, *rest = [number(each, values) for each in term.args if not isinstance(each, Truth)]
    match term.op:
        case "+":
            return first + sum(rest)
        case "-":
            return first - rest[0]
        case "*":
            return first * rest[0]
        case "div":
            return first // rest[0]
        case op:
            assert op == "mod"
            return first % rest[0]


def truth(term: Bool, values: Mapping[str, int]) -> bool:
    """The value of a truth, by hand."""
    if isinstance(term, bool):
        return term
    if not term.args:
        return bool(values[term.op])
    truths = [truth(each, values) for each in term.args if isinstance(each, Truth)]
    numbers = [number(each, values) for each in term.args if not isinstance(each, Truth)]
    match term.op:
        case "and":
            return all(truths)
        case "or":
            return any(truths)
        case "not":
            return not truths[0]
        case "=":
            return numbers[0] == numbers[1]
        case "<":
            return numbers[0] < numbers[1]
        case op:
            assert op == "<="
            return numbers[0] <= numbers[1]


@pytest.mark.parametrize("few", [0, 1000], ids=["a text", "one by one"])
@given(pair=PAIRS, values=VALUES, held=HELD)
def test_a_term_means_what_it_says(
    few: int, pair: tuple[Int, Bool], values: Mapping[str, int], held: Mapping[str, bool]
) -> None:
    """Every name fixed, the solver finds the value of each term, and no other."""
    (found, one), known = pair, {**values, **held}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "FEW", few)
        solver = Solver(10_000, CONTEXT)
        for name in NUMBERS:
            solver.add(of.same(name, values[name.op]))
        for name in TRUTHS:
            solver.add(name if held[name.op] else of.no(name))
        solver.push()
        solver.add(of.same(found, number(found, known)))
        solver.add(one if truth(one, known) else of.no(one))
        assert solver.solve() is True
        assert (solver.found(found), solver.held(one)) == (number(found, known), truth(one, known))
        solver.pop()
        solver.add(of.no(of.same(found, number(found, known))))
        assert solver.solve() is False


def test_products() -> None:
    """A multiple is no product of two numbers."""
    x, y = NUMBERS[:2]

    assert of.multiplied(of.ordered([Truth("=", (of.times(x, y), 3))]))
    assert not of.multiplied(of.ordered([Truth("=", (of.times(x, 2), of.times(3, y)))]))


class TestWritten:
    """A text in SMT-LIB."""

    def test_what_is_read_twice_is_written_once(self) -> None:
        """A name for it, and each name that is free said first."""
        x, p = Whole("x"), Truth("p")
        shared = of.minus(-1, x)

        claims = [Truth("or", (p, of.below(shared, 3), of.same(shared, -2)))]

        assert written(claims, of.ordered(claims)) == (
            "(declare-fun |x| () Int)(define-fun $2 () Int (- (- 1) |x|))(declare-fun |p| () Bool)"
            "(assert (or |p| (< $2 3) (= $2 (- 2))))"
        )

    def test_nothing(self) -> None:
        """No claims, no text."""
        assert not written([], of.ordered([]))

    def test_as_deep_as_may_be(self) -> None:
        """A term of many floors does not fill the stack of Python, nor that of z3."""
        term: Int = Whole("x")
        for size in range(3000):
            term = of.choose(of.same(Whole("y"), size), size, of.total((term, 1)))
        solver = Solver(10_000, CONTEXT)
        solver.add(of.both(of.same(term, 2999), of.same(Whole("y"), 2000)))

        assert solver.solve() is True


def test_what_is_missing_under_a_condition() -> None:
    """Under one that never holds, nothing; under one that always does, the same."""
    assert only(False, {"isee": True}) == {}  # noqa: FBT003 - a condition of the solver
    assert only(True, {"isee": True}) == {"isee": True}  # noqa: FBT003 - the same
