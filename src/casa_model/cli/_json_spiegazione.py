"""Explanations as one JSON object, for programs: the parts of each, in words."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from casa_model.cli._json_decisione import FORMATO, difetto
from casa_model.cli._rotte import difetti_di

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.casa import EsitoDomanda
    from casa_model.cli._ingressi import Ingressi
    from casa_model.errors import Lang
    from casa_model.readers.explain import Spiegazione


def voce(esito: EsitoDomanda, spiegazione: Spiegazione, testo: str, lang: Lang) -> dict[str, Any]:
    """One application: its explanation in parts, and `testo`, what would have been printed."""
    return {
        "riferimento": esito.riferimento,
        "esito": esito.verdict.esito.value,
        "avvertenze": [avvertenza.render(lang) for avvertenza in esito.avvertenze],
        "spiegazione": attrs.asdict(spiegazione, value_serializer=_plain),
        "testo": testo,
    }


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
        "spiegazioni": list(voci),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _plain(_object: object, _field: object, value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
