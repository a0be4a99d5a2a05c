"""What time changes, in sentences."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from readers.changes.asked import found as of
from readers.changes.households import ACCESSO, ADMITTED, DAY, DIFFICOLTA, NOTICE, OCCUPIED, but
from readers.changes.words import told

from casa_model.readers.changes import (
    Cambiamento,
    DatoCambiato,
)
from casa_model.rules.facts import Cambia
from casa_model.rules.misura import Calendario
from casa_model.values import Euro


class TestTime:
    """From which day, until which, and in which notice."""

    def test_of_a_measure(self) -> None:
        """From a day on; the eighth begins with a vowel."""
        text = told(of(but(data_assegnazione=date(2022, 10, 8))))

        assert "# Che cosa cambia il tempo\ndall'8 ottobre 2024 la domanda sarebbe ammessa" in text

    def test_of_a_notice(self) -> None:
        """Not in this one."""
        text = told(of(but(data_assegnazione=date(2022, 10, 15)), NOTICE), NOTICE)

        assert "il tempo non aiuta: i requisiti si guardano il 1º settembre 2024." in text
        assert "In un avviso uguale, con i requisiti guardati dal 15 ottobre 2024, la" in text

    def test_what_a_notice_like_it_is(self) -> None:
        """Said once, wherever a day of it is told, and nowhere else."""
        young = date(2022, 10, 15)
        said = "Un avviso uguale ha le stesse regole, la stessa legge e tutti i suoi giorni"
        of_a_pair = told(of(but(isee=Euro(940_000), data_assegnazione=young), NOTICE), NOTICE)
        of_each = told(
            of(but(isee=Euro(940_000), decadenza="c1-h", data_assegnazione=young), NOTICE), NOTICE
        )

        for text in (told(of(but(data_assegnazione=young), NOTICE), NOTICE), of_a_pair, of_each):
            assert text.count(said) == 1
        assert "in meno) e un avviso uguale guardasse i requisiti dal 15 ottobre 2024" in of_a_pair
        assert said not in told(of(but(isee=Euro(940_000)), NOTICE), NOTICE)
        assert said not in told(of(but(data_assegnazione=young)))

    def test_of_a_notice_that_time_does_not_mend(self) -> None:
        """Nor of another under the same law: of a later law nothing is said."""
        found = of(but(decadenza="c1-h"), NOTICE)
        text, english = told(found, NOTICE), told(found, NOTICE, "en")

        assert (
            "\nCon la legge del giorno di questo avviso il tempo non basterebbe da solo nemmeno in "
            "un avviso uguale, più avanti. Se la legge cambia, la risposta può essere un'altra.\n"
        ) in text
        assert "Under the law of the day of this notice time alone would not be" in english

    def test_a_fact_that_time_changes(self) -> None:
        """From which day is not known; in a notice not before another."""
        text = told(of(OCCUPIED, ACCESSO), ACCESSO)
        notice = evolve(ACCESSO, calendario=Calendario(DAY, DAY))
        there = told(of(OCCUPIED, notice), notice)

        assert "negli ultimi cinque anni» fosse no (ora è sì), la domanda sarebbe da comp" in text
        assert (
            "\nDa quale giorno, qui non si calcola. E vale solo se quel giorno tutto il resto è "
            "ancora com'è ora: con il tempo altre condizioni sui giorni possono non valere più.\n"
        ) in text
        assert "Il tempo da solo non basta" not in text
        assert "# Che cosa cambia il tempo\nIn questo avviso il tempo non aiuta" in there

    def test_a_pair_with_a_fact_that_time_changes(self) -> None:
        """Said of two together as well: on the day of the one the other may hold no longer."""
        found = of(but(isee=Euro(940_000), isp=Euro(3_000_000)))
        (pair,) = found.coppie[:1]
        ageing = tuple(evolve(d, fatto=evolve(d.fatto, cambia=Cambia.TEMPO)) for d in pair.dati)

        assert "qui non si calcola" not in told(found)
        assert "Da quale giorno, qui non si calcola. E vale solo se" in told(
            evolve(found, coppie=(evolve(pair, dati=ageing),))
        )

    def test_a_greater_amount_later(self) -> None:
        """What is due to who is admitted may be more on another day too."""
        found = of(ADMITTED)
        later = Cambiamento((), evolve(found.verdict, importo=Euro(200_000)), giorno=DAY)
        text = told(evolve(found, giorni=(later,)))

        assert (
            "# Che cosa cambia il tempo\n"
            "dal 1º settembre 2024 l'importo sarebbe 2.000,00 € invece di 1.000,00 €.\n"
        ) in text

    def test_until_a_day_and_by_another_law(self) -> None:
        """Both are said."""
        found = of(but(data_assegnazione=date(2022, 10, 15)))
        (day,) = found.giorni
        other = evolve(day, fino=date(2025, 1, 11), legge=True)
        text = told(evolve(found, giorni=(other,)))

        assert "dal 15 ottobre 2024 all'11 gennaio 2025 (con la legge di allora) la" in text
        assert "da un giorno che deve ancora venire, e non oltre un altro la domanda" in told(
            evolve(found, giorni=(other,)), valori=False
        )

    def test_until_when_was_not_looked_through(self) -> None:
        """It is told, and not taken for ever."""
        found = of(but(data_assegnazione=date(2022, 10, 15)))
        (day,) = found.giorni
        text = told(evolve(found, giorni=(evolve(day, fino_deciso=False),)))

        assert "dal 15 ottobre 2024 (fino a quando, nei passi concessi non si è guardato" in text

    def test_days_of_a_fact(self) -> None:
        """How many earlier or later."""
        fatto = next(f for f in DIFFICOLTA.fatti if f.nome == "data_contratto")
        found = of(but(decadenza="c1-h"))
        later = DatoCambiato(fatto, None, date(2024, 1, 1), date(2024, 1, 3), 2)
        sooner = DatoCambiato(fatto, None, date(2024, 1, 2), date(2024, 1, 1), 1)
        some = tuple(Cambiamento((each,), found.verdict) for each in (later, sooner))
        text = told(evolve(found, persona=some))
        hidden = told(evolve(found, persona=some), valori=False)

        assert "fosse 3 gennaio 2024 (ora è 1º gennaio 2024: 2 giorni dopo)" in text
        assert "1 giorno prima" in text
        assert "fosse un giorno successivo" in hidden
        assert "fosse un giorno precedente" in hidden
