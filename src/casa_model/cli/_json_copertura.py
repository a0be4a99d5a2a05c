"""The coverage of rules as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casa_model.cli._json_decisione import FORMATO, difetto
from casa_model.readers.copertura import Coperto, Escluso, codice, parole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.errors import Fault, Lang
    from casa_model.readers.copertura import Buco, Copertura, Stato


def come_json(
    found: Iterable[tuple[Copertura, tuple[Buco, ...]]], told: Iterable[Fault], lang: Lang
) -> dict[str, Any]:
    """The whole as one object: rules, their points, what is wrong in time."""
    return {
        "formato": FORMATO,
        "difetti": [difetto(fault, lang) for fault in told],
        "regole": [_rules(coperta, holes, lang) for coperta, holes in found],
    }


def _rules(coperta: Copertura, holes: tuple[Buco, ...], lang: Lang) -> dict[str, Any]:
    return {
        "codice": coperta.misura,
        "percento": coperta.percento,
        "coperti": len(coperta.coperti),
        "mancanti": len(coperta.mancanti),
        "impossibili": len(coperta.esclusi),
        "casi_fuori": list(coperta.fuori),
        "casi_da_scrivere": list(coperta.da_scrivere),
        "casi_falliti": list(coperta.falliti),
        "casi_senza_importo": list(coperta.senza_importo),
        "casi_senza_motivi": list(coperta.senza_motivi),
        "casi_senza_mancano": list(coperta.senza_mancano),
        "punti": [_point(stato, lang) for stato in coperta.punti],
        "giorni": [
            {
                "giorno": hole.giorno.isoformat(),
                "genere": hole.genere.value,
                "nome": hole.nome,
                "testo": hole.render(lang),
            }
            for hole in holes
        ],
    }


def _point(stato: Stato, lang: Lang) -> dict[str, Any]:
    punto = stato.punto
    covered, excluded = isinstance(stato, Coperto), isinstance(stato, Escluso)
    return {
        "codice": codice(punto),
        "parte": punto.dove.parte.value,
        "nome": punto.dove.nome,
        "via": punto.dove.via,
        "testo": parole(punto, lang),
        "di_importo": punto.di_importo,
        "stato": "coperto" if covered else "impossibile" if excluded else "mancante",
        "casi": list(stato.casi) if isinstance(stato, Coperto) else [],
        "perche": stato.perche.render(lang) if isinstance(stato, Escluso) else None,
    }
