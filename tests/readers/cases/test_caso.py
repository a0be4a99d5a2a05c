"""What a worked case may say, and what it may not."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from casa_model import Atteso, Caso, Esito, Euro, Fatti, IllTyped, InvalidValue


def test_nothing_need_be_stated() -> None:
    """A case that nobody has worked out yet is a case."""
    caso = Caso("isee-alla-soglia")

    assert caso.atteso == Atteso(None, None, None, None)
    assert caso.fatti == Fatti()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"esito": Esito.NON_AMMESSO, "importo": Euro(1)}, "`importo` si scrive solo"),
        ({"esito": Esito.AMMESSO, "motivi": ("isee",)}, "`motivi` si scrive solo"),
        ({"esito": Esito.NON_AMMESSO, "mancano": ("isee",)}, "`mancano` si scrive solo"),
        ({"esito": Esito.NON_AMMESSO, "motivi": ()}, "almeno un motivo"),
        ({"motivi": ("isee", "isee")}, "due volte in `motivi`"),
        ({"esito": Esito.NON_AMMESSO, "voci": (("a", Euro(1)),)}, "`voci` si scrive solo"),
        ({"voci": (("a", Euro(1)), ("a", Euro(2)))}, "due volte in `voci`"),
        (
            {"esito": Esito.NON_AMMESSO, "importo_da_scrivere": True},
            "`importo` si scrive solo",
        ),
        (
            {"esito": Esito.AMMESSO, "importo": Euro(1), "importo_da_scrivere": True},
            "`importo` è scritto e insieme da scrivere",
        ),
    ],
)
def test_what_no_rule_could_answer(given: dict[str, Any], says: str) -> None:
    """Expectations that contradict themselves are refused when they are built."""
    with pytest.raises(InvalidValue) as refused:
        Atteso(**given)

    assert says in refused.value.testo("it")


@pytest.mark.parametrize(
    "given",
    [
        {"esito": Esito.AMMESSO, "importo": Euro(0), "motivi": (), "mancano": ()},
        {"esito": Esito.NON_AMMESSO, "motivi": ("isee",), "mancano": ()},
        {"esito": Esito.DA_COMPLETARE, "motivi": (), "mancano": ()},
        {"importo": Euro(1)},
        {"importo_da_scrivere": True},
        {"esito": Esito.AMMESSO, "importo_da_scrivere": True},
    ],
)
def test_what_a_rule_can_answer(given: dict[str, Any]) -> None:
    """Empty reasons beside an outcome that has none say that there are none."""
    assert Atteso(**given).motivi == given.get("motivi")


@pytest.mark.parametrize(
    "given",
    [
        {"esito": "ammesso"},
        {"importo": "1.00"},
        {"motivi": "isee"},
        {"motivi": ["isee"]},
        {"mancano": (1,)},
        {"voci": [("a", Euro(1))]},
        {"voci": (("a", 1),)},
        {"voci": ("a",)},
        {"importo_da_scrivere": 1},
    ],
)
def test_types_are_exact(given: dict[str, Any]) -> None:
    """A text is no outcome, and a list no tuple."""
    with pytest.raises(IllTyped):
        Atteso(**given)


@pytest.mark.parametrize(
    "given",
    [
        {"codice": 1},
        {"codice": "a", "on": datetime(2024, 1, 1)},  # noqa: DTZ001 - refused
        {"codice": "a", "fatti": {}},
        {"codice": "a", "norma": "rr-4-2017"},
    ],
)
def test_so_are_those_of_a_case(given: dict[str, Any]) -> None:
    """A day has no time, facts are `Fatti`, a citation is read."""
    with pytest.raises(IllTyped):
        Caso(**given)


@pytest.mark.parametrize("codice", ["", "Isee", "isee alla soglia", "isee_alla_soglia"])
def test_the_code_is_kebab_case(codice: str) -> None:
    """So that another case can be copied by its code."""
    with pytest.raises(InvalidValue, match="lower-case"):
        Caso(codice)


def test_values_do_not_show() -> None:
    """Whoever writes a case may have had a person in mind."""
    caso = Caso(
        "a", Fatti({"isee": Euro(123_456)}), Atteso(Esito.AMMESSO, Euro(654_321)), date(2024, 1, 1)
    )

    assert "1234.56" not in repr(caso)
    assert "6543.21" not in repr(caso)
