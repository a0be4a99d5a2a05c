"""One broken file for each code of the catalogue, each told where a person would point."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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

# Written by hand, from the files: line and column of the sign to point at.
PLACES = {
    "file-troppo-grande": (1, 1),
    "non-utf8": (5, 42),
    "file-vuoto": (1, 1),
    "toml-sintassi": (6, 6),
    "chiave-ripetuta": (11, 1),
    "data-impossibile": (10, 17),
    "ora-incompleta": (11, 12),
    "si-o-no": (6, 10),
    "virgolette-mancanti": (13, 13),
    "virgolette-aperte": (6, 21),
    "virgolette-tipografiche": (7, 10),
    "formato-ignoto": (1, 11),
    "sezione-ignota": (12, 1),
    "troppe-voci": (503, 7),
    "chiave-ignota": (10, 1),
    "chiave-mancante": (11, 1),
    "tipo-valore": (13, 11),
    "nome-malformato": (3, 8),
    "testo-vuoto": (5, 47),
    "nome-ripetuto": (12, 8),
    "nome-ignoto": (17, 5),
    "norma-malformata": (13, 9),
    "atto-ignoto": (13, 9),
    "grado-ignoto": (9, 9),
    "fonte-mancante": (10, 11),
    "fonte-inutile": (12, 1),
    "vigenza-rovesciata": (9, 36),
    "storia-disordinata": (12, 11),
    "parametro-non-in-vigore": (11, 12),
    "tipo-ignoto": (4, 8),
    "valore-malformato": (10, 40),
    "valore-rifiutato": (10, 17),
    "percentuale-sospetta": (15, 10),
    "indice-malformato": (10, 11),
    "riga-indice": (11, 1),
    "intervallo-rovesciato": (5, 10),
    "scelta-senza-valori": (4, 8),
    "espressione-sintassi": (15, 22),
    "espressione-non-ammessa": (15, 20),
    "espressione-troppo-lunga": (15, 17),
    "espressione-troppo-profonda": (15, 215),
    "numero-malformato": (15, 22),
    "tipi-incompatibili": (15, 15),
    "tipo-inatteso": (15, 15),
    "valore-fuori-scelta": (15, 38),
    "scala-importo": (12, 39),
    "fuori-63-bit": (21, 15),
    "data-fuori-calendario": (15, 15),
    "indice-fuori-tabella": (15, 21),
    "indice-numero": (15, 15),
    "definizione-circolare": (11, 14),
    "definizione-profonda": (37, 13),
    "aggregato-annidato": (15, 45),
    "membro-fuori-aggregato": (15, 15),
    "righe-sovrapposte": (14, 3),
    "numero-nudo": (15, 29),
    "conta-almeno-uno": (15, 15),
    "limite-mesi": (15, 15),
    "troppi-requisiti": (371, 1),
    "troppi-fatti": (84, 1),
    "requisito-incompleto": (11, 1),
    "definizione-incompleta": (11, 14),
    "usa-ignoto": (8, 22),
    "detrae-da": (13, 1),
    "salta-inutile": (15, 1),
    "esaurimento-ignoto": (14, 15),
    "misura-ignota": (7, 10),
    "misura-non-in-vigore": (10, 17),
    "gia-presente": (13, 10),
    "sostituisce-ignoto": (13, 13),
    "date-disordinate": (12, 12),
    "giorno-mancante": (11, 18),
    "dotazione-ambigua": (12, 1),
    "dotazione-senza-importo": (13, 13),
    "alloggi-in-proporzione": (17, 15),
    "dotazione-inutile": (12, 1),
    "nome-inutile": (12, 12),
    "domande-vuote": (1, 1),
    "foglio-di-calcolo": (1, 1),
    "colonna-ignota": (1, 13),
    "colonna-mancante": (1, 1),
    "colonna-ripetuta": (1, 18),
    "riga-malformata": (2, 12),
    "ndjson-sintassi": (2, 24),
    "valore-illeggibile": (2, 5),
    "valore-fuori-intervallo": (2, 5),
    "codice-fiscale": (2, 1),
    "riferimento-nome": (2, 1),
    "riferimento-mancante": (2, 1),
    "riferimento-ripetuto": (3, 1),
    "separatore-ignoto": (1, 12),
    "separatore-ambiguo": (1, 12),
    "decimali-non-dichiarati": (1, 13),
    "virgolette-malformate": (2, 9),
    "membro-orfano": (2, 1),
    "membro-guasto": (2, 1),
    "membri-incerti": (2, 1),
    "componenti-diversi": (2, 5),
    "troppi-membri": (2, 1),
    "verbale-assente": (1, 1),
    "verbale-formato": (1, 1),
    "verbale-troncato": (2, 1),
    "verbale-riga": (2, 1),
    "verbale-incompleto": (1, 1),
    "verbale-alterato": (3, 1),
}

# What a broken member does to its application is told at both.
COMPANIONS = {
    "membro-guasto": ("valore-illeggibile", (2, 5)),
    "membri-incerti": ("membro-orfano", (3, 1)),
}


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
