"""Each question in words, and a day on which nobody answers."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from casa_model.casa.edizione import edizione
from casa_model.cli._parole_della_prova import domanda, esempi
from casa_model.rules import quesiti as q
from casa_model.rules.facts import Fatti
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

ENERGIA = edizione().misure["energia-l1"]
DAYS = Vigenza(ENERGIA.vigenza.dal, date(2200, 1, 1))
CONTESTO = q.Contesto.di(ENERGIA, giorni=DAYS)
ACCESSO = edizione().misure["accesso-sap"]


@pytest.mark.parametrize(
    ("quesito", "it", "en"),
    [
        (q.SovrapponeMisure(CONTESTO), "ammessi da entrambe", "admitted by both"),
        (
            q.Scoperto(CONTESTO, "classe"),
            "nessuna riga di `classe` prende qualcuno",
            "no row of `classe` takes somebody",
        ),
        (
            q.GiornoVuoto(CONTESTO),
            "c'è un giorno in cui nessuna misura risponde",
            "there is a day on which no measure answers",
        ),
    ],
)
def test_in_words(quesito: q.Quesito, it: str, en: str) -> None:
    """A question without words of its own has those of its kind."""
    words = domanda(q.Proprieta("x", quesito))

    assert (words.it, words.en) == (it, en)


def test_a_day_without_a_household() -> None:
    """Of a day on which nobody answers the day is told, and no household."""
    nobody = q.Esempio(Fatti({}), date(2027, 1, 2), ())
    found = q.Dimostrazione(
        q.GiornoVuoto(CONTESTO), q.Risposta.SI, q.Confini(None, (DAYS,)), (nobody,)
    )

    assert list(esempi(found, "en")) == ["2 January 2027"]


def test_what_is_not_looked_for(casa_model: Callable[..., Result]) -> None:
    """A requirement that nobody sees is not asked about, nor are definitions without rows."""
    args = ("--superflui", "--tabelle", "--al", "2025-09-01", "--json")
    result = casa_model("dimostra", "accesso-sap", *args)
    unseen = {each.codice for each in ACCESSO.requisiti if each.non_visto}
    asked = {each["codice"] for each in json.loads(result.stdout)["risposte"]}

    assert unseen
    seen = {f"superfluo-{each.codice}" for each in ACCESSO.requisiti if not each.non_visto}
    assert seen == {nome for nome in asked if nome.startswith("superfluo-")}
    rows = {nome for nome in asked if nome.startswith(("riga-vuota-", "unica-"))}
    assert all("-maggiorazione_lavoro" in nome for nome in rows)
    assert rows
