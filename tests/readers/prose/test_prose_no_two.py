"""Two rules are never told in the same words."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from examples import many
from hypothesis import given
from hypothesis import strategies as st
from readers.trial import BASE, NEW, read

from casa_model.readers.prose._condizioni import Condizioni
from casa_model.readers.prose._frase import in_riga
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules import tree as t
from casa_model.testing._measures import measures
from casa_model.testing._trees import expressions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.errors import Lang

LANGS: tuple[Lang, ...] = ("it", "en")
NUMBERS: tuple[t.Expr, ...] = (
    t.Fact("uno"), t.Number(1), t.Add(t.Fact("uno"), t.Number(1)), t.Count(t.Fact("si")),
    t.If(t.Fact("si"), t.Fact("uno"), t.Number(1)), t.Param("scala", (t.Number(1),)),
)  # fmt: skip
TRUTHS: tuple[t.Expr, ...] = (
    t.Fact("si"), t.Not(t.Fact("si")), t.And((t.Fact("si"), t.Fact("no"))), t.Truth(value=True),
    t.Compare("<", t.Fact("uno"), t.Number(1)), t.AnyMember(t.Fact("si")),
)  # fmt: skip


def small_values() -> Iterator[t.Expr]:
    """Each way of making a number out of `NUMBERS` and `TRUTHS`."""
    for one, other in product(NUMBERS, repeat=2):
        yield from (t.Add(one, other), t.Sub(one, other), t.Mul(one, other))
        yield from (t.Min((one, other)), t.Max((one, other)), t.Param("due", (one, other)))
        for cond in TRUTHS:
            yield from (t.If(cond, one, other), t.Table((t.Row(cond, one),), other))
    for one in NUMBERS:
        yield from (t.Round(one, 0), t.Round(one, 1), t.Round(one, 2), t.Param("scala", (one,)))
        yield from (t.Sum(one, cond) for cond in TRUTHS)
    yield from map(t.Count, TRUTHS)


def small_conditions() -> Iterator[t.Expr]:
    """Each way of making a condition out of them."""
    written = (t.Number(1), t.Number(2))
    for one, other in product(NUMBERS, repeat=2):
        yield from (t.Compare("<", one, other), t.Compare("==", one, other))
    for one in NUMBERS:
        for values in (written, written[:1]):
            yield from (t.In(one, values), t.Not(t.In(one, values)))
    for one, other in product(TRUTHS, repeat=2):
        yield from (t.And((one, other)), t.Or((one, other)))
    for one, other, third in product(TRUTHS, repeat=3):
        yield from (t.If(one, other, third), t.And((one, other, third)), t.Or((one, other, third)))
    for one in TRUTHS:
        yield from (t.Not(one), t.AnyMember(one), t.AllMembers(one))


class TestNoTwo:
    """Two rules are never told in the same words."""

    @many(150)
    @given(st.data(), st.sampled_from(LANGS))
    def test_of_any_trees(self, data: st.DataObject, lang: Lang) -> None:
        """Where words are equal, trees are: labels of the vocabulary tell every name apart."""
        misura = data.draw(measures())
        told = Condizioni(Vocabolario(misura, lang, None))
        one, other = (data.draw(expressions(misura, "bool", 2)) for _ in range(2))

        assert (in_riga(told.detto(one)) == in_riga(told.detto(other))) == (one == other)

    @pytest.mark.parametrize("lang", LANGS)
    def test_of_every_small_tree(self, lang: Lang) -> None:
        """All the trees that one node makes of small ones: near ones are told apart too."""
        told = Condizioni(Vocabolario(BASE, lang, None))
        trees = {*small_conditions(), *small_values()}
        words = {told.valore(tree) for tree in trees}

        assert len(trees) > 1500
        assert len(words) == len(trees)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("pagato and (pagato or isee < 5)", "(pagato and pagato) or isee < 5"),
            ("not (pagato and isee < 5)", "not pagato and isee < 5"),
            ("isee - (5 - isee)", "isee - 5 - isee"),
            ("isee * (quota + 5)", "isee * quota + 5"),
            ("isee < 5", "isee < 5.0"),
            ("min(isee, 5) + 5", "min(isee, 5 + 5)"),
            ("somma(membri, eta, eta < 18) + 5", "somma(membri, eta + 5, eta < 18)"),
            ("conta(membri, eta < 18) + 5", "conta(membri, eta < 18 + 5)"),
        ],
    )
    def test_brackets_stand_where_they_must(self, one: str, other: str) -> None:
        """Trees that a careless sentence would tell alike."""
        trees = [read(text) for text in (one, other)]
        told = Condizioni(Vocabolario(BASE, "it", NEW))

        assert len({told.valore(tree) for tree in trees}) == 2
