"""Cases worked out by hand: days, rounding, members, texts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from proof.by_hand import ON, ask, measure

from casa_model.proof import Limiti, dimostra
from casa_model.proof import _days as days
from casa_model.proof._enough import enough
from casa_model.proof._texts import Texts
from casa_model.rules import tree as t
from casa_model.rules.calendar import add_months, last_start, months_between
from casa_model.rules.misura import Requisito
from casa_model.rules.params import Parametro, ParamValue, Riga
from casa_model.rules.quesiti import (
    Contesto,
    Mai,
    Perche,
    Risposta,
    Vocabolario,
    leggi_frase,
)
from casa_model.rules.types import NumberType
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Euro, Periodo, Storia, Vigenza


class TestDays:
    """Month ends and leap years, to the day."""

    def test_the_last_of_a_shorter_month(self) -> None:
        """From 31 January to 29 February 2024 is one month, to the 28th it is none."""
        said, shown = ask(
            'mesi_tra(inizio, data("2024-02-29")) == 1 and inizio >= data("2024-01-30")'
        )

        assert said == "no"
        assert shown["inizio"] == date(2024, 1, 31)
        assert ask('mesi_tra(data("2024-01-31"), data("2024-02-28")) >= 1')[0] == "si"
        assert (
            ask(
                'mesi_tra(inizio, fine) == 1 and inizio == data("2023-01-31") '
                'and fine < data("2023-02-28")'
            )[0]
            == "si"
        )

    def test_nobody_was_born_on_29_february_of_a_common_year(self) -> None:
        """A day that is not in the calendar is never shown."""
        assert ask('inizio > data("2023-02-28") and inizio < data("2023-03-01")')[0] == "si"
        assert ask('inizio > data("2024-02-28") and inizio < data("2024-03-01")') == (
            "no",
            {"inizio": date(2024, 2, 29)},
        )
        assert ask('inizio > data("2023-04-30") and inizio < data("2023-05-01")')[0] == "si"

    def test_added_months_stop_at_the_end(self) -> None:
        """31 January and one month is the last of February; no day gives the 30th."""
        said, shown = ask(
            'piu_mesi(inizio, 1) == data("2023-02-28") and inizio > data("2023-01-30")'
        )

        assert (said, shown["inizio"]) == ("no", date(2023, 1, 31))

    def test_2100_is_no_leap_year(self) -> None:
        """Days may be moved beyond those that rules count."""
        assert (
            ask('piu_mesi(inizio, 1200) == data("2099-03-01") and inizio > data("1999-03-01")')[0]
            == "si"
        )
        said, shown = ask(
            'piu_mesi(inizio, 12) > data("2099-12-31") and inizio == data("2099-02-28")'
        )
        assert (said, shown["inizio"]) == ("no", date(2099, 2, 28))
        moved = leggi_frase(
            'piu_mesi(piu_mesi(inizio, 24), 0) == piu_mesi(data("2098-02-28"), 24)',
            Vocabolario.di(Contesto.di(measure("attivo"), giorni=ON)),
        )
        found = dimostra(
            Mai(Contesto.di(measure("attivo"), giorni=ON),
                t.And((moved, t.Compare(">", t.Fact("inizio"), t.Day(date(2098, 2, 28))))))
        )  # fmt: skip
        assert found.risposta is Risposta.SI

    @pytest.mark.parametrize("first", [date(2024, 1, 31), date(2023, 2, 28), date(2024, 2, 29)])
    @pytest.mark.parametrize("last", [date(2024, 2, 28), date(2024, 2, 29), date(2025, 2, 28)])
    def test_as_the_calendar_counts(self, first: date, last: date) -> None:
        """Constants go the same way as what the solver chooses."""
        one, other = days.constant(first), days.constant(last)

        assert days.months(one, other).value == months_between(first, last)
        for months in (1, 12, 13):
            moved, start = days.shifted(one, months, months, months), days.last_start(other, months)
            assert days.day_of(moved.month, moved.day) == add_months(first, months)
            assert days.day_of(start.month, start.day) == last_start(last, months)

    def test_the_day_of_the_requisites(self) -> None:
        """On each day of a period: the first on which 24 months have passed."""
        misura = measure("mesi_tra(inizio, data_requisiti) >= 24")
        some = Vigenza(date(2024, 1, 1), date(2024, 3, 31))
        text = 'ammessa and inizio == data("2022-02-28")'
        contesto = Contesto.di(misura, giorni=some)
        found = dimostra(Mai(contesto, leggi_frase(text, Vocabolario.di(contesto))))

        assert [each.on for each in found.esempi] == [date(2024, 2, 28)]
        assert found.confini.giorni == (some,)


class TestNumbers:
    """Exact to the last digit."""

    def test_half_away_from_zero(self) -> None:
        """0.5 rounds to 1 and -0.5 to -1."""
        assert ask("arrotonda(quota, 0) == 1") == ("no", {"quota": Decimal("0.5000")})
        assert ask("arrotonda(quota, 0) == -1")[0] == "no"
        assert ask("arrotonda(quota, 0) == -1 and quota > -0.5")[0] == "si"
        assert ask("arrotonda(quota, 0) == 0 and quota <= -0.5")[0] == "si"

    def test_a_product_by_cases(self) -> None:
        """A fact with few values times another is no product for the solver."""
        said, shown = ask("componenti * isee == 3.01 and componenti > 1")

        assert said == "no"
        assert shown["isee"].cents * int(shown["componenti"]) == 301

    def test_a_product_of_two_facts(self) -> None:
        """Where nobody has few values the answer may not be known, and is never wrong."""
        phrase = "quota * peso * quota * peso == 0.7777 and quota > 0.5 and peso > 0.3"
        contesto = Contesto.di(measure("attivo"), giorni=ON)
        quesito = Mai(contesto, leggi_frase(phrase, Vocabolario.di(contesto)))
        found = dimostra(quesito, limiti=Limiti(millisecondi=50))

        if found.risposta is Risposta.NON_SO:
            assert found.perche in Perche
            assert found.esempi == ()

    def test_the_least_that_shows_it(self) -> None:
        """A number is shown at its threshold."""
        assert ask("isee > 9360.00") == ("no", {"isee": Euro(936_001)})
        assert ask("quota < -0.25") == ("no", {"quota": Decimal("-0.2501")})


class TestMembers:
    """Lists of members, known and not, and their number."""

    def test_somebody_young(self) -> None:
        """One member is enough, and the list is known."""
        contesto = Contesto.di(measure("qualcuno(membri, eta < 18)"), giorni=ON)
        found = dimostra(Mai(contesto, t.Fact("ammessa")))

        assert found.risposta is Risposta.NO
        assert found.confini.membri == 6
        assert [dict(row) for row in found.esempi[0].fatti.membri or ()] == [{"eta": Decimal(0)}]

    def test_the_number_of_members_is_that_of_the_list(self) -> None:
        """`componenti` and the list never contradict one another."""
        text = "componenti == 2 and conta(membri, eta >= 0) == 3"

        assert ask(text)[0] == "si"
        assert ask("componenti == 2 and conta(membri, eta >= 0) == 2")[0] == "no"

    def test_more_members_than_the_bound(self) -> None:
        """What takes seven members is not seen with six, and the bound says so; nor asked so."""
        contesto = Contesto.di(measure("attivo"), giorni=ON)
        phrase = leggi_frase("conta(membri, eta > 3) == 7", Vocabolario.di(contesto))
        few = dimostra(Mai(contesto, phrase), limiti=Limiti(membri=6))
        many = dimostra(Mai(contesto, phrase), limiti=Limiti(membri=7))

        assert (few.risposta, few.confini.membri) == (Risposta.SI, 6)
        assert (many.risposta, many.confini.membri) == (Risposta.NO, 7)

    @pytest.mark.parametrize(
        ("text", "most"),
        [
            ("conta(membri, eta > 3) == 7", 8),
            ("conta(membri, eta > 3) > 2", 6),
            ("componenti < 9 and qualcuno(membri, eta < 18)", 10),
            ("conta(membri, eta > 3) == 40", 30),
            ("somma(membri, eta) >= 840", 8),
            ("somma(membri, eta) > 841", 9),
            ("somma(membri, 0.5, eta < 18) > 4.5", 10),
            ("somma(membri, eta) == 5000", 6),
            ("somma(membri, 0 * eta) < 7", 6),
        ],
    )
    def test_as_many_as_a_rule_counts_to_and_one_more(self, text: str, most: int) -> None:
        """Unless another number is asked for; of the phrase as of the measure."""
        for contesto, phrase in (
            (Contesto.di(measure("attivo"), giorni=ON), text),
            (Contesto.di(measure(text), giorni=ON), "ammessa and qualcuno(membri, eta < 0)"),
        ):
            asked = Mai(contesto, leggi_frase(phrase, Vocabolario.di(contesto)))
            assert dimostra(asked).confini.membri == most

    def test_a_parameter_that_is_counted_to(self) -> None:
        """By the largest value that it ever had."""
        history = Storia(
            (
                Periodo(date(2000, 1, 1), Decimal(9), FONTE),
                Periodo(date(2024, 1, 1), Decimal(4), FONTE),
            )
        )
        whole = NumberType(0, euro=False, lo=0, hi=30)
        quanti = Parametro("quanti", whole, words("quanti"), (Riga((), history),))
        misura = evolve(measure("attivo"), parametri=(quanti,))
        asked = "conta(membri, eta > 3) >= quanti"

        contesto = Contesto.di(misura, giorni=ON)
        found = dimostra(Mai(contesto, leggi_frase(asked, Vocabolario.di(contesto))))
        assert (found.risposta, found.confini.membri) == (Risposta.NO, 10)

    @pytest.mark.parametrize(
        ("value", "most"), [(Decimal("960.0"), 9), (Euro(96000), 9), ("altro", 6)]
    )
    def test_a_parameter_that_a_sum_must_reach(self, value: ParamValue, most: int) -> None:
        """As many members as it takes, each with the most that one may have, and one more."""
        history: Storia[ParamValue] = Storia((Periodo(date(2000, 1, 1), value, FONTE),))
        kind = NumberType(1, euro=isinstance(value, Euro), lo=0, hi=10**6)
        quanti = Parametro("quanti", kind, words("quanti"), (Riga((), history),))
        sums = t.Sum(t.MemberFact("eta"), t.Truth(value=True))
        asked = Requisito("r", words("r"), FONTE, t.Compare(">=", sums, t.Param("quanti")))
        misura = evolve(measure("attivo"), parametri=(quanti,), requisiti=(asked,))

        assert enough(Limiti(), [misura]).membri == most

    def test_a_sum_of_what_is_no_number(self) -> None:
        """A measure that was built askew: nothing is known of what one member adds."""
        sums = t.Sum(t.MemberFact("nessuno"), t.Truth(value=True))
        wrong = Requisito("r", words("r"), FONTE, t.Compare(">=", sums, t.Number(960, 0)))

        assert enough(Limiti(), [evolve(measure("attivo"), requisiti=(wrong,))]).membri == 6

    def test_the_list_says_how_many_they_are(self) -> None:
        """Nobody lists the members and leaves their number unsaid."""
        contesto = Contesto.di(measure("componenti < 9", "qualcuno(membri, eta < 18)"), giorni=ON)
        text = "da_completare and conta(membri, eta == 3) == 1"
        phrase = leggi_frase(text, Vocabolario.di(contesto))

        assert dimostra(Mai(contesto, phrase)).risposta is Risposta.SI


class TestTexts:
    """Choices and codes."""

    def test_an_invented_code(self) -> None:
        """A code of which no rule speaks is shown as another."""
        said, shown = ask('comune != "015146" and comune != "015147"')

        assert said == "no"
        assert shown["comune"] not in {"015146", "015147"}

    def test_no_two_texts_are_one(self) -> None:
        """An invented text is none of those that rules speak of."""
        texts = Texts()
        texts.code("altro-7")

        assert texts.text(7) == "altro-7x"
        assert texts.text(1) == "altro-7"

    def test_every_value_of_a_choice(self) -> None:
        """A choice has the values that it declares and no other."""
        assert ask('tipo != "a" and tipo != "b" and tipo != "c"')[0] == "si"
        assert ask('tipo not in {"a", "b"}') == ("no", {"tipo": "c"})
