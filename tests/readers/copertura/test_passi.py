"""A threshold that no number of a household moves: a count, a sum of truths, a choice, the day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model import Caso, Esito, Fatti, evaluate
from casa_model.readers.cases import Atteso, prova
from casa_model.readers.copertura import (
    Impossibile,
    Ragione,
    Trovato,
    casi_mancanti,
    cerca,
    codice,
    copertura,
    punti,
)
from casa_model.readers.copertura._vede import Nucleo
from casa_model.rules.leggi import leggi_misura
from casa_model.rules.misura import Calendario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.copertura import Ricerca
    from casa_model.rules.misura import Misura

ON = date(2024, 6, 1)
SIDES = ("sotto", "pari", "sopra")


def _fatto(nome: str, more: str) -> str:
    head = f'[fatti.{nome}]\netichetta = {{ it = "{nome}", en = "{nome}" }}\n'
    proof = 'prova = { it = "modulo", en = "form" }\ncambia = "nessuno"\n'
    return f"{head}{proof}{more}\n"


TEXT = (
    """formato = 1
[misura]
codice = "prova"
titolo = { it = "Prova", en = "Trial" }
norma = "rr-1-2020, art. 1"
grado = "atto"
vigenza = { dal = 2020-01-01, al = 2025-12-31 }
[atti.rr-1-2020]
nome = "r.r. 1/2020"
titolo = { it = "Regole di prova", en = "Trial rules" }
"""
    + _fatto("invalido", 'tipo = "bool"\nmembro = true')
    + _fatto("a", 'tipo = "bool"')
    + _fatto("b", 'tipo = "bool"')
    + _fatto("sede", 'tipo = "scelta"\n[fatti.sede.valori]\nvicina = { it = "v", en = "v" }\n'
             'lontana = { it = "l", en = "l" }')
    + """[parametri.soglia]
etichetta = { it = "soglia", en = "threshold" }
tipo = "numero(0)"
storia = [
  { dal = 2020-01-01, valore = 24, norma = "rr-1-2020, art. 2", grado = "atto" },
  { dal = 2022-01-01, valore = 12, norma = "rr-1-2020, art. 2", grado = "atto" },
]
[[requisiti]]
codice = "unico"
norma = "rr-1-2020, art. 2"
testo = { it = "prova", en = "trial" }
condizione = '''CONDIZIONE'''
"""
)  # fmt: skip


def _misura(condizione: str) -> Misura:
    return leggi_misura(TEXT.replace("CONDIZIONE", condizione), file="prova.toml").valore


def _sides(misura: Misura, numero: int = 1) -> Iterator[Ricerca]:
    nth = "" if numero == 1 else f"{numero}-"
    found = {codice(punto): punto for punto in punti(misura)}
    return (cerca(misura, found[f"unico-{nth}{side}"]) for side in SIDES)


def _days(misura: Misura, numero: int = 1) -> list[date | None]:
    """The days of the households found, None where there is none."""
    return [each.on if isinstance(each, Trovato) else None for each in _sides(misura, numero)]


def _counted(esito: Esito, many: int) -> Caso:
    """A household of `many` who count, of one who does not where none does."""
    rows = [{"invalido": True}] * many or [{"invalido": False}]
    return Caso(f"{esito}-{many}", Fatti(membri=rows), Atteso(esito), on=ON)


def _answered(misura: Misura, caso: Caso) -> Caso:
    """The case as if a person had written the answer of the rule in it."""
    assert caso.on is not None
    return evolve(caso, atteso=Atteso(evaluate(misura, caso.fatti, on=caso.on).esito))


def test_members_who_are_counted() -> None:
    """Two are at the threshold: complete cases tell `<=` from `<`, and from one more."""
    misura = _misura("conta(membri, invalido) <= 2")
    casi = [
        _counted(Esito.AMMESSO, 1),
        _counted(Esito.AMMESSO, 0),
        _counted(Esito.NON_AMMESSO, 3),
        Caso("nulla", atteso=Atteso(Esito.DA_COMPLETARE), on=ON),
        Caso("uno", Fatti(membri=[{}]), Atteso(Esito.DA_COMPLETARE), on=ON),
    ]
    coperta = copertura(misura, casi)
    made = [each.caso for each in casi_mancanti(misura, coperta, lang="it")]
    whole = [*casi, *(_answered(misura, caso) for caso in made)]

    assert [codice(each.punto) for each in coperta.mancanti] == ["unico-sotto", "unico-pari"]
    assert coperta.esclusi == ()
    assert copertura(misura, whole).completa
    for mutant in ("< 2", "<= 1", "<= 3"):
        other = _misura(f"conta(membri, invalido) {mutant}")
        assert not all(each.superato for each in prova(other, whole))


def _worth(found: Ricerca) -> int | None:
    """What the condition adds up of a household, None where there is none."""
    if not isinstance(found, Trovato):
        return None
    rows = (found.fatti.valori, *(found.fatti.membri or ()))
    return sum(2 if v == "vicina" else v is True for row in rows for v in row.values())


@pytest.mark.parametrize(
    ("condizione", "known"),
    [
        ("(1 if a else 0) + (1 if b else 0) <= 1", [0, 1, 2]),
        ('(2 if sede == "vicina" else 0) <= 1', [0, None, 2]),
        ("min(3, conta(membri, invalido)) <= 1", [0, 1, 2]),
    ],
)
def test_what_a_truth_or_a_choice_moves(condizione: str, known: list[int | None]) -> None:
    """The other truth, the other choice is one step; nobody is where there is no number."""
    misura = _misura(condizione)

    assert [_worth(each) for each in _sides(misura)] == known


def test_a_truth_is_no_step_where_a_number_is() -> None:
    """Who is far from the amount is not near because a truth changes the limit."""
    misura = _misura('mesi_tra(data("2020-01-01"), data_requisiti) < (24 if a else 48)')
    below = next(punto for punto in punti(misura) if codice(punto) == "unico-sotto")

    assert not Nucleo(misura, Fatti({"a": False}), date(2023, 1, 1)).vede(below)
    assert Nucleo(misura, Fatti({"a": False}), date(2023, 12, 31)).vede(below)


def test_what_the_day_moves() -> None:
    """The day of a threshold, its eve and the day after."""
    day = date(2024, 6, 30)
    one = timedelta(days=1)

    misura = _misura('data_requisiti <= data("2024-06-30") or b')

    assert _days(misura, 2) == [day - one, day, day + one]


def test_a_threshold_where_the_law_changes() -> None:
    """The eve, by the law that there was, is near to the first day of the new law."""
    misura = _misura('soglia > 0 and data_requisiti >= data("2022-01-01")')

    assert _days(misura, 3) == [date(2021, 12, 31), date(2022, 1, 1), date(2022, 1, 2)]


def test_the_first_and_the_last_day() -> None:
    """Nobody is asked before the first day of a measure, nor after the last."""
    first, last = (_misura(f'data_requisiti <= data("{d}")') for d in ("2020-01-01", "2025-12-31"))

    assert _days(first) == [None, date(2020, 1, 1), date(2020, 1, 2)]
    assert _days(last) == [date(2025, 12, 30), date(2025, 12, 31), None]
    assert next(_sides(first)) == Impossibile(Ragione.SENZA_FATTI)


def test_a_notice_has_one_day() -> None:
    """No day is beside it; its day may be that of the threshold."""
    day = date(2024, 6, 30)
    misura = _misura('data_requisiti <= data("2024-06-30") or b')
    closed = evolve(misura, calendario=Calendario(day, day))
    below, at, above = _sides(closed, 2)

    assert below == above == Impossibile(Ragione.NON_SI_MUOVE)
    assert isinstance(at, Trovato)


@pytest.mark.parametrize(
    ("choice", "values"),
    [
        ('sede if a else "lontana"', ["vicina", "lontana"]),
        ('"lontana" if a else sede', ["vicina"]),
    ],
)
def test_the_values_that_an_arm_gives(choice: str, values: list[str]) -> None:
    """Those of the choice where the first arm names one, else the listed ones alone."""
    names = [codice(punto) for punto in punti(_misura(f'({choice}) in {{"vicina"}}'))]
    found = [name for name in names if "-valore-" in name]

    assert found == [f"unico-valore-{value}" for value in values]
