"""What the door of a notice asks before any rule: its codes, what it reads, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Mapping

NEI_TERMINI: Final = "nei-termini"
PROTOCOLLO_UNICO: Final = "protocollo-unico"
DATA_DOMANDA: Final = "data_domanda"
PROTOCOLLO: Final = "protocollo"

TESTI: Final[Mapping[str, Testo]] = {
    NEI_TERMINI: Testo(
        it="domanda presentata nei termini dell'avviso",
        en="application made within the terms of the notice",
    ),
    PROTOCOLLO_UNICO: Testo(
        it="protocollo non usato da una domanda precedente",
        en="protocol number not used by an earlier application",
    ),
}
"""What the door asks, by code: no requirement may take one of these."""

ETICHETTE: Final[Mapping[str, Testo]] = {
    DATA_DOMANDA: Testo(it="giorno della domanda", en="day of the application"),
    PROTOCOLLO: Testo(it="numero di protocollo", en="protocol number"),
}
"""What the door reads of an application."""
