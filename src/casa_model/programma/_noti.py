"""What the checks of integrity share: the codes that entries may name, and how a miss is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from casa_model.errors import Problem, near
from casa_model.programma.cifre import Precisione
from casa_model.programma.servizi import TipoServizio
from casa_model.programma.territorio import Comune, Provincia

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from casa_model.programma.programma import Programma

Where = tuple[str | int, ...]


@frozen
class Known:
    """The codes that others may name, and what must be looked up by them."""

    province: Mapping[str, Provincia]
    comuni: Mapping[str, Comune]
    aler: Mapping[str, tuple[str, ...]]
    quartieri: Mapping[str, str]
    professioni: frozenset[str]
    servizi: Mapping[str, TipoServizio]
    presidi: frozenset[str]
    piani: frozenset[str]
    minimi: Mapping[str, int]
    linee: Mapping[str, str]
    concessioni: frozenset[str]

    @classmethod
    def of(cls, p: Programma) -> Known:
        return cls(
            {each.codice: each for each in p.province},
            {each.codice: each for each in p.comuni},
            {each.codice: each.province for each in p.aler},
            {each.codice: each.comune for each in p.quartieri},
            frozenset(each.codice for each in p.professioni),
            {each.codice: each for each in p.servizi},
            frozenset(each.codice for each in p.presidi),
            frozenset(each.codice for each in p.piani),
            {
                each.codice: least.quanti
                for each in p.piani
                if (least := each.alloggi_minimi) is not None
                and least.precisione is Precisione.ESATTA
            },
            {each.codice: each.piano for each in p.linee},
            frozenset(each.codice for each in p.concessioni),
        )

    @property
    def enti(self) -> frozenset[str]:
        """Whoever may own a presidio or get a grant."""
        return frozenset((*self.aler, *self.comuni))


def under(where: Where, problem: Problem) -> Problem:
    return evolve(problem, where=(*where, *problem.where))


def named(where: Where, name: str, known: Collection[str], code: str) -> Iterator[Problem]:
    if name not in known:
        yield Problem(code, where, {"nome": name}, near(name, known))


def unknown(
    where: Where, names: Iterable[str], known: Collection[str], code: str
) -> Iterator[Problem]:
    for at, name in enumerate(names):
        yield from named((*where, at), name, known, code)
