"""The households that are one step away from another, and the steps that move a comparison."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, cast

from attrs import evolve

from casa_model.readers.copertura._punto import Passo
from casa_model.readers.ranges import anything, exactly, value_of
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.giorni import giorni_della
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.reach import below
from casa_model.rules.types import (
    FIRST_DAY,
    LAST_DAY,
    BoolType,
    ChoiceType,
    DateType,
    NumberType,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.meaning import Env
    from casa_model.readers.ranges import Span
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura
    from casa_model.rules.types import Type

_KINDS: Final[dict[Passo, tuple[type[Type], ...]]] = {
    Passo.UNITA: (NumberType, DateType),
    Passo.SALTO: (BoolType, ChoiceType),
    Passo.NESSUNO: (),
}


def passo(misura: Misura, node: t.Expr) -> Passo:
    """What moves an expression: the smallest step that there is, or none."""
    nodes = below(misura, [node])
    read = {each.name for each in nodes if isinstance(each, t.Fact | t.MemberFact)}
    kinds = [fatto.tipo for fatto in misura.fatti if fatto.nome in read]
    day = misura.calendario is None and t.Calendar(DATA_REQUISITI) in nodes
    if day or any(isinstance(kind, _KINDS[Passo.UNITA]) for kind in kinds):
        return Passo.UNITA
    some = any(isinstance(kind, _KINDS[Passo.SALTO]) for kind in kinds)
    return Passo.SALTO if some else Passo.NESSUNO


def mossi(misura: Misura, node: t.Expr, step: Passo) -> tuple[str, ...]:
    """The facts that an expression reads and a step moves, in the order of the expression."""
    kinds = {f.nome: f.tipo for f in misura.fatti}
    read = (n.name for n in below(misura, [node]) if isinstance(n, t.Fact | t.MemberFact))
    return tuple(dict.fromkeys(n for n in read if isinstance(kinds[n], _KINDS[step])))


def vicini(misura: Misura, fatti: Fatti, step: Passo) -> Iterator[Fatti]:
    """The households one step of one known fact away, within the ranges of the facts.

    One cent, one day, one last decimal; or one other truth or choice.
    """
    for fatto in misura.fatti:
        if not isinstance(fatto.tipo, _KINDS[step]):
            continue
        if not fatto.membro and fatto.nome in fatti.valori:
            for near in _near(fatto.tipo, fatti.valori[fatto.nome]):
                yield Fatti({**fatti.valori, fatto.nome: near}, fatti.membri)
        for at, row in enumerate(fatti.membri or ()):
            if fatto.membro and fatto.nome in row:
                for near in _near(fatto.tipo, row[fatto.nome]):
                    rows = [dict(each) for each in fatti.membri or ()]
                    rows[at][fatto.nome] = near
                    yield Fatti(fatti.valori, rows)


def intorno(misura: Misura, env: Env) -> Iterator[Env]:
    """The same household a day before and a day after, by the same law: of a notice, none."""
    if misura.calendario is not None:
        return
    whole = giorni_della(misura)
    for days in (-1, 1):
        near = env.giorni[DATA_REQUISITI] + timedelta(days)
        if whole.contiene(near) and FIRST_DAY <= near <= LAST_DAY:
            giorni = {**env.giorni, DATA_REQUISITI: near}
            yield evolve(env, giorni=giorni, definiti={}, mancanti={})


def _near(kind: Type, found: Value) -> Iterator[Value]:
    if isinstance(kind, BoolType):
        yield not found
    elif isinstance(kind, ChoiceType):
        yield from (value for value in kind.values if value != found)
    else:
        lo, hi, _ = cast("Span", anything(kind))
        unit, _, _ = cast("Span", exactly(kind, found))
        for near in (unit - 1, unit + 1):
            if lo <= near <= hi:
                yield cast("Value", value_of(kind, (near, near, False)))
