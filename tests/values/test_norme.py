"""A citation is read and written by one strict grammar, and printed with its grade."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import IllTyped, InvalidValue
from casa_model.values import Atto, Fonte, Grado, Norma, Testo

RR_11_2019 = Atto(
    codice="rr-11-2019",
    nome="r.r. 11/2019",
    titolo=Testo(it="Contributo di solidarietà", en="Solidarity contribution"),
)
ATTI = {"rr-11-2019": RR_11_2019}
LETTERA_C = Norma("rr-11-2019", articolo="6", comma="1", lettera="c")

latin = st.sampled_from(["", "-bis", "-ter", "-bis.1"])
numbers = st.builds(lambda number, suffix: f"{number}{suffix}", st.integers(1, 999), latin)
letters = st.builds(
    lambda letter, suffix: letter + suffix,
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=2),
    latin,
)
norme = st.builds(
    Norma,
    atto=st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True),
    articolo=st.none() | numbers,
    comma=st.none() | numbers,
    lettera=st.none() | letters,
    punto=st.none() | numbers,
    allegato=st.none() | st.sampled_from(["1", "12", "A", "A1"]),
)


@pytest.mark.parametrize(
    ("text", "norma"),
    [
        ("isee", Norma("isee")),
        ("rr-11-2019, art. 6, c. 1, lett. c", LETTERA_C),
        ("l-241-1990, art. 10-bis", Norma("l-241-1990", articolo="10-bis")),
        (
            "rr-4-2017, art. 7, c. 1-bis, lett. j-bis, punto 1",
            Norma("rr-4-2017", articolo="7", comma="1-bis", lettera="j-bis", punto="1"),
        ),
        ("dpcm-159-2013, all. 1", Norma("dpcm-159-2013", allegato="1")),
        ("rr-4-2017, c. 2, all. A", Norma("rr-4-2017", comma="2", allegato="A")),
    ],
)
def test_reads_a_citation(text: str, norma: Norma) -> None:
    """The act, then any of article, paragraph, letter, point, annex."""
    assert Norma.parse(text) == norma


@pytest.mark.parametrize(
    "text",
    [
        *["", "RR-11-2019", "rr_11", "rr-", "-rr", "11-2019", "r.r. 11/2019", "art. 6"],
        *["rr-11-2019,art. 6", "rr-11-2019, art.6", "rr-11-2019 art. 6", "rr-11-2019, art. 0"],
        *["rr-11-2019, art. 06", "rr-11-2019, c. 1, art. 6", "rr-11-2019, art. 6, lett. C"],
        *["rr-11-2019, art. 6, art. 7", "rr-11-2019, art. 10 bis", "rr-11-2019, lett. c)"],
        *["rr-11-2019, ", "rr-11-2019\n", "rr-11-2019, all. a", "rr-11-2019, c. 1-2", "è-1"],
    ],
)
def test_refuses_any_other_text(text: str) -> None:
    """Another order, spacing, capital or sign is not a citation."""
    with pytest.raises(InvalidValue) as caught:
        Norma.parse(text)

    assert caught.value.testo("it") == (
        f"`{text}` non è una citazione; scrivi per esempio `rr-11-2019, art. 6, c. 1, lett. c`"
    )


@given(norme)
def test_a_citation_reads_back(norma: Norma) -> None:
    """`str` is the inverse of `parse`."""
    assert Norma.parse(str(norma)) == norma


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("articolo", "6, c. 1"),
        ("comma", ""),
        ("lettera", "c)"),
        ("punto", "uno"),
        ("allegato", "AA"),
    ],
)
def test_a_part_that_no_citation_can_spell_is_refused(part: str, text: str) -> None:
    """What could not be read back cannot be built."""
    with pytest.raises(InvalidValue, match=f"cannot stand in `{part}` of a citation"):
        Norma("rr-4-2017", **{part: text})


def test_a_number_is_not_a_part() -> None:
    """Article 6 is the text `6`: there is an article 6-bis."""
    with pytest.raises(IllTyped, match="`articolo` must be a text"):
        Norma("rr-4-2017", articolo=6)  # type: ignore[arg-type]


def test_is_written_for_people() -> None:
    """The act by its name, each part by its word."""
    whole = Norma("rr-11-2019", "6", "1", "c", "2", "A")

    assert LETTERA_C.render(ATTI, "it") == "r.r. 11/2019, art. 6, c. 1, lett. c)"
    assert LETTERA_C.render(ATTI, "en") == "r.r. 11/2019, art. 6, par. 1, letter c)"
    assert whole.render(ATTI, "it") == "r.r. 11/2019, art. 6, c. 1, lett. c), punto 2, all. A"
    assert whole.render(ATTI, "en") == "r.r. 11/2019, art. 6, par. 1, letter c), point 2, annex A"


def test_an_unknown_act_is_written_by_its_code() -> None:
    """A citation can be printed before its act is known."""
    assert Norma("isee", articolo="1").render({}, "it") == "isee, art. 1"


@pytest.mark.parametrize(
    ("grado", "it", "en"),
    [
        (Grado.ATTO, "dall'atto", "from the act"),
        (Grado.SECONDARIA, "da fonte secondaria", "from a secondary source"),
        (Grado.DERIVATA, "derivata", "derived"),
    ],
)
def test_a_grade_has_words_for_people(grado: Grado, it: str, en: str) -> None:
    """Each grade says how the number is known."""
    assert (grado.render("it"), grado.render("en")) == (it, en)


def test_a_source_is_printed_with_its_grade() -> None:
    """The citation, the description, or both, and always the grade."""
    described = Fonte(Grado.SECONDARIA, testo="pagina del Comune di Lodi")
    both = Fonte(Grado.DERIVATA, norma=LETTERA_C, testo="metà della soglia")

    assert Fonte(Grado.ATTO, LETTERA_C).render(ATTI, "it") == (
        "r.r. 11/2019, art. 6, c. 1, lett. c) [dall'atto]"
    )
    assert described.render(ATTI, "en") == "pagina del Comune di Lodi [from a secondary source]"
    assert both.render(ATTI, "it") == (
        "r.r. 11/2019, art. 6, c. 1, lett. c); metà della soglia [derivata]"
    )


@pytest.mark.parametrize("testo", [None, "", "  "])
def test_a_source_says_where_it_comes_from(testo: str | None) -> None:
    """Neither a citation nor a description is no source."""
    with pytest.raises(InvalidValue, match="does not say where it comes from"):
        Fonte(Grado.ATTO, testo=testo)


def test_a_grade_is_not_its_bare_word() -> None:
    """The text `atto` is not the grade: whoever reads a file turns it into one."""
    with pytest.raises(IllTyped, match="`grado` must be `Grado`"):
        Fonte("atto", LETTERA_C)  # type: ignore[arg-type]


def test_an_act_has_a_code_that_can_be_cited() -> None:
    """An act whose code is no kebab-case word could never be cited."""
    with pytest.raises(InvalidValue, match=r"`r\.r\. 11/2019` is not the code of an act"):
        Atto("r.r. 11/2019", "r.r. 11/2019", RR_11_2019.titolo)


def test_the_day_of_an_act_has_no_time() -> None:
    """An act is dated to the day."""
    with pytest.raises(IllTyped, match="`data` must be a day"):
        Atto("isee", "isee", RR_11_2019.titolo, data=datetime(2013, 12, 5))  # noqa: DTZ001

    assert Atto("isee", "isee", RR_11_2019.titolo, data=date(2013, 12, 5)).data is not None
