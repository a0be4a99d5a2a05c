"""Whose source holds where a notice states none, and which grade: the rule of the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casa_model.values import Grado

if TYPE_CHECKING:
    Banco = Any

REQUIREMENT = """
[[requisiti]]
codice = "figli"
testo = { it = "figli", en = "children" }
condizione = "isee > 0"
"""


@pytest.mark.parametrize(
    ("source", "grade"),
    [
        ('fonte = "pagina"', Grado.SECONDARIA),
        ('norma = "rr-11-2019, art. 6"', Grado.ATTO),
        ('norma = "rr-11-2019, art. 6"\ngrado = "derivata"', Grado.DERIVATA),
    ],
)
def test_a_grade_that_is_not_written(banco: Banco, source: str, grade: Grado) -> None:
    """An article means `atto`, anything else `secondaria`."""
    (added,) = banco.avviso(REQUIREMENT + source).differenze

    assert added.fonte.grado is grade


def test_a_part_that_may_have_no_source_has_that_of_the_notice(banco: Banco) -> None:
    """With its grade, whatever the measure said."""
    body = '[risorse]\ndotazione = "1.00"\n[graduatoria]\nordine = ["isee", "protocollo"]\n'
    avviso = banco.avviso(body)

    assert avviso.dotazione is not None
    assert avviso.dotazione.fonte == avviso.fonte
    assert [each.fonte for each in avviso.differenze] == [avviso.fonte]


def test_the_mend_asks_for_a_grade_only_where_it_is_compulsory(banco: Banco) -> None:
    """On the value of a parameter it is; on a requirement it is understood."""
    (requirement,) = banco.faults("avviso", REQUIREMENT)
    value = '[parametri.soglia_isee]\nvalore = "8000.00"\ngrado = "derivata"\n'
    (parameter,) = banco.faults("avviso", value)

    assert requirement.testo("it").endswith("aggiungi `norma = …` oppure `fonte = …`")
    assert parameter.testo("it").endswith("oppure `fonte = …`, con il `grado`")
