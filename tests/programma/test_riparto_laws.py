"""What holds for every apportionment, and by how little the rest fails."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from casa_model.programma.riparto import (
    Fabbisogno,
    Riparto,
    maggiori_resti,
    minimo_e_massimo,
    parti_uguali,
)
from casa_model.values import Euro

if TYPE_CHECKING:
    from random import Random

CODES = st.lists(
    st.sampled_from([*"abcdefgh", "aler-milano", "015146"]), min_size=1, max_size=6, unique=True
)
INDICES = st.one_of(
    st.integers(0, 12),  # small ones tie
    st.integers(0, 10**9),
    st.decimals(0, 1000, places=3, allow_nan=False),
    st.sampled_from([Decimal("1E+20"), Decimal("1E-20")]),
)
CENTS = st.one_of(st.integers(0, 40), st.integers(0, 10**12))


@frozen
class Question:
    """An amount, and needs in the order in which they are passed."""

    cents: int
    needs: tuple[Fabbisogno, ...]

    def plain(self) -> Riparto:
        """Shared out by largest remainders."""
        return maggiori_resti(Euro(self.cents), self.needs)

    def bounded(self) -> Riparto:
        """Shared out between floors and caps."""
        return minimo_e_massimo(Euro(self.cents), self.needs)

    def with_need(self, place: int, **changes: object) -> Question:
        """The same question but for one need."""
        needs = list(self.needs)
        needs[place] = evolve(needs[place], **changes)
        return evolve(self, needs=tuple(needs))


@st.composite
def plain_questions(draw: st.DrawFn) -> Question:
    """An amount and indices, one above zero at least."""
    codes = draw(CODES)
    indices = draw(
        st.lists(INDICES, min_size=len(codes), max_size=len(codes)).filter(any), label="indices"
    )
    return Question(draw(CENTS), tuple(map(Fabbisogno, codes, indices)))


@st.composite
def bounded_questions(draw: st.DrawFn) -> Question:
    """An amount that floors and caps let be given out, small enough for bounds to bite."""
    question = draw(plain_questions())
    needs: list[Fabbisogno] = []
    for each in question.needs:
        low = draw(st.integers(0, 30))
        high = draw(st.none() | st.integers(low, 60))
        needs.append(evolve(each, minimo=Euro(low), massimo=None if high is None else Euro(high)))
    least = sum(each.minimo.cents for each in needs)
    tops = [each.massimo if each.indice else each.minimo for each in needs]
    most = least + 100 if None in tops else sum(top.cents for top in tops if top)
    return Question(draw(st.integers(least, most)), tuple(needs))


def shares(riparto: Riparto) -> dict[str, int]:
    """The cents of each."""
    return {quota.codice: quota.importo.cents for quota in riparto.quote}


class TestEveryMethod:
    """The sum is exact, everybody is within a cent of the quota, and order is nothing."""

    @given(plain_questions())
    def test_the_quota_is_the_proportion(self, question: Question) -> None:
        """The exact quota is amount * index / sum of indices, and the share within a cent of it."""
        total = sum((Fraction(each.indice) for each in question.needs), Fraction(0))
        riparto = question.plain()

        assert sum(shares(riparto).values()) == question.cents
        for quota in riparto.quote:
            assert quota.esatta == question.cents * Fraction(quota.indice) / total
            assert abs(quota.importo.cents - quota.esatta) < 1

    @given(bounded_questions())
    def test_bounds_are_kept_and_the_rest_is_in_proportion(self, question: Question) -> None:
        """One price for a point: who gets less is at the cap, who gets more is at the floor."""
        riparto = question.bounded()
        needs = {each.codice: each for each in question.needs}

        assert sum(shares(riparto).values()) == question.cents
        assert sum(quota.esatta for quota in riparto.quote) == question.cents
        for quota in riparto.quote:
            need, wanted = needs[quota.codice], Fraction(quota.indice) * riparto.per_punto
            assert need.minimo <= quota.importo
            assert need.massimo is None or quota.importo <= need.massimo
            assert abs(quota.importo.cents - quota.esatta) < 1
            assert quota.esatta >= wanted or quota.esatta == need.massimo.cents  # type: ignore[union-attr]
            assert quota.esatta <= wanted or quota.esatta == need.minimo.cents

    @given(bounded_questions(), st.randoms(use_true_random=False))
    def test_order_changes_nothing(self, question: Question, random: Random) -> None:
        """Shuffled beneficiaries give the same apportionment, working included."""
        needs = list(question.needs)
        random.shuffle(needs)

        assert evolve(question, needs=tuple(needs)).bounded() == question.bounded()

    @given(CODES, CENTS, st.integers(1, 1000), st.data())
    def test_only_proportions_matter(
        self, codes: list[str], cents: int, times: int, data: st.DataObject
    ) -> None:
        """Every index multiplied by the same number gives the same shares."""
        indices = [data.draw(st.integers(1, 10**9)) for _ in codes]
        one = Question(cents, tuple(map(Fabbisogno, codes, indices)))
        other = Question(cents, tuple(map(Fabbisogno, codes, [i * times for i in indices])))

        assert shares(one.plain()) == shares(other.plain())

    @given(plain_questions())
    def test_bounds_that_never_bite_are_largest_remainders(self, question: Question) -> None:
        """Without floors and caps the two methods are one."""
        assert question.bounded().quote == question.plain().quote


class TestMonotoneInTheIndex:
    """A larger index never gets less, and raising one index alone never lowers that share."""

    @given(plain_questions())
    def test_a_larger_index_never_gets_less(self, question: Question) -> None:
        """Within one apportionment; an equal index may get a cent less, if its code is later."""
        ordered = sorted(question.plain().quote, key=lambda q: (Fraction(q.indice), q.importo))
        for less, more in pairwise(ordered):
            assert less.importo <= more.importo
            if less.indice == more.indice:
                assert more.importo.cents - less.importo.cents <= 1
                assert less.importo == more.importo or more.codice < less.codice

    @given(bounded_questions())
    def test_nor_between_equal_bounds(self, question: Question) -> None:
        """Where the bounds of the second are nowhere lower either, equal quotas included."""
        got = shares(question.bounded())
        for a in question.needs:
            for b in question.needs:
                capped = b.massimo is not None and (a.massimo is None or b.massimo < a.massimo)
                if a.indice < b.indice and a.minimo <= b.minimo and not capped:
                    assert got[a.codice] <= got[b.codice] + (a.minimo != b.minimo)
                if a.indice < b.indice and (a.minimo, a.massimo) == (b.minimo, b.massimo):
                    assert got[a.codice] <= got[b.codice]

    @given(st.one_of(plain_questions(), bounded_questions()), INDICES, st.data())
    def test_raising_an_index_never_lowers_its_share(
        self, question: Question, more: Decimal | int, data: st.DataObject
    ) -> None:
        """The others alone may lose, and no quota of theirs ever rises."""
        place = data.draw(st.integers(0, len(question.needs) - 1))
        need = question.needs[place]
        raised = Decimal(need.indice) + Decimal(more)
        before = question.bounded()
        after = question.with_need(place, indice=raised).bounded()

        assert shares(before)[need.codice] <= shares(after)[need.codice]
        for old, new in zip(before.quote, after.quote, strict=True):
            assert old.codice == need.codice or new.esatta <= old.esatta

    @given(bounded_questions(), st.integers(1, 20), st.data())
    def test_raising_a_bound_never_lowers_its_share(
        self, question: Question, more: int, data: st.DataObject
    ) -> None:
        """Neither a higher floor that can still be kept nor a higher cap takes anything away."""
        place = data.draw(st.integers(0, len(question.needs) - 1))
        need, before = question.needs[place], question.bounded()
        changes: list[dict[str, Euro]] = []
        if need.massimo is not None:
            changes.append({"massimo": need.massimo + Euro(more)})
        floors = sum(each.minimo.cents for each in question.needs)
        floor = need.minimo + Euro(min(more, question.cents - floors))
        if need.indice and (need.massimo is None or floor <= need.massimo):
            changes.append({"minimo": floor})
        for change in changes:
            after = question.with_need(place, **change).bounded()
            assert shares(before)[need.codice] <= shares(after)[need.codice]


class TestMonotoneInTheAmount:
    """More money: each may lose one cent and never more; with equal shares, not even that."""

    @given(plain_questions(), st.integers(1, 100))
    def test_a_share_loses_one_cent_at_most(self, question: Question, more: int) -> None:
        """The paradox of largest remainders is a cent, because quotas themselves never fall."""
        before = question.plain()
        after = evolve(question, cents=question.cents + more).plain()

        for old, new in zip(before.quote, after.quote, strict=True):
            assert old.esatta <= new.esatta
            assert old.importo.cents - new.importo.cents <= 1

    @given(CODES, CENTS, st.integers(1, 100))
    def test_equal_shares_never_fall(self, codes: list[str], cents: int, more: int) -> None:
        """Nobody gets less of more, and everybody is within a cent of everybody else."""
        before, after = (shares(parti_uguali(Euro(c), codes)) for c in (cents, cents + more))

        assert sum(before.values()) == cents
        assert max(before.values()) - min(before.values()) <= 1
        assert all(before[code] <= after[code] for code in codes)


def test_the_paradox_in_its_smallest_form() -> None:
    """With 6, 6 and 2 points the third gets 2 cents of 10, and 1 of 11: what cannot be promised."""
    needs = tuple(map(Fabbisogno, "abc", (6, 6, 2)))

    assert shares(Question(10, needs).plain()) == {"a": 4, "b": 4, "c": 2}
    assert shares(Question(11, needs).plain()) == {"a": 5, "b": 5, "c": 1}


def test_raising_one_index_may_give_another_a_cent() -> None:
    """Quotas of the others only fall, yet a cent may pass from one of them to another."""
    before = Question(3, tuple(map(Fabbisogno, "abc", (1, 1, 3)))).plain()
    after = Question(3, tuple(map(Fabbisogno, "abc", (2, 1, 3)))).plain()

    assert shares(before) == {"a": 1, "b": 0, "c": 2}
    assert shares(after) == {"a": 1, "b": 1, "c": 1}
