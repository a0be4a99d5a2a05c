"""Never run: read by mypy and basedpyright, so that the types that users see do not change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import assert_type

from casa_model.values import Cig, Euro, Norma, Periodo, Storia, Testo, Vigenza

soglia = Euro.parse("9360.00")
assert_type(soglia, Euro)
assert_type(soglia + Euro(1), Euro)
assert_type(soglia * 2, Euro)
assert_type(soglia < Euro(1), bool)
assert_type(soglia.decimal, Decimal)
assert_type(soglia.render("it"), str)

assert_type(Cig.parse("Z1234567AB"), Cig)
assert_type(Norma.parse("rr-11-2019, art. 6"), Norma)
assert_type(Testo(it="sì", en="yes").en, str)
assert_type(Vigenza(dal=date(2020, 1, 1)).contiene(date(2020, 1, 1)), bool)


def valore(storia: Storia[Euro], giorno: date) -> Euro | None:
    """Return what a history says of a day, with the type of what it is a history of."""
    periodo = storia.il(giorno)
    assert_type(periodo, Periodo[Euro] | None)
    return periodo.valore if periodo else None
