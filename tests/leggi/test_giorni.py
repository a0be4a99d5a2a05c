"""On every day on which a rule is in force, its parameters are: the days are named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

if TYPE_CHECKING:
    Banco = Any

SOURCE = 'fonte = "s", grado = "atto"'


def parameter(days: str, nome: str = "p", tipo: str = "numero(2)") -> str:
    """A parameter that begins on the first of some days, and ends on the second if there is one."""
    dal, _, end = days.partition(" ")
    cessa = f", {{ dal = {end}, cessa = true }}" if end else ""
    return (
        f'[parametri.⟦{nome}]\netichetta = {{ it = "p", en = "p" }}\ntipo = "{tipo}"\n'
        f'storia = [{{ dal = {dal}, valore = "1.00", {SOURCE} }}{cessa}]\n'
    )


def requirement(condition: str, more: str = "") -> str:
    """A requirement."""
    return (
        '[[requisiti]]\ncodice = "a"\nnorma = "rr-11-2019"\ntesto = { it = "x", en = "x" }\n'
        f'condizione = "{condition}"\n{more}'
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("2020-01-01", "dal 2019-10-14 al 2019-12-31"),
        ("2019-01-01 2023-01-01", "dal 2023-01-01"),
        ("2020-01-01 2023-01-01", "dal 2019-10-14 al 2019-12-31 e dal 2023-01-01"),
        ("2019-10-15", "il 2019-10-14"),
    ],
)
@pytest.mark.parametrize(
    "use",
    [
        requirement("p > 1"),
        requirement("vero", 'deroghe = [{ codice = "d", condizione = "p > 1", fonte = "s" }]\n'),
        '[definizioni.x]\nvale = "p > 1"\n[definizioni.y]\nvale = "x or x"\n' + requirement("y"),
        '[importo]\nvoci = [{ codice = "v", vale = "arrotonda(p * isee, 2)" }]\n',
        (
            '[graduatoria]\nordine = ["isee", "protocollo"]\n'
            'riserve = [{ codice = "r", quota = "p", quando = "vero", fonte = "s" }]\n'
        ),
    ],
)
def test_days_without_a_value_are_named(banco: Banco, days: str, expected: str, use: str) -> None:
    """Wherever the parameter is read: also through definitions, also as the share of a reserve."""
    text = parameter(days) + use
    (fault,) = banco.faults("misura", text)

    assert banco.told("misura", text) == ["parametro-non-in-vigore"]
    assert fault.data["giorni"] == expected


def test_rows_with_the_same_hole_are_told_once(banco: Banco) -> None:
    """An indexed parameter has a history for each key."""
    rows = "".join(
        f"{{ chiave = [{n}], storia = [{{ dal = 2020-01-01, valore = 1, {SOURCE} }}] }},"
        for n in (1, 2)
    )
    text = (
        '[parametri.⟦p]\netichetta = { it = "p", en = "p" }\ntipo = "numero(0)"\n'
        f'indice = ["1..2"]\nrighe = [{rows}]\n{requirement("p[1] > 1 and p[2] > 1")}'
    )
    (fault,) = banco.faults("misura", text)

    assert fault.data["giorni_en"] == "from 2019-10-14 to 2019-12-31"


@pytest.mark.parametrize(
    "vigenza",
    [
        "{ dal = 2020-01-01, al = 2022-12-31 }",
        "{ dal = 2021-01-01, al = 2021-01-01 }",
        "{ dal = 2000-01-01, al = 2001-01-01 }",
    ],
)
def test_a_requirement_with_days_of_its_own_asks_for_those_only(banco: Banco, vigenza: str) -> None:
    """One that is never in force with its measure asks for nothing."""
    text = parameter("2020-01-01 2023-01-01") + requirement("p > 1", f"vigenza = {vigenza}\n")

    assert banco.misura(text.replace("⟦", "")).requisiti


def test_an_unread_requirement_and_an_unused_parameter_ask_for_nothing(banco: Banco) -> None:
    """There is nothing to compute with them."""
    unread = requirement("x").replace('condizione = "x"', "non_visto = true")

    assert banco.misura((parameter("2023-01-01") + unread).replace("⟦", "")).requisiti


def test_a_shared_parameter_is_told_where_it_is_read(banco: Banco) -> None:
    """Its history is in another file: this one says when the rule begins."""
    text = """formato = 1
[misura]
codice = "p"
titolo = { it = "p", en = "p" }
fonte = "s"
grado = "atto"
usa = ["rr-11-2019"]
vigenza = { dal = 2018-01-01 }
[[requisiti]]
codice = "a"
norma = "rr-11-2019"
testo = { it = "x", en = "x" }
condizione = "isee < ⟦soglia_isee and isee < soglia_isee"
"""

    assert banco.told("misura", text, whole=True) == ["parametro-non-in-vigore"]


def test_a_notice_asks_for_the_day_of_its_law_only(banco: Banco) -> None:
    """Told at the head when the parameter is the measure's; an override mends it."""
    base = banco.misura(
        parameter("2019-10-14 2023-01-01").replace("⟦", "")
        + requirement("p > 1", "vigenza = { dal = 2019-10-14, al = 2022-12-31 }\n")
    )
    new = requirement("⟦p > 1", 'sostituisce = "a"\nfonte = "s"\n')
    mended = f'[parametri.p]\nvalore = "2.00"\nfonte = "s"\ngrado = "atto"\n{new}'

    assert banco.avviso("", base).misura.requisiti
    assert banco.told("avviso", new, base=base) == ["parametro-non-in-vigore"]
    assert banco.avviso(mended.replace("⟦", ""), base).misura.requisiti


def test_what_the_notice_does_not_name_is_told_at_its_head(banco: Banco) -> None:
    """A measure built from Python may lack a value on some day; one that was read may not."""
    base = banco.misura(parameter("2019-10-14").replace("⟦", "") + requirement("p > 1"))
    *others, old = base.parametri
    (riga,) = old.righe
    ended = evolve(riga, storia=evolve(riga.storia, cessa=date(2023, 1, 1)))
    built = evolve(base, parametri=(*others, evolve(old, righe=(ended,))))

    assert banco.told("avviso", "", base=built) == ["parametro-non-in-vigore@2:1"]
