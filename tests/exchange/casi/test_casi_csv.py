"""Worked cases from CSV: one row a case, the rules at the head."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from casa_model import Caso, Esito, Euro, Fatti, InvalidFile, Norma, Place, edizione
from casa_model.exchange.casi import leggi_casi, regole_dei_casi
from casa_model.rules.facts import Fatto
from casa_model.rules.types import CodeType
from casa_model.values import Testo

CRS = edizione().misure["crs-difficolta"]

GOOD = """# regole: crs-difficolta;;;;
"# decimali = it;;"

# al: 02/09/2024
codice;al;isee;norma;attesi.esito;attesi.motivi;attesi.mancano;attesi.importo;testo
uno;;9.360,00;"rr-11-2019, art. 6, c. 1";non-ammesso;isee;nessuno;;alla soglia
due;2024-09-03;9.359,99;;da-completare;;area isp, componenti;;
tre;;;;ammesso;;;2.700,00;
quattro;;;;;;;;
"""


def _codes(text: str | bytes, decimali: object = None) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        leggi_casi(text, CRS, file="c.casi.csv", decimali=decimali)  # type: ignore[arg-type]
    return [
        f"{f.place.line}:{f.place.column} {f.code} {f.vicino or ''}".strip()
        for f in refused.value.faults
    ]


def test_a_file() -> None:
    """As a spreadsheet saves it: quotes and separators around the lines at the head."""
    read = leggi_casi(GOOD, CRS, file="c.casi.csv")
    uno, due, tre, quattro = read.casi

    assert read.regole == regole_dei_casi(GOOD, file="c.casi.csv") == "crs-difficolta"
    assert uno == Caso(
        "uno",
        Fatti({"isee": Euro(936_000)}),
        uno.atteso,
        date(2024, 9, 2),
        Norma.parse("rr-11-2019, art. 6, c. 1"),
        "alla soglia",
        None,
        Place("c.casi.csv", 6, 1),
    )
    assert (uno.atteso.esito, uno.atteso.motivi, uno.atteso.mancano) == (
        Esito.NON_AMMESSO,
        ("isee",),
        (),
    )
    assert (due.on, due.atteso.mancano) == (date(2024, 9, 3), ("area", "isp", "componenti"))
    assert (tre.atteso.importo, tre.fatti) == (Euro(270_000), Fatti())
    assert quattro.atteso.esito is None


def test_the_option_goes_before_the_head() -> None:
    """`decimali` of who asks, then that of the file; undeclared, it is never guessed."""
    plain = "codice;isee\nuno;9360.00\n"

    (caso,) = leggi_casi(f"# decimali: it\n{plain}", CRS, file="c.CSV", decimali="plain").casi

    assert caso.fatti.valori["isee"] == Euro(936_000)
    assert _codes(plain) == ["1:8 decimali-non-dichiarati"]
    assert regole_dei_casi(plain, file="c.csv") is None


def test_a_fact_named_as_a_column_of_the_case() -> None:
    """It is written with `fatti.` before it."""
    said = Testo(it="testo", en="text")
    odd = Fatto("testo", CodeType(), said)
    misura = evolve(CRS, fatti=(*CRS.fatti, odd))

    (caso,) = leggi_casi("codice;testo;fatti.testo\nuno;a;b\n", misura, file="c.csv").casi

    assert (caso.testo, caso.fatti.valori) == ("a", {"testo": "b"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["1:1 casi-vuoti"]),
        ("# regole: crs-difficolta\n", ["1:1 casi-vuoti"]),
        ("codice;area\n", ["1:1 casi-vuoti"]),
        ("# rejole: x\n# una nota\ncodice\nuno\n", ["1:1 caso-testa regole", "2:1 caso-testa"]),
        ("# al: ieri\n# decimali: si\ncodice\nuno\n", ["1:1 valore-malformato"] * 1
         + ["2:1 valore-malformato"]),
        ("area\naccesso\n", ["1:1 colonna-mancante"]),
        ("codice;eta\nuno;3\n", ["1:8 colonna-altrove"]),
        ("codice;aera\nuno;accesso\n", ["1:8 colonna-ignota area"]),
        ("codice;attesi.eisto\nuno;x\n", ["1:8 colonna-ignota attesi.esito"]),
        ("codice;area\n;accesso\nuno;acesso\nuno;accesso;\n",
         ["2:1 caso-senza-codice", "3:5 valore-illeggibile", "4:13 riga-malformata"]),
        ("codice;area\nuno;acesso\nuno;accesso\n",
         ["2:5 valore-illeggibile", "3:1 caso-ripetuto"]),
        ("codice;norma;al\nUno;art. 6;ieri\n",
         ["2:1 valore-illeggibile", "2:5 valore-illeggibile", "2:12 valore-illeggibile"]),
        ("codice;norma\nuno;rr-11-2018\n", ["2:5 caso-atto-ignoto rr-11-2019"]),
        ("codice;attesi.esito;attesi.motivi\nuno;non-ammesso;nessuno\ndue;amesso;isse area\n",
         ["2:17 atteso-senza-motivi", "3:5 esito-ignoto ammesso"]),
    ],
)  # fmt: skip
def test_slips(text: str, told: list[str]) -> None:
    """Each at its cell, all at once."""
    assert _codes(text) == told


def test_a_reason_that_the_rules_have_not() -> None:
    """Advice at its cell; the row is a case, which fails."""
    text = "codice;attesi.esito;attesi.motivi\nuno;non-ammesso;isse area\ndue;ammesso;\n"

    read = leggi_casi(text, CRS, file="c.casi.csv")

    (advice,) = read.rilievi
    assert (advice.code, advice.vicino) == ("motivo-ignoto", "isee")
    assert (advice.place.line, advice.place.column) == (2, 17)
    assert [caso.atteso.motivi for caso in read.casi] == [("isse", "area"), None]


def test_decimals_written_the_other_way() -> None:
    """Advice on the whole file stands before its rows."""
    rows = "codice;isee\nuno;9.360,00\ndue;1.000,00\n"

    assert _codes(rows, "plain") == [
        "2:5 valore-illeggibile",
        "3:5 valore-illeggibile",
    ]


def test_a_spreadsheet_is_no_csv() -> None:
    """It is told as it is for applications."""
    assert _codes(b"PK\x03\x04") == ["1:1 foglio-di-calcolo"]
    with pytest.raises(InvalidFile, match="foglio-di-calcolo"):
        regole_dei_casi(b"PK\x03\x04", file="c.csv")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("attesi.inporto", "attesi.inporto"), ("mario.rossi", "2"), ("attesi.ROSSI MARIO", "2")],
)
def test_a_name_with_a_dot(name: str, shown: str) -> None:
    """Repeated where such names begin so; else the column is told by its number."""
    with pytest.raises(InvalidFile) as caught:
        leggi_casi(f"codice;{name}\nuno;x\n", CRS, file="c.casi.csv")

    assert f"the column `{shown}`" in str(caught.value)
