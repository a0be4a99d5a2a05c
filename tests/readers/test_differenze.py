"""`con_avviso` adds to an explanation what the notice changes against its measure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import evolve

from casa_model.readers.explain import Spiegazione, con_avviso
from casa_model.rules.avviso import Avviso, Differenza, Operazione
from casa_model.rules.misura import Calendario
from casa_model.values import Fonte, Grado, Norma, Testo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura

    Tell: TypeAlias = Callable[..., Spiegazione]

ON = date(2024, 12, 1)
SEEN = Fonte(Grado.SECONDARIA, testo="gardatoday")
ACT = Fonte(Grado.ATTO, Norma("rr-1-2020", "7"))
WHY = Testo(it="nessuno lo riceve", en="nobody gets it")


@pytest.fixture(scope="module")
def avviso(measure: Misura) -> Avviso:
    """A notice that changes a thing of every kind."""
    paid = measure.importo
    assert paid is not None
    kept = evolve(measure, requisiti=measure.requisiti[1:], calendario=Calendario(ON, ON))
    voce = evolve(paid.voci[0], codice="rate-del-mutuo", etichetta=None)
    closed = evolve(kept, importo=evolve(paid, voci=(*paid.voci, voce)))
    return Avviso(
        "prova-2024",
        measure.titolo,
        "Comune",
        "prova",
        closed,
        SEEN,
        ON,
        differenze=(
            Differenza("requisito", "isee", Operazione.TOGLIE, SEEN, WHY),
            Differenza("parametro", "soglia", Operazione.SOSTITUISCE, ACT),
            Differenza("voce", "rate-del-mutuo", Operazione.AGGIUNGE, ACT),
            Differenza("graduatoria", "graduatoria", Operazione.SOSTITUISCE, SEEN),
            Differenza("fatto", "altro", Operazione.AGGIUNGE, SEEN),
            Differenza("definizione", "altra", Operazione.AGGIUNGE, SEEN),
        ),
    )


def test_every_change_is_told(told: Tell, measure: Misura, avviso: Avviso) -> None:
    """In its own words, which the measure has for what was removed; with reasons and sources."""
    found = con_avviso(told(), avviso, base=measure)

    assert found.di_avviso
    assert found.fonti_avviso == ("gardatoday",)
    assert (
        "\nChe cosa cambia l'avviso rispetto alla misura\n"
        "- toglie: requisito «ISEE inferiore alla soglia»; motivo: nessuno lo riceve — "
        "gardatoday [da fonte secondaria]\n"
        "- sostituisce: numero «soglia ISEE» — r.r. 1/2020, art. 7 [dall'atto]\n"
        "- aggiunge: voce dell'importo «rate del mutuo» — r.r. 1/2020, art. 7 [dall'atto]\n"
        "- sostituisce: graduatoria — gardatoday [da fonte secondaria]\n"
        "\nNote\n"
    ) in found.testo()


def test_in_english_and_without_the_measure(told: Tell, avviso: Avviso, measure: Misura) -> None:
    """What was removed is then told by its code."""
    plain = evolve(avviso, misura=evolve(avviso.misura, importo=None))
    text = con_avviso(told(lang="en"), plain).testo()

    assert "- removes: requirement “isee”; reason: nobody gets it — gardatoday" in text
    assert "What the notice changes" not in told(lang="en").testo()
    assert con_avviso(told(), plain, base=measure).differenze[0].operazione == "toglie"
