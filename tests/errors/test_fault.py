"""One fault in one place, and the basket that tells them all at once."""

from __future__ import annotations

import pytest

from casa_model.errors import Fault, Faults, InvalidFile, Place, UnknownName, near

FIRST = Place("avviso.toml", 2, 5)
LATER = Place("avviso.toml", 10, 1)


def test_a_place_is_written_as_editors_read_it() -> None:
    """File, line, column; and line 2 comes before line 10."""
    assert str(LATER) == "avviso.toml:10:1"
    assert sorted([LATER, FIRST]) == [FIRST, LATER]


def test_a_fault_says_its_sentence_in_both_languages() -> None:
    """The data fill the sentence of the catalogue."""
    fault = Fault("nome-ignoto", FIRST, {"nome": "ise"})

    assert fault.testo("it") == (
        "`ise` non è dichiarato; dichiaralo tra fatti, parametri o definizioni"
    )
    assert fault.testo("en") == (
        "`ise` is not declared; declare it among facts, parameters or definitions"
    )


def test_a_near_miss_is_offered_last() -> None:
    """The name that was probably meant stands at the end."""
    fault = Fault("nome-ignoto", FIRST, {"nome": "ise"}, "isee")

    assert fault.testo("it").endswith("; forse intendevi `isee`?")
    assert fault.testo("en").endswith("; did you mean `isee`?")


def test_a_whole_line_has_place_and_code() -> None:
    """What a person reads begins with where, and `str` is English."""
    fault = Fault("testo-vuoto", FIRST)

    assert fault.riga("it") == (
        "avviso.toml:2:5: testo-vuoto: il testo è vuoto; scrivilo in italiano e in inglese"
    )
    assert str(fault) == fault.riga("en")


def test_a_line_of_advice_says_that_it_is_advice() -> None:
    """Nobody takes it for a mistake."""
    fault = Fault("conta-almeno-uno", FIRST)

    assert fault.riga("it").startswith("avviso.toml:2:5: conta-almeno-uno: consiglio: `conta(…)")
    assert fault.riga("en").startswith("avviso.toml:2:5: conta-almeno-uno: advice: `conta(…)")


def test_a_code_out_of_the_catalogue_is_a_mistake_of_ours() -> None:
    """A fault cannot be built with a code that has no sentence."""
    with pytest.raises(UnknownName, match="mai-visto"):
        Fault("mai-visto", FIRST)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("soglia_ise", "soglia_isee"),
        ("Soglia_ISEE", "soglia_isee"),
        ("COMPONENTI", "componenti"),
        ("zzz", None),
        ("", None),
    ],
)
def test_a_near_miss_is_near(word: str, expected: str | None) -> None:
    """The closest name when it is close, capitals apart, otherwise none."""
    assert near(word, iter(["soglia_isee", "componenti"])) == expected


def test_a_basket_tells_a_fault_once_and_in_order_of_place() -> None:
    """The same fault found twice is one; places decide the order."""
    faults = Faults()
    faults.add("testo-vuoto", LATER)
    faults.add("testo-vuoto", FIRST)
    faults.add("testo-vuoto", FIRST)
    faults.extend([Fault("testo-vuoto", LATER), Fault("vigenza-rovesciata", LATER)])

    assert [(f.code, f.place) for f in faults.gravi] == [
        ("testo-vuoto", FIRST),
        ("testo-vuoto", LATER),
        ("vigenza-rovesciata", LATER),
    ]


def test_data_become_words() -> None:
    """A number given to a fault is written in its sentence."""
    faults = Faults()
    faults.add("troppi-fatti", FIRST, quanti=61, limite=60, vicino="isee")

    (fault,) = faults.gravi
    assert fault.data == {"quanti": "61", "limite": "60"}
    assert fault.testo("en") == ("61 facts are read, at most 60; remove some; did you mean `isee`?")


def test_advice_refuses_nothing() -> None:
    """A fault that is not grave is told and lets the file in."""
    faults = Faults()
    faults.add("conta-almeno-uno", LATER)
    faults.add("numero-nudo", FIRST, numero="36")
    faults.raise_if_grave()

    assert [f.code for f in faults.rilievi] == ["numero-nudo", "conta-almeno-uno"]
    assert faults.gravi == ()


def test_every_grave_fault_is_raised_at_once() -> None:
    """One error carries them all, without the advice."""
    faults = Faults()
    faults.add("conta-almeno-uno", FIRST)
    faults.add("testo-vuoto", LATER)
    faults.add("vigenza-rovesciata", FIRST)

    with pytest.raises(InvalidFile) as caught:
        faults.raise_if_grave()

    assert [f.code for f in caught.value.faults] == ["vigenza-rovesciata", "testo-vuoto"]
