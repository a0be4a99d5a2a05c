"""What is not known, several measures, and answers that are not confirmed."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from proof.by_hand import EURO, FATTI, ON, measure

from casa_model.casa.edizione import edizione
from casa_model.errors import IllTyped, WrongDay
from casa_model.proof import dimostra
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import (
    Calendario,
    Importo,
    Requisito,
    Voce,
)
from casa_model.rules.params import Parametro, Riga
from casa_model.rules.quesiti import (
    ALL_DAYS,
    Contesto,
    Equivale,
    GiornoVuoto,
    Inutile,
    Mai,
    Monotona,
    Perche,
    Risposta,
    Sempre,
    SovrapponeMisure,
    StessaRisposta,
    Superfluo,
    Versione,
    Verso,
    Vocabolario,
    leggi_frase,
)
from casa_model.rules.types import ChoiceType, DateType, NumberType
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Euro, Periodo, Storia, Vigenza


class TestUnknown:
    """What is not known."""

    def test_asked_in_vain(self) -> None:
        """`x or not x` asks for x."""
        misura = measure("attivo or not attivo", "isee < 5.00")
        contesto = Contesto.di(misura, giorni=ON)
        found = dimostra(Inutile(contesto, "attivo"))

        assert found.risposta is Risposta.SI
        assert "attivo" in found.esempi[0].verdetti[0].mancano
        assert dimostra(Inutile(contesto, "isee")).risposta is Risposta.NO
        assert dimostra(Inutile(contesto, "tipo")).risposta is Risposta.NO

    def test_not_the_same_as_true(self) -> None:
        """`x or not x` and `vero` are told apart by who has not said x."""
        contesto = Contesto.di(measure("attivo"), giorni=ON)
        either = t.Or((t.Fact("attivo"), t.Not(t.Fact("attivo"))))

        assert (
            dimostra(Equivale(contesto, either, t.Truth(value=True))).esempi[0].fatti.valori == {}
        )
        assert dimostra(Sempre(contesto, either)).risposta is Risposta.SI

    def test_unread_requirements_are_never_true(self) -> None:
        """Whoever meets all that was read is still to be completed."""
        misura = measure("attivo")
        unread = Requisito("letto-da-nessuno", words("x"), FONTE, condizione=None)
        contesto = Contesto.di(evolve(misura, requisiti=(*misura.requisiti, unread)), giorni=ON)

        assert dimostra(Mai(contesto, t.Fact("ammessa"))).risposta is Risposta.SI
        assert dimostra(Mai(contesto, t.Fact("requisito_letto_da_nessuno"))).risposta is Risposta.SI
        assert dimostra(Superfluo(contesto, "r-0")).risposta is Risposta.NO


class TestTogether:
    """Several measures, and one on two days."""

    def test_two_days_of_one_measure(self) -> None:
        """The law of each, and the day of its requisites."""
        energia = edizione().misure["energia-l1"]
        some = (Versione(energia, date(2025, 9, 1)), Versione(energia, date(2026, 6, 1)))
        found = dimostra(StessaRisposta(Contesto(some, date(2025, 9, 1))))

        assert found.risposta is Risposta.NO
        assert [verdict.on for verdict in found.esempi[0].verdetti] == [
            date(2025, 9, 1),
            date(2026, 6, 1),
        ]
        assert found.esempi[0].fatti.valori == {"isee": Euro(1_500_001)}

    def test_a_notice_beside_a_measure(self) -> None:
        """Both by the law of the notice, with the requisites on its day: no other day is asked."""
        notice = evolve(measure("attivo"), calendario=Calendario(date(2023, 5, 1), ON))
        other = evolve(measure('data_requisiti == data("2024-02-29")'), codice="b")
        contesto = Contesto.di(notice, other, giorni=ALL_DAYS)
        names = Vocabolario.di(contesto)
        found = dimostra(Mai(contesto, leggi_frase("ammessa_mia", names)))

        assert found.risposta is Risposta.NO
        assert [verdict.on for verdict in found.esempi[0].verdetti] == [date(2023, 5, 1)] * 2
        assert found.confini.giorni == (date(2023, 5, 1),)
        assert dimostra(Sempre(contesto, leggi_frase("ammessa_b", names))).risposta is Risposta.SI

    def test_a_measure_of_another_day_beside_a_notice(self) -> None:
        """A version that says its own day keeps it."""
        notice = evolve(measure("attivo"), calendario=Calendario(date(2023, 5, 1), ON))
        other = Versione(measure("isee < 5.00"), date(2025, 1, 1), "b")
        contesto = Contesto.delle((Versione(notice), other), giorni=ON)

        assert contesto.versioni[1] == other
        assert (contesto.versioni[1].codice, contesto.versioni[0].codice) == ("b", "mia")

    def test_a_fact_of_two_kinds(self) -> None:
        """One name cannot be two facts."""
        one = measure("attivo")
        other = evolve(one, fatti=(Fatto("attivo", EURO, words("x")),), requisiti=())
        narrow = tuple(
            evolve(f, tipo=ChoiceType(("b", "z"))) if f.nome == "tipo"
            else evolve(f, tipo=DateType(date(2024, 1, 1), ON)) if f.nome == "inizio"
            else evolve(f, tipo=evolve(EURO, hi=10)) if f.nome == "isee" else f
            for f in FATTI
        )  # fmt: skip
        both_of = Contesto.di(
            measure('tipo == "b"', "isee >= 0.10", 'inizio < data("2030-01-01")'),
            evolve(measure('tipo == "b"', "isee >= 0.10"), fatti=narrow, codice="b"),
            giorni=ON,
        )

        with pytest.raises(IllTyped, match="two ways"):
            dimostra(StessaRisposta(Contesto.di(one, other, giorni=ON)))
        found = dimostra(SovrapponeMisure(both_of))
        assert found.esempi[0].fatti.valori["isee"] == Euro(10)
        assert found.esempi[0].fatti.valori["tipo"] == "b"

    def test_values_that_one_measure_does_not_take(self) -> None:
        """Nothing is proven of the households that only one of them takes."""
        wider = tuple(
            evolve(f, tipo=ChoiceType((*f.tipo.values, "z")))
            if isinstance(f.tipo, ChoiceType)
            else f
            for f in FATTI
        )
        other = tuple(
            evolve(f, tipo=ChoiceType(f.tipo.values[::-1])) if isinstance(f.tipo, ChoiceType) else f
            for f in FATTI
        )
        one = measure('tipo == "a"')
        more = evolve(one, fatti=wider, codice="b")
        same = evolve(one, fatti=other, codice="b")
        unread = evolve(measure("isee >= 0.00"), fatti=wider, codice="b")
        found = dimostra(StessaRisposta(Contesto.di(one, more, giorni=ON)))

        assert (Risposta.NON_SO, Perche.DICHIARATO) == (found.risposta, found.perche)
        assert Risposta.SI is dimostra(StessaRisposta(Contesto.di(one, same, giorni=ON))).risposta
        plain = Contesto.di(measure("isee >= 0.00"), unread, giorni=ON)
        assert Risposta.SI is dimostra(StessaRisposta(plain)).risposta

    def test_a_measure_that_pays_nothing(self) -> None:
        """Beside one that pays: whoever is admitted has another answer."""
        free = measure("isee >= 0.00")
        pays = evolve(free, importo=Importo((Voce("v", t.Fact("isee")),)), codice="b")
        found = dimostra(StessaRisposta(Contesto.di(free, pays, giorni=ON)))

        assert found.risposta is Risposta.NO
        assert [each.importo is None for each in found.esempi[0].verdetti] == [True, False]

    def test_three_measures(self) -> None:
        """They are asked about one household, each of them."""
        one, other, third = (
            evolve(measure(condition), codice=codice)
            for condition, codice in (("isee >= 5.00", "a"), ("isee <= 5.00", "b"), ("attivo", "c"))
        )
        contesto = Contesto.di(one, other, third, giorni=ON)
        names = Vocabolario.di(contesto)
        found = dimostra(Mai(contesto, leggi_frase("ammessa_a and ammessa_b and ammessa_c", names)))
        never = leggi_frase("ammessa_a and ammessa_b and isee != 5.00 and ammessa_c", names)

        assert found.esempi[0].fatti.valori == {"isee": Euro(500), "attivo": True}
        assert len(found.esempi[0].verdetti) == len(contesto.versioni)
        assert dimostra(Mai(contesto, never)).risposta is Risposta.SI

    def test_days_on_which_nobody_answers(self) -> None:
        """A question about no day is refused."""
        contesto = Contesto.di(
            measure("attivo"), giorni=Vigenza(date(1950, 1, 1), date(1951, 1, 1))
        )

        with pytest.raises(WrongDay):
            dimostra(Mai(contesto, t.Fact("ammessa")))

    def test_a_day_on_which_nobody_answers(self) -> None:
        """A hole between two measures, or in the history of a parameter, is told with its day."""
        start, end, again = date(2020, 1, 1), date(2021, 12, 31), date(2022, 2, 1)
        one = evolve(measure("attivo"), vigenza=Vigenza(start, end))
        other = evolve(measure("attivo"), codice="altra", vigenza=Vigenza(again))
        euro = NumberType(2, euro=True, lo=0, hi=100)
        history = Storia((Periodo(start, Euro(100), FONTE),), cessa=date(2023, 6, 1))
        soglia = Parametro("soglia", euro, words("soglia"), (Riga((), history),))
        reads = t.Compare("<", t.Fact("isee"), t.Param("soglia"))
        holed = evolve(
            one,
            vigenza=Vigenza(start),
            parametri=(soglia,),
            requisiti=(Requisito("r", words("r"), FONTE, reads),),
        )
        asked = {
            "some": Contesto.di(one, other, giorni=Vigenza(start, date(2030, 1, 1))),
            "sound": Contesto.di(one, other, giorni=Vigenza(again)),
            "holed": Contesto.di(holed, giorni=Vigenza(start, date(2030, 1, 1))),
            "day": Contesto.di(one, giorni=end),
        }
        found = {nome: dimostra(GiornoVuoto(each)) for nome, each in asked.items()}

        assert found["some"].esempi[0].on == date(2022, 1, 1)
        assert found["holed"].esempi[0].on == date(2023, 6, 1)
        assert found["sound"].risposta is found["day"].risposta is Risposta.NO

    def test_more_never_loses(self) -> None:
        """More months since the start, fewer euros: each in its way."""
        misura = measure("mesi_tra(inizio, data_requisiti) >= 24", "isee < 5.00")
        contesto = Contesto.di(misura, giorni=ON)

        assert dimostra(Monotona(contesto, "inizio", Verso.MENO)).risposta is Risposta.SI
        less, more = dimostra(Monotona(contesto, "isee", Verso.PIU)).esempi
        assert less.fatti.valori["isee"] < more.fatti.valori["isee"]
        assert less.verdetti[0].esito is not more.verdetti[0].esito
