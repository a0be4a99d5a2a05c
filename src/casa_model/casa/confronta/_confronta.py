"""Two versions of the same rules, compared: what changes, part by part."""

from __future__ import annotations

from attrs import frozen

from casa_model.casa.confronta._cambiamento import Cambiamento, cambiamenti
from casa_model.casa.confronta._parti import Parte
from casa_model.casa.confronta._versione import Versione
from casa_model.errors import IllTyped, InvalidValue


@frozen
class Confronto:
    """What changes between two versions; `cambiamenti` is empty when no answer can change.

    `testi_diversi` says whether the rules are told otherwise all the same: labels, sources, notes,
    numbers out of force, the order of things.
    """

    prima: Versione
    ora: Versione
    cambiamenti: tuple[Cambiamento, ...]
    testi_diversi: bool

    @property
    def uguale(self) -> bool:
        """Whether nothing that changes can change an answer."""
        return not self.cambiamenti

    @property
    def solo_il_giorno(self) -> bool:
        """Whether the law is the same, and only the days on which things are looked at move."""
        return not self.uguale and all(c.parte is Parte.GIORNO for c in self.cambiamenti)


def confronta(prima: Versione, ora: Versione) -> Confronto:
    """Compare two versions of a measure, a measure on two days, or two notices of a measure.

    Raises `InvalidValue` when they are not of the same measure; `IllTyped` when what is passed is
    no `Versione`.
    """
    if type(prima) is not Versione or type(ora) is not Versione:
        raise IllTyped(
            it="si confrontano due versioni; passa `Versione(misura, on=…)` o `Versione(avviso)`",
            en="two versions are compared; pass `Versione(misura, on=…)` or `Versione(avviso)`",
        )
    if prima.base != ora.base:
        raise InvalidValue(
            it=f"sono regole di due misure, `{prima.base}` e `{ora.base}`; confronta due versioni "
            "della stessa",
            en=f"they are rules of two measures, `{prima.base}` and `{ora.base}`; compare two "
            "versions of one",
        )
    found = tuple(cambiamenti(prima, ora))
    return Confronto(prima, ora, found, prima.regole != ora.regole)
