"""What a ranking refuses, and whom it names."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.errors import InvalidValue
from casa_model.graduatorie import Candidato, graduatoria
from casa_model.rules.avviso import Dotazione
from casa_model.rules.esito import Esito, EsitoVoce, Verdict
from casa_model.rules.misura import Esaurimento, Ordinamento
from casa_model.values import Euro, Fonte, Grado

FONTE = Fonte(Grado.DERIVATA, testo="prova")


def test_dwellings_are_not_divided_in_proportion() -> None:
    """A part of a dwelling does not exist."""
    with pytest.raises(InvalidValue, match="dwellings are not divided in proportion"):
        graduatoria([], Ordinamento((), Esaurimento.PROPORZIONALE), Dotazione(None, 3, FONTE))


def test_a_reference_stands_once() -> None:
    """A repeated `riferimento` is refused, also when only one of the two is admitted."""
    yes = Verdict("m", date(2024, 1, 1), Esito.AMMESSO, ())
    no = Verdict("m", date(2024, 1, 1), Esito.NON_AMMESSO, ())
    everybody = [
        Candidato(riferimento, verdict)
        for riferimento, verdict in [("b", yes), ("a", no), ("c", yes), ("b", yes), ("a", yes)]
    ]

    with pytest.raises(InvalidValue) as caught:
        graduatoria(everybody, Ordinamento(()))

    assert str(caught.value) == "`a`, `b`: repeated reference; give each application its own"


@pytest.mark.parametrize(
    ("importo", "voci"),
    [
        (None, ()),
        (None, (Euro(1_00),)),
        (Euro(1_00), ()),
        (Euro(1_00), (Euro(2_00),)),
        (Euro(1_00), (Euro(1_00), None)),
        (Euro(1_00), (Euro(2_00), Euro(-1_00))),
        (Euro(-1_00), (Euro(-1_00),)),
    ],
)
def test_an_amount_is_the_sum_of_its_items(
    importo: Euro | None, voci: tuple[Euro | None, ...]
) -> None:
    """Money cannot be spent on an amount that is absent, or that its items do not make up."""
    items = tuple(EsitoVoce("v", None, voce) for voce in voci)
    verdict = Verdict("m", date(2024, 1, 1), Esito.AMMESSO, (), importo, items)

    with pytest.raises(InvalidValue, match="amount of `a` is not the sum of known items"):
        graduatoria([Candidato("a", verdict)], Ordinamento(()), Dotazione(Euro(5_00), None, FONTE))
