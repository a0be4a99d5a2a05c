"""Whatever two measures say: the comparison is told, and two that are the same answer the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from casa.confronta.rules import on_its_day
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.casa.confronta import (
    Effetto,
    confronta,
    effetti,
    libro_di,
)
from casa_model.casa.popolazione import genera, ipotesi
from casa_model.errors import InvalidValue
from casa_model.readers.evaluate import evaluate
from casa_model.rules.declared import declared
from casa_model.testing import households, measures
from casa_model.values import Fonte, Grado, Testo

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

OTHER = Testo(it="altre parole", en="other words")
SOURCE = Fonte(Grado.DERIVATA, testo="un'altra fonte")


@settings(deadline=None, max_examples=25)
@given(measures(), measures(), st.integers(0, 9))
def test_any_two_measures(one: Misura, other: Misura, seme: int) -> None:
    """What changes is told in both languages, and any population is counted to the last one."""
    found = confronta(on_its_day(one), on_its_day(other))
    try:
        people = genera([found.prima, found.ora], ipotesi(), quante=6, seme=seme)
    except InvalidValue:
        return  # one name for two kinds of fact: no population does for both
    counted = effetti(found, people)

    assert len(counted.movimenti) == len(people)
    still = {Effetto.UGUALE, Effetto.NON_DECISO}
    assert all(bool(each.ragioni) is (each.effetto not in still) for each in counted.movimenti)
    for lang in ("it", "en"):
        assert libro_di(found, lang=lang, effetti=counted).markdown()


@settings(deadline=None, max_examples=50)
@given(measures(), st.data())
def test_other_words_are_no_change(misura: Misura, data: st.DataObject) -> None:
    """Labels, texts and sources may be others: nothing changes, and nobody gets another answer."""
    told = evolve(
        misura,
        titolo=OTHER,
        fonte=SOURCE,
        fatti=tuple(evolve(f, etichetta=OTHER) for f in misura.fatti),
        parametri=tuple(evolve(p, etichetta=OTHER) for p in misura.parametri),
        requisiti=tuple(evolve(r, testo=OTHER, fonte=SOURCE) for r in misura.requisiti),
    )
    before, now = on_its_day(misura), on_its_day(told)
    found = confronta(before, now)
    fatti = data.draw(households(misura))

    assert found.uguale
    assert found.testi_diversi
    one, other = (
        evaluate(side.misura, declared(side.misura, fatti), on=side.giorno)
        for side in (before, now)
    )
    assert (one.esito, one.importo, one.mancano) == (other.esito, other.importo, other.mancano)
