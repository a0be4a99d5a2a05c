"""A tree built from Python by functions that read aloud.

Each function makes one node and is named as the rule language names it, or as an Italian sentence
would say it where the language has a sign: ``minore(fatto("isee"), parametro("soglia_isee"))`` is
the tree of ``isee < soglia_isee``. Parts that are not nodes are refused with `IllTyped`.

The text of a file is turned into a tree by `casa_model.rules.parse`; a tree into its text by
`casa_model.rules.show`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casa_model.errors import InvalidValue
from casa_model.rules import tree as t

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_NUMBER = re.compile(
    r"(?P<sign>-?)(?P<whole>0|[1-9][0-9]{0,17})(?:\.(?P<part>[0-9]{1,9}))?", re.ASCII
)

vero: Final = t.Truth(value=True)
"""The truth, ``vero``."""

falso: Final = t.Truth(value=False)
"""Its contrary, ``falso``."""


def fatto(nome: str) -> t.Fact:
    """A fact of the household."""
    return t.Fact(nome)


def membro(nome: str) -> t.MemberFact:
    """A fact of a member; it stands only inside `qualcuno`, `tutti`, `conta` and `somma`."""
    return t.MemberFact(nome)


def parametro(nome: str, *indici: t.Expr) -> t.Param:
    """A number of the law, with its indices if it has any: ``scala[componenti]``."""
    return t.Param(nome, indici)


def definizione(nome: str) -> t.Definition:
    """A named expression of the measure."""
    return t.Definition(nome)


def giorno(nome: str) -> t.Calendar:
    """A day that the question brings with it: ``data_requisiti``, or a day of the notice."""
    return t.Calendar(nome)


def numero(testo: str) -> t.Number:
    """A number as it is written: ``numero("0.50")`` has two decimals, ``numero("12")`` none.

    Raises `InvalidValue` for anything but digits, one point and a leading minus.
    """
    found = _NUMBER.fullmatch(testo)
    if found is None:
        raise InvalidValue(
            it="il numero non si legge; scrivi solo cifre e un punto, come `0.50`",
            en="the number cannot be read; write digits and one point, as in `0.50`",
        )
    part = found["part"] or ""
    return t.Number(int(found["sign"] + found["whole"] + part), len(part))


def data(giorno: date) -> t.Day:
    """A day written in the rule: ``data("2024-09-01")``."""
    return t.Day(giorno)


def etichetta(valore: str) -> t.Label:
    """A value of a choice, or an outside code: ``"protezione"``."""
    return t.Label(valore)


def totale(primo: t.Expr, secondo: t.Expr, *altri: t.Expr) -> t.Add:
    """The sum of some numbers: ``a + b + c``."""
    found = t.Add(primo, secondo)
    for altro in altri:
        found = t.Add(found, altro)
    return found


def differenza(da: t.Expr, quanto: t.Expr) -> t.Sub:
    """A number less another: ``a - b``."""
    return t.Sub(da, quanto)


def prodotto(primo: t.Expr, secondo: t.Expr) -> t.Mul:
    """The product of two numbers: ``a * b``."""
    return t.Mul(primo, secondo)


def minimo(*valori: t.Expr) -> t.Min:
    """The least of two or more numbers or days: ``min(a, b)``."""
    return t.Min(valori)


def massimo(*valori: t.Expr) -> t.Max:
    """The greatest of two or more numbers or days: ``max(a, b)``."""
    return t.Max(valori)


def arrotonda(valore: t.Expr, decimali: int) -> t.Round:
    """A number at so many decimals, half away from zero."""
    return t.Round(valore, decimali)


def minore(sinistra: t.Expr, destra: t.Expr) -> t.Compare:
    """``a < b``."""
    return t.Compare("<", sinistra, destra)


def al_massimo(sinistra: t.Expr, destra: t.Expr) -> t.Compare:
    """``a <= b``."""
    return t.Compare("<=", sinistra, destra)


def maggiore(sinistra: t.Expr, destra: t.Expr) -> t.Compare:
    """``a > b``."""
    return t.Compare(">", sinistra, destra)


def almeno(sinistra: t.Expr, destra: t.Expr) -> t.Compare:
    """``a >= b``."""
    return t.Compare(">=", sinistra, destra)


def uguale(sinistra: t.Expr, destra: t.Expr) -> t.Compare:
    """``a == b``."""
    return t.Compare("==", sinistra, destra)


def diverso(sinistra: t.Expr, destra: t.Expr) -> t.Compare:
    """``a != b``."""
    return t.Compare("!=", sinistra, destra)


def uno_di(valore: t.Expr, *valori: t.Label | t.Number) -> t.In:
    """``a in {"x", "y"}``."""
    return t.In(valore, valori)


def valgono_tutte(*condizioni: t.Expr) -> t.And:
    """Two or more conditions that must all hold: ``a and b``."""
    return t.And(condizioni)


def ne_vale_una(*condizioni: t.Expr) -> t.Or:
    """Two or more conditions of which one is enough: ``a or b``."""
    return t.Or(condizioni)


def non(condizione: t.Expr) -> t.Not:
    """``not a``."""
    return t.Not(condizione)


def se(condizione: t.Expr, allora: t.Expr, altrimenti: t.Expr) -> t.If:
    """``allora if condizione else altrimenti``."""
    return t.If(condizione, allora, altrimenti)


def tabella(
    righe: Iterable[tuple[t.Expr, t.Expr]], altrimenti: t.Expr, *, unica: bool = False
) -> t.Table:
    """A table: the value of the first row (condition, value) that holds.

    `unica` claims that no two rows ever hold together.
    """
    return t.Table(tuple(t.Row(quando, vale) for quando, vale in righe), altrimenti, unica)


def mesi_tra(prima: t.Expr, dopo: t.Expr) -> t.MonthsBetween:
    """Complete months from a day to another, 0 when it comes before."""
    return t.MonthsBetween(prima, dopo)


def anni_tra(prima: t.Expr, dopo: t.Expr) -> t.YearsBetween:
    """Complete years from a day to another, 0 when it comes before."""
    return t.YearsBetween(prima, dopo)


def piu_mesi(giorno: t.Expr, mesi: t.Expr) -> t.AddMonths:
    """The day some months later, at most the last of its month."""
    return t.AddMonths(giorno, mesi)


def qualcuno(condizione: t.Expr) -> t.AnyMember:
    """Whether a condition holds for a member: ``qualcuno(membri, c)``."""
    return t.AnyMember(condizione)


def tutti(condizione: t.Expr) -> t.AllMembers:
    """Whether a condition holds for every member: ``tutti(membri, c)``."""
    return t.AllMembers(condizione)


def conta(condizione: t.Expr) -> t.Count:
    """How many members meet a condition: ``conta(membri, c)``."""
    return t.Count(condizione)


def somma(valore: t.Expr, condizione: t.Expr = vero) -> t.Sum:
    """The sum of a value over the members who meet a condition: ``somma(membri, v, c)``."""
    return t.Sum(valore, condizione)
