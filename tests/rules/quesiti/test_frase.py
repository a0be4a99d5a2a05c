"""What was meant by a name or a value that a phrase has and the rules have not."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.casa import edizione
from casa_model.errors import InvalidExpression
from casa_model.rules.quesiti import Contesto, Vocabolario, leggi_frase

MISURE = edizione().misure
DAY = date(2024, 9, 2)


def meant(testo: str, *codici: str) -> str | None:
    """The near miss of the only fault of a phrase about some measures."""
    contesto = Contesto.di(*(MISURE[codice] for codice in codici), giorni=DAY)
    with pytest.raises(InvalidExpression) as refused:
        leggi_frase(testo, Vocabolario.di(contesto))
    (fault,) = refused.value.faults
    return fault.vicino


@pytest.mark.parametrize(
    ("testo", "vicino"),
    [
        ("ammessa", "ammessa_crs_difficolta"),
        ("amessa", "ammessa_crs_difficolta"),
        ("requisito_isee", "requisito_isee_crs_difficolta"),
        ("requisito_durata", "requisito_durata_crs_indigenza"),
        ("isee < 3.00 and", None),
        ("isse < 3.00", "isee"),
        ("qwerty", None),
    ],
)
def test_of_two_measures(testo: str, vicino: str | None) -> None:
    """An answer by the name that it has where its measure is asked alone; a name of both."""
    assert meant(testo, "crs-difficolta", "crs-indigenza") == vicino


@pytest.mark.parametrize(
    ("testo", "vicino"),
    [
        ('area == "acceso"', "accesso"),
        ('area in {"acceso"}', "accesso"),
        ('area == "access area"', "accesso"),
        ('decadenza == "nessun provvedimento"', "nessuna"),
        ('area == "no measure"', None),
    ],
)
def test_of_a_value(testo: str, vicino: str | None) -> None:
    """By its code or its label, and of the fact that it is compared with."""
    assert meant(testo, "crs-difficolta") == vicino
