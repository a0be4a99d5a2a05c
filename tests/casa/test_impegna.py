"""A ranking commits money on a line, or is refused whole."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from casa_model.casa import impegna
from casa_model.errors import IllTyped, InvalidValue, RefusedEntry
from casa_model.graduatorie import Graduatoria, Posizione, Stato
from casa_model.programma.spesa import Registro, Stanziamento
from casa_model.rules.avviso import Dotazione
from casa_model.values import Euro, Fonte, Grado

ATTO = Fonte(Grado.DERIVATA, testo="determina di prova")
DAY = date(2025, 3, 1)


def place(rango: int, cents: int, pagato: int) -> Posizione:
    """A place of the ranking, paid in part or in full."""
    stato = Stato.FINANZIATA if cents == pagato else Stato.PARZIALE
    return Posizione(rango, f"d-{rango}", Euro(cents), Euro(pagato), (), stato)


RANKED = Graduatoria(
    (place(1, 270_000, 270_000), place(2, 100_000, 30_000)),
    Dotazione(Euro(300_000), None, ATTO),
    Euro(0),
)


def ledger(cents: int) -> Registro:
    """The ledger of a line with so much money."""
    return Registro("l-1").registra(Stanziamento("s-1", date(2025, 1, 1), ATTO, Euro(cents)))


def commit(graduatoria: Graduatoria, registro: Registro) -> Registro:
    """Commit all that a ranking pays."""
    return impegna(
        graduatoria, registro, ATTO, on=DAY, codice="avviso-2025", beneficiario="aler-milano"
    )


def test_all_that_it_pays_is_one_commitment() -> None:
    """Of the sum, to the body: no household is named."""
    done = commit(RANKED, ledger(300_000))
    state = done.stato(on=DAY)

    assert (state.saldi.impegnato, state.saldi.disponibile) == (Euro(300_000), Euro(0))
    assert [row.beneficiario for row in state.beneficiari] == ["aler-milano"]
    assert "d-1" not in repr(done)


def test_not_a_cent_is_left_out() -> None:
    """Payments of one cent count too."""
    small = Graduatoria((place(1, 1, 1), place(2, 2, 1)), Dotazione(Euro(2), None, ATTO), Euro(0))

    assert commit(small, ledger(10)).saldi.impegnato == Euro(2)


def test_what_is_no_ranking_or_no_ledger() -> None:
    """Told which comes first."""
    for graduatoria, registro in ((ledger(1), RANKED), (RANKED, None)):
        with pytest.raises(IllTyped, match="pass the `Graduatoria` first"):
            commit(graduatoria, registro)  # type: ignore[arg-type]


def test_over_the_endowment_it_is_refused_whole() -> None:
    """A cent is enough, and the ledger is what it was."""
    line = ledger(299_999)
    with pytest.raises(RefusedEntry) as caught:
        commit(RANKED, line)

    assert caught.value.codice == "oltre-dotazione"
    assert line.stato(on=DAY).saldi.impegnato == Euro(0)


@pytest.mark.parametrize(
    "dotazione", [None, Dotazione(None, 3, ATTO)], ids=["no endowment", "dwellings"]
)
def test_a_ranking_without_money_commits_none(dotazione: Dotazione | None) -> None:
    """There is nothing to commit."""
    with pytest.raises(InvalidValue, match="pays no money"):
        commit(evolve(RANKED, dotazione=dotazione), ledger(1))


def test_a_ranking_that_pays_nothing_is_refused() -> None:
    """A commitment of zero is none."""
    with pytest.raises(RefusedEntry, match="above zero"):
        commit(evolve(RANKED, posizioni=()), ledger(1))
