"""Texts as numbers of the solver."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from casa_model.proof import dimostra
from casa_model.proof._texts import Texts
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Misura
from casa_model.rules.quesiti import Contesto, Mai, Risposta, Vocabolario, leggi_frase
from casa_model.rules.types import CodeType
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Vigenza

MET = st.lists(
    st.one_of(st.integers(-9, 9), st.integers(-9, 9).map(lambda n: f"altro-{n}"), st.text("x-1"))
)


def test_what_nobody_speaks_of_is_no_text_of_the_rules() -> None:
    """The solver gives 0 to a code that nothing bounds: never the value of another fact."""
    texts = Texts()
    code = texts.code("protezione")

    assert texts.text(code) == "protezione"
    assert texts.text(0) == "altro-0"


def test_an_invented_code_is_its_own() -> None:
    """A rule that speaks of `altro-7` leaves it to itself."""
    texts = Texts()
    texts.code("altro-7")

    assert texts.text(7) == "altro-7x"


@given(met=MET)
def test_no_two_numbers_are_one_text(met: list[int | str]) -> None:
    """In whatever order rules speak of texts and the solver of numbers; and it stays so."""
    texts = Texts()
    pairs = [
        (texts.code(each), each) if isinstance(each, str) else (each, texts.text(each))
        for each in met
    ]

    assert len({number for number, _ in pairs}) == len({text for _, text in pairs})
    assert all(texts.code(text) == number for number, text in pairs)
    assert all(texts.text(number) == text for number, text in pairs)


def test_several_invented_codes() -> None:
    """A household of which five codes differ from one another is shown, with five codes."""
    names = "abcde"
    fatti = tuple(Fatto(nome, CodeType(), words(nome)) for nome in names)
    law = Vigenza(date(2000, 1, 1))
    misura = Misura("mia", words("mia"), FONTE, law, fatti, (), (), ())
    contesto = Contesto.di(misura, giorni=date(2024, 2, 29))
    apart = " and ".join(f"{a} != {b}" for a in names for b in names if a < b)
    found = dimostra(Mai(contesto, leggi_frase(apart, Vocabolario.di(contesto))))

    assert found.risposta is Risposta.NO
    assert len(set(found.esempi[0].fatti.valori.values())) == len(names)
