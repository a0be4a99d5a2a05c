"""Worked cases from TOML: what is read, and every slip of the pen at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from exchange.casi.good import CRS, GOOD, SAP, one

from casa_model import Caso, Esito, Euro, Fatti, Norma, Place
from casa_model.exchange.casi import leggi_casi, regole_dei_casi


class TestRead:
    """A sound file gives its cases in order, each with its place."""

    def test_the_file(self) -> None:
        """Its name, and the rules that it says it is about."""
        read = leggi_casi(GOOD, CRS, file="c.casi.toml")

        assert (read.file, read.regole) == ("c.casi.toml", "crs-difficolta")
        assert regole_dei_casi(GOOD, file="c.casi.toml") == "crs-difficolta"
        assert [caso.codice for caso in read.casi] == [
            "isee-alla-soglia",
            "isee-un-centesimo-sotto",
            "da-scrivere",
        ]
        assert [caso.place for caso in read.casi] == [
            Place("c.casi.toml", line, 1) for line in (5, 22, 33)
        ]

    @pytest.mark.parametrize(
        ("esito", "to_write"), [("", True), ("ammesso", True), ("non-ammesso", False)]
    )
    def test_an_empty_amount(self, esito: str, *, to_write: bool) -> None:
        """A person has to write it, unless nothing is due."""
        text = one(f'[casi.attesi]\nesito = "{esito}"\nimporto = ""\n')
        (caso,) = leggi_casi(text, CRS, file="c.casi.toml").casi

        assert caso.atteso.importo_da_scrivere is to_write

    def test_a_case_in_whole(self) -> None:
        """The day at the head holds for a case that has none."""
        first = leggi_casi(GOOD, CRS, file="c.casi.toml").casi[0]

        assert first == Caso(
            "isee-alla-soglia",
            Fatti(
                {
                    "isee": Euro(936_000),
                    "area": "accesso",
                    "data_assegnazione": date(2020, 1, 31),
                    "scala_equivalenza": Decimal("1.57"),
                    "componenti": 2,
                    "canone_pagato": True,
                    "protocollo": "2024/7",
                }
            ),
            first.atteso,
            date(2024, 9, 2),
            Norma.parse("rr-11-2019, art. 6, c. 1, lett. c"),
            "ISEE di 9.360,00 euro esatti",
            "il regolamento dice inferiore",
            Place("c.casi.toml", 5, 1),
        )
        assert (first.atteso.esito, first.atteso.motivi) == (Esito.NON_AMMESSO, ("isee",))

    def test_a_case_that_begins_as_another(self) -> None:
        """Facts and day of the other, less what is unknown; never what it expects."""
        _, second, third = leggi_casi(GOOD, CRS, file="c.casi.toml").casi

        assert second.fatti.valori["isee"] == Euro(935_999)
        assert set(third.fatti.valori) == {
            "data_assegnazione",
            "scala_equivalenza",
            "componenti",
            "protocollo",
        }
        assert (second.on, third.on) == (date(2024, 9, 3), date(2024, 9, 3))
        assert (second.norma, second.testo) == (None, None)
        assert (third.atteso.esito, third.atteso.importo) == (None, None)

    def test_members(self) -> None:
        """How many they are, and how old, need not be said; what is said stands."""
        rows = """al = 2024-09-02
[[casi.membri]]
data_nascita = 2000-09-03
[[casi.membri]]
data_nascita = 2000-09-02
eta = 30
[[casi.membri]]
ruolo = "figlio"
[[casi]]
codice = "due"
come = "uno"
ignoti = ["membri"]
[[casi]]
codice = "tre"
[casi.fatti]
componenti = 4
[[casi.membri]]
data_nascita = 2000-09-02
"""
        uno, due, tre = leggi_casi(one(rows), SAP, file="c.casi.toml").casi

        assert uno.fatti.membri is not None
        assert [row.get("eta") for row in uno.fatti.membri] == [23, 30, None]
        assert uno.fatti.valori["componenti"] == 3
        assert (due.fatti.membri, due.fatti.valori["componenti"]) == (None, 3)
        assert tre.fatti.valori["componenti"] == 4
        assert tre.fatti.membri is not None
        assert "eta" not in tre.fatti.membri[0]  # no day: nobody can tell
