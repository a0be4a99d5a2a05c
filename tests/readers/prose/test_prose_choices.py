"""The values of a choice in words: by their labels, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.trial import BASE, FONTE, NEW, WORDS

from casa_model.graduatorie import Candidato
from casa_model.graduatorie._ordine import in_ordine
from casa_model.readers.prose import prose
from casa_model.readers.prose._condizioni import Condizioni
from casa_model.readers.prose._frase import in_riga
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Chiave, Definizione, Ordinamento, Requisito
from casa_model.rules.params import IndiceScelta, Parametro, Riga
from casa_model.rules.types import BoolType, ChoiceType, CodeType
from casa_model.values import Periodo, Storia, Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.rules.misura import Misura

AREA, GRADO = ChoiceType(("a", "b", "c")), ChoiceType(("c", "d"))
FACT, PAID = t.Fact("area"), t.Fact("pagato")
A, B, C = map(t.Label, "abc")


def label(words: str) -> Testo:
    """A label, the same in both languages."""
    return Testo(it=words, en=words)


def fact(nome: str, tipo: ChoiceType, *labels: str) -> Fatto:
    """A choice, its values labelled."""
    valori = tuple(zip(tipo.values, map(label, labels), strict=True))
    return Fatto(nome, tipo, label(nome), valori=valori)


def storia(value: str) -> Storia[str]:
    """A value that was always law."""
    return Storia((Periodo(BASE.vigenza.dal, value, FONTE),))


def definition(nome: str, vale: t.Expr, *values: str) -> Definizione:
    """A choice that is worked out."""
    return Definizione(nome, vale, ChoiceType(values), etichetta=label(nome))


MISURA = evolve(
    BASE,
    fatti=(fact("area", AREA, "Alfa", "Beta", "Gamma"), *BASE.fatti),
    parametri=(
        Parametro("protetta", AREA, label("protetta"), (Riga((), storia("b")),)),
        Parametro(
            "per_area",
            CodeType(),
            label("per area"),
            tuple(Riga((value,), storia("x")) for value in "abc"),
            (IndiceScelta(("a", "b", "c")),),
        ),
    ),
    definizioni=(
        definition("scritta", t.If(PAID, A, B), "a", "b"),
        definition("passata", t.If(PAID, FACT, t.Label("d")), "a", "b", "c", "d"),
    ),
)
OTHER = evolve(MISURA, fatti=(*MISURA.fatti, fact("grado", AREA, "Alfa", "Beta", "Primo")))


def told(tree: t.Expr, misura: Misura = MISURA) -> str:
    """A condition in words."""
    return in_riga(Condizioni(Vocabolario(misura, "it", NEW)).detto(tree))


class TestLabels:
    """A value is told by its label beside whatever gives it."""

    @pytest.mark.parametrize(
        ("tree", "words"),
        [
            (t.Compare("==", FACT, A), "«area» è uguale a «Alfa»"),
            (t.Compare("==", t.Definition("scritta"), A), "«scritta» è uguale a «Alfa»"),
            (t.Compare("!=", A, t.Definition("scritta")), "«Alfa» non è uguale a «scritta»"),
            (t.Compare("==", t.Definition("passata"), C), "«passata» è uguale a «Gamma»"),
            (t.Compare("==", t.Definition("passata"), t.Label("d")), "«passata» è uguale a «d»"),
            (t.Compare("==", t.Param("protetta"), A), "«protetta» (Beta) è uguale a «Alfa»"),
            (t.In(t.Definition("scritta"), (A, B)),
             "«scritta» è uno di questi casi: «Alfa»; «Beta»"),
            (t.Compare("==", FACT, t.If(PAID, A, B)),
             "«area» è uguale a («Alfa», se «prova»: sì; altrimenti «Beta»)"),
            (t.Compare("==", t.If(PAID, t.Param("protetta"), A), B),
             "(«protetta» (Beta), se «prova»: sì; altrimenti «Alfa») è uguale a «Beta»"),
            (t.In(t.If(PAID, FACT, A), (B,)),
             "(«area», se «prova»: sì; altrimenti «Alfa») è uno di questi casi: «Beta»"),
            (t.Compare("==", t.Table((t.Row(PAID, A),), FACT), B),
             "(secondo la tabella: «prova»: sì: «Alfa»; altrimenti: «area») è uguale a «Beta»"),
            (t.Compare("==", t.Param("per_area", (A,)), t.Label("x")),
             "(«per area» alla riga «Alfa») è uguale a «x»"),
            (t.Compare("==", t.Definition("ignota"), A), "«ignota» è uguale a «a»"),
            (t.Compare("==", t.Param("ignoto", (A,)), A),
             "(«ignoto» alla riga «a») è uguale a «a»"),
        ],
    )  # fmt: skip
    def test_of_a_condition(self, tree: t.Expr, words: str) -> None:
        """A fact, a number of the law, a definition, an `if`, a row of a table."""
        assert told(tree) == words

    def test_of_a_definition(self) -> None:
        """The value that each case gives."""
        asked = t.Compare("==", t.Definition("scritta"), A)
        book = prose(evolve(MISURA, requisiti=(Requisito("r", WORDS, FONTE, asked),)), lang="it")

        assert "quando: «prova»: sì; vale: «Alfa»" in book.testo()
        assert "in ogni altro caso; vale: «Beta»" in book.testo()


class TestTwoFacts:
    """Two facts may call the same code differently."""

    def test_of_the_fact_that_is_asked(self) -> None:
        """Its own label, also through a definition that hands it on."""
        assert "«Gamma»" in told(t.Compare("==", FACT, C), OTHER)
        assert "«Primo»" in told(t.Compare("==", t.Fact("grado"), C), OTHER)
        assert "«Gamma»" in told(t.Compare("==", t.Definition("passata"), C), OTHER)

    def test_of_no_fact(self) -> None:
        """The code, for neither label is sure to be meant; a label that is common stays."""
        parts = (t.Param("protetta"), t.Definition("scritta"), t.If(PAID, t.Param("protetta"), A))
        for node in parts:
            assert "uguale a «c»" in told(t.Compare("==", node, C), OTHER)
            assert "uguale a «Beta»" in told(t.Compare("==", node, B), OTHER)

    def test_of_both(self) -> None:
        """The same."""
        asked = t.Compare("==", t.If(PAID, FACT, t.Fact("grado")), C)

        assert "uguale a «c»" in told(asked, OTHER)


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (t.Compare("==", PAID, t.Truth(value=True)), "«prova» è uguale a sì"),
        (t.Compare("!=", t.Truth(value=False), PAID), "no non è uguale a «prova»"),
        (t.Compare("==", t.If(PAID, t.Truth(value=False), PAID), PAID),
         "(no, se «prova»: sì; altrimenti «prova») è uguale a «prova»"),
        (t.And((PAID, t.Truth(value=True))),
         "valgono tutte queste cose [(1) «prova»: sì; (2) vale sempre]"),
    ],
)  # fmt: skip
def test_a_written_truth_is_a_yes_or_a_no_where_it_is_a_value(tree: t.Expr, words: str) -> None:
    """And holds or does not where it is a condition."""
    assert told(tree) == words


def test_a_table_of_yes_and_no() -> None:
    """Its rows say which."""
    table = t.Table((t.Row(PAID, t.Truth(value=True)),), t.Truth(value=False))
    misura = evolve(
        BASE,
        definizioni=(Definizione("d", table, BoolType()),),
        requisiti=(Requisito("r", WORDS, FONTE, t.Definition("d")),),
    )
    text = prose(misura, lang="it").testo()

    assert "quando: «prova»: sì; vale: sì" in text
    assert "in ogni altro caso; vale: no" in text


@pytest.mark.parametrize(
    ("lang", "down", "line"),
    [
        ("it", False, "1. secondo «fascia», in quest'ordine: «Prima»; «Terza»; «Seconda»"),
        ("it", True, "1. secondo «fascia», in quest'ordine: «Seconda»; «Terza»; «Prima»"),
        ("en", False, "1. by “fascia”, in this order: “Prima”; “Terza”; “Seconda”"),
        ("en", True, "1. by “fascia”, in this order: “Seconda”; “Terza”; “Prima”"),
    ],
)
def test_a_ranking_by_a_choice_names_its_values_as_they_are_sorted(
    lang: Lang,
    down: bool,  # noqa: FBT001
    line: str,
) -> None:
    """By their codes, which are not told: neither as they are declared nor by their labels."""
    kind = ChoiceType(("f-10", "f-2", "f-1"))
    band = fact("fascia", kind, "Seconda", "Terza", "Prima")
    key = Chiave("fascia", decrescente=down)
    ranked = evolve(BASE, fatti=(band, *BASE.fatti), graduatoria=Ordinamento((key,)))
    by_definition = evolve(
        ranked,
        definizioni=(Definizione("d", t.Fact("fascia"), kind, etichetta=label("fascia")),),
        graduatoria=Ordinamento((evolve(key, nome="d"),)),
    )
    found = in_ordine([candidate(code) for code in kind.values], [key])

    assert [each.riferimento for each in found] == (
        ["f-10", "f-2", "f-1"] if down else ["f-1", "f-2", "f-10"]
    )
    for misura in (ranked, by_definition):
        assert line in prose(misura, lang=lang).testo()


def candidate(code: str) -> Candidato:
    """An application that was admitted, with its place in the choice."""
    chiavi = (("fascia", code),)
    return Candidato(code, Verdict("prova", NEW, Esito.AMMESSO, (), chiavi=chiavi))
