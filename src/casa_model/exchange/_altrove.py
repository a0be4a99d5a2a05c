"""Columns that belong to the other file: those of the household among members, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.exchange._colonne import DATA_DOMANDA, PROTOCOLLO, RIFERIMENTO
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable

_OF_THE_HOUSEHOLD: Final = Testo(
    it="un fatto del nucleo, non dei membri", en="a fact of the household, not of members"
)
_OF_MEMBERS: Final = Testo(
    it="un fatto dei membri, non del nucleo", en="a fact of members, not of the household"
)
_OF_THE_APPLICATION: Final = Testo(
    it="un dato della domanda, non dei membri", en="a datum of the application, not of members"
)
FILE_DOMANDE: Final = Testo(it="nel file delle domande", en="in the file of applications")
FILE_MEMBRI: Final = Testo(it="nel file dei membri", en="in the file of members")
DOMANDA: Final = Testo(it="nella domanda", en="in the application")
LISTA_MEMBRI: Final = Testo(it="nella lista `membri`", en="in the list `membri`")


@frozen
class Altrove:
    """What each of some names is, and where it goes."""

    che: dict[str, Testo]
    dove: Testo

    def parole(self, nome: str) -> dict[str, str]:
        """The words of the fault `colonna-altrove`."""
        che = self.che[nome]
        return {
            "nome": nome,
            "che": che.it,
            "che_en": che.en,
            "dove": self.dove.it,
            "dove_en": self.dove.en,
        }


def dei_membri(colonne: Iterable[str], dove: Testo) -> Altrove:
    """The columns of members, which stand elsewhere when a household is read."""
    return Altrove({nome: _OF_MEMBERS for nome in colonne if nome != RIFERIMENTO}, dove)


def del_nucleo_soltanto(fatti: Iterable[str], dove: Testo) -> Altrove:
    """The facts of a household, which stand elsewhere when members are read."""
    return Altrove(dict.fromkeys(fatti, _OF_THE_HOUSEHOLD), dove)


def del_nucleo(colonne: Iterable[str], dove: Testo) -> Altrove:
    """The columns of a household, which stand elsewhere when members are read."""
    che = {nome: _OF_THE_HOUSEHOLD for nome in colonne if nome != RIFERIMENTO}
    che |= dict.fromkeys((PROTOCOLLO, DATA_DOMANDA), _OF_THE_APPLICATION)
    return Altrove(che, dove)
