"""From a tree to sentences: conditions as lists, everything else as phrases.

Two trees of one measure are the same sentence only when they are the same tree, as far as labels
tell names apart: brackets stand wherever a reader could group in two ways. Only what changes no
answer is not told: that rows of a table never overlap (`unica`).
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final, assert_never

from attrs import frozen

from casa_model.readers.prose._frase import Detto, Frase, Gruppo, in_riga
from casa_model.readers.prose._parole import CONFRONTI, CONFRONTI_GIORNI, SEMPLICI, dire
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules import tree as t
from casa_model.rules.show import number_text
from casa_model.rules.types import BoolType, DateType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casa_model.readers.prose._valori import Preposizione
    from casa_model.values import Testo

BRACKETED = (
    t.Add, t.Sub, t.Mul, t.Min, t.Max, t.Round, t.AddMonths, t.Count, t.Sum, t.Table,
)  # fmt: skip
"""The values whose phrase stands in brackets, as a part of another."""


_NONE: Final[Mapping[str, Testo]] = {}


@frozen
class Condizioni:
    """Tells the trees of one measure."""

    vocabolario: Vocabolario

    def detto(self, node: t.Expr) -> Detto:
        """A condition: one sentence, or a heading over several."""
        match node:
            case t.And(args=args):
                return Gruppo(self._dire("tutte"), tuple(map(self.detto, args)))
            case t.Or(args=args):
                return Gruppo(self._dire("una"), tuple(map(self.detto, args)))
            case t.Not(arg=t.Fact() | t.MemberFact() | t.Definition() | t.Param() as name):
                return self._si_o_no("no", name)
            case t.Not(arg=t.In() as inside):
                return Frase(self._fra(inside, "non_fra"))
            case t.Not(arg=arg):
                return Gruppo(self._dire("non"), (self.detto(arg),))
            case t.If(cond=cond, then=then, other=other):
                arms = (
                    Gruppo(self._dire("se", c=self.riga(cond)), (self.detto(then),)),
                    Gruppo(self._dire("altrimenti", a="").strip().rstrip(":"),
                           (self.detto(other),)),
                )  # fmt: skip
                return Gruppo(self._dire("casi"), arms)
            case t.AnyMember(cond=cond):
                return Gruppo(self._dire("qualcuno"), (self.detto(cond),))
            case t.AllMembers(cond=cond):
                return Gruppo(self._dire("tutti"), (self.detto(cond),))
            case t.Compare():
                return Frase(self._confronto(node))
            case t.In():
                return Frase(self._fra(node, "fra"))
            case t.Truth(value=value):
                return Frase(self._dire("sempre" if value else "mai"))
            case _:
                return self._si_o_no("si", node)

    def _si_o_no(self, word: str, node: t.Expr) -> Frase:
        """A yes or a no; of a yes or no of the law, also which of the two is in force."""
        v = self.vocabolario
        if not isinstance(node, t.Param) or node.keys:
            return Frase(self._dire(word, a=self.valore(node)))
        said = self._dire(word, a=v.del_parametro(node.name))
        value = v.valore_in_vigore(node.name)
        return Frase(said if value is None else self._dire("vale_ora", a=said, b=value))

    def riga(self, node: t.Expr) -> str:
        """A condition on one line, bracketed when it is a list."""
        return in_riga(self.detto(node))

    def valore(self, node: t.Expr, etichette: Mapping[str, Testo] = _NONE) -> str:
        """A value as a phrase; one that has parts stands in brackets.

        `etichette` are the labels of the values of the choice that is meant, if it is one.
        """
        v = self.vocabolario
        match node:
            case t.Number(units=units, scale=scale):
                text = number_text(units, scale)
                return text.replace(".", ",") if v.lang == "it" else text
            case t.Day(value=day):
                return v.data(day)
            case t.Truth(value=truth):
                return v.in_parole(truth, BoolType())
            case t.Label(value=label):
                return v.scelta(label, etichette)
            case t.Fact(name=name) | t.MemberFact(name=name):
                return v.del_fatto(name)
            case t.Definition(name=name):
                return v.della_definizione(name)
            case t.Calendar(name=name):
                return v.del_giorno(name)
            case t.Param():
                return self._parametro(node)
            case t.Add(left=left, right=right):
                return self._dire("piu", a=self.valore(left), b=self.valore(right))
            case t.Sub(left=left, right=right):
                return self._dire("meno", a=self.valore(left), b=self.valore(right))
            case t.Mul(left=left, right=right):
                return self._dire("per", a=self.valore(left), b=self.valore(right))
            case t.Min(args=args):
                return self._dire("minimo", a=self._elenco(args))
            case t.Max(args=args):
                return self._dire("massimo", a=self._elenco(args))
            case t.Round(arg=arg, decimals=decimals):
                return self._dire("arrotonda", a=self.valore(arg), n=self._decimali(decimals))
            case t.If(cond=cond, then=then, other=other):
                arms = {"a": self.valore(then, etichette), "b": self.valore(other, etichette)}
                return self._dire("se_altrimenti", c=self.riga(cond), **arms)
            case t.MonthsBetween(first=first, last=last):
                return self._dire("mesi", **self._giorni(first, last))
            case t.YearsBetween(first=first, last=last):
                return self._dire("anni", **self._giorni(first, last))
            case t.AddMonths(day=day, months=months):
                return self._dire("piu_mesi", a=self.valore(day), b=self._mesi(months))
            case t.Count(cond=cond):
                return f"({self._dire('conta', c=self.riga(cond))})"
            case t.Sum(value=value, cond=t.Truth(value=True)):
                return f"({self._dire('somma', a=self.valore(value))})"
            case t.Sum(value=value, cond=cond):
                parts = {"a": self.valore(value), "c": self.riga(cond)}
                return f"({self._dire('somma_se', **parts)})"
            case t.Table():
                return self._tabella(node, etichette)
            case t.And() | t.Or() | t.Not() | t.AnyMember() | t.AllMembers() | t.Compare() | t.In():
                return f"({self.riga(node)})"
            case _:
                assert_never(node)

    def da_solo(self, node: t.Expr, etichette: Mapping[str, Testo] = _NONE) -> str:
        """A value that stands by itself: the brackets around the whole of it say nothing."""
        text = self.valore(node, etichette)
        row = isinstance(node, t.Param) and node.keys
        return text[1:-1] if row or isinstance(node, BRACKETED) else text

    def _parametro(self, node: t.Param) -> str:
        v = self.vocabolario
        label = v.del_parametro(node.name)
        if node.keys:
            return f"({self._dire('indice', a=label, b='; '.join(self._chiavi(node)))})"
        value = v.valore_in_vigore(node.name)
        return label if value is None else self._dire("vale", a=label, b=value)

    def _chiavi(self, node: t.Param) -> Iterator[str]:
        """The keys of an entry; those of a choice by their labels, as in the table of the law."""
        found = self.vocabolario.parametri.get(node.name)
        indici = () if found is None else found.indice
        for key, indice in zip_longest(node.keys, indici[: len(node.keys)]):
            labels = {} if indice is None else self.vocabolario.etichette_indice(indice)
            yield self.valore(key, labels)

    def _decimali(self, decimals: int) -> str:
        word = {0: "all_unita", 1: "un_decimale"}.get(decimals, "decimali")
        return self._dire(word, n=decimals)

    def _mesi(self, months: t.Expr) -> str:
        """Months to be added; a written number agrees with its noun."""
        if not isinstance(months, t.Number):
            return self._dire("mesi_pari_a", n=self.valore(months))
        way = "in_meno" if months.units < 0 else "in_piu"
        many = abs(months.units)
        return self._dire(f"un_mese_{way}" if many == 1 else f"mesi_{way}", n=many)

    def _giorni(self, first: t.Expr, last: t.Expr) -> dict[str, str]:
        """Two days, and each after the Italian words that may come before it."""
        return {
            "a": self.valore(first),
            "b": self.valore(last),
            "il_a": self._con("il", first),
            "da_a": self._con("dal", first),
            "il_b": self._con("il", last),
            "a_b": self._con("al", last),
            "di_b": self._con("del", last),
        }

    def _con(self, preposizione: Preposizione, node: t.Expr) -> str:
        """A day after a preposition: only a written one takes an article."""
        if isinstance(node, t.Day):
            return self.vocabolario.con(preposizione, node.value)
        return SEMPLICI[preposizione] + self.valore(node)

    def _confronto(self, node: t.Compare) -> str:
        lang = self.vocabolario.lang
        if self._e_giorno(node.left):
            sides = self._giorni(node.left, node.right)
            return CONFRONTI_GIORNI[node.op].render(lang).format(**sides)
        labels = self.vocabolario.etichette_di(node.left, node.right)
        one, other = self.valore(node.left, labels), self.valore(node.right, labels)
        return CONFRONTI[node.op].render(lang).format(a=one, b=other)

    def _fra(self, node: t.In, word: str) -> str:
        labels = self.vocabolario.etichette_di(node.arg)
        values = "; ".join(self.valore(each, labels) for each in node.values)
        return self._dire(word, a=self.valore(node.arg, labels), b=values)

    def _tabella(self, node: t.Table, etichette: Mapping[str, Testo]) -> str:
        rows = [f"{self.riga(row.when)}: {self.valore(row.value, etichette)}" for row in node.rows]
        rows.append(self._dire("altrimenti", a=self.valore(node.otherwise, etichette)))
        return f"({self._dire('tabella')}: {'; '.join(rows)})"

    def _e_giorno(self, node: t.Expr) -> bool:
        """Whether a value is a day, as its first part says."""
        v = self.vocabolario
        match node:
            case t.Day() | t.Calendar() | t.AddMonths():
                return True
            case t.Fact(name=name) | t.MemberFact(name=name):
                return name in v.fatti and isinstance(v.fatti[name].tipo, DateType)
            case t.Param(name=name):
                return name in v.parametri and isinstance(v.parametri[name].tipo, DateType)
            case t.Definition(name=name):
                return name in v.definizioni and isinstance(v.definizioni[name].tipo, DateType)
            case t.Min(args=args) | t.Max(args=args):
                return self._e_giorno(args[0])
            case t.If(then=value) | t.Table(otherwise=value):
                return self._e_giorno(value)
            case _:
                return False

    def _elenco(self, nodes: Iterable[t.Expr]) -> str:
        return "; ".join(map(self.valore, nodes))

    def _dire(self, word: str, **blanks: object) -> str:
        return dire(word, self.vocabolario.lang, **blanks)
