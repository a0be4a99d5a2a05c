"""Notices: their head, their measure, and what is still told when that is not known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.errors import WrongDay
from casa_model.readers.evaluate import evaluate
from casa_model.rules.facts import Fatti
from casa_model.values import Grado

if TYPE_CHECKING:
    Banco = Any


def test_a_notice_is_what_the_file_says(banco: Banco) -> None:
    """And its measure is closed on its day."""
    avviso = banco.avviso(
        '[[avviso.note]]\nit = "nota"\nen = "note"\n', head="apertura = 2024-11-04T09:00:00\n"
    )

    assert (avviso.codice, avviso.base, avviso.ente) == (
        "tradate-2024",
        "crs-difficolta",
        "Comune di Tradate",
    )
    assert avviso.fonte.grado is Grado.SECONDARIA
    assert [nota.en for nota in avviso.note] == ["note"]
    assert avviso.misura.codice == "tradate-2024"
    assert avviso.differenze == ()


@pytest.mark.parametrize("on", [date(2024, 10, 26), date(2024, 10, 28)])
def test_a_notice_may_not_be_asked_on_another_day(banco: Banco, on: date) -> None:
    """Two clerks who decide on two days agree."""
    with pytest.raises(WrongDay, match="2024-10-27"):
        evaluate(banco.avviso().misura, Fatti(), on=on)


def test_a_moved_day_of_the_requisites_is_a_difference_with_its_source(banco: Banco) -> None:
    """Which it must have; the day of publication is no difference."""
    head = (
        "data_requisiti = 2024-01-01\n"
        'data_requisiti_fonte = { fonte = "delibera", grado = "derivata" }\n'
    )
    (told,) = banco.avviso(head=head).differenze

    assert (told.parte, told.fonte.testo) == ("data-requisiti", "delibera")
    assert banco.avviso(head='data_requisiti = "pubblicazione"\n').differenze == ()


def test_without_its_measure_the_parts_of_a_notice_are_still_looked_at(banco: Banco) -> None:
    """Their shape is told; their names, which nobody knows, are not."""
    parts = """⟦formato = 1
[atti.x-1-2000]
nome = ⟦1
titolo = { it = "x", en = "x" }
[fatti.f]
tipo = ⟦"booll"
etichetta = { it = "x", en = "x" }
[risorse]
alloggi = ⟦"x"
[parametri.p]
⟦valor = 1
[definizioni.d]
vale = ⟦1
[[requisiti]]
codice = "a"
testo = { it = "x", en = "x" }
condizione = ⟦1
[[togli]]
voce = ⟦1
motivo = { it = "x", en = "x" }
[importo]
massimo = ⟦1
[graduatoria]
ordine = ⟦1
"""
    told = banco.told("avviso", parts, whole=True)

    assert [code for code in told if "@" in code] == []
    assert len(told) == 10


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ('misura = ⟦"crs-dificolta"\n', "misura-ignota"),
        ("misura = ⟦3\n", "tipo-valore"),
    ],
)
def test_a_notice_stands_on_a_known_measure(banco: Banco, head: str, told: str) -> None:
    """With a near miss, when there is one."""
    text = f"""formato = 1
[avviso]
codice = "a"
titolo = {{ it = "a", en = "a" }}
ente = "e"
fonte = "s"
grado = "atto"
pubblicazione = 2024-01-01
{head}[[requisiti]]
codice = "a"
testo = {{ it = "x", en = "x" }}
condizione = "nome_di_chissa_dove"
non_visto = ⟦1
"""

    assert banco.told("avviso", text, whole=True) == [told, "tipo-valore"]


def test_the_head_has_a_code_an_owner_a_source_and_a_grade(banco: Banco) -> None:
    """None is taken for granted."""
    text = """formato = 1
⟦[avviso]
codice = ⟦"A 1"
titolo = { it = "a", en = "a" }
ente = ⟦" "
misura = "crs-difficolta"
pubblicazione = 2024-01-01
data_requisiti = 2024-01-02
data_requisiti_fonte = ⟦{ grado = "atto" }
"""

    assert banco.told("avviso", text, whole=True) == [
        "chiave-mancante",
        "fonte-mancante",
        "nome-malformato",
        "valore-rifiutato",
        "fonte-mancante",
    ]
