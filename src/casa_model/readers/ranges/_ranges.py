"""A measure on a day, ready to be asked about many households at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import evolve, field, frozen

from casa_model.readers.admit import admit
from casa_model.readers.environment import days_of
from casa_model.readers.ranges._answer import Answer, Told
from casa_model.readers.ranges._cells import Cell, Span, anything, exactly, value_of
from casa_model.readers.ranges._codes import Together, others
from casa_model.readers.ranges._cuts import Cut, cuts_of
from casa_model.readers.ranges._ops import DAY, MEMBERS, Cells, Operation
from casa_model.readers.ranges._region import Place, Region
from casa_model.rules.facts import Fatti, Fatto, Value
from casa_model.rules.lowered import Fold, Lowered, Reg, operands
from casa_model.rules.lowered import steps as s
from casa_model.rules.misura import Misura
from casa_model.rules.names import COMPONENTI, DATA_REQUISITI
from casa_model.rules.types import CodeType, DateType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

APART: Final = 9000
"""A year that no rule can write: days of a notice are put there to be told from days of the law."""


@frozen(eq=False)
class Ranges:
    """A measure on a day, to be asked what it may answer over a region of households.

    `places` are the facts of the household that it reads, and `member_places` those of a member,
    in the order of their slots. Nothing is drawn and nothing is sampled: each step of the lowered
    rule is taken once over cells.
    """

    misura: Misura
    on: date
    lowered: Lowered = field(repr=False)
    _run: tuple[tuple[Reg, Operation], ...] = field(repr=False)
    _made_of: Told = field(repr=False)
    _codes: Together = field(repr=False)
    _cones: dict[frozenset[Reg], tuple[tuple[Reg, Operation], ...]] = field(
        repr=False, factory=dict
    )
    _loads: dict[Place, tuple[Reg, ...]] = field(repr=False, factory=dict)
    _cuts: dict[Place, tuple[Cut, ...]] = field(repr=False, factory=dict)
    _touched: dict[tuple[Reg, ...], frozenset[str]] = field(repr=False, factory=dict)

    def point(self, fatti: Fatti) -> Region:
        """The region of one household. Raises `InvalidFacts` as `evaluate` does."""
        admit(self.misura, fatti)
        rows = fatti.membri
        day = days_of(self.misura, self.on)[DATA_REQUISITI]
        return Region(
            _row(self.lowered.fatti, fatti.valori),
            None if rows is None else tuple(_row(self.lowered.membri, row) for row in rows),
            cast("Span", exactly(DateType(), day)),
        )

    def places(self, region: Region) -> tuple[Place, ...]:
        """Every fact that the rule reads, of the household and of each member of a region."""
        of_members = (
            Place(fatto.nome, at)
            for at in range(len(region.membri or ()))
            for fatto in self.lowered.membri
        )
        return (*(Place(fatto.nome) for fatto in self.lowered.fatti), *of_members)

    def fatto(self, place: Place) -> Fatto:
        """The declaration of the fact at a place."""
        some = self.lowered.fatti if place.membro is None else self.lowered.membri
        return next(fatto for fatto in some if fatto.nome == place.nome)

    def whole(self, region: Region, place: Place) -> Cell:
        """Everything that may stand at a place of a region.

        Where the members are known, `componenti` is how many they are. Of a code there may be what
        the rule compares it with, what stands at other places, and codes that are none of these,
        one for each place of a code: any other code answers as one of them.
        """
        if place.nome == DATA_REQUISITI:
            return anything(DateType())
        tipo = self.fatto(place).tipo
        if place.nome == COMPONENTI and place.membro is None and region.membri is not None:
            return exactly(tipo, Decimal(len(region.membri)))
        if not isinstance(tipo, CodeType):
            return anything(tipo)
        coded = [p for p in self.places(region) if isinstance(self.fatto(p).tipo, CodeType)]
        here = [text for each in coded for text in cast("Any", self.cell(region, each))[0]]
        named = tuple(dict.fromkeys((*self._codes.of(self.loads(place)[0]), *here)))
        return anything(tipo, (*named, *others(named, len(coded))))

    def cell(self, region: Region, place: Place) -> Cell:
        """What stands at a place of a region."""
        if place.nome == DATA_REQUISITI:
            return region.giorno
        slot = self.slot(place)
        return (
            region.fatti[slot]
            if place.membro is None
            else (region.membri or ())[place.membro][slot]
        )

    def put(self, region: Region, cells: Mapping[Place, Cell]) -> Region:
        """The region with other cells at some places."""
        for place, cell in cells.items():
            if place.nome == DATA_REQUISITI:
                region = evolve(region, giorno=cast("Span", cell))
            elif place.membro is None:
                region = region.with_fatti({self.slot(place): cell})
            else:
                region = region.with_membro(place.membro, {self.slot(place): cell})
        return region

    def household(self, region: Region, base: Fatti) -> Fatti:
        """The household of a region of one; what the rule does not read of it is that of `base`."""
        rows = base.membri or ({},) * len(region.membri or ())
        return Fatti(
            _values(self.lowered.fatti, region.fatti, base.valori),
            None
            if region.membri is None
            else [
                _values(self.lowered.membri, cells, row)
                for cells, row in zip(region.membri, rows, strict=True)
            ],
        )

    def answer(self, region: Region) -> Answer:
        """What the rule may answer over a region."""
        return self.told(self.cells(region))

    def touched(self, place: Place) -> frozenset[str]:
        """The codes of the requirements that read what stands at a place."""
        loads = self.loads(place)
        if loads not in self._touched:
            moved = {*loads, *(reg for reg, _ in self.cone(loads))}
            asked = (each for each in self.lowered.asked if each.whole in moved)
            self._touched[loads] = frozenset(each.requisito.codice for each in asked)
        return self._touched[loads]

    def told(self, v: Cells) -> Answer:
        """The answer, from the cells of all registers."""
        return self._made_of.answer(v)

    def slot(self, place: Place) -> int:
        """The place of a fact in its row."""
        some = self.lowered.fatti if place.membro is None else self.lowered.membri
        return next(slot for slot, fatto in enumerate(some) if fatto.nome == place.nome)

    def cells(self, region: Region) -> Cells:
        """The cells of all registers over a region."""
        v: Cells = [None] * (len(self.lowered.steps) + 2)
        v[DAY] = region.giorno
        v[MEMBERS] = None if region.membri is None else [list(row) for row in region.membri]
        for reg, step in enumerate(self.lowered.steps):
            if isinstance(step, s.LoadFact):
                v[reg] = region.fatti[step.slot]
        for reg, of in self._run:
            v[reg] = of(v)
        return v

    def loads(self, place: Place) -> tuple[Reg, ...]:
        """The registers that are given by a place."""
        if place not in self._loads:
            self._loads[place] = tuple(self._given(place))
        return self._loads[place]

    def _given(self, place: Place) -> Iterator[Reg]:
        steps = enumerate(self.lowered.steps)
        if place.nome == DATA_REQUISITI:
            yield from (reg for reg, step in steps if _of_the_day(step))
            return
        kind, slot = s.LoadFact if place.membro is None else s.LoadMember, self.slot(place)
        yield from (reg for reg, step in steps if isinstance(step, kind) and step.slot == slot)

    def cuts(self, place: Place) -> tuple[Cut, ...]:
        """The comparisons with a fact that may tell where its values are best cut in two."""
        if place not in self._cuts:
            day = place.nome == DATA_REQUISITI
            self._cuts[place] = () if day else cuts_of(self.lowered, self.loads(place))
        return self._cuts[place]

    def cone(self, loads: Iterable[Reg]) -> tuple[tuple[Reg, Operation], ...]:
        """The operations to take again when some registers have other cells."""
        wanted = frozenset(loads)
        if wanted not in self._cones:
            moved = set(wanted)
            for reg, step in enumerate(self.lowered.steps):
                if not moved.isdisjoint(_needs(self.lowered, step)):
                    moved.add(reg)
            self._cones[wanted] = tuple((reg, of) for reg, of in self._run if reg in moved)
        return self._cones[wanted]


def _needs(lowered: Lowered, step: s.Step) -> Iterable[Reg]:
    """The registers that a step reads, those of the members of a fold among them."""
    if not isinstance(step, Fold):
        return operands(step)
    inner = (arg for each in step.body for arg in operands(lowered.steps[each]))
    return (*step.body, *inner, step.cond, *(() if step.value is None else (step.value,)))


def _of_the_day(step: s.Step) -> bool:
    match step:
        case s.Requisites() | s.StartBefore():
            return True
        case s.ConstDay(value=day):
            return day.year >= APART
        case _:
            return False


def _row(read: Sequence[Fatto], row: Mapping[str, Value]) -> tuple[Cell, ...]:
    return tuple(exactly(fatto.tipo, row.get(fatto.nome)) for fatto in read)


def _values(
    read: Sequence[Fatto], cells: Sequence[Cell], base: Mapping[str, Value]
) -> dict[str, Value]:
    found = dict(base)
    for fatto, cell in zip(read, cells, strict=True):
        value = value_of(fatto.tipo, cell)
        found.pop(fatto.nome, None)
        if value is not None:
            found[fatto.nome] = value
    return found
