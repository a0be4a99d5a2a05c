"""Random rules and random households: well typed by construction, so that no draw is rejected.

- `expressions(kind)`: trees of every node that a text can say, of a wanted type;
- `shapes()`: trees of any shape, well typed or not;
- `measures()`: requirements, derogations, unread requirements, amounts, rankings, definitions and
  tables, with or without the days of a notice;
- `households(misura)`: facts with unknowns, members, month ends and extreme values;
- `fuller(misura, fatti)`: the same household when all of it has become known;
- `questions()`: a measure, a household and a day on which it answers.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen
from hypothesis import strategies as st

from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import (
    Calendario,
    Chiave,
    Definizione,
    Deroga,
    DetraeDa,
    Importo,
    Misura,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.names import DATA_REQUISITI, NOTICE_DAYS, Kind
from casa_model.testing._maker import Maker
from casa_model.testing._scope import scope_of
from casa_model.testing._vocabulary import (
    CODES,
    DAYS,
    FATTI,
    FONTE,
    days,
    parameters,
    testo,
    values,
)
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.facts import Fatto, Value

KINDS = ("bool", "euro", "plain", "day", "choice", "code")
"""What a random tree may give."""

MOST_MEMBERS = 4
SELDOM = 9
"""One requirement in ten is unread."""

EVERY = 0
"""For `known`: no fact is left out."""


@frozen
class Question:
    """A measure, a household, and a day on which the measure answers."""

    misura: Misura
    fatti: Fatti
    on: date


def name_kinds(misura: Misura) -> dict[str, Kind]:
    """What each name of a measure stands for, as `parse` wants it."""
    found = {f.nome: Kind.MEMBRO if f.membro else Kind.FATTO for f in misura.fatti}
    found |= {parametro.nome: Kind.PARAMETRO for parametro in misura.parametri}
    found |= {definizione.nome: Kind.DEFINIZIONE for definizione in misura.definizioni}
    return found | dict.fromkeys((DATA_REQUISITI, *NOTICE_DAYS), Kind.GIORNO)


@st.composite
def expressions(draw: st.DrawFn, misura: Misura, kind: str | None = None, depth: int = 3) -> t.Expr:
    """A well-typed tree over the names of a measure, without tables: one that a text can say."""
    maker = Maker(draw, scope_of(misura), _day_names(misura))
    return maker.of(kind or draw(st.sampled_from(KINDS)), depth)


def shapes() -> st.SearchStrategy[t.Expr]:
    """Trees of any shape that a text can say, whatever their types."""
    number = st.builds(t.Number, st.integers(-(10**18) + 1, 10**18 - 1), st.integers(0, 9))
    label = st.sampled_from(("", "a", *CODES)).map(t.Label)
    leaves = st.one_of(
        st.booleans().map(t.Truth),
        number,
        label,
        days(date(1, 1, 1), date(9999, 12, 31)).map(t.Day),
        st.sampled_from((t.Fact("isee"), t.MemberFact("eta"), t.Param("soglia"))),
        st.sampled_from((t.Definition("quanto"), t.Calendar(DATA_REQUISITI))),
    )
    return st.recursive(leaves, lambda some: _grown(some, number | label), max_leaves=12)


def _grown(
    some: st.SearchStrategy[t.Expr], written: st.SearchStrategy[t.Label | t.Number]
) -> st.SearchStrategy[t.Expr]:
    many = st.lists(some, min_size=2, max_size=4).map(tuple)
    pairs = (t.Add, t.Sub, t.Mul, t.MonthsBetween, t.YearsBetween, t.AddMonths, t.Sum)
    return st.one_of(
        *(st.builds(node, some, some) for node in pairs),
        *(st.builds(node, many) for node in (t.And, t.Or, t.Min, t.Max)),
        *(st.builds(node, some) for node in (t.Not, t.AnyMember, t.AllMembers, t.Count)),
        st.builds(t.Compare, st.sampled_from(t.OPS), some, some),
        st.builds(t.In, some, st.lists(written, min_size=1, max_size=3).map(tuple)),
        st.builds(t.If, some, some, some),
        st.builds(t.Round, some, st.integers(0, 9)),
        st.builds(t.Param, st.just("scala"), st.lists(some, min_size=1, max_size=3).map(tuple)),
    )


def _day_names(misura: Misura) -> tuple[str, ...]:
    fixed = misura.calendario
    return (DATA_REQUISITI, *(() if fixed is None else (name for name, _ in fixed.date)))


@st.composite
def measures(draw: st.DrawFn) -> Misura:
    """A well-typed measure; every part of it may be there or not."""
    on = draw(st.sampled_from(DAYS))
    notice = [(name, draw(days())) for name in NOTICE_DAYS]
    fixed = st.builds(Calendario, st.just(on), days(), st.just(tuple(notice)))
    misura = Misura(
        codice="misura",
        titolo=testo("misura"),
        fonte=FONTE,
        vigenza=Vigenza(DAYS[0]),
        fatti=FATTI,
        parametri=draw(parameters()),
        definizioni=(),
        requisiti=(),
        calendario=draw(st.none() | fixed),
    )
    definizioni = _definitions(draw, misura)
    maker = Maker(draw, scope_of(misura, definizioni), _day_names(misura))
    return Misura(
        codice=misura.codice,
        titolo=misura.titolo,
        fonte=FONTE,
        vigenza=misura.vigenza,
        fatti=FATTI,
        parametri=misura.parametri,
        definizioni=definizioni,
        requisiti=tuple(_requisito(maker, at) for at in range(draw(st.integers(1, 4)))),
        importo=_importo(maker) if draw(st.booleans()) else None,
        graduatoria=_graduatoria(maker, definizioni) if draw(st.booleans()) else None,
        calendario=misura.calendario,
    )


def _definitions(draw: st.DrawFn, misura: Misura) -> tuple[Definizione, ...]:
    """Definitions that name those before them; some are tables."""
    found: list[Definizione] = []
    for at in range(draw(st.integers(0, 4))):
        scope = scope_of(misura, found)
        maker = Maker(draw, scope, _day_names(misura))
        kind = draw(st.sampled_from(KINDS))
        vale = maker.table(kind) if draw(st.booleans()) else maker.of(kind, 2)
        found.append(Definizione(f"definizione_{at}", vale, maker.sure(vale)))
    return tuple(found)


def _requisito(maker: Maker, at: int) -> Requisito:
    words = testo(f"requisito {at}")
    if maker.draw(st.integers(0, SELDOM)) == SELDOM:
        return Requisito(f"r{at}", words, FONTE, condizione=None)
    deroghe = maker.draw(st.integers(0, 2))
    return Requisito(
        f"r{at}",
        words,
        FONTE,
        maker.of("bool", 3),
        tuple(Deroga(f"d{n}", maker.of("bool", 2), FONTE) for n in range(deroghe)),
        maker.draw(st.sampled_from((None, None, Vigenza(DAYS[0], DAYS[1]), Vigenza(DAYS[2])))),
    )


def _importo(maker: Maker) -> Importo:
    voci = tuple(
        Voce(
            f"v{at}",
            maker.cents(2),
            maker.of("bool", 2) if maker.draw(st.booleans()) else None,
            maker.cents(1) if maker.draw(st.booleans()) else None,
        )
        for at in range(maker.draw(st.integers(1, 3)))
    )
    massimo = maker.cents(1) if maker.draw(st.booleans()) else None
    detrae = tuple(maker.cents(1) for _ in range(maker.draw(st.integers(0, 2))))
    da = maker.draw(st.sampled_from(DetraeDa)) if detrae else None
    return Importo(voci, massimo, detrae, da)


def _graduatoria(maker: Maker, definizioni: Sequence[Definizione]) -> Ordinamento:
    names = [*(d.nome for d in definizioni), "isee", "punteggio", "data_domanda"]
    some = maker.draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    keys = tuple(Chiave(nome, decrescente=maker.draw(st.booleans())) for nome in some)
    reserves = (
        (Riserva("riserva", "quota_riserva", maker.of("bool", 1), FONTE),)
        if maker.draw(st.booleans())
        else ()
    )
    return Ordinamento((*keys, Chiave("protocollo")), riserve=reserves)


@st.composite
def households(draw: st.DrawFn, misura: Misura, known: int = 2) -> Fatti:
    """Facts that fit the declarations of a measure; of `known` + 1 facts one is not known.

    With ``known=EVERY`` all of them are.

    The list of members is known or not; where it is, `componenti` agrees with it.
    """
    valori = _row(draw, misura.fatti, known, membro=False)
    if known and not draw(st.integers(0, known)):
        return Fatti(valori)
    quanti = draw(st.integers(1, MOST_MEMBERS))
    membri = tuple(_row(draw, misura.fatti, known, membro=True) for _ in range(quanti))
    if "componenti" in valori:
        valori["componenti"] = Decimal(quanti)
    return Fatti(valori, membri)


def _row(draw: st.DrawFn, fatti: Sequence[Fatto], known: int, *, membro: bool) -> dict[str, Value]:
    return {
        fatto.nome: draw(values(fatto.tipo))
        for fatto in fatti
        if fatto.membro is membro and (not known or draw(st.integers(0, known)))
    }


@st.composite
def questions(draw: st.DrawFn, known: int = 2) -> Question:
    """A measure, a household and a day on which the measure answers."""
    misura = draw(measures())
    fixed = misura.calendario
    on = draw(st.sampled_from(DAYS)) if fixed is None else fixed.giorno_norma
    return Question(misura, draw(households(misura, known)), on)


@st.composite
def fuller(draw: st.DrawFn, misura: Misura, fatti: Fatti) -> Fatti:
    """The same household when every fact of it, and of its members, has become known."""
    stated = fatti.valori.get("componenti")
    some = int(stated) if isinstance(stated, Decimal) else draw(st.integers(1, MOST_MEMBERS))
    membri = fatti.membri or ({},) * some
    whole = _row(draw, misura.fatti, EVERY, membro=False) | {"componenti": Decimal(len(membri))}
    rows = (_row(draw, misura.fatti, EVERY, membro=True) | dict(row) for row in membri)
    return Fatti(whole | dict(fatti.valori), tuple(rows))
