"""The shipped edition loads, and is one and the same each time."""

from __future__ import annotations

from casa_model.casa import edizione

SHIPPED = ["accesso-sap", "crs-difficolta", "crs-indigenza", "energia-l1"]


def test_the_shipped_measures() -> None:
    """The four measures of this edition, by code."""
    found = edizione()

    assert SHIPPED == list(found.misure)
    assert all(codice == misura.codice for codice, misura in found.misure.items())
    assert all(codice == norme.codice for codice, norme in found.norme.items())
    assert all(codice == atto.codice for codice, atto in found.atti.items())


def test_the_edition_is_read_once() -> None:
    """It cannot change, so asking twice gives the same object."""
    assert edizione() is edizione()


def test_every_cited_act_is_declared() -> None:
    """A norm whose act nobody declares would be a number without a source."""
    known = set(edizione().atti)
    cited = {
        periodo.fonte.norma.atto
        for misura in edizione().misure.values()
        for parametro in misura.parametri
        for riga in parametro.righe
        for periodo in riga.storia.periodi
        if periodo.fonte.norma is not None
    }

    assert cited <= known
