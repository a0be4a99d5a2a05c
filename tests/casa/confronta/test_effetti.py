"""The same households under two versions: who gains, who loses, why, what it costs, who is paid."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from casa.confronta.people import by_name, household
from casa.confronta.rules import FREE, of_notice, version

from casa_model.casa.confronta import (
    Effetto,
    Versione,
    confronta,
    effetti,
    libro_di,
)
from casa_model.rules.avviso import Dotazione
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.types import NumberType
from casa_model.values import Euro, Fonte, Grado

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Momento

SECOND = """[[importo.voci]]
codice = "altra"
vale = "min(isee, 50.00)"
fonte = "esempio"
grado = "derivata"
"""
MONEY = Dotazione(Euro(50000), None, Fonte(Grado.DERIVATA, testo="prova"))


def test_each_effect_and_its_reason() -> None:
    """A lower threshold: who is over it loses; an ISEE that nobody knows stays to be completed."""
    swap = (("9360.00", "8000.00"), ("isee < soglia", "isee < soglia and punti < 1.00"))
    law = confronta(version(), version(*swap))
    people = [
        household("a", 9000),
        household("b", 7000),
        household("c", None),
        household("d", 9400),
        household("e", 7000, punti=Decimal("0.50")),
    ]
    unknown = household("f", 7000)
    values = {n: v for n, v in unknown.fatti.valori.items() if n != "punti"}
    people.append(evolve(unknown, fatti=Fatti(values)))
    found = effetti(law, people)

    assert by_name(found) == {
        "a": Effetto.PERDE,
        "b": Effetto.UGUALE,
        "c": Effetto.UGUALE,
        "d": Effetto.UGUALE,
        "e": Effetto.UGUALE,
        "f": Effetto.UGUALE,
    }
    (loss,) = found.conti
    assert (loss.effetto, loss.ragione.codice, loss.quante, loss.esempi) == (
        Effetto.PERDE,
        "isee",
        1,
        ("a",),
    )
    back = effetti(confronta(law.ora, law.prima), people)
    assert by_name(back)["a"] is Effetto.GUADAGNA
    assert [c.ragione.codice for c in back.conti] == ["isee"]
    assert back.quanti(Effetto.GUADAGNA) == 1
    assert back.esempi(Effetto.UGUALE) == ("b", "c", "d")
    (moved, *_) = back.movimenti
    assert (moved.prima, moved.ora) == (Esito.NON_AMMESSO, Esito.AMMESSO)
    assert "importo" not in repr(moved)


def test_undecidable() -> None:
    """A requirement on what is not stated; one that no longer stops who is now to be completed."""
    law = confronta(version(("isee < soglia", "isee < 1.00")), version())
    people = [household("a", None), household("b", 5000, sano=True)]
    assert set(by_name(effetti(law, people)).values()) == {Effetto.UGUALE}
    gone = version(("area == 'nord'", "area == 'sud'"))
    values = {n: v for n, v in household("c", 5000).fatti.valori.items() if n != "punti"}
    person = evolve(household("c", 5000), fatti=Fatti(values))
    open_ = effetti(confronta(gone, version()), [person])
    assert by_name(open_) == {"c": Effetto.INCERTO}
    assert [c.ragione.codice for c in open_.conti] == ["resto"]
    closed = effetti(confronta(version(), gone), [person])
    assert by_name(closed) == {"c": Effetto.PERDE}
    only = version(("punti < scala[componenti] and ", ""))
    asked = effetti(confronta(only, version()), [person])
    assert by_name(asked) == {"c": Effetto.INCERTO}
    assert [c.ragione.codice for c in asked.conti] == ["resto"]
    assert by_name(effetti(confronta(version(), only), [person])) == {"c": Effetto.GUADAGNA}


def test_amounts_and_costs() -> None:
    """Who is paid more or less, by item; totals are exact."""
    pays = (('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""), ('se = "sano"\n', ""))
    law = confronta(version(*pays), version(*pays, ("9360.00", "8000.00")))
    found = effetti(law, [household("a", 7000), household("b", 7999), household("c", 8100)])

    assert (found.prima.dovuto, found.ora.dovuto) == (Euro(2309900), Euro(1499900))
    assert found.prima.dotazione is None
    half = version(*pays, ('vale = "isee"', 'vale = "min(isee, 100.00)"'))
    less = effetti(confronta(law.prima, half), [household("a", 7000)])
    assert by_name(less) == {"a": Effetto.DI_MENO}
    assert [(c.ragione.codice, c.ragione.testo.it) for c in less.conti] == [("voce", "voce «voce»")]
    assert by_name(effetti(confronta(half, law.prima), [household("a", 7000)])) == {
        "a": Effetto.DI_PIU
    }
    text = libro_di(law, lang="it", effetti=found).testo()
    assert "totale spettante: 23.099,00 € → 14.999,00 €" in text
    assert "Il totale spettante cambia di -8.100,00 €." in text
    assert "Il totale spettante cambia di +8.100,00 €." in libro_di(
        confronta(law.ora, law.prima), lang="it",
        effetti=effetti(confronta(law.ora, law.prima), [household("c", 8100)]),
    ).testo()  # fmt: skip


def test_an_item_that_stays_is_no_reason() -> None:
    """Of two items, only the one that changes."""
    two = (
        ('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""),
        ('se = "sano"\n', ""),
        ("[[importo.voci]]", SECOND + "[[importo.voci]]"),
    )
    half = version(*two, ('vale = "isee"', 'vale = "min(isee, 100.00)"'))
    found = effetti(confronta(version(*two), half), [household("a", 700)])

    assert [c.ragione.codice for c in found.conti] == ["voce"]


def test_an_item_that_takes_what_another_leaves_is_no_reason() -> None:
    """Less is due by the item that is worth less, though the next one takes more of the cap."""
    two = (
        ('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""),
        ('se = "sano"\n', ""),
        ('massimo = "soglia"\n[[', 'massimo = "min(soglia, 120.00)"\n[['),
        ('massimo = "soglia"\nfonte', 'massimo = "min(soglia, 100.00)"\nfonte'),
        ("[[importo.voci]]", SECOND + "[[importo.voci]]"),
    )
    less = version(*two, ("min(isee, 50.00)", "min(isee, 10.00)"))
    found = effetti(confronta(version(*two), less), [household("a", 700)])

    assert by_name(found) == {"a": Effetto.DI_MENO}
    assert [c.ragione.codice for c in found.conti] == ["altra"]
    back = effetti(confronta(less, version(*two)), [household("a", 700)])
    assert [c.ragione.codice for c in back.conti] == ["altra"]


def test_the_reason_of_what_no_requirement_asks() -> None:
    """A fact that only the amount or the ranking reads: it is the reason, by its label."""
    pays = (('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""), ('se = "sano"\n', ""))
    asks = version(*pays, ('vale = "isee"', 'se = "sano"\nvale = "isee"'))
    values = {n: v for n, v in household("a", 700).fatti.valori.items() if n != "sano"}
    silent = evolve(household("a", 700), fatti=Fatti(values))
    law = confronta(version(*pays), asks)
    found = effetti(law, [silent])

    assert by_name(found) == {"a": Effetto.INCERTO}
    assert [(c.ragione.codice, c.ragione.testo.it) for c in found.conti] == [
        ("sano", "si chiede e non è noto: sano")
    ]
    back = effetti(confronta(asks, law.prima), [silent])
    assert by_name(back) == {"a": Effetto.GUADAGNA}
    assert [c.ragione.testo.it for c in back.conti] == ["non è noto e non si chiede più: sano"]


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
    assert "Cambiano trattamento con la dotazione: a (in attesa → finanziata), b (" in text
    assert "Entrano: nessuna." in text
    richer = effetti(confronta(one, other), people, dotazione=MONEY)
    assert richer.ora.dotazione == MONEY


def test_many_places_are_counted() -> None:
    """Ten places are named, the others counted."""
    one = Versione(of_notice())
    other = Versione(of_notice(law=(("9360.00", "8000.00"),)))
    people = [household(f"d{number}", 9000) for number in range(12)]
    found = effetti(confronta(other, one), people)

    text = libro_di(confronta(other, one), lang="it", effetti=found).testo()
    assert "e altre 2" in text


def test_dwellings() -> None:
    """An endowment in dwellings pays no money."""
    one, other = (
        Versione(of_notice(('dotazione = "120.00"', f"alloggi = {n}"), law=(FREE,))) for n in (1, 2)
    )
    found = effetti(confronta(one, other), [household("a", 100), household("b", 200)])

    assert (found.prima.residuo, found.prima.pagato, found.prima.finanziate) == (0, None, 1)
    text = libro_di(confronta(one, other), lang="it", effetti=found).testo()
    assert "dotazione: 1 → 2" in text


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
