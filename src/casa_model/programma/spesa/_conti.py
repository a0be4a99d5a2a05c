"""The running balances of a line: what an entry is checked against, never summed again."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from casa_model.programma.spesa._movimenti import Impegno, Movimento
from casa_model.programma.spesa._saldi import Conto, Saldi
from casa_model.programma.spesa._strati import Strati
from casa_model.values import Euro


@frozen
class RigaImpegno:
    """A commitment as it stands: its entry, its account, and whether it takes more entries."""

    impegno: Impegno
    conto: Conto
    aperto: bool


@frozen
class Effetto:
    """What an entry changes: balances, perhaps a commitment, perhaps an amount as corrected.

    `riga` is the commitment as it was before, `chiude` whether it takes no more; `importo` is
    the code of an endowment or a payment, and what that comes to from now on.
    """

    saldi: Saldi
    riga: RigaImpegno | None = None
    chiude: bool = False
    importo: tuple[str, Euro] | None = None


@frozen(eq=False)
class Conti:
    """Everything that the entries so far come to.

    `importi` has what endowments and payments come to, corrections included. `prima` are the
    balances at the end of each earlier year with entries, in order: they share nearly all with
    these, and a past day is read from the nearest of them on.
    """

    movimenti: Strati[Movimento] = field(factory=Strati[Movimento])
    saldi: Saldi = field(factory=Saldi)
    impegni: Strati[RigaImpegno] = field(factory=Strati[RigaImpegno])
    beneficiari: Strati[Conto] = field(factory=Strati[Conto])
    importi: Strati[Euro] = field(factory=Strati[Euro])
    prima: tuple[Conti, ...] = ()
    ultimo: date | None = None

    def plus(self, movimento: Movimento, effetto: Effetto) -> Conti:
        """The balances after an entry that was checked."""
        saldi = self.saldi.plus(effetto.saldi)
        impegni, beneficiari, importi = self.impegni, self.beneficiari, self.importi
        if effetto.riga is not None:
            before = effetto.riga
            conto = before.conto.plus(effetto.saldi.conto)
            after = RigaImpegno(before.impegno, conto, aperto=not effetto.chiude)
            impegni = impegni.plus(before.impegno.codice, after)
            who = before.impegno.beneficiario
            had = beneficiari.get(who, Conto())
            beneficiari = beneficiari.plus(who, had.plus(effetto.saldi.conto))
        if effetto.importo is not None:
            importi = importi.plus(*effetto.importo)
        prima = self.prima
        if self.ultimo is not None and self.ultimo.year < movimento.giorno.year:
            prima = (*prima, self)
        return Conti(
            self.movimenti.plus(movimento.codice, movimento),
            saldi,
            impegni,
            beneficiari,
            importi,
            prima,
            movimento.giorno,
        )
