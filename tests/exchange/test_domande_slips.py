"""Slips that touch a whole file of applications: its decimals, its header, the other file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casa_model.errors import InvalidFile
from casa_model.exchange import leggi_domande, leggi_domande_ndjson

if TYPE_CHECKING:
    from casa_model.errors import Fault
    from casa_model.exchange._celle import Decimali
    from casa_model.rules.misura import Misura

PLAIN = "riferimento;isee;punteggio\nA;x;1.5\nB;9360.00;2\nC;100.00;3\n"
ITALIAN = "riferimento;isee;punteggio\nA;1,00;1\nB;9.360,00;2,5\nC;100.00;3\n"


def _read(text: str, misura: Misura, decimali: Decimali, membri: str | None = None) -> list[Fault]:
    lette = leggi_domande(text, misura, file="d.csv", decimali=decimali, membri=membri)
    return list(lette.difetti)


def _refused(text: str, misura: Misura, membri: str | None = None) -> list[str]:
    with pytest.raises(InvalidFile) as refusal:
        leggi_domande(text, misura, file="d.csv", decimali="it", membri=membri)
    return [f"{f.place} {f.code} {f.data['nome']} {f.vicino}" for f in refusal.value.faults]


class TestDecimals:
    """A file whose decimals are written the other way is told so once, before its rows."""

    def test_an_italian_file_declared_plain(self, misura: Misura) -> None:
        """At the first row that shows it; the rows are told too."""
        first, *rest = _read(ITALIAN, misura, "plain")

        assert (str(first.place), first.code, first.grave) == (
            "d.csv:2:1",
            "decimali-diversi",
            False,
        )
        assert first.testo("it") == (
            "`decimali` dice `plain` (9360.00), ma il file sembra scritto `it` (9.360,00); "
            "righe non lette per questo: 2; passa `it`"
        )
        assert {fault.code for fault in rest} == {"valore-illeggibile"}

    def test_a_plain_file_declared_italian(self, misura: Misura) -> None:
        """The reverse, in English."""
        first, *_ = _read(PLAIN, misura, "it")

        assert (str(first.place), first.code) == ("d.csv:2:1", "decimali-diversi")
        assert first.testo("en") == (
            "`decimali` says `it` (9.360,00), but the file seems written `plain` (9360.00); "
            "rows not read for that: 3; pass `plain`"
        )

    def test_the_file_of_members_too(self, misura: Misura) -> None:
        """Each file is looked at alone."""
        told = _read("riferimento\nA\n", misura, "it", "riferimento;reddito\nA;10.00\n")

        assert [f"{fault.place} {fault.code}" for fault in told] == [
            "d.csv:2:1 membro-guasto",
            "membri.csv:2:1 decimali-diversi",
            "membri.csv:2:3 valore-illeggibile",
        ]

    def test_what_the_advice_explains_need_not_be_told(self, misura: Misura) -> None:
        """Cells that the other way reads; a cell that neither does is told, and no row is lost."""
        lette = leggi_domande(PLAIN, misura, file="d.csv", decimali="it")

        assert [f"{f.place} {f.code}" for f in lette.detti] == [
            "d.csv:2:1 decimali-diversi",
            "d.csv:2:3 valore-illeggibile",
        ]
        assert {*lette.detti, *lette.spiegati} == {*lette.difetti}
        assert [len(row.difetti) for row in lette.scartate] == [2, 1, 1]

    def test_an_application_that_only_a_member_breaks(self, misura: Misura) -> None:
        """Is explained with it, unless the member has another fault."""
        members = "riferimento;reddito;eta\nA;10.00;1\nB;10.00;x\n"
        lette = leggi_domande(
            "riferimento\nA\nB\n", misura, file="d.csv", decimali="it", membri=members
        )

        assert [f"{f.place} {f.code}" for f in lette.detti] == [
            "d.csv:3:1 membro-guasto",
            "membri.csv:2:1 decimali-diversi",
            "membri.csv:3:9 valore-illeggibile",
        ]
        assert (lette.guaste, len(lette.difetti)) == (2, 6)

    @pytest.mark.parametrize(
        "text",
        [
            "riferimento;isee\nA;x\nB;y\n",
            "riferimento;isee\nA;10.00\nB;10,00\n",
            "riferimento;componenti\nA;1.5\n",
        ],
    )
    def test_a_file_that_does_not_look_so(self, misura: Misura, text: str) -> None:
        """Not when as many cells are as declared, nor when no cell is of the other kind."""
        assert {fault.code for fault in _read(text, misura, "it")} == {"valore-illeggibile"}


class TestHeader:
    """What is plainly a header is told by name, even without `riferimento`."""

    def test_a_header_that_lacks_the_reference(self, misura: Misura) -> None:
        """Half of its names are known: it is a header, and `rif` is a near miss."""
        assert _refused("rif;isee;comune;casa\n", misura) == [
            "d.csv:1:1 colonna-mancante riferimento None",
            "d.csv:1:1 colonna-ignota rif riferimento",
            "d.csv:1:17 colonna-ignota casa None",
        ]

    @pytest.mark.parametrize("text", ["Rossi;isee;Mario\n", "Rossi;Mario\n", "isee;Rossi\n"])
    def test_a_file_without_a_header(self, misura: Misura, text: str) -> None:
        """Its cells may be of a person: none is repeated."""
        assert not any("Rossi" in line or "Mario" in line for line in _refused(text, misura))

    def test_a_name_cut_short(self, misura: Misura) -> None:
        """It is a near miss of the only name that begins so."""
        told = _refused("riferimento;canone;data;pu\n", misura)

        assert [line.split()[2:] for line in told] == [
            ["canone", "canone_pagato"],
            ["data", "None"],
            ["pu", "None"],
        ]


class TestOtherFile:
    """A column of the other file is told as such."""

    def test_a_household_among_the_members(self, misura: Misura) -> None:
        """It is a fact, only not of members."""
        told = _refused("riferimento\n", misura, "riferimento;isee;protocollo;zzz\n")
        with pytest.raises(InvalidFile) as refusal:
            leggi_domande("riferimento\n", misura, file="d", decimali="it", membri="isee;isee\n")

        assert told == [
            "membri.csv:1:13 colonna-altrove isee None",
            "membri.csv:1:18 colonna-altrove protocollo None",
            "membri.csv:1:29 colonna-ignota zzz None",
        ]
        assert refusal.value.faults[1].testo("it") == (
            "la colonna `isee` è un fatto del nucleo, non dei membri; mettila nel file delle "
            "domande, o toglila"
        )

    def test_members_among_the_households(self, misura: Misura) -> None:
        """The reverse."""
        with pytest.raises(InvalidFile) as refusal:
            leggi_domande("riferimento;eta\n", misura, file="d", decimali="it")
        (fault,) = refusal.value.faults

        assert fault.testo("en") == (
            "the column `eta` is a fact of members, not of the household; put it in the file of "
            "members, or remove it"
        )

    def test_the_same_in_ndjson(self, misura: Misura) -> None:
        """Where members are a list inside the application."""
        row = '{"riferimento": "A", "eta": 1, "membri": [{"isee": "1.00", "protocollo": "1"}]}'
        lette = leggi_domande_ndjson(row, misura, file="d")

        assert [(fault.code, fault.data["che"], fault.data["dove"]) for fault in lette.difetti] == [
            ("colonna-altrove", "un fatto dei membri, non del nucleo", "nella lista `membri`"),
            ("colonna-altrove", "un fatto del nucleo, non dei membri", "nella domanda"),
            ("colonna-altrove", "un dato della domanda, non dei membri", "nella domanda"),
        ]
