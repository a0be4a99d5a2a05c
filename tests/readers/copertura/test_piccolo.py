"""The household of a generated case: the smallest numbers that do, of its members too."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from readers.copertura.asked import ON, household, point

from casa_model import Euro, Fatti
from casa_model.exchange.casi import scrivi_casi
from casa_model.readers.copertura import Copertura, Mancante, casi_mancanti
from casa_model.readers.copertura._ricchi import piu_ricchi
from casa_model.readers.copertura._vede import Nucleo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.copertura import CasoMancante
    from casa_model.rules.misura import Misura

MEMBER = """[fatti.pensione]
tipo = "euro"
membro = true
etichetta = { it = "pensione", en = "pension" }
prova = { it = "cedolino", en = "slip" }
cambia = "persona"

[fatti.nascita]
tipo = "data"
membro = true
etichetta = { it = "nascita", en = "birth" }
prova = { it = "documento", en = "document" }
cambia = "nessuno"

"""
SUM = (
    'condizione = "isee < soglia"',
    'condizione = "somma(membri, pensione, anni_tra(nascita, data_requisiti) >= 65) < soglia"',
)


def _made(misura: Misura) -> tuple[CasoMancante, ...]:
    """The case for one hole."""
    hole = Mancante(point(misura, "minori-falso"), household(misura, "minori-falso"))
    return casi_mancanti(misura, Copertura(misura.codice, (hole,)), lang="it")


def test_a_sum_of_members_is_a_cent_above(con: Callable[..., Misura]) -> None:
    """Not some sum that another fact, the day of birth, would move across the threshold."""
    found = household(con(("[fatti.area]\n", f"{MEMBER}[fatti.area]\n"), SUM), "isee-sopra")

    rows = found.fatti.membri or ()
    assert [row["pensione"] for row in rows] == [Euro.parse("1000.01")]


def test_members_are_counted_where_nobody_asks_how_many(con: Callable[..., Misura]) -> None:
    """A case need not say that their number is not known, as no rule reads it."""
    uncounted = con(*((f'"componenti == {n}"', f'"isee == {n}"') for n in (1, 2)))

    (made,) = _made(uncounted)

    assert made.caso.fatti.valori.get("componenti") == len(made.caso.fatti.membri or ())
    assert "ignoti" not in scrivi_casi([made.caso], uncounted, nome="prova")


def test_who_is_made_richer_keeps_their_members(regola: Misura) -> None:
    """Of an amount that reads how many they are: the list says it, and no other number is tried."""
    fatti = Fatti({"isee": Euro(1), "componenti": Decimal(1)}, [{"eta": Decimal(3)}])
    richer = [each.fatti.valori for each in piu_ricchi(Nucleo(regola, fatti, ON))]

    assert {valori["componenti"] for valori in richer} == {1}
    assert {valori["pagato"] for valori in richer if "pagato" in valori} == {True, False}
