"""The amount: its items, the cap, the deductions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules import tree as t
from casa_model.rules.misura import DetraeDa

if TYPE_CHECKING:
    Banco = Any

VOCI = 'voci = [{ codice = "servizi", vale = "servizi_anno" }]\n'


def test_an_amount_is_what_the_file_says(banco: Banco) -> None:
    """Items with condition, cap and source; the cap of all; what is deducted from what."""
    importo = banco.misura("""[importo]
norma = "rr-11-2019, art. 7"
massimo = "massimale_annuo"
detrae = ["bonus_riscaldamento"]
detrae_da = "contributo"
[[importo.voci]]
codice = "servizi"
etichetta = { it = "servizi", en = "services" }
vale = "servizi_anno"
se = "canone_pagato"
massimo = "massimale_annuo"
fonte = "sito"
""").importo

    assert importo is not None
    assert importo.massimo == t.Param("massimale_annuo")
    assert (importo.detrae, importo.detrae_da) == (
        (t.Fact("bonus_riscaldamento"),),
        DetraeDa.CONTRIBUTO,
    )
    (voce,) = importo.voci
    assert (voce.se, voce.massimo) == (t.Fact("canone_pagato"), t.Param("massimale_annuo"))
    assert voce.fonte is not None
    assert importo.fonte is not None


def test_nothing_to_deduct_needs_no_word_on_what(banco: Banco) -> None:
    """An empty list says that there are no deductions."""
    importo = banco.misura(f"[importo]\n{VOCI}detrae = []\n").importo

    assert importo is not None
    assert (importo.detrae, importo.detrae_da) == ((), None)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("⟦[importo]\n", ["chiave-mancante"]),
        (f'[importo]\n{VOCI}⟦ordine_voci = ["servizi"]\n', ["chiave-ignota"]),
        (f'⟦[importo]\n{VOCI}grado = "atto"\n', ["fonte-mancante"]),
        (f'[importo]\n{VOCI}massimo = "⟦isee > 1"\n', ["tipo-inatteso"]),
        (f'[importo]\n{VOCI}massimo = ⟦""\n', ["espressione-sintassi@11:12", "nothing@11:11"]),
        (f'[importo]\n{VOCI}⟦detrae = ["isee"]\n', ["detrae-da"]),
        (f'[importo]\n{VOCI}detrae = ["isee"]\ndetrae_da = ⟦"spese"\n', ["valore-fuori-scelta"]),
        (f'⟦[importo]\n{VOCI}detrae_da = "spesa"\n', ["chiave-mancante"]),
        (f'[importo]\n{VOCI}detrae = ["⟦componenti"]\ndetrae_da = "spesa"\n', ["tipo-inatteso"]),
        (
            (
                '[importo]\nvoci = [{ codice = "a", vale = "isee" }, '
                '{ codice = ⟦"a", vale = "isee", ⟦sostituisce = "a" }]\n'
            ),
            ["nome-ripetuto", "chiave-ignota"],
        ),
        (
            (
                '[importo]\nvoci = [{ codice = ⟦"A", vale = "⟦ise", se = "⟦isee",'
                ' massimo = "⟦vero" }]\n'
            ),
            ["nome-malformato", "nome-ignoto", "tipo-inatteso", "tipo-inatteso"],
        ),
        ('[importo]\nvoci = [{ codice = "a", vale = "⟦quota_spesa * isee" }]\n', ["scala-importo"]),
        ("[importo]\nvoci = ⟦3\n", ["tipo-valore"]),
        (f"[importo]\n{VOCI}massimo = ⟦2000\n", ["importo-nudo"]),
        (f"[importo]\n{VOCI}massimo = ⟦2000.00\n", ["importo-nudo"]),
        (f'[importo]\n{VOCI}massimo = "⟦2000.00"\n', ["importo-nudo"]),
        (f"[importo]\n{VOCI}massimo = ⟦true\n", ["tipo-valore"]),
        (f'[importo]\n{VOCI}detrae = [⟦200]\ndetrae_da = "spesa"\n', ["importo-nudo"]),
        (
            '[importo]\nvoci = [{ codice = "a", vale = ⟦200, massimo = ⟦100.50 }]\n',
            ["importo-nudo", "importo-nudo"],
        ),
    ],
)
def test_an_amount_with_faults_is_told(banco: Banco, body: str, told: list[str]) -> None:
    """Each where a person would point."""
    assert banco.told("misura", body) == told


def test_a_near_miss_is_offered_for_what_deductions_are_taken_from(banco: Banco) -> None:
    """There are only two words."""
    (fault,) = banco.faults("misura", f'[importo]\n{VOCI}detrae = ["isee"]\ndetrae_da = "spese"\n')

    assert fault.vicino == "spesa"


def test_a_table_for_a_list_of_tables_is_told_how_its_head_is_written(banco: Banco) -> None:
    """Two square brackets, with the whole name between them."""
    (voce,) = banco.faults("misura", '[importo.voci]\ncodice = "a"\nvale = "isee"\n')
    (deroga,) = banco.faults(
        "misura", '[[requisiti]]\ncodice = "a"\n[requisiti.deroghe]\ncodice = "b"\n'
    )[1:]

    assert voce.testo("it") == (
        "qui serve un elenco di tabelle, non una tabella; scrivi per esempio `[[importo.voci]]`"
    )
    assert deroga.data["esempio"] == "`[[requisiti.deroghe]]`"
