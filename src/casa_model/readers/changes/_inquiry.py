"""One household to find changes for: where it stands, what is wanted, how many steps are left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, cast

from attrs import define, field

from casa_model.readers.changes._cambiamenti import Cambiamento, DatoCambiato, NonDeciso
from casa_model.readers.changes._passi import Passi
from casa_model.readers.changes._scopi import met
from casa_model.readers.changes._tempo import verdict_on
from casa_model.readers.ranges import (
    EITHER,
    FALSE,
    NEVER,
    NO_TEXT,
    NONE,
    TRUE,
    Absent,
    Cell,
    Exhausted,
    Found,
    Goal,
    Outcome,
    Place,
    Ranges,
    Region,
    anything,
    away,
    nearest,
    value_of,
)
from casa_model.rules.esito import Verdict
from casa_model.rules.facts import Cambia, Fatti, Value
from casa_model.rules.names import COMPONENTI, DATA_REQUISITI

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casa_model.readers.ranges import Span

DAY: Final = Place(DATA_REQUISITI)
"""The place of what time moves."""

SPAN: Final = 3
"""How long a span is, and texts are not."""

_UNKNOWN: Final = (NONE, NEVER, NO_TEXT)


@define
class Inquiry:
    """A household under one law, whose last day is `last`.

    `goals` are what is wanted, the least first: each is worth more than those before it. `passi`
    are those of all searches for it. With `codice` only that requirement is asked about.
    """

    reader: Ranges
    fatti: Fatti
    verdict: Verdict
    goals: tuple[Goal, ...]
    last: date
    passi: Passi
    codice: str | None = None
    region: Region = field(init=False)
    failing: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.region = self.reader.point(self.fatti)
        answer = self.reader.answer(self.region)
        asked = self.reader.lowered.asked
        self.failing = frozenset(
            each.requisito.codice
            for each, mask in zip(asked, answer.requisiti, strict=True)
            if mask == FALSE and self.codice in {None, each.requisito.codice}
        )

    def under(self, reader: Ranges, last: date, fatti: Fatti | None = None) -> Inquiry:
        """The same household, or with other facts, under another law."""
        goals = self.goals if self.codice is None else (met(reader.lowered, self.codice),)
        known = self.fatti if fatti is None else fatti
        return Inquiry(reader, known, self.verdict, goals, last, self.passi, self.codice)

    def about(self, codice: str) -> Inquiry:
        """The same household and law, asked about one requirement alone."""
        goals = (met(self.reader.lowered, codice),)
        return Inquiry(self.reader, self.fatti, self.verdict, goals, self.last, self.passi, codice)

    def places(self) -> list[Place]:
        """The facts that can be changed: those that are known, in order of declaration."""
        order = {fatto.nome: at for at, fatto in enumerate(self.reader.misura.fatti)}
        known = [
            place
            for place in self.reader.places(self.region)
            if self.reader.cell(self.region, place) not in _UNKNOWN and not self.excluded(place)
        ]
        return sorted(known, key=lambda place: (order[place.nome], place.membro or 0))

    def excluded(self, place: Place) -> bool:
        """How many the members are is no fact by itself where each of them is listed."""
        return place.nome == COMPONENTI and self.fatti.membri is not None

    def left_out(self) -> tuple[str, ...]:
        """The names of the facts that are not changed alone, and that might help if they were."""
        read = self.reader.places(self.region)
        return tuple(p.nome for p in read if self.excluded(p) and self._might_help(p))

    def owed(self) -> tuple[str, ...]:
        """What is owed that would help if it were more, or done if it were not: never proposed.

        By name. One of which the steps were not enough to tell is among them.
        """
        read = [place for place in self.places() if self._due(place) is not None]
        return tuple(dict.fromkeys(p.nome for p in read if self._more_helps(p)))

    def _might_help(self, place: Place) -> bool:
        some = self.reader.put(self.region, {place: anything(self.reader.fatto(place).tipo)})
        return self.goals[0](self.reader.answer(some)) is not False

    def _more_helps(self, place: Place) -> bool:
        more = self._more(place)
        if more is None:
            return False
        found = self.seek(self.region, {place: more}, self.goals[0])
        return not isinstance(found, Absent)

    def _more(self, place: Place) -> Cell | None:
        """All that is more than what is owed, or that it is not done; None when nothing is."""
        now = self.reader.cell(self.region, place)
        if isinstance(now, int):
            return EITHER ^ now if now == self._due(place) else None
        owed, most = cast("Span", now)[1], cast("Span", self.reader.whole(self.region, place))[1]
        return (owed + 1, most, False) if owed < most else None

    def _due(self, place: Place) -> int | None:
        """What is best of a duty as a truth: nothing owed, all done; None of any other fact."""
        fatto = self.reader.fatto(place)
        if fatto.obbligo:
            return FALSE
        return TRUE if fatto.adempimento else None

    def cambia(self, place: Place) -> Cambia:
        """Who or what can change what stands at a place."""
        return Cambia.TEMPO if place == DAY else self.reader.fatto(place).cambia

    def allowed(self, place: Place) -> Cell:
        """What may stand at a place: time moves numbers and days forward only.

        An obligation is only ever made less, and what is done stays done: no debt is run up and no
        rent is left unpaid for the sake of a contribution.
        """
        now = self.reader.cell(self.region, place)
        if place == DAY:
            return (cast("Span", now)[0], self.last.toordinal(), False)
        whole = self.reader.whole(self.region, place)
        due = self._due(place)
        if due is not None:
            if isinstance(now, int):
                return now | due
            return (cast("Span", whole)[0], cast("Span", now)[1], False)
        if self.cambia(place) is Cambia.TEMPO and not isinstance(now, int) and len(now) == SPAN:
            return (now[0], cast("Span", whole)[1], False)
        return whole

    def nearest(self, *places: Place) -> Region | None:
        """The household after the nearest change of these places that meets the best goal.

        That is, the best that any change of them meets. One that already meets the next goal is the
        nearest that does: who meets it meets this one.
        """
        if not self._may_help(places):
            return None
        cells = {place: self.allowed(place) for place in places}
        best: Region | None = None
        for goal in self.goals:
            if best is None or not goal(self.reader.answer(best)):
                found = self.search(self.region, cells, goal)
                if found is None:
                    break
                best = found
        return best

    def hopeless(self, places: Iterable[Place]) -> bool:
        """Whether not even all of these places together could meet a goal."""
        whole = self.reader.put(self.region, {place: self.allowed(place) for place in places})
        return self.goals[0](self.reader.answer(whole)) is False

    def _may_help(self, places: Iterable[Place]) -> bool:
        """Whether every requirement that is false reads one of these places."""
        return self.failing <= frozenset().union(*map(self.reader.touched, places))

    def search(self, origin: Region, cells: Mapping[Place, Cell], goal: Goal) -> Region | None:
        """The household nearest to one, with these cells, that meets a goal.

        None when there is none, or when the steps were not enough: that is kept as undecided.
        """
        found = self.seek(origin, cells, goal)
        if isinstance(found, Exhausted):
            left = NonDeciso(tuple(place.nome for place in cells), self.codice)
            self.passi.undecided.append(left)
        return found.region if isinstance(found, Found) else None

    def seek(self, origin: Region, cells: Mapping[Place, Cell], goal: Goal) -> Outcome:
        """The same, with what came of it; the steps are spent, and nothing is kept."""
        found = nearest(self.reader, origin, cells, goal, steps=self.passi.allowed)
        self.passi.spend(found.steps)
        return found

    def change(self, region: Region, places: tuple[Place, ...]) -> Cambiamento:
        """The change to another household, as `evaluate` sees it: nothing else is ever told."""
        fatti = self.reader.household(region, self.fatti)
        giorno = date.fromordinal(region.giorno[0])
        verdict = verdict_on(self.reader.misura, fatti, giorno, on=self.reader.on)
        held = {finding.codice: finding.esito for finding in verdict.findings}
        return Cambiamento(
            tuple(self._datum(region, place) for place in places if place != DAY),
            verdict,
            tuple(
                finding.codice
                for finding in self.verdict.findings
                if finding.esito is False and held.get(finding.codice) is not False
            ),
            giorno if DAY in places else None,
        )

    def _datum(self, region: Region, place: Place) -> DatoCambiato:
        fatto = self.reader.fatto(place)
        cells = self.reader.cell(self.region, place), self.reader.cell(region, place)
        now, then = (cast("Value", value_of(fatto.tipo, cell)) for cell in cells)
        return DatoCambiato(fatto, place.membro, now, then, away(*cells))
