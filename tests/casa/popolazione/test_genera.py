"""Imaginary households: the same seed gives the same ones, and every rule has some at its edge."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from casa.confronta.rules import LAW, changed, of_notice, version
from casa.imaginary_law import FATTI
from casa.popolazione.assumed import assumed
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.casa import decidi, edizione, leggi_avviso
from casa_model.casa.confronta import Versione
from casa_model.casa.popolazione import genera, ipotesi
from casa_model.casa.popolazione._dado import Dado
from casa_model.errors import InvalidValue
from casa_model.rules.facts import misfit
from casa_model.rules.leggi import leggi_fatti, leggi_misura
from casa_model.testing import measures
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

ON = date(2024, 6, 1)
EXAMPLE = Path(__file__).parents[3] / "esempi" / "avvisi" / "comune-immaginario-2025.toml"
RULE = "qualcuno(membri, ruolo == 'figlio' and eta < 3 and data_nascita > data_requisiti)"
PEOPLE = """
[fatti.ruolo]
etichetta = { it = "ruolo", en = "role" }
tipo = "scelta"
membro = true
[fatti.ruolo.valori]
richiedente = { it = "richiedente", en = "applicant" }
figlio = { it = "figlio", en = "child" }
altro = { it = "altro", en = "other" }
[fatti.eta]
etichetta = { it = "età", en = "age" }
tipo = "numero(0)"
membro = true
minimo = 0
massimo = 130
[fatti.data_nascita]
etichetta = { it = "nascita", en = "birth" }
tipo = "data"
membro = true
"""
WRITTEN = [725, 614, 838, 942]
"""Draws of the library as it is: somebody may have kept a population made of them."""


class TestDado:
    """The die: exact, and the same for ever."""

    def test_the_same_for_ever(self) -> None:
        """Whoever kept a seed finds the same population."""
        die = Dado(1, 1, "isee")

        assert [die.sotto(1000) for _ in range(4)] == WRITTEN

    def test_spread(self) -> None:
        """Every value comes, about as often as its weight."""
        counts = Counter(Dado(7, at, "x").pesato((0, 3, 1)) for at in range(4000))

        assert set(counts) == {1, 2}
        assert 2800 < counts[1] < 3200
        assert {Dado(7, at, "y").tra(-1, 1) for at in range(50)} == {-1, 0, 1}
        assert not any(Dado(7, at, "z").su_cento(0) for at in range(50))
        assert all(Dado(7, at, "z").su_cento(100) for at in range(50))


class TestGenera:
    """The population of a notice, or of a measure."""

    def test_the_same_seed(self) -> None:
        """The same households; another seed gives others, and more change no earlier one."""
        one = genera([Versione(of_notice())], assumed(), quante=20, seme=1)

        assert one == genera([Versione(of_notice())], assumed(), quante=20, seme=1)
        assert one == genera([Versione(of_notice())], assumed(), quante=30, seme=1)[:20]
        assert one != genera([Versione(of_notice())], assumed(), quante=20, seme=2)

    def test_they_say_that_they_are_imaginary(self) -> None:
        """In every reference; protocols are unique, and every application is in time."""
        drawn = genera([Versione(of_notice())], assumed(), quante=200, seme=1)
        days = {each.presentata for each in drawn}

        assert drawn[0].riferimento == "immaginaria-000001"
        assert len({each.protocollo for each in drawn}) == 200
        assert min(map(str, days)) == "2024-09-02"
        assert max(map(str, days)) == "2024-09-29"
        found = decidi(of_notice(), drawn)
        assert not found.scarti
        codes = {f.codice: f.esito for e in found.esiti for f in e.verdict.findings}
        assert codes["nei-termini"] is True

    @pytest.mark.parametrize(
        ("swap", "first", "last"),
        [
            (
                ("apertura = 2024-09-02", "apertura = 2024-09-02T09:00:00"),
                "2024-09-03",
                "2024-09-29",
            ),
            (("apertura = 2024-09-02\n", ""), "2024-09-02", "2024-09-29"),
            (("chiusura = 2024-09-30T12:00:00", ""), "2024-09-02", "2024-09-02"),
            (("2024-09-30T12:00:00", "2024-09-02"), "2024-09-02", "2024-09-02"),
        ],
    )
    def test_in_time(self, swap: tuple[str, str], first: str, last: str) -> None:
        """On whole days inside the terms, as they are."""
        drawn = genera([Versione(of_notice(swap))], assumed(), quante=200, seme=1)
        days = sorted(str(each.presentata) for each in drawn)

        assert (days[0], days[-1]) == (first, last)

    def test_every_side_of_a_threshold(self) -> None:
        """Some stand on it, some a cent below, some a cent above; some do not state it."""
        drawn = genera([version()], assumed("[fatti.isee]\nignoto = 20\n"), quante=400, seme=1)
        seen = {each.fatti.valori.get("isee") for each in drawn}

        assert {Euro(935999), Euro(936000), Euro(936001), None} <= seen

    def test_no_thresholds(self) -> None:
        """Where the assumptions say so."""
        drawn = genera([version()], assumed("[fatti.isee]\nsoglie = 0\n"), quante=200, seme=1)

        assert Euro(936000) not in {each.fatti.valori.get("isee") for each in drawn}

    def test_two_versions(self) -> None:
        """Thresholds of both are looked for."""
        drawn = genera([version(), version(("9360.00", "8000.00"))], assumed(), quante=400, seme=1)
        seen = {each.fatti.valori.get("isee") for each in drawn}

        assert {Euro(936000), Euro(800000)} <= seen

    def test_how_many(self) -> None:
        """From one to a hundred thousand."""
        for quante in (0, 100_001):
            with pytest.raises(InvalidValue, match="from 1 to 100000"):
                genera([version()], assumed(), quante=quante, seme=1)

    def test_no_version(self) -> None:
        """Then of which measure they are is not told."""
        with pytest.raises(InvalidValue, match="pass at least one `Versione`"):
            genera([], assumed(), quante=1, seme=1)

    @pytest.mark.parametrize("codice", sorted(edizione().misure))
    def test_shipped_measures(self, codice: str) -> None:
        """The first member applies and nobody else; an age is not said twice; all are decided."""
        misura = edizione().misure[codice]
        drawn = genera([Versione(misura, on=ON)], ipotesi(), quante=60, seme=3)

        for each in drawn:
            roles = [row.get("ruolo") for row in each.fatti.membri or ()]
            assert "richiedente" not in roles[1:]
        assert not decidi(Versione(misura, on=ON).avviso, drawn).scarti

    def test_members(self) -> None:
        """A notice that looks at members; the size of the household only where it is declared."""
        notice = leggi_avviso(EXAMPLE.read_text("utf-8")).valore
        drawn = genera([Versione(notice)], ipotesi(), quante=40, seme=1)
        rows = [row for each in drawn for row in each.fatti.membri or ()]

        assert rows
        assert all("data_nascita" not in row for row in rows)
        sizeless = tuple(f for f in version().misura.fatti if f.nome != "componenti")
        rules = version(("scala[componenti]", "scala[1]")).misura
        (one,) = genera(
            [Versione(evolve(rules, fatti=sizeless), on=ON)], assumed(), quante=1, seme=1
        )
        assert "componenti" not in one.fatti.valori

    def test_one_applicant(self) -> None:
        """Also where the assumptions would draw more of them; an age is not said twice."""
        facts = leggi_fatti(FATTI + PEOPLE, file="fatti.toml")
        text = changed(LAW, ("isee < soglia", RULE))
        misura = leggi_misura(text, file="misura.toml", fatti=facts, norme={}).valore
        more = assumed("[fatti.ruolo]\npesi = { richiedente = 1 }\nignoto = 0\n")
        drawn = genera([Versione(misura, on=ON)], more, quante=60, seme=1)
        rows = [each.fatti.membri for each in drawn if each.fatti.membri]

        assert {row[0]["ruolo"] for row in rows} == {"richiedente"}
        assert {row[1]["ruolo"] for row in rows if len(row) > 1} == {"altro"}
        assert {name for row in rows for each in row for name in each} == {"ruolo", "eta"}

    @settings(deadline=None, max_examples=30)
    @given(measures(), st.integers(0, 5))
    def test_any_measure(self, misura: Misura, seme: int) -> None:
        """Whatever a measure declares, what is drawn fits it."""
        fixed = misura.calendario
        on = misura.vigenza.dal if fixed is None else fixed.giorno_norma
        drawn = genera([Versione(misura, on=on)], ipotesi(), quante=5, seme=seme)
        declared = {fatto.nome: fatto for fatto in misura.fatti}

        for each in drawn:
            rows = (each.fatti.valori, *(each.fatti.membri or ()))
            for nome, value in (item for row in rows for item in row.items()):
                assert misfit(declared[nome].tipo, value) is None
