"""Whole verdicts: amount, definitions, keys of the ranking, reserves, what is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from readers.trial import BASE, EURO, FONTE, NEW, WORDS, definition, read, verdict

from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito, EsitoDefinizione, EsitoVoce
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import (
    Chiave,
    Definizione,
    Importo,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.types import NumberType
from casa_model.values import Euro

PAYING = evolve(
    BASE,
    definizioni=(
        definition("contributo", "quota * spesa"),
        definition("resto", "arrotonda(contributo, 2)"),
        definition("minori", "arrotonda(quota, 1)"),
        definition("mai", "spesa"),
    ),
    importo=Importo((Voce("spesa", read("resto")),), read("soglia")),
    graduatoria=Ordinamento(
        (Chiave("isee"), Chiave("minori", decrescente=True), Chiave("protocollo")),
        riserve=(
            Riserva("anziani", "soglia", read("qualcuno(membri, eta >= 65)"), FONTE),
            Riserva("altri", "soglia", read("pagato"), FONTE),
        ),
    ),
)
WHOLE = {
    "isee": Euro(100),
    "spesa": Euro(1_001),
    "quota": Decimal("0.50"),
    "protocollo": "p-1",
    "pagato": False,
}


def test_a_whole_verdict() -> None:
    """Amount, items, definitions used, keys of the ranking and reserves."""
    found = evaluate(PAYING, Fatti(WHOLE, ({"eta": 70},)), on=NEW)

    assert (found.misura, found.on, found.esito) == ("prova", NEW, Esito.AMMESSO)
    assert found.importo == Euro(501)
    assert found.voci == (EsitoVoce("spesa", Euro(501), Euro(501)),)
    assert found.definizioni == (
        EsitoDefinizione("contributo", Decimal("5.0050")),
        EsitoDefinizione("resto", Euro(501)),
        EsitoDefinizione("minori", Decimal("0.5")),
    )
    assert found.chiavi == (
        ("isee", Euro(100)),
        ("minori", Decimal("0.5")),
        ("protocollo", "p-1"),
    )
    assert found.riserve == ("anziani",)
    assert found.mancano == ()


def test_numbers_have_the_decimals_of_their_type() -> None:
    """However a fact was written, and no zero is negative."""
    whole = {**WHOLE, "quota": Decimal("0.5000")}
    negative = {**WHOLE, "quota": Decimal("-0.04"), "spesa": Euro(0)}

    told = [
        [str(each.valore) for each in evaluate(PAYING, Fatti(known), on=NEW).definizioni]
        for known in (whole, negative)
    ]

    assert told == [["5.0050", "5.01", "0.5"], ["0.0000", "0.00", "0.0"]]


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ("spesa", ("spesa",)),
        ("quota", ("quota",)),
        ("protocollo", ("protocollo",)),
        ("isee", ("isee",)),
        ("pagato", ("pagato",)),
        ("membri", ("membri",)),
    ],
)
def test_amount_keys_and_reserves_must_be_known(without: str, missing: tuple[str, ...]) -> None:
    """Else the application is to be completed, and there is no amount."""
    membri = None if without == "membri" else ({"eta": 70},)
    known = {nome: valore for nome, valore in WHOLE.items() if nome != without}

    found = evaluate(PAYING, Fatti(known, membri), on=NEW)

    assert (found.esito, found.mancano) == (Esito.DA_COMPLETARE, missing)
    assert (found.importo, found.voci, found.riserve) == (None, (), ())


def test_nothing_is_missing_of_who_is_not_admitted() -> None:
    """And nothing is paid; what is known is still told."""
    found = verdict(PAYING, NEW, isee=Euro(1_000_000), quota=Decimal("0.25"))

    assert (found.esito, found.mancano) == (Esito.NON_AMMESSO, ())
    assert (found.importo, found.voci, found.riserve) == (None, (), ())
    assert found.chiavi == (
        ("isee", Euro(1_000_000)),
        ("minori", Decimal("0.3")),
        ("protocollo", None),
    )


def test_missing_facts_stand_in_the_order_of_the_declarations() -> None:
    """Of a verdict; then the members."""
    assert verdict(PAYING, NEW).mancano == (
        "spesa", "isee", "quota", "pagato", "protocollo", "membri",
    )  # fmt: skip


def test_an_amount_of_nothing_is_said() -> None:
    """Admitted, with 0,00."""
    found = evaluate(PAYING, Fatti({**WHOLE, "spesa": Euro(0)}, ({"eta": 1},)), on=NEW)

    assert (found.esito, found.importo) == (Esito.AMMESSO, Euro(0))


def test_amounts_of_more_than_fifteen_digits() -> None:
    """A definition and an item may be as large as 63 bits."""
    large = definition("mai", "92233720368547758.07 + isee * 0")
    tipo = NumberType(2, euro=True, lo=0, hi=2**63 - 1)
    misura = evolve(
        BASE,
        definizioni=(evolve(large, tipo=tipo),),
        importo=Importo((Voce("v", read("mai")),)),
    )

    found = verdict(misura, NEW, isee=Euro(1))

    assert found.importo == Euro(2**63 - 1)
    assert found.definizioni == (EsitoDefinizione("mai", Euro(2**63 - 1)),)


def test_a_long_chain_of_definitions() -> None:
    """Each is worked out after those that it needs: a thousand of them nest in nothing."""
    chain = [Definizione("d0", t.Fact("isee"), EURO)]
    for n in range(1, 1000):
        body = t.Add(t.Definition(f"d{n - 1}"), t.Number(0))
        chain.append(Definizione(f"d{n}", body, EURO))
    last = Requisito("r", WORDS, FONTE, t.Compare("<", t.Definition("d999"), t.Param("soglia")))
    misura = evolve(BASE, definizioni=tuple(chain), requisiti=(last,))

    assert verdict(misura, NEW, isee=Euro(1)).esito is Esito.AMMESSO
    assert verdict(misura, NEW).mancano == ("isee",)
