"""Small measures over small ranges: so few households that each can be asked about."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import Deroga, Importo, Misura, Requisito, Voce
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType
from casa_model.testing._vocabulary import FONTE, testo
from casa_model.values import Euro, Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.facts import Value
    from casa_model.rules.tree import Expr

ON = date(2024, 2, 29)
DAYS = Vigenza(date(2024, 2, 28), date(2024, 3, 1))
FIRST, LAST = date(2024, 1, 30), date(2024, 2, 1)
MOST = 2
"""Members of a household."""

FATTI = (
    Fatto("isee", NumberType(2, euro=True, lo=0, hi=3), testo("isee")),
    Fatto("saldo", NumberType(1, euro=False, lo=-2, hi=1), testo("saldo")),
    Fatto("componenti", NumberType(0, euro=False, lo=1, hi=MOST), testo("componenti")),
    Fatto("attivo", BoolType(), testo("attivo")),
    Fatto("tipo", ChoiceType(("a", "b")), testo("tipo")),
    Fatto("inizio", DateType(FIRST, LAST), testo("inizio")),
    Fatto("eta", NumberType(0, euro=False, lo=0, hi=1), testo("eta"), membro=True),
)
NAMES = ("isee", "saldo", "componenti", "attivo", "tipo", "inizio", "membri")


def values_of(fatto: Fatto) -> list[Value | None]:
    """Every value of a fact, and that it is not known."""
    match fatto.tipo:
        case BoolType():
            return [None, False, True]
        case NumberType(euro=True, lo=lo, hi=hi):
            return [None, *(Euro(cents) for cents in range(lo, hi + 1))]
        case NumberType(scale=scale, lo=lo, hi=hi):
            return [None, *(Decimal(units).scaleb(-scale) for units in range(lo, hi + 1))]
        case DateType(lo=first, hi=last):
            some = range((last - first).days + 1)
            return [None, *(first + timedelta(days=at) for at in some)]
        case ChoiceType(values=values):
            return [None, *values]
        case _:
            raise AssertionError(fatto)


def households(names: set[str]) -> Iterator[Fatti]:
    """Every household, as far as some names tell it from others; a list says how many they are."""
    asked = [fatto for fatto in FATTI if fatto.nome in names]
    lists: list[tuple[dict[str, Value], ...] | None] = [None]
    if "membri" in names:
        (eta,) = (values_of(fatto) for fatto in FATTI if fatto.membro)
        rows = [{} if value is None else {"eta": value} for value in eta]
        lists += [some for many in (1, MOST) for some in itertools.product(rows, repeat=many)]
    for values in itertools.product(*map(values_of, asked)):
        known = {f.nome: v for f, v in zip(asked, values, strict=True) if v is not None}
        for members in lists:
            counts = "componenti" not in names or members is None
            if counts or known.get("componenti") == len(members or ()):
                yield Fatti(known, members)


def cents(low: int, high: int) -> st.SearchStrategy[t.Number]:
    """A number with two decimals."""
    return st.builds(t.Number, st.integers(low, high), st.just(2))


SIGNS = st.sampled_from(("<", "<=", ">", ">=", "==", "!="))
ISEE = t.Fact("isee")


def euros(names: set[str]) -> st.SearchStrategy[Expr]:
    """An amount."""
    some: list[st.SearchStrategy[Expr]] = [cents(0, 4)]
    if "isee" in names:
        some += [st.just(ISEE), st.builds(t.Sub, cents(0, 4), st.just(ISEE))]
    if {"isee", "componenti"} <= names:
        some.append(st.just(t.Mul(t.Fact("componenti"), ISEE)))
    if {"isee", "saldo"} <= names:
        some.append(st.builds(lambda many: t.Round(many, 2), st.just(t.Mul(t.Fact("saldo"), ISEE))))
    if "membri" in names:
        worth = t.If(
            t.Compare("<", t.MemberFact("eta"), t.Number(1)), t.Number(2, 2), t.Number(1, 2)
        )
        some.append(st.just(t.Sum(worth, t.Compare(">=", t.MemberFact("eta"), t.Number(0)))))
    return st.one_of(some)


def atoms(names: set[str]) -> st.SearchStrategy[Expr]:
    """A condition without `and`, `or` and `not`."""
    some: list[st.SearchStrategy[Expr]] = []
    if "isee" in names:
        some += [
            st.builds(t.Compare, SIGNS, st.just(ISEE), cents(0, 3)),
            st.builds(t.Compare, SIGNS, euros(names), euros(names)),
        ]
    if "saldo" in names:
        rounded = t.Round(t.Fact("saldo"), 0)
        some += [
            st.builds(
                t.Compare,
                SIGNS,
                st.just(t.Fact("saldo")),
                st.builds(t.Number, st.integers(-3, 1), st.just(1)),
            ),
            st.builds(t.Compare, SIGNS, st.just(rounded), st.builds(t.Number, st.integers(-1, 1))),
        ]
    if "componenti" in names:
        one = st.builds(t.Number, st.integers(0, 3))
        some.append(st.builds(t.Compare, SIGNS, st.just(t.Fact("componenti")), one))
    if "attivo" in names:
        some.append(st.just(t.Fact("attivo")))
    if "tipo" in names:
        labels = st.sampled_from((t.Label("a"), t.Label("b")))
        some.append(
            st.builds(t.Compare, st.sampled_from(("==", "!=")), st.just(t.Fact("tipo")), labels)
        )
    if "inizio" in names:
        passed = t.MonthsBetween(t.Fact("inizio"), t.Calendar("data_requisiti"))
        moved = t.AddMonths(t.Fact("inizio"), t.Number(1))
        some += [
            st.builds(t.Compare, SIGNS, st.just(passed), st.builds(t.Number, st.integers(0, 2))),
            st.builds(t.Compare, SIGNS, st.just(moved), st.just(t.Calendar("data_requisiti"))),
        ]
    if "membri" in names:
        young = st.builds(
            t.Compare, SIGNS, st.just(t.MemberFact("eta")), st.builds(t.Number, st.integers(0, 1))
        )
        many = st.builds(t.Number, st.integers(0, 2))
        some += [
            st.builds(t.AnyMember, young),
            st.builds(t.AllMembers, young),
            st.builds(t.Compare, SIGNS, st.builds(t.Count, young), many),
        ]
    return st.one_of(some)


def conditions(names: set[str]) -> st.SearchStrategy[Expr]:
    """A condition."""
    return st.recursive(
        atoms(names),
        lambda inner: st.one_of(
            st.builds(t.Not, inner),
            st.builds(lambda one, other: t.And((one, other)), inner, inner),
            st.builds(lambda one, other: t.Or((one, other)), inner, inner),
            st.builds(t.If, inner, inner, inner),
        ),
        max_leaves=4,
    )


@st.composite
def small_measures(draw: st.DrawFn, names: set[str]) -> Misura:
    """A measure that reads some of the facts."""
    some = range(draw(st.integers(1, 3)))
    requisiti = tuple(
        Requisito(
            f"r-{at}",
            testo("requisito"),
            FONTE,
            draw(conditions(names)),
            (Deroga("d", draw(conditions(names)), FONTE),) if draw(st.booleans()) else (),
        )
        for at in some
    )
    voce = Voce("v", draw(euros(names)), draw(st.none() | conditions(names)))
    importo = draw(st.none() | st.just(Importo((voce,))))
    return Misura(
        "piccola",
        testo("piccola"),
        FONTE,
        Vigenza(date(2000, 1, 1)),
        FATTI,
        (),
        (),
        requisiti,
        importo,
    )


@st.composite
def vocabularies(draw: st.DrawFn) -> set[str]:
    """The few facts that a measure reads."""
    return set(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)))
