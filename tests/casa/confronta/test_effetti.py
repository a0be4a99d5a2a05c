"""The same households under two versions: who gains, who loses, why, what it costs, who is paid."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve
from casa.confronta.people import by_name, household
from casa.confronta.rules import version

from casa_model.casa.confronta import (
    Effetto,
    confronta,
    effetti,
    libro_di,
)
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

SECOND = """[[importo.voci]]
codice = "altra"
vale = "min(isee, 50.00)"
fonte = "esempio"
grado = "derivata"
"""


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
