"""The money, or the dwellings, that a notice gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casa_model.values import Euro

if TYPE_CHECKING:
    Banco = Any


def test_an_endowment_is_money_or_dwellings(banco: Banco) -> None:
    """Its source is that of the notice unless it says its own."""
    money = banco.avviso('[risorse]\ndotazione = "2518.90"\n').dotazione
    homes = banco.avviso('[risorse]\nalloggi = 12\nfonte = "delibera"\n').dotazione

    assert money is not None
    assert homes is not None
    assert (money.euro, money.alloggi, money.fonte.testo) == (
        Euro(251890),
        None,
        "pagina del Comune",
    )
    assert (homes.euro, homes.alloggi, homes.fonte.testo) == (None, 12, "delibera")
    assert banco.avviso().dotazione is None


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("⟦[risorse]\n", ["dotazione-ambigua"]),
        ('⟦[risorse]\ndotazione = "1.00"\nalloggi = 1\n', ["dotazione-ambigua"]),
        ("[risorse]\nalloggi = ⟦-1\n", ["valore-rifiutato"]),
        ('[risorse]\ndotazione = ⟦"-1.00"\n', ["valore-rifiutato"]),
        ('[risorse]\ndotazione = ⟦"2518.9"\n', ["valore-malformato"]),
        ("[risorse]\ndotazione = ⟦2518\n", ["tipo-valore"]),
        ('⟦[risorse]\nalloggi = 1\ngrado = "atto"\n', ["fonte-mancante"]),
    ],
)
def test_an_endowment_that_cannot_be_is_told(banco: Banco, body: str, told: list[str]) -> None:
    """Where a person would point."""
    assert banco.told("avviso", body) == told
