"""The shipped programme: every number has its source, and no source says otherwise."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from attrs import evolve

from casa_model.casa import programma, programma_intero
from casa_model.errors import IllTyped
from casa_model.programma.cifre import Cifra, Conteggio
from casa_model.programma.linee import LineaFinanziamento
from casa_model.programma.orari import ROMA
from casa_model.programma.presidi import Presidio
from casa_model.programma.servizi import TipoServizio
from casa_model.programma.territorio import Provincia
from casa_model.values import Euro, Fonte, Grado, Nuts3, Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.programma.programma import Programma

HERE = Path(__file__).parent
FACTS = HERE.parents[2] / "shared" / "facts" / "FACTS.md"
WHOLE = programma_intero()
NUMBERS = {"euro", "quanti", "istat", "nuts", "codice", "giorno", "anno", "anni", "dal", "al"}
"""What a table states that somebody must have said."""
BARE = (Testo, Fonte)
"""What carries no number of its own."""


def known() -> dict[str, str]:
    """The numbers that the fact sheet states, each as it writes it."""
    lines = (HERE / "programma_values.txt").read_text("utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if line and not line.startswith("#"))


def numbers(thing: object, where: str = "") -> Iterator[tuple[str, Cifra | Conteggio]]:
    """Every number in a thing, with the way to it."""
    if isinstance(thing, Cifra | Conteggio):
        yield where, thing
    elif isinstance(thing, tuple):
        for at, part in enumerate(thing):
            yield from numbers(part, f"{where}[{getattr(part, 'codice', at)}]")
    elif attrs.has(type(thing)) and not isinstance(thing, BARE):
        for field in attrs.fields(type(thing)):
            if field.init:
                yield from numbers(getattr(thing, field.name), f"{where}.{field.name}")


def lost(whole: Programma) -> list[str]:
    """The numbers that neither the sheet states nor arithmetic derives."""
    stated = known()
    return [
        where
        for where, each in numbers(whole)
        if each.fonte.grado is not Grado.DERIVATA
        and (str(each.euro) if isinstance(each, Cifra) else str(each.quanti)) not in stated
    ]


def test_every_number_is_stated_or_derived() -> None:
    """Money and counts, of every entry."""
    assert lost(WHOLE) == []
    assert len(list(numbers(WHOLE))) > 70


def test_a_number_of_nobody_is_found() -> None:
    """The test can fail: one cent more, and it is in no sheet."""
    first, *others = WHOLE.fondi
    other = evolve(first, totale=Cifra(Euro(2_100_000_001), first.fonte))

    assert lost(evolve(WHOLE, fondi=(other, *others))) == [".fondi[crs-2017].totale"]


def test_derived_numbers_show_their_arithmetic() -> None:
    """With a note in both languages."""
    derived = [(w, n) for w, n in numbers(WHOLE) if n.fonte.grado is Grado.DERIVATA]

    assert [where for where, each in derived if each.fonte.nota is None] == []
    assert len(derived) == 5


def unsourced(node: object, where: str, inherited: Mapping[str, object]) -> Iterator[str]:
    """The tables of a file that state a number or a day without source and grade, as written."""
    if isinstance(node, dict):
        own = {key: node[key] for key in ("fonte", "norma", "grado") if key in node}
        said = own or inherited
        if NUMBERS & node.keys() and ("grado" not in said or len(said) < len(("fonte", "grado"))):
            yield where
        for key, part in node.items():
            yield from unsourced(part, f"{where}/{key}", said)
    elif isinstance(node, list):
        for at, part in enumerate(node):
            yield from unsourced(part, f"{where}[{at}]", inherited)


def test_every_table_with_a_number_or_a_day_has_source_and_grade() -> None:
    """Codes and days too: written in the table, or in the entry that it is a part of."""
    for file in (files("casa_model.data") / "programma").iterdir():
        if file.name.endswith(".toml"):
            found = tomllib.loads(file.read_text("utf-8"))
            found = {key: part for key, part in found.items() if key != "atti"}
            assert list(unsourced(found, file.name, {})) == []


@pytest.mark.parametrize(
    ("planted", "where"),
    [
        ('[dotazioni.x]\neuro = "1.00"', "f/dotazioni/x"),
        ('[province.x]\nistat = "015"\nfonte = "ISTAT"', "f/province/x"),
        ("[fondi.x]\ngiorno = 2025-07-02", "f/fondi/x"),
        ('[linee.x]\nfonte = "a"\ngrado = "secondaria"\nmassimale = { euro = "1.00", fonte = "b" }',
         "f/linee/x/massimale"),
    ],
)  # fmt: skip
def test_an_unsourced_number_is_found(planted: str, where: str) -> None:
    """The test can fail, for money, a code, a day, and a part whose own source has no grade."""
    assert list(unsourced(tomllib.loads(planted), "f", {})) == [where]


@pytest.mark.skipif(not FACTS.exists(), reason="the fact sheet is not beside this checkout")
@pytest.mark.parametrize("number", known())
def test_the_list_is_that_of_the_fact_sheet(number: str) -> None:
    """Each number stands in the sheet as the list says."""
    assert known()[number] in FACTS.read_text("utf-8")


def test_every_entry_has_a_source() -> None:
    """Whatever it is; what nobody saw is not shipped."""
    for section in ("province", "comuni", "aler", "quartieri", "professioni", "servizi", "presidi",
                    "piani", "linee", "concessioni", "progetti", "fondi"):  # fmt: skip
        for each in getattr(WHOLE, section):
            assert isinstance(each.fonte, Fonte)
            assert isinstance(each.fonte.grado, Grado)


@pytest.mark.parametrize(
    ("codice", "istat", "sigla", "nuts", "aler"),
    [
        ("varese", "012", "VA", "ITC41", "aler-varese-como-monza-busto"),
        ("como", "013", "CO", "ITC42", "aler-varese-como-monza-busto"),
        ("sondrio", "014", "SO", "ITC44", "aler-bergamo-lecco-sondrio"),
        ("milano", "015", "MI", "ITC4C", "aler-milano"),
        ("bergamo", "016", "BG", "ITC46", "aler-bergamo-lecco-sondrio"),
        ("brescia", "017", "BS", "ITC47", "aler-brescia-cremona-mantova"),
        ("pavia", "018", "PV", "ITC48", "aler-pavia-lodi"),
        ("cremona", "019", "CR", "ITC4A", "aler-brescia-cremona-mantova"),
        ("mantova", "020", "MN", "ITC4B", "aler-brescia-cremona-mantova"),
        ("lecco", "097", "LC", "ITC43", "aler-bergamo-lecco-sondrio"),
        ("lodi", "098", "LO", "ITC49", "aler-pavia-lodi"),
        ("monza-brianza", "108", "MB", "ITC4D", "aler-varese-como-monza-busto"),
    ],
)
def test_the_twelve_provinces(codice: str, istat: str, sigla: str, nuts: str, aler: str) -> None:
    """As the sheet's table F has them, each with its one Aler."""
    found = WHOLE.trova(Provincia, codice)

    assert (found.istat, found.sigla) == (istat, sigla)
    assert found.nuts_il(date(2026, 1, 1)) == Nuts3(nuts)
    assert [each.codice for each in WHOLE.aler if codice in each.province] == [aler]


def test_milano_before_monza() -> None:
    """Until 2011 the two were one, with another code."""
    before = date(2011, 12, 31)

    assert WHOLE.trova(Provincia, "milano").nuts_il(before) == Nuts3("ITC45")
    assert WHOLE.trova(Provincia, "monza-brianza").nuts_il(before) is None


def test_calvairate_in_november_2020_and_today() -> None:
    """The only hours that a source gives are of that month: today's are not known."""
    presidio = WHOLE.trova(Presidio, "molise-calvairate")
    week = presidio.settimana(date(2020, 11, 9))
    today = presidio.settimana(date(2026, 11, 28))

    assert [str(span) for span in week[0][1] or ()] == ["08:20–12:20", "13:20–15:20"]
    assert {spans for _, spans in today} == {None}


@pytest.mark.parametrize(
    ("codice", "before", "within"),
    [
        (
            "salomone",
            datetime(2024, 11, 29, 10, 30, tzinfo=ROMA),
            datetime(2024, 12, 16, 10, 30, tzinfo=ROMA),
        ),
        (
            "codogno",
            datetime(2025, 6, 30, 10, 30, tzinfo=ROMA),
            datetime(2025, 7, 17, 10, 30, tzinfo=ROMA),
        ),
        (
            "casalpusterlengo",
            datetime(2025, 6, 24, 10, 30, tzinfo=ROMA),
            datetime(2025, 7, 29, 10, 30, tzinfo=ROMA),
        ),
        (
            "sant-angelo-biblioteca",
            datetime(2025, 6, 30, 10, 30, tzinfo=ROMA),
            datetime(2025, 7, 28, 10, 30, tzinfo=ROMA),
        ),
        (
            "sant-angelo-polli-dacco",
            datetime(2025, 6, 26, 10, 30, tzinfo=ROMA),
            datetime(2025, 7, 24, 10, 30, tzinfo=ROMA),
        ),
    ],
)
def test_the_month_of_an_opening_of_which_no_day_is_known(
    codice: str, before: datetime, within: datetime
) -> None:
    """Before it the presidio was not there; in it nobody knows, which is not closed."""
    presidio = WHOLE.trova(Presidio, codice)

    assert presidio.aperto_il(before) is False
    assert presidio.aperto_il(within) is None


def test_every_service_of_the_announcement() -> None:
    """With its own definition, its giver, and what it is not, in both languages."""
    for each in WHOLE.servizi:
        texts = (each.nome, each.definizione, each.erogatore, each.non_e)
        assert all(text.it and text.en for text in texts)
    assert [each.codice for each in WHOLE.servizi if each.riservato] == ["sportello-antiviolenza"]
    assert WHOLE.trova(TipoServizio, "portierato").professioni == ("custode",)


def test_grants_of_the_two_lines_are_within_their_endowments() -> None:
    """Known ones, summed; integrity would have refused the edition otherwise."""
    for linea in WHOLE.linee:
        endowed = WHOLE.dotazione(linea.codice, on=date(2026, 1, 1))
        parts = [p for c in WHOLE.concessioni if (p := c.su(linea.codice)) is not None]

        assert endowed is not None
        assert Euro.total(p.euro for p in parts).cents <= endowed.cifra.euro.cents
    assert WHOLE.trova(LineaFinanziamento, "k-1").azione == "K.1"


def test_the_day_is_a_day() -> None:
    """Not an instant, and not a text."""
    with pytest.raises(IllTyped, match="day without time"):
        programma(on="2025-01-01")  # type: ignore[arg-type]
    assert programma(on=date(2025, 10, 6)) == WHOLE.il(date(2025, 10, 6))
