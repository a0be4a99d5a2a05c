"""All that a notice can do, in TOML alone, each shown by what it does to a household."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules.esito import Esito
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.esito import Verdict

    Banco = Any

SI, NO = Esito.AMMESSO, Esito.NON_AMMESSO
FONTE = 'fonte = "avviso"\ngrado = "secondaria"\n'
TESTO = 'testo = { it = "x", en = "x" }\n'
RICH = {"servizi_anno": Euro.parse("1000.00")}
POOR = {"isee": Euro.parse("5000.00"), **RICH}


def euro(text: str) -> Euro:
    """An amount."""
    return Euro.parse(text)


def fact(nome: str, tipo: str = "euro") -> str:
    """A fact that the dictionary has not."""
    return f'[fatti.{nome}]\ntipo = "{tipo}"\netichetta = {{ it = "{nome}", en = "{nome}" }}\n'


def requirement(codice: str, condition: str, more: str = "") -> str:
    """A requirement of the notice."""
    return f'[[requisiti]]\ncodice = "{codice}"\n{TESTO}{FONTE}condizione = "{condition}"\n{more}'


def parameter(nome: str, valore: str, more: str = "") -> str:
    """A parameter of the notice."""
    return f"[parametri.{nome}]\nvalore = {valore}\n{FONTE}{more}"


LABEL = 'etichetta = { it = "x", en = "x" }\n'


@pytest.mark.parametrize(("costs", "expected"), [("2500.00", NO), ("2500.01", SI), ("0.00", NO)])
def test_a_percentage_of_income_is_a_new_fact_and_a_new_requirement(
    banco: Banco, decide: Callable[..., Any], costs: str, expected: Esito
) -> None:
    """Costs above 25% of income, which no dictionary foresaw."""
    avviso = banco.avviso(
        fact("reddito")
        + fact("costi")
        + parameter("quota", '"25%"', LABEL + 'tipo = "numero(2)"\n')
        + requirement("peso", "costi > quota * reddito")
    )

    assert decide(avviso, **POOR, reddito=euro("10000.00"), costi=euro(costs)).esito is expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ({"lavoro_perso": True, "giorno_perso": date(2024, 1, 1), "separati": False}, SI),
        ({"lavoro_perso": True, "giorno_perso": date(2023, 12, 31), "separati": False}, NO),
        ({"lavoro_perso": False, "separati": True, "giorno_separati": date(2024, 6, 1)}, SI),
        ({"lavoro_perso": False, "separati": False}, NO),
        ({"separati": False}, Esito.DA_COMPLETARE),
    ],
)
def test_one_of_two_events_since_a_day_is_asked(
    banco: Banco, decide: Callable[..., Any], events: dict[str, Any], expected: Esito
) -> None:
    """A truth and a day for each event; the day from which they count is a parameter."""
    avviso = banco.avviso(
        fact("lavoro_perso", "bool")
        + fact("giorno_perso", "data")
        + fact("separati", "bool")
        + fact("giorno_separati", "data")
        + parameter("inizio", "2024-01-01", LABEL + 'tipo = "data"\n')
        + requirement(
            "evento",
            "(lavoro_perso and giorno_perso >= inizio) or (separati and giorno_separati >= inizio)",
        )
    )

    assert decide(avviso, **POOR, **events).esito is expected


@pytest.mark.parametrize(("isee", "expected"), [("9360.00", SI), ("9360.01", NO)])
def test_a_requirement_is_replaced(
    banco: Banco, decide: Callable[..., Any], isee: str, expected: Esito
) -> None:
    """Up to the threshold instead of below it."""
    avviso = banco.avviso(requirement("isee", "isee <= soglia_isee", 'sostituisce = "isee"\n'))

    assert decide(avviso, **RICH, isee=euro(isee)).esito is expected


def test_a_requirement_is_removed(banco: Banco, decide: Callable[..., Any]) -> None:
    """Nobody asks for the ISEE any more."""
    avviso = banco.avviso(
        f'[[togli]]\nrequisito = "isee"\nmotivo = {{ it = "m", en = "m" }}\n{FONTE}'
    )

    assert decide(banco.avviso(), **RICH, isee=euro("99999.00")).esito is NO
    assert decide(avviso, **RICH, isee=euro("99999.00")).esito is SI


@pytest.mark.parametrize(("isee", "expected"), [("11999.99", SI), ("12000.00", NO)])
def test_a_parameter_is_overridden(
    banco: Banco, decide: Callable[..., Any], isee: str, expected: Esito
) -> None:
    """The requirement is still that of the measure."""
    avviso = banco.avviso(parameter("soglia_isee", '"12000.00"'))

    assert decide(avviso, **RICH, isee=euro(isee)).esito is expected


DATED = """
[parametri.entro]
etichetta = { it = "x", en = "x" }
tipo = "data"
storia = [{ dal = 2019-10-14, valore = 2020-01-01, fonte = "s", grado = "atto" }]
[[requisiti]]
codice = "entro"
norma = "rr-11-2019"
testo = { it = "x", en = "x" }
condizione = "data_assegnazione < entro"
"""


@pytest.mark.parametrize(("body", "expected"), [("", NO), (parameter("entro", "2024-01-01"), SI)])
def test_a_parameter_that_is_a_day_is_overridden(
    banco: Banco, decide: Callable[..., Any], body: str, expected: Esito
) -> None:
    """Of any type, without a history."""
    avviso = banco.avviso(body, banco.misura(DATED))

    assert decide(avviso, data_assegnazione=date(2023, 5, 1)).esito is expected


def test_an_indexed_parameter_is_overridden(banco: Banco, decide: Callable[..., Any]) -> None:
    """Every key has a value of the notice."""
    base = banco.misura("""
[[requisiti]]
codice = "scala"
norma = "rr-11-2019"
testo = { it = "x", en = "x" }
condizione = "scala[min(componenti, 3)] > 2"
""")
    rows = "".join(f'{{ chiave = [{n}], valore = "{n}.00" }},' for n in (1, 2, 3))
    changed = banco.avviso(f"[parametri.scala]\nrighe = [{rows}]\n{FONTE}", base)
    found = [
        decide(avviso, componenti=Decimal(size)).esito
        for avviso in (banco.avviso("", base), changed)
        for size in (2, 3, 9)
    ]

    assert found == [NO, SI, SI, NO, SI, SI]


MOVED = 'data_requisiti_fonte = { fonte = "delibera" }\n'
AGE = """
[parametri.mesi]
etichetta = { it = "x", en = "x" }
tipo = "numero(0)"
storia = [{ dal = 2019-10-14, valore = 24, fonte = "s", grado = "atto" }]
[[requisiti]]
codice = "anzianita"
norma = "rr-11-2019"
testo = { it = "x", en = "x" }
condizione = "mesi_tra(data_assegnazione, data_requisiti) >= mesi"
"""


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("", "", NO),
        ("data_requisiti = 2024-12-01\n" + MOVED, "", SI),
        ('apertura = 2024-12-01T09:00:00\ndata_requisiti = "apertura"\n' + MOVED, "", SI),
        (
            "chiusura = 2024-12-31\n",
            requirement(
                "anzianita",
                "mesi_tra(data_assegnazione, chiusura) >= mesi",
                'sostituisce = "anzianita"\n',
            ),
            SI,
        ),
        (
            "",
            fact("data_contratto", "data")
            + requirement(
                "anzianita",
                "mesi_tra(data_contratto, data_requisiti) >= mesi",
                'sostituisce = "anzianita"\n',
            ),
            Esito.DA_COMPLETARE,
        ),
    ],
)
def test_requisites_and_months_are_counted_on_another_day(
    banco: Banco, decide: Callable[..., Any], head: str, body: str, expected: Esito
) -> None:
    """The day of the requisites moves; months run to, or from, another date."""
    avviso = banco.avviso(body, banco.misura(AGE), head)

    assert decide(avviso, data_assegnazione=date(2022, 12, 1)).esito is expected


PAYING = """
[importo]
massimo = "massimale_annuo"
voci = [{ codice = "servizi", vale = "servizi_anno" }, { codice = "debito", vale = "isee" }]
"""


def paid(verdict: Verdict) -> list[tuple[str, str]]:
    """What each item got, in order."""
    return [(voce.codice, str(voce.importo)) for voce in verdict.voci]


def test_covered_items_are_put_in_order(banco: Banco, decide: Callable[..., Any]) -> None:
    """The cap is filled in the order of the notice."""
    base = banco.misura(PAYING)
    turned = banco.avviso('[importo]\nordine_voci = ["debito", "servizi"]\n' + FONTE, base)
    household = {"servizi_anno": euro("2000.00"), "isee": euro("1500.00")}

    assert paid(decide(banco.avviso("", base), **household)) == [
        ("servizi", "2000.00"),
        ("debito", "700.00"),
    ]
    assert paid(decide(turned, **household)) == [("debito", "1500.00"), ("servizi", "1200.00")]


@pytest.mark.parametrize(("in_time", "expected"), [(True, "300.00"), (False, "0.00")])
def test_an_item_is_covered_on_a_condition(
    banco: Banco, decide: Callable[..., Any], *, in_time: bool, expected: str
) -> None:
    """Up to a cap of its own."""
    avviso = banco.avviso(
        parameter("tetto", '"300.00"', LABEL + 'tipo = "euro"\n')
        + '[importo]\nvoci = [{ codice = "caldo", vale = "bonus_riscaldamento",'
        ' se = "canone_pagato", massimo = "tetto", fonte = "avviso" }]\n'
    )
    verdict = decide(avviso, **POOR, canone_pagato=in_time, bonus_riscaldamento=euro("500.00"))

    assert paid(verdict) == [("servizi", "1000.00"), ("caldo", expected)]


@pytest.mark.parametrize(("what", "expected"), [("spesa", "2700.00"), ("contributo", "2400.00")])
def test_what_was_received_is_deducted(
    banco: Banco, decide: Callable[..., Any], what: str, expected: str
) -> None:
    """From the expense before the cap, or from the grant after it."""
    avviso = banco.avviso(
        f'[importo]\ndetrae = ["bonus_riscaldamento"]\ndetrae_da = "{what}"\n{FONTE}'
    )
    verdict = decide(
        avviso,
        isee=euro("1.00"),
        servizi_anno=euro("3000.00"),
        bonus_riscaldamento=euro("300.00"),
    )

    assert str(verdict.importo) == expected


@pytest.mark.parametrize(("receives", "expected"), [(True, NO), (False, SI)])
def test_who_receives_another_measure_is_excluded(
    banco: Banco, decide: Callable[..., Any], *, receives: bool, expected: Esito
) -> None:
    """By one word; receiving is a fact like any other."""
    avviso = banco.avviso(
        head='incompatibile = ["energia-l1"]\n'
        'incompatibile_fonte = { fonte = "avviso", grado = "secondaria" }\n'
    )
    verdict = decide(avviso, **POOR, riceve_energia_l1=receives)

    assert verdict.esito is expected
    assert [f.codice for f in verdict.findings] == ["isee", "non-riceve-energia-l1"]
