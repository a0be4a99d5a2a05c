"""The ways down to a part of a rule: where evaluation comes to it, and where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from casa_model.readers.meaning import truth
from casa_model.rules import tree as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.meaning import Env

MOST: Final = 64
"""How many ways down to a part are told apart: one that has more counts as come to by all."""


@frozen
class Via:
    """What must be true on one way down: of the household, and of the member who is asked."""

    nucleo: tuple[t.Expr, ...] = ()
    membro: tuple[t.Expr, ...] = ()

    def se(self, *conditions: t.Expr, membro: bool) -> Via:
        """The way on from here, past some more conditions."""
        if membro:
            return evolve(self, membro=(*self.membro, *conditions))
        return evolve(self, nucleo=(*self.nucleo, *conditions))

    def del_nucleo(self) -> Via:
        """The same way as it is asked of the household: some member gets that far."""
        return Via((*self.nucleo, t.AnyMember(tutte(self.membro))))


def tutte(conditions: tuple[t.Expr, ...]) -> t.Expr:
    """All of some conditions: true where there are none."""
    if len(conditions) > 1:
        return t.And(conditions)
    return conditions[0] if conditions else t.Truth(value=True)


def insieme(ways: Iterable[Via]) -> tuple[Via, ...]:
    """Some ways down, each once; none when one of them is always open."""
    found = tuple(dict.fromkeys(ways))
    return () if Via() in found or len(found) > MOST else found


def aperti(vie: tuple[Via, ...], env: Env, rows: Iterable[Env]) -> Iterator[tuple[int, Env]]:
    """The environments, each with its place, in which some way down is open."""
    open_ = [via for via in vie if truth(tutte(via.nucleo), env) is True]
    for at, row in enumerate(rows):
        if not vie or any(truth(tutte(via.membro), row) is True for via in open_):
            yield at, row


def lungo(vie: tuple[Via, ...], node: t.Expr | None, *, membro: bool) -> t.Expr | None:
    """A condition together with a way down to it; None when nothing is asked.

    Of a member: that it holds of some member to whom a way is open.
    """
    if not membro and node is not None and not vie:
        return node
    asked = () if node is None else (node,)
    found = tuple(_along(via, asked, membro=membro) for via in vie or (Via(),))
    whole = found[0] if len(found) == 1 else t.Or(found)
    return None if whole == t.Truth(value=True) else whole


def _along(via: Via, asked: tuple[t.Expr, ...], *, membro: bool) -> t.Expr:
    inner = t.AnyMember(tutte((*via.membro, *asked))) if membro else tutte(asked)
    return tutte((*via.nucleo, inner)) if asked or membro else tutte(via.nucleo)
