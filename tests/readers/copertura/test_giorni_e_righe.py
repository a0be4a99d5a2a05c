"""The days on which a row of a parameter with indices changes: who falls on another cannot tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.copertura.asked import answered, household, point

from casa_model import Caso, Euro, Fatti
from casa_model.readers.cases import Atteso, prova
from casa_model.readers.copertura import Copertura, Mancante, codice, parole, punti
from casa_model.readers.copertura._fonti import norma_di
from casa_model.readers.copertura._punto import PuntoGiorno
from casa_model.readers.copertura._quadro import quadri
from casa_model.readers.copertura._vede import Nucleo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.errors import Lang
    from casa_model.rules.misura import Misura

DAY, EVE = date(2025, 1, 1), date(2024, 12, 31)
ASKED = "parametro-limite-riga-2-2025-01-01"
PAID = "importo-parametro-limite-riga-2-2025-01-01"
THEN = '{{ dal = 2020-01-01, valore = "{0}", norma = "rr-1-2020, art. {1}", grado = "atto" }}'
NOW = '{{ dal = {2}, valore = "{0}", norma = "rr-1-2020, art. {1}", grado = "atto" }}'
IN_THE_RULE = ('condizione = "isee < soglia"', 'condizione = "isee < limite[min(componenti, 3)]"')
IN_THE_AMOUNT = ('vale = "spesa" }', 'vale = "limite[min(componenti, 3)]" }')
PLAIN = ("qualcuno(membri, eta < 18)", "isee < 5000")


def _rows(second: str = "250.00", *, dal: str = "2025-01-01") -> tuple[str, str]:
    """A change that declares `limite`: its first row stays, the others change."""
    rows = (
        [THEN.format("100.00", 2)],
        [THEN.format("200.00", 2), NOW.format(second, 3, dal)],
        [THEN.format("300.00", 2), NOW.format("300.00", 4, "2025-01-01")],
    )
    written = ", ".join(
        f"{{ chiave = [{n}], storia = [{', '.join(row)}] }}" for n, row in enumerate(rows, start=1)
    )
    head = "[parametri.tetto]"
    own = (
        '[parametri.limite]\netichetta = { it = "limite", en = "limit" }\n'
        f'tipo = "euro"\nindice = ["1..3"]\nrighe = [{written}]\n\n'
    )
    return head, own + head


def _days(misura: Misura) -> list[str]:
    return [
        codice(p) for p in punti(misura) if isinstance(p, PuntoGiorno) and p.dove.nome == "limite"
    ]


def _sees(misura: Misura, name: str, members: int, isee: str, on: date) -> bool:
    fatti = Fatti({"componenti": Decimal(members), "isee": Euro.parse(isee), "anziano": False})
    return Nucleo(misura, fatti, on).vede(point(misura, name))


def test_one_pair_for_each_row_that_changes(con: Callable[..., Misura]) -> None:
    """The requirement and the amount have their own; a row with another source alone has none."""
    misura = con(_rows(), IN_THE_RULE, IN_THE_AMOUNT)

    assert _days(con(_rows())) == []
    assert sorted(_days(misura)) == sorted(
        f"{name}-{day}" for name in (ASKED, PAID) for day in ("vigilia", "giorno")
    )


@pytest.mark.parametrize(
    ("members", "isee", "seen"),
    [
        (1, "99.99", False),  # its limit stays
        (1, "220.00", False),
        (2, "199.99", False),  # below both
        (2, "200.00", True),
        (2, "249.99", True),
        (2, "250.00", False),
        (3, "220.00", False),
        (3, "299.99", False),
    ],
)
def test_the_other_value_must_matter(
    con: Callable[..., Misura], members: int, isee: str, *, seen: bool
) -> None:
    """Only of who falls on the row, between its two values."""
    misura = con(_rows(), IN_THE_RULE, PLAIN)

    assert _sees(misura, f"{ASKED}-vigilia", members, isee, EVE) is seen
    assert _sees(misura, f"{ASKED}-giorno", members, isee, DAY) is seen
    assert not _sees(misura, f"{ASKED}-giorno", members, isee, EVE)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        (ASKED, _rows(dal="2029-01-01")),
        (PAID, _rows(dal="2029-01-01")),
        (PAID, _rows("210.00")),
    ],
)
def test_a_wrong_row_and_a_wrong_date_are_found(
    con: Callable[..., Misura], name: str, wrong: tuple[str, str]
) -> None:
    """The generated cases, answered by the right rule, fail where the row is another."""
    right, other = (
        evolve(con(rows, IN_THE_RULE, IN_THE_AMOUNT, PLAIN), graduatoria=None)
        for rows in (_rows(), wrong)
    )
    found = {day: household(right, f"{name}-{day}") for day in ("vigilia", "giorno")}
    casi = answered(right, [Caso(day, f.fatti, Atteso(), on=f.on) for day, f in found.items()])

    assert {day: f.on for day, f in found.items()} == {"vigilia": EVE, "giorno": DAY}
    assert all(tried.superato for tried in prova(right, casi))
    assert "giorno" in {tried.caso.codice for tried in prova(other, casi) if not tried.superato}


def test_only_another_source(con: Callable[..., Misura]) -> None:
    """Where no row has another value, whoever reads the parameter covers the day."""
    misura = con(_rows("200.00"), IN_THE_RULE, PLAIN)
    name = "parametro-limite-2025-01-01-giorno"

    assert _days(misura) == ["parametro-limite-2025-01-01-vigilia", name]
    assert _sees(misura, name, 1, "0.00", DAY)


@pytest.mark.parametrize(
    ("lang", "words", "row"),
    [
        ("it", "parametro `limite`: riga `2`, il giorno del cambio, 2025-01-01",
         "riga `2`, cambia il 2025-01-01"),
        ("en", "parameter `limite`: row `2`, the day of the change, 2025-01-01",
         "row `2`, changes on 2025-01-01"),
    ],
)  # fmt: skip
def test_words(con: Callable[..., Misura], lang: Lang, words: str, row: str) -> None:
    """By the key of the row; the article is that of the row on the day."""
    misura = con(_rows(), IN_THE_RULE)
    empty = Copertura("prova", tuple(Mancante(punto, None) for punto in punti(misura)))
    (shown,) = (each for each in quadri(empty, lang) if each.dove.nome == "limite")

    assert parole(point(misura, f"{ASKED}-giorno"), lang) == words
    assert [(riga.titolo, len(riga.caselle)) for riga in shown.righe] == [(row, 2)]
    assert [
        str(norma_di(misura, point(misura, f"{ASKED}-{day}"))) for day in ("vigilia", "giorno")
    ] == ["rr-1-2020, art. 2", "rr-1-2020, art. 3"]
