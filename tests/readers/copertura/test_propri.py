"""What is asked of the wrong thing: an error of ours, and never that something is impossible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from attrs import evolve
from readers.copertura.asked import point

from casa_model import edizione
from casa_model.errors import IllTyped, InvalidValue
from casa_model.readers.copertura import (
    buchi,
    casi_mancanti,
    cerca,
    giorni_da_guardare,
    punti,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.copertura import Copertura
    from casa_model.rules.misura import Misura

ENERGY = edizione().misure["energia-l1"]


@pytest.mark.parametrize("ask", [buchi, giorni_da_guardare])
def test_no_series_of_measures(regola: Misura, ask: Callable[[object], object]) -> None:
    """One measure is none, nor is a series of other things."""
    with pytest.raises(IllTyped, match=r"pass `\[misura\]`"):
        ask(regola)
    with pytest.raises(IllTyped, match="is not a `Misura`"):
        ask([regola, None])


def test_no_measure() -> None:
    """Such as a notice, which has one."""
    for ask in (punti, lambda misura: cerca(misura, punti(ENERGY)[0])):
        with pytest.raises(IllTyped, match=r"of a notice pass `avviso\.misura`"):
            ask(cast("Misura", None))


def test_a_point_of_other_rules(regola: Misura) -> None:
    """That nobody of this measure comes to it is no proof of anything."""
    for other in (point(ENERGY, "quartiere-vero"), cast("Any", None)):
        with pytest.raises(InvalidValue, match="not among those of `prova`"):
            cerca(regola, other)


def test_a_coverage_of_other_rules(regola: Misura, vuota: Copertura) -> None:
    """Its holes are no holes of these, whatever code it has."""
    for codice in ("prova", ENERGY.codice):
        with pytest.raises(InvalidValue, match="a coverage of the same rules"):
            casi_mancanti(ENERGY, evolve(vuota, misura=codice), lang="it")
    with pytest.raises(IllTyped, match=r"pass `copertura\(regole, casi\)`"):
        casi_mancanti(regola, cast("Copertura", None), lang="it")
    with pytest.raises(IllTyped, match="neither a measure nor a notice"):
        casi_mancanti(cast("Misura", None), vuota, lang="it")
