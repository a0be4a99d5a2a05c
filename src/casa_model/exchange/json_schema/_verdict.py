"""The schema of a verdict, as `to_json` writes it: with the values of keys and definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from casa_model.exchange.json import FORMATO
from casa_model.exchange.json_schema import _giorni, _numeri, _pattern
from casa_model.exchange.json_schema._risposta import (
    NIENTE,
    VUOTO,
    caso,
    codici,
    elenco,
    importo,
    mancanti,
    oggetto,
    requisiti_di,
    una_di,
)
from casa_model.exchange.json_schema._scrivi import scrivi
from casa_model.exchange.json_schema._testa import Definizioni, testa
from casa_model.rules.avviso import measure_of
from casa_model.rules.esito import CASI, CONDIZIONE, Esito, Verdict
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType, Type
from casa_model.values import Grado, Testo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.exchange.json_schema._testa import Schema
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura, Riserva, Voce

_TITLE: Final = Testo(it="Un verdetto", en="One verdict")
_NOTE: Final = Testo(
    it="Ciò che `to_json` scrive di un `Verdict`. Porta valori di fatti (voci, definizioni, "
    "chiavi): è per chi può leggerli.",
    en="What `to_json` writes of a `Verdict`. It carries values of facts (items, definitions, "
    "keys): it is for whoever may read them.",
)
_TEXT: Final[Schema] = {"type": "string"}
_OPTIONAL: Final[Schema] = {"type": ["string", "null"]}


def schema_verdict(avviso_o_misura: Avviso | Misura) -> str:
    """Write the JSON Schema (2020-12) of a `Verdict` of a measure, or of a notice.

    What ``to_json(verdict)`` writes is valid, for every verdict of the measure: codes, facts that
    can be missing, definitions and ranking keys are those of the measure, in its order.
    """
    misura = measure_of(avviso_o_misura)
    defs = Definizioni()
    amount = {"type": ["string", "null"], **importo()}
    items = () if misura.importo is None else misura.importo.voci
    item = {"codice": _one_of(items), "spesa": amount, "importo": amount}
    reserves = () if misura.graduatoria is None else misura.graduatoria.riserve
    verdict: dict[str, Schema] = {
        "misura": {"const": misura.codice},
        "on": _day(misura),
        "esito": una_di({each.value: label for each, label in CASI.items()}),
        "findings": elenco(_finding(avviso_o_misura, defs)),
        "importo": amount,
        "voci": elenco(oggetto(item) if items else False),
        "definizioni": _definitions(misura),
        "mancano": elenco(una_di(mancanti(avviso_o_misura))),
        "chiavi": _keys(misura),
        "riserve": elenco(_one_of(reserves) if reserves else False),
    }
    whole: dict[str, Schema] = {
        "formato": {"const": FORMATO},
        "tipo": {"const": Verdict.__name__},
        "valore": {**oggetto(verdict), "oneOf": _cases(misura)},
    }
    head = testa(avviso_o_misura, "verdict", _TITLE, _NOTE)
    return scrivi({**head, **oggetto(whole), "$defs": defs.tenute})


def _one_of(parts: Iterable[Voce] | Iterable[Riserva]) -> Schema:
    return {"enum": [each.codice for each in parts]}


def _definitions(misura: Misura) -> Schema:
    """The definitions that were used, each with its value."""
    some = [
        oggetto({"nome": {"const": each.nome}, "valore": _value(each.tipo)})
        for each in misura.definizioni
    ]
    return elenco({"oneOf": some} if some else False)


def _day(misura: Misura) -> Schema:
    """The day of the law: that of a notice, or any day."""
    if misura.calendario is not None:
        return {"const": misura.calendario.giorno_norma.isoformat()}
    day = _pattern.text("[0-9]{4}-[0-9]{2}-[0-9]{2}", "0-9-")
    return {"type": "string", "format": "date", **day}


def _cases(misura: Misura) -> list[Schema]:
    """What goes with each outcome: an amount only with the admitted, needs only with the others."""
    nothing = {"importo": NIENTE, "voci": VUOTO, "riserve": VUOTO}
    paid = {"type": "string"} if misura.importo is not None else NIENTE
    unread = any(requisito.non_visto for requisito in requisiti_di(misura))
    cases: dict[Esito, dict[str, Schema]] = {
        Esito.AMMESSO: {"importo": paid, "mancano": VUOTO},
        Esito.NON_AMMESSO: {**nothing, "mancano": VUOTO},
        Esito.DA_COMPLETARE: {
            **nothing,
            "mancano": {"type": "array", "minItems": 0 if unread else 1},
        },
    }
    return [
        caso(CASI[esito], esito={"const": esito.value}, **parts) for esito, parts in cases.items()
    ]


def _finding(avviso_o_misura: Avviso | Misura, defs: Definizioni) -> Schema:
    asked = requisiti_di(measure_of(avviso_o_misura))
    ways = dict.fromkeys((CONDIZIONE, *(d.codice for each in asked for d in each.deroghe)))
    text = defs.tieni("testo", oggetto({"it": _TEXT, "en": _TEXT}))
    source: dict[str, Schema] = {
        "grado": {"enum": [grado.value for grado in Grado]},
        "norma": _OPTIONAL,
        "testo": _OPTIONAL,
        "url": _OPTIONAL,
        "nota": {"anyOf": [text, NIENTE]},
    }
    return oggetto(
        {
            "codice": una_di(codici(avviso_o_misura)),
            "testo": text,
            "fonte": defs.tieni("fonte", oggetto(source)),
            "esito": {"type": ["boolean", "null"]},
            "deciso_da": {"enum": [*ways, None]},
            "mancano": elenco(una_di(mancanti(avviso_o_misura))),
            "non_visto": {"type": "boolean"},
        }
    )


def _keys(misura: Misura) -> Schema:
    """The ranking keys, each with its name and its value, in the order of the ranking."""
    types = {each.nome: each.tipo for each in misura.fatti if not each.membro}
    types |= {each.nome: each.tipo for each in misura.definizioni}
    order = () if misura.graduatoria is None else misura.graduatoria.ordine
    if not order:
        return VUOTO
    pairs = [_tuple([{"const": key.nome}, _value(types[key.nome])]) for key in order]
    return {"anyOf": [_tuple(pairs), VUOTO]}


def _tuple(parts: list[Schema]) -> Schema:
    return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}


def _value(tipo: Type) -> Schema:
    """A value with the key that tells its kind, or null when it is not known."""
    match tipo:
        case BoolType():
            known = oggetto({"bool": {"type": "boolean"}})
        case NumberType(euro=euro, scale=scale, lo=lo, hi=hi):
            written = _numeri.numero(lo, hi, scale, intero=euro)
            kind = "euro" if euro and scale == 2 else "numero"  # noqa: PLR2004
            known = oggetto({kind: {"type": "string", **_pattern.text(written, _numeri.CARATTERI)}})
        case DateType(lo=lo, hi=hi):
            days = _pattern.text(_giorni.giorni(lo, hi), _giorni.GIORNO)
            known = oggetto({"data": {"type": "string", "format": "date", **days}})
        case ChoiceType(values=values):
            known = oggetto({"testo": {"enum": list(dict.fromkeys(values))}})
        case CodeType():
            known = oggetto({"testo": {"type": "string"}})
        case _:
            assert_never(tipo)
    return {"anyOf": [known, NIENTE]}
