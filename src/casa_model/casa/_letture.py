"""The law in words and numbers, as a record keeps it beside the digests: what was in force then.

A digest says that a part of the law is another. Years later the edition of then is no longer there,
and only what the record kept can say from what to what. All of it is public law.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from casa_model.errors import IllTyped
from casa_model.rules import tree as t
from casa_model.rules.facts import Value
from casa_model.rules.show import show
from casa_model.rules.types import ChoiceType, DateType, NumberType, type_text
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from casa_model.rules.avviso import Avviso
    from casa_model.rules.facts import Fatto
    from casa_model.rules.misura import Importo, Misura, Momento, Ordinamento, Requisito

Said: TypeAlias = "Iterator[tuple[str, Value | None]]"
"""What a part says, by name; the name is empty when the part says one thing."""


@frozen
class Lettura:
    """One value of the law, or one text, as it stood when a decision was made.

    `parte` is a key of `Verbale.parti`, such as `parametro/soglia_isee`; `nome` what the value is
    called inside it (the key of an indexed parameter, the code of a derogation, `chiusura`), empty
    when there is only one. Conditions are in the words of rule files.
    """

    parte: str
    nome: str
    valore: Value


def letture(avviso: Avviso, parti: Iterable[str]) -> tuple[Lettura, ...]:
    """What some parts of the law of a notice say (`casa_model.rules.digest.notice_parts`)."""
    said = ((part, name, value) for part in parti for name, value in _part(avviso, part))
    return tuple(Lettura(part, name, value) for part, name, value in said if value is not None)


def _part(avviso: Avviso, parte: str) -> Said:
    misura = avviso.misura
    kind, _, name = parte.partition("/")
    match kind:
        case "parametro":
            yield from _parameter(avviso, name)
        case "requisito":
            for requisito in misura.requisiti:
                if requisito.codice == name:
                    yield from _requirement(requisito)
        case "definizione":
            yield from (("", _text(d.vale)) for d in misura.definizioni if d.nome == name)
        case "fatto":
            for fatto in misura.fatti:
                if fatto.nome == name:
                    yield from _fact(fatto)
        case "misura":
            yield "codice", misura.codice
        case "importo" if misura.importo is not None:
            yield from _amount(misura.importo)
        case "graduatoria" if misura.graduatoria is not None:
            yield from _ranking(misura.graduatoria)
        case "termini":
            yield "apertura", _moment(avviso.apertura)
            yield "chiusura", _moment(avviso.chiusura)
        case "dotazione" if avviso.dotazione is not None:
            homes = avviso.dotazione.alloggi
            yield "", avviso.dotazione.euro
            yield "alloggi", None if homes is None else Decimal(homes)
        case "giorni":
            yield from _days(misura)
        case _:
            return


def _parameter(avviso: Avviso, nome: str) -> Said:
    fixed = avviso.calendario
    rows = (riga for each in avviso.misura.parametri if each.nome == nome for riga in each.righe)
    for riga in rows:
        periodo = riga.storia.il(fixed.giorno_norma)
        yield ", ".join(map(str, riga.chiave)), None if periodo is None else periodo.valore


def _requirement(requisito: Requisito) -> Said:
    yield "", "non_visto" if requisito.condizione is None else _text(requisito.condizione)
    for deroga in requisito.deroghe:
        yield deroga.codice, _text(deroga.condizione)


def _fact(fatto: Fatto) -> Said:
    kind = fatto.tipo
    yield "tipo", type_text(kind)
    yield "membro", fatto.membro
    match kind:
        case NumberType():
            for name, units in (("minimo", kind.lo), ("massimo", kind.hi)):
                yield name, Euro(units) if kind.euro else Decimal(units).scaleb(-kind.scale)
        case DateType():
            yield "minimo", kind.lo
            yield "massimo", kind.hi
        case ChoiceType():
            yield "valori", ", ".join(kind.values)
        case _:
            return


def _amount(importo: Importo) -> Said:
    yield "massimo", _text(importo.massimo)
    for voce in importo.voci:
        yield voce.codice, _text(voce.vale)
        yield f"{voce.codice}, se", _text(voce.se)
        yield f"{voce.codice}, massimo", _text(voce.massimo)
    for number, detratto in enumerate(importo.detrae, start=1):
        yield f"detrae {number}", _text(detratto)
    yield "detrae_da", None if importo.detrae_da is None else importo.detrae_da.value


def _ranking(ordinamento: Ordinamento) -> Said:
    keys = (f"-{k.nome}" if k.decrescente else k.nome for k in ordinamento.ordine)
    yield "ordine", ", ".join(keys)
    yield "esaurimento", ordinamento.esaurimento.value
    yield "salta", ordinamento.salta
    for riserva in ordinamento.riserve:
        yield riserva.codice, _text(riserva.quando)
        yield f"{riserva.codice}, quota", riserva.quota


def _days(misura: Misura) -> Said:
    fixed = misura.calendario
    assert fixed is not None  # noqa: S101 - an `Avviso` cannot be built without one
    yield "data_requisiti", fixed.data_requisiti
    yield from fixed.date


def _moment(moment: Momento | None) -> date | str | None:
    return moment.isoformat(" ", "minutes") if isinstance(moment, datetime) else moment


def _text(node: t.Expr | None) -> str | None:
    """A tree in the words of a file; None for one that has none, a table inside something else."""
    try:
        match node:
            case None:
                return None
            case t.Table():
                rows = (f"quando {show(row.when)}: {show(row.value)}" for row in node.rows)
                return "; ".join((*rows, f"altrimenti: {show(node.otherwise)}"))
            case _:
                return show(node)
    except IllTyped:
        return None
