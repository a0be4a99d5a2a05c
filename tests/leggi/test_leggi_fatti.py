"""Facts and acts: what they declare, and what they may not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules.facts import Cambia
from casa_model.rules.leggi import leggi_fatti
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType

if TYPE_CHECKING:
    Banco = Any

OWED = "\nobbligo = true"
LABEL = 'etichetta = { it = "f", en = "f" }'


def fact(body: str) -> str:
    """A file part with one fact."""
    return f"[fatti.f]\n{LABEL}\n{body}\n"


def test_a_fact_is_what_the_file_says() -> None:
    """Type, label, proof, who changes it, whose it is, the labels of its values."""
    text = """formato = 1
[fatti.ruolo]
tipo = "scelta"
etichetta = { it = "ruolo", en = "role" }
prova = { it = "stato di famiglia", en = "family certificate" }
cambia = "nessuno"
membro = true
valori = { coniuge = { it = "coniuge", en = "spouse" } }
"""
    (fatto,) = leggi_fatti(text, file="f")

    assert (fatto.nome, fatto.tipo, fatto.cambia, fatto.membro) == (
        "ruolo",
        ChoiceType(("coniuge",)),
        Cambia.NESSUNO,
        True,
    )
    assert fatto.prova is not None
    assert [(nome, testo.en) for nome, testo in fatto.valori] == [("coniuge", "spouse")]


@pytest.mark.parametrize("tipo", ["euro", "bool"])
def test_an_obligation(tipo: str) -> None:
    """What a person owes, by a number or a truth; no fact is one unless it says so."""
    body = f'tipo = "{tipo}"'
    (owed,) = leggi_fatti(f"formato = 1\n{fact(body + OWED)}", file="f")
    (other,) = leggi_fatti(f"formato = 1\n{fact(body)}", file="f")

    assert (owed.obbligo, other.obbligo) == (True, False)


def test_what_is_to_be_done() -> None:
    """A truth, where it says so."""
    body = 'tipo = "bool"'
    (done,) = leggi_fatti(f"formato = 1\n{fact(body + chr(10))}adempimento = true", file="f")

    assert (done.adempimento, done.obbligo) == (True, False)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('tipo = "bool"', BoolType()),
        ('tipo = "euro"', NumberType(2, euro=True, lo=0, hi=99_999_999_999)),
        ('tipo = "euro"\nminimo = "-5.00"', NumberType(2, euro=True, lo=-500, hi=99_999_999_999)),
        ('tipo = "numero"\nminimo = 1\nmassimo = 30', NumberType(0, euro=False, lo=1, hi=30)),
        (
            'tipo = "numero(2)"\nminimo = "1.00"\nmassimo = "19.99"',
            NumberType(2, euro=False, lo=100, hi=1999),
        ),
        ('tipo = "data"', DateType()),
        (
            'tipo = "data"\nminimo = 2020-01-01\nmassimo = 2020-12-31',
            DateType(date(2020, 1, 1), date(2020, 12, 31)),
        ),
    ],
)
def test_a_range_is_the_declared_one_or_the_default(body: str, expected: object) -> None:
    """Money and days have a range of their own; other numbers declare it."""
    (fatto,) = leggi_fatti(f"formato = 1\n{fact(body)}", file="f")

    assert fatto.tipo == expected


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('tipo = "data"\n⟦obbligo = true', ["chiave-ignota"]),
        ('tipo = "euro"\n⟦adempimento = true', ["chiave-ignota"]),
        ('tipo = "bool"\nobbligo = true\n⟦adempimento = true', ["chiave-ignota"]),
        ('tipo = "bool"\n⟦minimo = 1\n⟦massimo = 2', ["chiave-ignota", "chiave-ignota"]),
        ('tipo = "numero(0)"\nminimo = ⟦30\nmassimo = 1', ["intervallo-rovesciato"]),
        ('tipo = "euro"\nmassimo = ⟦"-1.00"', ["intervallo-rovesciato"]),
        ('tipo = "data"\nminimo = ⟦2100-01-01', ["intervallo-rovesciato"]),
        ('tipo = "euro"\nminimo = ⟦"x"', ["valore-malformato"]),
        ('tipo = "numero(0)"\nminimo = 0\nmassimo = ⟦99999999999999999999', ["valore-rifiutato"]),
        ('tipo = "bool"\ncambia = ⟦"mai"', ["tipo-valore"]),
    ],
)
def test_a_range_that_cannot_be_is_told(banco: Banco, body: str, told: list[str]) -> None:
    """At the bound, or at the key of a bound that the type has not."""
    assert banco.told("fatti", fact(body)) == told


def test_a_plain_number_declares_both_ends(banco: Banco) -> None:
    """Both are missed at once, each with a sample of its type."""
    faults = banco.faults("fatti", fact('tipo = "numero(2)"'))

    assert [(f.code, f.data["esempio"]) for f in faults] == [
        ("chiave-mancante", '`minimo = "0.25"`'),
        ("chiave-mancante", '`massimo = "0.25"`'),
    ]


def test_a_broken_fact_is_known_where_it_is_used(banco: Banco) -> None:
    """It is told once: not again as a name that nobody declared, nor for its type."""
    text = """[fatti.reddito]
tipo = ⟦"euri"
etichetta = { it = "reddito", en = "income" }
[fatti.eta_minima]
⟦membri = true
tipo = "bool"
etichetta = { it = "r", en = "i" }
[[requisiti]]
codice = "reddito"
norma = "rr-11-2019"
testo = { it = "reddito", en = "income" }
condizione = "reddito < isee and qualcuno(membri, eta_minima)"
[graduatoria]
ordine = ["reddito"]
"""

    assert banco.told("misura", text) == ["tipo-ignoto", "chiave-ignota"]


def test_a_broken_member_fact_is_still_of_members(banco: Banco) -> None:
    """Its use inside an aggregate is not told."""
    text = """[fatti.fuma]
tipo = ⟦"boool"
membro = true
etichetta = { it = "fuma", en = "smokes" }
[[requisiti]]
codice = "fuma"
norma = "rr-11-2019"
testo = { it = "fuma", en = "smokes" }
condizione = "qualcuno(membri, fuma)"
"""

    assert banco.told("misura", text) == ["tipo-ignoto"]


@pytest.mark.parametrize("nome", ["isee", "soglia_isee", "eta", "pubblicazione", "data", "vero"])
def test_a_name_stands_for_one_thing(banco: Banco, nome: str) -> None:
    """Facts, parameters and words of the language share one namespace."""
    text = f'[fatti.⟦{nome}]\ntipo = "bool"\n{LABEL}\nmembro = true\n'

    assert banco.told("misura", text) == ["nome-ripetuto"]


def test_a_member_fact_may_not_shadow_a_household_fact(banco: Banco) -> None:
    """One namespace for both, in a notice too."""
    text = f'[fatti.⟦componenti]\ntipo = "bool"\n{LABEL}\nmembro = true\n'
    (fault,) = banco.faults("avviso", text)

    assert banco.told("avviso", text) == ["nome-ripetuto"]
    assert fault.testo("it") == "`componenti` è già usato come fatto; scegli un altro nome"


@pytest.mark.parametrize("codice", ["RR-11", "11-2019", "rr_11"])
def test_the_code_of_an_act_is_one_that_a_citation_can_spell(banco: Banco, codice: str) -> None:
    """It is small, with hyphens, and begins with a letter."""
    text = f'[atti.⟦{codice}]\nnome = "a"\ntitolo = {{ it = "a", en = "a" }}\n'

    assert banco.told("norme", text) == ["nome-malformato"]


def test_an_act_is_declared_once(banco: Banco) -> None:
    """The same words twice are one act; other words under its code are a fault."""
    same = """[atti.rr-11-2019]
nome = "r.r. 11/2019"
titolo = { it = "Contributo regionale di solidarietà", en = "Regional solidarity contribution" }
"""
    other = '[atti.⟦rr-11-2019]\nnome = "x"\ntitolo = { it = "x", en = "x" }\n'
    broken = "⟦[atti.rr-1-2000]\n[atti.⟦Rr]\nnome = 'x'\ntitolo = { it = 'x', en = 'x' }\n"

    assert [atto.codice for atto in banco.misura(same).atti] == ["rr-11-2019"]
    assert banco.told("misura", other) == ["nome-ripetuto"]
    assert banco.told("misura", broken) == ["chiave-mancante", "chiave-mancante", "nome-malformato"]


def test_an_act_with_a_fault_is_declared_all_the_same(banco: Banco) -> None:
    """Who cites it has nothing to mend."""
    text = """[atti.dgc-1-2024]
nome = "d.g.c. 1/2024"
titolo = ⟦"senza lingue"
[[requisiti]]
codice = "a"
norma = "dgc-1-2024, art. 2"
testo = { it = "a", en = "a" }
condizione = "componenti > 1"
"""

    assert banco.told("misura", text) == ["tipo-valore"]
