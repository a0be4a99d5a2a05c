"""The desk on which one rule file is read: its sheet, its names so far, its trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import Fault, InvalidExpression
from casa_model.rules import tree as t
from casa_model.rules.check import check
from casa_model.rules.leggi._names import Names
from casa_model.rules.names import DATA_REQUISITI, NAME, NOTICE_DAYS, RESERVED
from casa_model.rules.parse import parse_located
from casa_model.rules.types import BoolType, NumberType, Type, describe
from casa_model.rules.walk import walk
from casa_model.values.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.errors import Place
    from casa_model.rules.names import Kind
    from casa_model.values.toml import KeyPath


class Desk(Sheet):
    """One file being read, `avviso` when it is a notice.

    Trees hold no places: `_where` keeps, for the identity of each node that this file wrote, the
    path of its text and the character in it. `_trees` keeps those nodes alive meanwhile.
    """

    def __init__(
        self, testo: str | bytes, file: str, sections: Mapping[str, type], *, avviso: bool = False
    ) -> None:
        super().__init__(testo, file, sections)
        self.avviso = avviso
        self.names = Names()
        self.names.giorno(DATA_REQUISITI)
        self.corpi: dict[str, t.Expr] = {}
        self.fallback: KeyPath = ()
        self.incompleto = False
        self._where: dict[int, tuple[KeyPath, int]] = {}
        self._trees: list[t.Expr] = []

    def name(self, name: str, path: KeyPath, kind: Kind) -> bool:
        """Whether `name` may be a fact, a parameter or a definition: well formed and free."""
        taken = self.names.kinds.get(name)
        if not NAME.fullmatch(name):
            self.wrong("nome-malformato", path, key=True, nome=name, segno="_")
            self.names.rotto(name, kind)
        elif name in RESERVED:
            it, en = "parola del linguaggio", "word of the language"
            self.wrong("nome-ripetuto", path, key=True, nome=name, altro=it, altro_en=en)
        elif taken is not None:
            self.wrong(
                "nome-ripetuto", path, key=True, nome=name, altro=taken.value, altro_en=taken.en
            )
        else:
            return True
        return False

    def expr(self, text: str, path: KeyPath) -> t.Expr | None:
        """The tree of a text of this file; None once its faults are told."""
        try:
            tree, offsets = parse_located(text, self.names.kinds)
        except InvalidExpression as error:
            for fault in error.faults:
                self._told(fault, path)
            return None
        self.keep(tree, path)
        self._where |= {node: (path, offset) for node, offset in offsets.items()}
        return tree

    def keep(self, tree: t.Expr, path: KeyPath) -> None:
        """Remember that `tree` is written at `path`, from its first character on."""
        self._trees.append(tree)
        self._where[id(tree)] = (path, 0)

    def _told(self, fault: Fault, path: KeyPath) -> None:
        """Put a fault of an expression in the basket, at its character in the file."""
        place = self.doc.inside(path, fault.place.column - 1)
        nome = fault.data.get("nome", "")
        if fault.code != "nome-ignoto":
            self.faults.add(fault.code, place, vicino=fault.vicino, **fault.data)
        elif nome not in NOTICE_DAYS:
            if not self.incompleto:
                self.faults.add("nome-ignoto", place, vicino=fault.vicino, nome=nome)
        elif self.avviso:
            self.faults.add("giorno-mancante", place, nome=path[-1], giorno=nome)
        else:
            it = "solo un avviso ha questa data: usa `data_requisiti`"
            en = "only a notice has this day: use `data_requisiti`"
            self.faults.add("espressione-non-ammessa", place, cosa=nome, rimedio=it, rimedio_en=en)

    def typed(self, tree: t.Expr | None) -> Type | None:
        """The type of a tree; None once its faults, or those of a name in it, are told."""
        if tree is None or any(getattr(n, "name", None) in self.names.rotti for n in walk(tree)):
            return None
        return check(tree, self.names.scope, self.wrong_node)

    def wrong_node(
        self, code: str, node: t.Expr, *, vicino: str | None = None, **data: object
    ) -> None:
        """Put a fault in the basket, at the character where `node` is written."""
        self.faults.add(code, self.place_of(node), vicino=vicino, **data)

    def place_of(self, node: t.Expr) -> Place:
        """Where `node` is written.

        For a node of another file: where this file declares the first name that it reads, also
        through definitions; where it declares none, the place of the whole.
        """
        for each in walk(node):
            if id(each) in self._where:
                path, offset = self._where[id(each)]
                return self.doc.inside(path, offset)
        seen: set[str] = set()
        todo = [node]
        while todo:
            for each in walk(todo.pop(0)):
                name = getattr(each, "name", None)
                if name in self.names.dove:
                    return self.doc.key_place(self.names.dove[name])
                if isinstance(each, t.Definition) and each.name not in seen:
                    seen.add(each.name)
                    todo += [self.corpi[each.name]] if each.name in self.corpi else []
        return self.doc.place(self.fallback)

    def wrote(self, node: t.Expr) -> bool:
        """Whether `node` is written in this file."""
        return id(node) in self._where

    def condition(self, text: str, path: KeyPath) -> t.Expr:
        """A truth written in this file; a constant stands in when it has faults."""
        tree = self.expr(text, path)
        if tree is not None:
            self.want_bool(tree)
        return tree or self._stand_in(t.Truth(value=True), path)

    def want_bool(self, tree: t.Expr) -> None:
        """Note a tree that is no truth."""
        found = self.typed(tree)
        if found is not None and not isinstance(found, BoolType):
            self._unexpected(tree, ("un sì o no", "a yes or no"), found)

    def money(self, text: str, path: KeyPath) -> t.Expr:
        """An amount written in this file; a constant stands in when it has faults."""
        tree = self.expr(text, path)
        if tree is not None:
            self.want_money(tree)
        return tree or self._stand_in(t.Number(0, 2), path)

    def _stand_in(self, tree: t.Expr, path: KeyPath) -> t.Expr:
        self.keep(tree, path)
        return tree

    def want_money(self, tree: t.Expr) -> None:
        """Note a tree that is no amount in euro with two decimals."""
        found = self.typed(tree)
        if found is None:
            return
        if isinstance(tree, t.Number):
            self.wrong_node("importo-nudo", tree)
        elif not isinstance(found, NumberType) or not found.euro:
            self._unexpected(tree, ("un importo in euro", "an amount in euro"), found)
        elif found.scale != 2:  # noqa: PLR2004 - money has two decimals
            self.wrong_node("scala-importo", tree, scala=found.scale)

    def _unexpected(self, tree: t.Expr, what: tuple[str, str], found: Type) -> None:
        self.wrong_node(
            "tipo-inatteso",
            tree,
            atteso=what[0],
            atteso_en=what[1],
            trovato=describe(found, "it"),
            trovato_en=describe(found, "en"),
        )
