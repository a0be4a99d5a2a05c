"""One broken file for each code of the catalogue, each told where a person would point."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from broken.places import COMPANIONS, PLACES

from casa_model.errors import CATALOGUE, InvalidFile
from casa_model.rules.leggi import leggi_avviso

if TYPE_CHECKING:
    from types import ModuleType

HERE = Path(__file__).parent


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("attesi", HERE.parents[1] / "tools" / "attesi.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ATTESI = _tool()
FILES = ATTESI.files()


def test_every_code_has_a_broken_file_and_every_file_a_code() -> None:
    """No code that no reader emits, and none without an example."""
    assert set(FILES) == set(CATALOGUE)


def test_every_code_has_a_place() -> None:
    """The table below says where each is expected."""
    assert set(PLACES) == set(CATALOGUE)


@pytest.mark.parametrize("code", FILES)
def test_a_broken_file_tells_its_code_where_a_person_would_point(code: str) -> None:
    """Exactly that fault, at that line and column, and nothing else."""
    told = [(f.code, (f.place.line, f.place.column)) for f in ATTESI.faults(FILES[code])]
    companion = [COMPANIONS[code]] if code in COMPANIONS else []

    assert told == [(code, PLACES[code]), *companion]


def test_what_a_person_reads_is_what_was_read_aloud() -> None:
    """The sentences, in both languages, are those of `attesi.txt`: `python tools/attesi.py`."""
    assert ATTESI.text() == ATTESI.EXPECTED.read_text("utf-8")


def test_ten_mistakes_are_told_at_once() -> None:
    """A file is mended in one go: every fault is told, in order of place."""
    path = HERE / "contesto" / "dieci.avviso.toml"

    with pytest.raises(InvalidFile) as caught:
        leggi_avviso(path.read_bytes(), file=path.name, misure=ATTESI.MISURE)

    assert [(f.code, f.place.line, f.place.column) for f in caught.value.faults] == [
        ("formato-ignoto", 3, 11),
        ("nome-malformato", 6, 10),
        ("date-disordinate", 14, 12),
        ("valore-malformato", 17, 13),
        ("fonte-mancante", 19, 1),
        ("valore-malformato", 20, 10),
        ("intervallo-rovesciato", 26, 10),
        ("gia-presente", 30, 10),
        ("nome-ignoto", 33, 22),
        ("sostituisce-ignoto", 36, 8),
    ]
