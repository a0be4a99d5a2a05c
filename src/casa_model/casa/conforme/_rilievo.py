"""One thing in which a notice is not what its act says, with a household that shows it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import field, frozen

from casa_model.rules.avviso import Differenza
from casa_model.rules.misura import Misura
from casa_model.rules.quesiti import Confini, Esempio, Perche
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

TUTTO: Final = "avviso"
"""The part of what is found of the notice as a whole."""


@frozen
class Rilievo:
    """One finding; `codice` is the same as long as the finding is: part, name, which way.

    `esempio` is an invented household, decided by the act (first) and by the notice, or by the act
    with this difference alone. `perche` says why nobody knows.
    """

    codice: str
    parte: str
    nome: str
    verso: Verso
    esempio: Esempio | None = field(default=None, repr=False)
    perche: Perche | None = None


@frozen
class Esame:
    """What was found of the whole notice, or of one difference alone; nothing: it is equivalent.

    `differenza` is None for the whole. `titolo` is what is changed, `articolo` where the act says
    it (None for what the act does not have), `fonte` where the notice does. `misura` is what was
    held against the act.
    """

    differenza: Differenza | None
    titolo: Testo
    articolo: Testo | None
    fonte: Testo
    misura: Misura = field(repr=False)
    rilievi: tuple[Rilievo, ...]
    confini: Confini

    @property
    def equivalente(self) -> bool:
        """Whether nobody gets another answer by it."""
        return not self.rilievi


def codice_di(parte: str, nome: str, verso: Verso, che_cosa: Verso | None = None) -> str:
    """The code of a finding, such as `requisito/isee/piu-largo`.

    Of what is not known also which question it is: `requisito/isee/non-so/piu-largo`.
    """
    words = (parte, nome) if nome != parte else (parte,)
    return "/".join((*words, verso.value, *(() if che_cosa is None else (che_cosa.value,))))
