"""The pieces of one kind that a notice changes: requirements or items, each by its code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from casa_model.errors import near
from casa_model.rules.avviso import Operazione

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casa_model.rules.leggi._desk import Desk
    from casa_model.values.toml import KeyPath

P = TypeVar("P")
_LISTED = 20


def not_there(desk: Desk, codice: str, known: Iterable[str], path: KeyPath) -> None:
    """Note what the measure has not, with the name that was meant or those that there are."""
    names = tuple(known)
    close = near(codice, names)
    it, en = "correggi il nome", "mend the name"
    if close is None and names:
        listed = ", ".join(f"`{name}`" for name in names[:_LISTED])
        it, en = f"usa uno di questi: {listed}", f"use one of these: {listed}"
    desk.wrong("sostituisce-ignoto", path, vicino=close, nome=codice, rimedio=it, rimedio_en=en)


class Pieces(Generic[P]):
    """Those of the measure without the removed ones; the notice puts its own in, one by one."""

    def __init__(self, desk: Desk, word: tuple[str, str], base: Mapping[str, P]) -> None:
        self.desk = desk
        self.word = word
        self.base = base
        self._slots: dict[str, P] = dict(base)
        self._new: dict[str, P] = {}
        self._removed: set[str] = set()
        self._replaced: set[str] = set()
        self._taken: set[str] = set()

    def remove(self, codice: str, path: KeyPath) -> bool:
        """Take a piece of the measure away; `path` is where its code is said."""
        if not self._stands(codice, path) or not self.desk.once(
            codice, self._removed, path, (f"{self.word[0]} da togliere", f"{self.word[1]} removed")
        ):
            return False
        del self._slots[codice]
        return True

    def put(
        self, codice: str, sostituisce: str | None, piece: P, path: KeyPath
    ) -> Operazione | None:
        """Put a piece in: new, or in the place of one of the measure; None when it may not be."""
        where = (*path, "codice")
        if codice in self.base and codice != sostituisce:
            if sostituisce not in {None, *self.base}:  # a slip there, and not one of `codice`
                not_there(self.desk, str(sostituisce), self.base, (*path, "sostituisce"))
                return None
            self.desk.wrong("gia-presente", where, nome=codice)
            return None
        if not self.desk.once(codice, self._taken, where, self.word):
            return None
        if sostituisce is None:
            self._new[codice] = piece
            return Operazione.AGGIUNGE
        if not self._may_replace(sostituisce, (*path, "sostituisce")):
            return None
        self._slots[sostituisce] = piece
        return Operazione.SOSTITUISCE

    def changed(self, codice: str) -> bool:
        """Whether a piece of the measure was removed or replaced."""
        return codice in self._removed | self._replaced

    def result(self) -> tuple[P, ...]:
        """The pieces in the order of the measure, then the new ones."""
        return (*self._slots.values(), *self._new.values())

    def _stands(self, codice: str, path: KeyPath) -> bool:
        if codice not in self.base:
            not_there(self.desk, codice, self.base, path)
        return codice in self.base

    def _may_replace(self, codice: str, path: KeyPath) -> bool:
        if not self._stands(codice, path):
            return False
        if codice in self._removed:
            it = f"`{codice}` è già tolto da `[[togli]]`; scegli se toglierlo o sostituirlo"
            en = f"`{codice}` is already removed by `[[togli]]`; either remove or replace it"
            self.desk.refuse(path, it, en)
            return False
        word = (f"{self.word[0]} da sostituire", f"{self.word[1]} replaced")
        return self.desk.once(codice, self._replaced, path, word)
