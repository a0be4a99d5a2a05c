"""Random measures whose facts have few values, so that every household can be tried."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from casa_model.readers.compiled import compiled
from casa_model.readers.ranges import Place, ranges, value_of
from casa_model.rules import tree as t
from casa_model.rules.facts import Cambia, Fatti, Fatto
from casa_model.rules.misura import Requisito
from casa_model.rules.types import BoolType, DateType, NumberType, Type
from casa_model.testing._households import Question, households
from casa_model.testing._measures import BARE, measures
from casa_model.testing._vocabulary import ASKED, FONTE, testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

FEW = 3
"""How many units a number or a day may be above its least."""


@st.composite
def narrow_questions(draw: st.DrawFn) -> Question:
    """A measure with few values a fact, a household of few members, a day."""
    misura = draw(measures())
    fatti = tuple(_narrow(draw, fatto) for fatto in misura.fatti)
    misura = evolve(misura, fatti=fatti)
    fixed = misura.calendario
    on = draw(st.sampled_from(ASKED)) if fixed is None else fixed.giorno_norma
    found = draw(households(misura, known=draw(st.sampled_from((0, 9)))))
    return Question(misura, Fatti(found.valori, found.membri and found.membri[:1]), on)


def _narrow(draw: st.DrawFn, fatto: Fatto) -> Fatto:
    tipo = fatto.tipo if fatto.nome == "componenti" else _few(draw, fatto.tipo)
    if fatto.nome == "componenti":
        tipo = NumberType(0, euro=False, lo=1, hi=1)
    return evolve(fatto, tipo=tipo, cambia=draw(st.sampled_from([*Cambia])))


def _few(draw: st.DrawFn, tipo: Type) -> Type:
    match tipo:
        case NumberType(lo=lo, hi=hi):
            least = draw(st.integers(lo, min(hi - FEW, lo + 2000)))
            return evolve(tipo, lo=least, hi=least + FEW)
        case DateType(lo=first):
            day = max(first, date(2019, 12, 30)) + timedelta(days=draw(st.integers(0, 40)))
            return DateType(day, day + timedelta(days=FEW))
        case _:
            return tipo


NUMBERS = ("a", "b", "c")
MOST = 4
"""The greatest of the numbers of a small measure; the least is 0."""


@st.composite
def small_questions(draw: st.DrawFn) -> Question:
    """A measure with two requirements over a few small facts, and a household that knows them all.

    More often than of measures at large two facts must change for it to be admitted.
    """
    number = NumberType(0, euro=False, lo=0, hi=MOST)
    who = st.sampled_from((Cambia.PERSONA, Cambia.TEMPO, Cambia.PERSONA, Cambia.NESSUNO))
    fatti = [Fatto(nome, number, testo(nome), cambia=draw(who)) for nome in NUMBERS]
    fatti.append(Fatto("si", BoolType(), testo("si"), cambia=draw(who)))
    some = [draw(_conditions(names)) for names in (NUMBERS[:1], NUMBERS[1:])]
    misura = evolve(
        BARE,
        fatti=tuple(fatti),
        requisiti=tuple(
            Requisito(f"r{at}", testo(f"r{at}"), FONTE, each) for at, each in enumerate(some)
        ),
    )
    valori: dict[str, Value] = {n: Decimal(draw(st.integers(0, MOST))) for n in NUMBERS}
    return Question(misura, Fatti({**valori, "si": draw(st.booleans())}), ASKED[0])


def _conditions(names: tuple[str, ...]) -> st.SearchStrategy[t.Expr]:
    fact = st.sampled_from(names).map(t.Fact)
    pairs = st.builds(t.Add, fact, fact) | st.builds(t.Mul, fact, fact)
    limit = st.integers(0, 2 * MOST).map(t.Number)
    equal: t.Op = "=="
    ops: st.SearchStrategy[t.Op] = st.sampled_from(("<", ">=", "==", "!="))
    tight = st.builds(t.Compare, st.just(equal), fact | pairs, limit)
    leaf = st.builds(t.Compare, ops, fact | pairs, limit) | tight | st.just(t.Fact("si"))
    many = st.lists(leaf, min_size=2, max_size=2).map(tuple)
    return leaf | st.builds(t.And, many) | st.builds(t.Or, many) | st.builds(t.Not, leaf)


class EveryOne:
    """Every household that differs from one at some places, and what is answered about it."""

    def __init__(self, misura: Misura, fatti: Fatti, on: date) -> None:
        """Of a measure on a day."""
        self.fatti = fatti
        self.reader = ranges(misura, on=on)
        self.region = self.reader.point(fatti)
        self._fast = compiled(misura, on=on)

    def values(self, place: Place, *, forward: bool) -> list[Value]:
        """What may stand at a place; with `forward` no number or day before what stands there."""
        whole: Any = self.reader.whole(self.region, place)
        now: Any = self.reader.cell(self.region, place)
        tipo = self.reader.fatto(place).tipo
        if isinstance(whole, int):
            return [True, False]
        if len(whole) == 2:
            return list(whole[0])
        units = range(now[0] if forward else whole[0], whole[1] + 1)
        found = [value_of(tipo, (unit, unit, False)) for unit in units]
        return [value for value in found if value is not None]

    def tried(self, *places: Place, forward: frozenset[Place]) -> Iterator[tuple[int, int, int]]:
        """For each: how far it is, its outcome (a place in `ESITI`), its amount in cents or -1."""
        for each in product(*(self.values(p, forward=p in forward) for p in places)):
            values = dict(zip(places, each, strict=True))
            bits = self._fast.bits(self._fast.prepare(self.put(values)))
            far = sum(self.far(place, value) for place, value in values.items())
            yield far, bits[0], -1 if bits[1] is None else bits[1]

    def put(self, values: Mapping[Place, Value]) -> Fatti:
        """The household with other values at some places."""
        valori, rows = dict(self.fatti.valori), [dict(row) for row in self.fatti.membri or ()]
        for place, value in values.items():
            (valori if place.membro is None else rows[place.membro])[place.nome] = value
        return Fatti(valori, rows or None)

    def far(self, place: Place, value: Value) -> int:
        """How far a value is from the one that stands at a place."""
        row = self.fatti.valori if place.membro is None else (self.fatti.membri or ())[place.membro]
        now = row[place.nome]
        match now, value:
            case ((bool() | str()), _):
                return int(now != value)
            case date(), date():
                return abs((now - value).days)
            case _:
                cells = (self.reader.cell(self.region, place), value)
                return abs(_units(self.reader.fatto(place).tipo, cells[1]) - cells[0][0])  # type: ignore[index,operator,return-value]  # numbers


def _units(tipo: Any, value: Any) -> int:  # noqa: ANN401 - a number of either kind
    return value.cents if tipo.euro else int(value.scaleb(tipo.scale))
