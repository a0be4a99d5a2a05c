"""What holds of the facts of every application, however little is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import evolve
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from casa_model.nuclei import (
    Assegnazione,
    AttestazioneIsee,
    Componente,
    Domanda,
    Nucleo,
    Ruolo,
    TipoIsee,
    fatti_di,
)
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

ON = date(2023, 10, 27)
days = st.dates(date(1950, 1, 1), ON)
money = st.builds(Euro, st.integers(0, 10**8))


@st.composite
def members(draw: st.DrawFn) -> Componente:
    """A member of whom everything is known."""
    born = draw(days)
    return Componente(
        draw(st.sampled_from(Ruolo)),
        born,
        relativedelta(ON, born).years,
        {"invalido": draw(st.booleans())},
    )


@st.composite
def applications(draw: st.DrawFn) -> Domanda:
    """An application of which everything is known; its facts also stand in its `fatti`."""
    rows = tuple(draw(st.lists(members(), min_size=1, max_size=4)))
    isee = AttestazioneIsee(
        isee=draw(money),
        isp=draw(money),
        scala=Decimal(draw(st.integers(100, 1999))).scaleb(-2),
        tipo=draw(st.sampled_from(TipoIsee)),
        rilascio=draw(st.dates(date(2022, 1, 1), date(2023, 12, 31))),
    )
    domanda = Domanda(
        "A-1",
        draw(days),
        draw(st.text("0123456789/", min_size=1)),
        Fatti({"canone_pagato": draw(st.booleans())}),
        Nucleo(rows, len(rows)),
        isee,
        Assegnazione(draw(days), draw(days), "accesso"),
    )
    return evolve(domanda, fatti=fatti_di(domanda, on=ON))


@st.composite
def less_known(draw: st.DrawFn, whole: object) -> object:
    """The same thing with some of its parts, or parts of parts, not known."""
    match whole:
        case Domanda():
            names = ("presentata", "protocollo", "nucleo", "isee", "assegnazione", "fatti")
        case Nucleo():
            names = ("componenti", "numero")
        case AttestazioneIsee():
            names = ("isp", "scala", "tipo")
        case Assegnazione():
            names = ("data_assegnazione", "data_contratto", "area")
        case Componente():
            names = ("ruolo", "data_nascita", "eta", "altri")
        case tuple():
            return tuple(draw(less_known(part)) for part in whole)
        case Fatti():
            # The members stand in `nucleo`: two lists that tell different things are a fault.
            return Fatti(dict(part for part in whole.valori.items() if draw(st.booleans())))
        case _:
            return whole if draw(st.booleans()) else _nothing(whole)
    return evolve(whole, **{name: draw(_part(getattr(whole, name))) for name in names})


def _nothing(part: object) -> object:
    if isinstance(part, Fatti):
        return Fatti()
    return {} if isinstance(part, Mapping) else None


def _part(part: object) -> st.SearchStrategy[object]:
    return st.one_of(st.just(_nothing(part)), less_known(part))


def within(less: Fatti, more: Fatti) -> bool:
    """Whether every fact of `less` is also in `more`, with the same value."""
    if not _inside(less.valori, more.valori):
        return False
    if less.membri is None:
        return True
    return more.membri is not None and all(
        _inside(one, other) for one, other in zip(less.membri, more.membri, strict=True)
    )


def _inside(less: Mapping[str, object], more: Mapping[str, object]) -> bool:
    return all(name in more and more[name] == value for name, value in less.items())


@given(st.data())
def test_no_fact_is_invented(data: st.DataObject) -> None:
    """Every fact of an application is a fact of the same application known in full."""
    whole = data.draw(applications())
    partial = data.draw(less_known(whole))

    assert within(fatti_di(partial, on=ON), fatti_di(whole, on=ON))


@given(st.data())
def test_learning_a_part_only_adds_facts(data: st.DataObject) -> None:
    """Of two applications of which one knows more, it has all the facts of the other."""
    more = data.draw(less_known(data.draw(applications())))
    less = data.draw(less_known(more))

    assert within(fatti_di(less, on=ON), fatti_di(more, on=ON))


@given(applications())
def test_every_fact_comes_from_its_part(whole: Domanda) -> None:
    """Without a part its facts are not known; those of the other parts are."""
    alone = evolve(whole, fatti=Fatti())
    full = set(fatti_di(alone, on=ON).valori)
    parts = {
        "presentata": {"data_domanda"},
        "protocollo": {"protocollo"},
        "nucleo": {"componenti"},
        "isee": {"isee", "isp", "scala_equivalenza", "isee_tipo"} & full,
        "assegnazione": {"data_assegnazione", "data_contratto", "area"},
    }

    assert full == set().union(*parts.values())
    for part, names in parts.items():
        without = evolve(alone, **{part: None})
        assert full - names == set(fatti_di(without, on=ON).valori)


@given(applications())
def test_asking_twice_changes_nothing(whole: Domanda) -> None:
    """The facts of an application, stated again among its facts, are the same facts."""
    once = fatti_di(whole, on=ON)

    assert once == fatti_di(evolve(whole, fatti=once), on=ON)
    assert once == fatti_di(Domanda("A-1", fatti=once), on=ON)
