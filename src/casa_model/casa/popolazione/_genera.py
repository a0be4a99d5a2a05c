"""Imaginary households, drawn by stated assumptions: the same seed, the same households."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.casa.confronta._fatti import di_entrambe
from casa_model.casa.confronta._versione import Versione
from casa_model.casa.popolazione._dado import Dado
from casa_model.casa.popolazione._estrai import estrai
from casa_model.casa.popolazione._ipotesi import Ipotesi
from casa_model.casa.popolazione._soglie import Linea, linee_di, vicini
from casa_model.errors import InvalidValue
from casa_model.nuclei import Domanda
from casa_model.readers.environment import days_of
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.leggi import facts_read
from casa_model.rules.misura import Misura
from casa_model.rules.names import COMPONENTI, DATA_REQUISITI
from casa_model.rules.porta import DATA_DOMANDA, PROTOCOLLO
from casa_model.rules.types import MAX_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Momento

NOME: Final = "immaginaria"
"""What the reference of every imaginary application begins with."""

MASSIMO: Final = 100_000
"""The most applications of a population."""

_DOOR: Final = frozenset({DATA_DOMANDA, PROTOCOLLO, COMPONENTI})
_BORN: Final = "data_nascita"
_AGE: Final = "eta"
_ROLE: Final = "ruolo"
_APPLICANT: Final = "richiedente"


def genera(
    versioni: Sequence[Versione], ipotesi: Ipotesi, *, quante: int, seme: int
) -> tuple[Domanda, ...]:
    """Draw `quante` imaginary applications to some versions of a measure, one at least.

    They say nothing of real tenants: each `riferimento` begins with `immaginaria`. Every fact that
    a version reads is drawn, by the assumptions, at times at a threshold of a version. Raises
    `InvalidValue` when `quante` is not from 1 to 100,000, there is no version, or two versions give
    one name to two kinds of fact.
    """
    if not 1 <= quante <= MASSIMO:
        raise InvalidValue(
            it=f"le domande immaginarie vanno da 1 a {MASSIMO}; scegli un altro numero",
            en=f"imaginary applications go from 1 to {MASSIMO}; choose another number",
        )
    if not versioni:
        raise InvalidValue(
            it="`versioni` è vuoto: non si sa di quale misura; passa almeno una `Versione`",
            en="`versioni` is empty: of which measure is not told; pass at least one `Versione`",
        )
    plan = _Piano.di(versioni, ipotesi)
    return tuple(plan.domanda(seme, number) for number in range(1, quante + 1))


@frozen
class _Piano:
    """What is drawn, and where the lines are."""

    ipotesi: Ipotesi
    misura: Misura
    nucleo: tuple[Fatto, ...]
    membro: tuple[Fatto, ...]
    linee: tuple[tuple[int, Versione, Fatto, tuple[Linea, ...]], ...]
    giorno: date
    finestra: tuple[date, date]

    @classmethod
    def di(cls, versioni: Sequence[Versione], ipotesi: Ipotesi) -> _Piano:
        misura = versioni[0].misura
        for other in versioni[1:]:
            misura = di_entrambe(misura, other.misura)
        read = {fatto.nome for each in versioni for fatto in facts_read(each.misura)}
        facts = [f for f in misura.fatti if f.nome in read and f.nome not in _DOOR]
        member = tuple(f for f in facts if f.membro)
        if _AGE in {fatto.nome for fatto in member}:  # an age is not said twice
            member = tuple(f for f in member if f.nome != _BORN)
        last = versioni[-1]
        day = days_of(last.misura, last.giorno)[DATA_REQUISITI]
        lines = tuple(
            (at, each, fatto, found)
            for at, each in enumerate(versioni)
            for fatto in each.misura.fatti
            if not fatto.membro and (found := linee_di(each.misura, fatto.nome, on=each.giorno))
        )
        home = tuple(f for f in facts if not f.membro)
        return cls(ipotesi, misura, home, member, lines, day, _window(last, day))

    def domanda(self, seme: int, numero: int) -> Domanda:
        """One household."""
        size = 1 + Dado(seme, numero, "nucleo").pesato(self.ipotesi.componenti)
        size = min(size, MAX_MEMBERS)
        values: dict[str, Value] = {}
        if any(fatto.nome == COMPONENTI for fatto in self.misura.fatti):
            values[COMPONENTI] = Decimal(size)
        for fatto in self.nucleo:
            values |= self._drawn(fatto, Dado(seme, numero, fatto.nome), size)
        for at, versione, fatto, lines in self.linee:
            if fatto.nome in values and fatto.nome not in _DOOR:
                die = Dado(seme, numero, f"linea-{at}/{fatto.nome}")
                values[fatto.nome] = self._near(versione, fatto, lines, values, die)
        listed = Dado(seme, numero, "membri").su_cento(self.ipotesi.membri_elencati)
        rows = [self._member(seme, numero, at, size) for at in range(size)]
        low, high = self.finestra
        made = low + timedelta(Dado(seme, numero, DATA_DOMANDA).tra(0, (high - low).days))
        return Domanda(
            f"{NOME}-{numero:06d}",
            presentata=made,
            protocollo=f"IMM/{numero:06d}",
            fatti=Fatti(values, rows if self.membro and listed else None),
        )

    def _drawn(self, fatto: Fatto, dado: Dado, size: int) -> dict[str, Value]:
        """A fact with its value; nothing when it is not known."""
        found = estrai(self.ipotesi, fatto, dado, componenti=size, giorno=self.giorno)
        return {} if found is None else {fatto.nome: found}

    def _near(
        self,
        versione: Versione,
        fatto: Fatto,
        lines: tuple[Linea, ...],
        values: dict[str, Value],
        dado: Dado,
    ) -> Value:
        """The value of a fact moved to a line of the rule, or a step off, as often as assumed."""
        own, usual = self.ipotesi.di(fatto.nome), self.ipotesi.predefinite
        share = own.soglie if own.soglie is not None else usual.soglie
        if not dado.su_cento(share or 0):
            return values[fatto.nome]
        declared = {each.nome for each in versione.misura.fatti}
        known = Fatti({nome: each for nome, each in values.items() if nome in declared})
        places = vicini(versione.misura, fatto, lines, known, on=versione.giorno)
        return places[dado.sotto(len(places))] if places else values[fatto.nome]

    def _member(self, seme: int, numero: int, at: int, size: int) -> dict[str, Value]:
        """One member; the first is who applies, and nobody else is."""
        row: dict[str, Value] = {}
        for fatto in self.membro:
            row |= self._drawn(fatto, Dado(seme, numero, f"membro-{at}/{fatto.nome}"), size)
        if _ROLE in row and (at == 0 or row[_ROLE] == _APPLICANT):
            row[_ROLE] = _APPLICANT if at == 0 else "altro"
        return row


def _window(versione: Versione, day: date) -> tuple[date, date]:
    """The days on which an application is in time, whole days only where there are some."""
    avviso = versione.avviso
    start = avviso.apertura or avviso.pubblicazione
    if start is None:
        start = avviso.chiusura or day
    low = _whole(start, 1) if avviso.apertura is not None else _whole(start, 0)
    high = low if avviso.chiusura is None else _whole(avviso.chiusura, -1)
    return low, max(low, high)


def _whole(moment: Momento, step: int) -> date:
    """The nearest day that is inside the terms in full."""
    if isinstance(moment, datetime):
        return moment.date() + timedelta(step)
    return moment
