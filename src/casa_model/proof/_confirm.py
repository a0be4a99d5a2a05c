"""Whether the reference says of a household what the solver says: nothing is shown before.

The household that the solver found is asked of `evaluate`, measure by measure, and so is the
phrase, as the only requirement of a measure whose facts are the answers too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import CasaError
from casa_model.readers.evaluate import evaluate
from casa_model.rules.declared import declared
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.quesiti import (
    AMMESSA,
    DA_COMPLETARE,
    IMPORTO,
    NON_AMMESSA,
    REQUISITO,
    Esempio,
    nome_requisito,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from casa_model.proof._plan import Plan
    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Value
    from casa_model.rules.quesiti import Versione
    from casa_model.rules.tree import Expr


class Unconfirmed(CasaError, AssertionError):
    """Raised when `evaluate` does not say of a household what the solver does: a fault of ours."""


def unconfirmed() -> Unconfirmed:
    """The error: no answer is given."""
    return Unconfirmed(
        it="il risolutore e `evaluate` non dicono lo stesso di un nucleo: è un errore della "
        "libreria, e la risposta non si dà; segnalalo con le regole e il quesito",
        en="the solver and `evaluate` do not say the same of a household: it is a fault of the "
        "library, and no answer is given; report it with the rules and the question",
    )


def law_of(versione: Versione, on: date) -> date:
    """The day whose law a version is asked by, when the question is of the day `on`."""
    fixed = versione.misura.calendario
    return fixed.giorno_norma if fixed is not None else versione.al or on


def asked(versioni: Sequence[Versione], fatti: Fatti, on: date) -> tuple[Verdict, ...]:
    """What the reference says of a household, version by version."""
    return tuple(
        evaluate(each.misura, declared(each.misura, fatti), on=law_of(each, on))
        for each in versioni
    )


def confirmed(plan: Plan, households: Sequence[Fatti], on: date) -> tuple[Esempio, ...]:
    """The cases that show the answer to a plan. Raises `Unconfirmed` when they do not."""
    if plan.twin is None:
        (fatti,) = households
        verdicts = asked(plan.versioni, fatti, on)
        cases: tuple[Esempio, ...] = (Esempio(fatti, on, verdicts),)
    else:
        some = [
            asked((each,), fatti, on) for each, fatti in zip(plan.versioni, households, strict=True)
        ]
        verdicts = tuple(verdict for (verdict,) in some)
        cases = tuple(map(Esempio, households, (on, on), some))
    truths = [_truth(plan, phrase, households[0], verdicts, on) for phrase in plan.phrases]
    sound = truths[0] is True if len(truths) == 1 else truths[0] is not truths[1]
    if not sound:
        raise unconfirmed()
    return cases


def _truth(
    plan: Plan, phrase: Expr, fatti: Fatti, verdicts: Sequence[Verdict], on: date
) -> bool | None:
    """The truth of a phrase for a household of which these are the verdicts."""
    misura = plan.vocabolario.misura(phrase)
    valori = dict(declared(misura, fatti).valori)
    for names, verdict in zip(plan.vocabolario.risposte, verdicts, strict=True):
        valori |= _answers(names, verdict)
    given = Fatti(valori, declared(misura, fatti).membri)
    law = law_of(plan.versioni[0], on)
    (finding,) = evaluate(misura, given, on=law).findings
    return finding.esito


def _answers(names: Mapping[str, str], verdict: Verdict) -> dict[str, Value]:
    """The answers of a measure as facts of a phrase."""
    said: dict[str, Value] = {
        AMMESSA: verdict.esito is Esito.AMMESSO,
        NON_AMMESSA: verdict.esito is Esito.NON_AMMESSO,
        DA_COMPLETARE: verdict.esito is Esito.DA_COMPLETARE,
    }
    if verdict.importo is not None:
        said[IMPORTO] = verdict.importo
    found = {nome: said[plain] for plain, nome in names.items() if plain in said}
    held = {nome_requisito(f.codice): f.esito for f in verdict.findings}
    for plain, nome in names.items():
        if plain.startswith(REQUISITO):
            truth = held.get(plain, True)  # nobody asks what is not law that day
            if truth is not None:
                found[nome] = truth
    return found
