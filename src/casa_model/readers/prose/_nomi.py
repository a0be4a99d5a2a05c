"""What things are called in sentences: the days of a rule, and codes that have no label."""

from __future__ import annotations

from typing import Final

from casa_model.rules.names import DATA_REQUISITI
from casa_model.values import Testo

GIORNI: Final = {
    DATA_REQUISITI: Testo(it="giorno dei requisiti", en="day of the requisites"),
    "pubblicazione": Testo(it="pubblicazione dell'avviso", en="publication of the notice"),
    "apertura": Testo(it="apertura dei termini", en="opening of the terms"),
    "chiusura": Testo(it="chiusura dei termini", en="closing of the terms"),
}
"""The labels of the days that a rule may name."""


def leggibile(codice: str) -> str:
    """A name or a code that has no label, as words."""
    return codice.replace("_", " ").replace("-", " ")
