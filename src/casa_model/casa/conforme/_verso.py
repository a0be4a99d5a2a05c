"""Which way a notice departs from its act, in words too."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from casa_model.values import Testo


class Verso(StrEnum):
    """Which way a notice departs from its act."""

    PIU_LARGO = "piu-largo"
    """It admits somebody whom the act does not."""
    PIU_SEVERO = "piu-severo"
    """It does not admit somebody whom the act does."""
    IMPORTO_PIU_ALTO = "importo-piu-alto"
    IMPORTO_PIU_BASSO = "importo-piu-basso"
    GIORNO_SPOSTATO = "giorno-spostato"
    """The requisites are held on another day than the act says."""
    GIORNO_IGNOTO = "giorno-ignoto"
    """The act holds requisites at publication, and nobody knows when that was."""
    NON_LETTO = "non-letto"
    """It changes what the act asks and nobody here has read, or asks what nobody has read."""
    NON_SO = "non-so"
    """Proof does not know: never a reason to call a notice sound, and never accepted."""


VERSI: Final = {
    Verso.PIU_LARGO: Testo(
        it="più largo dell'atto: ammette chi l'atto non ammette",
        en="looser than the act: it admits whom the act does not",
    ),
    Verso.PIU_SEVERO: Testo(
        it="più severo dell'atto: non ammette chi l'atto ammette",
        en="stricter than the act: it does not admit whom the act does",
    ),
    Verso.IMPORTO_PIU_ALTO: Testo(
        it="importo più alto di quello dell'atto", en="a larger amount than that of the act"
    ),
    Verso.IMPORTO_PIU_BASSO: Testo(
        it="importo più basso di quello dell'atto", en="a smaller amount than that of the act"
    ),
    Verso.GIORNO_SPOSTATO: Testo(
        it="il giorno dei requisiti non è quello dell'atto",
        en="the day of the requisites is not that of the act",
    ),
    Verso.GIORNO_IGNOTO: Testo(
        it="l'atto guarda i requisiti alla pubblicazione, che non è nota: di quanto ci si sposta "
        "non si può dire",
        en="the act holds requisites at publication, which is not known: how far the day moves "
        "cannot be said",
    ),
    Verso.NON_LETTO: Testo(
        it="qui nessuno ha letto che cosa si chiede: non si può confrontare",
        en="nobody here has read what is asked: it cannot be compared",
    ),
    Verso.NON_SO: Testo(
        it="non si sa: la prova non è riuscita", en="not known: the proof did not succeed"
    ),
}
"""What each finding says."""
