"""What a notice may say and probably does not mean: it loads, and it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    Banco = Any
    Misura = Any

SOURCE = 'fonte = "s"\ngrado = "secondaria"\n'
SOURCE_INLINE = 'fonte = "s", grado = "secondaria"'
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


@pytest.mark.parametrize("value", ["1", "0.25", "25%", "100%", "0"])
def test_a_share_or_a_percentage_is_not(banco: Banco, base: Misura, value: str) -> None:
    """Whoever writes `%` means it."""
    assert banco.notice_advice(SHARE.format(f'"{value}"'), base) == ()


def test_a_percentage_above_a_hundred_is_doubtful(banco: Banco, base: Misura) -> None:
    """The share of the measure was never over 1."""
    (fault,) = banco.notice_advice(SHARE.format('"250%"'), base)

    assert fault.riga("it") == (
        "avviso.toml:11:10: percentuale-oltre-cento: consiglio: `250%` supera il 100%; se è una "
        "parte di qualcosa, scrivi al massimo `100%`"
    )


def test_a_table_may_be_a_scale_of_coefficients(banco: Banco) -> None:
    """In a measure and in a notice that declares it; over a table of shares it is told."""
    head = '[parametri.{}]\netichetta = { it = "p", en = "p" }\ntipo = "numero(2)"\n'
    head += 'indice = ["1..2"]\n'
    measured = head + "".join(
        f"[[parametri.{{}}.righe]]\nchiave = [{at}]\n"
        f'storia = [{{ dal = 2019-10-14, valore = "{value}", {SOURCE_INLINE} }}]\n'
        for at, value in ((1, "{0}"), (2, "{1}"))
    )
    noticed = 'righe = [{ chiave = [1], valore = "100%" }, { chiave = [2], valore = "157%" }]\n'
    rule = (
        '[[requisiti]]\ncodice = "{}"\nfonte = "s"\ntesto = { it = "x", en = "x" }\n'
        'condizione = "{}[1] > 0"\n'
    )

    def of(text: str, name: str) -> str:
        return text.replace("{}", name)

    def table(name: str, *values: str) -> str:
        text = of(measured, name).replace("{0}", values[0]).replace("{1}", values[1])
        return text + of(rule, name)

    share = banco.misura(table("parte", "10%", "20%"))

    assert banco.advice(table("coefficiente", "100%", "157%")) == []
    new = of(head, "nuovo") + SOURCE + noticed + of(rule, "nuovo")
    assert banco.notice_advice(new) == ()
    over = "[parametri.parte]\n" + SOURCE + noticed
    assert [f.code for f in banco.notice_advice(over, share)] == ["percentuale-oltre-cento"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("massimale_annuo", '"-1500.00"'), ("mesi_minimi", "-36"), ("quota_spesa", '"-25%"')],
)
def test_a_parameter_below_zero_is_doubtful(banco: Banco, name: str, value: str) -> None:
    """Money, a whole number, a share: read by the notice's rules or not."""
    story = f"storia = [{{ dal = 2019-10-14, valore = 36, {SOURCE_INLINE} }}]\n"
    rules = "".join(
        f'[[requisiti]]\ncodice = "r{at}"\nfonte = "s"\ntesto = {{ it = "x", en = "x" }}\n'
        f'condizione = "{one} > {one}"\n'
        for at, one in enumerate(("massimale_annuo", "mesi_minimi", "quota_spesa"))
    )
    month = '[parametri.mesi_minimi]\netichetta = { it = "m", en = "m" }\ntipo = "numero"\n'
    base = banco.misura(month + story + rules)
    (fault,) = banco.notice_advice(f"[parametri.{name}]\nvalore = {value}\n{SOURCE}", base)

    shown = value.strip('"')
    assert fault.riga("it") == (
        f"avviso.toml:11:10: parametro-negativo: consiglio: `{shown}` è meno di zero; se non è "
        "voluto, togli il segno"
    )


def test_what_the_measure_had_below_zero_or_above_a_hundred_is_meant(banco: Banco) -> None:
    """The measure is told, each period at its value; the notice that goes on so is not."""
    body = "".join(
        f'[parametri.{name}]\netichetta = {{ it = "p", en = "p" }}\ntipo = "numero(2)"\n'
        f'storia = [{{ dal = 2019-10-14, valore = "{value}", {SOURCE_INLINE} }}]\n'
        for name, value in (("meno", "-1.00"), ("oltre", "150%"))
    ) + (
        '[[requisiti]]\ncodice = "r"\nfonte = "s"\ntesto = { it = "x", en = "x" }\n'
        'condizione = "meno < oltre"\n'
    )
    notice = (
        f'[parametri.meno]\nvalore = "-2.00"\n{SOURCE}[parametri.oltre]\nvalore = "200%"\n{SOURCE}'
    )

    assert banco.advice(body) == ["parametro-negativo", "percentuale-oltre-cento"]
    assert banco.notice_advice(notice, banco.misura(body)) == ()


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

    assert {fault.code for fault in found} <= {"fonte-inutile", "incompatibile-ignota"}
    assert [fault.data["chiave"] for fault in found if fault.code == "fonte-inutile"] == told


def test_a_source_of_nothing_cites_an_act_that_is_declared(banco: Banco) -> None:
    """Like any other source."""
    cited = "data_requisiti_fonte = { norma = ⟦'boh, art. 1' }\n"

    assert banco.told("avviso", cited) == ["atto-ignoto"]
    assert banco.advice(INCOMPATIBLE) == ["fonte-inutile"]
