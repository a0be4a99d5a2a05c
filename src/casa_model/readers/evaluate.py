"""What a measure means: a household's facts and a day in, a verdict out.

With `casa_model.readers.meaning` (expressions) and `casa_model.readers.amount` (money) this is
*the* meaning of a rule. It is slow and obvious on purpose, and takes no short cut: every
requirement is asked, also after one is false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import WrongDay
from casa_model.readers.admit import admit
from casa_model.readers.amount import Amount, amount
from casa_model.readers.meaning import Env, missing, plain, truth, value
from casa_model.rules import tree as t
from casa_model.rules.esito import CONDIZIONE, Esito, EsitoDefinizione, Finding, Verdict
from casa_model.rules.names import DATA_REQUISITI, MEMBRI
from casa_model.rules.reach import in_force, name_node, names_used
from casa_model.rules.types import NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from casa_model.rules.facts import Fatti, Value
    from casa_model.rules.misura import Chiave, Definizione, Misura, Ordinamento, Requisito


def evaluate(misura: Misura, fatti: Fatti, *, on: date) -> Verdict:
    """The verdict of `misura` about a household, by the law of the day `on`.

    Raises `WrongDay` when the measure is not in force on `on`, or when it belongs to a notice,
    whose law is that of another day; `InvalidFacts` when a fact is not declared, is of another
    type, is out of its range, or when the members are not as many as `componenti`.
    """
    _check_day(misura, on)
    admit(misura, fatti)
    env = environment(misura, fatti, on)
    asked = in_force(misura, on)
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
        definizioni=tuple(_definitions(misura, asked, env)),
        mancano=_in_order(misura, needed),
        chiavi=tuple((nome, _key_value(nome, fatti, misura, env)) for nome in keys),
        riserve=tuple(_reserves(misura.graduatoria, env)) if admitted else (),
    )


def _check_day(misura: Misura, on: date) -> None:
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


def environment(misura: Misura, fatti: Fatti, on: date) -> Env:
    """What the trees of `misura` are evaluated in."""
    fixed = misura.calendario
    giorni = {DATA_REQUISITI: on}
    if fixed is not None:
        giorni = {DATA_REQUISITI: fixed.data_requisiti, **dict(fixed.date)}
    parametri = {
        parametro.nome: {
            riga.chiave: plain(periodo.valore)
            for riga in parametro.righe
            if (periodo := riga.storia.il(on)) is not None
        }
        for parametro in misura.parametri
    }
    membri = fatti.membri
    return Env(
        fatti={nome: plain(valore) for nome, valore in fatti.valori.items()},
        membri=membri and [{n: plain(v) for n, v in membro.items()} for membro in membri],
        parametri=parametri,
        definizioni={definizione.nome: definizione.vale for definizione in misura.definizioni},
        giorni=giorni,
    )


def _finding(requisito: Requisito, env: Env) -> Finding:
    """A requirement holds when its condition or any derogation does, by Kleene."""
    if requisito.condizione is None:
        return Finding(
            requisito.codice, requisito.testo, requisito.fonte, esito=None, non_visto=True
        )
    ways = [(CONDIZIONE, requisito.condizione)]
    ways += [(deroga.codice, deroga.condizione) for deroga in requisito.deroghe]
    whole = t.Or(tuple(way for _, way in ways))
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
    found = value(t.Definition(definizione.nome), env)
    match definizione.tipo, found:
        case NumberType(euro=True, scale=2), found if found is not None:
            return Euro.from_decimal(found)  # type: ignore[arg-type] # typed by the loader
        case _:
            return found


def _definitions(
    misura: Misura, asked: Iterable[Requisito], env: Env
) -> Iterator[EsitoDefinizione]:
    used = names_used(misura, asked, t.Definition)
    for definizione in misura.definizioni:
        if definizione.nome in used:
            yield EsitoDefinizione(definizione.nome, _typed(definizione, env))


def _reserves(graduatoria: Ordinamento | None, env: Env) -> Iterator[str]:
    for riserva in () if graduatoria is None else graduatoria.riserve:
        if truth(riserva.quando, env):
            yield riserva.codice


def _in_order(misura: Misura, needed: frozenset[str] | None) -> tuple[str, ...]:
    """The missing facts in the order in which they are declared, `membri` last."""
    order = [*(fatto.nome for fatto in misura.fatti), MEMBRI]
    names = needed or frozenset()
    return tuple(nome for nome in order if nome in names)
