"""Coverage in time: the days of change, and what may be wrong on them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model import edizione
from casa_model.readers.copertura import Buco, Genere, buchi, giorni_da_guardare
from casa_model.rules.giorni import giorni_di_cambio, tratti
from casa_model.rules.misura import Calendario, Misura
from casa_model.values import Storia, Vigenza

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.params import Parametro

D = date


def _with_history(misura: Misura, nome: str, change: Callable[[Storia], Storia]) -> Misura:  # type: ignore[type-arg]
    """The measure with another history of a parameter: the loader would refuse such a file."""

    def one(parametro: Parametro) -> Parametro:
        if parametro.nome != nome:
            return parametro
        return evolve(
            parametro, righe=tuple(evolve(r, storia=change(r.storia)) for r in parametro.righe)
        )

    return evolve(misura, parametri=tuple(map(one, misura.parametri)))


def test_the_days_of_change(regola: Misura) -> None:
    """The first day, and that of the new threshold, which is that of a requirement too."""
    assert giorni_di_cambio(regola) == (D(2020, 1, 1), D(2024, 1, 1))
    assert tratti(regola) == (Vigenza(D(2020, 1, 1), D(2023, 12, 31)), Vigenza(D(2024, 1, 1)))
    assert giorni_da_guardare([regola]) == (
        D(2019, 12, 31), D(2020, 1, 1), D(2020, 1, 2),
        D(2023, 12, 31), D(2024, 1, 1), D(2024, 1, 2),
    )  # fmt: skip


def test_a_last_day_closes_the_series(con: Callable[..., Misura]) -> None:
    """Of the measure, and of a requirement."""
    closed = evolve(
        con(("vigenza = { dal = 2024-01-01 }", "vigenza = { dal = 2021-01-01, al = 2021-12-31 }")),
        vigenza=Vigenza(D(2020, 1, 1), D(2024, 6, 30)),
    )

    assert giorni_di_cambio(closed) == (
        D(2020, 1, 1), D(2021, 1, 1), D(2022, 1, 1), D(2024, 1, 1), D(2024, 7, 1),
    )  # fmt: skip
    assert tratti(closed)[-1] == Vigenza(D(2024, 1, 1), D(2024, 6, 30))


def test_a_requirement_outside_the_measure(con: Callable[..., Misura]) -> None:
    """Days on which the measure does not answer are no days of change."""
    before = con(
        ("vigenza = { dal = 2024-01-01 }", "vigenza = { dal = 2010-01-01, al = 2011-12-31 }")
    )

    assert giorni_di_cambio(before) == (D(2020, 1, 1), D(2024, 1, 1))


def test_a_notice_has_one_day(regola: Misura) -> None:
    """That of its law."""
    closed = evolve(regola, calendario=Calendario(D(2024, 3, 1), D(2024, 3, 1)))

    assert tratti(closed) == (Vigenza(D(2024, 3, 1), D(2024, 3, 1)),)
    assert buchi([closed]) == ()


@pytest.mark.parametrize("codice", edizione().misure)
def test_nothing_is_wrong_with_what_is_shipped(codice: str) -> None:
    """On every day on which anything changes, the day before and the day after."""
    assert buchi([edizione().misure[codice]]) == ()


def test_a_planted_gap(regola: Misura) -> None:
    """A parameter that ends is found on the first day without a value."""
    ends = _with_history(regola, "massimale", lambda s: Storia(s.periodi, cessa=D(2023, 5, 1)))

    found = buchi([ends])

    assert {b.giorno for b in found} >= {D(2023, 5, 1), D(2023, 5, 2), D(2024, 1, 1)}
    assert {(b.genere, b.nome) for b in found} == {(Genere.SENZA_VALORE, "massimale")}
    assert found[0].render("it") == "2023-05-01: il parametro `massimale` è letto e non ha valore"


def test_a_parameter_that_begins_late(regola: Misura) -> None:
    """The first days of the measure have none."""
    late = _with_history(
        regola, "soglia", lambda s: Storia((evolve(s.periodi[0], dal=D(2020, 1, 3)), s.periodi[1]))
    )

    assert [b.giorno for b in buchi([late])] == [D(2020, 1, 1), D(2020, 1, 2)]


def test_a_parameter_that_nobody_reads_yet(con: Callable[..., Misura]) -> None:
    """It may be without a value while the requirement that reads it is not law."""
    later = _with_history(
        con(("eta < 18", "eta < 18 and isee < tetto")),
        "tetto",
        lambda s: Storia((evolve(s.periodi[0], dal=D(2024, 1, 1)),)),
    )
    alone = evolve(later, importo=None)

    assert buchi([alone]) == ()


def test_versions_of_one_measure(regola: Misura) -> None:
    """Between the first day and the last exactly one answers."""
    old = evolve(regola, vigenza=Vigenza(D(2020, 1, 1), D(2022, 12, 31)))
    follows = evolve(regola, vigenza=Vigenza(D(2023, 1, 1)))
    late = evolve(regola, vigenza=Vigenza(D(2023, 2, 1)))
    early = evolve(regola, vigenza=Vigenza(D(2022, 12, 31)))

    assert buchi([old, follows]) == ()
    assert {(b.giorno, b.genere) for b in buchi([old, late])} == {
        (D(2023, 1, 1), Genere.NESSUNA_MISURA),
        (D(2023, 1, 2), Genere.NESSUNA_MISURA),
        (D(2023, 1, 31), Genere.NESSUNA_MISURA),
    }
    assert buchi([old, early]) == (Buco("prova", D(2022, 12, 31), Genere.PIU_MISURE, "prova"),)


def test_versions_of_one_requirement(regola: Misura) -> None:
    """Between the first day and the last exactly one is in force."""
    isee, area, minori = regola.requisiti
    old = evolve(minori, vigenza=Vigenza(D(2020, 1, 1), D(2021, 12, 31)))
    gap = evolve(regola, requisiti=(isee, area, old, minori))
    twice = evolve(regola, requisiti=(isee, area, minori, evolve(area)))

    assert {b.genere for b in buchi([gap])} == {Genere.NESSUN_REQUISITO}
    assert {b.giorno for b in buchi([gap])} == {D(2022, 1, 1), D(2022, 1, 2), D(2023, 12, 31)}
    assert {(b.genere, b.nome) for b in buchi([twice])} == {(Genere.PIU_REQUISITI, "area")}
