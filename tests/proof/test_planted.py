"""Dead rows and planted faults are found."""

from __future__ import annotations

import pytest
from attrs import evolve
from proof.by_hand import ON, measure

from casa_model.casa.edizione import edizione
from casa_model.casa.proprieta import proprieta
from casa_model.errors import UnknownName
from casa_model.proof import dimostra
from casa_model.rules import tree as t
from casa_model.rules.misura import (
    Definizione,
    Misura,
)
from casa_model.rules.quesiti import (
    ALL_DAYS,
    Contesto,
    Inutile,
    Monotona,
    RigaVuota,
    Risposta,
    Scoperto,
    StessaRisposta,
    Superfluo,
    Unica,
    Vocabolario,
    leggi_frase,
)
from casa_model.rules.types import NumberType
from casa_model.values import Euro


class TestTables:
    """Rows that nobody takes, that overlap, and whom none takes."""

    DEAD = (
        Definizione(
            "classe",
            t.Table(
                (
                    t.Row(t.Compare("<", t.Fact("isee"), t.Number(500, 2)), t.Number(1)),
                    t.Row(t.Compare("<", t.Fact("isee"), t.Number(300, 2)), t.Number(2)),
                    t.Row(t.Compare(">", t.Fact("isee"), t.Number(500, 2)), t.Number(3)),
                ),
                t.Number(0),
            ),
            NumberType(0, euro=False, lo=0, hi=3),
        ),
    )

    def test_each(self) -> None:
        """The second row is dead, overlaps the first, and 5,00 falls through."""
        contesto = Contesto.di(measure("classe > 0", definizioni=self.DEAD), giorni=ON)
        rows = [dimostra(RigaVuota(contesto, "classe", at)).risposta.value for at in (1, 2, 3)]
        through = dimostra(Scoperto(contesto, "classe"))
        overlap = dimostra(Unica(contesto, "classe"))

        assert rows == ["no", "si", "no"]
        assert through.risposta is Risposta.SI
        assert through.esempi[0].fatti.valori == {"isee": Euro(500)}
        assert overlap.risposta is Risposta.NO
        assert overlap.esempi[0].fatti.valori == {"isee": Euro(0)}
        assert overlap.righe == (1, 2)
        alone = evolve(self.DEAD[0], vale=t.Table(self.DEAD[0].vale.rows[1:], t.Number(0)))
        apart = Contesto.di(measure("classe > 0", definizioni=(alone,)), giorni=ON)
        assert dimostra(Unica(apart, "classe")).righe == ()

    def test_a_fact_of_a_dead_row(self) -> None:
        """Nobody is asked for it, which is no reason to say that it may matter to whoever is."""
        first, second, *_ = self.DEAD[0].vale.rows
        dead = evolve(second, when=t.And((second.when, t.Fact("attivo"))))
        table = evolve(self.DEAD[0], vale=t.Table((first, dead), t.Number(0)))
        contesto = Contesto.di(measure("classe > 0", definizioni=(table,)), giorni=ON)
        found = [dimostra(Inutile(contesto, nome)) for nome in ("attivo", "isee")]

        assert [each.risposta for each in found] == [Risposta.NO, Risposta.NO]
        assert [each.mai_chiesto for each in found] == [True, False]

    def test_names_that_are_not_there(self) -> None:
        """A question about nothing is refused with the near miss."""
        contesto = Contesto.di(measure("classe > 0", definizioni=self.DEAD), giorni=ON)
        wrong = (
            RigaVuota(contesto, "classe", 4),
            Unica(contesto, "clase"),
            Superfluo(contesto, "r-9"),
            Monotona(contesto, "attivo"),
            Inutile(contesto, "nessuno"),
        )
        for quesito in wrong:
            with pytest.raises(UnknownName):
                dimostra(quesito)


class TestPlanted:
    """A fault of each kind, planted in a shipped measure, is found."""

    MISURA = edizione().misure["crs-difficolta"]

    def planted(self, codice: str, condizione: str) -> Misura:
        """The measure with another condition for a requirement."""
        names = Vocabolario.di(Contesto.di(self.MISURA, giorni=ON))
        tree = leggi_frase(condizione, names)
        return evolve(
            self.MISURA,
            requisiti=tuple(
                evolve(each, condizione=tree) if each.codice == codice else each
                for each in self.MISURA.requisiti
            ),
        )

    @pytest.mark.parametrize(
        ("codice", "condizione"),
        [
            ("isee", "isee <= soglia_isee"),
            ("isee", "isee < soglia_isee or isp < soglia_nucleo"),
            ("isee", "isee >= 0.00"),
            ("patrimonio", "isp < soglia_nucleo"),
            (
                "anzianita-assegnazione",
                "mesi_tra(data_assegnazione, data_requisiti) > mesi_minimi_assegnazione",
            ),
        ],
    )  # fmt: skip
    def test_another_answer(self, codice: str, condizione: str) -> None:
        """Each is told from the measure, and by a sentence of the edition."""
        wrong = self.planted(codice, condizione)
        same_answer = dimostra(StessaRisposta(Contesto.di(self.MISURA, wrong, giorni=ON)))
        sentences = proprieta({**edizione().misure, wrong.codice: wrong})
        broken = [
            each.codice
            for each in sentences
            if wrong in each.quesito.contesto.misure
            and dimostra(each.quesito).risposta is not each.attesa
        ]

        assert same_answer.risposta is Risposta.NO
        assert broken

    def test_a_requirement_that_never_decides(self) -> None:
        """What another requirement asks already is superfluous."""
        wrong = self.planted("contributo-indigenza", "isee < soglia_isee or isee < 5000.00")

        assert (
            dimostra(Superfluo(Contesto.di(wrong, giorni=ON), "contributo-indigenza")).risposta
            is Risposta.SI
        )

    def test_the_same_written_otherwise(self) -> None:
        """What is equal is proven so."""
        same_rule = self.planted("isee", "not soglia_isee <= isee")

        assert (
            dimostra(StessaRisposta(Contesto.di(self.MISURA, same_rule, giorni=ALL_DAYS))).risposta
            is Risposta.SI
        )
