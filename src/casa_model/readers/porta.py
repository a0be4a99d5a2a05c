"""The door of a notice: what is decided before any rule is asked."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules.esito import CONDIZIONE, Esito, Finding, Verdict
from casa_model.rules.moments import day_of
from casa_model.rules.porta import DATA_DOMANDA, NEI_TERMINI, PROTOCOLLO, PROTOCOLLO_UNICO, TESTI

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Momento


def in_time(avviso: Avviso, presentata: Momento | None) -> bool | None:
    """Whether an application was made between opening and closing, both included.

    A term that is a bare day includes the whole of it. None when the answer is not known: no
    moment is stated, or only its day, and a term falls at an hour of that very day.
    """
    if presentata is None:
        return None if avviso.ha_termini else True
    terms = ((avviso.apertura, True), (avviso.chiusura, False))
    sides = [_within(term, presentata, opening=side) for term, side in terms if term is not None]
    if False in sides:
        return False
    return None if None in sides else True


def _within(limit: Momento, presentata: Momento, *, opening: bool) -> bool | None:
    """Whether a moment is on the right side of one term of the notice."""
    if isinstance(limit, datetime) and isinstance(presentata, datetime):
        return limit <= presentata if opening else presentata <= limit
    one, other = day_of(limit), day_of(presentata)
    if one == other:
        return None if isinstance(limit, datetime) else True
    return (one < other) == opening


def refused(avviso: Avviso, codice: str) -> Verdict:
    """The verdict of the door: not admitted, with the finding that says why."""
    finding = Finding(codice, TESTI[codice], avviso.fonte, esito=False)
    on = avviso.calendario.giorno_norma
    return Verdict(avviso.misura.codice, on, Esito.NON_AMMESSO, (finding,))


def shut(verdict: Verdict) -> bool:
    """Whether the door refused an application: no rule was asked."""
    return any(each.codice in TESTI and each.esito is False for each in verdict.findings)


def at_the_door(
    avviso: Avviso, verdict: Verdict, *, timely: bool | None, unique: bool | None
) -> Verdict:
    """The verdict of the rules, with the findings of the door in front of the others.

    `timely` and `unique` are not False here: those are `refused`. What is not known of them is
    missing, and keeps an application from being admitted.
    """
    findings = []
    if avviso.ha_termini:
        findings.append(_finding(avviso, NEI_TERMINI, timely, DATA_DOMANDA))
    if unique is None:
        findings.append(_finding(avviso, PROTOCOLLO_UNICO, unique, PROTOCOLLO))
    found = evolve(verdict, findings=(*findings, *verdict.findings))
    missing = [name for finding in findings for name in finding.mancano]
    if not missing or verdict.esito is Esito.NON_AMMESSO:
        return found
    needed = tuple(dict.fromkeys((*missing, *verdict.mancano)))
    return evolve(
        found, esito=Esito.DA_COMPLETARE, importo=None, voci=(), riserve=(), mancano=needed
    )


def _finding(avviso: Avviso, codice: str, held: bool | None, fact: str) -> Finding:  # noqa: FBT001
    missing = (fact,) if held is None else ()
    decided = CONDIZIONE if held else None
    return Finding(codice, TESTI[codice], avviso.fonte, held, decided, missing)
