"""Steps of each kind, and facts asked in vain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from proof.by_hand import ON, ask, measure

from casa_model.proof import _useless as useless
from casa_model.proof import dimostra
from casa_model.rules import tree as t
from casa_model.rules.misura import (
    Calendario,
    Chiave,
    Misura,
    Ordinamento,
    Requisito,
)
from casa_model.rules.params import IndiceScelta, Parametro, ParamValue, Riga
from casa_model.rules.quesiti import (
    Contesto,
    Inutile,
    Mai,
    Perche,
    Risposta,
)
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType, Type
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Periodo, Storia, Vigenza


class TestEveryStep:
    """Steps of each kind, on phrases whose answer is at hand."""

    AREE = ("a", "b", "c")

    def parametro(self, nome: str, tipo: Type, *values: ParamValue) -> Parametro:
        """A parameter indexed by the values of `tipo`."""
        rows = tuple(
            Riga((key,), Storia((Periodo(date(2000, 1, 1), value, FONTE),)))
            for key, value in zip(self.AREE, values, strict=True)
        )
        return Parametro(nome, tipo, words(nome), rows, (IndiceScelta(self.AREE),))

    def misura(self) -> Misura:
        """Tables of days, truths, choices and numbers; a notice without one of its days."""
        return evolve(
            measure("attivo"),
            parametri=(
                self.parametro("dal", DateType(), date(2020, 1, 31), date(2021, 1, 1), ON),
                self.parametro("vale", BoolType(), *(each != "b" for each in self.AREE)),
                self.parametro("verso", ChoiceType(self.AREE), "b", "c", "a"),
                self.parametro(
                    "quanto", NumberType(0, euro=False, lo=1, hi=3), *map(Decimal, "123")
                ),
            ),
        )

    @pytest.mark.parametrize(
        ("phrase", "facts"),
        [
            ('dal[tipo] == data("2021-01-01")', {"tipo": "b"}),
            ("not vale[tipo]", {"tipo": "b"}),
            ('verso[tipo] == "a"', {"tipo": "c"}),
            ("quanto[tipo] == 3", {"tipo": "c"}),
            ('verso[verso[tipo]] == "b"', {"tipo": "c"}),
            ("quanto[tipo] in {2}", {"tipo": "b"}),
            ('(tipo if attivo else "c") == "c" and not attivo', {"attivo": False}),
            ('(inizio if attivo else data("2000-01-01")) > data("2023-12-31")', None),
            (
                'min(inizio, fine) > data("2024-02-28") and max(inizio, fine) < data("2024-03-01")',
                None,
            ),
            ("anni_tra(inizio, fine) == 18 and anni_tra(inizio, data_requisiti) == 18", None),
            ("(vale[tipo] if attivo else attivo) and attivo", {"tipo": "a", "attivo": True}),
        ],
    )
    def test_a_phrase(self, phrase: str, facts: dict[str, object] | None) -> None:
        """The phrase is true for somebody, whom the reference confirms."""
        said, shown = ask(phrase, self.misura())

        assert said == "no"
        assert facts is None or facts == shown

    def test_a_day_that_the_notice_has_not(self) -> None:
        """It is never known: neither true nor false of anybody, and missing of whoever is left."""
        fixed = Calendario(ON, ON)
        late = t.Compare("<", t.Fact("inizio"), t.Calendar("chiusura"))
        asks = Requisito("r", words("r"), FONTE, late)
        misura = evolve(measure("attivo"), calendario=fixed)
        misura = evolve(misura, requisiti=(*misura.requisiti, asks))
        contesto = Contesto.di(misura, giorni=ON)

        assert dimostra(Mai(contesto, t.Fact("ammessa"))).risposta is Risposta.SI
        assert dimostra(Inutile(contesto, "inizio")).risposta is Risposta.SI


class TestInVain:
    """Facts asked in vain, where there are members, a ranking, days."""

    def misura(self, *conditions: str) -> Misura:
        """A measure that ranks by facts of several kinds."""
        keys = ("isee", "tipo", "inizio", "attivo", "comune")
        ordine = Ordinamento(tuple(map(Chiave, keys)))
        return evolve(measure(*conditions), graduatoria=ordine)

    def asked(self, nome: str, *conditions: str, giorni: date | Vigenza = ON) -> Risposta:
        """Whether a fact is asked of somebody to whom it cannot matter."""
        return dimostra(
            Inutile(Contesto.di(self.misura(*conditions), giorni=giorni), nome)
        ).risposta

    def test_keys_matter(self) -> None:
        """What only ranks matters, whatever kind of fact it is."""
        for nome in ("isee", "tipo", "inizio", "attivo", "comune"):
            assert self.asked(nome, "quota > 0.5") is Risposta.NO

    def test_members(self) -> None:
        """A member's fact matters unless it is taken back, however many are listed."""
        some, two = "qualcuno(membri, eta < 18)", "conta(membri, eta < 18) > 1"
        taken_back = "tutti(membri, eta < 18 or not eta < 18)"

        assert self.asked("eta", some) is Risposta.NO
        assert self.asked("eta", two) is Risposta.SI  # of who lists one member
        assert self.asked("eta", taken_back) is Risposta.SI
        assert self.asked("eta", "somma(membri, eta, eta < 18) >= 0") is Risposta.SI
        assert self.asked("quota", some, "quota > 0.5") is Risposta.NO
        assert self.asked("altro", two, "componenti > 1", "altro > altro - 1.00") is Risposta.SI

    def test_the_number_that_a_list_gives(self) -> None:
        """`componenti` is not asked about where members are listed."""
        contesto = Contesto.di(self.misura("componenti > 1", "tutti(membri, eta > 3)"), giorni=ON)
        found = dimostra(Inutile(contesto, "componenti"))

        assert (found.risposta, found.perche) == (Risposta.NON_SO, Perche.LEGATO)

    def test_on_all_days(self) -> None:
        """The day of the requisites is open too."""
        some = Vigenza(date(2024, 1, 1), date(2024, 12, 31))

        assert self.asked("fine", "mesi_tra(fine, data_requisiti) > 3", giorni=some) is Risposta.NO
        assert self.asked("fine", "mesi_tra(fine, data_requisiti) >= 0", giorni=some) is Risposta.SI

    def test_rounds_have_an_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who has looked too often does not know."""
        monkeypatch.setattr(useless, "ROUNDS", 1)

        assert self.asked("isee", "isee < 5.00", "quota > 0.5") is Risposta.NON_SO
