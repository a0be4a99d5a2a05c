"""DESIGN 4.3: exact and total. Each docstring is a sentence of it."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from dateutil.relativedelta import relativedelta
from design.files import ON, advice, asked, decide, holds, measure, refused, requisito
from generative.faults import refuse
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.errors import InvalidFacts
from casa_model.readers.environment import environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.meaning import value
from casa_model.rules import build as b
from casa_model.rules.calendar import months_between, years_between
from casa_model.rules.check import check
from casa_model.rules.facts import Fatti
from casa_model.rules.interval import round_units
from casa_model.rules.types import NumberType, parse_type
from casa_model.testing._households import Question, questions
from casa_model.testing._scope import scope_of
from casa_model.testing._values import days
from casa_model.values import Euro


@settings(max_examples=30)
@given(questions(known=20))
def test_total(question: Question) -> None:
    """Every expression is total: no reader can fail on a well-typed household."""
    assert evaluate(question.misura, question.fatti, on=question.on).misura == "misura"


def worth(text: str, **valori: object) -> object:
    """The value of a definition for a household."""
    misura = measure(f'\n[definizioni.d]\nvale = "{text}"\n', requisito("d >= 0 or d < 0"))
    return decide(misura, ON, **valori).definizioni[0].valore


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("isee + 0.10 + 0.20", 936_029),
        ("isee - 0.01", 935_998),
        ("isee * 3", 2_807_997),
        ("arrotonda(isee * 0.333333, 2)", 311_999),
    ],
)
def test_exact_money(text: str, cents: int) -> None:
    """Money is exact to the cent."""
    assert worth(text, isee=Euro(935_999)) == Euro(cents)


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("isee + 1", 2),
        ("quota + 0.125", 3),
        ("quota * isee", 4),
        ("quota * quota * 0.5", 5),
        ("arrotonda(quota * isee, 1)", 1),
        ("min(quota, componenti)", 2),
        ("componenti if pagato else quota", 2),
    ],
)
def test_static_scales(text: str, scale: int) -> None:
    """Each numeric node has a static scale: sums and comparisons align scales, products add."""
    part = f'\n[definizioni.d]\nvale = "{text}"\n'
    tipo = measure(part, requisito("d > 0")).definizioni[0].tipo

    assert isinstance(tipo, NumberType)
    assert tipo.scale == scale


@pytest.mark.parametrize(
    ("number", "decimals", "rounded"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"),
     ("-0.124999", 2, "-0.12"), ("1.5", 3, "1.5")],
)  # fmt: skip
def test_half_away_from_zero(number: str, decimals: int, rounded: str) -> None:
    """Only `arrotonda` loses digits, half away from zero (`ROUND_HALF_UP`), negatives too."""
    tree = b.arrotonda(b.numero(number), decimals)
    misura = measure(requisito("pagato"))
    found = value(tree, environment(misura, Fatti(), ON))

    assert found == Decimal(rounded)
    assert found == Decimal(number).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@pytest.mark.parametrize("sign", ["/", "//", "%", "**"])
def test_there_is_no_division(sign: str) -> None:
    """There is no division: say `costi > quota * reddito`."""
    assert asked(f"isee {sign} 2 < soglia")[0] == "espressione-non-ammessa"
    assert holds("spesa > quota * isee", spesa=Euro(51), isee=Euro(100), quota=Decimal("0.50"))


@pytest.mark.parametrize(
    "text",
    [
        "isee * componenti * 1000000000 > 0",
        "spesa * 1000000 * 1000000 > soglia",
        "isee * 10000000 < 0.123456789",
        "max(isee * 10000000, 0.123456789) > 0",
        "somma(membri, reddito * 10000000) > 0",
        "isee < 999999999999999999.99",
    ],
)
def test_sixty_three_bits(text: str) -> None:
    """The loader carries an interval for each node, alignment included, and refuses 63 bits."""
    assert asked(text) == ["fuori-63-bit"]


def test_default_ranges() -> None:
    """Default ranges: euro 0…999.999.999,99; dates 1901–2099."""
    euro, data = parse_type("euro"), parse_type("data")

    assert (euro.lo, euro.hi) == (0, 99_999_999_999)
    assert (data.lo, data.hi) == (date(1901, 1, 1), date(2099, 12, 31))


def test_default_range_of_months() -> None:
    """Months ±1.200."""
    assert measure(requisito("piu_mesi(contratto, 1200) > piu_mesi(contratto, -1200)"))
    assert asked("piu_mesi(contratto, 1201) > contratto") == ["data-fuori-calendario"]


def test_other_ranges_are_declared() -> None:
    """Others are declared: a plain number without its range is refused."""
    part = '\n[fatti.x]\ntipo = "numero(0)"\netichetta = { it = "x", en = "x" }\n'

    assert refused(part, requisito("pagato")) == ["chiave-mancante"] * 2  # minimo, massimo


@pytest.mark.parametrize(
    "known", [{"isee": Euro(-1)}, {"componenti": 31}, {"contratto": date(1900, 1, 1)}]
)
def test_out_of_range(known: dict[str, object]) -> None:
    """A fact out of range is a faulty row, not an unknown."""
    with pytest.raises(InvalidFacts, match="outside the allowed values"):
        decide(measure(requisito("pagato")), ON, **known)


def test_an_index_out_of_its_table() -> None:
    """An index that may leave its table is a load error (`scala[min(componenti, 2)]`)."""
    assert asked("scala[componenti] > 1") == ["indice-fuori-tabella"]
    assert holds("scala[min(componenti, 2)] > 1", componenti=30) is True


def test_an_unknown_index() -> None:
    """An unknown index is unknown."""
    misura = measure(requisito("scala[min(componenti, 2)] > 0"))

    assert decide(misura).mancano == ("componenti",)


@given(st.integers(-(2**63), 2**63), st.integers(0, 9))
def test_decimal_and_scaled_integers_agree(units: int, lost: int) -> None:
    """The reference reader computes in `Decimal`, fast readers in scaled integers; all agree."""
    wide = Decimal(units).scaleb(-lost)

    assert round_units(units, lost) == wide.quantize(Decimal(1), ROUND_HALF_UP)


@settings(max_examples=30)
@given(questions(known=20))
def test_values_are_at_their_scale(question: Question) -> None:
    """To the last digit: each definition has as many decimals as its type says."""
    misura = question.misura
    verdict = evaluate(misura, question.fatti, on=question.on)
    types = {d.nome: check(d.vale, scope_of(misura), refuse) for d in misura.definizioni}

    scales = {
        each.nome: (types[each.nome].scale, -each.valore.as_tuple().exponent)
        for each in verdict.definizioni
        if isinstance(each.valore, Decimal)
    }

    assert all(wanted == found for wanted, found in scales.values())


@given(days(), days())
def test_months(first: date, last: date) -> None:
    """Months and years are complete ones as `dateutil.relativedelta` counts them, else 0."""
    delta = relativedelta(max(first, last), first)

    assert months_between(first, last) == delta.years * 12 + delta.months
    assert years_between(first, last) == delta.years


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2023, 1, 31), date(2023, 2, 28), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2024, 2, 29), date(2025, 2, 27), 11),
        (date(2024, 2, 29), date(2024, 2, 28), 0),
    ],
)
def test_month_ends(first: date, last: date, months: int) -> None:
    """Month ends and 29 February included, and 0 when the second date comes before the first."""
    assert months_between(first, last) == months


def test_an_upper_bound_on_months() -> None:
    """An upper bound on months needs `prima <= dopo` beside it, and the loader says so."""
    bound = "mesi_tra(contratto, data_requisiti) < minimo_mesi"

    assert advice(requisito(bound)) == ["limite-mesi"]
    assert advice(requisito(f"contratto <= data_requisiti and {bound}")) == []
    assert holds(bound, contratto=date(2030, 1, 1)) is True
