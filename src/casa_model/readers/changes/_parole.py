"""What a measure calls things: facts, values, how far one is from another, requirements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.errors import Lang
from casa_model.readers.changes._frasi import dire
from casa_model.readers.meaning import plain
from casa_model.readers.prose._citazione import citazione
from casa_model.readers.prose._nomi import etichetta_mancante
from casa_model.readers.prose._parole import tra_virgolette
from casa_model.readers.prose._valori import in_parole
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.readers.ranges import is_other
from casa_model.rules.misura import Misura, Requisito
from casa_model.rules.types import CodeType, DateType, NumberType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.readers.changes._cambiamenti import DatoCambiato
    from casa_model.readers.prose._valori import Preposizione
    from casa_model.rules.facts import Value


@frozen
class Parole:
    """The words of a measure in one language."""

    misura: Misura
    lang: Lang
    _vocabolario: Vocabolario
    _requisiti: Mapping[str, Requisito]

    @classmethod
    def of(cls, misura: Misura, lang: Lang) -> Parole:
        """Those of a measure."""
        asked = {requisito.codice: requisito for requisito in misura.requisiti}
        return cls(misura, lang, Vocabolario(misura, lang, None), asked)

    def con(self, preposizione: Preposizione, day: date) -> str:
        """A day after a preposition."""
        return self._vocabolario.con(preposizione, day)

    def nome(self, dato: DatoCambiato) -> str:
        """A fact by its label; that of a member says of which."""
        label = dato.fatto.etichetta.render(self.lang)
        if dato.membro is None:
            return label
        return dire("del_componente", self.lang, nome=label, n=dato.membro + 1)

    def tra_virgolette(self, dato: DatoCambiato) -> str:
        """A fact by its label, between quotation marks."""
        return tra_virgolette(self.nome(dato), self.lang)

    def nomi(self, nomi: Iterable[str]) -> str:
        """Facts, days and the list of members by their labels."""
        return ", ".join(etichetta_mancante(self.misura, nome, self.lang) for nome in nomi)

    def mancante(self, nome: str) -> str:
        """A missing fact, with what proves it."""
        label = etichetta_mancante(self.misura, nome, self.lang)
        fatto = next((fatto for fatto in self.misura.fatti if fatto.nome == nome), None)
        if fatto is None or fatto.prova is None:
            return label
        return dire("prova", self.lang, nome=label, prova=fatto.prova.render(self.lang))

    def valore(self, dato: DatoCambiato, valore: Value) -> str:
        """A value of a fact."""
        if isinstance(dato.fatto.tipo, CodeType) and is_other(str(valore)):
            return dire("altro_codice", self.lang)
        return in_parole(plain(valore), dato.fatto.tipo, self.lang, dict(dato.fatto.valori))

    def verso(self, dato: DatoCambiato) -> str:
        """Which sentence says how a fact would change, without its value."""
        match plain(dato.valore), plain(dato.nuovo):
            case date() as now, date() as then:
                return "successivo" if then > now else "precedente"
            case Decimal() as now, Decimal() as then:
                return "alto" if then > now else "basso"
            case _:
                return "diverso"

    def distanza(self, dato: DatoCambiato) -> str | None:
        """How far the new value is; None where there is nothing to measure."""
        tipo, lang = dato.fatto.tipo, self.lang
        rises = self.verso(dato) in {"alto", "successivo"}
        if isinstance(tipo, DateType):
            many = "un_giorno" if dato.distanza == 1 else "giorni"
            days = dire(many, lang, n=dato.distanza)
            return dire("dopo" if rises else "prima", lang, quanto=days)
        if not isinstance(tipo, NumberType):
            return None
        far = Decimal(dato.distanza).scaleb(-tipo.scale)
        words = in_parole(far, tipo, lang, {})
        return dire("piu" if rises else "meno", lang, quanto=words)

    def testo(self, codice: str) -> str:
        """A requirement in its words."""
        return self._requisiti[codice].testo.render(self.lang)

    def requisiti(self, codici: Iterable[str]) -> str:
        """Requirements in their words, each with its article."""
        found = (self._requisiti[codice] for codice in codici)
        atti = {atto.codice: atto for atto in self.misura.atti}
        return "; ".join(
            f"{each.testo.render(self.lang)} — {citazione(each.fonte, atti, self.lang)}"
            for each in found
        )
