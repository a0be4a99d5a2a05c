"""A ranking, its money and its waiting list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casa_model.graduatorie import Candidato, Graduatoria, Posizione, Stato, graduatoria
from casa_model.rules import tree as t
from casa_model.rules.avviso import Dotazione
from casa_model.rules.esito import Esito, EsitoVoce, Verdict
from casa_model.rules.misura import Chiave, Esaurimento, Ordinamento, Riserva
from casa_model.values import Euro, Fonte, Grado

FONTE = Fonte(Grado.DERIVATA, testo="prova")
ISEE = (Chiave("isee"), Chiave("protocollo"))
INDIGENZA = Riserva("indigenza", "quota_riserva", t.Truth(value=True), FONTE)
QUOTE = {"quota_riserva": Decimal("0.20")}


def euro(text: str) -> Dotazione:
    """An endowment in euro."""
    return Dotazione(Euro.parse(text), None, FONTE)


def alloggi(quanti: int) -> Dotazione:
    """An endowment in dwellings."""
    return Dotazione(None, quanti, FONTE)


def candidato(
    riferimento: str,
    isee: int,
    *voci: str,
    esito: Esito = Esito.AMMESSO,
    riserve: tuple[str, ...] = (),
) -> Candidato:
    """An application: its ISEE is its rank, its items are its amount."""
    items = [Euro.parse(voce) for voce in voci]
    verdict = Verdict(
        "crs-difficolta",
        date(2024, 1, 1),
        esito,
        (),
        importo=Euro.total(items) if voci else None,
        voci=tuple(EsitoVoce(f"v{n}", item, item) for n, item in enumerate(items)),
        chiavi=(("isee", Euro(isee)), ("protocollo", riferimento)),
        riserve=riserve,
    )
    return Candidato(riferimento, verdict)


def table(outcome: Graduatoria) -> list[tuple[int, str, str, str]]:
    """Rank, reference, paid and state of each position."""
    return [(p.rango, p.riferimento, str(p.pagato), p.stato.value) for p in outcome.posizioni]


def test_one_due_above_the_endowment() -> None:
    """2.518,90 cannot pay a full 2.700,00: one household takes it all, and is paid in part."""
    outcome = graduatoria([candidato("a", 1, "2700.00")], Ordinamento(ISEE), euro("2518.90"))

    assert outcome == Graduatoria(
        (
            Posizione(
                rango=1,
                riferimento="a",
                spettante=Euro.parse("2700.00"),
                pagato=Euro.parse("2518.90"),
                voci=(("v0", Euro.parse("2518.90")),),
                stato=Stato.PARZIALE,
            ),
        ),
        euro("2518.90"),
        Euro(0),
    )


@pytest.mark.parametrize(
    ("come", "salta", "paid", "residuo"),
    [
        (
            Esaurimento.RESIDUO,
            False,
            [
                (1, "d", "1000.00", "finanziata"),
                (2, "b", "1518.90", "parziale"),
                (3, "a", "0.00", "in-attesa"),
                (4, "c", "0.00", "finanziata"),
            ],
            "0.00",
        ),
        (
            Esaurimento.PROPORZIONALE,
            False,
            [
                (1, "d", "499.78", "parziale"),
                (2, "b", "1349.41", "parziale"),
                (3, "a", "669.71", "parziale"),
                (4, "c", "0.00", "finanziata"),
            ],
            "0.00",
        ),
        (
            Esaurimento.SOLO_INTERI,
            False,
            [
                (1, "d", "1000.00", "finanziata"),
                (2, "b", "0.00", "in-attesa"),
                (3, "a", "0.00", "in-attesa"),
                (4, "c", "0.00", "finanziata"),
            ],
            "1518.90",
        ),
        (
            Esaurimento.SOLO_INTERI,
            True,
            [
                (1, "d", "1000.00", "finanziata"),
                (2, "b", "0.00", "in-attesa"),
                (3, "a", "1340.00", "finanziata"),
                (4, "c", "0.00", "finanziata"),
            ],
            "178.90",
        ),
    ],
)
def test_several_dues_above_the_endowment(
    *,
    come: Esaurimento,
    salta: bool,
    paid: list[tuple[int, str, str, str]],
    residuo: str,
) -> None:
    """2.518,90 for 1.000,00 and 2.700,00 and 1.340,00 and 0,00: nobody leaves the list."""
    everybody = [
        candidato("a", 3, "1340.00"),
        candidato("b", 2, "2700.00"),
        candidato("c", 4, "0.00"),
        candidato("d", 1, "1000.00"),
    ]

    outcome = graduatoria(everybody, Ordinamento(ISEE, come, salta), euro("2518.90"))

    assert table(outcome) == paid
    assert outcome.residuo == Euro.parse(residuo)


def test_a_partial_payment_fills_the_items_in_order() -> None:
    """900,00 on items of 800,00, 0,00, 300,00 and 50,00 are 800,00, 0,00, 100,00 and 0,00."""
    outcome = graduatoria(
        [candidato("a", 1, "800.00", "0.00", "300.00", "50.00")],
        Ordinamento(ISEE),
        euro("900.00"),
    )

    assert outcome.posizioni[0].voci == (
        ("v0", Euro(800_00)),
        ("v1", Euro(0)),
        ("v2", Euro(100_00)),
        ("v3", Euro(0)),
    )


def test_only_the_admitted_are_ranked() -> None:
    """Who is not admitted, or has something missing, has no place and takes no money."""
    everybody = [
        candidato("a", 1, "1.00", esito=Esito.NON_AMMESSO),
        candidato("b", 2, "1.00", esito=Esito.DA_COMPLETARE),
        candidato("c", 3, "1.00"),
    ]

    outcome = graduatoria(everybody, Ordinamento(ISEE), euro("5.00"))

    assert table(outcome) == [(1, "c", "1.00", "finanziata")]
    assert outcome.residuo == Euro.parse("4.00")


def test_nobody_leaves_the_endowment_whole() -> None:
    """No candidate, no position, all the money left."""
    assert graduatoria([], Ordinamento(()), euro("5.00")) == Graduatoria(
        (), euro("5.00"), Euro.parse("5.00")
    )


def test_without_an_endowment_nothing_is_paid() -> None:
    """The ranking stands, with what is due; there is no payment, no waiting list, no rest."""
    outcome = graduatoria([candidato("b", 2), candidato("a", 1, "2700.00")], Ordinamento(ISEE))

    assert outcome == Graduatoria(
        (
            Posizione(1, "a", Euro.parse("2700.00"), None, (), Stato.NON_ASSEGNATA),
            Posizione(2, "b", None, None, (), Stato.NON_ASSEGNATA),
        ),
        None,
        None,
    )


def test_dwellings_with_a_reserve() -> None:
    """20 % of 7 dwellings are 2, for the two poorest in need though they rank last."""
    everybody = [candidato(f"c{n}", n) for n in range(1, 8)]
    everybody += [candidato(f"c{n}", n, riserve=("indigenza",)) for n in (8, 9)]

    outcome = graduatoria(everybody, Ordinamento(ISEE, riserve=(INDIGENZA,)), alloggi(7), QUOTE)

    assert [(p.alloggi, p.stato.value, p.riserva) for p in outcome.posizioni] == [
        *[(1, "finanziata", None)] * 5,
        *[(0, "in-attesa", None)] * 2,
        *[(1, "finanziata", "indigenza")] * 2,
    ]
    assert {(p.spettante, p.pagato, p.voci) for p in outcome.posizioni} == {(None, None, ())}
    assert outcome.residuo == 0


def test_dwellings_may_be_left() -> None:
    """The rest of an endowment in dwellings is a number of dwellings."""
    outcome = graduatoria(
        [candidato("a", 1)], Ordinamento(ISEE, Esaurimento.SOLO_INTERI), alloggi(3)
    )

    assert outcome.residuo == 2


def test_money_with_a_reserve() -> None:
    """20 % of 1.000,01 is 200,01, rounded up: the holder has it first, and then nothing."""
    everybody = [candidato("a", 1, "900.00"), candidato("b", 2, "500.00", riserve=("indigenza",))]

    outcome = graduatoria(
        everybody, Ordinamento(ISEE, riserve=(INDIGENZA,)), euro("1000.01"), QUOTE
    )

    assert table(outcome) == [(1, "a", "800.00", "parziale"), (2, "b", "200.01", "parziale")]
    assert [p.riserva for p in outcome.posizioni] == [None, "indigenza"]


def test_a_repr_tells_no_amount() -> None:
    """Amounts of a household are masked; whether they are there is seen."""
    paid = graduatoria([candidato("a", 1, "12.34")], Ordinamento(()), euro("99.99"))
    ranked = graduatoria([candidato("a", 1)], Ordinamento(()))

    assert "12.34" not in repr(paid)
    assert "spettante=<…>, pagato=<…>, voci=<…>" in repr(paid)
    assert "spettante=None, pagato=None" in repr(ranked)
