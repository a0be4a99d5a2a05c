"""DESIGN 4.4: law has dates and sources. Each docstring is a sentence of it."""

from __future__ import annotations

from datetime import date

import pytest
from design.files import ON, decide, measure, refused, requisito

from casa_model.rules.esito import Esito
from casa_model.rules.leggi import leggi_misura
from casa_model.values import Euro, Grado


def parametro(storia: str) -> str:
    """A parameter with a history."""
    return f"""
[parametri.altra]
etichetta = {{ it = "altra", en = "another" }}
tipo = "euro"
storia = [{storia}]
"""


def entry(dal: str, valore: str = "1.00", grado: str = 'grado = "atto"') -> str:
    """A value from a day."""
    return f'{{ dal = {dal}, valore = "{valore}", fonte = "x", {grado} }}'


def test_a_history_of_start_days() -> None:
    """A parameter is a history of start days, each in force until the next."""
    misura = measure(requisito("isee < soglia"))
    between = {"isee": Euro(910_000)}

    assert decide(misura, date(2023, 12, 31), **between).esito is Esito.NON_AMMESSO
    assert decide(misura, date(2024, 1, 1), **between).esito is Esito.AMMESSO


def test_cessa() -> None:
    """`cessa` to end for good."""
    ended = parametro(f"{entry('2020-01-01')}, {{ dal = 2023-01-01, cessa = true }}")
    parameter = next(p for p in measure(ended, requisito("pagato")).parametri if p.nome == "altra")

    assert parameter.il(date(2022, 12, 31)) is not None
    assert parameter.il(date(2023, 1, 1)) is None


@pytest.mark.parametrize(
    ("storia", "days"),
    [
        (entry("2020-02-01"), "2020-01-01 to 2020-01-31"),
        (f"{entry('2020-01-01')}, {{ dal = 2023-01-01, cessa = true }}", "2023-01-01"),
    ],
)
def test_a_day_without_a_value(storia: str, days: str) -> None:
    """A day on which a rule is in force and its parameter is not is a load error, with the days."""
    part, rule = parametro(storia), requisito("isee < altra")

    assert refused(part, rule) == ["parametro-non-in-vigore"]
    with pytest.raises(ValueError, match=days):
        measure(part, rule)


def test_a_rule_in_force_for_a_while() -> None:
    """Requirements and measures carry a `Vigenza`: only its days count."""
    part = parametro(f"{entry('2020-01-01')}, {{ dal = 2023-01-01, cessa = true }}")
    rule = requisito("isee < altra", more="vigenza = { dal = 2020-01-01, al = 2022-12-31 }")
    misura = measure(part, rule, requisito("pagato", "sempre"))

    codes = [
        [finding.codice for finding in decide(misura, on).findings]
        for on in (date(2022, 12, 31), date(2023, 1, 1))
    ]

    assert codes == [["r", "sempre"], ["sempre"]]


def test_no_rule_can_ask_the_year() -> None:
    """Two periods of law are two entries, never `if anno < …`: there is no year to ask."""
    assert refused(requisito("anno(data_requisiti) < 2")) == ["espressione-non-ammessa"]


def test_every_number_has_a_source() -> None:
    """Every number cites a `Norma` or a `Fonte`."""
    bare = '{ dal = 2020-01-01, valore = "1.00", grado = "atto" }'

    assert refused(parametro(bare), requisito("pagato")) == ["fonte-mancante"]


def test_every_requirement_has_a_source() -> None:
    """Every requirement cites a `Norma` or a `Fonte`."""
    assert refused(requisito("pagato").replace('fonte = "x"\n', "")) == ["fonte-mancante"]


def test_every_number_has_a_grade() -> None:
    """With a grade."""
    assert refused(parametro(entry("2020-01-01", grado="")), requisito("pagato")) != []


@pytest.mark.parametrize("grado", list(Grado))
def test_the_grades(grado: Grado) -> None:
    """`atto` (seen in the act), `secondaria` (reported), `derivata` (arithmetic or a choice)."""
    part = parametro(entry("2020-01-01", grado=f'grado = "{grado.value}"'))
    parameter = next(p for p in measure(part, requisito("pagato")).parametri if p.nome == "altra")

    assert [fonte.grado for fonte in parameter.fonti(ON)] == [grado]


def test_an_unknown_grade() -> None:
    """And no other."""
    part = parametro(entry("2020-01-01", grado='grado = "forse"'))

    assert refused(part, requisito("pagato")) == ["grado-ignoto"]


def test_the_grade_goes_with_the_number() -> None:
    """The grade is printed wherever the number is."""
    parameter = next(p for p in measure(requisito("pagato")).parametri if p.nome == "soglia")
    then = parameter.il(date(2023, 1, 1))

    assert then is not None
    assert Grado.SECONDARIA.render("it") in then.fonte.render({}, "it")


def test_an_act_must_be_known() -> None:
    """Act, article, paragraph, letter: of an act that is declared."""
    known = requisito("pagato").replace('fonte = "x"', 'norma = "rr-1-2020, art. 6, c. 1"')
    act = '\n[atti.rr-1-2020]\nnome = "r.r. 1/2020"\ntitolo = { it = "r", en = "r" }\n'
    fonte = measure(act, known).requisiti[0].fonte

    assert refused(known) == ["atto-ignoto"]
    assert str(fonte.norma) == "rr-1-2020, art. 6, c. 1"
    assert fonte.grado is Grado.ATTO


def test_on_picks_the_law() -> None:
    """`on` picks the law of a Misura, and is compulsory."""
    misura = measure(requisito("isee < soglia"))

    assert [decide(misura, on, isee=Euro(935_999)).esito for on in (date(2023, 1, 1), ON)] == [
        Esito.NON_AMMESSO,
        Esito.AMMESSO,
    ]


def test_a_measure_out_of_force() -> None:
    """Measures carry a `Vigenza`: before it they do not answer."""
    with pytest.raises(ValueError, match="not in force"):
        decide(measure(requisito("pagato")), date(2019, 12, 31))


def test_the_source_of_the_measure_is_compulsory() -> None:
    """What nobody has seen is not shipped: a measure without a source is refused."""
    text = 'formato = 1\n[misura]\ncodice = "x"\ntitolo = { it = "x", en = "x" }\n'

    with pytest.raises(ValueError, match="fonte-mancante"):
        leggi_misura(f"{text}vigenza = {{ dal = 2020-01-01 }}\n", file="x.toml")
