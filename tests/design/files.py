"""Small rule files, from which the tests of the design take a measure or its faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import InvalidFile
from casa_model.readers.evaluate import evaluate
from casa_model.rules.facts import Fatti
from casa_model.rules.leggi import leggi_avviso, leggi_misura

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura

ON = date(2024, 6, 1)

HEAD = """
formato = 1
[misura]
codice = "prova"
titolo = { it = "Prova", en = "Test" }
fonte = "un testo di prova"
grado = "derivata"
vigenza = { dal = 2020-01-01 }
"""

FACTS = (Path(__file__).parent / "fatti.toml").read_text(encoding="utf-8")


def requisito(condizione: str, codice: str = "r", more: str = "") -> str:
    """A requirement of a file."""
    return f"""
[[requisiti]]
codice = "{codice}"
fonte = "x"
testo = {{ it = "prova", en = "test" }}
condizione = '''{condizione}'''
{more}
"""


def text_of(*parts: str) -> str:
    """The text of a measure with these parts."""
    return "".join((HEAD, FACTS, *parts))


def measure(*parts: str) -> Misura:
    """The measure of a file with these parts."""
    return leggi_misura(text_of(*parts), file="prova.toml").valore


def advice(*parts: str) -> list[str]:
    """The codes of the advice about a file with these parts."""
    return [fault.code for fault in leggi_misura(text_of(*parts), file="prova.toml").rilievi]


def refused(*parts: str) -> list[str]:
    """The codes of the faults for which a file with these parts is refused."""
    with pytest.raises(InvalidFile) as raised:
        measure(*parts)
    return [fault.code for fault in raised.value.faults]


def asked(condizione: str, *parts: str) -> list[str]:
    """The codes of the faults for which one requirement is refused."""
    return refused(requisito(condizione), *parts)


NOTICE = """
formato = 1
[avviso]
codice = "prova-2024"
titolo = { it = "Prova 2024", en = "Test 2024" }
ente = "Comune di prova"
misura = "prova"
fonte = "avviso"
grado = "secondaria"
pubblicazione = 2024-03-01
"""


def notice(base: Misura, *parts: str) -> Avviso:
    """A notice with these parts on top of a measure."""
    return leggi_avviso("".join((NOTICE, *parts)), file="a.toml", misure={"prova": base}).valore


def notice_refused(base: Misura, *parts: str) -> list[str]:
    """The codes of the faults for which a notice with these parts is refused."""
    with pytest.raises(InvalidFile) as raised:
        notice(base, *parts)
    return [fault.code for fault in raised.value.faults]


def decide(
    misura: Misura, on: date = ON, /, *membri: dict[str, object], **valori: object
) -> Verdict:
    """The verdict about a household with these members and facts."""
    return evaluate(misura, Fatti(valori, membri or None), on=on)


def holds(condizione: str, *membri: dict[str, object], **valori: object) -> bool | None:
    """How a condition comes out for a household."""
    return decide(measure(requisito(condizione)), ON, *membri, **valori).findings[0].esito
