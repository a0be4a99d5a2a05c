"""Apportionments worked by hand: each method, its working, real figures, and refusals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from casa_model.errors import IllTyped, InvalidValue, UnknownName
from casa_model.programma.riparto import (
    Fabbisogno,
    Limite,
    Metodo,
    QuotaRiparto,
    Riparto,
    maggiori_resti,
    minimo_e_massimo,
    parti_uguali,
)
from casa_model.values import Euro


def needs(**indices: int | str) -> list[Fabbisogno]:
    """Beneficiaries by code; an index in quotes is a `Decimal`."""
    return [Fabbisogno(c, Decimal(i) if isinstance(i, str) else i) for c, i in indices.items()]


def need(code: str, index: int, low: int = 0, high: int | None = None) -> Fabbisogno:
    """A beneficiary with bounds in cents."""
    return Fabbisogno(code, index, Euro(low), None if high is None else Euro(high))


def shares(riparto: Riparto) -> list[int]:
    """The cents of each, in order of code."""
    return [quota.importo.cents for quota in riparto.quote]


@pytest.mark.parametrize(
    ("cents", "indices", "expected"),
    [
        (100, {"a": 1, "b": 1, "c": 1}, [34, 33, 33]),  # equal remainders: in order of code
        (200, {"a": 1, "b": 1, "c": 1}, [67, 67, 66]),
        (10, {"a": 6, "b": 6, "c": 2}, [4, 4, 2]),  # 4 2/7, 4 2/7, 1 3/7
        (11, {"a": 6, "b": 6, "c": 2}, [5, 5, 1]),  # 4 5/7, 4 5/7, 1 4/7: a cent more, c loses one
        (7, {"a": "0.5", "b": "0.25", "c": "0.25"}, [3, 2, 2]),  # 3.5, 1.75, 1.75
        (5, {"a": 0, "b": 3}, [0, 5]),
        (0, {"a": 1, "b": 3}, [0, 0]),
        (1, {"a": 1, "b": 1}, [1, 0]),
    ],
)
def test_largest_remainders(cents: int, indices: dict[str, int | str], expected: list[int]) -> None:
    """Whole cents first, then odd cents to the largest remainders, equal ones by code."""
    assert shares(maggiori_resti(Euro(cents), needs(**indices))) == expected


@pytest.mark.parametrize(
    ("cents", "given", "expected", "limits"),
    [
        # Without bounds 50, 30, 20; the floor takes 10 more, the others share 70 as 5 to 3.
        (100, [need("a", 5), need("b", 3), need("c", 2, 30)], [44, 26, 30], "--m"),
        # The cap leaves 20, shared as 3 to 2: 42 and 28.
        (100, [need("a", 5, 0, 30), need("b", 3), need("c", 2)], [30, 42, 28], "M--"),
        # Both: 30 and 40 fixed, 30 to b.
        (100, [need("a", 5, 0, 30), need("b", 3), need("c", 2, 40)], [30, 30, 40], "M-m"),
        # An index of zero gets its floor.
        (100, [need("a", 0, 7), need("b", 1)], [7, 93], "m-"),
        # Floors are the whole amount; caps are the whole amount.
        (100, [need("a", 5, 40), need("b", 3, 60)], [40, 60], "mm"),
        (100, [need("a", 5, 0, 40), need("b", 3, 0, 60)], [40, 60], "M-"),
        # Bounds that say nothing.
        (100, [need("a", 1, 0, 100), need("b", 2, 1)], [33, 67], "--"),
        # The floor and the cap are one amount.
        (100, [need("a", 1, 50, 50), need("b", 2), need("c", 2)], [50, 25, 25], "m--"),
        # The floor that is met exactly fixes nothing.
        (100, [need("a", 1, 25), need("b", 3, 0, 75)], [25, 75], "--"),
    ],
)
def test_floors_and_caps(
    cents: int, given: list[Fabbisogno], expected: list[int], limits: str
) -> None:
    """Who is at a bound stays there, and the rest is in proportion among the others."""
    riparto = minimo_e_massimo(Euro(cents), given)
    signs = {Limite.MINIMO: "m", Limite.MASSIMO: "M", None: "-"}

    assert shares(riparto) == expected
    assert "".join(signs[quota.limite] for quota in riparto.quote) == limits


def test_equal_shares() -> None:
    """The odd cents go in order of code, however the codes are passed."""
    assert shares(parti_uguali(Euro(1000), ["c", "a", "b"])) == [334, 333, 333]
    assert shares(parti_uguali(Euro(1001), ["c", "a", "b"])) == [334, 334, 333]


ALER_2025 = {
    "aler-bergamo-lecco-sondrio": 1_376_360,
    "aler-brescia-cremona-mantova": 1_841_186,
    "aler-milano": 7_716_314,
    "aler-pavia-lodi": 1_433_059,
    "aler-varese-como-monza-busto": 2_305_749,
}
"""The fund of July 2025 among the Aler, in euro; the last is derived (fact sheet, section 4)."""


def test_the_fund_of_2025_is_shared_out_again_to_the_cent() -> None:
    """Comuni and Aler make up 22.155.000; the last Aler has the remainder, 2.305.749,00."""
    whole = Euro.parse("22155000.00")
    halves = maggiori_resti(whole, needs(aler=14_672_668, comuni=7_482_332))
    aler = halves.quota("aler").importo
    known = [index for code, index in ALER_2025.items() if "varese" not in code]
    last = Euro.parse("2305749.00")

    assert aler == Euro.parse("14672668.00")
    assert aler - Euro.parse(f"{sum(known)}.00") == last
    again = maggiori_resti(aler, [Fabbisogno(code, index) for code, index in ALER_2025.items()])
    assert again.per_punto == 100
    assert again.quota("aler-varese-como-monza-busto").importo == last
    assert shares(again) == [100 * index for index in ALER_2025.values()]


def test_the_working_is_words() -> None:
    """Index, exact quota, remainder, odd cent and result, in both languages."""
    riparto = maggiori_resti(Euro(1000), needs(a="2.50", b=1, c=1))

    assert riparto.render("it") == (
        "importo 10,00 €, beneficiari 3, metodo: maggiori resti",
        "somma degli indici 4,5, ogni punto vale 2,22 € e 2/9 di centesimo",
        (
            "a: indice 2,50, quota 5,55 € e 5/9 di centesimo, resto 0,5555…, un centesimo in più"
            " = 5,56 €"
        ),
        "b: indice 1, quota 2,22 € e 2/9 di centesimo, resto 0,2222… = 2,22 €",
        "c: indice 1, quota 2,22 € e 2/9 di centesimo, resto 0,2222… = 2,22 €",
        "centesimi in più, ai resti maggiori e a parità in ordine di codice: 1",
        "totale 10,00 €",
    )
    assert riparto.render("en")[1:3] == (
        "sum of the indices 4.5, each point is worth €2.22 and 2/9 of a cent",
        "a: index 2.50, quota €5.55 and 5/9 of a cent, remainder 0.5555…, one cent more = €5.56",
    )
    assert riparto.render("en")[-2:] == (
        "cents more, to the largest remainders and, when equal, in order of code: 1",
        "total €10.00",
    )


def test_the_working_tells_who_is_at_a_bound() -> None:
    """A quota that the index did not fix says so."""
    given = [need("a", 5, 0, 30), need("b", 3), need("c", 2, 40)]
    riparto = minimo_e_massimo(Euro(100), given)

    assert riparto.render("it")[0].endswith("metodo: maggiori resti tra minimo e massimo")
    assert riparto.render("it")[2:5] == (
        "a: indice 5, quota 0,30 €, fermata al massimo = 0,30 €",
        "b: indice 3, quota 0,30 € = 0,30 €",
        "c: indice 2, quota 0,40 €, portata al minimo = 0,40 €",
    )
    assert riparto.render("en")[2].endswith("stopped at the cap = €0.30")
    assert riparto.render("en")[4].endswith("raised to the floor = €0.40")


def test_the_working_of_equal_shares() -> None:
    """No sum of indices where there is no index; a remainder of few digits is written in full."""
    riparto = parti_uguali(Euro(101), ["a", "b"])

    assert riparto.render("it")[1:3] == (
        "a ciascuno 0,50 € e 1/2 di centesimo",
        "a: indice 1, quota 0,50 € e 1/2 di centesimo, resto 0,5000, un centesimo in più = 0,51 €",
    )
    assert riparto.render("en")[1] == "to each €0.50 and 1/2 of a cent"


def test_a_quota_by_code() -> None:
    """What one gets is looked up by its code, and a miss says what was probably meant."""
    riparto = maggiori_resti(Euro(3), [Fabbisogno("aler-milano", 2), Fabbisogno("015146", 1)])

    assert riparto.quota("aler-milano") == QuotaRiparto("aler-milano", 2, Fraction(2), False)  # noqa: FBT003
    with pytest.raises(UnknownName, match="perhaps `aler-milano`"):
        riparto.quota("aler-milan")
    with pytest.raises(UnknownName, match="see the codes"):
        riparto.quota("x")


@pytest.mark.parametrize("index", [0.5, True, "1", None])
def test_an_index_that_is_not_exact_is_refused(index: object) -> None:
    """No float, and no bool that is a number by accident."""
    with pytest.raises(IllTyped, match="`indice` must be a whole number or a `Decimal`"):
        Fabbisogno("a", index)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "index", [-1, Decimal("-0.01"), Decimal("NaN"), Decimal("Infinity"), Decimal("1E+31"),
              Decimal("1E-31"), Decimal("0E+999999"), 10**30]
)  # fmt: skip
def test_an_index_out_of_reach_is_refused(index: Decimal | int) -> None:
    """Below zero, no number, or so long that a few signs would ask for a million digits."""
    with pytest.raises(InvalidValue, match="a number from zero up"):
        Fabbisogno("a", index)


def test_bounds_that_contradict_each_other_are_refused() -> None:
    """A floor below zero, a cap below the floor, a code that is no code."""
    with pytest.raises(InvalidValue, match=r"the floor of `a` is `-0\.01`"):
        need("a", 1, -1)
    with pytest.raises(InvalidValue, match=r"the cap of `a`, `0\.01`, is below the floor"):
        need("a", 1, 2, 1)
    with pytest.raises(InvalidValue, match="`codice` is a code of small letters"):
        need("Aler Milano", 1)


@pytest.mark.parametrize("method", [maggiori_resti, minimo_e_massimo])
@pytest.mark.parametrize(
    ("cents", "given", "why"),
    [
        (-1, needs(a=1), "the amount `-0.01` is below zero"),
        (1, [], "there is no beneficiary"),
        (1, needs(a=0, b="0.00"), "no beneficiary has an index above zero"),
        (1, [need("a", 1), need("b", 1), need("a", 2)], "`a` stands twice"),
    ],
)
def test_what_no_method_shares_out(
    method: type[Riparto], cents: int, given: list[Fabbisogno], why: str
) -> None:
    """An amount below zero, nobody, no need at all, a code twice."""
    with pytest.raises(InvalidValue, match=why):
        method(Euro(cents), given)  # type: ignore[arg-type,call-arg]


@pytest.mark.parametrize(
    ("cents", "given", "why"),
    [
        (99, [need("a", 1, 50), need("b", 1, 50)], "the floors add up to `1.00`, more than `0.99`"),
        (99, [need("a", 1, 0, 50), need("b", 1, 0, 48)], "the caps let `0.98` be given out"),
        (99, [need("a", 1, 0, 50), need("b", 0, 40)], "the caps let `0.90` be given out"),
    ],
)
def test_bounds_that_cannot_be_kept(cents: int, given: list[Fabbisogno], why: str) -> None:
    """Floors above the amount, caps below it, also where the need is zero."""
    with pytest.raises(InvalidValue, match=why):
        minimo_e_massimo(Euro(cents), given)


def test_a_bound_is_never_forgotten() -> None:
    """Largest remainders refuse a floor or a cap, which they would not keep."""
    for given in (need("b", 1, 1), need("b", 1, 0, 9)):
        with pytest.raises(InvalidValue, match="`b` has a floor or a cap"):
            maggiori_resti(Euro(9), [need("a", 1), given])


def test_other_things_are_refused_by_type() -> None:
    """An amount that is no money, a need that is no need, one text for a list of codes."""
    with pytest.raises(IllTyped, match="a `Euro` is shared out"):
        maggiori_resti(5, needs(a=1))  # type: ignore[arg-type]
    with pytest.raises(IllTyped, match="a `Euro` is shared out"):
        maggiori_resti(Euro(5), ["a"])  # type: ignore[list-item]
    with pytest.raises(IllTyped, match="pass a list of codes"):
        parti_uguali(Euro(5), "abc")
    with pytest.raises(InvalidValue, match="no beneficiary"):
        parti_uguali(Euro(5), [])


def test_a_working_that_disagrees_cannot_be_built() -> None:
    """Not with another sum, another order, a quota below zero or a cent from nowhere."""
    price = Fraction(9, 2)
    a = QuotaRiparto("a", 2, Fraction(9), centesimo=False)
    b = QuotaRiparto("b", 1, price, centesimo=True)
    c = QuotaRiparto("c", 1, price, centesimo=False)
    swapped = evolve(b, centesimo=False), evolve(c, centesimo=True)
    method = Metodo.MINIMO_E_MASSIMO

    assert shares(Riparto(method, Euro(18), price, (a, b, c))) == [9, 5, 4]
    with pytest.raises(InvalidValue, match="do not add up"):
        Riparto(method, Euro(17), price, (a, b, c))
    with pytest.raises(InvalidValue, match="must increase"):
        Riparto(method, Euro(18), price, (b, a, c))
    with pytest.raises(InvalidValue, match="does not come from its index"):
        Riparto(method, Euro(14), Fraction(4), (a, b))
    with pytest.raises(InvalidValue, match="does not come from its index"):
        Riparto(method, Euro(9), price, (evolve(a, limite=Limite.MINIMO),))
    with pytest.raises(InvalidValue, match="does not come from its index"):
        Riparto(method, Euro(9), price, (evolve(a, limite=Limite.MASSIMO),))
    with pytest.raises(InvalidValue, match="does not go to the largest remainder"):
        Riparto(method, Euro(18), price, (a, *swapped))
    for other, worth, quota in (
        (Metodo.MAGGIORI_RESTI, Fraction(4), evolve(a, limite=Limite.MINIMO)),
        (Metodo.PARTI_UGUALI, Fraction(4), evolve(a, indice=1, limite=Limite.MINIMO)),
        (Metodo.PARTI_UGUALI, price, a),
        (method, Fraction(4), evolve(a, esatta=Fraction(19, 2), limite=Limite.MINIMO)),
    ):
        with pytest.raises(InvalidValue, match="does not come from its index"):
            Riparto(other, Euro(9), worth, (quota,))
    for wrong in ((Fraction(-1), False), (Fraction(5), True)):
        with pytest.raises(InvalidValue, match="below zero or has a cent more"):
            QuotaRiparto("a", 1, *wrong)
