"""Applications to a file and back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from casa_model.casa import edizione
from casa_model.casa.confronta import Versione
from casa_model.casa.popolazione import genera, ipotesi
from casa_model.errors import InvalidValue
from casa_model.exchange import leggi_domande, leggi_domande_ndjson
from casa_model.exchange.domande_scritte import domande_csv, domande_ndjson
from casa_model.nuclei import Domanda, Nucleo
from casa_model.rules.facts import Fatti

ON = date(2024, 6, 1)


@pytest.mark.parametrize("codice", sorted(edizione().misure))
def test_round_trip(codice: str) -> None:
    """What is written is read again as it was, in both forms."""
    misura = edizione().misure[codice]
    drawn = genera([Versione(misura, on=ON)], ipotesi(), quante=40, seme=2)
    rows, members = domande_csv(drawn)
    read = leggi_domande(rows, misura, file="x.csv", decimali="plain", membri=members)

    assert read.domande == drawn
    assert not read.difetti
    assert leggi_domande_ndjson(domande_ndjson(drawn), misura, file="x").domande == drawn


def test_moments_and_bare_applications() -> None:
    """An hour is kept; what is not stated is not written."""
    made = Domanda("a", presentata=datetime(2024, 9, 2, 9, 30))  # noqa: DTZ001 - a wall clock
    bare = Domanda("b", fatti=Fatti({}, [{}]))

    assert domande_ndjson([made, bare]) == (
        '{"riferimento": "a", "data_domanda": "2024-09-02 09:30:00"}\n'
        '{"riferimento": "b", "membri": [{}]}\n'
    )
    assert domande_csv([made]) == ("riferimento;data_domanda\na;2024-09-02 09:30:00\n", None)


def test_typed_parts() -> None:
    """They have no columns of their own."""
    with pytest.raises(InvalidValue, match="typed parts"):
        domande_csv([Domanda("a", nucleo=Nucleo(numero=1))])
