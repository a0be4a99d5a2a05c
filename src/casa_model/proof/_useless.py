"""Is a household asked for a fact that cannot matter to it?

One solver looks for a household for which the fact is missing; another for two completions of that
household which differ in the fact alone and have not the same answer. Where there are such, the
first solver learns them: from then on the household completed in the same way must have the same
answer for both values. Where there are none, the household is asked in vain.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from attrs import define, evolve, field

from casa_model.proof import _days as days
from casa_model.proof._cells import Cell, Number
from casa_model.proof._completed import Completed, completed
from casa_model.proof._confirm import law_of, unconfirmed
from casa_model.proof._enough import LEAST, enough
from casa_model.proof._household import Household
from casa_model.proof._periods import periods
from casa_model.proof._shrink import extreme
from casa_model.proof._terms import at_most, both, either, no, same
from casa_model.proof._unlike import unlike
from casa_model.proof._world import Limiti, World
from casa_model.proof._z3 import Context
from casa_model.readers.evaluate import evaluate
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.names import COMPONENTI
from casa_model.rules.quesiti import (
    Confini,
    Dimostrazione,
    Esempio,
    Giorni,
    Inutile,
    Perche,
    Risposta,
    check_names,
)
from casa_model.rules.types import NumberType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import TypeAlias

    from casa_model.proof._answer import Answer
    from casa_model.rules.esito import Verdict
    from casa_model.rules.lowered import Reg
    from casa_model.rules.misura import Misura

    Cells: TypeAlias = Mapping[Reg, Cell]

ROUNDS = 200
"""How often a household is looked for before nobody knows."""

SMALL = (1, 2)
"""The members of the households that are looked at first, where a rule counts to many."""


def useless(quesito: Inutile, limiti: Limiti) -> Dimostrazione:
    """The answer: yes with a household that is asked in vain, or no, or not known."""
    check_names(quesito)
    giorni = periods(quesito.contesto)
    unread = quesito.contesto.non_letti
    membri: int | None = None
    perche: Perche | None = None
    asked = False
    context = Context()
    for some in giorni:
        few = _small(quesito, some, limiti, context)
        if few is not None:
            confini = Confini(enough(limiti, quesito.contesto.misure).membri, giorni, unread)
            return Dimostrazione(quesito, Risposta.SI, confini, (few,))
        search = Search(quesito, some, limiti, context)
        found = search.run()
        asked = asked or search.asked
        membri = search.membri or membri
        if isinstance(found, Esempio):
            confini = Confini(membri, giorni, unread)
            return Dimostrazione(quesito, Risposta.SI, confini, (found,))
        perche = found or perche
    confini = Confini(membri, giorni, unread)
    if perche is not None:
        return Dimostrazione(quesito, Risposta.NON_SO, confini, perche=perche)
    return Dimostrazione(quesito, Risposta.NO, confini, mai_chiesto=not asked)


def _small(quesito: Inutile, giorni: Giorni, limiti: Limiti, context: Context) -> Esempio | None:
    """A small household that is asked in vain for a fact of its members, where they may be many.

    Its members are listed: whoever completes it adds none, and it shows the answer whatever the
    most members are. To look at thirty at once takes a hundred times as long.
    """
    (misura, *_) = quesito.contesto.misure
    of_members = any(fatto.nome == quesito.fatto and fatto.membro for fatto in misura.fatti)
    if not of_members or (enough(limiti, (misura,)).membri or 0) <= LEAST:
        return None
    for size in SMALL:
        few = evolve(limiti, membri=size)
        found = Search(quesito, giorni, few, context, listed=True).run()
        if isinstance(found, Esempio):
            return found
    return None


@define
class Search:
    """The two solvers of a question, on days of one law; `asked` once somebody is asked at all.

    With `listed` only households are looked at whose members are known.
    """

    quesito: Inutile
    giorni: Giorni
    limiti: Limiti
    context: Context = field(repr=False)
    membri: int | None = None
    asked: bool = False
    listed: bool = field(default=False, kw_only=True)
    _outer: World = field(init=False)
    _inner: World = field(init=False)
    _twin: Household = field(init=False)
    _learnt: list[tuple[Fatti, Fatti]] = field(factory=list)

    def run(self) -> Esempio | Perche | None:
        """A household asked in vain; None when there is none; else why nobody knows."""
        self._outer = World((self._misura,), self.giorni, self.limiti, self.context)
        household = self._outer.household
        asked = self._answer(self._outer).mancano().get(self.quesito.fatto, False)
        if asked is False:
            return None
        if household.asked_members:
            self.membri = household.slots
            if self.quesito.fatto == COMPONENTI:
                return Perche.LEGATO
            self._few_members(household)
        household.close()
        if self.listed:
            self._outer.solver.add(household.listed)
        self._outer.solver.add(asked)
        self._open_inner()
        return self._rounds()

    @property
    def _misura(self) -> Misura:
        return self.quesito.contesto.misure[0]

    def _answer(
        self, world: World, household: Household | None = None, like: Cells | None = None
    ) -> Answer:
        """What the measure answers about a household, by the law that the question says."""
        law = self.quesito.contesto.versioni[0].al
        return world.answer(self._misura, on=law, household=household, like=like)

    def _rounds(self) -> Esempio | Perche | None:
        outer = self._outer
        for _ in range(ROUNDS):
            found = outer.solver.solve()
            if found is not True:
                return None if found is False else _why(outer)
            self.asked = True
            fatti, on = outer.household.fatti(), outer.day()
            differ = self._differ(fatti, on)
            if differ is None:
                return _why(self._inner)
            if differ is False:
                return self._shown(fatti, on)
            self._learn(*differ)
        return Perche.TEMPO

    def _few_members(self, household: Household) -> None:
        """A stated number of members is within the bound, as the list is."""
        cell = household.cell_of((COMPONENTI, None))
        tipo = household.vocabulary.household.get(COMPONENTI)
        if isinstance(cell, Number) and isinstance(tipo, NumberType):
            most = household.slots * 10**tipo.scale
            self._outer.solver.add(either(no(cell.known), at_most(cell.value, most)))

    def _open_inner(self) -> None:
        """Two whole households that differ in the fact alone, and their answers too."""
        inner = World((self._misura,), self.giorni, self.limiti, self.context)
        self._inner = inner
        one = self._answer(inner)
        self._twin = inner.household.twin(self.quesito.fatto)
        like = one.encoder.without(self.quesito.fatto)
        other = self._answer(inner, self._twin, like)
        for household in (inner.household, self._twin):
            household.close()
            for cell in household.cells.values():
                inner.solver.add(cell.known)
        if inner.household.asked_members:
            inner.solver.add(inner.household.listed)
        inner.solver.add(unlike(one, other))

    def _differ(self, fatti: Fatti, on: date) -> tuple[Fatti, Fatti] | Literal[False] | None:
        """Two completions of a household with two answers; False when there are none."""
        solver = self._inner.solver
        solver.push()
        solver.add(both(*self._inner.household.known_of(fatti), *self._twin.known_of(fatti)))
        if self._inner.free_day is not None:
            solver.add(same(days.order(self._inner.free_day), days.order_of(on)))
        found = solver.solve()
        pair = self._extreme(fatti) if found else None
        solver.pop()
        return False if found is False else pair

    def _extreme(self, fatti: Fatti) -> tuple[Fatti, Fatti]:
        """The two as far out as may be, where `fatti` leaves it open: it teaches of the most."""
        extreme(self._inner.household, self._twin, fatti)
        return self._inner.household.fatti(), self._twin.fatti()

    def _learn(self, one: Fatti, other: Fatti) -> None:
        """From here on a household completed so has one answer for both values."""
        self._learnt.append((one, other))
        outer = self._outer
        whole, twin = (Completed.of(outer.household, lent) for lent in (one, other))
        first = self._answer(outer, whole)
        like = first.encoder.without(self.quesito.fatto)
        second = self._answer(outer, twin, like)
        outer.solver.add(no(unlike(first, second)))

    def _shown(self, fatti: Fatti, on: date) -> Esempio:
        """The household, with as few facts as may be, once the reference agrees."""
        fatti = self._shrunk(fatti, on)
        verdict = self._asked(fatti, on)
        if self.quesito.fatto not in verdict.mancano:
            raise unconfirmed()
        types = self._outer.household.vocabulary.member
        for pair in self._learnt:
            answers = [_answer(self._asked(completed(fatti, lent, types), on)) for lent in pair]
            if answers[0] != answers[1]:
                raise unconfirmed()
        return Esempio(fatti, on, (verdict,))

    def _shrunk(self, fatti: Fatti, on: date) -> Fatti:
        """A household that is still asked in vain, and of which less is known."""
        again = True
        while again:
            again = False
            for fewer in _fewer(fatti):
                if self.listed and fewer.membri is None:
                    continue
                asked = self.quesito.fatto in self._asked(fewer, on).mancano
                if asked and self._differ(fewer, on) is False:
                    fatti, again = fewer, True
                    break
        return fatti

    def _asked(self, fatti: Fatti, on: date) -> Verdict:
        versione = self.quesito.contesto.versioni[0]
        return evaluate(versione.misura, fatti, on=law_of(versione, on))


def _fewer(fatti: Fatti) -> Iterator[Fatti]:
    """The same household without its list of members, one of them, or one of its facts.

    Members of whom less is known are the first to go; the others count as many as there are.
    """
    rows = fatti.membri or ()
    if fatti.membri is not None:
        yield Fatti(fatti.valori)
    stated = isinstance(fatti.valori.get(COMPONENTI), Decimal)
    counted = {COMPONENTI: Decimal(len(rows) - 1)} if stated else {}
    for at in sorted(range(len(rows)), key=lambda each: len(rows[each])) if rows[1:] else ():
        yield Fatti({**fatti.valori, **counted}, (*rows[:at], *rows[at + 1 :]))
    for nome in fatti.valori:
        if nome == COMPONENTI and fatti.membri is not None:
            continue  # the list says it
        yield Fatti({n: v for n, v in fatti.valori.items() if n != nome}, fatti.membri)
    for at, row in enumerate(rows):
        for nome in row:
            less = {n: v for n, v in row.items() if n != nome}
            yield Fatti(fatti.valori, [less if each == at else r for each, r in enumerate(rows)])


def _why(world: World) -> Perche:
    return Perche.PRODOTTO if world.solver.gave_up else Perche.TEMPO


def _answer(verdict: Verdict) -> object:
    """What of a verdict a fact may matter to."""
    if verdict.esito is Esito.NON_AMMESSO:
        return verdict.esito
    paid = tuple((voce.codice, voce.spesa, voce.importo) for voce in verdict.voci)
    return verdict.esito, verdict.importo, paid, verdict.chiavi, verdict.riserve
