"""The text of a file of rows: decoded, cut into lines, each line into cells with their columns.

One line is one row: a quoted cell closes on its own line. The CSV of others may break lines inside
quotes; no fact can, and a quote that is never closed would swallow every row after it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casa_model.errors import Faults, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMITE: Final = 256 * 2**20
"""The largest file of rows, in bytes (in characters, when it comes as text)."""

_NEWLINE: Final = re.compile(r"\r\n|\r|\n")
_SPREADSHEETS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How `.xlsx` and `.ods` begin, and how `.xls` does."""
_QUOTED: Final = re.compile(r'"[^"]*(?:""[^"]*)*"')


def decodifica(raw: str | bytes, file: str, faults: Faults) -> str | None:
    """Return the text of a file without its byte order mark; None when a fault was found."""
    if len(raw) > LIMITE:
        faults.add("file-troppo-grande", Place(file, 1, 1), limite=LIMITE)
        return None
    if isinstance(raw, bytes):
        if raw.startswith(_SPREADSHEETS):
            faults.add("foglio-di-calcolo", Place(file, 1, 1))
            return None
        at = _first_bad_byte(raw)
        if at is not None:
            good = raw[:at].decode().removeprefix("\ufeff")
            lines = _NEWLINE.split(good)
            faults.add("non-utf8", Place(file, len(lines), len(lines[-1]) + 1))
            return None
        raw = raw.decode()
    return raw.removeprefix("\ufeff")


def _first_bad_byte(raw: bytes) -> int | None:
    # The fault is told outside of `except`: the decoding error carries the whole file.
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None


def righe(text: str) -> Iterator[tuple[int, str]]:
    """Yield every line that is not blank with its number, from 1."""
    start = 0
    line = 1
    for end in _NEWLINE.finditer(text):
        if (row := text[start : end.start()]).strip():
            yield line, row
        start = end.end()
        line += 1
    if (row := text[start:]).strip():
        yield line, row


def celle(row: str, separatore: str) -> list[str] | int:
    """Cut a row into cells; the 1-based column of the fault when its quotes are not well formed."""
    if '"' not in row:
        return row.split(separatore)
    cut = _cut(row, separatore)
    if isinstance(cut, int):
        return cut
    return [
        cell[1:-1].replace('""', '"') if cell.startswith('"') else cell
        for cell in (row[start:end] for start, end in cut)
    ]


def colonna(row: str, separatore: str, indice: int) -> int:
    """Return the 1-based column at which cell number `indice` (from 0) of a sound row starts.

    Past the last cell, the column after the end of the row.
    """
    cut = _cut(row, separatore)
    return cut[indice][0] + 1 if not isinstance(cut, int) and indice < len(cut) else len(row) + 1


def colonne(row: str, separatore: str) -> list[int]:
    """Return the 1-based column at which each cell of a sound row starts, in one reading."""
    cut = _cut(row, separatore)
    return [] if isinstance(cut, int) else [start + 1 for start, _ in cut]


def _cut(row: str, separatore: str) -> list[tuple[int, int]] | int:
    cut: list[tuple[int, int]] = []
    start = 0
    while True:
        if row.startswith('"', start):
            found = _QUOTED.match(row, start)
            end = start if found is None else found.end()
        else:
            past = len(row) + 1  # what is not found (-1) is at the end of the row
            end = min(row.find(separatore, start) % past, row.find('"', start) % past)
        cut.append((start, end))
        if end == len(row):
            return cut
        if row[end] != separatore:
            return end + 1
        start = end + 1
