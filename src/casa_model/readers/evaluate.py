"""What a measure means: a household's facts and a day in, a verdict out.

With `casa_model.readers.meaning` (expressions) and `casa_model.readers.amount` (money) this is
*the* meaning of a rule. It is slow and obvious on purpose, and takes no short cut: every
requirement is asked, also after one is false.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from casa_model.errors import IllTyped, WrongDay
from casa_model.readers.admit import admit
from casa_model.readers.amount import Amount, amount
from casa_model.readers.meaning import EXACT, Env, missing, money, plain, truth, value
from casa_model.rules import tree as t
from casa_model.rules.esito import CONDIZIONE, Esito, EsitoDefinizione, Finding, Verdict
from casa_model.rules.names import DATA_REQUISITI, MEMBRI, NOTICE_DAYS
from casa_model.rules.reach import in_force, name_node, names_among, reached
from casa_model.rules.types import FIRST_DAY, LAST_DAY, NumberType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.rules.facts import Fatti, Value
    from casa_model.rules.misura import Chiave, Definizione, Misura, Ordinamento, Requisito


def evaluate(misura: Misura, fatti: Fatti, *, on: date) -> Verdict:
    """The verdict of `misura` about a household, by the law of the day `on`.

    Raises `WrongDay` when the measure is not in force on `on`, when a parameter that it reads has
    no value then, or when it belongs to a notice, whose law is that of another day;
    `InvalidFacts` when a fact is not declared, is of another type, is out of its range, or when
    the members are not as many as `componenti`; `IllTyped` when `on` is not exactly a day.
    """
    _check_day(misura, on)
    admit(misura, fatti)
    env = environment(misura, fatti, on)
    asked = in_force(misura, on)
    nodes = reached(misura, asked)
    _check_law(misura, names_among(nodes, t.Param), env, on)
    definizioni = tuple(_definitions(misura, names_among(nodes, t.Definition), env))
    findings = tuple(_finding(requisito, env) for requisito in asked)
    paid = None if misura.importo is None else amount(misura.importo, env)
    keys = {chiave.nome: name_node(misura, chiave.nome) for chiave in _order(misura)}
    needed = _needed(misura, findings, paid, keys.values(), env)
    esito = _outcome(findings, needed)
    admitted = esito is Esito.AMMESSO
    return Verdict(
        misura=misura.codice,
        on=on,
        esito=esito,
        findings=findings,
        importo=paid.euro if paid is not None and admitted else None,
        voci=paid.voci if paid is not None and admitted else (),
        definizioni=definizioni,
        mancano=_in_order(misura, needed),
        chiavi=tuple((nome, _key_value(nome, fatti, misura, env)) for nome in keys),
        riserve=tuple(_reserves(misura.graduatoria, env)) if admitted else (),
    )


def _check_day(misura: Misura, on: date) -> None:
    if type(on) is not date:
        raise IllTyped(
            it="`on` non è un giorno; passa una `date` senza ora",
            en="`on` is not a day; pass a `date` without a time",
        )
    fixed = misura.calendario
    if fixed is not None and on != fixed.giorno_norma:
        day = fixed.giorno_norma.isoformat()
        raise WrongDay(
            it=f"l'avviso `{misura.codice}` applica la legge del {day}; chiedi `on` quel giorno",
            en=f"the notice `{misura.codice}` applies the law of {day}; ask with `on` that day",
        )
    if not misura.vigenza.contiene(on):
        raise WrongDay(
            it=f"`{misura.codice}` non è in vigore il {on}, ma {misura.vigenza.render('it')}",
            en=f"`{misura.codice}` is not in force on {on}, but {misura.vigenza.render('en')}",
        )
    for nome, giorno in _days(misura, on).items():
        if not FIRST_DAY <= giorno <= LAST_DAY:
            raise WrongDay(
                it=f"`{nome}` è il {giorno}; le regole contano dal {FIRST_DAY} al {LAST_DAY}",
                en=f"`{nome}` is {giorno}; rules count from {FIRST_DAY} to {LAST_DAY}",
            )


def _check_law(misura: Misura, used: frozenset[str], env: Env, on: date) -> None:
    for parametro in misura.parametri:
        if parametro.nome in used and len(env.parametri[parametro.nome]) < len(parametro.righe):
            raise WrongDay(
                it=f"`{parametro.nome}` non ha valore il {on}; completa la sua storia",
                en=f"`{parametro.nome}` has no value on {on}; complete its history",
            )


def _days(misura: Misura, on: date) -> dict[str, date]:
    fixed = misura.calendario
    if fixed is None:
        return {DATA_REQUISITI: on}
    return {DATA_REQUISITI: fixed.data_requisiti, **dict(fixed.date)}


def environment(misura: Misura, fatti: Fatti, on: date) -> Env:
    """What the trees of `misura` are evaluated in."""
    parametri = {
        parametro.nome: {
            riga.chiave: plain(periodo.valore)
            for riga in parametro.righe
            if (periodo := riga.storia.il(on)) is not None
        }
        for parametro in misura.parametri
    }
    return Env(
        fatti={nome: plain(valore) for nome, valore in fatti.valori.items()},
        membri=None
        if fatti.membri is None
        else [{nome: plain(v) for nome, v in membro.items()} for membro in fatti.membri],
        parametri=parametri,
        definizioni={definizione.nome: definizione.vale for definizione in misura.definizioni},
        giorni=_days(misura, on),
    )


def _finding(requisito: Requisito, env: Env) -> Finding:
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


def _needed(
    misura: Misura,
    findings: Iterable[Finding],
    paid: Amount | None,
    keys: Iterable[t.Expr],
    env: Env,
) -> frozenset[str] | None:
    """The facts still needed; None when no fact can change the verdict any more."""
    if any(finding.esito is False for finding in findings):
        return None
    reserves = () if misura.graduatoria is None else misura.graduatoria.riserve
    return frozenset().union(
        *(finding.mancano for finding in findings),
        frozenset() if paid is None else paid.mancano,
        *(missing(key, env) for key in keys),
        *(missing(riserva.quando, env) for riserva in reserves),
    )


def _outcome(findings: Iterable[Finding], needed: frozenset[str] | None) -> Esito:
    if needed is None:
        return Esito.NON_AMMESSO
    if needed or any(finding.non_visto for finding in findings):
        return Esito.DA_COMPLETARE
    return Esito.AMMESSO


def _order(misura: Misura) -> Iterable[Chiave]:
    return () if misura.graduatoria is None else misura.graduatoria.ordine


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


def _in_order(misura: Misura, needed: frozenset[str] | None) -> tuple[str, ...]:
    """What is missing: facts in the order in which they are declared, then members and days."""
    order = [*(fatto.nome for fatto in misura.fatti), MEMBRI, *NOTICE_DAYS]
    names = needed or frozenset()
    return tuple(nome for nome in order if nome in names)
