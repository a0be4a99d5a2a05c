"""The schema of an outcome: a line of `esiti.ndjson`, as `esiti_ndjson` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.exchange.esiti import NON_DECISA
from casa_model.exchange.json_schema import _testi
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
from casa_model.exchange.json_schema._testa import testa
from casa_model.graduatorie import Stato
from casa_model.rules.avviso import Avviso, measure_of
from casa_model.rules.esito import CASI, Esito
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.exchange.json_schema._testa import Schema
    from casa_model.rules.misura import Misura

_TITLE: Final = Testo(it="Un esito", en="One outcome")
_NOTE: Final = Testo(
    it="Una riga di `esiti.ndjson`: l'esito di una domanda, e nessun fatto di nessuno. Gli importi "
    'sono testi, `"9360.00"`; ciò che non c\'è è null.',
    en="A line of `esiti.ndjson`: the outcome of an application, and no fact of anybody. Amounts "
    'are texts, `"9360.00"`; what there is not is null.',
)
_PROPERTIES: Final = {
    "riferimento": Testo(it="riferimento della domanda", en="reference of the application"),
    "esito": Testo(it="esito", en="outcome"),
    "importo": Testo(it="importo spettante, in euro", en="amount due, in euro"),
    "rango": Testo(it="posto in graduatoria, da 1", en="place in the ranking, from 1"),
    "stato": Testo(it="che cosa ne fa la dotazione", en="what the endowment does for it"),
    "pagato": Testo(it="importo pagato, in euro", en="amount paid, in euro"),
    "motivi": Testo(it="requisiti che mancano, con la fonte", en="false requirements, sourced"),
    "mancano": Testo(it="fatti ancora da sapere", en="facts still needed"),
    "avvertenze": Testo(it="avvertenze per chi decide", en="warnings for whoever decides"),
}
_UNDECIDED: Final = Testo(
    it="non decisa: i suoi fatti si contraddicono",
    en="not decided: its facts contradict one another",
)
_STATI: Final = {
    Stato.FINANZIATA: Testo(it="pagata per intero", en="paid in full"),
    Stato.PARZIALE: Testo(it="pagata in parte", en="paid in part"),
    Stato.IN_ATTESA: Testo(it="in attesa", en="on the waiting list"),
    Stato.NON_ASSEGNATA: Testo(it="dotazione non nota", en="endowment not known"),
}


def schema_esito(avviso_o_misura: Avviso | Misura) -> str:
    """Write the JSON Schema (2020-12) of one outcome: a line of `esiti_ndjson`.

    It lists the codes of the reasons and the facts that can be missing, each with its label. Every
    line that `esiti_ndjson` writes for the notice is valid. Of a measure, it is the schema of a
    notice that changes nothing of it.
    """
    reason = {
        "codice": una_di(codici(avviso_o_misura)),
        "testo": {"type": "string", "minLength": 1},
        "fonte": {"type": "string", "minLength": 1},
    }
    kinds: dict[str, Schema] = {
        "riferimento": {"type": "string", "pattern": f"[^{_testi.BLANKS}]"},
        "esito": una_di(
            {each.value: label for each, label in CASI.items()} | {NON_DECISA: _UNDECIDED}
        ),
        "importo": {"type": ["string", "null"], **importo()},
        "rango": {"type": ["integer", "null"], "minimum": 1},
        "stato": {"oneOf": [*una_di({s.value: t for s, t in _STATI.items()})["oneOf"], NIENTE]},
        "pagato": {"type": ["string", "null"], **importo()},
        "motivi": elenco(oggetto(reason)),
        "mancano": elenco(una_di(mancanti(avviso_o_misura))),
        "avvertenze": {"type": "array", "items": {"type": "string", "minLength": 1}},
    }
    titled = {
        key: {"title": f"{label.it} — {label.en}", **kinds[key]}
        for key, label in _PROPERTIES.items()
    }
    return scrivi(
        {
            **testa(avviso_o_misura, "esito", _TITLE, _NOTE),
            **oggetto(titled),
            "oneOf": _cases(avviso_o_misura),
        }
    )


def _cases(avviso_o_misura: Avviso | Misura) -> list[Schema]:
    """What goes with each outcome: an amount and a place only with the admitted."""
    misura = measure_of(avviso_o_misura)
    unread = any(requisito.non_visto for requisito in requisiti_di(misura))
    nothing = dict.fromkeys(("importo", "rango", "stato", "pagato"), NIENTE)
    reasons, needed = {"motivi": VUOTO}, {"mancano": VUOTO}
    return [
        caso(
            CASI[Esito.AMMESSO],
            esito={"const": Esito.AMMESSO.value},
            importo={"type": "string"} if misura.importo is not None else NIENTE,
            **_place(avviso_o_misura),
            **reasons,
            **needed,
        ),
        caso(
            CASI[Esito.NON_AMMESSO],
            esito={"const": Esito.NON_AMMESSO.value},
            **nothing,
            motivi={"minItems": 1},
            **needed,
        ),
        caso(
            CASI[Esito.DA_COMPLETARE],
            esito={"const": Esito.DA_COMPLETARE.value},
            **nothing,
            **reasons,
            mancano={"minItems": 0 if unread else 1},
        ),
        caso(
            _UNDECIDED,
            esito={"const": NON_DECISA},
            **nothing,
            **reasons,
            **needed,
            avvertenze={"minItems": 1},
        ),
    ]


def _place(avviso_o_misura: Avviso | Misura) -> dict[str, Schema]:
    """The place of an admitted application, where there is a ranking, and what it is paid."""
    if measure_of(avviso_o_misura).graduatoria is None:
        return dict.fromkeys(("rango", "stato", "pagato"), NIENTE)
    place: dict[str, Schema] = {"rango": {"type": "integer"}, "stato": {"type": "string"}}
    if not isinstance(avviso_o_misura, Avviso):
        return place
    given = avviso_o_misura.dotazione
    money = given is not None and given.euro is not None
    return place | {"pagato": {"type": "string"} if money else NIENTE}
