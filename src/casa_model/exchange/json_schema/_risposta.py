"""What the answers of a measure are made of: its codes, the facts that can be missing, amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casa_model.exchange.json_schema import _pattern
from casa_model.exchange.json_schema._numeri import CARATTERI
from casa_model.rules import tree as t
from casa_model.rules.avviso import measure_of
from casa_model.rules.leggi import facts_read
from casa_model.rules.names import DATA_REQUISITI, MEMBRI, NOTICE_DAYS
from casa_model.rules.porta import ETICHETTE, TESTI
from casa_model.rules.reach import in_force, reached
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.exchange.json_schema._testa import Schema
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura, Requisito

NIENTE: Final[Schema] = {"type": "null"}
VUOTO: Final[Schema] = {"type": "array", "maxItems": 0}

_OVER_MEMBERS: Final = (t.AnyMember, t.AllMembers, t.Count, t.Sum)
_MEMBERS: Final = Testo(it="elenco dei componenti", en="list of members")
_DAY: Final = Testo(it="giorno dell'avviso", en="day of the notice")


def importo() -> Schema:
    """An amount of ours: never below zero, two decimals."""
    return _pattern.text(r"(?:0|[1-9][0-9]*)\.[0-9][0-9]", CARATTERI)


def oggetto(proprieta: Mapping[str, Schema]) -> Schema:
    """An object with all of some properties and no other."""
    return {
        "type": "object",
        "required": list(proprieta),
        "additionalProperties": False,
        "properties": dict(proprieta),
    }


def elenco(voce: Schema | bool) -> Schema:  # noqa: FBT001 - false is a schema: of nothing
    """A list of different things; of none with false."""
    return {"type": "array", "uniqueItems": True, "items": voce}


def una_di(etichette: Mapping[str, Testo]) -> Schema:
    """One of some codes, each with its label."""
    return {
        "oneOf": [
            {"const": codice, "title": f"{label.it} — {label.en}"}
            for codice, label in etichette.items()
        ]
    }


def requisiti_di(misura: Misura) -> tuple[Requisito, ...]:
    """The requirements that may be asked: those of the day that a notice fixes, else all."""
    fixed = misura.calendario
    return misura.requisiti if fixed is None else in_force(misura, fixed.giorno_norma)


def codici(avviso_o_misura: Avviso | Misura) -> dict[str, Testo]:
    """The codes of the findings, the door's first, each with its sentence."""
    asked = requisiti_di(measure_of(avviso_o_misura))
    return {**TESTI} | {requisito.codice: requisito.testo for requisito in asked}


def mancanti(avviso_o_misura: Avviso | Misura) -> dict[str, Testo]:
    """The names that can be missing: what the door asks, facts, members and days of the rules."""
    misura = measure_of(avviso_o_misura)
    nodes = reached(misura, requisiti_di(misura))
    known = {DATA_REQUISITI} | dict(
        () if misura.calendario is None else misura.calendario.date
    ).keys()
    days = {node.name for node in nodes if isinstance(node, t.Calendar)} - known
    found = {**ETICHETTE} | {each.nome: each.etichetta for each in facts_read(misura)}
    if any(isinstance(node, _OVER_MEMBERS) for node in nodes):
        found[MEMBRI] = _MEMBERS
    return found | {name: _DAY for name in NOTICE_DAYS if name in days}


def caso(nome: Testo, **proprieta: Any) -> Schema:  # noqa: ANN401 - schemas, which hold anything
    """One of the cases of an answer."""
    return {"title": f"{nome.it} — {nome.en}", "properties": proprieta}
