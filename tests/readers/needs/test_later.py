"""Facts behind a choice that is not known are not missing yet: that they may come is told."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.casa import edizione
from casa_model.readers.evaluate import evaluate
from casa_model.readers.needs import more_later
from casa_model.rules.facts import Fatti, Value
from casa_model.rules.leggi import leggi_misura
from casa_model.values import Euro

ON = date(2024, 9, 2)
TEXT = """formato = 1
[atti.dgc-40-2024]
nome = "d.g.c. 40/2024"
titolo = { it = "Prova", en = "Trial" }
[misura]
codice = "ramo"
titolo = { it = "Prova", en = "Trial" }
norma = "dgc-40-2024, art. 1"
grado = "atto"
vigenza = { dal = 2024-04-01 }
[fatti.studia]
etichetta = { it = "studia", en = "studies" }
tipo = "bool"
membro = true
[fatti.reddito]
etichetta = { it = "reddito", en = "income" }
tipo = "euro"
membro = true
[[requisiti]]
codice = "isee"
norma = "dgc-40-2024, art. 2"
testo = { it = "ISEE o patrimonio entro 1.000,00", en = "ISEE or ISP within 1.000,00" }
condizione = "(isee if canone_pagato else isp) <= 1000.00"
"""
MEMBERS = """[[requisiti]]
codice = "redditi"
norma = "dgc-40-2024, art. 2"
testo = { it = "redditi di chi studia", en = "incomes of who studies" }
condizione = "somma(membri, reddito, studia) <= 1000.00"
"""
YES: dict[str, Value] = {"canone_pagato": True, "isee": Euro(1)}


@pytest.mark.parametrize(
    ("fatti", "mancano", "told"),
    [
        (Fatti(), ("canone_pagato",), True),
        (Fatti({"isee": Euro(1), "isp": Euro(1)}), ("canone_pagato",), False),
        (Fatti({"canone_pagato": True}), ("isee",), False),
        (Fatti(YES), (), False),
    ],
)
def test_what_a_choice_hides_may_be_asked_later(
    fatti: Fatti, mancano: tuple[str, ...], *, told: bool
) -> None:
    """While the choice is not known; not of the branch that it leaves, nor of what is known."""
    misura = leggi_misura(TEXT, file="ramo.toml", fatti=edizione().fatti).valore

    assert evaluate(misura, fatti, on=ON).mancano == mancano
    assert more_later(misura, fatti, mancano, on=ON) is told


@pytest.mark.parametrize(
    ("fatti", "mancano", "told"),
    [
        (Fatti(YES), ("membri",), True),
        (Fatti(YES, [{"reddito": Euro(1)}]), ("studia",), False),
        (Fatti(YES, [{"studia": True}]), ("reddito",), False),
        (Fatti(YES, [{}]), ("studia",), True),
    ],
)
def test_the_facts_of_members_come_after_their_list(
    fatti: Fatti, mancano: tuple[str, ...], *, told: bool
) -> None:
    """Nobody can say who they are before."""
    misura = leggi_misura(TEXT + MEMBERS, file="ramo.toml", fatti=edizione().fatti).valore

    assert set(evaluate(misura, fatti, on=ON).mancano) == set(mancano)
    assert more_later(misura, fatti, mancano, on=ON) is told
