"""What a measure means: a household's facts and a day in, a verdict out.

With `casa_model.readers.meaning` (expressions), `casa_model.readers.findings` (requirements) and
`casa_model.readers.amount` (money) this is *the* meaning of a rule. It is slow and obvious on
purpose, and takes no short cut: every requirement is asked, also after one is false.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from casa_model.readers.admit import admit
from casa_model.readers.amount import amount
from casa_model.readers.environment import check_day, check_law, environment
from casa_model.readers.findings import finding_of, in_order, needed, order_of, outcome
from casa_model.readers.meaning import EXACT, missing, money, truth, value
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito, EsitoDefinizione, Verdict
from casa_model.rules.reach import in_force, names_among, reached
from casa_model.rules.types import NumberType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.readers.meaning import Env
    from casa_model.rules.facts import Fatti, Value
    from casa_model.rules.misura import Definizione, Misura, Ordinamento


def evaluate(misura: Misura, fatti: Fatti, *, on: date) -> Verdict:
    """The verdict of `misura` about a household, by the law of the day `on`.

    Raises `WrongDay` when the measure is not in force on `on`, when a parameter that it reads has
    no value then, or when it belongs to a notice, whose law is that of another day;
    `InvalidFacts` when a fact is not declared, is of another type, is out of its range, or when
    the members are not as many as `componenti`; `IllTyped` when `on` is not exactly a day.
    """
    check_day(misura, on)
    admit(misura, fatti)
    env = environment(misura, fatti, on)
    asked = in_force(misura, on)
    nodes = reached(misura, asked)
    check_law(misura, names_among(nodes, t.Param), on)
    definizioni = tuple(_definitions(misura, names_among(nodes, t.Definition), env))
    findings = tuple(finding_of(requisito, env) for requisito in asked)
    paid = None if misura.importo is None else amount(misura.importo, env)
    keys = dict.fromkeys(chiave.nome for chiave in order_of(misura))
    missed = needed(misura, findings, paid, env)
    esito = outcome(findings, missed)
    admitted = esito is Esito.AMMESSO
    return Verdict(
        misura=misura.codice,
        on=on,
        esito=esito,
        findings=findings,
        importo=paid.euro if paid is not None and admitted else None,
        voci=paid.voci if paid is not None and admitted else (),
        definizioni=definizioni,
        mancano=in_order(misura, missed),
        chiavi=tuple((nome, _key_value(nome, fatti, misura, env)) for nome in keys),
        riserve=tuple(_reserves(misura.graduatoria, env)) if admitted else (),
    )


def _key_value(nome: str, fatti: Fatti, misura: Misura, env: Env) -> Value | None:
    for definizione in misura.definizioni:
        if definizione.nome == nome:
            return _typed(definizione, env)
    return fatti.valori.get(nome)


def _typed(definizione: Definizione, env: Env) -> Value | None:
    """The value of a definition, numbers with all the decimals of their type and no more."""
    found = value(t.Definition(definizione.nome), env)
    match definizione.tipo, found:
        case NumberType(euro=True, scale=2), Decimal():
            return money(found)
        case NumberType(scale=scale), Decimal():
            unit = Decimal((0, (1,), -scale))
            return EXACT.plus(found.quantize(unit, ROUND_HALF_UP, EXACT))
        case _:
            return found


def _definitions(misura: Misura, used: frozenset[str], env: Env) -> Iterator[EsitoDefinizione]:
    """Each definition used, after those that it needs: none is worked out inside another."""
    for definizione in misura.definizioni:
        if definizione.nome in used:
            missing(t.Definition(definizione.nome), env)
            yield EsitoDefinizione(definizione.nome, _typed(definizione, env))


def _reserves(graduatoria: Ordinamento | None, env: Env) -> Iterator[str]:
    for riserva in () if graduatoria is None else graduatoria.riserve:
        if truth(riserva.quando, env):
            yield riserva.codice
