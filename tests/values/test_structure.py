"""Every fault of a file is told at once, each in its place, with how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from attrs import Attribute, field, frozen

from casa_model.errors import CasaError, Faults, InvalidValue
from casa_model.values import Euro, Testo
from casa_model.values.structure import OnError, new_converter, register_text, structure_at
from casa_model.values.toml import KeyPath, read_toml


class Grado(StrEnum):
    """A closed list."""

    ATTO = "atto"
    SECONDARIA = "secondaria"


@frozen
class Codice:
    """A text with a form of its own."""

    testo: str

    @classmethod
    def parse(cls, text: str) -> Codice:
        """Refuse what has a space."""
        if " " in text:
            raise InvalidValue(it="il codice ha uno spazio; toglilo", en="a space; remove it")
        return cls(text)


@frozen
class Periodo:
    """Two days in order."""

    dal: date = field(metadata={"esempio": "`dal = 2024-01-01`"})
    al: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse swapped days."""
        if self.al is not None and self.al < self.dal:
            raise InvalidValue(it="`al` prima di `dal`; scambiali", en="`al` before; swap them")


def _positive(_scheda: object, attribute: Attribute[int], value: int) -> None:
    if value < 0:
        raise InvalidValue(it=f"`{attribute.name}` sotto zero", en=f"`{attribute.name}` below zero")


def _even(_scheda: object, _attribute: object, value: int) -> None:
    if value % 2:
        raise RuntimeError(value)


def _after_first(scheda: Scheda, _attribute: object, value: int) -> None:
    if value < scheda.primo:
        raise InvalidValue(it="`ultimo` prima", en="`ultimo` before")


@frozen
class Scheda:
    """One field of each kind."""

    titolo: Testo | None = None
    grado: Grado = Grado.ATTO
    fonte: Grado = field(default=Grado.ATTO, metadata={"fault": ("grado-ignoto", "grado")})
    quota: Decimal | None = field(default=None, metadata={"atteso": ("una quota", "a share")})
    importo: Euro | None = None
    codice: Codice | None = None
    sigla: Codice | None = field(default=None, metadata={"atteso": ("una sigla", "a sign")})
    periodo: Periodo | None = None
    figli: tuple[Scheda, ...] = ()
    periodi: Mapping[str, Periodo] = field(factory=dict)
    giorno: str | date = "apertura"
    valori: tuple[int | str, ...] = ()
    libero: Any = None
    primo: int = field(default=0, validator=_positive)
    pari: int = field(default=0, validator=_even)
    ultimo: int = field(default=9, validator=_after_first)


@frozen
class Chiusa:
    """Four keys that must be there, and one that is not a key."""

    nome: str
    si: bool
    anni: tuple[int, ...]
    codice: Codice
    calcolato: int = field(default=1, init=False)


def _told(text: str, cls: type = Scheda, on_error: OnError | None = None) -> list[str]:
    """The faults of a text: place, code, the English data of each, the near miss."""
    converter = new_converter()
    register_text(converter, Codice, Codice.parse)
    document = read_toml(text, "f")
    faults = Faults()
    result = structure_at(converter, document.data, cls, document, (), faults, on_error)
    assert result is None or not faults.gravi
    told: list[str] = []
    for fault in faults.gravi:
        data = [f"{v}" for k, v in fault.data.items() if f"{k}_en" not in fault.data]
        near = [f"near {fault.vicino}"] if fault.vicino else []
        words = "; ".join([*data, *near])
        told.append(f"{fault.place.line}:{fault.place.column} {fault.code} {words}".rstrip())
    return told


SOUND = "nome = 'x'\nsi = true\nanni = []\ncodice = 'c'\n"
KEYS = "`nome`, `si`, `anni`, `codice`"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{SOUND}nom = 1", f"5:1 chiave-ignota nom; {KEYS}; near nome"),
        (f"{SOUND}'calcolato' = 1", f"5:1 chiave-ignota calcolato; {KEYS}"),
        (f"{SOUND}{'z' * 70} = 1", f"5:1 chiave-ignota {'z' * 60}…; {KEYS}"),
        (SOUND.replace("nome = 'x'", ""), '1:1 chiave-mancante nome; `nome = "testo"`'),
        (SOUND.replace("si = true", ""), "1:1 chiave-mancante si; `si = true`"),
        (SOUND.replace("anni = []", ""), "1:1 chiave-mancante anni; `anni = […]`"),
        (SOUND.replace("codice = 'c'", ""), '1:1 chiave-mancante codice; `codice = "testo"`'),
        (SOUND.replace("[]", "[1,'due']"), "3:11 tipo-valore a whole number; a text; `12`"),
    ],
)
def test_keys_and_items_of_a_table(text: str, told: str) -> None:
    """An unknown key at the key, a missing one at its table, a wrong item at the item."""
    assert _told(text, Chiusa) == [told]


DAL = "dal; `dal = 2024-01-01`"
SWAPPED = "{ dal = 2024-01-02, al = 2024-01-01 }"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("grado = 3", '1:9 tipo-valore one of `atto`, `secondaria`; a whole number; `"atto"`'),
        (
            "grado = 'ato'",
            '1:9 tipo-valore one of `atto`, `secondaria`; another text; `"atto"`; near atto',
        ),
        ("fonte = 'ato'", "1:9 grado-ignoto ato; near atto"),
        ("fonte = true", '1:9 tipo-valore one of `atto`, `secondaria`; true or false; `"atto"`'),
        ("quota = '1e3'", '1:9 valore-malformato 1e3; a share; `quota = "0.25"`'),
        (
            "quota = 0.25",
            '1:9 tipo-valore a number in quotes; a number with decimals without quotes; `"0.25"`',
        ),
        (
            "importo = '9.360'",
            (
                "1:11 tipo-valore an amount in quotes (a point and two decimals); "
                'another text; `"9360.00"`'
            ),
        ),
        ("codice = 'a b'", "1:10 valore-rifiutato a space; remove it"),
        ("sigla = 'a b'", '1:9 valore-malformato a b; a sign; `sigla = "testo"`'),
        ("codice = 1", '1:10 tipo-valore a text in quotes; a whole number; `"testo"`'),
        (
            "giorno = 07:30:00",
            "1:10 tipo-valore a date without quotes or a text in quotes; a time; `2024-09-01`",
        ),
        (
            "valori = [1, 'a', false]",
            "1:19 tipo-valore a whole number or a text in quotes; true or false; `12`",
        ),
        ("figli = 1", "1:9 tipo-valore a list of tables; a whole number; `[{ … }]`"),
        ("[figli]\nprimo = 1", "1:1 tipo-valore a list of tables; a table; `[[figli]]`"),
        ("valori = 1", "1:10 tipo-valore a list in `[ ]`; a whole number; `[…]`"),
        ("periodo = []", "1:11 tipo-valore a table in `{ }`; a list; `{ dal = … }`"),
        ("[periodo]\nal = 2024-01-01", f"1:1 chiave-mancante {DAL}"),
        (
            "periodo = { dal = 2024-01-01T00:00:00 }",
            "1:19 tipo-valore a date without quotes; a date with a time; `dal = 2024-01-01`",
        ),
        (f"periodo = {SWAPPED}", "1:11 valore-rifiutato `al` before; swap them"),
        ("periodi.due = { al = 2024-01-01 }", f"1:15 chiave-mancante {DAL}"),
        (
            "periodi = { due = 3 }",
            "1:19 tipo-valore a table in `{ }`; a whole number; `{ dal = … }`",
        ),
        ("[[figli]]\n[[figli]]\nprimo = -1", "3:9 valore-rifiutato `primo` below zero"),
        ("[[figli]]\nprimo = 10\nultimo = 5", "1:1 valore-rifiutato `ultimo` before"),
        ("[[figli]]\npari = 3", "1:1 tipo-valore another value; a table; `…`"),
        ("titolo = { it = '', en = 'a' }", "1:17 testo-vuoto"),
    ],
)
def test_values_of_the_wrong_kind_or_form(text: str, told: str) -> None:
    """What was expected, what was found, an example; at the value, however deep."""
    assert _told(text) == [told]


def test_all_faults_are_told_at_once() -> None:
    """Two texts, two items, two tables: each once, in order of place."""
    told = _told("x = 1\ntitolo = { it = ' ', en = '' }\nvalori = [true, 1, 2.0]\n[[figli]]\ny = 1")

    assert [" ".join(line.split()[:2]) for line in told] == [
        "1:1 chiave-ignota",
        "2:17 testo-vuoto",
        "2:27 testo-vuoto",
        "3:11 tipo-valore",
        "3:20 tipo-valore",
        "5:1 chiave-ignota",
    ]


def test_a_sound_table_becomes_its_class() -> None:
    """Every kind of field, the class inside itself too."""
    converter = new_converter()
    register_text(converter, Codice, Codice.parse, lambda codice: codice.testo)
    text = """
titolo = { it = "a", en = "b" }
grado = "secondaria"
quota = "-0.25"
importo = "9360.00"
codice = "c"
giorno = 2024-09-01
valori = [1, "1"]
libero = [{ x = 1 }]
figli = [{ figli = [{ ultimo = 2 }], giorno = "chiusura" }]
periodi.uno = { dal = 2024-01-01, al = 2024-01-01 }
"""
    document = read_toml(text, "f")
    faults = Faults()
    scheda = structure_at(converter, document.data, Scheda, document, (), faults)

    assert faults.gravi == ()
    assert scheda == Scheda(
        titolo=Testo("a", "b"),
        grado=Grado.SECONDARIA,
        quota=Decimal("-0.25"),
        importo=Euro(936_000),
        codice=Codice("c"),
        giorno=date(2024, 9, 1),
        valori=(1, "1"),
        libero=[{"x": 1}],
        figli=(Scheda(figli=(Scheda(ultimo=2),), giorno="chiusura"),),
        periodi={"uno": Periodo(date(2024, 1, 1), date(2024, 1, 1))},
    )
    assert converter.unstructure(scheda)["codice"] == "c"


def test_a_part_of_a_document_is_told_with_its_own_places() -> None:
    """The path given is where the raw data stand in the document."""
    document = read_toml("[a]\nx = [0, { dal = 'ieri', boh = 1 }]", "f")
    faults = Faults()
    raw = document.data["a"]["x"][1]
    structure_at(new_converter(), raw, Periodo, document, ("a", "x", 1), faults)
    places = [f"{fault.code} {fault.place}" for fault in faults.gravi]

    assert places == ["tipo-valore f:2:17", "chiave-ignota f:2:25"]


def test_the_caller_may_name_the_faults_of_its_own_values() -> None:
    """`on_error` gets the error and the path; what metadata explain never reaches it."""
    seen: list[tuple[CasaError, KeyPath]] = []
    text = f"codice = 'a b'\nfonte = 'x'\n[[figli]]\nperiodo = {SWAPPED}"
    told = _told(text, on_error=lambda error, path: seen.append((error, path)))

    assert [(str(error), path) for error, path in seen] == [
        ("a space; remove it", ("codice",)),
        ("`al` before; swap them", ("figli", 0, "periodo")),
    ]
    assert told == ["2:9 grado-ignoto x"]
