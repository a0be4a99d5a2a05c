"""The rule book: every rule in words, in both languages, and no two rules in the same words."""
# ruff: noqa: E501 - a table of sentences is read by the row

from __future__ import annotations

import html.parser
import re
from datetime import date, datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from generative.test_agreement import day_of
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.trial import BASE, FONTE, NEW, WORDS, definition, read, requirement

from casa_model.casa import edizione, leggi_avviso
from casa_model.errors import WrongDay
from casa_model.readers.prose import Elenco, Frase, Gruppo, Libro, prose
from casa_model.readers.prose._condizioni import Condizioni
from casa_model.readers.prose._frase import in_riga
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules import tree as t
from casa_model.rules.avviso import Dotazione
from casa_model.rules.misura import (
    Chiave,
    Definizione,
    DetraeDa,
    Esaurimento,
    Importo,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.params import IndiceIntero, IndiceScelta, Parametro, Riga
from casa_model.rules.types import BoolType, DateType, NumberType
from casa_model.testing._measures import measures
from casa_model.testing._trees import expressions
from casa_model.values import Euro, Fonte, Grado, Periodo, Storia, Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.errors import Lang

ROOT = Path(__file__).parents[2]
LANGS: tuple[Lang, ...] = ("it", "en")
CRS = edizione().misure["crs-difficolta"]


def said(text: str, lang: Lang = "it") -> str:
    """A condition of the trial measure in words."""
    return in_riga(Condizioni(Vocabolario(BASE, lang, NEW)).detto(read(text)))


def worth(text: str, lang: Lang = "it") -> str:
    """A value of the trial measure in words."""
    return Condizioni(Vocabolario(BASE, lang, NEW)).da_solo(read(text))


class TestConditions:
    """Each way of asking, as a person would say it; every label of the trial is `prova`."""

    @pytest.mark.parametrize(
        ("text", "it", "en"),
        [
            ("isee < soglia", "«prova» è inferiore a «prova» (9.360,00 €)",
             "“test” is below “test” (€9,360.00)"),
            ("isee <= 5", "«prova» non supera 5", "“test” is not above 5"),
            ("isee > 5.50", "«prova» supera 5,50", "“test” is above 5.50"),
            ("isee >= 5", "«prova» è almeno 5", "“test” is at least 5"),
            ("isee == 5", "«prova» è uguale a 5", "“test” equals 5"),
            ("isee != 5", "«prova» non è uguale a 5", "“test” does not equal 5"),
            ("contratto < data_requisiti", "«prova» viene prima di «giorno dei requisiti»",
             "“test” comes before “day of the requisites”"),
            ('contratto >= data("2024-02-01")', "«prova» non viene prima del 1º febbraio 2024",
             "“test” does not come before 1 February 2024"),
            ('contratto < data("2024-02-08")', "«prova» viene prima dell'8 febbraio 2024",
             "“test” comes before 8 February 2024"),
            ('data("2024-02-08") > contratto', "l'8 febbraio 2024 viene dopo «prova»",
             "8 February 2024 comes after “test”"),
            ('contratto == data("2024-02-01")', "«prova» è uguale al 1º febbraio 2024",
             "“test” equals 1 February 2024"),
            ("pagato", "«prova»: sì", "“test”: yes"),
            ("not pagato", "«prova»: no", "“test”: no"),
            ('protocollo == "a"', "«prova» è uguale a «a»", "“test” equals “a”"),
            ('"a" == protocollo', "«a» è uguale a «prova»", "“a” equals “test”"),
            ("componenti in {1, 2}", "«prova» è uno di questi casi: 1; 2",
             "“test” is one of these: 1; 2"),
            ('protocollo not in {"a"}', "«prova» non è nessuno di questi casi: «a»",
             "“test” is none of these: “a”"),
            ("vero", "vale sempre", "it always holds"),
            ("falso", "non vale mai", "it never holds"),
            ("pagato and isee < 5", ("valgono tutte queste cose [(1) «prova»: sì; (2) «prova» è "
             "inferiore a 5]"), "all of these hold [(1) “test”: yes; (2) “test” is below 5]"),
            ("pagato or isee < 5", ("vale almeno una di queste cose [(1) «prova»: sì; (2) «prova» è "
             "inferiore a 5]"), "at least one of these holds [(1) “test”: yes; (2) “test” is below 5]"),
            ("not (isee < 5)", "non vale questo [(1) «prova» è inferiore a 5]",
             "this does not hold [(1) “test” is below 5]"),
            ("qualcuno(membri, eta < 18)", ("per almeno un componente del nucleo [(1) «prova» è "
             "inferiore a 18]"), "for at least one member [(1) “test” is below 18]"),
            ("tutti(membri, eta < 18)", "per ogni componente del nucleo [(1) «prova» è inferiore a 18]",
             "for every member [(1) “test” is below 18]"),
            ("pagato if isee < 5 else falso", ("secondo i casi [(1) se «prova» è inferiore a 5 [(1) "
             "«prova»: sì]; (2) altrimenti [(1) non vale mai]]"), ("according to the case [(1) if “test” "
             "is below 5 [(1) “test”: yes]; (2) otherwise [(1) it never holds]]")),
        ],
    )  # fmt: skip
    def test_of_a_text(self, text: str, it: str, en: str) -> None:
        """In both languages."""
        assert said(text, "it") == it
        assert said(text, "en") == en

    @pytest.mark.parametrize(
        ("text", "it"),
        [
            ("isee + 5", "«prova» più 5"),
            ("isee - 5", "«prova» meno 5"),
            ("quota * isee", "«prova» per «prova»"),
            ("isee + (isee - 5)", "«prova» più («prova» meno 5)"),
            ("min(isee, 5)", "il valore più basso tra «prova»; 5"),
            ("max(isee, 5)", "il valore più alto tra «prova»; 5"),
            ("arrotonda(quota * isee, 2)", "il valore di («prova» per «prova») arrotondato a 2 decimali"),
            ("arrotonda(isee, 1)", "il valore di «prova» arrotondato a un decimale"),
            ("arrotonda(isee, 0)", "il valore di «prova» arrotondato all'unità"),
            ("isee if pagato else 5", "(«prova», se «prova»: sì; altrimenti 5)"),
            ("mesi_tra(contratto, data_requisiti)",
             "il numero di mesi compiuti da «prova» a «giorno dei requisiti»"),
            ("anni_tra(contratto, apertura)",
             "il numero di anni compiuti da «prova» a «apertura dei termini»"),
            ('mesi_tra(data("2024-02-11"), data("2024-08-01"))',
             "il numero di mesi compiuti dall'11 febbraio 2024 al 1º agosto 2024"),
            ("piu_mesi(contratto, 3)", "il giorno «prova», più 3 mesi"),
            ("piu_mesi(contratto, 1)", "il giorno «prova», più un mese"),
            ("piu_mesi(contratto, -3)", "il giorno «prova», meno 3 mesi"),
            ("piu_mesi(contratto, -1)", "il giorno «prova», meno un mese"),
            ("piu_mesi(contratto, componenti)",
             "il giorno «prova», più un numero di mesi pari a «prova»"),
            ("conta(membri, eta < 18)", "il numero di componenti per i quali «prova» è inferiore a 18"),
            ("somma(membri, eta)", "la somma di «prova» di tutti i componenti"),
            ("somma(membri, eta, eta < 18)",
             "la somma di «prova» dei componenti per i quali «prova» è inferiore a 18"),
        ],
    )  # fmt: skip
    def test_of_a_value(self, text: str, it: str) -> None:
        """What stands by itself has no brackets, a part of it has."""
        assert worth(text) == it

    def test_days_are_compared_as_days(self) -> None:
        """Whatever gives them."""
        for text in ("piu_mesi(contratto, 1)", "min(contratto, apertura)",
                     "contratto if pagato else apertura"):  # fmt: skip
            assert "non viene dopo" in said(f"{text} <= data_requisiti")

    def test_a_table_of_days(self) -> None:
        """Only a tree built by hand has one inside a comparison."""
        rows = (t.Row(t.Fact("pagato"), t.Fact("contratto")),)
        tree = t.Compare("<", t.Table(rows, t.Calendar("apertura")), t.Fact("contratto"))

        assert "viene prima di «prova»" in in_riga(
            Condizioni(Vocabolario(BASE, "it", NEW)).detto(tree)
        )

    def test_a_day_of_the_law_or_of_a_definition(self) -> None:
        """By what they are declared to be."""
        day = Parametro(
            "limite", DateType(), WORDS, (Riga((), Storia((Periodo(NEW, NEW, FONTE),))),)
        )
        misura = evolve(
            BASE, parametri=(day,), definizioni=(Definizione("d", t.Fact("contratto"), DateType()),)
        )
        told = Condizioni(Vocabolario(misura, "it", None))
        for node in (t.Param("limite"), t.Definition("d")):
            assert "viene prima di" in in_riga(told.detto(t.Compare("<", node, node)))

    def test_a_choice_is_told_by_the_labels_of_its_fact(self) -> None:
        """And by those of another fact that has the same values, where it is the law's."""
        tree = t.Compare("==", t.Fact("area"), t.Label("accesso"))
        told = Condizioni(Vocabolario(CRS, "it", None)).detto(tree)

        assert isinstance(told, Frase)
        assert told.testo.endswith("è uguale a «area dell'accesso»")

    def test_a_yes_or_no_of_the_law(self) -> None:
        """What is asked of it, and which of the two is in force."""
        storia = Storia((Periodo(date(2020, 1, 1), valore=True, fonte=FONTE),))
        serve = Parametro("serve", BoolType(), WORDS, (Riga((), storia),))
        misura = evolve(BASE, parametri=(serve,))
        told = Condizioni(Vocabolario(misura, "it", NEW))
        untold = Condizioni(Vocabolario(misura, "it", None))
        tree = t.Not(t.Param("serve"))

        assert in_riga(told.detto(tree)) == "«prova»: no (in vigore: sì)"
        assert in_riga(untold.detto(tree)) == "«prova»: no"

    def test_names_that_nobody_declared(self) -> None:
        """A measure built by hand is told as far as it goes."""
        told = Condizioni(Vocabolario(BASE, "it", NEW))
        trees = (t.Fact("di_altri"), t.Definition("di_altri"), t.Calendar("di_altri"),
                 t.Param("di_altri"))  # fmt: skip

        assert {told.valore(tree) for tree in trees} == {"«di altri»"}


NUMBERS: tuple[t.Expr, ...] = (
    t.Fact("uno"), t.Number(1), t.Add(t.Fact("uno"), t.Number(1)), t.Count(t.Fact("si")),
    t.If(t.Fact("si"), t.Fact("uno"), t.Number(1)), t.Param("scala", (t.Number(1),)),
)  # fmt: skip
TRUTHS: tuple[t.Expr, ...] = (
    t.Fact("si"), t.Not(t.Fact("si")), t.And((t.Fact("si"), t.Fact("no"))), t.Truth(value=True),
    t.Compare("<", t.Fact("uno"), t.Number(1)), t.AnyMember(t.Fact("si")),
)  # fmt: skip


def small_values() -> Iterator[t.Expr]:
    """Each way of making a number out of `NUMBERS` and `TRUTHS`."""
    for one, other in product(NUMBERS, repeat=2):
        yield from (t.Add(one, other), t.Sub(one, other), t.Mul(one, other))
        yield from (t.Min((one, other)), t.Max((one, other)), t.Param("due", (one, other)))
        for cond in TRUTHS:
            yield from (t.If(cond, one, other), t.Table((t.Row(cond, one),), other))
    for one in NUMBERS:
        yield from (t.Round(one, 0), t.Round(one, 1), t.Round(one, 2), t.Param("scala", (one,)))
        yield from (t.Sum(one, cond) for cond in TRUTHS)
    yield from map(t.Count, TRUTHS)


def small_conditions() -> Iterator[t.Expr]:
    """Each way of making a condition out of them."""
    written = (t.Number(1), t.Number(2))
    for one, other in product(NUMBERS, repeat=2):
        yield from (t.Compare("<", one, other), t.Compare("==", one, other))
    for one in NUMBERS:
        for values in (written, written[:1]):
            yield from (t.In(one, values), t.Not(t.In(one, values)))
    for one, other in product(TRUTHS, repeat=2):
        yield from (t.And((one, other)), t.Or((one, other)))
    for one, other, third in product(TRUTHS, repeat=3):
        yield from (t.If(one, other, third), t.And((one, other, third)), t.Or((one, other, third)))
    for one in TRUTHS:
        yield from (t.Not(one), t.AnyMember(one), t.AllMembers(one))


class TestNoTwo:
    """Two rules are never told in the same words."""

    @settings(max_examples=150)
    @given(st.data(), st.sampled_from(LANGS))
    def test_of_any_trees(self, data: st.DataObject, lang: Lang) -> None:
        """Where words are equal, trees are: labels of the vocabulary tell every name apart."""
        misura = data.draw(measures())
        told = Condizioni(Vocabolario(misura, lang, None))
        one, other = (data.draw(expressions(misura, "bool", 2)) for _ in range(2))

        assert (in_riga(told.detto(one)) == in_riga(told.detto(other))) == (one == other)

    @pytest.mark.parametrize("lang", LANGS)
    def test_of_every_small_tree(self, lang: Lang) -> None:
        """All the trees that one node makes of small ones: near ones are told apart too."""
        told = Condizioni(Vocabolario(BASE, lang, None))
        trees = {*small_conditions(), *small_values()}
        words = {told.valore(tree) for tree in trees}

        assert len(trees) > 1500
        assert len(words) == len(trees)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("pagato and (pagato or isee < 5)", "(pagato and pagato) or isee < 5"),
            ("not (pagato and isee < 5)", "not pagato and isee < 5"),
            ("isee - (5 - isee)", "isee - 5 - isee"),
            ("isee * (quota + 5)", "isee * quota + 5"),
            ("isee < 5", "isee < 5.0"),
            ("min(isee, 5) + 5", "min(isee, 5 + 5)"),
            ("somma(membri, eta, eta < 18) + 5", "somma(membri, eta + 5, eta < 18)"),
            ("conta(membri, eta < 18) + 5", "conta(membri, eta < 18 + 5)"),
        ],
    )
    def test_brackets_stand_where_they_must(self, one: str, other: str) -> None:
        """Trees that a careless sentence would tell alike."""
        trees = [read(text) for text in (one, other)]
        told = Condizioni(Vocabolario(BASE, "it", NEW))

        assert len({told.valore(tree) for tree in trees}) == 2


class TestAnyBook:
    """Every measure has a book, in both languages and three forms."""

    @settings(max_examples=60)
    @given(st.data(), st.sampled_from(LANGS), st.booleans())
    def test_of_random_measures(self, data: st.DataObject, lang: Lang, day: bool) -> None:  # noqa: FBT001
        """Whatever is in it, with a day and without."""
        misura = data.draw(measures())
        on = day_of(misura, data) if day else None
        libro = prose(misura, on=on, lang=lang)

        assert libro.testo().endswith("\n")
        assert libro.markdown().startswith("# ")
        check_html(libro)
        for each in misura.requisiti:
            shown = on is None or each.vigenza is None or each.vigenza.contiene(on)
            assert (each.testo.render(lang).capitalize() in libro.testo()) == shown

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("codice", edizione().misure)
    def test_of_the_shipped_measures(self, codice: str, lang: Lang) -> None:
        """Every number with its grade, every requirement with its article."""
        misura = edizione().misure[codice]
        text = prose(misura, lang=lang).testo()

        for requisito in misura.requisiti:
            assert requisito.fonte.grado.render(lang) in text
        assert re.search(r"\bNone\b(?! goes)", text) is None
        assert "{" not in text

    def test_a_day_on_which_it_does_not_answer(self) -> None:
        """As for every reader."""
        with pytest.raises(WrongDay):
            prose(CRS, on=date(2001, 1, 1), lang="it")


class Checker(html.parser.HTMLParser):
    """Whether every tag is closed in its place; and what the page says."""

    VOID = frozenset({"meta"})

    def __init__(self) -> None:
        """Nothing is open yet."""
        super().__init__()
        self.open: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that opens; headers say what they head."""
        assert tag != "script"
        if tag == "th":
            assert dict(attrs)["scope"] in ("col", "row")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag that closes is the last that opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """A text."""
        self.said += data


def check_html(libro: Libro) -> str:
    """The text of a page that is well formed."""
    checker = Checker()
    checker.feed(libro.html())
    assert checker.open == []
    assert f'<html lang="{libro.lang}">' in libro.html()
    return checker.said


HOSTILE = "<script>alert(1)</script> & | `x` *y* _z_ [a](b) # ~ $"


class TestForms:
    """The same book as text, Markdown and HTML."""

    def test_nothing_of_a_text_is_a_sign(self) -> None:
        """A title that would be markup is only a title."""
        words = Testo(it=HOSTILE, en=HOSTILE)
        libro = prose(evolve(BASE, titolo=words, note=(words,)), lang="it")
        markdown = libro.markdown()

        assert "<script>" not in libro.html()
        assert HOSTILE in check_html(libro)
        assert r"\<script\>" in markdown
        assert re.search(r"(?<!\\)[`*\[|<]", markdown.splitlines()[0]) is None
        assert HOSTILE in libro.testo()

    def test_lines_of_a_terminal(self) -> None:
        """No line is too long, and what is read in one breath is not parted."""
        text = prose(CRS, on=date(2024, 9, 2), lang="it").testo()

        assert max(map(len, text.splitlines())) <= 100
        assert not [line for line in text.splitlines() if line.endswith((" art.", " c.", "00"))]

    def test_a_condition_is_a_list(self) -> None:
        """A heading over its sentences, as deep as it goes."""
        nested = requirement("r", "pagato and (isee < 5 or not (isee > 3))")
        libro = prose(evolve(BASE, requisiti=(nested,)), lang="it")
        tail = libro.testo().partition("È soddisfatto quando:\n")[2].splitlines()[:6]

        assert tail == [
            "   - valgono tutte queste cose:",
            "     - «prova»: sì",
            "     - vale almeno una di queste cose:",
            "       - «prova» è inferiore a 5",
            "       - non vale questo:",
            "         - «prova» supera 3",
        ]
        assert (
            "  - vale almeno una di queste cose:\n    - «prova» è inferiore a 5" in libro.markdown()
        )
        assert "<li>non vale questo:<ul><li>«prova» supera 3</li></ul></li>" in libro.html()


def of(**parts: object) -> str:
    """The book of the trial measure with other parts, as text."""
    return prose(evolve(BASE, **parts), on=NEW, lang="it").testo()


class TestParts:
    """Every part of a measure, as a person would explain it."""

    def test_an_unread_requirement(self) -> None:
        """Said plainly, with no condition."""
        text = of(requisiti=(Requisito("r", WORDS, FONTE, None),))

        assert "nessuno qui lo ha letto" in text
        assert "È soddisfatto quando" not in text

    def test_a_derogation(self) -> None:
        """With its words and article, or its article alone."""
        text = of(requisiti=(requirement("r", "pagato", d="isee < 5"),))

        assert "Oppure, in deroga (test [derivata]), quando:\n   - «prova» è inferiore a 5" in text

    def test_the_days_of_a_requirement(self) -> None:
        """From a day, or between two."""
        one = evolve(requirement("r", "pagato"), vigenza=Vigenza(date(2020, 1, 1)))
        two = evolve(one, vigenza=Vigenza(date(2020, 1, 1), date(2024, 12, 31)))

        assert "In vigore dal 1º gennaio 2020." in of(requisiti=(one,))
        assert "In vigore dal 1º gennaio 2020 al 31 dicembre 2024." in of(requisiti=(two,))

    @pytest.mark.parametrize(
        ("da", "first"), [(DetraeDa.SPESA, "Dalla spesa"), (DetraeDa.CONTRIBUTO, "In tutto")]
    )
    def test_an_amount(self, da: DetraeDa, first: str) -> None:
        """Items in order, what is taken off, the cap: in the order in which they count."""
        voci = (
            Voce("prima", t.Fact("spesa"), t.Fact("pagato"), t.Param("soglia"), fonte=FONTE),
            Voce("seconda-voce", t.Fact("isee"), etichetta=Testo(it="La seconda", en="The second")),
        )
        importo = Importo(voci, t.Param("soglia"), (t.Fact("isee"),), da, FONTE)
        text = of(importo=importo)
        places = {word: text.index(word) for word in ("Dalla spesa", "Dal contributo", "In tutto")
                  if word in text}  # fmt: skip

        assert (
            "1. prima: «prova»; solo se «prova»: sì; al massimo «prova» (9.360,00 €) — test" in text
        )
        assert "2. La seconda: «prova»" in text
        assert "le voci si coprono nello stesso ordine" in text
        assert min(places, key=lambda word: places[word]) == first

    def test_a_plain_amount(self) -> None:
        """One item and nothing else."""
        text = of(importo=Importo((Voce("v", t.Fact("spesa")),)))

        assert "si coprono" not in text
        assert "In tutto" not in text

    @pytest.mark.parametrize(
        ("esaurimento", "salta", "words"),
        [
            (Esaurimento.RESIDUO, False, "riceve ciò che resta"),
            (Esaurimento.PROPORZIONALE, False, "in proporzione"),
            (Esaurimento.SOLO_INTERI, False, "ci si ferma al primo"),
            (Esaurimento.SOLO_INTERI, True, "è saltato"),
        ],
    )
    def test_a_ranking(self, esaurimento: Esaurimento, salta: bool, words: str) -> None:  # noqa: FBT001
        """Each key as what comes first, the end of the money, the reserves."""
        keys = (
            Chiave("isee"), Chiave("quota", decrescente=True), Chiave("contratto"),
            Chiave("contratto", decrescente=True), Chiave("protocollo"),
            Chiave("protocollo", decrescente=True), Chiave("resto"),
        )  # fmt: skip
        riserva = Riserva("i-primi", "soglia", t.Fact("pagato"), FONTE)
        text = of(
            definizioni=(definition("resto", "isee + isee"),),
            importo=Importo((Voce("v", t.Fact("spesa")),)),
            graduatoria=Ordinamento(keys, esaurimento, salta, (riserva,), FONTE),
        )

        assert [
            line for line in text.splitlines() if re.match(r"\d\. (prima|in ordine)", line)
        ] == [
            "1. prima il valore più basso di «prova»",
            "2. prima il valore più alto di «prova»",
            "3. in ordine di «prova», dal primo giorno all'ultimo",
            "4. in ordine di «prova», dall'ultimo giorno al primo",
            "5. in ordine di «prova»",
            "6. in ordine inverso di «prova»",
            "7. prima il valore più basso di «resto»",
        ]
        assert words in text
        assert "Riserva «i primi»: una parte della dotazione pari a «prova» (9.360,00 €)" in text
        assert "ciò che avanza torna a tutti" in text

    @pytest.mark.parametrize("pays", [True, False])
    def test_a_ranking_for_dwellings(self, pays: bool) -> None:  # noqa: FBT001
        """A household has a dwelling or none: where nothing is paid, or the notice counts them."""
        ranked = Ordinamento((Chiave("protocollo"),))
        paid = Importo((Voce("v", t.Fact("spesa")),)) if pays else None
        text = of(graduatoria=ranked, importo=paid)

        assert ("riceve ciò che resta" in text) == pays
        assert ("Va un alloggio a ogni domanda, nell'ordine" in text) == (not pays)

    def test_a_ranking_without_a_source_or_reserves(self) -> None:
        """Then nothing is said of them."""
        assert "Riserva" not in of(graduatoria=Ordinamento((Chiave("protocollo"),)))

    def test_computed_values(self) -> None:
        """A yes or no as a condition, cases and tables as tables, the others as phrases."""
        rows = (
            t.Row(read("pagato"), t.Number(1)),
            t.Row(read("isee < 5"), t.Number(2)),
        )
        number = NumberType(0, euro=False, lo=0, hi=9)
        parts = (
            Definizione("uno", read("pagato and isee < 5"), BoolType(), FONTE),
            Definizione("due", t.Table(rows, t.Number(3)), number),
            Definizione("tre", t.Table(rows, t.Number(3), unique=True), number),
            Definizione("quattro", t.Table(rows[:1], t.Number(3)), number),
            Definizione("cinque", read("isee if pagato else 5"), number, etichetta=WORDS),
            Definizione("sei", read("isee + 5"), number),
            Definizione("sette", read("pagato if isee < 5 else falso"), BoolType()),
        )
        uses = t.And(tuple(t.Compare("==", t.Definition(d.nome), t.Number(1)) for d in parts))
        text = of(definizioni=parts, requisiti=(Requisito("r", WORDS, FONTE, uses),))

        assert "È sì quando:\n   - valgono tutte queste cose:" in text
        assert "Conta la prima riga che vale, dall'alto.\n   - quando: «prova»: sì; vale: 1" in text
        assert "Le righe non si sovrappongono mai." in text
        assert "- quando: in ogni altro caso; vale: 3" in text
        assert "5. Prova\n   - quando: «prova»: sì; vale: «prova»" in text
        assert "Vale: «prova» più 5" in text
        assert "È sì quando:\n   - secondo i casi:" in text

    def test_numbers_of_the_law(self) -> None:
        """Every day, value and source; the one in force is marked; indices in words; the end."""
        days = (date(2020, 1, 1), date(2024, 1, 1))
        noted = Fonte(Grado.ATTO, testo="legge", nota=Testo(it="una nota", en="a note"))
        periodi = tuple(Periodo(day, Euro(100), noted) for day in days)
        rows = tuple(
            Riga((at, key), Storia(periodi, cessa=date(2030 + at, 1, 8)))
            for at in (1, 2)
            for key in ("accesso", "altro")
        )
        griglia = Parametro(
            "griglia", NumberType(2, euro=True, lo=0, hi=100), WORDS, rows,
            (IndiceIntero(1, 2), IndiceScelta(("accesso", "altro"))),
        )  # fmt: skip
        asked = t.Compare(
            "<", t.Param("griglia", (t.Number(1), t.Label("accesso"))), t.Fact("isee")
        )
        text = of(parametri=(griglia,), requisiti=(Requisito("r", WORDS, FONTE, asked),))

        assert "- riga: 1, accesso; dal: 1º gennaio 2020; valore: 1,00 €; fonte" in text
        assert "- riga: 1, accesso; dal: 1º gennaio 2024; valore: 1,00 € (in vigore); fonte" in text
        assert "- riga: 1, altro; dal: 8 gennaio 2031; valore: nessun valore;" in text
        assert "- riga: 2, altro; dal: 8 gennaio 2032; valore: nessun valore;" in text
        assert text.count("Nota al valore in vigore dal 1º gennaio 2020: una nota") == 1
        assert text.count("Nota al valore in vigore dal 1º gennaio 2024: una nota") == 1
        assert "«prova» alla riga 1; «accesso»" in text

    def test_what_is_asked(self) -> None:
        """Of the household or of each member, what proves it; only what the rule reads."""
        text = of(requisiti=(requirement("r", "qualcuno(membri, eta < 18) and pagato"),))
        asked = [line for line in text.splitlines() if line.startswith("- che cosa:")]

        assert len(asked) == 2
        assert "di chi: di ogni componente" in asked[1]
        assert "lo prova: nessun documento indicato" in text.replace("\n  ", " ")


NOTICE = """
formato = 1
[avviso]
codice = "immaginario"
titolo = { it = "Avviso immaginario", en = "Imaginary notice" }
ente = "Comune immaginario"
misura = "energia-l1"
fonte = "esempio"
grado = "derivata"
pubblicazione = 2024-09-02
"""


def differences(libro: Libro) -> tuple[str, ...]:
    """The lines of what a notice changes."""
    (section,) = (each for each in libro.sezioni if each.titolo.startswith("Che cosa cambia l'"))
    (lines,) = section.blocchi
    assert isinstance(lines, Elenco)
    return lines.righe


class TestNotice:
    """A notice: its days, its money, what it changes."""

    def test_the_least(self) -> None:
        """One that changes nothing and has no terms or money."""
        text = prose(leggi_avviso(NOTICE).valore, lang="it").testo()

        assert "Applica la misura: energia-l1" in text
        assert "Che cosa cambia" not in text
        assert "Dotazione" not in text
        assert "Le domande si presentano" not in text

    def test_only_an_opening(self) -> None:
        """Without a closing, and without an hour."""
        avviso = evolve(leggi_avviso(NOTICE).valore, apertura=date(2024, 10, 8))

        assert (
            "- Le domande si presentano dall'8 ottobre 2024\n" in prose(avviso, lang="it").testo()
        )
        assert "- Applications are made from 8 October" in prose(avviso, lang="en").testo()

    def test_terms_and_money(self) -> None:
        """With the hour where there is one; in euro or in dwellings."""
        avviso = evolve(
            leggi_avviso(NOTICE).valore,
            apertura=datetime(2024, 10, 1, 9, 30),  # noqa: DTZ001 - the hour of the clock in Italy
            chiusura=date(2024, 11, 30),
            dotazione=Dotazione(None, 12, FONTE),
        )
        text = prose(avviso, lang="it", base=edizione().misure["energia-l1"]).testo()
        only = prose(evolve(avviso, apertura=None, pubblicazione=None), lang="it").testo()
        rich = evolve(avviso, dotazione=Dotazione(Euro(100_000), None, FONTE))

        assert "Le domande si presentano dal 1º ottobre 2024 alle 09:30 e fino al 30 nov" in text
        assert "Dotazione: 12 alloggi — test [derivata]" in text
        ranked = Ordinamento((Chiave("isee"),))
        homes = evolve(avviso, misura=evolve(avviso.misura, graduatoria=ranked))
        assert "Va un alloggio a ogni domanda" in prose(homes, lang="it").testo()
        paid = evolve(homes, dotazione=Dotazione(Euro(100_000), None, FONTE))
        assert "riceve ciò che resta" in prose(paid, lang="it").testo().replace("\n", " ")
        assert "- Le domande si presentano fino al 30 novembre 2024" in only
        assert "Dotazione: 1.000,00 € — test" in prose(rich, lang="it").testo()

    def test_what_it_changes(self) -> None:
        """In the words of an explanation, with the reason."""
        raw = (
            NOTICE + '[[togli]]\nrequisito = "quartiere"\nfonte = "esempio"\ngrado = "derivata"\n'
            'motivo = { it = "vale ovunque", en = "it holds everywhere" }\n'
        )
        book = prose(leggi_avviso(raw).valore, lang="it", base=edizione().misure["energia-l1"])

        assert "- toglie: requisito «" in book.testo()
        assert "motivo: vale ovunque" in book.markdown()

    def test_what_was_there_and_what_is_there_now(self) -> None:
        """Of a number its value, of a requirement its words, of the day of the requisites itself."""
        raw = ROOT / "esempi" / "avvisi" / "comune-immaginario-2025.toml"
        avviso = leggi_avviso(raw.read_bytes()).valore
        told = differences(prose(avviso, lang="it", base=CRS))
        alone = differences(prose(avviso, lang="it"))

        assert (
            "sostituisce: numero «Contributo massimo all'anno» (nella misura: 2.700,00 €; "
            "nell'avviso: 1.500,00 €) — inventato a scopo didattico [derivata]"
        ) in told
        assert (
            "sostituisce: requisito «contratto di locazione firmato da almeno i mesi richiesti» "
            "(nella misura: «assegnazione dell'alloggio pubblico da almeno i mesi richiesti») — "
            "inventato a scopo didattico [derivata]"
        ) in told
        assert any("giorno dei requisiti (nell'avviso: 1º ottobre 2025) —" in x for x in told)
        assert any(
            "numero «Massimo per il riscaldamento» (nell'avviso: 400,00 €)" in x for x in told
        )
        assert any(
            "nessun contributo per nuclei in indigenza ancora in corso»; motivo" in x for x in told
        )
        assert any("«Contributo massimo all'anno» (nell'avviso: 1.500,00 €) —" in x for x in alone)
        assert not any("nella misura" in x for x in alone)

    def test_it_has_a_day_of_its_own(self) -> None:
        """That one may be asked for, another is refused."""
        avviso = leggi_avviso(NOTICE).valore

        assert prose(avviso, on=date(2024, 9, 2), lang="it") == prose(avviso, lang="it")
        with pytest.raises(WrongDay):
            prose(avviso, on=date(2024, 9, 3), lang="it")


def test_a_group_on_one_line() -> None:
    """Its parts are numbered, in brackets."""
    group = Gruppo("tutte", (Frase("a"), Gruppo("una", (Frase("b"), Frase("c")))))

    assert in_riga(group) == "tutte [(1) a; (2) una [(1) b; (2) c]]"


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_are_those_of_explanations(lang: Lang) -> None:
    """A label, a value and a source are told as `explain` tells them."""
    text = prose(CRS, on=date(2024, 9, 2), lang=lang).testo()

    assert {"it": "9.360,00 €", "en": "€9,360.00"}[lang] in text
    assert CRS.fatti[0].etichetta.render(lang) in text
