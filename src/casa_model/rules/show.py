"""From a tree to its text: the inverse of `casa_model.rules.parse`.

``parse(show(tree), kinds) == tree`` for every tree that a text can say; a `Table` has no text of
its own (it is written as rows in a file).
"""

from __future__ import annotations

from typing import Final, assert_never

from casa_model.errors import IllTyped
from casa_model.rules import tree as t

# Binding strength, as in Python: a child that binds less than its place wants is bracketed.
_IF, _OR, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _ATOM = range(8)
_SIGNS: Final = {t.Add: ("+", _SUM), t.Sub: ("-", _SUM), t.Mul: ("*", _PRODUCT)}


def show(node: t.Expr) -> str:
    """The text of `node`. Raises `IllTyped` for a `Table`."""
    return _show(node, _IF)


def _show(node: t.Expr, place: int) -> str:
    text, strength = _text(node)
    return f"({text})" if strength < place else text


def _call(name: str, *parts: t.Expr | str) -> tuple[str, int]:
    args = (part if isinstance(part, str) else show(part) for part in parts)
    return f"{name}({', '.join(args)})", _ATOM


def _text(node: t.Expr) -> tuple[str, int]:
    match node:
        case t.Truth(value=value):
            return "vero" if value else "falso", _ATOM
        case t.Number(units=units, scale=scale):
            return number_text(units, scale), _ATOM
        case t.Day(value=value):
            return f'data("{value.isoformat()}")', _ATOM
        case t.Label(value=value):
            return f'"{value}"', _ATOM
        case t.Fact(name=name) | t.MemberFact(name=name):
            return name, _ATOM
        case t.Definition(name=name) | t.Calendar(name=name):
            return name, _ATOM
        case t.Param(name=name, keys=keys):
            index = f"[{', '.join(map(show, keys))}]" if keys else ""
            return name + index, _ATOM
        case t.Add() | t.Sub() | t.Mul():
            sign, strength = _SIGNS[type(node)]
            left, right = _show(node.left, strength), _show(node.right, strength + 1)
            return f"{left} {sign} {right}", strength
        case t.Compare(op=op, left=left, right=right):
            return f"{_show(left, _SUM)} {op} {_show(right, _SUM)}", _COMPARE
        case t.In():
            return _membership(node, "in")
        case t.Not(arg=t.In() as inside):
            return _membership(inside, "not in")
        case t.Not(arg=arg):
            return f"not {_show(arg, _NOT)}", _NOT
        case t.And(args=args):
            return _joined(" and ", args, _AND)
        case t.Or(args=args):
            return _joined(" or ", args, _OR)
        case t.If(cond=cond, then=then, other=other):
            return f"{_show(then, _OR)} if {_show(cond, _OR)} else {_show(other, _IF)}", _IF
        case t.Table():
            raise IllTyped(
                it="una tabella non ha un testo; scrivila come righe di un file",
                en="a table has no text; write it as rows of a file",
            )
        case _:
            return _function(node)


def _function(
    node: t.Min | t.Max | t.Round | t.MonthsBetween | t.YearsBetween | t.AddMonths
    | t.AnyMember | t.AllMembers | t.Count | t.Sum,
) -> tuple[str, int]:  # fmt: skip
    match node:
        case t.Min(args=args):
            return _call("min", *args)
        case t.Max(args=args):
            return _call("max", *args)
        case t.Round(arg=arg, decimals=decimals):
            return _call("arrotonda", arg, str(decimals))
        case t.MonthsBetween(first=first, last=last):
            return _call("mesi_tra", first, last)
        case t.YearsBetween(first=first, last=last):
            return _call("anni_tra", first, last)
        case t.AddMonths(day=day, months=months):
            return _call("piu_mesi", day, months)
        case t.AnyMember(cond=cond):
            return _call("qualcuno", "membri", cond)
        case t.AllMembers(cond=cond):
            return _call("tutti", "membri", cond)
        case t.Count(cond=cond):
            return _call("conta", "membri", cond)
        case t.Sum(value=value, cond=t.Truth(value=True)):
            return _call("somma", "membri", value)
        case t.Sum(value=value, cond=cond):
            return _call("somma", "membri", value, cond)
        case _:
            assert_never(node)


def number_text(units: int, scale: int) -> str:
    """The digits of `units` over ten to the `scale`: (50, 2) gives ``0.50``."""
    digits = str(abs(units)).rjust(scale + 1, "0")
    sign = "-" if units < 0 else ""
    return sign + (f"{digits[:-scale]}.{digits[-scale:]}" if scale else digits)


def _membership(node: t.In, word: str) -> tuple[str, int]:
    values = ", ".join(map(show, node.values))
    return f"{_show(node.arg, _SUM)} {word} {{{values}}}", _COMPARE


def _joined(sign: str, args: tuple[t.Expr, ...], strength: int) -> tuple[str, int]:
    return sign.join(_show(arg, strength + 1) for arg in args), strength
