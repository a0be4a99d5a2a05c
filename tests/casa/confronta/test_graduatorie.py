"""Two rankings beside one another, and applications that only one notice takes."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from casa.confronta.people import MONEY, by_name, household
from casa.confronta.rules import FREE, ON, of_notice, version

from casa_model.casa import edizione
from casa_model.casa.confronta import (
    Effetto,
    Parte,
    Versione,
    confronta,
    effetti,
    libro_di,
)
from casa_model.rules.misura import Esaurimento
from casa_model.rules.types import NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Momento


def test_an_endowment_without_a_ranking_is_told() -> None:
    """It can be given to nobody: of one version, or of both."""
    law = confronta(version(), version(("9360.00", "8000.00")))
    found = effetti(law, [household("a", 100)], dotazione=MONEY)
    text = libro_di(law, lang="it", effetti=found).testo().replace("\n", " ")

    assert found.prima.senza_graduatoria is not None
    assert "Senza graduatoria: la dotazione data (500,00 €) non si può distribuire" in text
    assert effetti(law, []).prima.senza_graduatoria is None
    one = confronta(version(), Versione(of_notice()))
    found = effetti(one, [household("a", 100)], dotazione=MONEY)
    text = libro_di(one, lang="it", effetti=found).testo().replace("\n", " ")
    assert "Prima, senza graduatoria: la dotazione data (500,00 €)" in text
    back = confronta(one.ora, one.prima)
    found = effetti(back, [household("a", 100)], dotazione=MONEY)
    text = libro_di(back, lang="it", effetti=found).testo().replace("\n", " ")
    assert "Ora, senza graduatoria: la dotazione data (500,00 €)" in text
    assert found.ora.dotazione is None


def test_rankings() -> None:
    """Who comes in, who goes out, who moves, who is paid otherwise."""
    pays = (('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""), ('se = "sano"\n', ""))
    one = Versione(of_notice(law=pays))
    other = Versione(of_notice(('"-isee"', '"isee"'), law=(*pays, ("9360.00", "300.00"))))
    people = [household("a", 100), household("b", 200), household("c", 8000)]
    found = effetti(confronta(one, other), people)

    moved = found.spostamenti
    assert moved is not None
    assert [(p.riferimento, p.rango_prima, p.rango_ora) for p in moved.posti] == [
        ("a", 3, 1),
        ("b", 2, 2),
        ("c", 1, None),
    ]
    assert [p.riferimento for p in moved.escono] == ["c"]
    assert moved.entrano == ()
    assert [p.riferimento for p in moved.cambiano] == ["a"]
    assert [p.riferimento for p in moved.pagamento_diverso] == ["a", "b"]
    assert (found.ora.pagato, found.ora.residuo, found.ora.finanziate) == (
        Euro(12000),
        Euro(0),
        1,
    )
    text = libro_di(confronta(one, other), lang="it", effetti=found).testo()
    assert "Escono: c (1 → —)." in text
    assert "Cambiano esito con la dotazione: a (in attesa → finanziata), b (" in text
    assert "Entrano: nessuna." in text
    richer = effetti(confronta(one, other), people, dotazione=MONEY)
    assert richer.ora.dotazione == MONEY


def test_the_same_outcome_and_another_amount() -> None:
    """Who is paid in part by both, and not the same: more or less, and never how much."""
    part = ('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""), ('se = "sano"\n', "")
    one = of_notice(law=part)
    ranking = one.misura.graduatoria
    assert ranking is not None
    shared = evolve(ranking, esaurimento=Esaurimento.PROPORZIONALE, riserve=())
    plain = evolve(one, misura=evolve(one.misura, graduatoria=evolve(ranking, riserve=())))
    other = evolve(one, misura=evolve(one.misura, graduatoria=shared))
    law = confronta(Versione(plain), Versione(other))
    found = effetti(law, [household("a", 100), household("b", 200), household("c", 8000)])
    moved = found.spostamenti
    back = effetti(confronta(law.ora, law.prima), [household("c", 8000), household("d", 7000)])

    assert moved is not None
    assert [p.riferimento for p in moved.importo_diverso] == ["c"]
    assert [p.riferimento for p in moved.pagamento_diverso] == ["b", "a"]
    (paid,) = moved.importo_diverso
    assert paid.pagato_prima is not None
    assert paid.pagato_ora is not None
    assert paid.differenza == paid.pagato_ora.cents - paid.pagato_prima.cents < 0
    assert str(paid.pagato_ora.cents) not in repr(paid)
    text = libro_di(law, lang="it", effetti=found).testo().replace("\n  ", " ")
    assert "Stesso esito con la dotazione, ma un altro importo pagato: c (di meno)." in text
    more = libro_di(confronta(law.ora, law.prima), lang="en", effetti=back).testo()
    assert "paid another amount: c (more)." in more.replace("\n  ", " ")


def test_rankings_without_an_endowment() -> None:
    """Nobody is paid: places move, and no outcome by the endowment is told."""
    poor = ('[risorse]\ndotazione = "120.00"\n', "")
    law = confronta(Versione(of_notice(poor)), Versione(of_notice(poor, ('"-isee"', '"isee"'))))
    found = effetti(law, [household("a", 100), household("b", 200)])
    text = libro_di(law, lang="it", effetti=found).testo()

    assert "Cambiano posto: a (" in text
    assert "con la dotazione" not in text[text.index("Cambiano posto") :]


def test_many_places_are_counted() -> None:
    """Ten places are named, the others counted."""
    one = Versione(of_notice())
    other = Versione(of_notice(law=(("9360.00", "8000.00"),)))
    people = [household(f"d{number}", 9000) for number in range(12)]
    found = effetti(confronta(other, one), people)

    text = libro_di(confronta(other, one), lang="it", effetti=found).testo()
    assert "e altre 2" in text


def test_the_end_of_the_money() -> None:
    """Where money is paid it is told, where none is there is nothing to tell."""
    sap, paying = edizione().misure["accesso-sap"], of_notice()
    ends = (sap, Versione(sap, on=ON)), (paying.misura, Versione(paying))
    found = []
    for misura, one in ends:
        assert misura.graduatoria is not None
        ranking = evolve(misura.graduatoria, esaurimento=Esaurimento.SOLO_INTERI, salta=True)
        moved = evolve(misura, graduatoria=ranking)
        other = Versione(moved, on=ON) if misura is sap else Versione(evolve(paying, misura=moved))
        found.append([each.parte for each in confronta(one, other).cambiamenti])

    assert found == [[], [Parte.GRADUATORIA]]


def test_dwellings() -> None:
    """An endowment in dwellings pays no money."""
    one, other = (
        Versione(of_notice(('dotazione = "120.00"', f"alloggi = {n}"), law=(FREE,))) for n in (1, 2)
    )
    found = effetti(confronta(one, other), [household("a", 100), household("b", 200)])

    assert (found.prima.residuo, found.prima.pagato, found.prima.finanziate) == (0, None, 1)
    text = libro_di(confronta(one, other), lang="it", effetti=found).testo()
    assert "dotazione: 1 → 2" in text
    assert "altro importo pagato" not in text


def test_a_tie_is_no_ranking() -> None:
    """The outcomes are counted all the same, and it is said why there is no ranking."""
    one = Versione(of_notice(('["-isee", "protocollo"]', '["-isee"]')))
    found = effetti(
        confronta(one, Versione(of_notice())), [household("a", 100), household("b", 100)]
    )

    assert found.spostamenti is None
    assert effetti(confronta(one, version()), []).spostamenti is None
    why = found.prima.senza_graduatoria
    assert why is not None
    assert "`isee`" in why.it
    text = libro_di(confronta(one, Versione(of_notice())), lang="it", effetti=found).testo()
    assert "Prima, senza graduatoria:" in text


@pytest.mark.parametrize("swapped", [False, True])
def test_notices_never_open_together(swapped: bool) -> None:  # noqa: FBT001 - a case
    """Applications are decided as if in time, and it is said; terms that overlap count."""
    later = of_notice(
        ("pubblicazione = 2024-09-02", "pubblicazione = 2025-09-02"),
        ("apertura = 2024-09-02", "apertura = 2025-09-02"),
        ("chiusura = 2024-09-30T12:00:00", "chiusura = 2025-09-30"),
    )  # fmt: skip
    both = [Versione(of_notice()), Versione(later)]
    one, other = both[::-1] if swapped else both
    found = effetti(confronta(one, other), [household("a", 100)])

    assert found.senza_termini
    assert by_name(found) == {"a": Effetto.UGUALE}
    assert "mai aperti insieme" in libro_di(
        confronta(one, other), lang="it", effetti=found
    ).testo().replace("\n", " ")
    longer = Versione(of_notice(("2024-09-30T12:00:00", "2024-10-30")))
    late = evolve(household("a", 100), presentata=date(2024, 10, 2))
    found = effetti(confronta(Versione(of_notice()), longer), [late])
    assert not found.senza_termini
    assert [c.ragione.codice for c in found.conti] == ["nei-termini"]


@pytest.mark.parametrize(
    ("apertura", "pubblicazione", "apart"),
    [
        (datetime(2024, 9, 30, 14), None, True),  # noqa: DTZ001 - by the clock of Italy
        (datetime(2024, 9, 30, 12), None, False),  # noqa: DTZ001 - as above
        (None, date(2024, 10, 1), False),
    ],
)
def test_terms_are_compared_to_the_instant(
    apertura: Momento | None, pubblicazione: Momento | None, *, apart: bool
) -> None:
    """Apart by the hours of one day they are apart; a publication is no term, and opens nothing."""
    one = of_notice()
    later = evolve(one, apertura=apertura, pubblicazione=pubblicazione, chiusura=None)
    law = confronta(Versione(one), Versione(later))
    found = effetti(law, [household("a", 100)])

    assert found.senza_termini is apart
    together = apart or apertura is None
    assert by_name(found) == {"a": Effetto.UGUALE if together else Effetto.PERDE}
    assert effetti(confronta(law.ora, law.prima), []).senza_termini is apart


def narrowed(avviso: Avviso) -> Versione:
    """The notice, where an ISEE of 6000.00 euro is the largest that can be stated."""
    misura = avviso.misura
    facts = tuple(
        evolve(f, tipo=evolve(f.tipo, hi=600000))
        if f.nome == "isee" and isinstance(f.tipo, NumberType)
        else f
        for f in misura.fatti
    )
    return Versione(evolve(avviso, misura=evolve(misura, fatti=facts)))


@pytest.mark.parametrize("swapped", [False, True])
def test_both_sides_count_the_same_applications(swapped: bool) -> None:  # noqa: FBT001 - a case
    """What one of the two cannot decide is in no cost and in no ranking; it is told apart."""
    pays = (('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""), ('se = "sano"\n', ""))
    both = [Versione(of_notice(law=pays)), narrowed(of_notice(law=pays))]
    law = confronta(*(both[::-1] if swapped else both))
    people = [household("a", 100), household("b", 7000)]
    found = effetti(law, people)
    alone = effetti(law, people[:1])

    assert by_name(found) == {"a": Effetto.UGUALE, "b": Effetto.NON_DECISO}
    assert (found.prima, found.ora) == (alone.prima, alone.ora)
    assert found.prima == found.ora
    assert found.spostamenti == alone.spostamenti
    assert found.quanti(Effetto.NON_DECISO) == 1
    assert "non decise: i fatti non vanno bene per una delle due regole: 1 (per esempio b)" in (
        libro_di(law, lang="it", effetti=found).testo().replace("\n  ", " ")
    )


def test_what_is_left_out_ties_with_nobody() -> None:
    """Two tie that one rule cannot decide: a ranking stands. Their protocol is taken still."""
    tying = of_notice(('["-isee", "protocollo"]', '["-isee"]'))
    law = confronta(narrowed(tying), Versione(tying))
    people = {"a": 100, "b": 7000, "c": 7000}.items()
    found = effetti(law, [household(name, isee) for name, isee in people])

    assert found.spostamenti is not None
    assert found.ora.senza_graduatoria is None
    again = evolve(household("c", 100), protocollo="b")
    found = effetti(law, [household("b", 7000), again])
    assert by_name(found) == {"b": Effetto.NON_DECISO, "c": Effetto.UGUALE}
    assert found.ora.ammesse == 0
