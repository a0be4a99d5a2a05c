"""A household that the contribution for difficulty admits, and one change at a time from it."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from casa_model.casa import edizione
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Calendario
from casa_model.values import Euro

DIFFICOLTA = edizione().misure["crs-difficolta"]
FREE = evolve(
    DIFFICOLTA,
    fatti=tuple(
        evolve(fatto, obbligo=False) if fatto.nome == "debito_pregresso" else fatto
        for fatto in DIFFICOLTA.fatti
    ),
)
"""The same measure, as if to run up a debt were a choice like another."""
ACCESSO = edizione().misure["accesso-sap"]
DAY = date(2024, 9, 1)
ADMITTED = Fatti(
    {
        "isee": Euro(500_000),
        "isp": Euro(100_000),
        "scala_equivalenza": 1,
        "componenti": 1,
        "area": "accesso",
        "data_assegnazione": date(2010, 1, 1),
        "data_contratto": date(2010, 1, 1),
        "decadenza": "nessuna",
        "riceve_crs_indigenza": False,
        "servizi_anno": Euro(100_000),
        "debito_pregresso": Euro(0),
    }
)


def but(*without: str, **facts: object) -> Fatti:
    """The admitted household with other facts, and without some."""
    known = {nome: value for nome, value in ADMITTED.valori.items() if nome not in without}
    return Fatti({**known, **facts})  # type: ignore[dict-item]  # of the right types


NOTICE = evolve(DIFFICOLTA, calendario=Calendario(DAY, DAY, (("chiusura", date(2024, 9, 30)),)))
OCCUPIED = Fatti(
    {
        "isee": Euro(0),
        "isp": Euro(0),
        "titolo_soggiorno": "ue",
        "occupazione_cinque_anni": True,
    }
)
"""Somebody whom access to public housing refuses for an occupation, until time has passed."""
