"""Requirements that nobody has read: whoever has one admits nobody, and it is told."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from proof.by_hand import ON, measure

from casa_model.proof import dimostra
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.misura import Calendario, Importo, Misura, Requisito, Voce
from casa_model.rules.quesiti import (
    Contesto,
    Inutile,
    Mai,
    Risposta,
    StessaRisposta,
    Versione,
)
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Vigenza

UNREAD = Requisito("mai-letto", words("r"), FONTE, None)
LATER = Requisito("poi", words("r"), FONTE, None, vigenza=Vigenza(date(2024, 3, 1)))


def paying(cents: int, *requisiti: Requisito) -> Misura:
    """Whoever is `attivo` is paid so much, if the other requirements say so too."""
    bare = measure("attivo")
    voce = Voce("voce", t.Number(cents, 2), fonte=FONTE)
    return evolve(
        bare,
        requisiti=(*bare.requisiti, *requisiti),
        importo=Importo((voce,), fonte=FONTE),
    )


class TestTheSameAnswer:
    """Of two measures that admit nobody what they would pay is compared."""

    def test_another_amount(self) -> None:
        """They are not the same: the household is admitted by both, without what is unread."""
        contesto = Contesto.di(paying(100, UNREAD), paying(200, UNREAD), giorni=ON)
        found = dimostra(StessaRisposta(contesto))
        (shown,) = found.esempi

        assert (found.risposta, found.senza_non_letti) == (Risposta.NO, True)
        assert {verdict.esito for verdict in shown.verdetti} == {Esito.AMMESSO}
        assert found.confini.non_letti == ("mai-letto",)
        assert found.quesito.contesto == contesto

    def test_the_same_amount(self) -> None:
        """Without what is unread they are the same too."""
        contesto = Contesto.di(paying(100, UNREAD), paying(100, UNREAD), giorni=ON)
        found = dimostra(StessaRisposta(contesto))

        assert (found.risposta, found.senza_non_letti) == (Risposta.SI, True)
        assert found.confini.non_letti == ("mai-letto",)

    def test_read_in_one_of_the_two(self) -> None:
        """Whoever it admits the other leaves to be completed: nothing is left out."""
        contesto = Contesto.di(paying(100, UNREAD), paying(100), giorni=ON)
        found = dimostra(StessaRisposta(contesto))

        assert (found.risposta, found.senza_non_letti) == (Risposta.NO, False)

    def test_all_is_read(self) -> None:
        """Nothing is told where there is nothing to tell."""
        found = dimostra(StessaRisposta(Contesto.di(paying(100), paying(100), giorni=ON)))

        assert (found.risposta, found.senza_non_letti) == (Risposta.SI, False)
        assert found.confini.non_letti == ()


@pytest.mark.parametrize(
    ("giorni", "expected"),
    [
        (ON, ("mai-letto",)),
        (date(2024, 3, 1), ("mai-letto", "poi")),
        (Vigenza(date(2024, 1, 1), date(2024, 12, 31)), ("mai-letto", "poi")),
    ],
)
def test_among_the_bounds(giorni: date | Vigenza, expected: tuple[str, ...]) -> None:
    """Those that are law on some of the days asked, whatever is asked."""
    contesto = Contesto.di(paying(100, UNREAD, LATER), giorni=giorni)

    assert dimostra(Mai(contesto, t.Fact("ammessa"))).confini.non_letti == expected
    assert dimostra(Inutile(contesto, "attivo")).confini.non_letti == expected


def test_on_the_day_of_its_law() -> None:
    """A notice, and a version by the law of another day, whatever the day of the question."""
    misura = paying(100, LATER)
    fixed = evolve(misura, calendario=Calendario(ON, date(2024, 5, 1)))

    assert Contesto((Versione(fixed),), date(2024, 5, 1)).non_letti == ()
    assert Contesto((Versione(misura, ON),), date(2024, 5, 1)).non_letti == ()
    assert Contesto((Versione(misura),), date(2024, 5, 1)).non_letti == ("poi",)
