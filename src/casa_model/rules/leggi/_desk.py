"""The desk on which one rule file is read: its faults, its places, its names so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from casa_model.errors import Faults, InvalidExpression, near
from casa_model.rules import tree as t
from casa_model.rules.check import Scope, check
from casa_model.rules.names import CODE, DATA_REQUISITI, NAME, RESERVED, Kind
from casa_model.rules.parse import parse_located
from casa_model.rules.types import BoolType, NumberType, Type, describe
from casa_model.values import Fonte, Grado, Norma
from casa_model.values.structure import new_converter, register_text, structure_at
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.errors import Place
    from casa_model.rules.facts import Fatto
    from casa_model.rules.leggi._shapes import Sourced
    from casa_model.rules.params import Parametro
    from casa_model.values import Atto
    from casa_model.values.toml import KeyPath

T = TypeVar("T")
FORMATO = 1


class Desk:
    """One file being read.

    Trees hold no places: `_where` keeps, for the identity of each node that this file wrote, the
    path of its text and the character in it. `_trees` keeps those nodes alive meanwhile.
    """

    def __init__(self, testo: str | bytes, file: str, sections: Mapping[str, type]) -> None:
        self.doc = read_toml(testo, file)
        self.faults = Faults()
        self.atti: dict[str, Atto] = {}
        self.fatti: dict[str, Fatto] = {}
        self.parametri: dict[str, Parametro] = {}
        self.tipi: dict[str, Type | None] = {}
        self.giorni: tuple[str, ...] = (DATA_REQUISITI,)
        self.fallback: KeyPath = ()
        self._where: dict[int, tuple[KeyPath, int]] = {}
        self._trees: list[t.Expr] = []
        self._converter = new_converter()
        register_text(self._converter, Norma, Norma.parse)
        self._check_head(sections)

    def _check_head(self, sections: Mapping[str, type]) -> None:
        if type(self.doc.data.get("formato")) is not int or self.doc.data["formato"] != FORMATO:
            self.faults.add("formato-ignoto", self.doc.place(("formato",)))
        known = ["formato", *sections]
        for key, raw in self.doc.data.items():
            if key not in known:
                self.wrong("chiave-ignota", (key,), key=True, vicino=near(key, known), chiave=key,
                           ammesse=", ".join(f"`{name}`" for name in known))  # fmt: skip
            elif key in sections and not isinstance(raw, sections[key]):
                self.wrong(
                    "tipo-valore", (key,), key=True, atteso="una tabella", atteso_en="a table",
                    trovato="altro", trovato_en="something else",
                    esempio=f"`[[{key}]]`" if sections[key] is list else f"`[{key}]`",
                )  # fmt: skip

    def wrong(
        self, code: str, path: KeyPath, *, key: bool = False, vicino: str | None = None, **data: Any
    ) -> None:
        """Put a fault in the basket, at the value of `path` (or at its key)."""
        place = self.doc.key_place(path) if key else self.doc.place(path)
        self.faults.add(code, place, vicino=vicino, **data)

    def shape(self, cls: type[T], path: KeyPath) -> T | None:
        """The part of the file at `path` as `cls`; None once its faults are told."""
        raw: Any = self.doc.data
        for step in path:
            raw = raw[step]
        return structure_at(self._converter, raw, cls, self.doc, path, self.faults)

    def table(self, section: str) -> Iterator[tuple[str, KeyPath]]:
        """The entries of a table of tables, with their paths."""
        raw = self.doc.data.get(section)
        for name in raw if isinstance(raw, dict) else ():
            yield name, (section, name)

    def rows(self, section: str) -> Iterator[KeyPath]:
        """The paths of the entries of an array of tables."""
        raw = self.doc.data.get(section)
        for index in range(len(raw) if isinstance(raw, list) else 0):
            yield section, index

    def has(self, section: str, kind: type = dict) -> bool:
        """Whether the file has a section of the right kind."""
        return isinstance(self.doc.data.get(section), kind)

    def name(self, name: str, path: KeyPath) -> bool:
        """Whether `name` may be a fact, a parameter or a definition: well formed and free."""
        if not NAME.fullmatch(name):
            self.wrong("nome-malformato", path, key=True, nome=name, segno="_")
        elif name in RESERVED:
            self.wrong("nome-ripetuto", path, key=True, nome=name,
                       altro="parola del linguaggio", altro_en="word of the language")  # fmt: skip
        elif (kind := self.kinds().get(name)) is not None:
            self.wrong("nome-ripetuto", path, key=True, nome=name, altro=kind.value,
                       altro_en=kind.en)  # fmt: skip
        else:
            return True
        return False

    def code(self, code: str, path: KeyPath) -> None:
        """Note a code that is not kebab-case."""
        if not CODE.fullmatch(code):
            self.wrong("nome-malformato", path, nome=code, segno="-")

    def fonte(self, shape: Sourced, path: KeyPath, what: tuple[str, str]) -> Fonte:
        """The source of a thing; a fault when it has none, or cites an act nobody declared."""
        grado = shape.grado
        if shape.norma is None and not (shape.fonte or "").strip():
            self.wrong("fonte-mancante", path, cosa=what[0], cosa_en=what[1])
            return Fonte(grado=Grado.DERIVATA, testo="?")
        if shape.norma is not None and shape.norma.atto not in self.atti:
            atto = shape.norma.atto
            self.wrong("atto-ignoto", (*path, "norma"), vicino=near(atto, self.atti), atto=atto)
        if grado is None:
            grado = Grado.SECONDARIA if shape.norma is None else Grado.ATTO
        return Fonte(
            grado=grado, norma=shape.norma, testo=shape.fonte, url=shape.url, nota=shape.nota
        )

    def kinds(self) -> dict[str, Kind]:
        """What each name stands for so far."""
        found = {nome: Kind.MEMBRO if f.membro else Kind.FATTO for nome, f in self.fatti.items()}
        found |= dict.fromkeys(self.parametri, Kind.PARAMETRO)
        found |= dict.fromkeys(self.tipi, Kind.DEFINIZIONE)
        return found | dict.fromkeys(self.giorni, Kind.GIORNO)

    def expr(self, text: str, path: KeyPath) -> t.Expr | None:
        """The tree of a text of this file; None once its faults are told."""
        try:
            tree, offsets = parse_located(text, self.kinds())
        except InvalidExpression as error:
            for fault in error.faults:
                place = self.doc.inside(path, fault.place.column - 1)
                self.faults.add(fault.code, place, vicino=fault.vicino, **fault.data)
            return None
        self._trees.append(tree)
        self._where |= {node: (path, offset) for node, offset in offsets.items()}
        return tree

    def scope(self) -> Scope:
        """The types of the names so far."""
        fatti = self.fatti.values()
        return Scope(
            fatti={fatto.nome: fatto.tipo for fatto in fatti if not fatto.membro},
            membri={fatto.nome: fatto.tipo for fatto in fatti if fatto.membro},
            parametri=self.parametri,
            definizioni=self.tipi,
        )

    def typed(self, tree: t.Expr | None) -> Type | None:
        """The type of a tree; None once its faults are told."""
        return None if tree is None else check(tree, self.scope(), self.wrong_node)

    def wrong_node(self, code: str, node: t.Expr, **data: Any) -> None:
        """Put a fault in the basket, at the character where `node` is written."""
        self.faults.add(code, self.place_of(node), **data)

    def place_of(self, node: t.Expr) -> Place:
        """Where `node` is written; for a node of another file, where this one points to it."""
        if id(node) in self._where:
            path, offset = self._where[id(node)]
            return self.doc.inside(path, offset)
        return self.doc.place(self.fallback)

    def wrote(self, node: t.Expr) -> bool:
        """Whether `node` is written in this file."""
        return id(node) in self._where

    def condition(self, text: str, path: KeyPath) -> t.Expr:
        """A truth written in this file; a constant stands in when it has faults."""
        tree = self.expr(text, path)
        if tree is not None:
            self.want_bool(tree)
        return tree or t.Truth(value=True)

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
        return tree or t.Number(0, 2)

    def want_money(self, tree: t.Expr) -> None:
        """Note a tree that is no amount in euro with two decimals."""
        found = self.typed(tree)
        if found is None:
            return
        if not isinstance(found, NumberType) or not found.euro:
            self._unexpected(tree, ("un importo in euro", "an amount in euro"), found)
        elif found.scale != 2:  # noqa: PLR2004 - money has two decimals
            self.wrong_node("scala-importo", tree, scala=found.scale)

    def _unexpected(self, tree: t.Expr, what: tuple[str, str], found: Type) -> None:
        self.wrong_node("tipo-inatteso", tree, atteso=what[0], atteso_en=what[1],
                        trovato=describe(found, "it"), trovato_en=describe(found, "en"))  # fmt: skip
