"""Ranges, indexes and choices that few rules have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from proof.by_hand import EURO, FATTI, ON, ask, measure

from casa_model.errors import IllTyped, InvalidValue
from casa_model.proof import Limiti, Unconfirmed, World, dimostra
from casa_model.proof import _useless as useless
from casa_model.proof._terms import both
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import (
    Calendario,
    Chiave,
    Importo,
    Misura,
    Ordinamento,
    Voce,
)
from casa_model.rules.params import IndiceIntero, Parametro, Riga
from casa_model.rules.quesiti import ALL_DAYS, Contesto, Inutile, Mai, Perche, Risposta, Vocabolario
from casa_model.rules.types import ChoiceType, NumberType
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Euro, Periodo, Storia, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.facts import Value

INT = NumberType(0, euro=False, lo=1, hi=9)


def more(*fatti: Fatto, parametri: tuple[Parametro, ...] = ()) -> Misura:
    """A measure with facts and parameters more."""
    names = {each.nome for each in fatti}
    kept = tuple(each for each in FATTI if each.nome not in names)
    return evolve(measure("attivo"), fatti=(*kept, *fatti), parametri=parametri)


def useless_of(nome: str, *conditions: str) -> Inutile:
    """Whether a fact of a measure is asked in vain."""
    return Inutile(Contesto.di(measure(*conditions), giorni=ON), nome)


class TestLimits:
    """What bounds an answer."""

    @pytest.mark.parametrize(("membri", "millisecondi"), [(0, 1), (-1, 1), (31, 1), (1, 0)])
    def test_no_such_bound(self, membri: int, millisecondi: int) -> None:
        """A household has 1 to 30 members, and a search some time."""
        with pytest.raises(InvalidValue, match="; change "):
            Limiti(membri, millisecondi)

    def test_no_number(self) -> None:
        """Whole numbers and nothing else."""
        with pytest.raises(IllTyped, match="`membri`"):
            Limiti("x", 1)  # type: ignore[arg-type]
        with pytest.raises(IllTyped, match="`millisecondi`"):
            Limiti(millisecondi=True)

    def test_the_outmost(self) -> None:
        """The least and the most."""
        assert (Limiti(1, 1).membri, Limiti(30, 1).membri) == (1, 30)


class TestKinds:
    """What facts and parameters may be."""

    def test_never_above_nothing(self) -> None:
        """A number that is never positive is shown as near to nothing as may be."""
        debt = Fatto("debito", NumberType(0, euro=False, lo=-10, hi=0), words("debito"))

        assert ask("debito < -2", more(debt)) == ("no", {"debito": Decimal(-3)})

    def test_choices_that_share_values(self) -> None:
        """A choice read second has its own values and none of the first."""
        other = Fatto("scelta", ChoiceType(("a", "z")), words("scelta"))

        assert ask('tipo == "b" and scelta != "a"', more(other)) == (
            "no",
            {"tipo": "b", "scelta": "z"},
        )
        assert ask('tipo == "b" and scelta != "a" and scelta != "z"', more(other))[0] == "si"

    def test_a_parameter_by_number(self) -> None:
        """Its entry is taken by the number."""
        rows = tuple(
            Riga((at,), Storia((Periodo(date(2000, 1, 1), Decimal(each), FONTE),)))
            for at, each in ((1, 4), (2, 7))
        )
        quanto = Parametro("quanto", INT, words("quanto"), rows, (IndiceIntero(1, 2),))
        persone = Fatto("persone", NumberType(0, euro=False, lo=1, hi=2), words("persone"))
        misura = more(persone, parametri=(quanto,))

        assert ask("quanto[persone] == 7", misura) == ("no", {"persone": Decimal(2)})
        assert ask("quanto[persone] == 5", misura)[0] == "si"

    def test_euros_are_no_members(self) -> None:
        """`componenti` in euros says nothing of the list."""
        misura = more(Fatto("componenti", EURO, words("componenti")))
        said, shown = ask("componenti == 5.00 and conta(membri, eta >= 0) == 2", misura)

        assert (said, shown) == ("no", {"componenti": Euro(500)})

    @pytest.mark.parametrize("product", ["isee * componenti", "componenti * isee"])
    def test_a_product_by_few(self, product: str) -> None:
        """A number of few values is told by cases, on either side."""
        said, shown = ask(f"{product} == 3.02 and componenti > 1")

        assert (said, shown) == ("no", {"isee": Euro(151), "componenti": Decimal(2)})

    def test_a_notice_on_all_days(self) -> None:
        """Its own law and day, whatever days are asked about."""
        notice = evolve(measure("attivo"), calendario=Calendario(date(2023, 5, 1), ON))
        found = dimostra(Mai(Contesto.di(notice, giorni=ALL_DAYS), t.Fact("ammessa")))

        assert found.risposta is Risposta.NO
        assert found.esempi[0].verdetti[0].on == date(2023, 5, 1)

    def test_a_world_of_which_nothing_was_asked(self) -> None:
        """Its day is the first of its days."""
        assert World((measure("attivo"),), Vigenza(ON)).day() == ON

    def test_what_a_household_knows(self) -> None:
        """A value of each kind stays what it is."""
        known: dict[str, Value] = {
            "isee": Euro(7), "componenti": Decimal(3), "quota": Decimal("0.5"), "attivo": False,
            "tipo": "b", "comune": "F205", "inizio": date(2001, 2, 3),
        }  # fmt: skip
        reads = (
            'isee == 0.07 or componenti == 3 or quota == 0.5 or attivo or tipo == "b" '
            'or comune == "F205" or inizio == data("2001-02-03")'
        )
        world = World((measure(reads),), Vigenza(ON))
        world.answer(measure(reads))
        world.solver.add(both(*world.household.known_of(Fatti(known))))

        assert world.solver.solve() is True
        assert dict(world.household.fatti().valori) == known

    def test_an_item_that_is_no_sum(self) -> None:
        """A measure that nobody has checked is refused, and the fault is told."""
        wrong = t.Compare("<", t.Fact("isee"), t.Truth(value=True))
        misura = evolve(measure("attivo"), importo=Importo((Voce("v", wrong),)))

        with pytest.raises(IllTyped, match="tipi-incompatibili"):
            Vocabolario.di(Contesto.di(misura, giorni=ON))


class TestInVain:
    """Facts asked in vain: what is learnt, and what is not known."""

    def test_the_stated_number_completes_a_list(self) -> None:
        """Where the list is not known, as many members as are stated stand on it."""
        young = "qualcuno(membri, eta < 18)"
        quesito = useless_of("altro", young, "componenti < 9", "altro > 5.00")

        assert dimostra(quesito).risposta is Risposta.NO

    def test_a_list_keeps_its_number(self) -> None:
        """Of a household with listed members all else may be forgotten."""
        known = Fatti({"isee": Euro(1), "componenti": Decimal(1)}, [{"eta": Decimal(9)}])
        fewer = list(useless._fewer(known))

        assert [set(each.valori) for each in fewer if each.membri] == [
            {"componenti"},
            set(known.valori),
        ]
        assert [set(each.valori) for each in fewer if not each.membri] == [set(known.valori)]

    def test_a_completion_that_is_refused(self) -> None:
        """Only `c` is admitted with such an ISEE, and of whoever is `c` the rest is not asked."""
        quesito = useless_of(
            "attivo", 'tipo == "c" or attivo or tipo != "b"', 'isee < 5.00 or tipo == "c"'
        )
        found = dimostra(quesito)

        assert found.risposta is Risposta.SI
        assert dict(found.esempi[0].fatti.valori) == {"isee": Euro(500)}

    def test_a_day_of_the_ranking(self) -> None:
        """It does not admit, and places: it is not asked in vain."""
        ranked = evolve(measure("attivo"), graduatoria=Ordinamento((Chiave("inizio"),)))
        quesito = Inutile(Contesto.di(ranked, giorni=ON), "inizio")

        assert dimostra(quesito).risposta is Risposta.NO

    @pytest.mark.parametrize("gave_up", [True, False])
    def test_completions_that_are_not_known(
        self, monkeypatch: pytest.MonkeyPatch, *, gave_up: bool
    ) -> None:
        """Where the second solver does not know, nobody does, and why is told."""

        def differ(search: useless.Search, *_: object) -> None:
            search._inner.solver.gave_up = gave_up

        monkeypatch.setattr(useless.Search, "_differ", differ)
        found = dimostra(useless_of("attivo", "attivo"))

        assert found.risposta is Risposta.NON_SO
        assert found.perche is (Perche.PRODOTTO if gave_up else Perche.TEMPO)

    def test_what_was_learnt_is_confirmed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A household that a learnt pair tells apart is not shown."""
        conditions = ('attivo or tipo != "a"', "attivo or not attivo")
        whole = dimostra(useless_of("attivo", *conditions))
        monkeypatch.setattr(useless, "_answer", lambda _: object())

        assert whole.risposta is Risposta.SI
        with pytest.raises(Unconfirmed):
            dimostra(useless_of("attivo", *conditions))
