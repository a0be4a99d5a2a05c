"""A measure on a day as ordered steps, and where its answers stand among them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.rules.bits import names_of
from casa_model.rules.facts import Fatto
from casa_model.rules.lowered._expr import Entry, Lowering, Names
from casa_model.rules.lowered.steps import AnyOf, Reg, Step
from casa_model.rules.misura import Definizione, DetraeDa, Misura, Requisito
from casa_model.rules.params import Key
from casa_model.rules.reach import below, in_force, name_node, names_among, roots
from casa_model.rules.tree import Definition
from casa_model.rules.types import BoolType, NumberType, Type

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from casa_model.rules.misura import Importo, Voce
    from casa_model.rules.tree import Expr


@frozen
class Asked:
    """A requirement: its ways in order (the condition, then each derogation) and their `any`.

    Both are empty or None when nobody has read what the act asks.
    """

    requisito: Requisito
    ways: tuple[Reg, ...] = ()
    whole: Reg | None = None


@frozen
class Paid:
    """An amount in cents: what each item is worth, what is paid of it, and the total.

    The total is known when everything that it rests on is.
    """

    due: tuple[Reg, ...]
    paid: tuple[Reg, ...]
    total: Reg


@frozen
class Lowered:
    """Ordered steps, and the registers of all that a verdict says.

    `types` are those of the steps. `fatti` and `membri` are the declarations behind the slots that
    steps load from, `tables` the indexed parameters with the values in force. `names` are what the
    bits of a mask of missing facts stand for. `also` are the conditions that the caller added.
    """

    steps: tuple[Step, ...]
    types: tuple[Type, ...]
    fatti: tuple[Fatto, ...]
    membri: tuple[Fatto, ...]
    tables: tuple[Mapping[tuple[Key, ...], Entry], ...]
    names: tuple[str, ...]
    asked: tuple[Asked, ...]
    paid: Paid | None
    keys: tuple[tuple[str, Reg], ...]
    reserves: tuple[tuple[str, Reg], ...]
    definizioni: tuple[tuple[Definizione, Reg], ...]
    also: tuple[Reg, ...] = ()


def lower(misura: Misura, *, on: date, also: Sequence[Expr] = ()) -> Lowered:
    """The steps of `misura` by the law of the day `on`.

    The day of the requisites stays open (the step `Requisites`): with no notice it is that of the
    question, and many days have the same law. `also` are more conditions over the names of the
    measure. Every parameter read must have its values on `on`
    (`casa_model.readers.environment.check_law`). Raises `IllTyped` when the trees of a measure
    built by hand do not agree with its declarations.
    """
    names = names_of(misura)
    fixed = misura.calendario
    lowering = Lowering(
        Names(
            fatti={fatto.nome: fatto for fatto in misura.fatti},
            parametri={parametro.nome: parametro for parametro in misura.parametri},
            definizioni={each.nome: each.vale for each in misura.definizioni},
            giorni={} if fixed is None else dict(fixed.date),
            bits={nome: bit for bit, nome in enumerate(names)},
            on=on,
        )
    )
    asked = in_force(misura, on)
    used = names_among(below(misura, (*roots(misura, asked), *also)), Definition)
    # First, and in the order in which they need one another: none is lowered inside another.
    defined = tuple(_defined(lowering, each) for each in misura.definizioni if each.nome in used)
    requisiti = tuple(_asked(lowering, requisito) for requisito in asked)
    paid = None if misura.importo is None else _paid(lowering, misura.importo)
    order = () if misura.graduatoria is None else misura.graduatoria.ordine
    reserves = () if misura.graduatoria is None else misura.graduatoria.riserve
    keys = {key.nome: lowering.of(name_node(misura, key.nome)) for key in order}
    held = tuple((riserva.codice, lowering.truth(riserva.quando)) for riserva in reserves)
    more = tuple(map(lowering.truth, also))
    return Lowered(
        steps=tuple(lowering.desk.steps),
        types=tuple(lowering.desk.types),
        fatti=tuple(lowering.names.fatti[nome] for nome in lowering.slots),
        membri=tuple(lowering.names.fatti[nome] for nome in lowering.member_slots),
        tables=tuple(lowering.tables.values()),
        names=names,
        asked=requisiti,
        paid=paid,
        keys=tuple(keys.items()),
        reserves=held,
        definizioni=defined,
        also=more,
    )


def _asked(lowering: Lowering, requisito: Requisito) -> Asked:
    if requisito.condizione is None:
        return Asked(requisito)
    trees = (requisito.condizione, *(deroga.condizione for deroga in requisito.deroghe))
    ways = tuple(map(lowering.truth, trees))
    whole = ways[0] if len(ways) == 1 else lowering.desk.put(AnyOf(ways), BoolType())
    return Asked(requisito, ways, whole)


def _defined(lowering: Lowering, definizione: Definizione) -> tuple[Definizione, Reg]:
    """A definition at the scale of its declared type."""
    reg = lowering.of(Definition(definizione.nome))
    if isinstance(definizione.tipo, NumberType):
        reg = lowering.desk.rounded(reg, definizione.tipo.scale)
    return definizione, reg


def _paid(lowering: Lowering, importo: Importo) -> Paid:
    """Items, deductions and cap, in this order: see `casa_model.readers.amount`."""
    desk = lowering.desk
    due = [_item(lowering, voce) for voce in importo.voci]
    taken = [desk.floored(lowering.cents(expr, "detrae")) for expr in importo.detrae]
    before = importo.detrae_da is DetraeDa.SPESA
    items = due
    if taken and before:
        items = _filled(lowering, due, _sum(lowering, taken), less=True)
    total = _sum(lowering, items)
    if importo.massimo is not None:
        total = desk.least(total, desk.floored(lowering.cents(importo.massimo, "massimo")))
    if taken and not before:
        total = desk.floored(desk.sub(total, _sum(lowering, taken)))
    return Paid(tuple(due), tuple(_filled(lowering, items, total)), total)


def _item(lowering: Lowering, voce: Voce) -> Reg:
    desk = lowering.desk
    worth = desk.floored(lowering.cents(voce.vale, voce.codice))
    if voce.massimo is not None:
        worth = desk.least(worth, desk.floored(lowering.cents(voce.massimo, voce.codice)))
    if voce.se is None:
        return worth
    return desk.choose(lowering.truth(voce.se), worth, desk.number(0, 2))


def _sum(lowering: Lowering, regs: Sequence[Reg]) -> Reg:
    return reduce(lowering.desk.add, regs) if regs else lowering.desk.number(0, 2)


def _filled(
    lowering: Lowering, items: Sequence[Reg], room: Reg, *, less: bool = False
) -> list[Reg]:
    """How much of each item fits, in order, into `room`; with `less`, how much is left out."""
    desk, found = lowering.desk, []
    for at, item in enumerate(items):
        fits = desk.least(item, room)
        found.append(desk.sub(item, fits) if less else fits)
        if at + 1 < len(items):
            room = desk.sub(room, fits)
    return found
