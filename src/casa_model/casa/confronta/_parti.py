"""Which parts of two versions are not the same: those that can change an answer, and no other."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.readers.environment import days_of
from casa_model.rules import tree as t
from casa_model.rules.avviso import Avviso
from casa_model.rules.digest import law_parts, notice_parts
from casa_model.rules.misura import Esaurimento
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.reach import in_force, names_among, reached

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.casa.confronta._versione import Versione
    from casa_model.rules.misura import Misura


class Parte(StrEnum):
    """What part of the rules changes."""

    REQUISITO = "requisito"
    PARAMETRO = "parametro"
    DEFINIZIONE = "definizione"
    FATTO = "fatto"
    IMPORTO = "importo"
    GRADUATORIA = "graduatoria"
    VIGENZA = "vigenza"
    """The days on which a measure answers."""
    GIORNO = "giorno"
    TERMINI = "termini"
    DOTAZIONE = "dotazione"


_SILENT: Final = ("misura", "ordine", "giorni", "termini")
"""The code, the order in which things are told, days that no rule reads: they change no answer."""

_OF_AGE: Final = frozenset({"eta"})
"""What the day of the requisites gives beside the rules: an age, from a day of birth."""


def parti_di(versione: Versione) -> Mapping[str, str]:
    """A mark of each part of a version: the same mark, the same answers.

    Where nothing is paid no money ends: what happens when it does is no part.
    """
    regole, misura = versione.regole, _without_money(versione.misura)
    if isinstance(regole, Avviso):
        law = dict(notice_parts(evolve(regole, misura=misura)))
        own = {
            f"{Parte.TERMINI}/{name}": str(moment)
            for name, moment in (("apertura", regole.apertura), ("chiusura", regole.chiusura))
            if moment is not None
        }
        if regole.dotazione is None:
            del law[Parte.DOTAZIONE]
    else:
        law, own = dict(law_parts(misura, on=versione.giorno)), {}
    for silent in _SILENT:
        law.pop(silent, None)
    for whole in (Parte.IMPORTO, Parte.GRADUATORIA):
        if getattr(versione.misura, whole.value) is None:
            del law[whole]
    return law | _days(versione) | own


def _without_money(misura: Misura) -> Misura:
    """A measure that pays nothing, with no say on the end of the money; any other as it is."""
    ranking = misura.graduatoria
    if misura.importo is not None or ranking is None:
        return misura
    silent = evolve(ranking, esaurimento=Esaurimento.RESIDUO, salta=False)
    return evolve(misura, graduatoria=silent)


def _days(versione: Versione) -> dict[str, str]:
    """The days that a rule reads, or that the facts of a member are reckoned on."""
    misura, on = versione.misura, versione.giorno
    nodes = reached(misura, in_force(misura, on))
    read = names_among(nodes, t.Calendar)
    if names_among(nodes, t.MemberFact) & _OF_AGE:
        read |= {DATA_REQUISITI}
    days = days_of(misura, on)
    return {f"{Parte.GIORNO}/{name}": str(days[name]) for name in days if name in read}


def _other_days(prima: Versione, ora: Versione) -> bool:
    """Whether two measures answer on other days, whatever the day compared.

    A notice has the law of one day, and its terms.
    """
    both = prima.misura, ora.misura
    if any(misura.calendario is not None for misura in both):
        return False
    return prima.misura.vigenza != ora.misura.vigenza


def diverse(prima: Versione, ora: Versione) -> list[tuple[Parte, str, bool, bool]]:
    """What differs, in the order in which it is told: the part, its name, where it stands."""
    before, now = parti_di(prima), parti_di(ora)
    other = [key for key in dict.fromkeys((*before, *now)) if before.get(key) != now.get(key)]
    found = [(Parte.VIGENZA, "", True, True)] if _other_days(prima, ora) else []
    for key in other:
        kind, _, name = key.partition("/")
        found.append((Parte(kind), name, key in before, key in now))
    order = list(Parte)
    return sorted(found, key=lambda each: order.index(each[0]))
