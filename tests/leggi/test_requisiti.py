"""Requirements, derogations, and the requirement not to receive another measure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules import tree as t
from casa_model.values import Grado, Vigenza

if TYPE_CHECKING:
    Banco = Any

TESTO = 'testo = { it = "x", en = "x" }\n'
NORMA = 'norma = "rr-11-2019"\n'
BASIC = f'codice = "a"\n{NORMA}{TESTO}'
OTHER = 'incompatibile = ["energia-l1"]\nincompatibile_fonte = { fonte = "s", grado = "atto" }\n'


def test_a_requirement_is_what_the_file_says(banco: Banco) -> None:
    """Its condition, its derogations, its days; the grade is that of an act unless stated."""
    misura = banco.misura(f"""[[requisiti]]
{BASIC}condizione = "canone_pagato"
vigenza = {{ dal = 2020-01-01, al = 2020-12-31 }}
[[requisiti.deroghe]]
codice = "malattia"
condizione = "isee < soglia_isee"
fonte = "sito"
testo = {{ it = "y", en = "y" }}
""")
    (requisito,) = misura.requisiti

    assert requisito.condizione == t.Fact("canone_pagato")
    assert requisito.vigenza == Vigenza(date(2020, 1, 1), date(2020, 12, 31))
    assert [d.codice for d in requisito.deroghe] == ["malattia"]
    assert (requisito.fonte.grado, requisito.deroghe[0].fonte.grado) == (
        Grado.ATTO,
        Grado.SECONDARIA,
    )


def test_a_requirement_may_be_unread(banco: Banco) -> None:
    """The act asks it, and nobody here has read it."""
    assert banco.misura(f"[[requisiti]]\n{BASIC}non_visto = true\n").requisiti[0].non_visto


DEROGA = '{ codice = "d", condizione = "vero", fonte = "s" }'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"⟦[[requisiti]]\n{BASIC}", ["requisito-incompleto"]),
        (
            f'⟦[[requisiti]]\n{BASIC}non_visto = true\ncondizione = "⟦ise"\n',
            ["requisito-incompleto", "nome-ignoto"],
        ),
        (
            f"[[requisiti]]\n{BASIC}non_visto = true\n⟦deroghe = [{DEROGA}]\n",
            ["requisito-incompleto"],
        ),
        (
            (
                f'[[requisiti]]\n{BASIC}condizione = "vero"\n'
                f"deroghe = [{DEROGA}, {DEROGA.replace('= ', '= ⟦', 1)},"
                ' { codice = ⟦"condizione", condizione = "vero", fonte = "s" }]\n'
            ),
            ["nome-ripetuto", "nome-ripetuto"],
        ),
        (
            (
                f'[[requisiti]]\n{BASIC}condizione = "vero"\n'
                'deroghe = [⟦{ codice = ⟦"D", condizione = "⟦1" }]\n'
            ),
            ["fonte-mancante", "nome-malformato", "tipo-inatteso"],
        ),
        (
            (
                f'[[requisiti]]\n{BASIC}condizione = "vero"\n'
                "vigenza = { dal = 2021-01-01, al = ⟦2020-01-01 }\n"
            ),
            ["vigenza-rovesciata"],
        ),
        (
            (
                f'[[requisiti]]\n{BASIC}condizione = "vero"\n[[requisiti]]\n'
                f'{BASIC.replace("= ", "= ⟦", 1)}condizione = "vero"\n⟦sostituisce = "a"\n'
            ),
            ["nome-ripetuto", "chiave-ignota"],
        ),
        (f'⟦[[requisiti]]\ncodice = "a"\n{TESTO}condizione = "vero"\n', ["fonte-mancante"]),
        ("⟦[[requisiti]]\n⟦[[requisiti]]\n", ["chiave-mancante"] * 4),
        ("requisiti = [⟦1]\n", ["chiave-ignota@9:1"]),
    ],
)
def test_a_requirement_with_faults_is_told(banco: Banco, body: str, told: list[str]) -> None:
    """Each where a person would point."""
    assert banco.told("misura", body)[: len(told)] == told


def incompatible(banco: Banco, words: str, more: str = "") -> str:
    """A whole measure that is incompatible with `words`."""
    del banco
    return f"""formato = 1
[misura]
codice = "crs-prova"
titolo = {{ it = "p", en = "p" }}
fonte = "s"
grado = "atto"
vigenza = {{ dal = 2019-10-14 }}
{words}{more}"""


def test_receiving_another_measure_is_a_fact_like_any_other(banco: Banco) -> None:
    """Declared when nobody has; the requirement says the contrary of its label."""
    text = """[fatti.riceve_energia_l1]
tipo = "bool"
etichetta = { it = "Riceve il sostegno L.1", en = "L.1 support is received" }
"""
    alone = banco._misura(incompatible(banco, OTHER)).valore
    declared = banco._misura(incompatible(banco, OTHER, text)).valore

    assert alone.requisiti[0].condizione == t.Not(t.Fact("riceve_energia_l1"))
    assert alone.requisiti[0].codice == "non-riceve-energia-l1"
    assert alone.requisiti[0].testo.it == "non riceve la misura energia-l1"
    assert alone.requisiti[0].testo.en == "does not receive the measure energia-l1"
    assert declared.requisiti[0].testo.it == "non riceve il sostegno L.1"
    assert declared.requisiti[0].testo.en == "“L.1 support is received”: no"
    assert declared.incompatibile == ("energia-l1",)


SOURCE = 'incompatibile_fonte = { fonte = "s", grado = "atto" }\n'


@pytest.mark.parametrize(
    ("words", "more", "told"),
    [
        ('⟦incompatibile = ["energia-l1"]\n', "", ["fonte-mancante"]),
        (f'incompatibile = ["a", ⟦"a"]\n{SOURCE}', "", ["nome-ripetuto"]),
        (f'incompatibile = [⟦"Energia"]\n{SOURCE}', "", ["nome-malformato"]),
        (
            f'incompatibile = [⟦"a"]\n{SOURCE}',
            '[fatti.riceve_a]\ntipo = "euro"\netichetta = { it = "a", en = "a" }\n',
            ["tipo-inatteso"],
        ),
        (
            f'incompatibile = [⟦"a"]\n{SOURCE}',
            '[fatti.riceve_a]\ntipo = "bool"\nmembro = true\netichetta = { it = "a", en = "a" }\n',
            ["nome-ripetuto"],
        ),
        (
            f'incompatibile = [⟦"a"]\n{SOURCE}',
            (
                '[parametri.riceve_a]\ntipo = "bool"\netichetta = { it = "a", en = "a" }\n'
                'storia = [{ dal = 2019-10-14, valore = true, fonte = "s", grado = "atto" }]\n'
            ),
            ["nome-ripetuto"],
        ),
        (
            f'incompatibile = [⟦"a"]\n{SOURCE}',
            (
                '[[requisiti]]\ncodice = "non-riceve-a"\nfonte = "s"\n'
                f'{TESTO}condizione = "not riceve_a"\n'
            ),
            ["nome-ripetuto"],
        ),
        ("", "", []),
    ],
)
def test_what_goes_not_together_is_said_once_and_is_a_truth(
    banco: Banco, words: str, more: str, told: list[str]
) -> None:
    """Each fault at its word."""
    text = incompatible(banco, words, more)
    if told:
        assert banco.told("misura", text, whole=True) == told
    else:
        assert banco._misura(text).valore.requisiti == ()


@pytest.mark.parametrize("codice", ["nei-termini", "protocollo-unico"])
def test_what_every_notice_asks_is_no_code_of_a_requirement(banco: Banco, codice: str) -> None:
    """Neither in a measure nor in a notice: the findings of the door have these codes."""
    body = f"""[[requisiti]]
codice = ⟦"{codice}"
fonte = "s"
testo = {{ it = "x", en = "x" }}
condizione = "canone_pagato"
"""

    assert banco.told("misura", body) == ["nome-ripetuto"]
    assert banco.told("avviso", body) == ["nome-ripetuto"]


@pytest.mark.parametrize(
    "change",
    [
        (
            '[[togli]]\nrequisito = "non-riceve-energia-l1"\nfonte = "s"\n'
            'motivo = { it = "x", en = "x" }\n'
        ),
        (
            '[[requisiti]]\nsostituisce = "non-riceve-energia-l1"\ncodice = "altro"\n'
            f'fonte = "s"\n{TESTO}condizione = "canone_pagato"\n'
        ),
    ],
)
def test_a_notice_does_not_exclude_and_admit_the_same_people(banco: Banco, change: str) -> None:
    """Told at the word that would do nothing; the same word alone repeats the measure."""
    words = 'incompatibile = [{}"energia-l1"]\nincompatibile_fonte = {{ fonte = "s" }}\n'
    base = banco.misura(words.format(""))

    assert banco.told("avviso", words.format("⟦") + change, base=base) == ["valore-rifiutato"]
    assert len(banco.avviso("", base, words.format("")).misura.requisiti) == 1


def test_a_code_that_the_measure_has_not_is_told_with_those_that_it_has(banco: Banco) -> None:
    """When none is near."""
    body = '[[togli]]\nrequisito = "residenza"\nmotivo = { it = "x", en = "x" }\nfonte = "s"\n'
    (fault,) = banco.faults("avviso", body)

    assert fault.testo("it") == (
        "nella misura non c'è `residenza` da sostituire o togliere; usa uno di questi: `isee`"
    )
    assert fault.testo("en").endswith("; use one of these: `isee`")
