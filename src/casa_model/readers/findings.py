"""How each requirement came out, what is still missing, and the outcome that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.meaning import Env, missing, truth
from casa_model.rules import tree as t
from casa_model.rules.esito import CONDIZIONE, Esito, Finding
from casa_model.rules.names import MEMBRI, NOTICE_DAYS
from casa_model.rules.reach import name_node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.readers.amount import Amount
    from casa_model.rules.misura import Chiave, Misura, Requisito


def finding_of(requisito: Requisito, env: Env) -> Finding:
    """A requirement holds when its condition or any derogation does, by Kleene."""
    if requisito.condizione is None:
        return Finding(
            requisito.codice, requisito.testo, requisito.fonte, esito=None, non_visto=True
        )
    ways = [(CONDIZIONE, requisito.condizione)]
    ways += [(deroga.codice, deroga.condizione) for deroga in requisito.deroghe]
    whole = t.Or(tuple(way for _, way in ways)) if requisito.deroghe else requisito.condizione
    decided = next((codice for codice, way in ways if truth(way, env)), None)
    return Finding(
        requisito.codice,
        requisito.testo,
        requisito.fonte,
        esito=truth(whole, env),
        deciso_da=decided,
        mancano=tuple(sorted(missing(whole, env))),
    )


def needed(
    misura: Misura,
    findings: Iterable[Finding],
    paid: Amount | None,
    env: Env,
) -> frozenset[str] | None:
    """The facts still needed; None when no fact can change the verdict any more."""
    if any(finding.esito is False for finding in findings):
        return None
    reserves = () if misura.graduatoria is None else misura.graduatoria.riserve
    return frozenset().union(
        *(finding.mancano for finding in findings),
        frozenset() if paid is None else paid.mancano,
        *(missing(name_node(misura, chiave.nome), env) for chiave in order_of(misura)),
        *(missing(riserva.quando, env) for riserva in reserves),
    )


def outcome(findings: Iterable[Finding], needed: frozenset[str] | None) -> Esito:
    """The outcome, given what is `needed` (None: nothing can change it any more)."""
    if needed is None:
        return Esito.NON_AMMESSO
    if needed or any(finding.non_visto for finding in findings):
        return Esito.DA_COMPLETARE
    return Esito.AMMESSO


def order_of(misura: Misura) -> Iterable[Chiave]:
    """The keys of the ranking."""
    return () if misura.graduatoria is None else misura.graduatoria.ordine


def in_order(misura: Misura, needed: frozenset[str] | None) -> tuple[str, ...]:
    """What is missing: facts in the order in which they are declared, then members and days."""
    order = [*(fatto.nome for fatto in misura.fatti), MEMBRI, *NOTICE_DAYS]
    names = needed or frozenset()
    return tuple(nome for nome in order if nome in names)
