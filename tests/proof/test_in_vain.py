"""Facts that are asked in vain, and what the solver must not be left to say."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from proof.by_hand import ON, measure

from casa_model.casa.edizione import edizione
from casa_model.errors import MissingExtra
from casa_model.proof import Limiti, Unconfirmed, dimostra
from casa_model.proof import _confirm as confirm
from casa_model.proof import _useless as useless
from casa_model.proof._enough import enough
from casa_model.proof._terms import Whole, both, same
from casa_model.proof._world import World
from casa_model.proof._z3 import Context, Solver
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import (
    Calendario,
    Requisito,
)
from casa_model.rules.quesiti import (
    ALL_DAYS,
    Contesto,
    Inutile,
    Mai,
    Risposta,
    Superfluo,
    Versione,
)
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Vigenza


class TestInVain:
    """A fact asked in vain, by the law and the day that a question fixes."""

    NOTICE = Calendario(date(2023, 5, 1), ON)

    def test_of_a_notice(self) -> None:
        """Its requisites are on another day than its law: what matters is not called idle."""
        notice = evolve(measure("isee < 5.00", "inizio <= data_requisiti"), calendario=self.NOTICE)
        idle = evolve(measure("attivo or not attivo"), calendario=self.NOTICE)

        for giorni in (ON, date(2026, 3, 1), ALL_DAYS):
            contesto = Contesto.di(notice, giorni=giorni)
            assert dimostra(Inutile(contesto, "isee")).risposta is Risposta.NO
            assert dimostra(Inutile(contesto, "inizio")).risposta is Risposta.NO
        found = dimostra(Inutile(Contesto.di(idle, giorni=ALL_DAYS), "attivo"))
        assert found.risposta is Risposta.SI
        assert found.esempi[0].on == self.NOTICE.giorno_norma

    def test_of_a_notice_in_a_context_of_all_days(self) -> None:
        """However the question was put together."""
        notice = evolve(measure("isee < 5.00"), calendario=self.NOTICE)
        contesto = Contesto((Versione(notice),), ALL_DAYS)

        assert dimostra(Inutile(contesto, "isee")).risposta is Risposta.NO
        shown = dimostra(Mai(contesto, t.Fact("non_ammessa"))).esempi[0]
        assert shown.on == self.NOTICE.giorno_norma

    def test_by_the_law_of_another_day(self) -> None:
        """A version is asked by its own law, not by that of the day of the question."""
        end = date(2023, 12, 31)
        asks = Requisito(
            "r", words("r"), FONTE, t.Fact("attivo"), vigenza=Vigenza(date(2020, 1, 1), end)
        )
        misura = evolve(measure("attivo or not attivo"), requisiti=(asks,))
        contesto = Contesto((Versione(misura, date(2023, 1, 1)),), ON)

        assert dimostra(Inutile(contesto, "attivo")).risposta is Risposta.NO


class TestFew:
    """The household that is shown is small, its list of members too."""

    @pytest.mark.parametrize(
        ("conditions", "rows"),
        [
            (("conta(membri, eta > 5) >= 9 or isee < 5",), [0]),
            (("conta(membri, eta > 5) >= 1",), [0, 1]),
            (("conta(membri, eta > 5) >= 9 or componenti > 40 or isee < 5",), [0]),
        ],
    )
    def test_members(self, conditions: tuple[str, ...], rows: list[int]) -> None:
        """As few as leave the fact without use, and as little known of each."""
        contesto = Contesto.di(measure(*conditions), giorni=ON)
        (shown,) = dimostra(Inutile(contesto, "eta")).esempi
        members = shown.fatti.membri or ()

        assert sorted(len(row) for row in members) == rows
        assert shown.fatti.valori.get("componenti", len(rows)) == len(rows)

    @pytest.mark.parametrize(
        ("conditions", "risposta", "rows", "looked"),
        [
            (("somma(membri, eta) >= 2000",), Risposta.SI, 1, {1}),
            (("conta(membri, eta > 5) >= 1", "componenti < 9"), Risposta.SI, 2, {1, 2}),
            (("conta(membri, eta > 5) >= 9", "componenti > 8"), Risposta.SI, 9, {1, 2, None}),
            (("qualcuno(membri, eta > 5)", "componenti < 9"), Risposta.NO, 0, {1, 2, None}),
            (("somma(membri, eta) >= 200",), Risposta.SI, 1, {None}),
        ],
    )
    def test_the_small_first(
        self,
        monkeypatch: pytest.MonkeyPatch,
        conditions: tuple[str, ...],
        risposta: Risposta,
        rows: int,
        looked: set[int | None],
    ) -> None:
        """Where a rule counts to many, these are looked at only if the few do not show it."""
        seen: set[int | None] = set()

        def world(*args: Any) -> World:  # noqa: ANN401 - as it is built
            seen.add(args[2].membri)
            return World(*args)

        monkeypatch.setattr(useless, "World", world)
        misura = measure(*conditions)
        found = dimostra(Inutile(Contesto.di(misura, giorni=ON), "eta"))

        assert found.risposta is risposta
        assert [len(each.fatti.membri or ()) for each in found.esempi] == [rows] * bool(rows)
        assert seen == looked
        assert found.confini.membri == enough(Limiti(), (misura,)).membri

    @pytest.mark.parametrize(
        ("condition", "risposta"),
        [
            ("conta(membri, eta > 5) < 2", Risposta.SI),
            ("somma(membri, eta) >= 10", Risposta.SI),
            ("qualcuno(membri, eta > 5)", Risposta.NO),
            ("tutti(membri, eta > 5)", Risposta.NO),
        ],
    )
    def test_a_number_waits_for_every_member(self, condition: str, risposta: Risposta) -> None:
        """What is known of the others may settle it already, as the pages say."""
        misura = measure(condition)
        found = dimostra(Inutile(Contesto.di(misura, giorni=ON), "eta"))
        two = [{"eta": Decimal(9)}, {"eta": Decimal(9)}, {}]
        verdict = evaluate(misura, Fatti({}, two), on=ON)

        assert found.risposta is risposta
        asked = condition.startswith(("conta", "somma", "tutti"))
        assert ("eta" in verdict.mancano) is asked


class TestSafety:
    """No answer without the reference; no solver, no answer."""

    def test_not_confirmed_is_not_shown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the reference says otherwise nothing is answered."""
        monkeypatch.setattr(confirm, "_truth", lambda *_: False)
        quesito = Mai(Contesto.di(measure("attivo"), giorni=ON), t.Fact("ammessa"))

        with pytest.raises(Unconfirmed, match="fault of the library"):
            dimostra(quesito)

    def test_asked_in_vain_is_confirmed_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A household for which the reference misses nothing is not shown."""
        whole = evaluate(measure(), Fatti({}), on=ON)
        monkeypatch.setattr(useless, "evaluate", lambda *_, **__: whole)
        quesito = Inutile(Contesto.di(measure("attivo or not attivo"), giorni=ON), "attivo")

        with pytest.raises(Unconfirmed):
            dimostra(quesito)

    def test_without_z3(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Asking says which line installs what is missing, in both languages."""
        monkeypatch.setitem(sys.modules, "z3", None)
        with pytest.raises(MissingExtra) as error:
            Context()

        assert 'pip install "casa-model[proof]"' in error.value.testo("it")
        assert 'pip install "casa-model[proof]"' in str(error.value)

    def test_the_solver_is_loaded_by_the_first_question(self) -> None:
        """The room can be opened without it."""
        code = "import sys, casa_model.proof, casa_model.proof._z3; sys.exit('z3' in sys.modules)"

        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

    def test_the_same_household_each_time(self) -> None:
        """The same question has the same answer."""
        contesto = Contesto.di(edizione().misure["crs-difficolta"], giorni=ON)
        asked = [dimostra(Superfluo(contesto, "isee")).esempi for _ in range(2)]

        assert asked[0] == asked[1]

    def test_a_solver_holds_what_it_is_told(self) -> None:
        """A claim that is false by itself leaves nothing."""
        solver = Solver(1000, Context())
        never = same(1, 2)
        solver.add(both(same(Whole("x"), 1), same(2, 2)))
        assert solver.solve() is True
        solver.add(never)
        assert solver.solve() is False
