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
    PIU_ESIGENTE = "piu-esigente"
    """It leaves undecided somebody whom the act admits: it asks for facts that the act does not."""
    IMPORTO_PIU_ALTO = "importo-piu-alto"
    IMPORTO_PIU_BASSO = "importo-piu-basso"
    VOCI_DIVERSE = "voci-diverse"
    """It pays the same total, and another sum by some item."""
    GIORNO_SPOSTATO = "giorno-spostato"
    """The requisites are held on another day than publication."""
    GIORNO_IGNOTO = "giorno-ignoto"
    """Nobody knows when publication was: how far the day moves cannot be said."""
    LEGGE_SPOSTATA = "legge-spostata"
    """It applies the law of another day than publication."""
    GRADUATORIA_DIVERSA = "graduatoria-diversa"
    """Its ranking is not that of the act: another order, other reserves, other shares or edges."""
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
    Verso.PIU_ESIGENTE: Testo(
        it="più esigente dell'atto: non decide chi l'atto ammette, perché chiede fatti che l'atto "
        "non chiede",
        en="more demanding than the act: it leaves undecided whom the act admits, because it asks "
        "for facts that the act does not ask",
    ),
    Verso.IMPORTO_PIU_ALTO: Testo(
        it="importo più alto di quello dell'atto", en="a larger amount than that of the act"
    ),
    Verso.IMPORTO_PIU_BASSO: Testo(
        it="importo più basso di quello dell'atto", en="a smaller amount than that of the act"
    ),
    Verso.VOCI_DIVERSE: Testo(
        it="lo stesso importo, per altre voci", en="the same amount, by other items"
    ),
    Verso.GIORNO_SPOSTATO: Testo(
        it="i requisiti si guardano in un altro giorno, non in quello della pubblicazione",
        en="requisites are held on another day than that of publication",
    ),
    Verso.GIORNO_IGNOTO: Testo(
        it="il giorno della pubblicazione non è noto: di quanto ci si sposta non si può dire",
        en="the day of publication is not known: how far the day moves cannot be said",
    ),
    Verso.LEGGE_SPOSTATA: Testo(
        it="si applica la legge di un altro giorno, non quella della pubblicazione",
        en="the law of another day is applied, not that of publication",
    ),
    Verso.GRADUATORIA_DIVERSA: Testo(
        it="la graduatoria non è quella dell'atto: cambia l'ordine, o una riserva, la sua quota o "
        "chi vi rientra; per chi, si vede con `confronta`",
        en="the ranking is not that of the act: the order changes, or a reserve, its share or who "
        "belongs to it; for whom, `confronta` shows",
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
