"""An application has a reference that means nothing outside its owner's archive."""

from __future__ import annotations

import typing
from datetime import UTC, date, datetime

import pytest

from casa_model import nuclei
from casa_model.errors import IllTyped, InvalidValue
from casa_model.nuclei import Assegnazione, AttestazioneIsee, Componente, Domanda, Nucleo
from casa_model.rules.facts import Fatti

NOON = datetime(2023, 11, 30, 12)  # noqa: DTZ001 - the hour of the clock in Italy


def test_a_reference_is_enough() -> None:
    """All that an application must have is its reference."""
    domanda = Domanda("A-1")

    assert Fatti() == domanda.fatti
    assert {None} == {
        domanda.presentata,
        domanda.protocollo,
        domanda.nucleo,
        domanda.isee,
        domanda.assegnazione,
    }


@pytest.mark.parametrize("presentata", [date(2023, 11, 30), NOON])
def test_it_was_made_on_a_day_or_at_an_hour(presentata: date) -> None:
    """The moment of an application may carry the hour of the clock."""
    assert presentata == Domanda("A-1", presentata).presentata


@pytest.mark.parametrize("presentata", ["2023-11-30", NOON.replace(tzinfo=UTC), 20231130])
def test_a_moment_has_no_time_zone(presentata: object) -> None:
    """A text, a number and an hour of another zone are refused."""
    with pytest.raises(IllTyped, match="`presentata`"):
        Domanda("A-1", presentata)


@pytest.mark.parametrize("name", ["Mario Rossi", "rossi,mario", "D'Amico Bo-Lia 7", "M. Rossi"])
def test_a_reference_that_looks_like_a_name_is_refused_and_not_repeated(name: str) -> None:
    """Two words of letters are enough; a protocol may have them, as `prot. gen. 12`."""
    with pytest.raises(InvalidValue, match="two or more words of letters only") as caught:
        Domanda(name)

    assert name not in caught.value.testo("it")
    assert Domanda("Pratica 12/2023", protocollo="prot. gen. 12").riferimento == "Pratica 12/2023"


@pytest.mark.parametrize("name", ["riferimento", "protocollo"])
@pytest.mark.parametrize("blank", ["", " \t"])
def test_a_code_is_not_blank(name: str, blank: str) -> None:
    """A blank reference or protocol is refused."""
    with pytest.raises(InvalidValue, match=f"`{name}` is blank"):
        Domanda(**{"riferimento": "A-1", name: blank})


@pytest.mark.parametrize("name", ["riferimento", "protocollo"])
@pytest.mark.parametrize(
    "code",
    [
        "RSSMRA80A01F205X",
        "rssmra80a01f205x",
        "RSSMRA80A01F205A",
        "RSSMRAULALMFNLRX",
        "2023/RSSMRA80A01F205X",
        "domanda_RSSMRA80A01F205X.pdf",
    ],
)
def test_a_tax_code_is_refused_and_not_repeated(name: str, code: str) -> None:
    """The form is enough: small letters, a wrong check letter and omocodia are caught too."""
    with pytest.raises(InvalidValue, match=f"`{name}` has the form of a tax code") as caught:
        Domanda(**{"riferimento": "A-1", name: code})

    for lang in ("it", "en"):
        assert code.casefold() not in caught.value.testo(lang).casefold()


@pytest.mark.parametrize(
    "code",
    [
        "A-1",
        "0001234/2023",
        "2023000000000001",
        "XRSSMRA80A01F205X",
        "RSSMRA80F01F205X",
        "RSSMRA80A01F205XX",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    ],
)
def test_other_codes_are_let_in(code: str) -> None:
    """Numbers, UUIDs, longer words and months that do not exist are no tax codes."""
    assert code == Domanda(code, protocollo=code).riferimento


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("riferimento", None),
        ("riferimento", 12),
        ("protocollo", 12),
        ("fatti", {"isee": 1}),
        ("nucleo", 3),
        ("isee", Fatti()),
        ("assegnazione", date(2020, 1, 1)),
    ],
)
def test_a_part_has_its_exact_type(name: str, value: object) -> None:
    """A part of the wrong type is refused, by the name of its field."""
    with pytest.raises(IllTyped, match=f"`{name}`"):
        Domanda(**{"riferimento": "A-1", name: value})


@pytest.mark.parametrize("kind", [Assegnazione, AttestazioneIsee, Componente, Domanda, Nucleo])
def test_annotations_can_be_read_at_run_time(kind: type) -> None:
    """A converter finds the type of every field without the help of a type checker."""
    assert typing.get_type_hints(kind)


def test_the_public_names_are_sorted() -> None:
    """The room says what it offers, in order."""
    assert sorted(nuclei.__all__) == nuclei.__all__
    assert set(nuclei.__all__) <= set(vars(nuclei))
