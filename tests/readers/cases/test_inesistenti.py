"""What a case expects and the rules have not: the case fails, and it is said what was meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model import Atteso, Caso, Esito, Euro, prova
from casa_model.casa import edizione, leggi_avviso
from casa_model.readers.cases import StatoCaso, motivi_di, perche, racconta, voci_di

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

LAW = edizione().misure["crs-difficolta"]
ON = date(2024, 9, 2)
HEAD = """formato = 1
[avviso]
codice = "prova-2024"
titolo = { it = "Avviso di prova", en = "Trial notice" }
ente = "Comune di Prova"
misura = "crs-difficolta"
fonte = "un esempio"
grado = "derivata"
pubblicazione = 2024-09-02
"""
REMOVED = (
    HEAD
    + """
[[togli]]
requisito = "patrimonio"
motivo = { it = "svista", en = "slip" }
fonte = "un esempio"
grado = "derivata"
"""
)
REPLACED = (
    HEAD
    + """
[[requisiti]]
sostituisce = "patrimonio"
codice = "beni"
fonte = "un esempio"
grado = "derivata"
testo = { it = "beni", en = "goods" }
condizione = "isp < 10.00"
"""
)


def why(regole: Misura | Avviso, lang: str = "it", **atteso: object) -> str:
    """The first thing said of a case that fails."""
    (found,) = prova(regole, [Caso("x", atteso=Atteso(**atteso), on=ON)])  # type: ignore[arg-type]

    assert found.stato is StatoCaso.FALLITO

    return perche(regole, found, lang="en" if lang == "en" else "it")[0]


def refused(regole: Misura | Avviso, motivo: str, lang: str = "it") -> str:
    """The same, of a case that expects a reason."""
    return why(regole, lang, esito=Esito.NON_AMMESSO, motivi=(motivo,))


def test_a_slip_of_the_pen() -> None:
    """The name that was probably meant."""
    assert refused(LAW, "isse") == (
        "queste regole non hanno un motivo `isse`; forse intendevi `isee`?"
    )
    assert refused(LAW, "isse", "en") == "these rules have no reason `isse`; did you mean `isee`?"


def test_a_requirement_that_was_dropped() -> None:
    """Where nothing is near: what there is, and that the rules may be at fault."""
    kept = tuple(r for r in LAW.requisiti if r.codice in {"area", "isee"})

    assert refused(evolve(LAW, requisiti=kept), "patrimonio") == (
        "queste regole non hanno un motivo `patrimonio`, ma solo `area`, `isee`: se manca per un "
        "errore correggi le regole, altrimenti il caso"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (REMOVED, "c'è un `[[togli]]` nell'avviso; se è un errore correggi l'avviso"),
        (REPLACED, "nell'avviso c'è `beni` al suo posto; se è un errore correggi l'avviso"),
    ],
)
def test_what_the_notice_says_of_it(text: str, told: str) -> None:
    """The notice that removes a requirement, or puts another in its place, names it."""
    avviso = leggi_avviso(text).valore

    assert refused(avviso, "patrimonio") == (
        f"queste regole non hanno un motivo `patrimonio`: {told}, altrimenti il caso"
    )
    assert refused(avviso, "isse").endswith("forse intendevi `isee`?")


def test_an_item() -> None:
    """As a reason; of rules that pay nothing there is none to list."""
    items = (("viaggi", Euro(100)),)

    assert why(LAW, esito=Esito.AMMESSO, voci=items).startswith(
        "queste regole non hanno una voce `viaggi`, ma solo `servizi`"
    )
    assert why(evolve(LAW, importo=None), esito=Esito.AMMESSO, voci=items) == (
        "queste regole non hanno una voce `viaggi`: se manca per un errore correggi le regole, "
        "altrimenti il caso"
    )


def test_the_names_of_the_rules() -> None:
    """Those of the measure; of a notice with terms, that it was in time too."""
    avviso = leggi_avviso(REMOVED).valore
    timely = evolve(avviso, apertura=date(2024, 9, 10))

    assert "patrimonio" in motivi_di(LAW)
    assert "patrimonio" not in motivi_di(avviso)
    assert motivi_di(timely) == ("nei-termini", *motivi_di(avviso))
    assert voci_di(timely) == voci_di(LAW)


def test_in_the_lines_that_a_person_reads() -> None:
    """After what was expected and got; a name that is there says nothing of itself."""
    expected = Atteso(Esito.NON_AMMESSO, motivi=("isse", "area"))
    (found,) = prova(LAW, [Caso("x", atteso=expected, on=ON)])
    lines = racconta(LAW, found, lang="it")

    assert lines[:4] == (
        "caso `x`: fallito",
        "  - esito: atteso `non-ammesso`, ottenuto `da-completare`",
        "  - motivi: atteso `area`, `isse`, ottenuto niente",
        "  - queste regole non hanno un motivo `isse`; forse intendevi `isee`?",
    )
    assert sum("queste regole" in line for line in lines) == 1


def test_a_case_to_be_written_that_names_what_is_not_there() -> None:
    """The name is told, and nothing of what the rules answer."""
    (found,) = prova(LAW, [Caso("x", atteso=Atteso(None, motivi=("isse",)), on=ON)])
    told = "queste regole non hanno un motivo `isse`; forse intendevi `isee`?"

    assert found.stato is StatoCaso.DA_SCRIVERE
    assert perche(LAW, found, lang="it") == (told,)
    assert f"  - {told}" in racconta(LAW, found, lang="it")


def test_a_case_to_be_written_whose_names_are_there() -> None:
    """Nothing is told of it but that somebody has to write it."""
    (found,) = prova(LAW, [Caso("x", atteso=Atteso(None, motivi=("isee",)), on=ON)])

    assert perche(LAW, found, lang="it") == ()
