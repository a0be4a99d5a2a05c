"""The indices of a parameter, and whether its rows are one for each of their keys."""

from __future__ import annotations

import itertools
import re
from math import prod
from typing import TYPE_CHECKING, Literal, TypeAlias

from casa_model.errors import near
from casa_model.rules.leggi._valori import shown
from casa_model.rules.params import Indice, IndiceIntero, IndiceScelta, Key
from casa_model.rules.types import ChoiceType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.leggi._desk import Desk
    from casa_model.values.toml import KeyPath

MAX_INDICI = 4
"""The most indices of one parameter."""

MAX_KEYS = 10_000
"""The most rows of one parameter."""

Cell: TypeAlias = "tuple[tuple[Key, ...], KeyPath]"
"""The key of a row, and the path at which the row says it."""

_TWICE = ("{} sta due volte", "{} stands twice")
_EXTRA = ("{} è di troppo", "{} is one too many")
_LOST = ("manca {}", "{} is missing")
_RANGE = re.compile(r"(-?[0-9]{1,6})\.\.(-?[0-9]{1,6})", re.ASCII)


def read_indice(desk: Desk, words: Sequence[str], path: KeyPath) -> tuple[Indice, ...] | None:
    """The indices of a parameter; None once a fault is told."""
    found = [_index(desk, word, (*path, "indice", at)) for at, word in enumerate(words)]
    whole = tuple(index for index in found if index is not None)
    if len(whole) < len(found):
        return None
    size = prod(len(span_of(index)) for index in whole)
    if len(whole) > MAX_INDICI or size > MAX_KEYS:
        it = f"ha al massimo {MAX_INDICI} indici e {MAX_KEYS} righe; dividi il parametro"
        en = f"it has at most {MAX_INDICI} indices and {MAX_KEYS} rows; split the parameter"
        desk.refuse((*path, "indice"), it, en)
        return None
    return whole


def _index(desk: Desk, word: str, path: KeyPath) -> Indice | None:
    fatto = desk.names.fatti.get(word)
    if fatto is not None and isinstance(fatto.tipo, ChoiceType):
        return IndiceScelta(fatto.tipo.values)
    if ends := _RANGE.fullmatch(word):
        lo, hi = map(int, ends.groups())
        if lo <= hi:
            return IndiceIntero(lo, hi)
    if word not in desk.names.rotti:
        choices = [n for n, f in desk.names.fatti.items() if isinstance(f.tipo, ChoiceType)]
        desk.wrong("indice-malformato", path, vicino=near(word, choices), indice=shown(word))
    return None


def span_of(index: Indice) -> Sequence[Key]:
    """The keys of one index, in order."""
    if isinstance(index, IndiceIntero):
        return range(index.lo, index.hi + 1)
    return index.valori


def keyed(desk: Desk, indice: Sequence[Indice], cells: Sequence[Cell], path: KeyPath) -> bool:
    """Whether the rows of the parameter at `path` are one for each key; a fault when not."""
    nome = str(path[-1])
    wanted = dict.fromkeys(itertools.product(*map(span_of, indice)))
    seen: set[tuple[Key, ...]] = set()
    for key, where in cells:
        if key in seen:
            return _mismatch(desk, nome, key, where, _TWICE)
        if key not in wanted:
            return _mismatch(desk, nome, key, where, _EXTRA)
        seen.add(key)
    lost = next((key for key in wanted if key not in seen), None)
    return lost is None or _mismatch(desk, nome, lost, (*path, "righe"), _LOST)


def _mismatch(
    desk: Desk, nome: str, key: tuple[Key, ...], where: KeyPath, words: tuple[str, str]
) -> Literal[False]:
    cell = f"`{', '.join(map(str, key))}`" if key else "`[]`"
    it, en = (word.format(cell) for word in words)
    desk.wrong("riga-indice", where, key=True, nome=nome, motivo=it, motivo_en=en)
    return False
