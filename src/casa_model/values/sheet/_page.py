"""The page: one file as it was written, with its faults and the shapes of its parts."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from casa_model.errors import Faults, near
from casa_model.values._kebab import CODE
from casa_model.values.codici import Cig, CodiceComune, Cup, Nuts3
from casa_model.values.norme import Norma
from casa_model.values.structure import _kinds as kinds
from casa_model.values.structure import new_converter, register_text, structure_at
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cattrs import Converter

    from casa_model.errors import Place
    from casa_model.values.toml import Document, KeyPath

T = TypeVar("T")
FORMATO = 1

MAX_FAULTS = 500
"""Beyond so many faults a file is refused with those already found."""

MAX_VOCI = 500
"""The most entries of one section."""

_LONGEST = 60
_WORDS: dict[type, tuple[str, str]] = {
    dict: ("una tabella", "a table"),
    list: ("un elenco di tabelle", "a list of tables"),
}
_PLAIN: dict[type, kinds.Kind] = {str: kinds.TEXT, date: kinds.DAY}


@cache
def _converter(*, detailed: bool = True) -> Converter:
    """One for all files: it learns a class when it first meets it, which takes a millisecond."""
    converter = new_converter(detailed=detailed)
    register_text(converter, Norma, Norma.parse)
    for code in (Cig, CodiceComune, Cup, Nuts3):
        register_text(converter, code, code.parse)
    return converter


class _Basket(Faults):
    """A basket that gives up when a file is made of faults: reading on would take minutes."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def add(self, code: str, place: Place, *, vicino: str | None = None, **data: object) -> None:
        super().add(code, place, vicino=vicino, **data)
        self._count += 1
        if self._count >= MAX_FAULTS:
            self.raise_if_grave()


class Page:
    """One file being read: `sections` are those it may have, each a table or a list of tables.

    A section may also be a key of the head, a text or a day.

    Raises `InvalidFile` at once when the text is no TOML or says nothing; every other fault goes
    into `faults`.
    """

    def __init__(
        self,
        testo: str | bytes,
        file: str,
        sections: Mapping[str, type],
        *,
        trusted: bool = False,
    ) -> None:
        self.doc: Document = read_toml(testo, file, trusted=trusted)
        self.faults: Faults = _Basket()
        self._trusted = trusted
        if not self.doc.data:
            self.wrong("file-vuoto", ())
            self.faults.raise_if_grave()
        self._check_head(sections)

    def _check_head(self, sections: Mapping[str, type]) -> None:
        data = self.doc.data
        if type(data.get("formato")) is not int or data["formato"] != FORMATO:
            self.wrong("formato-ignoto", ("formato",))
        for key, raw in data.items():
            wanted = int if key == "formato" else sections.get(key)
            if wanted is None:
                self._unknown(key, raw, sections)
            elif wanted in _PLAIN:
                if type(raw) is not wanted:
                    self._plain(key, raw, _PLAIN[wanted])
            elif wanted is not int and not isinstance(raw, wanted):
                it, en = _WORDS[wanted]
                was = _WORDS.get(type(raw), ("un valore", "a value"))
                self.wrong(
                    "tipo-valore",
                    (key,),
                    atteso=it,
                    atteso_en=en,
                    trovato=was[0],
                    trovato_en=was[1],
                    esempio=f"`[[{key}]]`" if wanted is list else f"`[{key}]`",
                )

    def _plain(self, key: str, raw: object, kind: kinds.Kind) -> None:
        """A key of the head that holds another kind of value."""
        was = kinds.found(raw, malformed=False)
        self.wrong(
            "tipo-valore",
            (key,),
            atteso=kind.it,
            atteso_en=kind.en,
            trovato=was.it,
            trovato_en=was.en,
            esempio=f"`{key} = {kind.sample}`",
        )

    def _unknown(self, key: str, raw: object, sections: Mapping[str, type]) -> None:
        """A key or section that this kind of file has not."""
        known = ["formato", *sections]
        told = key if len(key) <= _LONGEST else f"{key[:_LONGEST]}…"
        if isinstance(raw, dict | list):
            tables = [name for name, kind in sections.items() if kind not in _PLAIN]
            listed = ", ".join(f"`[{name}]`" for name in tables)
            close = near(told, tables)
            self.wrong("sezione-ignota", (key,), vicino=close, nome=told, ammesse=listed)
        else:
            listed = ", ".join(f"`{name}`" for name in known)
            close = near(told, known)
            self.wrong("chiave-ignota", (key,), key=True, vicino=close, chiave=told, ammesse=listed)

    def wrong(
        self,
        code: str,
        path: KeyPath,
        *,
        key: bool = False,
        vicino: str | None = None,
        **data: object,
    ) -> None:
        """Put a fault in the basket, at the value of `path` (or at its key)."""
        place = self.doc.key_place(path) if key else self.doc.place(path)
        self.faults.add(code, place, vicino=vicino, **data)

    def refuse(self, path: KeyPath, it: str, en: str) -> None:
        """Put in the basket a fault that has no code of its own, with its reason."""
        self.wrong("valore-rifiutato", path, motivo=it, motivo_en=en)

    def shape(self, cls: type[T], path: KeyPath) -> T | None:
        """The part of the file at `path` as `cls`; None once its faults are told."""
        raw: Any = self.doc.data
        for step in path:
            raw = raw[step]
        if self._trusted:
            with suppress(Exception):  # then the other converter says what it is
                return _converter(detailed=False).structure(raw, cls)
        return structure_at(_converter(), raw, cls, self.doc, path, self.faults)

    def salvaged(
        self, cls: type[T], path: KeyPath, stand_in: Mapping[str, object]
    ) -> tuple[T | None, frozenset[str]]:
        """The part at `path` without the keys at fault, and those keys; its faults are told.

        The rest of a file can so be read on, and tell its own faults too. `stand_in` has a value
        for each compulsory key, should the file not have a sound one.
        """
        raw: Any = self.doc.data
        for step in path:
            raw = raw[step]
        sound, dropped = dict(stand_in), set[str]()
        for key, value in raw.items():
            tried = {**sound, key: value}
            if structure_at(_converter(), tried, cls, self.doc, path, Faults()) is None:
                dropped.add(key)
            else:
                sound = tried
        found = structure_at(_converter(), sound, cls, self.doc, path, Faults())
        return found, frozenset(dropped)

    def section(self, cls: type[T], name: str, *, wanted: bool = False) -> T | None:
        """A whole section as `cls`; None when it is not there or has faults."""
        if name not in self.doc.data and wanted:
            self.wrong("chiave-mancante", (), chiave=name, esempio=f"`[{name}]`")
        found = isinstance(self.doc.data.get(name), dict)
        return self.shape(cls, (name,)) if found else None

    def table(self, section: str) -> Iterator[tuple[str, KeyPath]]:
        """The entries of a table of tables, with their paths."""
        raw = self.doc.data.get(section)
        names = list(raw) if isinstance(raw, dict) else []
        if len(names) > MAX_VOCI:
            past = (section, names[MAX_VOCI])
            self.wrong(
                "troppe-voci", past, key=True, nome=section, quante=len(names), limite=MAX_VOCI
            )
        for name in names[:MAX_VOCI]:
            yield name, (section, name)

    def rows(self, section: str) -> list[KeyPath]:
        """The paths of the entries of an array of tables."""
        raw = self.doc.data.get(section)
        return [(section, index) for index in range(len(raw) if isinstance(raw, list) else 0)]

    def code(self, code: str, path: KeyPath, *, key: bool = False) -> bool:
        """Whether a code is in kebab-case; a fault when it is not."""
        good = CODE.fullmatch(code) is not None
        if not good:
            self.wrong("nome-malformato", path, key=key, nome=code, segno="-")
        return good

    def unwanted(self, path: KeyPath, key: str, known: str) -> None:
        """Note a key that other files have, and this one has not."""
        self.wrong("chiave-ignota", (*path, key), key=True, chiave=key, ammesse=known)
