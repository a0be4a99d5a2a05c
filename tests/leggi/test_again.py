"""What the measure wrote is typed again under the names and numbers of the notice.

Its faults are told in the notice, where the cause is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    Banco = Any

SOURCE = 'fonte = "s"\ngrado = "atto"\n'
BASE = """
[parametri.ultimo]
etichetta = { it = "u", en = "u" }
tipo = "numero(0)"
storia = [{ dal = 2019-10-14, valore = 3, fonte = "s", grado = "atto" }]
[parametri.quota]
etichetta = { it = "q", en = "q" }
tipo = "numero(2)"
storia = [{ dal = 2019-10-14, valore = "20%", fonte = "s", grado = "atto" }]
[definizioni.tetto]
vale = "massimale_annuo"
[definizioni.in_regola]
vale = "canone_pagato"
[definizioni.doppio]
vale = "tetto + tetto"
[[requisiti]]
codice = "scala"
norma = "rr-11-2019"
testo = { it = "x", en = "x" }
condizione = "scala[ultimo] > 1 or in_regola"
deroghe = [{ codice = "d", condizione = "in_regola", fonte = "s" }]
[[requisiti]]
codice = "non-letto"
norma = "rr-11-2019"
testo = { it = "x", en = "x" }
non_visto = true
[importo]
voci = [{ codice = "servizi", vale = "tetto", se = "in_regola", massimo = "doppio" }]
massimo = "tetto"
detrae = ["tetto"]
detrae_da = "spesa"
[graduatoria]
ordine = ["tetto", "protocollo"]
riserve = [{ codice = "r", quota = "quota", quando = "in_regola", fonte = "s" }]
"""


def define(nome: str, vale: str) -> str:
    """A definition in place of one of the measure."""
    return f'[definizioni.⟦{nome}]\nvale = "{vale}"\nsostituisce = "{nome}"\n'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (define("tetto", "componenti"), {"tipo-inatteso"}),
        (define("tetto", "vero"), {"tipo-inatteso", "tipi-incompatibili"}),
        (define("tetto", "quota_spesa * massimale_annuo"), {"scala-importo"}),
        (define("in_regola", "isee"), {"tipo-inatteso"}),
        (f"[parametri.⟦ultimo]\nvalore = 4\n{SOURCE}", {"indice-fuori-tabella"}),
        (f'⟦[parametri.quota]\nvalore = "20.00"\n{SOURCE}', {"valore-rifiutato"}),
    ],
)
def test_what_no_longer_fits_is_told_at_its_cause(banco: Banco, body: str, told: set[str]) -> None:
    """Once for each sentence, all at the declaration in the notice."""
    base = banco.misura(BASE)

    assert set(banco.told("avviso", body, base=base)) == told


@pytest.mark.parametrize(
    "body",
    [
        "",
        define("tetto", "servizi_anno"),
        define("in_regola", "isee < soglia_isee"),
        f"[parametri.ultimo]\nvalore = 1\n{SOURCE}",
        f'[parametri.quota]\nvalore = "100%"\n{SOURCE}',
    ],
)
def test_what_still_fits_is_accepted(banco: Banco, body: str) -> None:
    """Another number or definition of the same kind is the notice's right."""
    avviso = banco.avviso(body.replace("⟦", ""), banco.misura(BASE))

    assert [requisito.codice for requisito in avviso.misura.requisiti] == ["scala", "non-letto"]


def test_a_cause_is_found_through_the_definitions_of_the_measure(banco: Banco) -> None:
    """The requirement names a definition, which names the parameter that the notice changed."""
    base = banco.misura("""
[parametri.ultimo]
etichetta = { it = "u", en = "u" }
tipo = "numero(0)"
storia = [{ dal = 2019-10-14, valore = 3, fonte = "s", grado = "atto" }]
[definizioni.a]
vale = "b + b - b"
[definizioni.b]
vale = "ultimo"
[[requisiti]]
codice = "scala"
norma = "rr-11-2019"
testo = { it = "x", en = "x" }
condizione = "scala[min(a, 3)] > 1"
""")
    body = f"[parametri.⟦ultimo]\nvalore = 0\n{SOURCE}"

    assert banco.told("avviso", body, base=base) == ["indice-fuori-tabella"]
