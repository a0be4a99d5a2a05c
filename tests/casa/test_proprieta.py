"""Sentences about days, asked of a notice that has a day of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casa_model.casa import edizione, leggi_avviso
from casa_model.casa.proprieta import di_altri_giorni, proprieta
from casa_model.rules import quesiti as q

NOTICES = Path(__file__).parents[2] / "esempi" / "avvisi"
MISURE = edizione().misure
LAW = MISURE["crs-difficolta"]
NOTICE = leggi_avviso((NOTICES / "tradate-2023.toml").read_bytes(), file="t.toml").valore.misura
HEAD = 'formato = 1\nmisura = "crs-difficolta"\n[[proprieta]]\ncodice = "x"\n'
BEFORE = 'data_requisiti < data("2020-01-01")'
AFTER = 'data_requisiti >= data("2020-01-01")'


def elsewhen(text: str, *, notice: bool = True) -> bool:
    """Whether a sentence is about other days."""
    misure = {**MISURE, "crs-difficolta": NOTICE} if notice else MISURE
    (found,) = q.leggi_proprieta(HEAD + text, file="p.toml", misure=misure, scartate=[])
    return di_altri_giorni(found.quesito)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (f"mai = '{BEFORE}'", True),
        (f"sempre = '{AFTER}'", True),
        (f"sempre = '{AFTER} or isee < 5.00'", True),
        (f"mai = '{BEFORE} and isee < 5.00'", True),
        (f"sempre = 'not ({BEFORE})'", True),
        (f"sovrappone = ['{BEFORE}', 'non_ammessa']", True),
        (f"implica = ['{BEFORE}', 'non_ammessa']", True),
        (f"equivale = ['{BEFORE}', 'not ({AFTER})']", True),
        ("giorno_vuoto = { dal = 2020-01-01, al = 2021-01-01 }", True),
        (f"mai = '{AFTER}'", False),
        (f"mai = '{AFTER} or isee < 5.00'", False),
        (f"sempre = '{BEFORE}'", False),
        (f"sempre = '{BEFORE} and isee < 5.00'", False),
        (f"sovrappone = ['{AFTER}', '{AFTER}']", False),
        (f"implica = ['{AFTER}', '{BEFORE}']", False),
        (f"equivale = ['{BEFORE}', '{AFTER}']", False),
        (f"equivale = ['{BEFORE}', 'isee < 5.00']", False),
        (f"implica = ['{AFTER}', 'non_ammessa']", False),
        (f"implica = ['{AFTER}', 'soglia_isee == 9360.00']", False),
        ("sempre = 'piu_mesi(data_assegnazione, 24) <= data_requisiti'", False),
        ("sempre = 'soglia_isee == 9360.00'", False),
        ("mai = 'isee < 5.00 and ammessa'", False),
        ("superfluo = 'isee'", False),
    ],
)
def test_settled_by_the_day(text: str, other: bool) -> None:  # noqa: FBT001 - a column
    """What the day of the notice leaves nothing of is about other days: what it breaks is not.

    A number never settles.
    """
    assert elsewhen(text) is other
    assert not elsewhen(text, notice=False)


def test_the_shipped_sentences() -> None:
    """Of a real notice: those on the first day of the law, and no other."""
    asked = proprieta({**MISURE, "crs-difficolta": NOTICE}, scartate=[])
    found = {
        each.codice
        for each in asked
        if NOTICE in each.quesito.contesto.misure and di_altri_giorni(each.quesito)
    }

    assert found == {"prima-non-risponde", "da-allora-risponde"}
    assert NOTICE.calendario is not None
    assert NOTICE.calendario.giorno_norma != date(2020, 1, 1)
