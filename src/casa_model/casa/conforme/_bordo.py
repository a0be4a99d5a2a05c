"""From a household that shows something to one at the very edge of what the act says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.casa.conforme._legge import calendario_di
from casa_model.casa.popolazione import linee_di, vicini
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.declared import declared
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.names import COMPONENTI, MEMBRI
from casa_model.rules.reach import below, names_among, of_members, reached, ways

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from casa_model.casa.conforme._coppia import Coppia
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Esempio

    Shows = Callable[[Verdict, Verdict], bool]


def al_bordo(coppia: Coppia, esempio: Esempio, mostra: Shows) -> Esempio:
    """The same household with what stops it as near as may be to where the act draws a line.

    Moved are the numbers and days that a requirement reads which one of the two does not hold to be
    met. It shows the same, by `evaluate`: on the line, else a step off it, else where it stood.
    """
    found, legge = esempio, coppia.legge
    on = calendario_di(legge).giorno_norma
    stops = _stops(coppia, esempio.verdetti)
    for fatto in legge.fatti:
        if fatto.nome not in found.fatti.valori or fatto.nome not in stops:
            continue
        if fatto.nome == COMPONENTI and found.fatti.membri is not None:
            continue  # as many as are listed
        lines = linee_di(legge, fatto.nome, on=on)
        known = declared(legge, found.fatti)
        for value in vicini(legge, fatto, lines, known, on=on):
            moved = Fatti({**found.fatti.valori, fatto.nome: value}, found.fatti.membri)
            verdicts = verdetti(coppia, moved)
            if mostra(*verdicts):
                found = evolve(found, fatti=moved, verdetti=verdicts)
                break
    return found


def _stops(coppia: Coppia, verdicts: tuple[Verdict, ...]) -> frozenset[str]:
    """The facts that the requirements read which are false in one of the two."""
    found: set[str] = set()
    for misura, verdict in zip((coppia.legge, coppia.altra), verdicts, strict=True):
        false = {finding.codice for finding in verdict.findings if finding.esito is False}
        roots = [way for r in misura.requisiti if r.codice in false for way in ways(r)]
        found |= names_among(below(misura, roots), t.Fact)
    return frozenset(found)


def rifiuta_senza(coppia: Coppia, fatti: Fatti, nomi: Collection[str]) -> bool:
    """Whether the other refuses a household also when it does not know some of its facts."""
    known, rows = fatti.valori, fatti.membri
    left = {nome: value for nome, value in known.items() if nome not in nomi}
    listed = (
        None
        if rows is None or MEMBRI in nomi
        else [{nome: value for nome, value in row.items() if nome not in nomi} for row in rows]
    )
    return verdetti(coppia, Fatti(left, listed))[1].esito is Esito.NON_AMMESSO


def letti(misura: Misura) -> frozenset[str]:
    """Every fact that a measure reads, `membri` where it looks at them."""
    nodes = reached(misura, misura.requisiti)
    asked = {MEMBRI} if of_members(nodes) else set[str]()
    return names_among(nodes, t.Fact) | names_among(nodes, t.MemberFact) | asked


def verdetti(coppia: Coppia, fatti: Fatti) -> tuple[Verdict, Verdict]:
    """What the act says of a household, and what the notice does, each by the law of its day."""
    act, notice = (
        evaluate(misura, declared(misura, fatti), on=calendario_di(misura).giorno_norma)
        for misura in (coppia.legge, coppia.altra)
    )
    return act, notice
