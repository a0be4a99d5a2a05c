"""Conditions and values in words, in both languages."""
# ruff: noqa: E501 - a table of sentences is read by the row

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.trial import BASE, FONTE, NEW, WORDS, read

from casa_model.casa import edizione
from casa_model.readers.prose import Frase, Gruppo
from casa_model.readers.prose._condizioni import Condizioni
from casa_model.readers.prose._frase import in_riga
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules import tree as t
from casa_model.rules.misura import (
    Definizione,
)
from casa_model.rules.params import Parametro, Riga
from casa_model.rules.types import BoolType, DateType
from casa_model.values import Periodo, Storia

if TYPE_CHECKING:
    from casa_model.errors import Lang

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


def test_a_group_on_one_line() -> None:
    """Its parts are numbered, in brackets."""
    group = Gruppo("tutte", (Frase("a"), Gruppo("una", (Frase("b"), Frase("c")))))

    assert in_riga(group) == "tutte [(1) a; (2) una [(1) b; (2) c]]"
