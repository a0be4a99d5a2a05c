"""The schema of one application: a line of NDJSON as `leggi_domande_ndjson` reads it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from casa_model.exchange._colonne import DATA_DOMANDA, MEMBRI, PROTOCOLLO, RIFERIMENTO
from casa_model.exchange.json_schema import _giorni, _pattern, _testi
from casa_model.exchange.json_schema._fatto import MAI, fatto, valore
from casa_model.exchange.json_schema._letti import letti
from casa_model.exchange.json_schema._membri import accordo, membri
from casa_model.exchange.json_schema._scrivi import scrivi
from casa_model.exchange.json_schema._testa import Definizioni, testa
from casa_model.rules.avviso import measure_of
from casa_model.rules.facts import Fatto
from casa_model.rules.names import COMPONENTI
from casa_model.rules.types import ChoiceType, CodeType, DateType
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Container

    from casa_model.exchange.json_schema._testa import Schema
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

_TITLE: Final = Testo(it="Una domanda", en="One application")
_NOTE: Final = Testo(
    it="Un oggetto per domanda, uno per riga. Ciò che non si conosce è assente o null: mai zero, "
    'mai testo vuoto. Gli importi si scrivono come testo, `"9360.00"`.',
    en="One object an application, one on each line. What is not known is absent or null: never "
    'zero, never an empty text. Amounts are best written as texts, `"9360.00"`.',
)
_UNSAID: Final = (
    "JSON Schema cannot say, and the reader refuses all the same: a key that stands twice in an "
    "object; NaN and Infinity, which are no JSON; a `riferimento` that stands on two lines. "
    "Numbers are exact: a validator that reads them as binary floats may refuse 0.29 euro as no "
    "multiple of 0.01, and texts have no such trouble. Readable characters and letters are those "
    "of Unicode {unicode}."
)
_UNDATED: Final = (
    " A measure has no day of requisites: that an age agrees with its day of birth is said by the "
    "schema of a notice."
)
_OWN: Final = {
    RIFERIMENTO: Fatto(
        RIFERIMENTO,
        CodeType(),
        Testo(
            it="come si chiama la domanda nell'archivio di chi la manda; niente nomi, niente "
            "codici fiscali",
            en="what the application is called in the archive of who sends it; no names, no tax "
            "codes",
        ),
    ),
    PROTOCOLLO: Fatto(
        PROTOCOLLO, CodeType(), Testo(it="numero di protocollo", en="protocol number")
    ),
    DATA_DOMANDA: Fatto(
        DATA_DOMANDA,
        DateType(),
        Testo(
            it="giorno della domanda, anche con l'ora", en="day of the application, perhaps an hour"
        ),
    ),
}
"""What every application may say, whatever its measure asks."""


def schema_domanda(avviso_o_misura: Avviso | Misura) -> str:
    """Write the JSON Schema (2020-12) of one application to a notice, or of a measure.

    It is the text of a JSON object, with labels, units and proofs. What it accepts
    `leggi_domande_ndjson` reads and `decidi` decides, and the other way round; what no schema can
    say stands in its `$comment`. Of a measure, it cannot say whether an age agrees with a day of
    birth: that depends on the day of the requisites, which only a notice has.

    The same notice has the same text, on every machine whose Python has the same Unicode. For an
    exact answer give the validator exact numbers: ``json.loads(text, parse_float=Decimal)``, both
    of the schema and of the application.
    """
    misura = measure_of(avviso_o_misura)
    on = None if misura.calendario is None else misura.calendario.data_requisiti
    household = {each.nome: each for each in misura.fatti if not each.membro}
    member = {each.nome: each for each in misura.fatti if each.membro and each.nome != RIFERIMENTO}
    componenti = household.get(COMPONENTI)
    defs = Definizioni()
    read = letti(misura)
    own = {nome: _own(nome, household.get(nome), read, defs) for nome in _OWN}
    facts = {
        nome: fatto(each, letto=nome in read)
        for nome, each in household.items()
        if nome not in _OWN
    }
    comment = _UNSAID.format(unicode=unicodedata.unidata_version)
    schema: Schema = {
        **testa(avviso_o_misura, "domanda", _TITLE, _NOTE),
        "$comment": comment if on is not None else comment + _UNDATED,
        "type": "object",
        "required": [RIFERIMENTO],
        "additionalProperties": False,
        "properties": {**own, **facts, MEMBRI: membri(member, componenti, on, read, defs)},
    }
    if componenti is not None:
        schema |= accordo(COMPONENTI, componenti, MEMBRI, defs)
    return scrivi({**schema, "$defs": defs.tenute})


def _own(nome: str, dichiarato: Fatto | None, letti: Container[str], defs: Definizioni) -> Schema:
    """The schema of a thing that every application may say.

    The measure may declare it too, with a range of its own; of a type that the thing cannot have,
    nothing fits. What no rule reads serves all the same: for the register, for the terms.
    """
    if nome == RIFERIMENTO:
        return fatto(_OWN[nome], defs.tieni(RIFERIMENTO, _testi.riferimento()))
    told = _OWN[nome] if dichiarato is None else dichiarato
    values = _number_of(told) if nome == PROTOCOLLO else _moment(told)
    return fatto(told, values, letto=nome in letti or None)


def _number_of(dichiarato: Fatto) -> Schema:
    match dichiarato.tipo:
        case CodeType():
            return _testi.protocollo()
        case ChoiceType():
            return {"allOf": [valore(dichiarato.tipo), _testi.protocollo()]}
        case _:
            return MAI


def _moment(dichiarato: Fatto) -> Schema:
    match dichiarato.tipo:
        case DateType(lo=lo, hi=hi):
            day = f"{_giorni.giorni(lo, hi)}(?:{_giorni.ORA})?"
            return {"type": ["string", "null"], **_pattern.text(day, _giorni.MOMENTO)}
        case _:
            return MAI
