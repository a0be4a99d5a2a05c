from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import Faults
from casa_model.exchange import _righe
from casa_model.exchange._righe import celle, colonna, decodifica, righe

CELL = st.text(st.characters(exclude_characters="\r\n", codec="utf-8"))


@given(st.lists(CELL, min_size=1), st.sampled_from(";,"))
def test_what_a_csv_writer_writes_on_one_line_is_read_back(cells: list[str], mark: str) -> None:
    """Quotes, doubled quotes and separators inside quotes included."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=mark, lineterminator="").writerow(cells)

    assert celle(buffer.getvalue(), mark) == cells


@given(st.lists(CELL, min_size=1), st.sampled_from(";,"))
def test_the_column_of_a_cell_is_where_its_text_begins(cells: list[str], mark: str) -> None:
    """Counted in characters, from 1; after the last cell, just past the end of the row."""
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    row = mark.join(quoted)
    starts = [len(mark.join(quoted[:i])) + (i > 0) + 1 for i in range(len(cells))]

    assert [colonna(row, mark, i) for i in range(len(cells) + 1)] == [*starts, len(row) + 1]


@pytest.mark.parametrize(
    ("row", "column"),
    [('a;"b', 3), ('"a"b;c', 4), ('a"b;c', 2), ('a;b"', 4), ('"a"";c', 4), ('""a;b', 3)],
)
def test_quotes_that_do_not_match_are_told_by_their_column(row: str, column: int) -> None:
    """Where a person would look: the quote that opens nothing, or what follows the closing one."""
    assert celle(row, ";") == column


def test_the_column_of_a_malformed_row_is_past_its_end() -> None:
    """There are no cells to point at."""
    assert colonna('a;"b', ";", 0) == 5


def test_lines_are_numbered_as_an_editor_does_and_blank_ones_skipped() -> None:
    """Whatever ends them; other separators of Unicode end no line."""
    assert list(righe("a\r\nb\rc\n\n \nd\u2028e\n")) == [
        (1, "a"), (2, "b"), (3, "c"), (6, "d\u2028e"),
    ]  # fmt: skip
    assert list(righe("a\nb")) == [(1, "a"), (2, "b")]


@given(st.text(st.characters(codec="utf-8")))
def test_any_utf8_text_is_decoded_with_its_mark_or_without(text: str) -> None:
    """The byte order mark is no part of the text."""
    faults = Faults()
    plain = text.removeprefix("\ufeff")
    marked = "\ufeff" + plain

    assert [decodifica(raw, "f", faults) for raw in (marked, marked.encode())] == [plain, plain]


def test_a_file_that_is_not_utf8_is_told_by_its_first_bad_byte() -> None:
    """Line and column of the character that Latin-1 wrote."""
    faults = Faults()
    found = decodifica("\ufeffà\r\nbè".encode() + b"\xe8", "f.csv", faults)

    assert (found, [str(f.place) for f in faults.gravi]) == (None, ["f.csv:2:3"])


def test_a_file_over_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is told."""
    monkeypatch.setattr(_righe, "LIMITE", 3)
    faults = Faults()
    found = [decodifica(raw, "f.csv", faults) for raw in ("abc", b"abc", "abcd", b"abcd")]

    assert (found, [(str(f.place), f.code, f.data) for f in faults.gravi]) == (
        ["abc", "abc", None, None],
        [("f.csv:1:1", "file-troppo-grande", {"limite": "3"})],
    )
