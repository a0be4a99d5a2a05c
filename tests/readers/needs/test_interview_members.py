"""An interview of a household with members."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from readers.needs.asking import asked, of
from readers.trial import BASE, NEW, requirement

from casa_model.errors import InvalidFacts
from casa_model.readers.needs import Interview
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.types import NumberType


class TestMembers:
    """The members are counted first, then each is asked about."""

    def test_componenti_counts_them(self) -> None:
        """And the list is as long as it says."""
        interview = of(requirement("adulti", "tutti(membri, eta >= 18)"))
        names = asked(interview, componenti=2, **{"eta[0]": 40, "eta[1]": 18})

        assert ["componenti", "eta[0]", "eta[1]"] == names
        assert Esito.AMMESSO is interview.status.esito
        assert [{"eta": 40}, {"eta": 18}] == list(map(dict, interview.fatti.membri or ()))

    def test_one_may_settle_it(self) -> None:
        """One minor is enough, of whatever age the others are."""
        interview = of(requirement("minori", "qualcuno(membri, eta < 18)"), componenti=3)

        assert ["eta[0]", "eta[1]"] == asked(interview, **{"eta[0]": 40, "eta[1]": 3})

    def test_the_list_counts_componenti(self) -> None:
        """Nobody is asked what can be counted."""
        misura = evolve(BASE, requisiti=(requirement("r", "conta(membri, eta < 18) < componenti"),))
        interview = Interview(misura, Fatti({}, [{"eta": 4}, {}]), on=NEW)

        assert ["eta[1]"] == asked(interview, **{"eta[1]": 40})
        assert Esito.AMMESSO is interview.status.esito

    def test_a_number_of_them_has_no_range_until_they_are_counted(self) -> None:
        """Then it has: no two members with these numbers reach 500."""
        interview = of(requirement("pochi", "conta(membri, eta < 18) + quota < 500"))
        names = asked(interview, componenti=2)

        assert {"componenti", "quota"} >= set(names)
        assert "componenti" in names
        assert Esito.AMMESSO is interview.status.esito

    def test_not_known_how_many(self) -> None:
        """Then nothing of them is asked."""
        interview = of(requirement("minori", "qualcuno(membri, eta < 18)"))

        assert ["componenti"] == asked(interview)
        assert ("membri",) == interview.status.mancano

    @pytest.mark.parametrize("odd", ["absent", "from zero"])
    def test_a_measure_without_componenti_asks_how_many(self, odd: str) -> None:
        """And so does one whose `componenti` may be something else than a number of members."""
        tipo = NumberType(0, euro=False, lo=0, hi=30)
        fatti = tuple(
            evolve(f, tipo=tipo) if f.nome == "componenti" else f
            for f in BASE.fatti
            if odd != "absent" or f.nome != "componenti"
        )
        ages = requirement("somma", "somma(membri, eta) < 50")
        interview = Interview(evolve(BASE, fatti=fatti, requisiti=(ages,)), on=NEW)
        question = next(interview)
        for wrong in (0, 31, "due"):
            with pytest.raises(InvalidFacts, match="membri"):
                interview.answer(wrong)
        interview.answer(2)

        assert "numero dei componenti del nucleo" == question.fatto.etichetta.it
        assert ["eta[0]", "eta[1]"] == asked(interview, **{"eta[0]": 4, "eta[1]": 40})
        assert Esito.AMMESSO is interview.status.esito

    def test_a_member_who_cannot_be_is_refused(self) -> None:
        """The question stands."""
        interview = of(requirement("minori", "qualcuno(membri, eta < 18)"), componenti=1)
        next(interview)
        with pytest.raises(InvalidFacts, match="eta"):
            interview.answer(131)
        interview.answer(17)

        assert Esito.AMMESSO is interview.status.esito


@pytest.mark.parametrize("spelt", ["2", "2.0"])
@pytest.mark.parametrize("named", [True, False])
def test_a_number_of_members_is_a_number_however_spelt(spelt: str, *, named: bool) -> None:
    """Told at the start or answered: two members of whom nothing is known."""
    facts = tuple(each for each in BASE.fatti if named or each.nome != "componenti")
    asks = (requirement("r", "qualcuno(membri, eta < 18)"),)
    misura = evolve(BASE, fatti=facts, requisiti=asks)
    interview = Interview(misura, on=NEW)
    next(interview)
    interview.answer(Decimal(spelt))

    assert ({}, {}) == interview.fatti.membri
    if named:
        told = Interview(misura, Fatti({"componenti": Decimal(spelt)}), on=NEW)
        assert ({}, {}) == told.fatti.membri
