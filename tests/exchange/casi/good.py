"""A good file of cases, and the faults of another."""

from __future__ import annotations

import pytest

from casa_model import InvalidFile, edizione
from casa_model.exchange.casi import leggi_casi

CRS = edizione().misure["crs-difficolta"]


SAP = edizione().misure["accesso-sap"]


GOOD = """formato = 1
regole = "crs-difficolta"
al = 2024-09-02

[[casi]]
codice = "isee-alla-soglia"
testo = "ISEE di 9.360,00 euro esatti"
nota = "il regolamento dice inferiore"
norma = "rr-11-2019, art. 6, c. 1, lett. c"
[casi.fatti]
isee = "9360.00"
area = "accesso"
data_assegnazione = 2020-01-31
scala_equivalenza = "1.57"
componenti = 2
canone_pagato = true
protocollo = "2024/7"
[casi.attesi]
esito = "non-ammesso"
motivi = ["isee"]

[[casi]]
codice = "isee-un-centesimo-sotto"
come = "isee-alla-soglia"
al = 2024-09-03
ignoti = ["area", "canone_pagato"]
[casi.fatti]
isee = "9359.99"
[casi.attesi]
esito = "da-completare"
mancano = ["area"]

[[casi]]
codice = "da-scrivere"
come = "isee-un-centesimo-sotto"
ignoti = ["isee"]
[casi.attesi]
esito = ""
importo = ""
"""


def codes(text: str, misura: object = CRS) -> list[str]:
    """Each fault as its place, its code and its near miss."""
    with pytest.raises(InvalidFile) as refused:
        leggi_casi(text, misura, file="c.casi.toml")  # type: ignore[arg-type]
    return [
        f"{f.place.line}:{f.place.column} {f.code} {f.vicino or ''}".strip()
        for f in refused.value.faults
    ]


def one(body: str) -> str:
    """A file of one case."""
    return f'formato = 1\n[[casi]]\ncodice = "uno"\n{body}'
