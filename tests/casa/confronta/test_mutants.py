"""Faults planted in shipped measures: each is told, and what is counted agrees with what is proven.

A fault that cannot be seen on the day is one of the law of another day. A household of an imaginary
population on which a fault has an effect is one that proof says there is; and a notice that has the
fault is not called sound.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa import edizione
from casa_model.casa.conforme import conforme
from casa_model.casa.confronta import Effetto, Versione, confronta, effetti, prove
from casa_model.casa.popolazione import genera, ipotesi
from casa_model.rules.avviso import Avviso, Differenza, Operazione
from casa_model.rules.esito import Esito
from casa_model.rules.misura import Calendario
from casa_model.rules.quesiti import Risposta
from tools.mutanti.misure import mutanti

if TYPE_CHECKING:
    from casa_model.casa.confronta import Movimento
    from casa_model.rules.misura import Misura
    from tools.mutanti.misure import Mutante


ON = date(2025, 1, 1)
SAMPLE = {"energia-l1": 3, "crs-difficolta": 29, "crs-indigenza": 29}
"""Of each measure one fault out of so many: all of them take minutes."""


def _sampled() -> list[tuple[str, Mutante]]:
    return [
        (codice, each)
        for codice, step in SAMPLE.items()
        for each in list(mutanti(edizione().misure[codice]))[::step]
    ]


@pytest.mark.parametrize(
    ("codice", "mutante"), _sampled(), ids=lambda each: getattr(each, "dove", str(each))
)
def test_what_is_counted_is_proven(codice: str, mutante: Mutante) -> None:
    """No household moves in a way of which proof says that nobody does."""
    misura = edizione().misure[codice]
    found = confronta(Versione(misura, on=ON), Versione(mutante.misura, on=ON))
    assert found.testi_diversi
    if found.uguale:
        assert mutante.dove.startswith(("parametro", "vigenza"))
        return
    proven = {p.effetto: p.trovato.risposta for p in prove(found)}
    people = genera([found.prima, found.ora], ipotesi(), quante=100, seme=5)
    counted = effetti(found, people)

    seen = {effetto for effetto in proven if counted.quanti(effetto)}
    assert {proven[effetto] for effetto in seen} <= {Risposta.SI}
    if mutante.dove.startswith("requisito"):
        _as_a_notice(misura, mutante, counted.movimenti)


def _as_a_notice(misura: Misura, mutante: Mutante, moved: tuple[Movimento, ...]) -> None:
    """A notice with the fault is looser, or stricter, where somebody goes from one to the other."""
    codice = mutante.dove.removeprefix("requisito ")
    fixed = Calendario(ON, ON)
    gone = all(r.codice != codice for r in mutante.misura.requisiti)
    what = Operazione.TOGLIE if gone else Operazione.SOSTITUISCE
    avviso = Avviso(
        codice="mutante",
        titolo=misura.titolo,
        ente="Comune Inventato",
        base=misura.codice,
        misura=evolve(mutante.misura, calendario=fixed),
        fonte=misura.fonte,
        pubblicazione=ON,
        differenze=(Differenza("requisito", codice, what, misura.fonte),),
    )
    found = {rilievo.codice for rilievo in conforme(avviso, misura).rilievi}
    turns = {(m.prima, m.ora): m.effetto for m in moved}
    if turns.get((Esito.NON_AMMESSO, Esito.AMMESSO)) is Effetto.GUADAGNA:
        assert {"avviso/piu-largo", f"requisito/{codice}/piu-largo"} <= found
    if turns.get((Esito.AMMESSO, Esito.NON_AMMESSO)) is Effetto.PERDE:
        assert {"avviso/piu-severo", f"requisito/{codice}/piu-severo"} <= found
