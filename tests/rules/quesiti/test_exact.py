"""What is no question, no answer and no part of one is refused when it is made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from proof.by_hand import ON, measure

from casa_model.errors import IllTyped
from casa_model.proof import dimostra
from casa_model.readers.changes import NonDeciso
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.quesiti import (
    Confini,
    Contesto,
    Dimostrazione,
    Esempio,
    Mai,
    Proprieta,
    Risposta,
    SenzaValore,
    Versione,
)

if TYPE_CHECKING:
    from collections.abc import Callable

BOUNDS = Confini(None, (ON,))
ASKED = Mai(Contesto.di(measure("attivo"), giorni=ON), t.Fact("ammessa"))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: dimostra(None),
        lambda: dimostra("mai"),
        lambda: dimostra(ASKED, limiti=10),
        lambda: Contesto.delle([None], giorni=ON),
        lambda: Contesto.delle((), giorni=ON),
        lambda: Contesto.di(None, giorni=ON),
        lambda: Versione(measure(), "2024-01-01"),
        lambda: Confini("6", (ON,)),
        lambda: Confini(6, ON),
        lambda: Confini(6, (ON,), "altro"),
        lambda: Confini(6, (ON,), (), "altro"),
        lambda: SenzaValore("soglia", ON),
        lambda: Esempio({}, ON, ()),
        lambda: Esempio(Fatti({}), "oggi", ()),
        lambda: Esempio(Fatti({}), ON, []),
        lambda: Dimostrazione(None, Risposta.SI, BOUNDS),
        lambda: Dimostrazione(ASKED, "si", BOUNDS),
        lambda: Dimostrazione(ASKED, Risposta.SI, None),
        lambda: Dimostrazione(ASKED, Risposta.SI, BOUNDS, []),
        lambda: Dimostrazione(ASKED, Risposta.SI, BOUNDS, perche="tempo"),
        lambda: Dimostrazione(ASKED, Risposta.SI, BOUNDS, a_vuoto=1),
        lambda: Dimostrazione(ASKED, Risposta.SI, BOUNDS, vuota="ammessa"),
        lambda: Dimostrazione(ASKED, Risposta.SI, BOUNDS, righe=[1]),
        lambda: Proprieta("x", None),
        lambda: Proprieta("x", ASKED, "si"),
        lambda: Proprieta("x", ASKED, testo="parole"),
        lambda: Proprieta("x", ASKED, norma="art. 1"),
        lambda: Proprieta("x", ASKED, frasi="ammessa"),
        lambda: NonDeciso("abc"),
        lambda: NonDeciso(("isee",), 3),
    ],
)
def test_refused(wrong: Callable[[], object]) -> None:
    """By an error of ours, in both languages, with the mend and no value."""
    with pytest.raises(IllTyped) as error:
        wrong()

    assert "; " in error.value.testo("it")
    assert "abc" not in str(error.value)


def test_what_is_right() -> None:
    """The same, as they should be."""
    answer = Dimostrazione(ASKED, Risposta.SI, BOUNDS, vuota=t.Fact("ammessa"))

    assert answer.vuota == t.Fact("ammessa")
    assert Proprieta("x", ASKED).attesa is Risposta.SI
    assert NonDeciso(("isee",)).nomi == ("isee",)
    assert Esempio(Fatti({}), date(2024, 1, 1), ()).verdetti == ()
