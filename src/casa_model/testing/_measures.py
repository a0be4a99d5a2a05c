"""Random measures: well typed by construction, so that no draw is rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

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
from casa_model.rules.names import NOTICE_DAYS
from casa_model.testing._maker import Maker
from casa_model.testing._scope import day_names, scope_of
from casa_model.testing._trees import KINDS
from casa_model.testing._values import days
from casa_model.testing._vocabulary import DAYS, FATTI, FONTE, parameters, testo
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Sequence

SELDOM = 9
"""One requirement in ten is unread."""


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
    maker = Maker(draw, scope_of(misura, definizioni), day_names(misura))
    return Misura(
        codice=misura.codice,
        titolo=misura.titolo,
        fonte=FONTE,
        vigenza=misura.vigenza,
        fatti=FATTI,
        parametri=misura.parametri,
        definizioni=definizioni,
        requisiti=tuple(requisito(maker, at) for at in range(draw(st.integers(1, 4)))),
        importo=_importo(maker) if draw(st.booleans()) else None,
        graduatoria=_graduatoria(maker, definizioni) if draw(st.booleans()) else None,
        calendario=misura.calendario,
    )


def _definitions(draw: st.DrawFn, misura: Misura) -> tuple[Definizione, ...]:
    """Definitions that name those before them; some are tables."""
    found: list[Definizione] = []
    for at in range(draw(st.integers(0, 4))):
        scope = scope_of(misura, found)
        maker = Maker(draw, scope, day_names(misura))
        kind = draw(st.sampled_from(KINDS))
        vale = maker.table(kind) if draw(st.booleans()) else maker.of(kind, 2)
        found.append(Definizione(f"definizione_{at}", vale, maker.sure(vale)))
    return tuple(found)


def requisito(maker: Maker, at: int) -> Requisito:
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
