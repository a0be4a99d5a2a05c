"""The interview: questions one at a time, the one that can still decide most first."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.errors import InvalidFacts
from casa_model.readers.admit import admit
from casa_model.readers.environment import check_day, check_law
from casa_model.readers.findings import in_order
from casa_model.readers.needs._choice import choose
from casa_model.readers.needs._members import place_of
from casa_model.readers.needs._question import Question, Status
from casa_model.readers.needs._state import State, state_of
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti, Fatto, Value
from casa_model.rules.names import COMPONENTI, MEMBRI
from casa_model.rules.reach import in_force, names_among, of_members, reached
from casa_model.rules.types import MAX_MEMBERS, NumberType
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.rules.misura import Misura

QUANTI: Final = Fatto(
    MEMBRI,
    NumberType(0, euro=False, lo=1, hi=MAX_MEMBERS),
    Testo(it="numero dei componenti del nucleo", en="number of members of the household"),
)
"""How many members there are, where a measure asks of them and has no fact `componenti`."""


class Interview:
    """The questions that a measure still has about a household, one at a time.

    An iterator: `next` gives a question, `answer` receives its answer. A question that is passed
    over has the answer "not known". It ends when nothing that can be asked would change the
    outcome; `status` and `fatti` tell how things stand at any time. An interview may be copied
    (`copy.copy`), to try an answer.

    What is promised, and tested over random measures and households:

    - only facts are asked that `evaluate` would call missing; nothing after a requirement is
      false, and nothing of a branch or a row of a table that is not reached;
    - a yes or no, or a choice, of which every value gives the same answer whatever the other
      facts are, as far as simplifying the rule shows, is not asked; nor is a number or a day that
      the rule compares with something beyond its declared range. Where it is the last fact that
      an answer waits for, what is shown is exact. In general it is not: to find every fact that
      can change nothing is the business of proof;
    - nothing is asked twice, nor after it was said not to be known;
    - days of a notice are never asked, for no household knows them.

    The members are first counted (with the fact `componenti`, where there is one), then each is
    asked about in turn. Where `componenti` is known the list is as long as it says, and the other
    way round.
    """

    def __init__(self, misura: Misura, fatti: Fatti | None = None, *, on: date) -> None:
        """Begin, from the facts that are known.

        Raises `WrongDay`, `InvalidFacts` and `IllTyped` as `evaluate` does.
        """
        known = Fatti() if fatti is None else fatti
        check_day(misura, on)
        admit(misura, known)
        nodes = reached(misura, in_force(misura, on))
        check_law(misura, names_among(nodes, t.Param), on)
        self._misura = misura
        self._on = on
        self._members = of_members(nodes)
        self._counted = next(filter(_counts, misura.fatti), None)
        self._passed: frozenset[str] = frozenset()
        self._standing: tuple[str, Question] | None = None
        self._state = self._learnt(known)

    @property
    def fatti(self) -> Fatti:
        """What is known so far, ready for `evaluate`."""
        return self._fatti

    @property
    def question(self) -> Question | None:
        """The question that waits for an answer; None before the first and when none does."""
        return None if self._standing is None else self._standing[1]

    @property
    def status(self) -> Status:
        """How the household stands."""
        state = self._state
        missing = frozenset(place_of(nome)[0] for nome in state.missing or ())
        aside = frozenset(place_of(nome)[0] for nome in state.indifferent)
        return Status(
            state.esito,
            tuple(each.codice for each in state.findings if each.esito is False),
            tuple(each.codice for each in state.findings if each.esito is None),
            in_order(self._misura, missing),
            in_order(self._misura, aside),
        )

    def __iter__(self) -> Iterator[Question]:
        """Itself."""
        return self

    def __next__(self) -> Question:
        """The next question; the one that waits, if any, is passed over as not known."""
        if self._standing is not None:
            self._passed |= {self._standing[0]}
            self._standing = None
        state = self._state
        missing = state.missing or frozenset()
        if MEMBRI in missing:
            missing |= {self._counting}
        found = choose(state, missing - self._passed, self._counting)
        if found is None:
            raise StopIteration
        nome, at = place_of(found.nome)
        fatto = next((each for each in self._misura.fatti if each.nome == nome), QUANTI)
        self._standing = found.nome, Question(fatto, found.waiting, at)
        return self._standing[1]

    def answer(self, value: Value | int | None) -> None:
        """Receive the answer to the question that waits; None: it is not known.

        Raises `InvalidFacts`, which never tells the value, when the answer is not of the type and
        range of the fact, or when no question waits; the question then waits as before.
        """
        if self._standing is None:
            raise InvalidFacts(
                it="nessuna domanda aspetta una risposta; chiedi prima la prossima con `next`",
                en="no question waits for an answer; first ask for the next one with `next`",
            )
        slot, question = self._standing
        if value is None:
            self._passed |= {slot}
        else:
            self._state = self._learnt(self._with(question, value))
        self._standing = None

    @property
    def _counting(self) -> str:
        """The name under which the members are counted."""
        return MEMBRI if self._counted is None else COMPONENTI

    def _with(self, question: Question, value: Value | int) -> Fatti:
        """What is known, with one more answer."""
        nome, rows = question.fatto.nome, self._fatti.membri
        if question.fatto is QUANTI:
            told = Fatti({nome: value})
            admit(evolve(self._misura, fatti=(QUANTI,)), told)
            learnt = Fatti(self._fatti.valori, _rows(told.valori[nome]))
        elif question.membro is None:
            learnt = Fatti({**self._fatti.valori, nome: value}, rows)
        else:
            changed = [dict[str, Value](row) for row in rows or ()]
            changed[question.membro] |= Fatti({nome: value}).valori
            learnt = Fatti(self._fatti.valori, changed)
        admit(self._misura, learnt)
        return learnt

    def _learnt(self, fatti: Fatti) -> State:
        """The state when so much is known; the members and their number tell one another."""
        if self._counted is not None and self._members:
            valori, rows = dict(fatti.valori), fatti.membri
            if rows is None and COMPONENTI in valori:
                rows = _rows(valori[COMPONENTI])
            elif rows is not None:
                valori[COMPONENTI] = Decimal(len(rows))
            fatti = Fatti(valori, rows)
            admit(self._misura, fatti)
        self._fatti = fatti
        return state_of(self._misura, fatti, self._on)


def _rows(many: Value) -> tuple[dict[str, Value], ...]:
    """So many members of whom nothing is known."""
    assert isinstance(many, Decimal)  # noqa: S101 - `admit` has seen that it is a number
    return tuple({} for _ in range(int(many)))


def _counts(fatto: Fatto) -> bool:
    """Whether this fact can only be a number of members: a whole one, from 1 to 30."""
    if fatto.nome != COMPONENTI or fatto.membro or not isinstance(fatto.tipo, NumberType):
        return False
    tipo = fatto.tipo
    return not tipo.euro and not tipo.scale and tipo.lo >= 1 and tipo.hi <= MAX_MEMBERS
