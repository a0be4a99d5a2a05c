"""Households at and around thresholds: of the shipped measures, of notices, of random measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import casa_model as cm
from casa_model.rules.misura import Requisito
from casa_model.rules.parse import parse
from casa_model.testing import Threshold, at_thresholds, measures, thresholds
from casa_model.testing._measures import BARE
from casa_model.testing._trees import name_kinds
from casa_model.testing._vocabulary import ASKED

if TYPE_CHECKING:
    from casa_model.rules.facts import Value

ON = date(2026, 5, 1)
FIRST = settings(max_examples=1, database=None, phases=[Phase.generate])
AVVISI = Path(__file__).parents[2] / "esempi" / "avvisi"


def questions() -> list[tuple[cm.Misura, date]]:
    """The shipped measures, and those of the example notices."""
    found = [(misura, ON) for misura in cm.edizione().misure.values()]
    for file in sorted(AVVISI.glob("*.toml")):
        misura = cm.leggi_avviso(file.read_text("utf-8")).valore.misura
        assert misura.calendario is not None
        found.append((misura, misura.calendario.giorno_norma))
    return found


QUESTIONS = questions()
IDS = [misura.codice for misura, _ in QUESTIONS]


def values(edge: Threshold) -> list[Value | int | None]:
    """The fact that moves, below, at and above."""
    found: list[Value | int | None] = []
    for fatti in (edge.sotto, edge.pari, edge.sopra):
        if fatti is None:
            found.append(None)
        elif edge.fatto == "membri":
            found.append(len(fatti.membri or ()))
        elif edge.fatto in fatti.valori:
            found.append(fatti.valori[edge.fatto])
        else:
            found.append((fatti.membri or ())[0][edge.fatto])
    return found


def euro(*amounts: str) -> list[cm.Euro]:
    """Amounts."""
    return [cm.Euro.parse(amount) for amount in amounts]


class TestShipped:
    """The measures of the edition and the example notices."""

    def test_difficolta(self) -> None:
        """By hand from r.r. 11/2019, art. 6, and r.r. 4/2017, art. 7."""
        found = thresholds(cm.edizione().misure["crs-difficolta"], on=ON)

        assert [(e.requisito, e.fatto, values(e)) for e in found] == [
            (
                "anzianita-assegnazione",
                "data_assegnazione",
                [date(2024, 4, 30), date(2024, 5, 1), date(2024, 5, 2)],
            ),
            ("isee", "isee", euro("9359.99", "9360.00", "9360.01")),
            ("patrimonio", "isp", euro("21999.99", "22000.00", "22000.01")),
            ("patrimonio", "componenti", [None, 1, 2]),
            ("patrimonio", "isp", euro("20999.99", "21000.00", "21000.01")),
            ("patrimonio", "isp", euro("20999.99", "21000.00", "21000.01")),
            (
                "patrimonio",
                "scala_equivalenza",
                [*map(Decimal, ("1.19", "1.20", "1.21"))],
            ),
            ("patrimonio", "componenti", [None, 1, 2]),
            ("patrimonio", "isp", euro("115949.99", "115950.00", "115950.01")),
            (
                "patrimonio",
                "scala_equivalenza",
                [*map(Decimal, ("1.19", "1.20", "1.21"))],
            ),
            (
                "contributo-indigenza",
                "data_contratto",
                [date(2023, 4, 30), date(2023, 5, 1), date(2023, 5, 2)],
            ),
        ]

    @pytest.mark.parametrize(("misura", "on"), QUESTIONS, ids=IDS)
    def test_every_comparison_is_at_its_threshold(self, misura: cm.Misura, on: date) -> None:
        """And one unit on each side, but for a side that the fact cannot have."""
        found = thresholds(misura, on=on)

        assert all(edge.pari is not None for edge in found)
        assert [(e.confronto, e.sotto) for e in found if e.sotto is None] == [
            (e.confronto, None)
            for e in found
            if e.confronto in {"componenti == 1", "componenti > 1"}
        ]
        assert all(edge.sopra is not None for edge in found)

    @pytest.mark.parametrize(("misura", "on"), QUESTIONS, ids=IDS)
    def test_the_outcome_of_the_requirement_changes_there(
        self, misura: cm.Misura, on: date
    ) -> None:
        """Each requirement but one is both met and not met, by the same household but one fact.

        A derogation may hold for the household all the same: then the comparison that it is a way
        round changes nothing.
        """
        met: dict[str, set[bool | None]] = {}
        for edge in thresholds(misura, on=on):
            for fatti in edge.households:
                said = {f.codice: f.esito for f in cm.evaluate(misura, fatti, on=on).findings}
                met.setdefault(edge.requisito, set()).add(said[edge.requisito])

        without = {codice for codice, said in met.items() if said != {True, False}}

        assert without <= {"contributo-indigenza", "evento"}

    @pytest.mark.parametrize(("misura", "on"), QUESTIONS, ids=IDS)
    def test_the_others_are_as_admitted(self, misura: cm.Misura, on: date) -> None:
        """All but the requirement of the threshold are met, and those that nobody has read."""
        for edge in thresholds(misura, on=on):
            best = edge.sotto or edge.pari or edge.sopra
            assert best is not None
            failed = {
                f.codice
                for f in cm.evaluate(misura, best, on=on).findings
                if f.esito is False or (f.esito is None and not f.non_visto)
            }

            assert failed <= {edge.requisito}

    def test_as_a_strategy(self) -> None:
        """The outcome turns between two cents."""
        misura = cm.edizione().misure["crs-difficolta"]
        near = at_thresholds(misura, on=ON)

        refused = find(
            near,
            lambda f: (
                {x.codice: x.esito for x in cm.evaluate(misura, f, on=ON).findings}["isee"] is False
            ),
        )

        assert refused.valori["isee"] == cm.Euro.parse("9360.00")

    def test_another_day(self) -> None:
        """A measure answers on its own days only."""
        with pytest.raises(cm.WrongDay):
            at_thresholds(cm.edizione().misure["crs-difficolta"], on=date(2019, 1, 1))


def asking(*texts: str) -> cm.Misura:
    """A measure over the facts of our own vocabulary, with these requirements."""
    asked = (
        Requisito(f"r{at}", cm.Testo("r", "r"), BARE.fonte, parse(text, name_kinds(BARE)))
        for at, text in enumerate(texts)
    )
    return evolve(BARE, requisiti=tuple(asked))


class TestKinds:
    """Every kind of comparison, over facts of our own vocabulary."""

    @pytest.mark.parametrize(
        ("text", "fatto", "expected"),
        [
            ("isee < 9360.00", "isee", euro("9359.99", "9360.00", "9360.01")),
            ("9360.00 > isee", "isee", euro("9359.99", "9360.00", "9360.01")),
            ("isee * -1 > -100.00", "isee", euro("99.99", "100.00", "100.01")),
            ("isee >= 0", "isee", [None, *euro("0.00", "0.01")]),
            ("isee > debito", "isee", euro("999.99", "1000.00", "1000.01")),
            ("min(isee, debito) >= 5.00", "isee", euro("4.99", "5.00", "5.01")),
            ("saldo != -1.50", "saldo", euro("-1.51", "-1.50", "-1.49")),
            ("punteggio == 3.50", "punteggio", [Decimal("3.49"), Decimal("3.50"), Decimal("3.51")]),
            # 0.3333 x 3 is 0.9999, and 0.3334 x 3 is 1.0002: no value makes both sides equal.
            ("quota * 3 >= 1", "quota", [Decimal("0.3333"), None, Decimal("0.3334")]),
            # Of each age the first member's, and how many people where people are counted.
            ("qualcuno(membri, eta < 18)", "eta", [17, 18, 19]),
            ("somma(membri, eta, vero) <= 70", "eta", [69, 70, 71]),
            ("conta(membri, studia) >= 2", "membri", [1, 2, 3]),
            ("componenti >= 3 and qualcuno(membri, studia)", "componenti", [2, 3, 4]),
            (
                "data_contratto > data_requisiti",
                "data_contratto",
                [date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 2)],
            ),
            (
                "anni_tra(data_contratto, data_requisiti) >= 2",
                "data_contratto",
                [date(2017, 12, 31), date(2018, 1, 1), date(2018, 1, 2)],
            ),
        ],
    )
    def test_it_is_found(self, text: str, fatto: str, expected: list[object]) -> None:
        """One unit below, at and above, by the first fact that shows the most."""
        (edge,) = thresholds(asking(text), on=date(2020, 1, 1))

        assert (edge.fatto, values(edge)) == (fatto, expected)

    def test_what_no_fact_moves_is_said(self) -> None:
        """A comparison of a thing with itself, or out of reach, has no households."""
        found = thresholds(asking("isee <= isee", "saldo < 9999999.00"), on=date(2020, 1, 1))

        assert [(edge.confronto, edge.fatto, edge.households) for edge in found] == [
            ("isee <= isee", None, ()),
            ("saldo < 9999999.00", None, ()),
        ]

    def test_no_threshold(self) -> None:
        """Of a measure that compares nothing, any household."""
        misura = asking("canone_pagato", 'area == "accesso"')

        assert thresholds(misura, on=date(2020, 1, 1)) == ()
        any_of_them = at_thresholds(misura, on=date(2020, 1, 1))
        assert isinstance(find(any_of_them, lambda _: True, settings=FIRST), cm.Fatti)


class TestRandom:
    """Whatever the measure."""

    @settings(max_examples=30)
    @given(st.data())
    def test_it_never_fails(self, data: st.DataObject) -> None:
        """Households that the measure can be asked about, and sides that differ in one fact."""
        misura = data.draw(measures())
        fixed = misura.calendario
        on = ASKED[0] if fixed is None else fixed.giorno_norma

        for edge in thresholds(misura, on=on):
            assert (edge.fatto is None) == (edge.households == ())
            for fatti in edge.households:
                cm.evaluate(misura, fatti, on=on)
        cm.evaluate(misura, data.draw(at_thresholds(misura, on=on)), on=on)
