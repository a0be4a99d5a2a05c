"""Changes as one JSON object, for programs: what changes, and the sentences that tell it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from casa_model.cli._json_decisione import FORMATO, difetto
from casa_model.cli._rotte import difetti_di
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.cli._ingressi import Ingressi
    from casa_model.cli.cosa_manca import Guardata
    from casa_model.errors import Lang
    from casa_model.readers.changes import Cambiamento
    from casa_model.rules.facts import Value


def voce(guardata: Guardata, *, valori: bool) -> dict[str, Any]:
    """One application: its changes by kind, and what would have been printed."""
    trovati = guardata.trovati
    found: dict[str, Any] = {
        "riferimento": guardata.esito.riferimento,
        "esito": guardata.esito.verdict.esito.value,
        "porta": list(guardata.porta),
        "cambiamenti": None,
        "capitoli": [
            {"titolo": capitolo.titolo, "righe": list(capitolo.righe)}
            for capitolo in guardata.capitoli
        ],
    }
    if trovati is not None:
        kinds = {
            "persona": trovati.persona,
            "tempo": trovati.tempo,
            "giorni": trovati.giorni,
            "coppie": trovati.coppie,
            "nessuno": trovati.nessuno,
        }
        found["cambiamenti"] = {
            "scopo": trovati.scopo.value,
            **{kind: [_one(each, valori=valori) for each in some] for kind, some in kinds.items()},
            "rimedi": [
                {
                    "requisito": each.requisito,
                    "cambiamenti": [_one(way, valori=valori) for way in each.cambiamenti],
                    "non_decisi": [
                        list(left.nomi)
                        for left in trovati.non_decisi
                        if left.requisito == each.requisito
                    ],
                }
                for each in trovati.rimedi
            ],
            "falliti": list(trovati.falliti),
            "mancano": list(trovati.mancano),
            "altri": trovati.altri,
            "non_visti": list(trovati.non_visti),
            "esclusi": list(trovati.esclusi),
            "obblighi": list(trovati.obblighi),
            "non_decisi": [*map(list, dict.fromkeys(each.nomi for each in trovati.non_decisi))],
        }
    return found


def _one(each: Cambiamento, *, valori: bool) -> dict[str, Any]:
    """A change; without values only what tells none: which facts, the outcome, the requirements."""
    dati: list[dict[str, Any]] = [
        {"nome": dato.nome, "membro": None if dato.membro is None else dato.membro + 1}
        for dato in each.dati
    ]
    found: dict[str, Any] = {
        "dati": dati,
        "esito": each.verdict.esito.value,
        "sana": list(each.sana),
        "mancano": list(each.verdict.mancano),
        "legge": each.legge,
    }
    if valori:
        for said, dato in zip(dati, each.dati, strict=True):
            said |= {"valore": plain(dato.valore), "nuovo": plain(dato.nuovo)}
        found |= {
            "importo": plain(each.verdict.importo),
            "giorno": plain(each.giorno),
            "fino": plain(each.fino),
            "fino_deciso": each.fino_deciso,
            "al_massimo": None if each.al_massimo is None else _one(each.al_massimo, valori=valori),
        }
    return found


def plain(value: Value | None) -> bool | str | None:
    """A value as JSON has it: money and numbers as texts, with a point."""
    match value:
        case Euro():
            return f"{value.decimal:f}"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case _:
            return value


def json_di(
    read: Ingressi,
    chiesta: str | None,
    scarti: Iterable[tuple[str, str]],
    voci: Iterable[dict[str, Any]],
    lang: Lang,
) -> str:
    """The whole; `scarti` are references that could not be decided, and why."""
    faults = (*read.rilievi, *difetti_di(read, chiesta))
    whole = {
        "formato": FORMATO,
        "avviso": read.avviso.codice,
        "difetti": [difetto(fault, lang) for fault in faults],
        "scarti": [{"riferimento": nome, "motivo": motivo} for nome, motivo in scarti],
        "domande": list(voci),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)
