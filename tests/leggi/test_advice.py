"""What a notice may say and probably does not mean: it loads, and it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    Banco = Any
    Misura = Any

SOURCE = 'fonte = "s"\ngrado = "secondaria"\n'
NEW = 'etichetta = { it = "t", en = "t" }\ntipo = "{}"\n'
SHARE = "[parametri.quota_spesa]\nvalore = {}\n" + SOURCE
READ = """
[importo]
voci = [{ codice = "servizi", vale = "arrotonda(quota_spesa * servizi_anno, 2)" }]
"""


@pytest.fixture(scope="module")
def base(banco: Banco) -> Misura:
    """A measure that pays a share of an expense."""
    return banco.misura(READ)


@pytest.mark.parametrize(
    ("value", "percent"), [("25", "2500"), ("1.01", "101"), ("2", "200"), ("12.50", "1250")]
)
def test_a_share_above_one_is_doubtful(
    banco: Banco,
    base: Misura,
    value: str,
    percent: str,
) -> None:
    """It was never over 1 in the measure: it is a hundred times as much as it seems."""
    (fault,) = banco.notice_advice(SHARE.format(f'"{value}"'), base)

    assert fault.riga("it") == (
        f'avviso.toml:11:10: percentuale-sospetta: consiglio: `"{value}"` vale {percent}%; '
        f'se è una percentuale scrivi `"{value}%"`'
    )


@pytest.mark.parametrize("value", ["1", "0.25", "25%", "250%"])
def test_a_share_or_a_percentage_is_not(banco: Banco, base: Misura, value: str) -> None:
    """Whoever writes `%` means it."""
    assert banco.notice_advice(SHARE.format(f'"{value}"'), base) == ()


@pytest.mark.parametrize(
    ("tipo", "value", "told"),
    [
        ("numero(2)", "25", ["percentuale-sospetta"]),
        ("numero(3)", "2", ["percentuale-sospetta"]),
        ("numero(2)", "1", []),
        ("numero(2)", "25.00", ["percentuale-sospetta"]),
        ("numero(2)", "25%", []),
        ("numero(1)", "25", []),
        ("euro", "25.00", []),
    ],
)
def test_a_new_number_that_is_written_whole_is_doubtful(
    banco: Banco, tipo: str, value: str, told: list[str]
) -> None:
    """It was declared with decimals."""
    body = (
        f'[parametri.nuovo]\nvalore = "{value}"\n{SOURCE}{NEW.replace("{}", tipo)}'
        '[definizioni.d]\nvale = "nuovo > 0"\n[[requisiti]]\ncodice = "x"\nfonte = "s"\n'
        'testo = { it = "x", en = "x" }\ncondizione = "d"\n'
    )

    assert [fault.code for fault in banco.notice_advice(body)] == told


def test_a_scale_that_was_over_one_is_no_share(banco: Banco) -> None:
    """Each row is looked at; the rows of the measure are too."""
    rows = "".join(f'{{ chiave = [{n}], valore = "{n}" }},' for n in (1, 2, 3))
    base = banco.misura(READ.replace("quota_spesa", "scala[1]"))

    assert banco.notice_advice(f"[parametri.scala]\nrighe = [{rows}]\n{SOURCE}", base) == ()


def test_every_row_of_a_new_table_is_looked_at(banco: Banco) -> None:
    """At its own value."""
    body = (
        f"[parametri.nuovo]\n{SOURCE}{NEW.replace('{}', 'numero(2)')}"
        'indice = ["1..2"]\nrighe = [\n{ chiave = [1], valore = "0.25" },\n'
        '{ chiave = [2], valore = "25" },\n]\n[importo]\nfonte = "s"\n'
        'massimo = "arrotonda(nuovo[1] * servizi_anno, 2)"\n'
    )

    assert [(f.code, f.place.line) for f in banco.notice_advice(body)] == [
        ("percentuale-sospetta", 18)
    ]


def test_a_bare_percentage_is_shown_with_its_sign(banco: Banco) -> None:
    """Who follows the mend does not write 2500%."""
    (fault,) = banco.faults("avviso", SHARE.format("25"))

    assert fault.testo("it") == (
        "`25` non è un numero tra virgolette, con non più di 2 decimali; "
        'scrivi per esempio `"25%"` (= `"0.25"`)'
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            f'[parametri.massimale]\nvalore = "1.00"\n{SOURCE}{NEW.replace("{}", "euro")}',
            [("massimale", "massimale_annuo")],
        ),
        (f'[parametri.quota_spesa]\nvalore = "25%"\n{SOURCE}', [("quota_spesa", None)]),
        (
            '[fatti.sfratto]\ntipo = "bool"\netichetta = { it = "x", en = "x" }\n',
            [("sfratto", None)],
        ),
        (
            (
                '[fatti.sfratto]\ntipo = "bool"\netichetta = { it = "x", en = "x" }\n'
                '[definizioni.ise]\nvale = "not sfratto"\n'
            ),
            [("ise", "isee")],
        ),
        (
            (
                '[definizioni.grande]\nvale = "qualcuno(membri, eta > 2)"\n'
                '[graduatoria]\nordine = ["grande"]\n'
            ),
            [],
        ),
    ],
)
def test_what_no_rule_reads_is_told(
    banco: Banco, body: str, told: list[tuple[str, str | None]]
) -> None:
    """With the name that was probably meant, which some rule reads."""
    found = banco.notice_advice(body)

    assert {fault.code for fault in found} <= {"nome-inutile"}
    assert [(fault.data["nome"], fault.vicino) for fault in found] == told


def test_a_new_parameter_without_a_type_was_perhaps_an_old_one(banco: Banco) -> None:
    """It says so, and not that it should be declared anew."""
    faults = banco.faults("avviso", f'[parametri.Massimale_Anuo]\nvalore = "1.00"\n{SOURCE}')

    assert [(f.code, f.vicino) for f in faults] == [
        ("nome-malformato", None),
        ("nome-ignoto", "massimale_annuo"),
    ]


INCOMPATIBLE = 'incompatibile_fonte = { fonte = "s" }\n'
MOVED = 'data_requisiti_fonte = { fonte = "s" }\n'


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (INCOMPATIBLE, ["incompatibile_fonte"]),
        (MOVED, ["data_requisiti_fonte"]),
        ('data_requisiti = "pubblicazione"\n' + MOVED, ["data_requisiti_fonte"]),
        ("data_requisiti = 2024-01-01\n" + MOVED, []),
        ('incompatibile = ["energia-l1"]\n' + INCOMPATIBLE, []),
    ],
)
def test_a_source_of_nothing_is_told(banco: Banco, head: str, told: list[str]) -> None:
    """No reader would ever show it."""
    found = banco.notice_advice("", head=head)

    assert {fault.code for fault in found} <= {"fonte-inutile"}
    assert [fault.data["chiave"] for fault in found] == told


def test_a_source_of_nothing_cites_an_act_that_is_declared(banco: Banco) -> None:
    """Like any other source."""
    cited = "data_requisiti_fonte = { norma = ⟦'boh, art. 1' }\n"

    assert banco.told("avviso", cited) == ["atto-ignoto"]
    assert banco.advice(INCOMPATIBLE) == ["fonte-inutile"]
