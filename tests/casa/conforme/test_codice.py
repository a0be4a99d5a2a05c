"""Codes of findings: those that there may be, and no other."""

from __future__ import annotations

import pytest

from casa_model.casa.conforme._codice import leggi_codice


@pytest.mark.parametrize(
    "text",
    [
        "requisito/isee/piu-largo",
        "requisito/isee/non-letto",
        "requisito/isee/non-so/piu-severo",
        "parametro/soglia_isee/importo-piu-alto",
        "data-requisiti/giorno-spostato",
        "giorno-norma/legge-spostata",
        "graduatoria/piu-esigente",
        "graduatoria/graduatoria-diversa",
        "parametro/quota_riserva/graduatoria-diversa",
        "definizione/indigente/graduatoria-diversa",
        "graduatoria/non-so/piu-esigente",
    ],
)
def test_a_code(text: str) -> None:
    """It is read, and written as it was."""
    assert str(leggi_codice(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "requisito/piu-largo",
        "requisito/isee/legge-spostata",
        "requisito/isee/non-so",
        "requisito/isee/non-so/non-letto",
        "parametro/soglia_isee/non-letto",
        "giorno-norma/non-letto",
        "graduatoria/importo-piu-alto",
        "requisito/isee/graduatoria-diversa",
        "importo/graduatoria-diversa",
        "graduatoria/non-so/piu-largo",
        "avviso/giorno-spostato",
        "avviso/isee/piu-largo",
        "altro/isee/piu-largo",
    ],
)
def test_no_code(text: str) -> None:
    """No such finding can be of such a part."""
    assert leggi_codice(text) is None
