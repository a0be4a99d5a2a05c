"""What the door of a notice is asked with: when an application was made, and its number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casa_model.rules.porta import DATA_DOMANDA, PROTOCOLLO

if TYPE_CHECKING:
    from casa_model.nuclei import Domanda
    from casa_model.rules.facts import Fatti
    from casa_model.rules.misura import Momento


def moment_of(domanda: Domanda, fatti: Fatti) -> Momento | None:
    """When the application was made: its moment, or the day that its facts state."""
    if domanda.presentata is not None:
        return domanda.presentata
    day = fatti.valori.get(DATA_DOMANDA)
    return day if isinstance(day, date) else None


def protocol_of(fatti: Fatti) -> str | None:
    """The protocol number of an application, wherever it was stated."""
    found = fatti.valori.get(PROTOCOLLO)
    return found if isinstance(found, str) else None
