"""The money, or the dwellings, that a notice gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casa_model.values import Euro

if TYPE_CHECKING:
    Banco = Any


RANKED = '[graduatoria]\nordine = ["protocollo"]\n'
SHARED = RANKED + 'esaurimento = "proporzionale"\n'


def test_an_endowment_is_money_or_dwellings(banco: Banco) -> None:
    """Its source is that of the notice unless it says its own."""
    money = banco.avviso('[risorse]\ndotazione = "2518.90"\n').dotazione
    unpaid = banco.misura(RANKED)
    homes = banco.avviso('[risorse]\nalloggi = 12\nfonte = "delibera"\n', unpaid).dotazione

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
        ('⟦[risorse]\ndotazione = "1.00"\ngrado = "atto"\n', ["fonte-mancante"]),
        ("[risorse]\nalloggi = ⟦1\n" + RANKED, ["alloggi-con-importo"]),
    ],
)
def test_an_endowment_that_cannot_be_is_told(banco: Banco, body: str, told: list[str]) -> None:
    """Where a person would point."""
    assert banco.told("avviso", body) == told


def test_dwellings_are_told_when_it_is_the_measure_that_divides(banco: Banco) -> None:
    """At the dwellings: the notice may say its own ranking."""
    base = banco.misura(SHARED)

    assert banco.told(
        "avviso",
        "[risorse]\nalloggi = 1\n" + SHARED.replace('"prop', '⟦"prop'),
        base=banco.misura(RANKED),
    ) == ["alloggi-in-proporzione"]
    assert banco.told("avviso", "[risorse]\nalloggi = ⟦1\n", base=base) == [
        "alloggi-in-proporzione"
    ]
    assert banco.avviso("[risorse]\nalloggi = 1\n" + RANKED, base).dotazione is not None


def test_money_is_divided_in_proportion(banco: Banco) -> None:
    """That is what the word is for."""
    assert banco.notice_advice('[risorse]\ndotazione = "1.00"\n' + SHARED) == ()


def test_money_without_an_amount_goes_to_nobody(banco: Banco) -> None:
    """Unless the notice pays one; a broken amount is told once."""
    base = banco.misura(RANKED)
    money = '[risorse]\ndotazione = ⟦"1.00"\n'
    paid = '[importo]\nvoci = [{ codice = "servizi", vale = "servizi_anno", fonte = "s" }]\n'

    assert banco.told("avviso", money, base=base) == ["dotazione-senza-importo"]
    assert banco.told("avviso", money.replace("⟦", "") + "[importo]\nvoci = ⟦1\n", base=base) == [
        "tipo-valore"
    ]
    assert banco.avviso(money.replace("⟦", "") + paid, base).dotazione is not None


def test_an_endowment_without_a_ranking_is_useless(banco: Banco) -> None:
    """Advice: the list may be made by hand; a broken ranking is told once."""
    money = '[risorse]\ndotazione = "12.00"\n'
    (fault,) = banco.notice_advice(money)

    assert (fault.code, fault.place.line) == ("dotazione-inutile", 10)
    assert banco.notice_advice(money + RANKED) == ()
    assert banco.told("avviso", money + "[graduatoria]\nordine = ⟦1\n") == ["tipo-valore"]


def test_an_endowment_of_zero_is_advice(banco: Banco) -> None:
    """Money or dwellings: it is told, and it is held."""
    paid = banco.notice_advice('[risorse]\ndotazione = "0.00"\n' + SHARED)
    homes = banco.notice_advice("[risorse]\nalloggi = 0\n" + RANKED, banco.misura())

    (money,), (dwellings,) = paid, homes

    assert money.riga("it") == (
        "avviso.toml:11:13: dotazione-zero: consiglio: la dotazione è zero e nessuno riceverà "
        "nulla; scrivi quanto c'è da dare"
    )
    assert (dwellings.code, dwellings.place.column) == ("dotazione-zero", 11)
