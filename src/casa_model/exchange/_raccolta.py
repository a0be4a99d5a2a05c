"""From rows to applications: each row is whole and becomes one, or it is broken and is told."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from casa_model.exchange._colonne import DATA_DOMANDA, PROTOCOLLO, RIFERIMENTO
from casa_model.exchange._membri import Membri, conta, dal_file, raggruppa
from casa_model.exchange.lette import Lette, Scartata
from casa_model.nuclei import Domanda
from casa_model.rules.facts import Fatti

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from casa_model.errors import Fault
    from casa_model.exchange._riga import Riga

_STEP: Final = 1000


def raccogli(
    source: Iterable[Riga],
    membri: Iterable[Riga] | None,
    dove_membri: str,
    progresso: Callable[[int], None] | None,
    *,
    colonne: Iterable[str] | None,
) -> Lette:
    """Make an application of every sound row; `dove_membri` is the cell that has the members.

    `colonne` are the names in the header; None when there is none: then those that have a value.
    """
    rows, first = _rows(source, progresso)
    groups = None if membri is None else raggruppa(membri, first)
    domande = [_domanda(riga, groups, dove_membri) for riga in rows]
    return Lette(
        domande=tuple(domanda for domanda in domande if domanda is not None),
        difetti=_faults(rows, groups),
        righe=len(rows),
        scartate=tuple(_scartata(riga, groups) for riga in rows if riga.difetti),
        colonne=frozenset(_filled(rows) if colonne is None else colonne),
    )


def _filled(rows: Iterable[Riga]) -> Iterator[str]:
    for riga in rows:
        yield from chain(riga.valori, *(riga.membri or ()))


def _scartata(riga: Riga, groups: Membri | None) -> Scartata:
    """The row with its faults, those of its members among them."""
    riferimento = riga.valori.get(RIFERIMENTO)
    of_members = () if groups is None else groups.gruppi.get(riferimento or "", ())
    told = [fault for row in (riga, *of_members) for fault in row.difetti]
    return Scartata(riga.linea, riferimento, tuple(told))


def _rows(
    source: Iterable[Riga], progresso: Callable[[int], None] | None
) -> tuple[list[Riga], dict[str, int]]:
    """Read every row, telling repeated references; and the first line of each reference."""
    rows: list[Riga] = []
    first: dict[str, int] = {}
    for riga in source:
        riferimento = riga.valori.get(RIFERIMENTO)
        if riferimento is not None:
            before = first.setdefault(riferimento, riga.linea)
            if before != riga.linea:
                riga.difetto("riferimento-ripetuto", RIFERIMENTO, riga=before)
        rows.append(riga)
        if progresso is not None and len(rows) % _STEP == 0:
            progresso(len(rows))
    if progresso is not None:
        progresso(len(rows))
    return rows, first


def _domanda(riga: Riga, groups: Membri | None, dove_membri: str) -> Domanda | None:
    membri = dal_file(riga, groups) if riga.membri is None else riga.membri
    if membri is not None:
        conta(riga, membri, dove_membri)
    if riga.difetti:
        return None
    values = dict(riga.valori)
    return Domanda(
        riferimento=values.pop(RIFERIMENTO),
        presentata=values.pop(DATA_DOMANDA, None),
        protocollo=values.pop(PROTOCOLLO, None),
        fatti=Fatti(values, None if membri is None else tuple(membri)),
    )


def _faults(rows: list[Riga], groups: Membri | None) -> tuple[Fault, ...]:
    members: list[Riga] = []
    if groups is not None:
        members = [row for group in groups.gruppi.values() for row in group]
        members += groups.sparse
    told = [fault for row in (*rows, *members) for fault in row.difetti]
    return tuple(sorted(told, key=lambda fault: fault.place))
