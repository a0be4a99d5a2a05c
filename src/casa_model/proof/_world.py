"""One question to the solver: measures and phrases about one household, or about two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import Factory, define, field, frozen
from attrs.validators import optional

from casa_model.errors import InvalidValue
from casa_model.proof import _days as days
from casa_model.proof._answer import Answer, answer
from casa_model.proof._cells import Day, Fact
from casa_model.proof._encoder import Encoder
from casa_model.proof._enough import enough
from casa_model.proof._household import Household
from casa_model.proof._texts import Texts
from casa_model.proof._vocabulary import Vocabulary
from casa_model.proof._z3 import Context, Solver
from casa_model.readers.environment import check_day, check_law
from casa_model.rules import tree as t
from casa_model.rules.lowered import Lowered, Reg, lower
from casa_model.rules.misura import Misura
from casa_model.rules.reach import in_force, names_among, reached
from casa_model.rules.same import Same
from casa_model.rules.types import LAST_DAY, MAX_MEMBERS
from casa_model.values import Vigenza
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.proof._cells import Cell

KEPT = 128
"""Measures and phrases, by the law of a day, of which the steps are kept: questions share them."""


@frozen
class Limiti:
    """What bounds an answer: how many members a household may have, how long a search may take.

    `membri` bounds only measures that look at members; None is six, or one more than the rules
    count to. `millisecondi` is for each search of the solver; an answer may need several. Raises
    `InvalidValue` for members that are not 1 to 30 and for no time at all, `IllTyped` for what is
    no whole number.
    """

    membri: int | None = field(default=None, validator=optional(exact(int)))
    millisecondi: int = field(default=10_000, validator=exact(int))

    def __attrs_post_init__(self) -> None:
        if self.membri is not None and not 1 <= self.membri <= MAX_MEMBERS:
            raise InvalidValue(
                it=f"i componenti di un nucleo vanno da 1 a {MAX_MEMBERS}; cambia `membri`",
                en=f"a household has from 1 to {MAX_MEMBERS} members; change `membri`",
            )
        if self.millisecondi <= 0:
            raise InvalidValue(
                it="una ricerca vuole un tempo sopra lo zero; cambia `millisecondi`",
                en="a search wants a time above zero; change `millisecondi`",
            )


def steps_of(misura: Misura, law: date) -> Lowered:
    """The steps of a measure by the law of a day. Raises `WrongDay` as `evaluate` does."""
    check_day(misura, law)
    return _steps(Same(misura), law)


@lru_cache(KEPT)
def _steps(same: Same, law: date) -> Lowered:
    misura = same.misura
    check_law(misura, names_among(reached(misura, in_force(misura, law)), t.Param), law)
    return lower(misura, on=law)


@define
class World:
    """A solver with the household that some measures are asked about.

    `giorni` is the day of the question, or days of one law, any of which may be the day: then that
    is `free_day`, once something reads it. Worlds of one question share a `context`.
    """

    misure: Sequence[Misura]
    giorni: date | Vigenza
    limiti: Limiti = Factory(Limiti)
    context: Context = field(factory=Context, repr=False)
    solver: Solver = field(init=False)
    household: Household = field(init=False)
    free_day: Day | None = None

    def __attrs_post_init__(self) -> None:
        self.solver = Solver(self.limiti.millisecondi, self.context)
        words = Vocabulary.of(self.misure)
        most = enough(self.limiti, self.misure).membri
        assert most is not None  # noqa: S101 - `enough` says a number
        self.household = Household(self.solver, Texts(), words, most)

    def answer(
        self,
        misura: Misura,
        *,
        on: date | None = None,
        household: Household | None = None,
        like: Mapping[Reg, Cell] | None = None,
    ) -> Answer:
        """What a measure answers, by the law of the day `on` (that of the question when None).

        `like` are cells that another household has given and that are the same for this one.

        Raises `WrongDay` as `evaluate` does.
        """
        law = on if on is not None and misura.calendario is None else self.law_of(misura)
        lowered, requisites = steps_of(misura, law), self._requisites(misura, on)
        encoder = Encoder(lowered, household or self.household, requisites, {}, like or {})
        return answer(misura, law, encoder)

    def truth(self, frase: Misura, bound: Mapping[str, Cell], *, on: date | None = None) -> Fact:
        """Whether a phrase holds: the only requirement of `frase`; `bound` are answers in it."""
        law = on if on is not None and frase.calendario is None else self.law_of(frase)
        encoder = Encoder(steps_of(frase, law), self.household, self._requisites(frase, on), bound)
        (asked,) = encoder.lowered.asked
        assert asked.whole is not None  # noqa: S101 - a phrase has its condition
        return encoder.of(Fact, asked.whole)

    def law_of(self, misura: Misura) -> date:
        """The day whose law a measure is asked by."""
        if misura.calendario is not None:
            return misura.calendario.giorno_norma
        return self.giorni.dal if isinstance(self.giorni, Vigenza) else self.giorni

    @property
    def requisites(self) -> Day:
        """The day near which days are shown: that of the requisites of the first measure."""
        return self._requisites(self.misure[0], None)

    def day(self) -> date:
        """The day of the question in what the solver found last."""
        if not isinstance(self.giorni, Vigenza):
            return self.giorni
        if self.free_day is None:
            fixed = self.misure[0].calendario
            return self.giorni.dal if fixed is None else fixed.giorno_norma
        return days.day_of(
            self.solver.found(self.free_day.month), self.solver.found(self.free_day.day)
        )

    def _requisites(self, misura: Misura, asked: date | None) -> Day:
        if misura.calendario is not None:
            return days.constant(misura.calendario.data_requisiti)
        if asked is not None:
            return days.constant(asked)
        if not isinstance(self.giorni, Vigenza):
            return days.constant(self.giorni)
        if self.free_day is None:
            self.free_day = self._any_day(self.giorni)
        return self.free_day

    def _any_day(self, giorni: Vigenza) -> Day:
        last = LAST_DAY if giorni.al is None else min(giorni.al, LAST_DAY)
        return self.household.day("giorno", days.order_of(giorni.dal), days.order_of(last))
