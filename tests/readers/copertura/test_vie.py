"""A point counts only where evaluation comes to it: the arm, the row, the item that was taken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from casa_model import Euro, Fatti
from casa_model.readers.copertura import Impossibile, NonTrovato, Trovato, cerca, codice, punti
from casa_model.readers.copertura._punto import PuntoCondizione
from casa_model.readers.copertura._vede import Nucleo
from casa_model.readers.copertura._via import Via, insieme
from casa_model.rules import tree as t

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.copertura import Ricerca
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

    Con = Callable[..., Misura]

ON, BEFORE = date(2024, 3, 1), date(2023, 12, 31)
CONDITION = 'condizione = "isee < soglia"'
MINORS = 'condizione = "qualcuno(membri, eta < 18)"'
LITTLE, MUCH = Euro.parse("1.00"), Euro.parse("5000.00")


def _seen(misura: Misura, fatti: Fatti, part: str, on: date = ON) -> set[str]:
    nucleo = Nucleo(misura, fatti, on)
    names = {codice(punto) for punto in punti(misura) if nucleo.arriva(punto)}
    return {name.removeprefix(part) for name in names if name.startswith(part)}


def _found(misura: Misura, name: str) -> Ricerca:
    return cerca(misura, next(p for p in punti(misura) if codice(p) == name))


@pytest.mark.parametrize(
    ("pagato", "seen"),
    [
        (True, {"vero", "2-vero", "3-vero"}),
        (False, {"vero", "2-falso", "4-vero"}),
        (None, {"ignoto", "2-ignoto"}),
    ],
)
def test_the_arm_that_is_taken(con: Con, pagato: Value | None, seen: set[str]) -> None:
    """Of the other nothing is seen; an unknown choice takes none, and is not known whatever."""
    misura = con((CONDITION, 'condizione = "spesa < soglia if pagato else isee < soglia"'))
    known: dict[str, Value] = {"spesa": LITTLE, "isee": LITTLE}
    known |= {} if pagato is None else {"pagato": pagato}

    found = {name for name in _seen(misura, Fatti(known), "isee-") if "deroga" not in name}
    assert found == seen


def test_an_arm_that_nobody_may_take_is_proven(con: Con) -> None:
    """Its condition is of nobody, though the same condition elsewhere would be of many."""
    misura = con((CONDITION, 'condizione = "(isee > soglia if isee < soglia else anziano)"'))

    assert isinstance(_found(misura, "isee-3-vero"), Impossibile)
    assert isinstance(_found(misura, "isee-3-falso"), Trovato)
    assert isinstance(_found(misura, "isee-3-sotto"), Trovato)  # one cent more is off the arm
    assert isinstance(_found(misura, "isee-4-ignoto"), Trovato)


def test_a_condition_written_twice_is_seen_on_either_way(con: Con) -> None:
    """And nowhere else; written where all come to it, everywhere."""
    twice = "(isee < soglia if anziano else isee < soglia and pagato)"
    misura = con((CONDITION, f'condizione = "{twice}"'))
    always = con((CONDITION, f'condizione = "{twice} or isee < soglia"'))

    for anziano in (True, False):
        assert "3-vero" in _seen(misura, Fatti({"anziano": anziano, "isee": LITTLE}), "isee-")
    assert "3-vero" not in _seen(misura, Fatti({"isee": LITTLE}), "isee-")
    assert "4-vero" in _seen(always, Fatti({"isee": LITTLE}), "isee-")


def test_a_row_is_asked_after_those_before_it(con: Con) -> None:
    """A later row is seen where every one before is false, its value where it holds."""
    table = '"(0.90 if anziano else 0.80)"'
    misura = con((
        '{ quando = "componenti == 2", vale = "0.90" }',
        f'{{ quando = "componenti == 2", vale = {table} }}',
    ))  # fmt: skip
    whole = {"pagato": True, "anziano": True}

    def seen(many: int) -> set[str]:
        found = _seen(misura, Fatti({**whole, "componenti": Decimal(many)}), "definizione-quota-")
        return {name for name in found if not name.endswith(("-sotto", "-pari", "-sopra"))}

    assert seen(1) == {"riga-1", "2-vero"}
    assert seen(2) == {"riga-2", "2-falso", "3-vero", "4-vero"}
    assert seen(3) == {"altrimenti", "2-falso", "3-falso"}


def test_what_an_item_is_worth_where_it_counts(regola: Misura) -> None:
    """The table that it reads is not seen by whom the item is not paid, nor is its cap."""
    poor = {"isee": LITTLE, "area": "accesso", "assegnata": date(2020, 1, 1), "bonus": Euro(0)}
    known = {**poor, "spesa": LITTLE, "componenti": Decimal(1), "anziano": False}
    of = {
        pagato: Fatti({**known, "pagato": pagato}, [{"eta": Decimal(3)}])
        for pagato in (True, False)
    }

    assert "riga-1" in _seen(regola, of[True], "definizione-quota-")
    assert _seen(regola, of[False], "definizione-quota-") == set()
    assert "massimo-non-superato" in _seen(regola, of[True], "importo-voce-spesa-")
    assert _seen(regola, of[False], "importo-voce-spesa-") == {"falso"}


def test_a_definition_is_asked_from_where_it_is_read(con: Con) -> None:
    """Through other definitions, from inside the members, and on the days of the requirement."""
    bodies = (
        ("[definizioni.quota]", "inner", "isee < soglia"),
        ("", "outer", "(inner if pagato else anziano)"),
    )
    text = "".join(
        f'[definizioni.{nome}]\netichetta = {{ it = "{nome}", en = "{nome}" }}\n'
        f'norma = "rr-1-2020, art. 5"\ngrado = "atto"\nvale = "{vale}"\n\n'
        for _, nome, vale in bodies
    )
    misura = con(
        ("[definizioni.quota]", text + "[definizioni.quota]"),
        (MINORS, 'condizione = "qualcuno(membri, (outer if eta < 18 else pagato))"'),
    )
    child, adult = [{"eta": Decimal(3)}], [{"eta": Decimal(40)}]
    paid, name = {"pagato": True, "isee": LITTLE}, "definizione-inner-"

    assert _seen(misura, Fatti(paid, child), name) >= {"vero"}
    assert _seen(misura, Fatti(paid, adult), name) == set()
    assert _seen(misura, Fatti({**paid, "pagato": False}, child), name) == set()
    assert _seen(misura, Fatti(paid, child), name, BEFORE) == set()
    found = _found(misura, "definizione-inner-pari")
    assert isinstance(found, Trovato)
    assert found.on == date(2024, 1, 1)


def test_a_member_is_asked_where_the_way_is_open(con: Con) -> None:
    """To him, not to another: the choice is made member by member, or for the whole household."""
    each = con((MINORS, 'condizione = "qualcuno(membri, (eta < 3 if eta < 18 else eta > 70))"'))
    whole = con((MINORS, 'condizione = "(qualcuno(membri, eta < 18) if pagato else anziano)"'))
    rows = [{"eta": Decimal(5)}, {"eta": Decimal(40)}]

    assert _seen(each, Fatti(membri=rows), "minori-") >= {"4-falso", "5-falso"}
    assert _seen(each, Fatti(membri=rows[:1]), "minori-") == {
        "falso", "2-falso", "3-vero", "4-falso",
    }  # fmt: skip
    assert "4-vero" in _seen(whole, Fatti({"pagato": True}, rows), "minori-")
    assert _seen(whole, Fatti({"pagato": False}, rows), "minori-") >= {"2-falso"}
    assert "4-vero" not in _seen(whole, Fatti({"pagato": False}, rows), "minori-")


@pytest.mark.parametrize("name", ["4-ignoto", "4-vero", "4-falso", "4-sotto"])
def test_a_household_for_a_member_on_a_way(con: Con, name: str) -> None:
    """It is found, on the way."""
    misura = con((MINORS, 'condizione = "(qualcuno(membri, eta < 18) if pagato else anziano)"'))
    found = _found(misura, f"minori-{name}")

    assert isinstance(found, Trovato)
    assert found.fatti.valori["pagato"] is True


def test_what_members_hide_is_not_proven(con: Con) -> None:
    """An unknown of a member where the choice counts them: nobody found is no proof."""
    way = "(qualcuno(membri, eta < 18) if conta(membri, eta < 200) == 4 else anziano)"
    misura = con((MINORS, f'condizione = "{way}"'))
    unknown = next(p for p in punti(misura) if codice(p) == "minori-5-ignoto")

    assert isinstance(unknown, PuntoCondizione)
    assert isinstance(cerca(misura, unknown), NonTrovato)


def test_asked_of_the_household_and_of_members(con: Con) -> None:
    """A condition written in both places is one of the household; the members' way is anybody's."""
    inside = "(qualcuno(membri, isee < soglia) if pagato else qualcuno(membri, eta < 3))"
    misura = con((MINORS, f'condizione = "({inside} if anziano else isee < soglia)"'))
    child = [{"eta": Decimal(3)}]
    rich = {"isee": MUCH, "anziano": True, "pagato": True}

    assert "6-falso" in _seen(misura, Fatti(rich, child), "minori-")
    assert "6-falso" not in _seen(misura, Fatti({**rich, "pagato": False}, child), "minori-")
    assert "6-falso" not in _seen(misura, Fatti(rich), "minori-")
    assert "6-falso" in _seen(misura, Fatti({**rich, "anziano": False}), "minori-")


def test_the_rows_of_a_table_that_is_a_condition(con: Con) -> None:
    """A definition of truth has its truths and its rows."""
    table = (
        '[definizioni.ammesso]\netichetta = { it = "x", en = "x" }\n'
        'norma = "rr-1-2020, art. 5"\ngrado = "atto"\n'
        'tabella = [{ quando = "anziano", vale = "pagato" }]\naltrimenti = "isee < soglia"\n\n'
    )
    misura = con(
        ("[definizioni.quota]", table + "[definizioni.quota]"),
        (CONDITION, 'condizione = "ammesso"'),
    )
    known = Fatti({"anziano": True, "pagato": False})

    assert _seen(misura, known, "definizione-ammesso-") == {"falso", "riga-1", "2-vero", "3-falso"}
    assert "isee-ignoto" not in {
        codice(p) for p in punti(misura) if Nucleo(misura, known, ON).vede(p)
    }


def test_many_ways_are_not_told_apart() -> None:
    """Beyond a number of them everybody is taken to come to the part."""
    ways = [Via((t.Fact(f"f{at}"),)) for at in range(65)]

    assert insieme([*ways[:64], ways[0]]) == tuple(ways[:64])
    assert insieme(ways) == ()
    assert insieme([*ways[:3], Via()]) == ()


def test_a_day_of_change_matters_where_the_item_counts(con: Con) -> None:
    """A number that only an item reads changes nothing for whom the item is not paid."""
    old = '{ dal = 2020-01-01, valore = "300.00", norma = "rr-1-2020, art. 5", grado = "atto" }'
    new = old.replace("2020-01-01", "2022-01-01")
    misura = con((old, f"{old.replace('300', '200')}, {new}"))
    name, day = "importo-parametro-tetto-2022-01-01-giorno", date(2022, 1, 1)

    assert _seen(misura, Fatti({"pagato": True}), name, day) == {""}
    assert _seen(misura, Fatti({"pagato": False}), name, day) == set()


LATER = """[parametri.nuovo]
etichetta = { it = "nuovo", en = "new" }
tipo = "euro"
storia = [{ dal = 2025-01-01, valore = "77.01", norma = "rr-1-2020, art. 5", grado = "atto" }]

[definizioni.doppia]
etichetta = { it = "doppia", en = "double" }
norma = "rr-1-2020, art. 5"
grado = "atto"
vale = "spesa + spesa < nuovo"

[[requisiti]]
codice = "doppio"
norma = "rr-1-2020, art. 2"
testo = { it = "doppio", en = "double" }
condizione = "doppia if spesa < nuovo else pagato"
vigenza = { dal = 2025-01-01 }

"""


def test_a_definition_is_asked_only_while_something_reads_it(con: Con) -> None:
    """Before the requirement that reads it, its parameter has no value: nobody is asked."""
    misura = con(('[[requisiti]]\ncodice = "isee"', f'{LATER}[[requisiti]]\ncodice = "isee"'))
    known, name = Fatti({"spesa": LITTLE}), "definizione-doppia-"

    assert _seen(misura, known, name, date(2024, 12, 31)) == set()
    assert _seen(misura, known, name, date(2025, 1, 1)) == {"vero"}
    assert isinstance(_found(misura, f"{name}pari"), Impossibile)  # the double of no amount
    below = _found(misura, f"{name}sotto")
    assert isinstance(below, Trovato)
    assert below.on == date(2025, 1, 1)
