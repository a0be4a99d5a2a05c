"""Measures, what they use of shared files, and shared files themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casa_model.errors import InvalidFile
from casa_model.rules.leggi import (
    Norme,
    facts_read,
    leggi_avviso,
    leggi_fatti,
    leggi_misura,
    leggi_norme,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.errors import Fault

    Banco = Any

AVVISO = """formato = 1
[avviso]
codice = "a"
titolo = { it = "a", en = "a" }
ente = "e"
misura = "crs-difficolta"
fonte = "s"
grado = "atto"
pubblicazione = 2024-01-01
"""
HEAD = """formato = 1
[misura]
codice = "crs-prova"
titolo = { it = "p", en = "p" }
fonte = "s"
grado = "atto"
vigenza = { dal = 2019-10-14 }
"""
NORME = """formato = 1
[norme]
codice = "altro"
titolo = { it = "a", en = "a" }
"""


def refused(read: Callable[[], object]) -> tuple[Fault, ...]:
    """The faults with which something is refused."""
    with pytest.raises(InvalidFile) as caught:
        read()
    return caught.value.faults


def shared(banco: Banco, body: str, **more: object) -> Norme:
    """A shared file."""
    return leggi_norme(NORME + body, file="n", **{"fatti": banco.fatti, **more})


def test_a_measure_is_what_the_file_says(banco: Banco) -> None:
    """Its notes and the acts of the shared files too."""
    misura = banco.misura('[[misura.note]]\nit = "nota"\nen = "note"\n')

    assert [nota.en for nota in misura.note] == ["note"]
    assert [atto.codice for atto in misura.atti] == ["rr-11-2019"]
    assert "soglia_isee" in [parametro.nome for parametro in misura.parametri]


def test_a_measure_stands_without_shared_files() -> None:
    """And without a dictionary."""
    letta = leggi_misura(HEAD, file="m")

    assert (letta.valore.codice, letta.rilievi) == ("crs-prova", ())


def test_a_head_with_faults_hides_nothing_else(banco: Banco) -> None:
    """Without it nobody knows what is shared: only names are not judged."""
    text = """formato = 1
⟦[misura]
codice = "p"
[[requisiti]]
codice = ⟦"A"
fonte = "s"
testo = { it = "x", en = "x" }
condizione = "isee < soglia_isee and isee ⟦/ 2 > isee"
"""

    assert banco.told("misura", text, whole=True) == [
        *["chiave-mancante"] * 2,
        "nome-malformato",
        "espressione-non-ammessa",
    ]


def test_the_head_has_a_code_a_source_and_a_grade(banco: Banco) -> None:
    """The grade of a measure is never taken for granted."""
    text = HEAD.replace('"crs-prova"', '⟦"Crs"').replace('fonte = "s"\ngrado = "atto"\n', "")

    assert banco.told("misura", text.replace("[misura]", "⟦[misura]"), whole=True) == [
        "chiave-mancante",
        "fonte-mancante",
        "nome-malformato",
    ]


def test_a_shared_file_brings_names_of_every_kind(banco: Banco) -> None:
    """Facts, parameters and definitions; its acts may be cited."""
    norme = shared(
        banco,
        """[atti.altro-1-2020]
nome = "a"
titolo = { it = "a", en = "a" }
[fatti.lavora]
tipo = "bool"
etichetta = { it = "l", en = "l" }
[parametri.soglia]
etichetta = { it = "s", en = "s" }
tipo = "euro"
storia = [{ dal = 2019-10-14, valore = "1.00", norma = "altro-1-2020", grado = "atto" }]
[definizioni.povero]
vale = "lavora and isee < soglia"
""",
    )
    text = f"""{HEAD}usa = ["altro"]
[[requisiti]]
codice = "povero"
norma = "altro-1-2020"
testo = {{ it = "p", en = "p" }}
condizione = "povero and qualcuno(membri, eta > 2)"
"""
    misura = leggi_misura(text, file="m", fatti=banco.fatti, norme={"altro": norme}).valore

    assert [d.nome for d in misura.definizioni] == ["povero"]
    assert [fatto.nome for fatto in facts_read(misura)] == ["isee", "eta", "lavora"]


def test_shared_files_do_not_say_the_same_name(banco: Banco) -> None:
    """Told where the second is used; a file used twice too."""
    fact = '[fatti.{}]\ntipo = "bool"\netichetta = {{ it = "l", en = "l" }}\n'
    bare = leggi_norme(NORME + fact.format("isee"), file="n")
    norme = {**banco.norme, "altro": bare}
    text = HEAD + 'usa = ["rr-11-2019", "altro", "rr-11-2019"]\n'
    faults = refused(lambda: leggi_misura(text, file="m", fatti=banco.fatti, norme=norme))
    told = [(f.code, f.place.column, f.data["nome"]) for f in faults]

    assert told == [("nome-ripetuto", 22, "isee"), ("nome-ripetuto", 31, "rr-11-2019")]


def test_every_kind_of_name_may_clash(banco: Banco) -> None:
    """A parameter with a fact, a definition with a parameter."""
    one = shared(
        banco,
        """[parametri.soglia]
etichetta = { it = "s", en = "s" }
tipo = "euro"
storia = [{ dal = 2019-10-14, valore = "1.00", fonte = "s", grado = "atto" }]
[definizioni.povero]
vale = "isee < soglia"
""",
    )
    text = HEAD + 'usa = ["uno", "due"]\n'
    faults = refused(
        lambda: leggi_misura(text, file="m", fatti=banco.fatti, norme={"uno": one, "due": one})
    )
    told = [(f.code, f.data["nome"]) for f in faults]

    assert told == [("nome-ripetuto", "soglia"), ("nome-ripetuto", "povero")]


def test_a_shared_definition_stands_on_the_same_dictionary(banco: Banco) -> None:
    """A fact that the measure has not is told where the file is used."""
    norme = shared(banco, '[definizioni.x]\nvale = "canone_pagato and qualcuno(membri, eta > 2)"\n')
    few = leggi_fatti(
        'formato = 1\n[fatti.isee]\ntipo = "euro"\netichetta = { it = "i", en = "i" }', file="f"
    )
    faults = refused(
        lambda: leggi_misura(
            HEAD + 'usa = ["altro"]\n', file="m", fatti=few, norme={"altro": norme}
        )
    )
    told = sorted({(f.code, f.data["nome"]) for f in faults})

    assert told == [("nome-ignoto", "canone_pagato"), ("nome-ignoto", "eta")]


def test_a_shared_file_has_a_good_code_and_gives_advice(banco: Banco) -> None:
    """Bare numbers in it are advice, as they are in a measure."""
    norme = shared(banco, '[definizioni.x]\nvale = "componenti > 5"\n')

    assert [fault.code for fault in norme.rilievi] == ["numero-nudo"]
    assert banco.told(
        "norme",
        'formato = 1\n[norme]\ncodice = ⟦"A_B"\ntitolo = { it = "a", en = "a" }\n',
        whole=True,
    ) == ["nome-malformato"]


def test_advice_comes_with_the_measure(banco: Banco) -> None:
    """And only for what the file itself wrote."""
    body = """[definizioni.grande]
vale = "componenti > 5"
[[requisiti]]
codice = "a"
norma = "rr-11-2019"
testo = { it = "a", en = "a" }
condizione = "conta(membri, eta > 2) >= 1"
"""

    assert banco.advice(body) == ["numero-nudo", "conta-almeno-uno"]


def test_advice_about_a_measure_is_not_given_again_with_its_notices(banco: Banco) -> None:
    """Who writes a notice cannot mend it."""
    base = banco.misura('[definizioni.x]\nvale = "componenti > 5"\n')
    text = AVVISO + '[definizioni.y]\nvale = "componenti > 7"\n'
    letta = leggi_avviso(text, file="a", misure={"crs-difficolta": base})

    assert [(f.code, f.place.line) for f in letta.rilievi] == [
        ("nome-inutile", 10),
        ("numero-nudo", 11),
    ]


def test_a_shared_file_has_a_head(banco: Banco) -> None:
    """Without it the rest is still told."""
    body = '⟦formato = 1\n[definizioni.x]\nvale = "⟦ise"\n'

    assert banco.told("norme", body, whole=True) == ["chiave-mancante", "nome-ignoto"]
