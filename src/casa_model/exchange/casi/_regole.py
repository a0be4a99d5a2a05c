"""The names that a case may use: those of the rules it is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.nuclei.fatti import eta_compiuta
from casa_model.readers.cases import motivi_di, voci_di
from casa_model.rules.avviso import measure_of
from casa_model.rules.facts import Fatti, Value
from casa_model.rules.names import COMPONENTI, MEMBRI, NOTICE_DAYS
from casa_model.rules.types import Type
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Collection

    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

ETA: Final = "eta"
NASCITA: Final = "data_nascita"


@frozen
class Regole:
    """Facts of the household and of members with their types, requirements, items, acts.

    `requisiti` may be reasons: of a notice with terms also `nei-termini`. `requisiti_il` is the day
    of the requisites where a notice fixes it. `etichette` are the labels of the values of choices.
    """

    nucleo: Mapping[str, Type]
    membro: Mapping[str, Type]
    requisiti: tuple[str, ...]
    voci: tuple[str, ...]
    atti: tuple[str, ...]
    requisiti_il: date | None
    etichette: Mapping[str, tuple[tuple[str, Testo], ...]] = field(
        factory=dict[str, tuple[tuple[str, Testo], ...]]
    )

    @classmethod
    def di(cls, regole: Misura | Avviso) -> Regole:
        """The names of a measure or a notice, whose terms are a reason too."""
        misura = measure_of(regole)
        return cls(
            {fatto.nome: fatto.tipo for fatto in misura.fatti if not fatto.membro},
            {fatto.nome: fatto.tipo for fatto in misura.fatti if fatto.membro},
            motivi_di(regole),
            voci_di(regole),
            tuple(sorted(atto.codice for atto in misura.atti)),
            None if misura.calendario is None else misura.calendario.data_requisiti,
            {fatto.nome: fatto.valori for fatto in misura.fatti},
        )

    @property
    def mancabili(self) -> tuple[str, ...]:
        """What an answer may say that is missing."""
        return (*self.nucleo, *self.membro, MEMBRI, *NOTICE_DAYS)

    def famiglia(
        self,
        prima: Fatti,
        valori: Mapping[str, Value],
        membri: tuple[Mapping[str, Value], ...] | None,
        ignoti: Collection[str],
        al: date | None,
    ) -> Fatti:
        """The household of `prima` with other facts, or other members, less what is `ignoti`."""
        known = {**prima.valori, **valori}
        rows = prima.membri if membri is None else self._with_ages(membri, al)
        if membri is not None and COMPONENTI in self.nucleo and COMPONENTI not in valori:
            known |= Fatti({COMPONENTI: len(membri)}).valori
        return Fatti(
            {nome: value for nome, value in known.items() if nome not in ignoti},
            None if MEMBRI in ignoti else rows,
        )

    def _with_ages(
        self, membri: tuple[Mapping[str, Value], ...], al: date | None
    ) -> tuple[Mapping[str, Value], ...]:
        day = self.requisiti_il or al
        return tuple(self._with_age(row, day) for row in membri)

    def _with_age(self, row: Mapping[str, Value], day: date | None) -> Mapping[str, Value]:
        born = row.get(NASCITA)
        if day is None or type(born) is not date or ETA not in self.membro or ETA in row:
            return row
        return {**row, **Fatti({ETA: eta_compiuta(born, on=day)}).valori}
