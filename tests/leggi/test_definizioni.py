"""Definitions: in order of need, typed, never in a circle."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.readers.evaluate import evaluate
from casa_model.rules.facts import Fatti
from casa_model.rules.leggi._definizioni import MAX_LEVELS
from casa_model.rules.types import ChoiceType

if TYPE_CHECKING:
    Banco = Any


def test_a_definition_may_use_one_that_is_written_after_it(banco: Banco) -> None:
    """They come out in order of need, with their types."""
    misura = banco.misura("""
[definizioni.netto]
vale = "lordo - bonus_riscaldamento"
[definizioni.lordo]
vale = "servizi_anno + servizi_anno"
norma = "rr-11-2019, art. 7"
etichetta = { it = "lordo", en = "gross" }
""")

    assert [d.nome for d in misura.definizioni] == ["lordo", "netto"]
    assert [d.fonte is not None for d in misura.definizioni] == [True, False]


def test_a_table_is_a_definition(banco: Banco) -> None:
    """Its type holds what any row gives."""
    misura = banco.misura("""
[definizioni.fascia]
tabella = [
  { quando = "componenti == 1", vale = "'uno'" },
  { quando = "canone_pagato", vale = "'due'" },
]
altrimenti = "'tre'"
""")

    assert misura.definizioni[0].tipo == ChoiceType(("uno", "due", "tre"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[definizioni.⟦x]\n", ["definizione-incompleta"]),
        ('[definizioni.⟦x]\nvale = "1"\naltrimenti = "2"\n', ["definizione-incompleta"]),
        ('[definizioni.⟦x]\naltrimenti = "2"\n', ["definizione-incompleta"]),
        ("[definizioni.⟦x]\ntabella = []\naltrimenti = '2'\n", ["definizione-incompleta"]),
        (
            '[definizioni.⟦x]\nvale = "1"\ntabella = [{ quando = "vero", vale = "1" }]\n',
            ["definizione-incompleta"],
        ),
        ('[definizioni.x]\nvale = "1"\n⟦unica = true\n', ["chiave-ignota"]),
        ('[definizioni.x]\nvale = "1"\n⟦sostituisce = "y"\n', ["chiave-ignota"]),
        ('⟦[definizioni.x]\nvale = "1"\ngrado = "atto"\n', ["fonte-mancante"]),
        ('[definizioni.⟦isee]\nvale = "1"\n', ["nome-ripetuto"]),
        ("[definizioni.x]\nvale = ⟦1\n", ["tipo-valore"]),
        ("[definizioni.isee]\nvale = ⟦1\n", ["tipo-valore"]),
        (
            ("[definizioni.x]\naltrimenti = '⟦ise'\n"
            "tabella = [{ quando = 'vero', vale = '⟦ise' }, { quando = '⟦ise', vale = '1' }]\n"),
            ["nome-ignoto"] * 3,
        ),
        ("[definizioni.x]\naltrimenti = '1'\ntabella = [{ quando = '⟦1', vale = '1' }]\n",
         ["tipo-inatteso"]),
        ("[definizioni.x]\naltrimenti = '1'\ntabella = ⟦[{ quando = 'vero', vale = 'vero' }]\n",
         ["tipi-incompatibili"]),
    ],
)  # fmt: skip
def test_a_definition_that_says_nothing_or_too_much_is_told(
    banco: Banco, body: str, told: list[str]
) -> None:
    """Where a person would point."""
    assert banco.told("misura", body) == told


def test_a_broken_definition_is_known_where_it_is_used(banco: Banco) -> None:
    """Whatever is wrong with it, what uses it says nothing more."""
    text = """
[definizioni.a]
vale = "⟦ise"
[definizioni.b]
vale = ⟦1
[definizioni.⟦C]
vale = "vero"
[definizioni.d]
vale = "a < isee and b < isee and C"
[definizioni.e]
vale = "d + d"
"""

    assert banco.told("misura", text) == ["nome-ignoto", "tipo-valore", "nome-malformato"]


def test_a_circle_is_told_once_at_its_first_definition(banco: Banco) -> None:
    """And what stands on it is not told."""
    text = """
[definizioni.solo]
vale = "uno"
[definizioni.⟦uno]
vale = "due"
[definizioni.due]
vale = "tre"
[definizioni.tre]
vale = "uno"
[definizioni.⟦se]
vale = "se"
"""
    first, second = banco.faults("misura", text)

    assert banco.told("misura", text) == ["definizione-circolare"] * 2
    assert (first.data["giro"], second.data["giro"]) == ("uno → due → tre → uno", "se → se")


def nested(levels: int, inside: str) -> str:
    """A text with so many levels above `inside`."""
    return "not (" * levels + inside + ")" * levels


def test_the_deepest_definitions_are_still_evaluated(banco: Banco) -> None:
    """No household makes a reader exhaust its stack."""
    half = MAX_LEVELS // 2 - 1
    misura = banco.misura(f"""
[definizioni]
a.vale = "{nested(half, "canone_pagato")}"
b.vale = "{nested(half, "a")}"
[[requisiti]]
codice = "fondo"
norma = "rr-11-2019"
testo = {{ it = "fondo", en = "deep" }}
condizione = "{nested(49, "b")}"
""")

    assert evaluate(misura, Fatti(), on=date(2024, 1, 1)).mancano == ("canone_pagato",)


def test_definitions_deeper_than_that_are_refused(banco: Banco) -> None:
    """At the one that passes the limit."""
    half = MAX_LEVELS // 2
    text = f"""
[definizioni]
a.vale = "{nested(half - 1, "canone_pagato")}"
b.vale = "{nested(half - 1, "a")}"
⟦c.vale = "not b"
"""

    assert banco.told("misura", text) == ["definizione-profonda"]


def test_a_chain_longer_than_the_stack_is_refused(banco: Banco) -> None:
    """Without an end: nobody walks it by calling itself."""
    chain = "".join(f'd{i}.vale = "d{i + 1}"\n' for i in range(400))
    faults = banco.faults("misura", f'[definizioni]\n{chain}d400.vale = "isee"\n')

    assert {fault.code for fault in faults} == {"definizione-profonda"}
