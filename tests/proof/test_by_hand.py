"""Cases worked out by hand: days, rounding, members, tables, and what is not known."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from casa_model.casa.edizione import edizione
from casa_model.casa.proprieta import proprieta
from casa_model.errors import IllTyped, UnknownName, WrongDay
from casa_model.proof import Limiti, Unconfirmed, dimostra
from casa_model.proof import _confirm as confirm
from casa_model.proof import _days as days
from casa_model.proof import _useless as useless
from casa_model.proof._texts import Texts
from casa_model.proof._z3 import Solver, both, same
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.calendar import add_months, last_start, months_between
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import (
    Calendario,
    Chiave,
    Definizione,
    Misura,
    Ordinamento,
    Requisito,
)
from casa_model.rules.params import IndiceScelta, Parametro, ParamValue, Riga
from casa_model.rules.quesiti import (
    ALL_DAYS,
    Contesto,
    Equivale,
    GiornoVuoto,
    Inutile,
    Mai,
    Monotona,
    Perche,
    RigaVuota,
    Risposta,
    Scoperto,
    Sempre,
    SovrapponeMisure,
    StessaRisposta,
    Superfluo,
    Unica,
    Versione,
    Verso,
    Vocabolario,
    leggi_frase,
)
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType, Type
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Euro, Periodo, Storia, Vigenza

ON = date(2024, 2, 29)
EURO = NumberType(2, euro=True, lo=0, hi=100_000_000)
FATTI = (
    Fatto("isee", EURO, words("isee")),
    Fatto("altro", EURO, words("altro")),
    Fatto("componenti", NumberType(0, euro=False, lo=1, hi=30), words("componenti")),
    Fatto("quota", NumberType(4, euro=False, lo=-10_000, hi=10_000), words("quota")),
    Fatto("peso", NumberType(4, euro=False, lo=-10_000, hi=10_000), words("peso")),
    Fatto("attivo", BoolType(), words("attivo")),
    Fatto("tipo", ChoiceType(("a", "b", "c")), words("tipo")),
    Fatto("comune", CodeType(), words("comune")),
    Fatto("inizio", DateType(), words("inizio")),
    Fatto("fine", DateType(), words("fine")),
    Fatto("eta", NumberType(0, euro=False, lo=0, hi=120), words("eta"), membro=True),
)


def measure(*conditions: str, definizioni: tuple[Definizione, ...] = ()) -> Misura:
    """A measure whose requirements are written out."""
    bare = Misura("mia", words("mia"), FONTE, Vigenza(date(2000, 1, 1)), FATTI, (), definizioni, ())
    names = Vocabolario.di(Contesto.di(bare, giorni=ON))
    return evolve(
        bare,
        requisiti=tuple(
            Requisito(f"r-{at}", words("r"), FONTE, leggi_frase(text, names))
            for at, text in enumerate(conditions)
        ),
    )


def ask(text: str, misura: Misura | None = None, giorni: date | Vigenza = ON) -> tuple[str, dict]:
    """Whether a phrase is true for nobody; the facts of somebody for whom it is."""
    contesto = Contesto.di(misura or measure("attivo"), giorni=giorni)
    found = dimostra(Mai(contesto, leggi_frase(text, Vocabolario.di(contesto))))
    return found.risposta.value, dict(found.esempi[0].fatti.valori) if found.esempi else {}


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
        """What takes seven members is not seen with six, and the bound says so."""
        contesto = Contesto.di(measure("attivo"), giorni=ON)
        phrase = leggi_frase("conta(membri, eta > 3) == 7", Vocabolario.di(contesto))
        few = dimostra(Mai(contesto, phrase))
        many = dimostra(Mai(contesto, phrase), limiti=Limiti(membri=7))

        assert (few.risposta, few.confini.membri) == (Risposta.SI, 6)
        assert (many.risposta, many.confini.membri) == (Risposta.NO, 7)


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
        assert texts.text(0) == "altro-7"

    def test_every_value_of_a_choice(self) -> None:
        """A choice has the values that it declares and no other."""
        assert ask('tipo != "a" and tipo != "b" and tipo != "c"')[0] == "si"
        assert ask('tipo not in {"a", "b"}') == ("no", {"tipo": "c"})


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

    def test_names_that_are_not_there(self) -> None:
        """A question about nothing is refused with the near miss."""
        contesto = Contesto.di(measure("classe > 0", definizioni=self.DEAD), giorni=ON)
        wrong = (
            RigaVuota(contesto, "classe", 4),
            Unica(contesto, "clase"),
            Superfluo(contesto, "r-9"),
            Monotona(contesto, "attivo"),
            Inutile(contesto, "nessuno"),
            StessaRisposta(contesto),
            SovrapponeMisure(contesto),
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
        """Each by its own law; a phrase over both speaks of their answers."""
        notice = evolve(measure("attivo"), calendario=Calendario(date(2023, 5, 1), ON))
        contesto = Contesto.di(notice, evolve(measure("isee < 5.00"), codice="b"), giorni=ALL_DAYS)
        text = "ammessa_mia and not ammessa_b"
        found = dimostra(Mai(contesto, leggi_frase(text, Vocabolario.di(contesto))))

        assert found.risposta is Risposta.NO
        assert [verdict.on for verdict in found.esempi[0].verdetti] == [
            date(2023, 5, 1),
            found.esempi[0].on,
        ]

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

    def test_without_z3(self) -> None:
        """Asking says which line installs what is missing, in both languages."""
        code = (
            "import sys; sys.modules['z3'] = None\n"
            "from casa_model.errors import MissingExtra\n"
            "from casa_model.proof._z3 import Solver\n"
            "try:\n    Solver(1)\n"
            "except MissingExtra as error:\n"
            "    print(error.testo('it')); print(error)\n"
        )
        ran = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )

        assert ran.stdout.count('pip install "casa-model[proof]"') == 2

    def test_the_same_household_each_time(self) -> None:
        """The same question has the same answer."""
        contesto = Contesto.di(edizione().misure["crs-difficolta"], giorni=ON)
        asked = [dimostra(Superfluo(contesto, "isee")).esempi for _ in range(2)]

        assert asked[0] == asked[1]

    def test_a_solver_holds_what_it_is_told(self) -> None:
        """A claim that is false by itself leaves nothing."""
        solver = Solver(1000)
        never = same(1, 2)
        solver.add(both(same(solver.whole("x"), 1), same(2, 2)))
        assert solver.solve() is True
        solver.add(never)
        assert solver.solve() is False


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
