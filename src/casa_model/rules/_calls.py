"""The functions of the rule language: how many arguments each takes, and the node it makes."""

from __future__ import annotations

import ast
import re
from abc import ABC, abstractmethod
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from casa_model.rules import tree as t
from casa_model.rules.names import MEMBRI
from casa_model.rules.types import MAX_SCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


Call: TypeAlias = "Callable[[Source, ast.Call], t.Expr]"


class Source(ABC):
    """What a function may ask of the reader of the text."""

    @abstractmethod
    def read(self, node: ast.expr) -> t.Expr:
        """The tree of a part."""

    @abstractmethod
    def at(self, node: ast.expr) -> int:
        """The character where a part begins."""

    @abstractmethod
    def refuse(self, what: str, at: int, it: str, en: str) -> t.Expr:
        """Note that a part does not belong to the language; `it` and `en` say the mend."""


def _args(source: Source, node: ast.Call, usage: str, least: int, most: int) -> bool:
    if least <= len(node.args) <= most:
        return True
    name = usage.partition("(")[0]
    source.refuse(f"{name}(…)", source.at(node), f"scrivi `{usage}`", f"write `{usage}`")
    return False


_HOLE = t.Truth(value=True)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MANY = 100


def _extreme(kind: Callable[[tuple[t.Expr, ...]], t.Expr], name: str) -> Call:
    def call(source: Source, node: ast.Call) -> t.Expr:
        if not _args(source, node, f"{name}(a, b)", 2, _MANY):
            return _HOLE
        return kind(tuple(source.read(arg) for arg in node.args))

    return call


def _pair(kind: Callable[[t.Expr, t.Expr], t.Expr], usage: str) -> Call:
    def call(source: Source, node: ast.Call) -> t.Expr:
        if not _args(source, node, usage, 2, 2):
            return _HOLE
        return kind(source.read(node.args[0]), source.read(node.args[1]))

    return call


def _round(source: Source, node: ast.Call) -> t.Expr:
    usage = "arrotonda(x, 2)"
    if not _args(source, node, usage, 2, 2):
        return _HOLE
    number, decimals = (source.read(arg) for arg in node.args)
    match decimals:
        case t.Number(units=units, scale=0) if 0 <= units <= MAX_SCALE:
            return t.Round(number, units)
        case _:
            what, at = f"write `{usage}`", source.at(node)
            return source.refuse("arrotonda", at, f"scrivi `{usage}`", what)


def _day(source: Source, node: ast.Call) -> t.Expr:
    usage = 'data("2024-09-01")'
    if not _args(source, node, usage, 1, 1):
        return _HOLE
    text = source.read(node.args[0])
    if isinstance(text, t.Label) and _DAY.fullmatch(text.value):
        try:
            return t.Day(date.fromisoformat(text.value))
        except ValueError:
            pass  # falls through to the one refusal below, which shows how a day is written
    return source.refuse("data", source.at(node), f"scrivi `{usage}`", f"write `{usage}`")


def _members(source: Source, node: ast.Call, usage: str, least: int, most: int) -> bool:
    if not _args(source, node, usage, least, most):
        return False
    first = node.args[0]
    if isinstance(first, ast.Name) and first.id == MEMBRI:
        return True
    name = usage.partition("(")[0]
    source.refuse(name, source.at(node), f"scrivi `{usage}`", f"write `{usage}`")
    return False


def _aggregate(kind: Callable[[t.Expr], t.Expr], name: str) -> Call:
    def call(source: Source, node: ast.Call) -> t.Expr:
        if not _members(source, node, f"{name}(membri, condizione)", 2, 2):
            return _HOLE
        return kind(source.read(node.args[1]))

    return call


def _sum(source: Source, node: ast.Call) -> t.Expr:
    if not _members(source, node, "somma(membri, valore, condizione)", 2, 3):
        return _HOLE
    value = source.read(node.args[1])
    return t.Sum(value, source.read(node.args[2]) if node.args[2:] else t.Truth(value=True))


CALLS: Final[Mapping[str, Call]] = {
    "min": _extreme(t.Min, "min"),
    "max": _extreme(t.Max, "max"),
    "arrotonda": _round,
    "data": _day,
    "mesi_tra": _pair(t.MonthsBetween, "mesi_tra(prima, dopo)"),
    "anni_tra": _pair(t.YearsBetween, "anni_tra(prima, dopo)"),
    "piu_mesi": _pair(t.AddMonths, "piu_mesi(giorno, mesi)"),
    "qualcuno": _aggregate(t.AnyMember, "qualcuno"),
    "tutti": _aggregate(t.AllMembers, "tutti"),
    "conta": _aggregate(t.Count, "conta"),
    "somma": _sum,
}
"""Function name → how its call is read."""
