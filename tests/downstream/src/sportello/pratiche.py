"""From the files of an office to what it sends, files and pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import casa_model as cm


@dataclass(frozen=True)
class Ufficio:
    """An office with its notice, and the texts that it was read from."""

    avviso: cm.Avviso
    testi: tuple[cm.FileDiRegole, ...]

    def leggi(self, domande: Path) -> cm.Lette:
        """The applications of a CSV file, broken rows apart."""
        return cm.leggi_domande(domande.read_bytes(), self.avviso, file=domande.name, decimali="it")

    def decidi(self, domande: Sequence[cm.Domanda]) -> cm.Decisione:
        """All outcomes, and who is paid."""
        return cm.decidi(self.avviso, domande)

    def pagamenti(self, decisione: cm.Decisione) -> Mapping[str, cm.Euro]:
        """What is paid to each application."""
        if decisione.graduatoria is None:
            return {}
        places = decisione.graduatoria.posizioni
        return {place.riferimento: place.pagato for place in places if place.pagato is not None}

    def lettera(self, esito: cm.EsitoDomanda) -> str:
        """The draft of the motivated notice to one applicant."""
        told = cm.explain(self.avviso.misura, esito.fatti, esito.verdict, lang="it", valori=False)
        return cm.motivated(
            self.avviso.misura,
            told,
            legge=cm.edizione().norme["l-241-1990"],
            riferimento=esito.riferimento,
            ente=self.avviso.ente,
        ).testo()

    def archivia(self, decisione: cm.Decisione, domande: Sequence[cm.Domanda]) -> str:
        """The record of a decision, as a text to keep."""
        avviso, *misure = self.testi
        verbale = cm.verbale_di(
            decisione, domande, avviso=avviso, misure=misure, versione=cm.__version__
        )
        return cm.verbale_ndjson(verbale)

    def simula(self, isee: Sequence[cm.Euro], *, componenti: int) -> list[int | None]:
        """The cents that households of a size would get, by ISEE: a table for the council."""
        fast = cm.compiled(self.avviso.misura, on=self.giorno)
        rows = (
            fast.prepare(cm.Fatti({"isee": each, "componenti": componenti, "protocollo": "x"}))
            for each in isee
        )
        return [fast.bits(row)[1] for row in rows]

    @property
    def giorno(self) -> date:
        """The day of the law of the notice."""
        fixed = self.avviso.misura.calendario
        if fixed is None:
            raise ValueError("a notice has its days")
        return fixed.giorno_norma


def apri(avviso: Path, misura: Path) -> Ufficio:
    """Read a notice over a measure of the comune's own."""
    edizione = cm.edizione()
    own = cm.leggi_misura(
        misura.read_bytes(), file=misura.name, fatti=edizione.fatti, norme=edizione.norme
    ).valore
    read = cm.leggi_avviso(
        avviso.read_bytes(), file=avviso.name, misure={**edizione.misure, own.codice: own}
    )
    texts = (cm.FileDiRegole(path.name, path.read_text("utf-8")) for path in (avviso, misura))
    return Ufficio(read.valore, tuple(texts))
