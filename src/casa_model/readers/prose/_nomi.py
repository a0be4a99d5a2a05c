"""What things are called in sentences: the days of a rule, and codes that have no label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.rules.names import DATA_REQUISITI, MEMBRI
from casa_model.rules.porta import DATA_DOMANDA
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.rules.misura import Misura

GIORNI: Final = {
    DATA_REQUISITI: Testo(it="giorno dei requisiti", en="day of the requisites"),
    "pubblicazione": Testo(it="pubblicazione dell'avviso", en="publication of the notice"),
    "apertura": Testo(it="apertura dei termini", en="opening of the terms"),
    "chiusura": Testo(it="chiusura dei termini", en="closing of the terms"),
}
"""The labels of the days that a rule may name."""

# What a verdict may miss without being a fact of the measure: the list of members, a day.
_SENZA_FATTO: Final = GIORNI | {
    MEMBRI: Testo(
        it="elenco dei componenti del nucleo", en="the list of the members of the household"
    ),
    DATA_DOMANDA: Testo(
        it="giorno della domanda, con l'ora se l'avviso ne fissa una",
        en="day of the application, with the hour if the notice sets one",
    ),
}


def leggibile(codice: str) -> str:
    """A name or a code that has no label, as words."""
    return codice.replace("_", " ").replace("-", " ")


def etichetta_mancante(misura: Misura, nome: str, lang: Lang) -> str:
    """The label of a missing fact of a verdict, also of those that no measure declares.

    Of a notice the day of the application may be known and its hour not: the label says both.
    """
    of_the_door = nome == DATA_DOMANDA and misura.calendario is not None
    for fatto in misura.fatti:
        if fatto.nome == nome and not of_the_door:
            return fatto.etichetta.render(lang)
    label = _SENZA_FATTO.get(nome)
    return leggibile(nome) if label is None else label.render(lang)
