"""Sentences that name what the rules have not: told one by one, and the others are asked."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from casa_model.casa.edizione import edizione
from casa_model.errors import IllTyped, InvalidFile
from casa_model.rules.quesiti import (
    ALL_DAYS,
    Contesto,
    Mai,
    NonChiesta,
    Proprieta,
    leggi_proprieta,
)
from casa_model.rules.quesiti._nomi import absent
from casa_model.rules.tree import Truth

LAW = edizione().misure["crs-difficolta"]
DROPPED = evolve(
    LAW,
    requisiti=tuple(
        # `area` is there, and nobody has read its act
        evolve(r, condizione=None) if r.codice == "area" else r
        for r in LAW.requisiti
        if r.codice != "patrimonio"
    ),
)
HEAD = 'formato = 1\nmisura = "crs-difficolta"\n'
ONE = '[[proprieta]]\ncodice = "una"\n'
SOUND = '[[proprieta]]\ncodice = "buona"\nmai = "ammessa and isee >= soglia_isee"\n'


def read(text: str) -> tuple[tuple[Proprieta, ...], list[NonChiesta]]:
    """The sentences about the rules that lost a requirement, and those that cannot be asked."""
    unasked: list[NonChiesta] = []
    misure = {"crs-difficolta": DROPPED}
    found = leggi_proprieta(HEAD + text, file="p.toml", misure=misure, non_chieste=unasked)
    return found, unasked


@pytest.mark.parametrize(
    ("asked", "column", "close"),
    [
        ('superfluo = "patrimonio"', 13, None),
        ('mai = "ammessa and not requisito_patrimonio"', 24, None),
        ('mai = "ammessa and not requisito_ise"', 24, "requisito_isee"),
        ('mai = "amessa"', 8, "ammessa"),
        ('scoperto = "classe"', 12, None),
        ('riga_vuota = { definizione = "classe", riga = 1 }', 14, None),
        ('inutile = "tolto"', 11, None),
        ('monotona = { fatto = "tolto" }', 12, None),
        ('unica = "classe"', 9, None),
    ],
)
def test_a_name_that_is_not_there(asked: str, column: int, close: str | None) -> None:
    """A requirement, a definition or a fact: its own sentence is told, with its place."""
    words = 'testo = { it = "parole", en = "words" }\n'
    found, ((unasked),) = read(ONE + asked + "\n" + words + SOUND)

    assert [each.codice for each in found] == ["buona"]
    assert unasked.codice == "una"
    assert unasked.testo is not None
    assert unasked.misure == ("crs-difficolta",)
    (nome,) = unasked.nomi
    assert f"{nome}" in asked
    assert (unasked.place.file, unasked.place.line) == ("p.toml", 3)
    (fault,) = unasked.difetti
    assert (fault.place.line, fault.place.column, fault.vicino) == (5, column, close)


def test_the_words_of_a_requirement() -> None:
    """A person is told of a requirement, not of facts that nobody declared."""
    _, (unasked,) = read(ONE + 'mai = "requisito_patrimonio"')

    assert (
        unasked.difetti[0]
        .testo("it")
        .endswith("la misura non ha il requisito di `requisito_patrimonio`")
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ONE + 'superfluo = "patrimonio"\nmia = 3\n' + SOUND, ["chiave-ignota"]),
        (ONE + 'implica = ["amessa", "isee"]\n' + SOUND, ["nome-ignoto", "tipo-inatteso"]),
        (ONE + 'superfluo = "patrimonio"\n' + SOUND + ONE + 'mai = "isee"\n',
         ["nome-ripetuto", "tipo-inatteso"]),
        (ONE + 'monotona = { fatto = "area" }\n' + SOUND, ["valore-rifiutato"]),
        (ONE + 'riga_vuota = { definizione = "soglia_nucleo", riga = 9 }\n', ["valore-rifiutato"]),
        (ONE + 'riga_vuota = { definizione = "patrimonio_di_uno", riga = 1 }\n',
         ["valore-rifiutato"]),
        (ONE + 'scoperto = "patrimonio_di_uno"\n', ["valore-rifiutato"]),
        (ONE + 'unica = "patrimonio_di_uno"\n', ["valore-rifiutato"]),
        (ONE + 'superfluo = "area"\n' + SOUND, ["valore-rifiutato"]),
        (ONE + "stessa_risposta = true\n", ["valore-rifiutato"]),
        (ONE + 'superfluo = "patrimonio"\nattesa = "forse"\n', ["valore-rifiutato"]),
        ("[[proprieta]]\ncodice = 3\n", ["tipo-valore"]),
    ],
)  # fmt: skip
def test_faults_of_form(text: str, told: list[str]) -> None:
    """They refuse the file all the same, and none of its sentences is asked."""
    with pytest.raises(InvalidFile) as refused:
        read(text)

    assert [fault.code for fault in refused.value.faults] == told


def test_with_those_of_other_days() -> None:
    """With both lists no fault of a sentence is raised; those of other days are told apart."""
    unasked: list[NonChiesta] = []
    dropped: list[str] = []
    text = (
        HEAD + SOUND + ONE + 'superfluo = "patrimonio"\n'
        '[[proprieta]]\ncodice = "due"\nequivale = ["area", "1"]\nmisure = ["crs-difficolta"]\n'
        '[[proprieta]]\ncodice = "tre"\nmai = "ammessa"\nal = 2001-01-01\n'
    )
    misure = {"crs-difficolta": DROPPED}
    found = leggi_proprieta(
        text, file="p.toml", misure=misure, scartate=dropped, non_chieste=unasked
    )

    assert [each.codice for each in found] == ["buona"]
    assert [(each.codice, each.nomi) for each in unasked] == [("una", ("patrimonio",)), ("due", ())]
    assert dropped == ["tre"]


@pytest.mark.parametrize(
    "wrong",
    [{"difetti": ()}, {"difetti": ("x",)}, {"difetti": []}, {"testo": "x"}, {"place": "p.toml"}],
)
def test_ill_typed(wrong: dict[str, Any]) -> None:
    """A sentence is not asked for some reason, and stands somewhere."""
    _, (unasked,) = read(ONE + 'superfluo = "patrimonio"')

    with pytest.raises(IllTyped, match=next(iter(wrong))):
        evolve(unasked, **wrong)


def test_a_phrase_names_nothing_by_itself() -> None:
    """Its names are looked for where it is read."""
    phrase = Mai(Contesto.di(LAW, giorni=ALL_DAYS), Truth(value=True))

    assert absent(phrase) is None


def test_faults_unless_asked_for() -> None:
    """Who does not ask for them apart is told of them as of any other fault."""
    with pytest.raises(InvalidFile, match="patrimonio"):
        leggi_proprieta(
            HEAD + ONE + 'superfluo = "patrimonio"',
            file="p.toml",
            misure={"crs-difficolta": DROPPED},
        )
