"""Random households of a measure: each fits it, and each that matters is drawn."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import casa_model as cm
from casa_model.testing import fuller, households

ON = date(2026, 5, 1)
SOON = settings(max_examples=1000, database=None, derandomize=True)
MISURA = """
formato = 1
[misura]
codice = "famiglie-numerose"
titolo = {{ it = "Famiglie numerose", en = "Large families" }}
fonte = "inventato per una prova"
grado = "derivata"
vigenza = {{ dal = 2024-01-01 }}
[fatti.eta]
tipo = "numero(0)"
minimo = 0
massimo = 130
membro = true
etichetta = {{ it = "età", en = "age" }}
[[requisiti]]
codice = "numerosa"
testo = {{ it = "componenti", en = "members" }}
fonte = "inventato per una prova"
grado = "derivata"
condizione = "{condizione}"
"""
COMPONENTI = """
[fatti.componenti]
tipo = "numero(0)"
minimo = {minimo}
massimo = {massimo}
etichetta = {{ it = "componenti", en = "members" }}
"""


def large(minimo: int, massimo: int) -> cm.Misura:
    """A measure that declares how few and how many the members may be."""
    text = MISURA.format(condizione="componenti > 6 and qualcuno(membri, eta < 18)")
    declared = COMPONENTI.format(minimo=minimo, massimo=massimo)
    return cm.leggi_misura(text + declared, file="numerose.toml").valore


def uncounted() -> cm.Misura:
    """A measure that asks of members and not how many they are."""
    text = MISURA.format(condizione="qualcuno(membri, eta < 18)")
    return cm.leggi_misura(text, file="numerose.toml").valore


SHIPPED = cm.edizione().misure


@pytest.mark.parametrize(
    "misura",
    [*SHIPPED.values(), large(5, 9), large(1, 2), uncounted()],
    ids=[*SHIPPED, "from 5", "to 2", "uncounted"],
)
def test_every_household_fits(misura: cm.Misura) -> None:
    """The measure takes it, and takes it again when all of it has become known."""

    @settings(max_examples=25, database=None)
    @given(st.data())
    def fits(data: st.DataObject) -> None:
        on = max(misura.vigenza.dal, ON)
        fatti = data.draw(households(misura))
        cm.evaluate(misura, fatti, on=on)

        assert cm.evaluate(misura, data.draw(fuller(misura, fatti)), on=on).mancano == ()

    fits()


@settings(max_examples=100, database=None)
@given(households(large(0, 40)))
def test_a_list_has_as_many_as_it_may(fatti: cm.Fatti) -> None:
    """At least one member and at most thirty, also where a measure declares other numbers."""
    cm.evaluate(large(0, 40), fatti, on=ON)

    assert fatti.membri is None or 1 <= len(fatti.membri) <= 30


@pytest.mark.parametrize("known", [0, 2])
@pytest.mark.parametrize("some", [range(1, 2), range(4, 5), range(5, 30), range(30, 31)], ids=str)
def test_households_of_every_size(some: range, known: int) -> None:
    """One person, as many as are drawn one by one, beyond the last step of a scale, the most."""
    found = find(
        households(large(1, 30), known=known), lambda f: len(f.membri or ()) in some, settings=SOON
    )

    assert len(found.membri or ()) == some[0]
