"""Faults in a measure: its requirements, numbers, definitions, amount and days, one at a time."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import evolve, frozen

from casa_model.rules import tree as t
from casa_model.rules.misura import DetraeDa, Misura
from casa_model.rules.reach import below, names_among, roots
from casa_model.rules.types import BoolType, ChoiceType, NumberType
from casa_model.values import Euro, Storia, Vigenza
from tools.mutanti.alberi import planted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.rules.misura import Importo, Requisito, Voce
    from casa_model.rules.params import Parametro, ParamValue, Riga

_Scelte: TypeAlias = "dict[str, tuple[str, ...]]"

_DAY: Final = timedelta(days=1)


@frozen
class Mutante:
    """A measure with one fault, and where and what it is."""

    dove: str
    che_cosa: str
    misura: Misura


def mutanti(misura: Misura) -> Iterator[Mutante]:
    """Every measure with one fault, of what decides or pays.

    The order of a ranking and the share of a reserve are left out: no verdict tells them.
    """
    scelte = {f.nome: f.tipo.values for f in misura.fatti if isinstance(f.tipo, ChoiceType)}
    for at, requisito in enumerate(misura.requisiti):
        for what, other in _requirement(requisito, scelte):
            some = _in_place(misura.requisiti, at, other)
            yield Mutante(f"requisito {requisito.codice}", what, evolve(misura, requisiti=some))
    used = names_among(below(misura, roots(misura, misura.requisiti)), t.Definition)
    for at, definizione in enumerate(misura.definizioni):
        if definizione.nome in used:
            for what, tree in planted(definizione.vale, scelte):
                some = _in_place(misura.definizioni, at, evolve(definizione, vale=tree))
                yield Mutante(
                    f"definizione {definizione.nome}", what, evolve(misura, definizioni=some)
                )
    yield from _numbers(misura)
    if misura.importo is not None:
        for where, what, importo in _amount(misura.importo, scelte):
            yield Mutante(where, what, evolve(misura, importo=importo))
    for step in (-_DAY, _DAY):
        days = evolve(misura.vigenza, dal=misura.vigenza.dal + step)
        yield Mutante("vigenza", f"dal {days.dal}", evolve(misura, vigenza=days))


def _in_place(parts: Sequence[Any], at: int, *others: object) -> tuple[Any, ...]:
    return (*parts[:at], *(other for other in others if other is not None), *parts[at + 1 :])


def _requirement(requisito: Requisito, scelte: _Scelte) -> Iterator[tuple[str, Requisito | None]]:
    yield "gone", None
    yield from _moved(requisito)
    if requisito.condizione is None:
        return
    for what, tree in (
        *planted(requisito.condizione, scelte),
        ("contrary", t.Not(requisito.condizione)),
    ):
        yield what, evolve(requisito, condizione=tree)
    for at, deroga in enumerate(requisito.deroghe):
        without = _in_place(requisito.deroghe, at)
        yield f"derogation {deroga.codice} gone", evolve(requisito, deroghe=without)
        for what, tree in planted(deroga.condizione, scelte):
            other = _in_place(requisito.deroghe, at, evolve(deroga, condizione=tree))
            yield f"derogation {deroga.codice}: {what}", evolve(requisito, deroghe=other)


def _moved(requisito: Requisito) -> Iterator[tuple[str, Requisito]]:
    """A requirement that is law from a day before or after, or to one."""
    law = requisito.vigenza
    if law is None:
        return
    for step in (-_DAY, _DAY):
        if law.al is None or law.dal + step <= law.al:
            moved = Vigenza(law.dal + step, law.al)
            yield f"dal {moved.dal}", evolve(requisito, vigenza=moved)
        if law.al is not None and law.dal <= law.al + step:
            moved = Vigenza(law.dal, law.al + step)
            yield f"al {moved.al}", evolve(requisito, vigenza=moved)


def _numbers(misura: Misura) -> Iterator[Mutante]:
    nodes = below(misura, roots(misura, misura.requisiti))
    used = names_among(nodes, t.Param)
    quotas = {r.quota for r in misura.graduatoria.riserve} if misura.graduatoria else set[str]()
    for at, parametro in enumerate(misura.parametri):
        if parametro.nome not in used - quotas:
            continue
        for row, riga in enumerate(parametro.righe):
            for what, other in _history(parametro, riga):
                righe = _in_place(parametro.righe, row, other)
                some = _in_place(misura.parametri, at, _wide(evolve(parametro, righe=righe)))
                yield Mutante(f"parametro {parametro.nome}", what, evolve(misura, parametri=some))


def _history(parametro: Parametro, riga: Riga) -> Iterator[tuple[str, Riga]]:
    periodi = riga.storia.periodi
    for at, periodo in enumerate(periodi):
        for valore in _beside(periodo.valore, parametro):
            some = _in_place(periodi, at, evolve(periodo, valore=valore))
            what = f"{periodo.dal}: {periodo.valore} -> {valore}"
            yield what, evolve(riga, storia=Storia(some, riga.storia.cessa))
        for step in (-_DAY, _DAY):
            some = _in_place(periodi, at, evolve(periodo, dal=periodo.dal + step))
            what = f"{periodo.dal} -> {periodo.dal + step}"
            yield what, evolve(riga, storia=Storia(some, riga.storia.cessa))


def _beside(valore: ParamValue, parametro: Parametro) -> Iterator[ParamValue]:
    match valore, parametro.tipo:
        case bool(), BoolType():
            yield not valore
        case Euro(cents=cents), _:
            yield from (Euro(cents - 1), Euro(cents + 1))
        case Decimal(), NumberType(scale=scale):
            unit = Decimal(1).scaleb(-scale)
            yield from (valore - unit, valore + unit)
        case date(), _:
            yield from (valore - _DAY, valore + _DAY)
        case _:
            return


def _wide(parametro: Parametro) -> Parametro:
    """With an interval that holds the value that was changed too."""
    match parametro.tipo:
        case NumberType(lo=lo, hi=hi):
            return evolve(parametro, tipo=evolve(parametro.tipo, lo=lo - 1, hi=hi + 1))
        case _:
            return parametro


def _with(voce: Voce, field: str, tree: t.Expr | None) -> Voce:
    parts: dict[str, Any] = {field: tree}
    return evolve(voce, **parts)


def _amount(importo: Importo, scelte: _Scelte) -> Iterator[tuple[str, str, Importo]]:
    for at, voce in enumerate(importo.voci):
        where = f"voce {voce.codice}"
        if len(importo.voci) > 1:
            yield where, "gone", evolve(importo, voci=_in_place(importo.voci, at))
        if at:
            before = importo.voci[at - 1]
            pair = (*importo.voci[: at - 1], voce, before, *importo.voci[at + 1 :])
            yield where, f"before {before.codice}", evolve(importo, voci=pair)
        for field in ("vale", "se", "massimo"):
            tree: t.Expr | None = getattr(voce, field)
            if tree is None:
                continue
            for what, other in planted(tree, scelte):
                some = _in_place(importo.voci, at, _with(voce, field, other))
                yield where, f"{field}: {what}", evolve(importo, voci=some)
            if field != "vale":
                some = _in_place(importo.voci, at, _with(voce, field, None))
                yield where, f"{field} gone", evolve(importo, voci=some)
    if importo.massimo is not None:
        yield "massimo", "gone", evolve(importo, massimo=None)
        for what, tree in planted(importo.massimo, scelte):
            yield "massimo", what, evolve(importo, massimo=tree)
    for at, detratto in enumerate(importo.detrae):
        rest = _in_place(importo.detrae, at)
        left = importo.detrae_da if rest else None
        yield "detrae", f"{at + 1} gone", evolve(importo, detrae=rest, detrae_da=left)
        for what, tree in planted(detratto, scelte):
            yield "detrae", what, evolve(importo, detrae=_in_place(importo.detrae, at, tree))
    if importo.detrae_da is not None:
        (source,) = set(DetraeDa) - {importo.detrae_da}
        yield "detrae", f"from the {source}", evolve(importo, detrae_da=source)
