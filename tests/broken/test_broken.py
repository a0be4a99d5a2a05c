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
    "file-non-toml": (1, 1),
    "sezione-malformata": (12, 1),
    "virgola-mancante": (14, 18),
    "elenco-aperto": (15, 1),
    "chiave-ripetuta": (11, 1),
    "sezione-ripetuta": (18, 1),
    "data-impossibile": (10, 17),
    "ora-incompleta": (11, 12),
    "si-o-no": (6, 10),
    "virgolette-mancanti": (13, 13),
    "virgolette-aperte": (6, 21),
    "virgolette-interne": (16, 23),
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
    "percentuale-oltre-cento": (15, 10),
    "parametro-negativo": (15, 10),
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
    "incompatibile-ignota": (11, 18),
    "misura-non-in-vigore": (10, 17),
    "gia-presente": (13, 10),
    "sostituisce-ignoto": (13, 13),
    "date-disordinate": (12, 12),
    "giorno-mancante": (11, 18),
    "dotazione-ambigua": (12, 1),
    "dotazione-zero": (13, 11),
    "dotazione-senza-importo": (13, 13),
    "alloggi-in-proporzione": (17, 15),
    "alloggi-con-importo": (13, 11),
    "dotazione-inutile": (12, 1),
    "nome-inutile": (12, 12),
    "domande-vuote": (1, 1),
    "foglio-di-calcolo": (1, 1),
    "colonna-ignota": (1, 13),
    "colonna-altrove": (1, 18),
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
    "decimali-diversi": (2, 1),
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
    "istat-provincia": (5, 9),
    "istat-comune": (23, 9),
    "istat-altra-provincia": (23, 9),
    "sigla-malformata": (6, 9),
    "nuts-malformato": (16, 20),
    "nuts-sovrapposti": (7, 48),
    "provincia-ignota": (22, 13),
    "provincia-contesa": (44, 21),
    "comune-ignoto": (44, 10),
    "aler-ignota": (45, 8),
    "aler-altrove": (45, 8),
    "numero-negativo": (24, 22),
    "precisione-ignota": (38, 41),
    "professione-ignota": (69, 29),
    "standard-di-nessuno": (56, 12),
    "professione-ripetuta": (59, 27),
    "prestazione-ripetuta": (60, 96),
    "servizio-ignoto": (69, 25),
    "giorni-rovesciati": (72, 6),
    "ente-ignoto": (66, 8),
    "quartiere-ignoto": (68, 13),
    "quartiere-altrove": (68, 13),
    "servizio-senza-professione": (69, 25),
    "servizio-prima-del-presidio": (69, 45),
    "servizio-dopo-il-presidio": (69, 62),
    "servizio-ripetuto": (69, 72),
    "ruolo-ripetuto": (70, 83),
    "straordinaria-di-piu-giorni": (79, 39),
    "orari-sovrapposti": (86, 1),
    "piano-ignoto": (98, 9),
    "linea-ignota": (117, 20),
    "linea-di-altro-piano": (105, 9),
    "anni-rovesciati": (108, 27),
    "dotazione-doppia": (116, 10),
    "beneficiario-ignoto": (113, 16),
    "beneficiario-non-ammissibile": (113, 16),
    "parti-oltre-il-totale": (117, 9),
    "linea-ripetuta": (117, 56),
    "concessioni-oltre-la-dotazione": (117, 10),
    "concessione-ignota": (123, 15),
    "presidio-ignoto": (127, 19),
    "cup-malformato": (125, 7),
    "cup-ripetuto": (134, 7),
    "quota-ripetuta": (135, 48),
    "voce-ripetuta": (3, 12),
    "codice-ripetuto": (32, 1),
    "giorno-precedente": (32, 1),
    "importo-non-positivo": (32, 1),
    "oltre-dotazione": (32, 1),
    "oltre-impegno": (32, 1),
    "impegno-ignoto": (32, 1),
    "impegno-chiuso": (40, 1),
    "rettifica-ignota": (32, 1),
    "rettifica-non-ammessa": (40, 1),
    "rettifica-nulla": (32, 1),
    "sotto-zero": (32, 1),
    "sotto-pagato": (32, 1),
    "sotto-impegnato": (32, 1),
    "movimento-ignoto": (24, 8),
    "movimento-chiave": (28, 1),
    "movimento-incompleto": (23, 1),
    "straordinaria-vuota": (79, 14),
    "quota-ignota": (135, 48),
    "regola-vuota": (81, 10),
    "regola-parte": (81, 10),
    "regola-parte-ignota": (81, 10),
    "regola-parte-ripetuta": (81, 10),
    "regola-count": (81, 10),
    "regola-ore": (81, 10),
    "regola-wkst": (81, 10),
    "regola-senza-freq": (81, 10),
    "regola-freq": (81, 10),
    "regola-interval": (81, 10),
    "regola-byday": (81, 10),
    "regola-byday-numero": (81, 10),
    "regola-byday-senza-numero": (81, 10),
    "regola-byday-daily": (81, 10),
    "regola-bymonthday": (81, 10),
    "regola-bymonthday-fuori-posto": (81, 10),
    "regola-bymonth": (81, 10),
    "regola-valore-ripetuto": (81, 10),
    "regola-until": (81, 10),
    "orario-giorno-fuori": (81, 10),
    "apertura-dal-diverso": (80, 1),
    "ora-con-secondi": (80, 1),
    "fascia-rovescia": (80, 1),
    "chiusura-rovescia": (79, 14),
    "chiusure-sovrapposte": (76, 1),
    "straordinarie-doppie": (76, 1),
    "orario-vuoto": (76, 1),
    "casi-vuoti": (1, 1),
    "caso-testa": (1, 1),
    "caso-senza-codice": (2, 1),
    "caso-ripetuto": (15, 10),
    "caso-fatto-ignoto": (9, 1),
    "caso-fatto-altrove": (10, 1),
    "caso-noto-e-ignoto": (5, 11),
    "come-ignoto": (16, 8),
    "esito-ignoto": (12, 9),
    "motivo-ignoto": (13, 19),
    "voce-attesa-ignota": (13, 31),
    "mancante-ignoto": (13, 12),
    "nome-doppio": (13, 19),
    "atteso-discorde": (13, 11),
    "atteso-senza-motivi": (13, 10),
    "caso-atto-ignoto": (6, 9),
}

# What a broken member does to its application is told at both; a cell beside advice on its file.
COMPANIONS = {
    "decimali-diversi": ("valore-illeggibile", (2, 5)),
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
