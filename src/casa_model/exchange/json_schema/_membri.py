"""The schema of the list of members, and what it says together with other facts.

Two things that an application states twice must agree, as `fatti_di` asks: how many members there
are, and the age and the day of birth of each. The age needs the day of the requisites, which only
a notice has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.exchange._colonne import MEMBRI
from casa_model.exchange.json_schema._fatto import MAI, conta, fatto, uguale, valore
from casa_model.exchange.json_schema._giorni import inizi, nascite
from casa_model.exchange.json_schema._letti import ETA, LETTO, NASCITA
from casa_model.rules.types import MAX_MEMBERS, DateType, NumberType
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from datetime import date

    from casa_model.exchange.json_schema._testa import Definizioni, Schema
    from casa_model.rules.facts import Fatto

_TITLE: Final = Testo(it="componenti del nucleo", en="members of the household")
_NOTE: Final = Testo(
    it="Un oggetto per ogni persona, tutte; assente o null se l'elenco non è noto.",
    en="One object a person, all of them; absent or null when the list is not known.",
)


def membri(
    dichiarati: Mapping[str, Fatto],
    componenti: Fatto | None,
    on: date | None,
    letti: Container[str],
    defs: Definizioni,
) -> Schema:
    """The schema of the list: `dichiarati` are the facts of members, `on` the day of requisites.

    `letti` are the facts that the rules read, and the name of the list where they read it.
    """
    counts = conteggi(componenti)
    read = LETTO[MEMBRI in letti]
    words = f"{_NOTE.it} {read.it} — {_TITLE.en}. {_NOTE.en} {read.en}"
    told = {"title": _TITLE.it, "description": words}
    if not counts:
        return told | MAI
    return {
        **told,
        "type": ["array", "null"],
        "minItems": counts[0],
        "maxItems": counts[-1],
        "items": _member(dichiarati, on, letti, defs),
    }


def conteggi(componenti: Fatto | None) -> list[int]:
    """How many members the list may have, by the declaration of the fact that counts them."""
    counts = range(1, MAX_MEMBERS + 1)
    return [n for n in counts if componenti is None or conta(componenti.tipo, n)]


def accordo(nome: str, componenti: Fatto, elenco: str, defs: Definizioni) -> Schema:
    """What holds when an application states its members and how many they are."""
    tipo, counts = componenti.tipo, conteggi(componenti)
    if not counts or not isinstance(tipo, NumberType):
        return {}  # the list can only be not known
    same = [
        {nome: uguale(tipo, count), elenco: {"minItems": count, "maxItems": count}}
        for count in counts
    ]
    return defs.tieni("componenti-concordi", _known((nome, elenco), same))


def _member(
    dichiarati: Mapping[str, Fatto], on: date | None, letti: Container[str], defs: Definizioni
) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": False}
    schemas = {nome: fatto(each, letto=nome in letti) for nome, each in dichiarati.items()}
    eta, nascita = dichiarati.get(ETA), dichiarati.get(NASCITA)
    if on is None or eta is None or nascita is None or not isinstance(nascita.tipo, DateType):
        return {**schema, "properties": schemas}
    ages = nascite(on, nascita.tipo.lo, nascita.tipo.hi)
    born = [age for age in ages if conta(eta.tipo, age[0])]
    if not born or not isinstance(eta.tipo, NumberType):
        return {
            **schema,
            "properties": schemas | {NASCITA: fatto(nascita, MAI, letto=NASCITA in letti)},
        }
    days = DateType(born[-1][1], born[0][2])
    same = [
        {ETA: uguale(eta.tipo, years), NASCITA: {"pattern": f"^{inizi(first, last)}"}}
        for years, first, last in born
    ]
    schemas[NASCITA] = fatto(nascita, valore(days), letto=NASCITA in letti)
    return {
        **schema,
        "properties": schemas,
        **defs.tieni("eta-concorde", _known((ETA, NASCITA), same)),
    }


def _known(nomi: tuple[str, str], some: list[dict[str, Schema]]) -> Schema:
    """If two things are known, one of some pairs of schemas holds for them."""
    known = {nome: {"not": {"type": "null"}} for nome in nomi}
    return {
        "if": {"required": list(nomi), "properties": known},
        "then": {"anyOf": [{"properties": pair} for pair in some]},
    }
