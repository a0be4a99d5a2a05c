"""From one trouble to one fault: the code, the exact place, and words that never leak a value.

The metadata of a field may say more about it: `esempio`, how one writes it in TOML, backticks
included; `atteso`, its kind in Italian and English; `fault`, the catalogue code for a text that
is not well formed and the name of the datum which takes that text; `numero`, the catalogue code
for a number where a text is expected; `dentro`, the keys of its own tables, which people write
beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs
from attrs import NOTHING, frozen
from cattrs import Converter
from cattrs.errors import ForbiddenExtraKeysError

from casa_model.errors import CasaError, Faults, Place, near
from casa_model.values.structure._hooks import kind_of
from casa_model.values.structure._kinds import ANY, TABLES, WrongKind, found, is_number
from casa_model.values.testo import Testo
from casa_model.values.toml import KeyPath

if TYPE_CHECKING:
    from casa_model.values.structure._troubles import Attribute, Trouble

OnError: TypeAlias = Callable[[CasaError, KeyPath], None]
"""Told of a domain error that no metadata explains, and of the path of the value."""

_LONGEST: Final = 60


@frozen
class Report:
    """The basket, and what is needed to fill it.

    `path` leads to the root of the raw data; `place` and `key_place` say where the value of a
    path and its last key stand.
    """

    converter: Converter
    path: KeyPath
    place: Callable[[KeyPath], Place]
    key_place: Callable[[KeyPath], Place]
    faults: Faults
    on_error: OnError | None

    def add(self, trouble: Trouble) -> None:
        """Put the fault of one trouble in the basket."""
        error = trouble.error
        if isinstance(error, ForbiddenExtraKeysError):
            self._unknown_keys(error, trouble)
        elif trouble.raw is NOTHING and isinstance(error, KeyError) and trouble.field is not None:
            self._missing_key(trouble.path, trouble.field)
        elif isinstance(error, WrongKind):
            self._wrong_kind(error, trouble)
        elif isinstance(error, CasaError):
            self._domain_error(error, trouble)
        else:
            self._wrong_kind(WrongKind(ANY), trouble)

    def _unknown_keys(self, error: ForbiddenExtraKeysError, trouble: Trouble) -> None:
        known = [field.name for field in attrs.fields(error.cl) if field.init]
        extra = set(error.extra_fields)
        for field in attrs.fields(error.cl):
            inner = [key for key in field.metadata.get("dentro", ()) if key in extra]
            if inner:
                self._keys_inside(field, inner, trouble.path)
            extra.difference_update(inner)
        for key in sorted(extra):
            self.faults.add(
                "chiave-ignota",
                self.key_place((*self.path, *trouble.path, key)),
                vicino=near(key, known),
                chiave=key if len(key) <= _LONGEST else f"{key[:_LONGEST]}…",
                ammesse=", ".join(f"`{name}`" for name in known),
            )

    def _keys_inside(self, field: Attribute, keys: Sequence[str], path: KeyPath) -> None:
        """Tell once of keys that stand beside the list in whose tables they belong."""
        places = sorted((self.key_place((*self.path, *path, key)), key) for key in keys)
        self.faults.add(
            "chiave-dentro",
            places[0][0],
            chiavi=", ".join(f"`{key}`" for _, key in places),
            elenco=field.name,
            esempio=self._example(field),
        )

    def _missing_key(self, path: KeyPath, field: Attribute) -> None:
        self.faults.add(
            "chiave-mancante",
            self.place((*self.path, *path[:-1])),
            chiave=field.name,
            esempio=self._example(field),
        )

    def _wrong_kind(self, error: WrongKind, trouble: Trouble) -> None:
        if error.malformed and self._told_by_metadata(trouble, error.allowed):
            return
        field = trouble.field
        more = {} if field is None else field.metadata
        if "numero" in more and is_number(trouble.raw):
            self.faults.add(more["numero"], self._place(trouble))
            return
        was = found(trouble.raw, malformed=error.malformed)
        self.faults.add(
            "tipo-valore",
            self._place(trouble),
            vicino=_near(trouble.raw, error.allowed) if error.malformed else None,
            atteso=error.kind.it,
            atteso_en=error.kind.en,
            trovato=was.it,
            trovato_en=was.en,
            esempio=more.get("esempio") or self._sample(error, trouble),
        )

    def _domain_error(self, error: CasaError, trouble: Trouble) -> None:
        if trouble.owner is Testo:
            self.faults.add("testo-vuoto", self._place(trouble))
        elif self._told_by_metadata(trouble):
            return
        elif self.on_error is not None:
            self.on_error(error, (*self.path, *trouble.path))
        else:
            self.faults.add(
                "valore-rifiutato",
                self._place(trouble),
                motivo=error.testo("it"),
                motivo_en=error.testo("en"),
            )

    def _told_by_metadata(self, trouble: Trouble, allowed: tuple[str, ...] = ()) -> bool:
        """Tell of a text that is not well formed as the metadata of its field wants, if it does.

        The text itself is told then: fields with such metadata are written words of rule files.
        """
        field, raw = trouble.field, trouble.raw
        if field is None or type(raw) is not str:
            return False
        data: dict[str, str]
        if "fault" in field.metadata:
            code, datum = field.metadata["fault"]
            data = {datum: raw}
        elif "atteso" in field.metadata:
            code = "valore-malformato"
            it, en = field.metadata["atteso"]
            data = {"valore": raw, "atteso": it, "atteso_en": en, "esempio": self._example(field)}
        else:
            return False
        self.faults.add(code, self._place(trouble), vicino=near(raw, allowed), **data)
        return True

    def _example(self, field: Attribute) -> str:
        told: str | None = field.metadata.get("esempio")
        return told or f"`{field.name} = {kind_of(self.converter, field.type).sample}`"

    def _sample(self, error: WrongKind, trouble: Trouble) -> str:
        """A sample of the kind that was expected; of tables in a row, their own head."""
        if error.kind == TABLES and type(trouble.raw) is dict:
            steps = (step for step in (*self.path, *trouble.path) if isinstance(step, str))
            return f"`[[{'.'.join(steps)}]]`"
        return f"`{error.kind.sample}`"

    def _place(self, trouble: Trouble) -> Place:
        return self.place((*self.path, *trouble.path))


def _near(raw: object, allowed: Iterable[str]) -> str | None:
    """The near miss of a malformed value: a malformed table has none."""
    return near(raw, allowed) if isinstance(raw, str) else None
