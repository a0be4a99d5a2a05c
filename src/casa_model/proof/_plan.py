"""From a question to what would break it: phrases about the answers of one household or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import frozen

from casa_model.rules import quesiti as q
from casa_model.rules import tree as t

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Names = Mapping[str, str]
    Make = Callable[[Names, Names], t.Expr]


@frozen
class Plan:
    """What to look for: a household, or two that differ by `twin`, for which a phrase is true.

    With two `phrases`, one for which they have not the same truth. `found` is the answer when there
    is such a household. Of two households the first has less of `twin`.
    """

    versioni: tuple[q.Versione, ...]
    vocabolario: q.Vocabolario
    phrases: tuple[t.Expr, ...]
    found: bool = False
    twin: str | None = None


def plan(quesito: q.DiFrasi) -> Plan:
    """What breaks a question, or answers it.

    Raises `UnknownName` for a requirement, a definition or a fact that is not there.
    """
    q.check_names(quesito)
    contesto = quesito.contesto
    match quesito:
        case q.Mai(frase=frase):
            return _phrase(contesto, frase)
        case q.Sempre(frase=frase):
            return _phrase(contesto, t.Not(frase))
        case q.Implica(se=one, allora=other):
            return _phrase(contesto, t.And((one, t.Not(other))))
        case q.Equivale(prima=one, seconda=other):
            return Plan(contesto.versioni, q.Vocabolario.di(contesto), (one, other))
        case q.Sovrappone(prima=one, seconda=other):
            return _phrase(contesto, t.And((one, other)), found=True)
        case q.StessaRisposta():
            return _two(contesto, _differ)
        case q.SovrapponeMisure():
            return _two(contesto, _both_admit, found=True)
        case q.Superfluo(requisito=codice):
            return _superfluo(contesto, codice)
        case q.RigaVuota(definizione=nome, riga=riga):
            *before, row = q.rows_of(contesto.misure[0], nome)[:riga]
            return _phrase(contesto, _all([*map(t.Not, before), row]))
        case q.Scoperto(definizione=nome):
            return _phrase(
                contesto, _all([*map(t.Not, q.rows_of(contesto.misure[0], nome))]), found=True
            )
        case q.Unica(definizione=nome):
            rows = q.rows_of(contesto.misure[0], nome)
            pairs = [t.And((one, other)) for at, one in enumerate(rows) for other in rows[at + 1 :]]
            return _phrase(contesto, _any(pairs))
        case q.Monotona():
            return _monotone(quesito)
        case _:
            assert_never(quesito)


def _phrase(contesto: q.Contesto, phrase: t.Expr, *, found: bool = False) -> Plan:
    return Plan(contesto.versioni, q.Vocabolario.di(contesto), (phrase,), found)


def _two(contesto: q.Contesto, make: Make, *, found: bool = False) -> Plan:
    vocabolario = q.Vocabolario.interno(contesto.versioni)
    return Plan(contesto.versioni, vocabolario, (make(*vocabolario.risposte),), found)


def _differ(one: Names, other: Names) -> t.Expr:
    """Another outcome, or another amount."""
    apart = [
        t.And((_name(one, nome), t.Not(_name(other, nome))))
        for nome in (q.AMMESSA, q.NON_AMMESSA, q.DA_COMPLETARE)
    ]
    admitted = t.And((_name(one, q.AMMESSA), _name(other, q.AMMESSA)))
    if (q.IMPORTO in one) != (q.IMPORTO in other):
        apart.append(admitted)
    if q.IMPORTO in one and q.IMPORTO in other:
        unequal = t.Compare("!=", _name(one, q.IMPORTO), _name(other, q.IMPORTO))
        apart.append(t.And((admitted, unequal)))
    return _any(apart)


def _both_admit(one: Names, other: Names) -> t.Expr:
    return t.And((_name(one, q.AMMESSA), _name(other, q.AMMESSA)))


def _loses(one: Names, other: Names) -> t.Expr:
    """The first has a worse outcome than the second."""
    return _any(
        [
            t.And((_name(one, q.NON_AMMESSA), t.Not(_name(other, q.NON_AMMESSA)))),
            t.And((_name(one, q.DA_COMPLETARE), _name(other, q.AMMESSA))),
        ]
    )


def _monotone(quesito: q.Monotona) -> Plan:
    """Two households, the first with less: that with what should help must not lose."""
    (versione, *_) = quesito.contesto.versioni
    versioni = (versione, versione)
    vocabolario = q.Vocabolario.interno(versioni)
    less, more = vocabolario.risposte
    one, other = (less, more) if quesito.verso is q.Verso.MENO else (more, less)
    lost = _loses(one, other)
    if quesito.importo and q.IMPORTO in one:
        paid_less = t.Compare("<", _name(one, q.IMPORTO), _name(other, q.IMPORTO))
        lost = t.Or((lost, t.And((_both_admit(one, other), paid_less))))
    return Plan(versioni, vocabolario, (lost,), twin=quesito.fatto)


def _superfluo(contesto: q.Contesto, codice: str) -> Plan:
    (versione, *_) = contesto.versioni
    read = [r.codice for r in versione.misura.requisiti if not r.non_visto]
    vocabolario = q.Vocabolario.interno((versione,))
    (names,) = vocabolario.risposte
    truths = {each: _name(names, q.nome_requisito(each)) for each in read}
    alone = [each if code != codice else t.Not(each) for code, each in truths.items()]
    return Plan((versione,), vocabolario, (_all(alone),))


def _name(names: Names, plain: str) -> t.Expr:
    return t.Fact(names[plain])


def _all(some: Sequence[t.Expr]) -> t.Expr:
    return some[0] if len(some) == 1 else t.And(tuple(some)) if some else t.Truth(value=True)


def _any(some: Sequence[t.Expr]) -> t.Expr:
    return some[0] if len(some) == 1 else t.Or(tuple(some)) if some else t.Truth(value=False)
