"""What the door of a notice looked at: when an application was made, the terms, its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from casa_model.errors import Lang
from casa_model.readers.explain._spiegazione import Guardato, Ragione
from casa_model.readers.explain._vista import NASCOSTO
from casa_model.readers.prose._citazione import citazione
from casa_model.readers.prose._nomi import GIORNI
from casa_model.readers.prose._porta import momento
from casa_model.rules.avviso import Avviso
from casa_model.rules.misura import Momento
from casa_model.rules.porta import (
    DATA_DOMANDA,
    ETICHETTE,
    NEI_TERMINI,
    PROTOCOLLO,
    PROTOCOLLO_UNICO,
    TESTI,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


@frozen
class Porta:
    """What an application showed at the door; it never shows in a `repr`."""

    avviso: Avviso
    lang: Lang
    valori: bool
    presentata: Momento | None = field(repr=False)
    protocollo: str | None = field(repr=False)

    def ragioni(self, told: Sequence[Ragione]) -> tuple[Ragione, ...]:
        """All reasons, those of the door with what was looked at, numbered as in the rule book.

        Where requirements were asked and no repeated number is told, there was none.
        """
        found = [self._vista(each) for each in told]
        codes = [each.codice for each in told]
        if {*codes} - {*TESTI} and PROTOCOLLO_UNICO not in codes:
            found.insert(int(NEI_TERMINI in codes), self._unico())
        return tuple(found)

    def _unico(self) -> Ragione:
        atti = {atto.codice: atto for atto in self.avviso.misura.atti}
        return Ragione(
            PROTOCOLLO_UNICO,
            TESTI[PROTOCOLLO_UNICO].render(self.lang),
            citazione(self.avviso.fonte, atti, self.lang),
            esito=True,
            guardati=()
            if self.protocollo is None
            else (self._stated(PROTOCOLLO, self.protocollo),),
        )

    def _vista(self, ragione: Ragione) -> Ragione:
        """A reason of the door with what was looked at; any other as it is."""
        if ragione.codice == NEI_TERMINI:
            return evolve(ragione, guardati=self._terms())
        if ragione.codice == PROTOCOLLO_UNICO:
            return evolve(ragione, guardati=(self._stated(PROTOCOLLO, self.protocollo),))
        return ragione

    def _terms(self) -> tuple[Guardato, ...]:
        lang = self.lang
        atti = {atto.codice: atto for atto in self.avviso.misura.atti}
        cited = (citazione(self.avviso.fonte, atti, lang),)
        moment = None if self.presentata is None else momento(lang, self.presentata)
        terms = (("apertura", self.avviso.apertura), ("chiusura", self.avviso.chiusura))
        return (
            self._stated(DATA_DOMANDA, moment),
            *(
                Guardato(name, GIORNI[name].render(lang), momento(lang, term), cited)
                for name, term in terms
                if term is not None
            ),
        )

    def _stated(self, name: str, words: str | None) -> Guardato:
        """Something of the application itself: its value only where values are shown."""
        hidden = words is not None and not self.valori
        label = ETICHETTE[name].render(self.lang)
        return Guardato(name, label, NASCOSTO if hidden else words)
