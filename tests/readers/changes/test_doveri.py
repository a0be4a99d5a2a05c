"""What the person has to do is never advised to be left undone, nor what one is to be another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.changes.asked import found, values
from readers.changes.households import ACCESSO, DIFFICOLTA, but
from readers.changes.words import told

from casa_model.casa import edizione
from casa_model.rules import tree as t
from casa_model.rules.facts import Cambia, Fatti
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

PAID = next(fatto for fatto in edizione().fatti if fatto.nome == "canone_pagato")


def asking(condizione: t.Expr) -> Misura:
    """The measure with another first requirement, over the rent that is paid."""
    (first, *others) = DIFFICOLTA.requisiti
    return evolve(
        DIFFICOLTA,
        fatti=(*DIFFICOLTA.fatti, PAID),
        requisiti=(evolve(first, condizione=condizione), *others),
    )


UNPAID = asking(t.Not(t.Fact("canone_pagato")))


class TestDone:
    """The rent is paid: that it be so no longer is never proposed."""

    def test_it_may_be_done(self) -> None:
        """Where it is not yet."""
        told_of = found(but(canone_pagato=False), asking(t.Fact("canone_pagato")))

        assert values(told_of.persona) == [{"canone_pagato": True}]
        assert told_of.obblighi == ()

    def test_it_is_not_undone(self) -> None:
        """It would help, and that is said instead."""
        some = found(but(canone_pagato=True), UNPAID)
        text = told(some, UNPAID)

        assert (some.tutti, some.obblighi) == ((), ("canone_pagato",))
        assert "il canone dell'anno di riferimento è pagato: che non sia più così non si" in text
        assert "Nessun cambiamento che si possa proporre cambia l'esito." in text
        assert "farlo crescere" not in text
        assert "che si possa proporre lo soddisfa da solo." in text

    def test_nor_for_a_greater_amount(self) -> None:
        """More to whoever has not paid."""
        paid = DIFFICOLTA.importo
        assert paid is not None
        more = evolve(paid.voci[0], codice="di-piu", se=t.Not(t.Fact("canone_pagato")))
        misura = evolve(asking(t.Truth(value=True)), importo=evolve(paid, voci=(*paid.voci, more)))
        some = found(but(canone_pagato=True), misura)

        assert some.persona == ()
        assert some.obblighi == ("debito_pregresso", "canone_pagato")
        assert "farlo crescere non si propone mai" in told(some, misura)
        assert "che non sia più così non si propone mai" in told(some, misura)

    def test_what_would_not_help(self) -> None:
        """Is not named."""
        assert found(but(canone_pagato=True, isee=Euro(940_000)), UNPAID).obblighi == ()


@pytest.mark.parametrize("nome", ["canone_pagato", "anagrafe_regolare", "partecipa_ai_programmi"])
def test_duties_of_the_dictionary(nome: str) -> None:
    """Somebody can do them."""
    (fatto,) = (each for each in edizione().fatti if each.nome == nome)

    assert (fatto.adempimento, fatto.cambia) == (True, Cambia.PERSONA)


class TestWhatOneIs:
    """Citizenship and members are not what one changes to obtain a subsidy."""

    def test_citizenship(self) -> None:
        """Named once, without a value."""
        some = found(Fatti({"isee": Euro(0), "isp": Euro(0), "titolo_soggiorno": "altro"}), ACCESSO)

        assert (some.persona, some.coppie) == ((), ())
        assert {dato.nome for each in some.nessuno for dato in each.dati} == {"titolo_soggiorno"}

    def test_members(self) -> None:
        """One more would raise the threshold of the assets."""
        some = found(but(isp=Euro(2_385_000), scala_equivalenza=2))

        assert "componenti" not in {d.nome for each in some.persona for d in each.dati}
        assert {"componenti"} in [{d.nome for d in each.dati} for each in some.nessuno]
