"""Parameters of a notice: overridden or new, one undated value each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.values import Euro

if TYPE_CHECKING:
    Banco = Any

SOURCE = 'fonte = "s"\ngrado = "secondaria"\n'
DAY = date(2024, 10, 27)


def test_an_override_is_in_force_on_the_day_of_the_law(banco: Banco) -> None:
    """Its label and type are still those of the measure."""
    avviso = banco.avviso(f'[parametri.soglia_isee]\nvalore = "10000.00"\n{SOURCE}')
    parametro = next(p for p in avviso.misura.parametri if p.nome == "soglia_isee")
    periodo = parametro.il(DAY)

    assert periodo is not None
    assert (periodo.valore, periodo.fonte.testo) == (Euro(1000000), "s")
    assert parametro.etichetta.en == "ISEE threshold"


def test_an_indexed_parameter_is_overridden_row_by_row(banco: Banco) -> None:
    """All of its keys again."""
    rows = "".join(f'{{ chiave = [{n}], valore = "{n}.50" }},\n' for n in (1, 2, 3))
    avviso = banco.avviso(f"[parametri.scala]\nrighe = [\n{rows}]\n{SOURCE}")
    parametro = next(p for p in avviso.misura.parametri if p.nome == "scala")
    periodo = parametro.il(DAY, (2,))

    assert periodo is not None
    assert str(periodo.valore) == "2.50"


def test_a_new_parameter_says_its_type_and_label(banco: Banco) -> None:
    """It may have an index of its own."""
    avviso = banco.avviso(f"""[parametri.tetto]
etichetta = {{ it = "t", en = "t" }}
tipo = "euro"
indice = ["1..1"]
righe = [{{ chiave = [1], valore = "5.00" }}]
{SOURCE}""")

    assert [p.nome for p in avviso.misura.parametri][-1] == "tetto"


NEW = 'etichetta = { it = "t", en = "t" }\ntipo = "euro"\n'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            (
                '[parametri.scala]\ntipo = ⟦"euro"\nindice = ["1..2"]\n'
                'etichetta = { it = "t", en = "t" }\n'
                f'righe = [{{ ⟦chiave = [9], valore = "1.00" }}]\n{SOURCE}'
            ),
            ["valore-rifiutato", "riga-indice"],
        ),
        ("⟦[parametri.soglia_isee]\n" + SOURCE, ["chiave-mancante"]),
        (
            '⟦[parametri.soglia_isee]\nvalore = "1.00"\n',
            ["chiave-mancante", "fonte-mancante"],
        ),
        (f"[parametri.soglia_isee]\nvalore = ⟦1\n{SOURCE}", ["valore-malformato"]),
        (
            f'[parametri.soglia_isee]\nvalore = "1.00"\n{SOURCE}⟦storia = []\n',
            ["chiave-ignota"],
        ),
        (
            "[parametri.scala]\n⟦righe = [{ chiave = [1], valore = '1.00' }]\n" + SOURCE,
            ["riga-indice"],
        ),
        (f'[parametri.scala]\n⟦valore = "1.00"\n{SOURCE}', ["riga-indice"]),
        (f'⟦[parametri.tetto]\nvalore = "1.00"\n{SOURCE}', ["chiave-mancante"] * 2),
        (f'⟦[parametri.tetto]\ntipo = "euro"\n{SOURCE}', ["chiave-mancante"] * 2),
        (f"⟦[parametri.tetto]\n{NEW}{SOURCE}", ["chiave-mancante"]),
        (f'[parametri.⟦isee]\n{NEW}valore = "1.00"\n{SOURCE}', ["nome-ripetuto"]),
        (f'[parametri.⟦Isee]\n{NEW}valore = "1.00"\n{SOURCE}', ["nome-malformato"]),
        (
            (
                f"[parametri.tetto]\n{NEW}valore = ⟦1\n{SOURCE}"
                '[definizioni.x]\nvale = "isee < tetto"\n'
            ),
            ["valore-malformato"],
        ),
        (
            f"[parametri.tetto]\n{NEW}{SOURCE}indice = [⟦'x']\nvalore = '1.00'\n",
            ["indice-malformato"],
        ),
    ],
)
def test_a_parameter_with_faults_is_told(banco: Banco, body: str, told: list[str]) -> None:
    """Once, and not again where it is read."""
    assert banco.told("avviso", body) == told
