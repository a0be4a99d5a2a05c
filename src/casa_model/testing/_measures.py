"""Random measures: well typed by construction, so that no draw is rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from casa_model.rules.misura import (
    Calendario,
    Chiave,
    Definizione,
    Deroga,
    DetraeDa,
    Esaurimento,
    Importo,
    Misura,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.names import NOTICE_DAYS
from casa_model.testing._draws import TRUTH, pick, whole
from casa_model.testing._maker import Maker
from casa_model.testing._scope import day_names, scope_of
from casa_model.testing._trees import KINDS
from casa_model.testing._values import days
from casa_model.testing._vocabulary import ASKED, DAYS, FATTI, FONTE, QUOTA, parameters, testo
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

SELDOM = 9
"""One requirement in ten is unread."""

IN_FORCE = (None, None, Vigenza(DAYS[0], DAYS[1]), Vigenza(DAYS[2]))
"""When a requirement is law: on every day more often than not."""

BARE = Misura("misura", testo("misura"), FONTE, Vigenza(DAYS[0]), FATTI, (), (), ())
"""A measure that asks nothing."""


@st.composite
def measures(draw: st.DrawFn) -> Misura:
    """A well-typed measure; every part of it may be there or not."""
    fixed = draw(calendars()) if draw(TRUTH) else None
    return measure(draw, fixed, ranked=draw(TRUTH))


def measure(draw: st.DrawFn, calendario: Calendario | None, *, ranked: bool) -> Misura:
    """A measure with the days of a notice or without, with a ranking or without."""
    bare = evolve(BARE, parametri=draw(parameters()), calendario=calendario)
    definizioni = _definitions(draw, bare)
    maker = Maker(draw, scope_of(bare, definizioni), day_names(bare))
    return evolve(
        bare,
        definizioni=definizioni,
        requisiti=tuple(requisito(maker, at) for at in range(draw(whole(1, 4)))),
        importo=importo(maker) if draw(TRUTH) else None,
        graduatoria=ordinamento(maker, definizioni) if ranked else None,
    )


@st.composite
def calendars(draw: st.DrawFn) -> Calendario:
    """The days that a notice fixes."""
    days_of = tuple((name, draw(days())) for name in NOTICE_DAYS)
    return Calendario(pick(draw, ASKED), draw(days()), days_of)


@st.composite
def part(draw: st.DrawFn, make: Callable[[Maker], T]) -> T:
    """One part of a measure, over the names of our own vocabulary."""
    bare = evolve(BARE, parametri=draw(parameters()))
    return make(Maker(draw, scope_of(bare), day_names(bare)))


def _definitions(draw: st.DrawFn, misura: Misura) -> tuple[Definizione, ...]:
    """Definitions that name those before them; some are tables."""
    found: list[Definizione] = []
    for at in range(draw(whole(0, 4))):
        maker = Maker(draw, scope_of(misura, found), day_names(misura))
        found.append(definizione(maker, at))
    return tuple(found)


def definizione(maker: Maker, at: int = 0) -> Definizione:
    """A definition of any type, in an expression or in a table."""
    kind = pick(maker.draw, KINDS)
    vale = maker.table(kind) if maker.draw(TRUTH) else maker.of(kind, 2)
    return Definizione(f"definizione_{at}", vale, maker.sure(vale))


def requisito(maker: Maker, at: int = 0) -> Requisito:
    """A requirement, with derogations or without; seldom one that nobody has read."""
    codice, words = f"r{at}", testo(f"requisito {at}")
    if maker.draw(whole(0, SELDOM)) == SELDOM:
        return Requisito(codice, words, FONTE, condizione=None)
    some = range(maker.draw(whole(0, 2)))
    condizione = maker.of("bool", 3)
    deroghe = tuple(deroga(maker, n) for n in some)
    return Requisito(codice, words, FONTE, condizione, deroghe, pick(maker.draw, IN_FORCE))


def deroga(maker: Maker, at: int = 0) -> Deroga:
    """A way round a requirement."""
    return Deroga(f"d{at}", maker.of("bool", 2), FONTE)


def voce(maker: Maker, at: int = 0) -> Voce:
    """An item, with its condition and its cap or without."""
    return Voce(
        f"v{at}",
        maker.cents(2),
        maker.of("bool", 2) if maker.draw(TRUTH) else None,
        maker.cents(1) if maker.draw(TRUTH) else None,
    )


def importo(maker: Maker) -> Importo:
    """Items, with a cap and deductions or without."""
    voci = tuple(voce(maker, at) for at in range(maker.draw(whole(1, 3))))
    massimo = maker.cents(1) if maker.draw(TRUTH) else None
    detrae = tuple(maker.cents(1) for _ in range(maker.draw(whole(0, 2))))
    da = pick(maker.draw, tuple(DetraeDa)) if detrae else None
    return Importo(voci, massimo, detrae, da)


def riserva(maker: Maker) -> Riserva:
    """A reserve, of the share that is a parameter of our own vocabulary."""
    return Riserva("riserva", QUOTA, maker.of("bool", 1), FONTE)


def ordinamento(maker: Maker, definizioni: Sequence[Definizione] = ()) -> Ordinamento:
    """Keys among facts and definitions, the protocol number last."""
    named = ["isee", "punteggio", "data_domanda", *(d.nome for d in definizioni)]
    some = maker.draw(st.lists(st.sampled_from(named), max_size=3, unique=True))
    keys = tuple(Chiave(nome, decrescente=maker.draw(TRUTH)) for nome in some)
    reserves = (riserva(maker),) if maker.draw(TRUTH) else ()
    end = pick(maker.draw, tuple(Esaurimento))
    skips = end is Esaurimento.SOLO_INTERI and maker.draw(TRUTH)
    return Ordinamento((*keys, Chiave("protocollo")), end, skips, reserves)
