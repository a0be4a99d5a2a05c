"""From the text of a rule to its tree: a strict subset of Python's expression grammar.

The text is read with the standard `ast` and a whitelist; nothing is ever evaluated. `ast` alone
would read `0.50` as a float, normalise look-alike letters, accept `0x10`, `1e3` and `'a' 'b'`,
and count columns in bytes: every literal is therefore taken from the text itself, and the text
must be ASCII.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Final

from casa_model.errors import Fault, Faults, InvalidExpression, Place, near
from casa_model.rules import _holes as holes
from casa_model.rules import _mend as mend
from casa_model.rules import tree as t
from casa_model.rules._calls import CALLS, Source
from casa_model.rules._phrases import of_day, of_phrase
from casa_model.rules.names import MEMBRI, Kind
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAX_TEXT: Final = 2000
"""The most characters of one rule."""

MAX_DEPTH: Final = 50
"""The most levels of one rule."""

_NUMBER = re.compile(r"(?P<whole>0|[1-9][0-9]{0,17})(?:\.(?P<part>[0-9]{1,9}))?", re.ASCII)
_LABEL = re.compile(r"'[^'\"]*'|\"[^'\"]*\"", re.ASCII)
_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"|(?<!\w)(?P<number>\.?[0-9][\w.]*)", re.ASCII)
_SPACE = re.compile(r"[ \t\r\n]", re.ASCII)
_COMPARE: Final[Mapping[type, t.Op]] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip
_ARITHMETIC: Final[Mapping[type, Callable[[t.Expr, t.Expr], t.Expr]]] = {
    ast.Add: t.Add, ast.Sub: t.Sub, ast.Mult: t.Mul,
}  # fmt: skip

_TRUTHS: Final = {"vero": True, "falso": False}

HOLE: Final = t.Truth(value=True)
"""What stands for a part that could not be read, until the faults are raised."""


def parse(text: str, kinds: Mapping[str, Kind]) -> t.Expr:
    """The tree of `text`, whose names stand for what `kinds` says.

    Raises `InvalidExpression` with every fault of the text, each at its character.
    """
    return parse_located(text, kinds)[0]


def parse_located(text: str, kinds: Mapping[str, Kind]) -> tuple[t.Expr, Mapping[int, int]]:
    """The tree of `text` and, for the ``id`` of each node, the character where it begins.

    Nodes hold no places, so that equal rules are equal trees; whoever reports a fault of a tree
    keeps this map beside it for as long as the tree lives.
    """
    reader = _Reader(text, kinds)
    tree = reader.whole()
    if reader.faults.gravi:
        raise InvalidExpression(reader.faults.gravi)
    live = {id(node) for node in walk(tree)}
    return tree, {node: at for node, at in reader.offsets.items() if node in live}


class _Reader(Source):
    def __init__(self, text: str, kinds: Mapping[str, Kind]) -> None:
        self.text = text
        self.kinds = kinds
        self.faults = Faults()
        self.offsets: dict[int, int] = {}
        self._flat = text
        self._shift = 0
        self._depth = 0

    def whole(self) -> t.Expr:
        """The tree of the whole text."""
        if len(self.text) > MAX_TEXT:
            return self.wrong("espressione-troppo-lunga", 0, limite=MAX_TEXT)
        for at, char in enumerate(self.text):
            if not char.isascii() or char in "#\\;":
                return self.refuse(
                    *(of_phrase(self.text, self.kinds) or mend.of_character(char, at))
                )
            if not char.isprintable() and not _SPACE.match(char):
                it, en = "togli il carattere invisibile", "remove the invisible character"
                return self.refuse(f"U+{ord(char):04X}", at, it, en)
        if found := of_day(self.text) or mend.of_amount(self.text):
            return self.refuse(*found)
        self._flat = _SPACE.sub(" ", _LITERAL.sub(self._literal, self.text))
        self._shift = len(self._flat) - len(self._flat.lstrip())
        try:
            body = ast.parse(self._flat.lstrip(), mode="eval").body
        except SyntaxError as error:
            if self.faults.gravi:  # what was masked may be all that is wrong
                return HOLE
            return self._no_expression(error)
        except (RecursionError, MemoryError):
            return self.wrong("espressione-troppo-profonda", 0, limite=MAX_DEPTH)
        return self.read(body)

    def _no_expression(self, error: SyntaxError) -> t.Expr:
        found = of_phrase(self._flat, self.kinds) or mend.of_syntax(self._flat, self.kinds)
        if found is not None:
            return self.refuse(*found)
        last = max(len(self.text) - 1, 0)
        at = error.offset - 1 + self._shift if error.offset else last  # 0: something is missing
        at, it, en = holes.missing(self._flat) or (min(at, last), *holes.ANY)
        return self.wrong("espressione-sintassi", at, rimedio=it, rimedio_en=en)

    def _literal(self, found: re.Match[str]) -> str:
        """A literal as it is, or a zero as wide for a number that Python would read its own way."""
        number = found["number"]
        if number is None and not found[0].isprintable():
            self.refuse(found[0][:30], found.start(), "scrivi il testo su una riga",
                        "write the text on one line")  # fmt: skip
        if number is None or _NUMBER.fullmatch(number):
            return found[0]
        self.wrong("numero-malformato", found.start(), numero=number[:30])
        return "0".ljust(len(number))

    def at(self, node: ast.expr) -> int:
        return node.col_offset + self._shift

    def source(self, node: ast.expr) -> str:
        """The text of a part."""
        return self._flat[self.at(node) : (node.end_col_offset or 0) + self._shift]

    def wrong(self, code: str, at: int, *, vicino: str | None = None, **data: object) -> t.Expr:
        words = {key: str(value) for key, value in data.items()}
        self.faults.extend([Fault(code, Place("", 1, at + 1), words, vicino)])
        return HOLE

    def refuse(self, what: str, at: int, it: str, en: str) -> t.Expr:
        return self.wrong("espressione-non-ammessa", at, cosa=what, rimedio=it, rimedio_en=en)

    def read(self, node: ast.expr) -> t.Expr:
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                return self.wrong("espressione-troppo-profonda", self.at(node), limite=MAX_DEPTH)
            found = self._read(node)
            self.offsets[id(found)] = self.at(node)
            return found
        finally:
            self._depth -= 1

    def _read(self, node: ast.expr) -> t.Expr:
        match node:
            case ast.Constant():
                return self._constant(node)
            case ast.Name():
                return self._name(node)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return t.Not(self.read(operand))
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant() as operand):
                number = self._constant(operand)
                if isinstance(number, t.Number) and number.units:
                    return t.Number(-number.units, number.scale)
                return self.refuse("-", self.at(node), "scrivi `0 - …`", "write `0 - …`")
            case ast.UnaryOp():
                sign = self.source(node)[0]
                return self.refuse(sign, self.at(node), "scrivi `0 - …`", "write `0 - …`")
            case ast.BinOp(op=op, left=left, right=right) if type(op) in _ARITHMETIC:
                return _ARITHMETIC[type(op)](self.read(left), self.read(right))
            case ast.BinOp(op=ast.Div() | ast.FloorDiv(), left=left):
                it, en = "scrivi `a > quota * b`", "write `a > quota * b`"
                at = self._flat.index("/", (left.end_col_offset or 0) + self._shift)
                return self.refuse("/", at, it, en)
            case ast.BoolOp(op=op, values=values):
                args = tuple(self.read(value) for value in values)
                return t.And(args) if isinstance(op, ast.And) else t.Or(args)
            case ast.Compare():
                return self._compare(node)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return t.If(self.read(test), self.read(body), self.read(orelse))
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                return self._indexed(node, name, index)
            case ast.Call(func=ast.Name(id=name)):
                return self._call(node, name)
            case ast.Tuple() if found := mend.of_comma(self.source(node), self.at(node)):
                return self.refuse(*found)
            case _:
                it, en = "usa nomi, confronti e funzioni", "use names, comparisons and functions"
                return self.refuse(self.source(node)[:30], self.at(node), it, en)

    def _call(self, node: ast.Call, name: str) -> t.Expr:
        if name not in CALLS:
            known = ", ".join(CALLS)
            return self.wrong(
                "espressione-non-ammessa", self.at(node), vicino=near(name, CALLS), cosa=name,
                rimedio=f"usa una di queste: {known}", rimedio_en=f"use one of these: {known}",
            )  # fmt: skip
        if node.keywords:
            it, en = "scrivi gli argomenti senza nome", "write the arguments without names"
            return self.refuse(f"{node.keywords[0].arg}=", self.at(node), it, en)
        return CALLS[name](self, node)

    def _constant(self, node: ast.Constant) -> t.Expr:
        written = self.source(node)
        if isinstance(node.value, str) and _LABEL.fullmatch(written):
            return t.Label(node.value)
        if number := _NUMBER.fullmatch(written):
            part = number["part"] or ""
            return t.Number(int(number["whole"] + part), len(part))
        if node.value is None:
            return self.refuse(written, self.at(node), *mend.MISSING)
        if isinstance(node.value, bool):
            return self.refuse(written, self.at(node), "scrivi `vero` o `falso`",
                               "write `vero` or `falso`")  # fmt: skip
        return self.refuse(written[:30], self.at(node), "scrivi un testo solo tra virgolette",
                           "write one text in quotes")  # fmt: skip

    def _name(self, node: ast.Name) -> t.Expr:
        name = node.id
        match self.kinds.get(name):
            case Kind.FATTO:
                return t.Fact(name)
            case Kind.MEMBRO:
                return t.MemberFact(name)
            case Kind.PARAMETRO:
                return t.Param(name)
            case Kind.DEFINIZIONE:
                return t.Definition(name)
            case Kind.GIORNO:
                return t.Calendar(name)
            case _:
                return self._word(node, name)

    def _word(self, node: ast.Name, name: str) -> t.Expr:
        """A word of the language that stands alone."""
        if name in _TRUTHS:
            return t.Truth(_TRUTHS[name])
        if name == MEMBRI or name in CALLS:
            usage = f"{name}(…)" if name in CALLS else f"qualcuno({name}, …)"
            return self.refuse(name, self.at(node), f"scrivi `{usage}`", f"write `{usage}`")
        close = near(name, [*self.kinds, *_TRUTHS])
        return self.wrong("nome-ignoto", self.at(node), vicino=close, nome=name)

    def _indexed(self, node: ast.Subscript, name: str, index: ast.expr) -> t.Expr:
        keys = index.elts if isinstance(index, ast.Tuple) else [index]
        if self.kinds.get(name) is not Kind.PARAMETRO or not keys:
            return self.refuse(f"{name}[…]", self.at(node), "solo un parametro ha indici",
                               "only a parameter has indices")  # fmt: skip
        return t.Param(name, tuple(self.read(key) for key in keys))

    def _compare(self, node: ast.Compare) -> t.Expr:
        if len(node.ops) > 1:
            return self.refuse(self.source(node)[:30], self.at(node), "scrivi `a < b and b < c`",
                               "write `a < b and b < c`")  # fmt: skip
        sign, right = node.ops[0], node.comparators[0]
        left = self.read(node.left)
        if type(sign) in _COMPARE:
            return t.Compare(_COMPARE[type(sign)], left, self.read(right))
        if isinstance(sign, ast.In | ast.NotIn) and isinstance(right, ast.Set):
            if quoted := self._unquoted(right):
                return self.refuse(self.source(right)[:30], self.at(right), f"scrivi `{quoted}`",
                                   f"write `{quoted}`")  # fmt: skip
            read = [self.read(value) for value in right.elts]
            values = tuple(value for value in read if isinstance(value, t.Label | t.Number))
            if len(values) < len(read):
                return self.refuse("in", self.at(right), "scrivi valori tra graffe",
                                   "write values in braces")  # fmt: skip
            found = t.In(left, values)
            self.offsets[id(found)] = self.at(node)
            return found if isinstance(sign, ast.In) else t.Not(found)
        usage = 'x in {"a", "b"}'
        if isinstance(sign, ast.Is | ast.IsNot):
            usage = "==" if isinstance(sign, ast.Is) else "!="
            if isinstance(right, ast.Constant) and right.value is None:
                return self.refuse(self.source(node)[:30], self.at(node), *mend.MISSING)
        return self.refuse(self.source(node)[:30], self.at(node), f"scrivi `{usage}`",
                           f"write `{usage}`")  # fmt: skip

    def _unquoted(self, braces: ast.Set) -> str | None:
        """The values between braces with the quotes that all or some lack; None if others are."""
        words = [
            value.id
            if isinstance(value, ast.Name) and value.id not in self.kinds
            else value.value
            if isinstance(value, ast.Constant)
            else None
            for value in braces.elts
        ]
        texts = [f'"{word}"' for word in words if isinstance(word, str)]
        bare = any(isinstance(value, ast.Name) for value in braces.elts)
        return f"{{{', '.join(texts)}}}" if bare and len(texts) == len(words) else None
