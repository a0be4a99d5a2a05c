"""A share of the endowment that some take first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casa_model.errors import InvalidValue, UnknownName
from casa_model.graduatorie._riserve import Spesa, quota_intera, spendi
from casa_model.rules import tree as t
from casa_model.rules.misura import Esaurimento, Ordinamento, Riserva
from casa_model.values import Fonte, Grado

RESIDUO, PROPORZIONALE, SOLO_INTERI = Esaurimento
FONTE = Fonte(Grado.DERIVATA, testo="prova")


def riserva(codice: str) -> Riserva:
    """A reserve whose share is the parameter `quota_<codice>`."""
    return Riserva(codice, f"quota_{codice}", t.Truth(value=True), FONTE)


R, S = riserva("r"), riserva("s")


def spent(
    dovuti: list[int],
    titoli: list[str],
    totale: int,
    *quote: str,
    come: Esaurimento = RESIDUO,
    salta: bool = False,
) -> Spesa:
    """Spend with reserves `r` and `s`; a title is the letters of the reserves one may use."""
    ordinamento = Ordinamento((), come, salta, (R, S)[: len(quote)])
    named = {f"quota_{codice}": Decimal(quota) for codice, quota in zip("rs", quote, strict=False)}
    return spendi(dovuti, [tuple(codici) for codici in titoli], totale, ordinamento, named)


@pytest.mark.parametrize(
    ("quota", "totale", "units"),
    [
        ("0.20", 7, 2),  # 1.4 dwellings
        ("0.20", 5, 1),
        ("0.20", 1, 1),
        ("0.20", 0, 0),
        ("0.20", 251_890, 50_378),
        ("0.333", 100, 34),
        ("0", 100, 0),
        ("1", 100, 100),
        ("0.0000000000000000000000000000000001", 7, 1),
    ],
)
def test_a_share_is_rounded_up(quota: str, totale: int, units: int) -> None:
    """To the next dwelling (r.r. 4/2017, art. 13, c. 3), or to the next cent; 20 % of 7 is 2."""
    assert quota_intera(R, {"quota_r": Decimal(quota)}, totale) == units


@pytest.mark.parametrize("quota", [Decimal("-0.01"), Decimal("1.01"), Decimal("NaN"), True, 0.2])
def test_a_share_is_from_zero_to_one(quota: Decimal) -> None:
    """Anything else, also what is no exact number, is refused by the parameter's name."""
    with pytest.raises(InvalidValue, match="`quota_r` of the reserve `r` is not from 0 to 1"):
        quota_intera(R, {"quota_r": quota}, 100)


def test_a_share_may_be_a_whole_number() -> None:
    """A parameter without decimals may be passed as `int`."""
    assert quota_intera(R, {"quota_r": 1}, 100) == 100


def test_a_share_is_passed() -> None:
    """A reserve whose parameter has no value is refused by name."""
    with pytest.raises(UnknownName, match="`quota_r` of the reserve `r` is not among"):
        quota_intera(R, {}, 100)


def test_holders_come_first() -> None:
    """2 of 7 dwellings go to the first two holders, wherever they rank; 5 to the others."""
    expected = Spesa([1, 1, 1, 1, 1, 0, 0, 1, 1], [None] * 7 + ["r", "r"], 0)

    assert spent([1] * 9, [""] * 7 + ["r", "r"], 7, "0.20") == expected


def test_other_holders_compete_with_all() -> None:
    """The third holder ranks sixth: after the reserve, five dwellings go to ranks 2, 3, 5, 6, 7."""
    titoli = ["r", "", "", "r", "", "r", "", ""]
    expected = Spesa([1, 1, 1, 1, 1, 1, 1, 0], ["r", None, None, "r"] + [None] * 4, 0)

    assert spent([1] * 8, titoli, 7, "0.20") == expected


def test_what_a_reserve_leaves_goes_back() -> None:
    """One holder for two dwellings: the other one is given by rank to all."""
    assert spent([1] * 4, ["", "", "", "r"], 3, "0.50") == Spesa(
        [1, 1, 0, 1], [None] * 3 + ["r"], 0
    )


def test_a_holder_paid_in_part_competes_for_the_rest() -> None:
    """20,00 from the reserve, then by rank: 60,00 to the first, what is left to the holder."""
    assert spent([60, 50], ["", "r"], 100, "0.20") == Spesa([60, 40], [None, "r"], 0)


def test_reserves_go_in_the_order_of_the_file() -> None:
    """Each is a share of the whole endowment; whom the first paid in full the second leaves."""
    expected = Spesa([0, 30, 30, 40], [None, "r", "s", "s"], 0)

    assert spent([40, 30, 30, 50], ["", "rs", "s", "s"], 100, "0.30", "0.70") == expected


def test_a_reserve_never_takes_more_than_is_left() -> None:
    """Shares of 70 % and 70 %: the second finds 30, not 70."""
    assert spent([70, 70], ["r", "s"], 100, "0.70", "0.70") == Spesa([70, 30], ["r", "s"], 0)


def test_the_first_reserve_that_pays_is_told() -> None:
    """One who takes from two reserves is of the first; whom a reserve reached with 0, of none."""
    expected = Spesa([60, 10, 30], ["r", None, None], 0)

    assert spent([60, 10, 90], ["rs", "", "s"], 100, "0.30", "0.30") == expected


def test_reserves_in_proportion() -> None:
    """The reserve divides 20 among its holders as 3 to 1, the rest 80 by what is still due.

    Still due: 100, 45, 15 of 160 in all, hence half of each, with the odd cents by rank.
    """
    paid = spent([100, 60, 20], ["", "r", "r"], 100, "0.20", come=PROPORZIONALE)

    assert paid == Spesa([50, 15 + 23, 5 + 7], [None, "r", "r"], 0)


def test_a_reserve_pays_whole_shares() -> None:
    """30,00 do not pay 40,00: the reserve stops, or skips, and the holder competes with all."""
    dovuti, titoli = [50, 40, 20], ["", "r", "r"]
    stops = spent(dovuti, titoli, 100, "0.30", come=SOLO_INTERI)
    skips = spent(dovuti, titoli, 100, "0.30", come=SOLO_INTERI, salta=True)

    assert stops == Spesa([50, 40, 0], [None, None, None], 10)
    assert skips == Spesa([50, 0, 20], [None, None, "r"], 30)


def test_skipping_a_reserve_may_harm_a_holder() -> None:
    """With `salta` a lower holder may take from the reserve what a higher one needed whole."""
    dovuti = [70, 50]
    without = spent(dovuti, ["r", "r"], 100, come=SOLO_INTERI, salta=True)
    with_reserve = spent(dovuti, ["r", "r"], 100, "0.50", come=SOLO_INTERI, salta=True)

    assert without.pagati == [70, 0]
    assert with_reserve.pagati == [0, 50]
