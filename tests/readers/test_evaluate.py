"""A household's facts and a day in, a verdict out."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from attrs import evolve

from casa_model.errors import IllTyped, InvalidFacts, WrongDay
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.check import Scope, check
from casa_model.rules.esito import Esito, EsitoDefinizione, EsitoVoce, Verdict
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import (
    Calendario,
    Chiave,
    Definizione,
    Deroga,
    Importo,
    Misura,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.names import Kind
from casa_model.rules.params import Parametro, Riga
from casa_model.rules.parse import parse
from casa_model.rules.types import BoolType, CodeType, DateType, NumberType, parse_type
from casa_model.values import Euro, Fonte, Grado, Periodo, Storia, Testo, Vigenza

FONTE = Fonte(Grado.DERIVATA, testo="test")
WORDS = Testo(it="prova", en="test")
OLD, NEW = date(2023, 6, 1), date(2024, 6, 1)
EURO = parse_type("euro")

FATTI = tuple(
    Fatto(nome, tipo, WORDS, membro=nome == "eta")
    for nome, tipo in {
        "spesa": EURO,
        "isee": EURO,
        "quota": NumberType(2, euro=False, lo=-100, hi=100),
        "componenti": NumberType(0, euro=False, lo=1, hi=30),
        "pagato": BoolType(),
        "contratto": DateType(),
        "protocollo": CodeType(),
        "eta": NumberType(0, euro=False, lo=0, hi=130),
    }.items()
)
SOGLIA = Parametro(
    "soglia",
    NumberType(2, euro=True, lo=900_000, hi=936_000),
    WORDS,
    (
        Riga(
            (),
            Storia((
                Periodo(date(2020, 1, 1), Euro(900_000), FONTE),
                Periodo(date(2024, 1, 1), Euro(936_000), FONTE),
            )),
        ),
    ),
)  # fmt: skip
KINDS = {f.nome: Kind.MEMBRO if f.membro else Kind.FATTO for f in FATTI} | {
    "soglia": Kind.PARAMETRO,
    "contributo": Kind.DEFINIZIONE,
    "resto": Kind.DEFINIZIONE,
    "minori": Kind.DEFINIZIONE,
    "mai": Kind.DEFINIZIONE,
    "data_requisiti": Kind.GIORNO,
    "apertura": Kind.GIORNO,
}
SCOPE = Scope(
    {f.nome: f.tipo for f in FATTI if not f.membro},
    {f.nome: f.tipo for f in FATTI if f.membro},
    {"soglia": SOGLIA},
    {"contributo": NumberType(4, euro=True, lo=0, hi=0)},
)


def read(text: str) -> t.Expr:
    """The tree of a text."""
    return parse(text, KINDS)


def definition(nome: str, text: str) -> Definizione:
    """A definition with its type."""
    tipo = check(read(text), SCOPE, lambda *_, **__: None)
    assert tipo is not None
    return Definizione(nome, read(text), tipo)


def requirement(codice: str, text: str, **deroghe: str) -> Requisito:
    """A requirement and its derogations."""
    ways = tuple(Deroga(nome, read(each), FONTE) for nome, each in deroghe.items())
    return Requisito(codice, WORDS, FONTE, read(text), ways)


BASE = Misura(
    "prova",
    WORDS,
    FONTE,
    Vigenza(date(2021, 1, 1), date(2025, 12, 31)),
    FATTI,
    (SOGLIA,),
    (),
    (requirement("isee", "isee < soglia"),),
)
POOR = {"isee": Euro(100)}


def verdict(misura: Misura, on: date = NEW, /, **known: object) -> Verdict:
    """The verdict about a household that knows these facts."""
    return evaluate(misura, Fatti(known), on=on)


def test_the_law_is_that_of_the_day() -> None:
    """9.359,99 was above 9.000,00, and is below 9.360,00."""
    household = {"isee": Euro(935_999)}

    assert verdict(BASE, OLD, **household).esito is Esito.NON_AMMESSO
    assert verdict(BASE, NEW, **household).esito is Esito.AMMESSO


@pytest.mark.parametrize("on", [date(2020, 12, 31), date(2026, 1, 1)])
def test_a_day_out_of_force(on: date) -> None:
    """The measure does not answer; both ends of `vigenza` do."""
    with pytest.raises(WrongDay, match="`prova` is not in force on"):
        verdict(BASE, on)


def test_a_moment_is_no_day() -> None:
    """`on` is exactly a date."""
    with pytest.raises(IllTyped, match="`on` is not a day"):
        verdict(BASE, datetime(2024, 6, 1))  # noqa: DTZ001 - a wall clock


@pytest.mark.parametrize("on", [date(1900, 12, 31), date(2100, 1, 1)])
def test_a_day_that_rules_cannot_count_from(on: date) -> None:
    """Intervals hold for the days 1901–2099."""
    always = evolve(BASE, vigenza=Vigenza(date(1, 1, 1)))

    with pytest.raises(WrongDay, match=r"`data_requisiti` is .*; rules count from 1901-01-01"):
        verdict(always, on)


def test_a_parameter_without_a_value() -> None:
    """Is an error when the rule reads it, and only then."""
    early = evolve(BASE, vigenza=Vigenza(date(2010, 1, 1)))
    other = evolve(early, requisiti=(requirement("r", "pagato"),))

    with pytest.raises(WrongDay, match="`soglia` has no value on 2015-01-01"):
        verdict(early, date(2015, 1, 1))
    assert verdict(other, date(2015, 1, 1), pagato=True).esito is Esito.AMMESSO


CLOSED = evolve(
    BASE,
    calendario=Calendario(NEW, OLD, (("apertura", date(2023, 5, 1)),)),
    requisiti=(
        requirement("requisiti", 'data_requisiti == data("2023-06-01")'),
        requirement("apertura", "contratto < apertura"),
        requirement("isee", "isee < soglia"),
    ),
)


def test_a_notice_fixes_its_days() -> None:
    """The law of one day, the requisites of another, and its own dates."""
    found = verdict(CLOSED, NEW, contratto=date(2023, 4, 30), isee=Euro(935_999))

    assert [finding.esito for finding in found.findings] == [True, True, True]


def test_a_notice_answers_on_its_day_only() -> None:
    """So that two clerks deciding on two days agree."""
    with pytest.raises(WrongDay, match="applies the law of 2024-06-01; ask with `on` that day"):
        verdict(CLOSED, OLD)


def test_a_notice_with_a_day_that_rules_cannot_count_from() -> None:
    """Its own dates too."""
    far = evolve(CLOSED, calendario=Calendario(NEW, NEW, (("apertura", date(2200, 1, 1)),)))

    with pytest.raises(WrongDay, match="`apertura` is 2200-01-01"):
        verdict(far, NEW)


def test_without_a_notice_the_requisites_are_those_of_the_day() -> None:
    """And a day of the notice that there is not is missing."""
    misura = evolve(BASE, requisiti=CLOSED.requisiti[:2])

    found = verdict(misura, OLD)

    assert [finding.esito for finding in found.findings] == [True, None]
    assert found.mancano == ("contratto", "apertura")


def test_facts_that_do_not_fit_are_refused() -> None:
    """Before anything is decided."""
    with pytest.raises(InvalidFacts):
        verdict(BASE, NEW, isee=Decimal(1))


def test_a_finding_names_the_way_that_decided() -> None:
    """The condition first, then the derogations in order."""
    misura = evolve(BASE, requisiti=(requirement("r", "isee < soglia", d="pagato", e="quota > 0"),))

    ways = [
        verdict(misura, NEW, **known).findings[0]
        for known in (
            {"isee": Euro(1), "pagato": True},
            {"isee": Euro(1_000_000), "pagato": True},
            {"pagato": False, "quota": Decimal(1)},
            {"isee": Euro(1_000_000), "pagato": False, "quota": Decimal(0)},
            {"isee": Euro(1_000_000), "pagato": False},
        )
    ]

    assert [(way.esito, way.deciso_da, way.mancano) for way in ways] == [
        (True, "condizione", ()),
        (True, "d", ()),
        (True, "e", ()),
        (False, None, ()),
        (None, None, ("quota",)),
    ]


def test_an_unread_requirement_is_unknown_for_everybody() -> None:
    """To be completed is the best outcome, and no fact is missing for it."""
    unread = Requisito("u", WORDS, FONTE, condizione=None)
    misura = evolve(BASE, requisiti=(*BASE.requisiti, unread))

    best, worst = verdict(misura, NEW, isee=Euro(1)), verdict(misura, NEW, isee=Euro(1_000_000))

    assert (best.esito, best.mancano, best.findings[1].non_visto) == (
        Esito.DA_COMPLETARE, (), True,
    )  # fmt: skip
    assert worst.esito is Esito.NON_AMMESSO


def test_requirements_out_of_force_are_not_asked() -> None:
    """On any other day they are."""
    then = evolve(requirement("then", "pagato"), vigenza=Vigenza(OLD, OLD))
    misura = evolve(BASE, requisiti=(*BASE.requisiti, then))

    assert [f.codice for f in verdict(misura, OLD).findings] == ["isee", "then"]
    assert [f.codice for f in verdict(misura, NEW).findings] == ["isee"]


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
