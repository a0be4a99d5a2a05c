"""A rule book tells what the door of a notice asks, numbered as an explanation numbers it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa import decidi, leggi_avviso
from casa_model.exchange import leggi_domande
from casa_model.readers.explain import con_avviso, explain
from casa_model.readers.prose import prose

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.readers.prose import Libro
    from casa_model.rules.avviso import Avviso

ESEMPI = Path(__file__).parents[3] / "esempi"


def notice(name: str) -> Avviso:
    """One of the example notices."""
    return leggi_avviso((ESEMPI / "avvisi" / f"{name}.toml").read_bytes()).valore


def asked(libro: Libro) -> list[str]:
    """The headings under "who is admitted", in order."""
    (section,) = (s for s in libro.sezioni if s.titolo in {"Chi è ammesso", "Who is admitted"})
    return [scheda.titolo.lower() for scheda in section.schede]


def words(libro: Libro) -> str:
    """The whole book on one line."""
    return " ".join(libro.testo().split())


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("name", ["tradate-2023", "comune-immaginario-2025"])
def test_it_numbers_as_an_explanation_does(name: str, lang: Lang) -> None:
    """Every ground of a decision is a card of the book, in the same place."""
    avviso = notice(name)
    read = leggi_domande(
        (ESEMPI / "domande" / f"{name}-sintetiche.csv").read_bytes(),
        avviso,
        file="domande.csv",
        decimali="it",
    )
    told = 0
    for esito in decidi(avviso, read.domande).esiti:
        found = explain(avviso.misura, esito.fatti, esito.verdict, lang=lang)
        ragioni = con_avviso(found, avviso).ragioni
        if len(ragioni) > 1:
            told += 1
            assert [r.testo.lower() for r in ragioni] == asked(prose(avviso, lang=lang))

    assert told > 1


def test_what_the_door_asks() -> None:
    """When an application is made, and once with one number; the source is the notice."""
    book = words(prose(notice("comune-immaginario-2025"), lang="it"))
    english = words(prose(notice("comune-immaginario-2025"), lang="en"))

    assert (
        "1. Domanda presentata nei termini dell'avviso Fonte: inventato a scopo didattico "
        "[derivata] È soddisfatto quando: - la domanda è presentata dal 1º ottobre 2025 alle 09:00 "
        "e fino al 30 novembre 2025 alle 12:00 2. Protocollo non usato da una domanda precedente "
        "Fonte: inventato a scopo didattico [derivata] È soddisfatto quando: - nessuna domanda "
        "precedente ha lo stesso numero di protocollo 3. Appartenenza"
    ) in book
    assert "- the application is made from 1 October 2025 at 09:00 and until 30 Nov" in english
    assert "- no earlier application has the same protocol number" in english


@pytest.mark.parametrize(
    ("dates", "line"),
    [
        (
            {"apertura": date(2023, 11, 2), "chiusura": None},
            "dal 2 novembre 2023 L'avviso non fissa un termine di chiusura. 2. Protocollo",
        ),
        (
            {"apertura": None, "chiusura": date(2023, 11, 30)},
            "- la domanda è presentata fino al 30 novembre 2023 2. Protocollo",
        ),
        (
            {"apertura": None, "chiusura": None},
            "una domanda si può presentare in qualunque giorno. 1. Protocollo",
        ),
    ],
)
def test_without_a_term(dates: dict[str, date | None], line: str) -> None:
    """What the notice does not set is said."""
    avviso = evolve(notice("tradate-2023"), **dates)

    assert line in words(prose(avviso, lang="it"))


def test_a_measure_has_no_door() -> None:
    """Only a notice has terms."""
    book = words(prose(notice("tradate-2023").misura, lang="it"))

    assert "protocollo non usato" not in book.lower()
    assert "termini dell'avviso" not in book
