"""What a notice may do to the parts of its measure, and what it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from casa_model.rules.avviso import Operazione
from casa_model.rules.misura import DetraeDa

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso

    Banco = Any

SOURCE = 'fonte = "s"\n'
TESTO = 'testo = { it = "x", en = "x" }\n'
MOTIVO = 'motivo = { it = "m", en = "m" }\n'
AGGIUNGE, SOSTITUISCE, TOGLIE = Operazione.AGGIUNGE, Operazione.SOSTITUISCE, Operazione.TOGLIE


def requirement(codice: str, more: str = "") -> str:
    """A requirement of a notice."""
    return f'[[requisiti]]\ncodice = {codice}\n{SOURCE}{TESTO}condizione = "vero"\n{more}'


def differences(avviso: Avviso) -> list[tuple[str, str, Operazione]]:
    """What the notice says that it changes."""
    return [(d.parte, d.nome, d.operazione) for d in avviso.differenze]


def test_new_parts_come_after_those_of_the_measure(banco: Banco) -> None:
    """Each is told as a difference, with its source or that of the notice."""
    avviso = banco.avviso(
        requirement('"residenza"')
        + f"""[fatti.risiede]
tipo = "bool"
etichetta = {{ it = "r", en = "r" }}
[definizioni.x]
vale = "risiede"
[importo]
voci = [{{ codice = "riscaldamento", vale = "bonus_riscaldamento" }}]
[graduatoria]
ordine = ["isee", "protocollo"]
[parametri.tetto]
etichetta = {{ it = "t", en = "t" }}
tipo = "euro"
valore = "1.00"
grado = "atto"
{SOURCE}"""
    )

    assert [r.codice for r in avviso.misura.requisiti] == ["isee", "residenza"]
    assert [v.codice for v in avviso.misura.importo.voci] == ["servizi", "riscaldamento"]
    assert differences(avviso) == [
        ("fatto", "risiede", AGGIUNGE),
        ("parametro", "tetto", AGGIUNGE),
        ("definizione", "x", AGGIUNGE),
        ("requisito", "residenza", AGGIUNGE),
        ("voce", "riscaldamento", AGGIUNGE),
        ("graduatoria", "graduatoria", AGGIUNGE),
    ]
    assert {d.fonte.testo for d in avviso.differenze} == {"pagina del Comune", "s"}


def test_a_replaced_part_keeps_its_place(banco: Banco) -> None:
    """Also under a new code."""
    avviso = banco.avviso(
        requirement('"prima"')
        + requirement('"isee-nuovo"', 'sostituisce = "isee"\n')
        + """[importo]
fonte = "s"
voci = [{ codice = "servizi", sostituisce = "servizi", vale = "bonus_riscaldamento" }]
massimo = "soglia_isee"
detrae = ["bonus_riscaldamento"]
detrae_da = "spesa"
"""
    )

    assert [r.codice for r in avviso.misura.requisiti] == ["isee-nuovo", "prima"]
    assert avviso.misura.importo.detrae_da is DetraeDa.SPESA
    assert avviso.misura.importo.fonte.testo == "s"
    assert differences(avviso) == [
        ("requisito", "prima", AGGIUNGE),
        ("requisito", "isee", SOSTITUISCE),
        ("voce", "servizi", SOSTITUISCE),
        ("importo", "massimo", SOSTITUISCE),
        ("importo", "detrae", AGGIUNGE),
    ]


def test_what_the_measure_had_is_replaced(banco: Banco) -> None:
    """A cap, a deduction, a ranking: added, or put in their place; what is the same is not told."""
    body = """[importo]
massimo = "soglia_isee"
detrae = ["bonus_riscaldamento"]
detrae_da = "spesa"
[graduatoria]
ordine = ["isee", "protocollo"]
"""
    paid = banco.base.importo
    assert paid is not None
    first = banco.avviso(body, base=evolve(banco.base, importo=evolve(paid, massimo=None)))
    same = banco.avviso(body, base=evolve(first.misura, calendario=None))
    other = (
        body.replace("spesa", "contributo")
        .replace('"isee", ', "")
        .replace('massimo = "soglia_isee"', 'massimo = "soglia_isee + soglia_isee"')
    )
    second = banco.avviso(other, base=evolve(first.misura, calendario=None))
    parts = [("importo", "massimo"), ("importo", "detrae"), ("graduatoria", "graduatoria")]

    assert differences(first) == [(*part, AGGIUNGE) for part in parts]
    assert differences(second) == [(*part, SOSTITUISCE) for part in parts]
    assert differences(same) == []


def test_a_removed_part_is_gone_and_its_reason_kept(banco: Banco) -> None:
    """A requirement or an item; a new item may take its place."""
    avviso = banco.avviso(
        f"""[[togli]]
requisito = "isee"
{MOTIVO}{SOURCE}
[[togli]]
voce = "servizi"
{MOTIVO}{SOURCE}
[importo]
voci = [{{ codice = "altro", vale = "bonus_riscaldamento" }}]
"""
    )

    assert avviso.misura.requisiti == ()
    assert [voce.codice for voce in avviso.misura.importo.voci] == ["altro"]
    assert differences(avviso)[:2] == [("requisito", "isee", TOGLIE), ("voce", "servizi", TOGLIE)]
    assert avviso.differenze[0].motivo.en == "m"


def test_items_are_put_in_the_order_wanted(banco: Banco) -> None:
    """Those not named come last."""
    avviso = banco.avviso(
        """[importo]
ordine_voci = ["b", "servizi"]
voci = [{ codice = "a", vale = "isee" }, { codice = "b", vale = "isee" }]
"""
    )

    assert [v.codice for v in avviso.misura.importo.voci] == ["b", "servizi", "a"]


def test_a_notice_may_pay_where_the_measure_does_not(banco: Banco) -> None:
    """And an empty section changes nothing."""
    base = banco.misura()
    avviso = banco.avviso('[importo]\nvoci = [{ codice = "a", vale = "isee" }]\n', base)

    assert [v.codice for v in avviso.misura.importo.voci] == ["a"]
    assert banco.avviso("", base).misura.importo is None
    assert banco.avviso("[importo]\n").misura.importo == banco.base.importo


def test_an_incompatibility_is_one_requirement(banco: Banco) -> None:
    """Of the measure or of the notice; removed, it is no longer said to be one."""
    head = 'incompatibile = ["a", "b"]\nincompatibile_fonte = { fonte = "s", grado = "atto" }\n'
    first = banco.avviso(head=head)
    again = banco.avviso(base=first.misura, head=head)
    gone = banco.avviso(
        f'[[togli]]\nrequisito = "non-riceve-a"\n{MOTIVO}{SOURCE}', base=first.misura
    )

    codes = ["isee", "non-riceve-a", "non-riceve-b"]
    assert [r.codice for r in first.misura.requisiti] == codes
    assert [r.codice for r in again.misura.requisiti] == codes
    assert differences(again) == []
    assert gone.misura.incompatibile == ("b",)


def test_a_definition_is_replaced_under_its_own_name(banco: Banco) -> None:
    """What the measure says of it follows."""
    base = banco.misura('[definizioni.x]\nvale = "isee"\n[definizioni.y]\nvale = "x + x"\n')
    avviso = banco.avviso('[definizioni.x]\nvale = "servizi_anno"\nsostituisce = "x"\n', base)

    assert [d.nome for d in avviso.misura.definizioni] == ["x", "y"]
    assert differences(avviso) == [("definizione", "x", SOSTITUISCE)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (requirement('⟦"isee"'), ["gia-presente"]),
        (requirement('"nuovo"', 'sostituisce = ⟦"ise"\n'), ["sostituisce-ignoto"]),
        (requirement('"isee"', 'sostituisce = ⟦"ise"\n'), ["sostituisce-ignoto"]),
        (requirement('"nuovo"') + requirement('⟦"nuovo"'), ["nome-ripetuto"]),
        (
            requirement('"a"', 'sostituisce = "isee"\n')
            + requirement('"b"', 'sostituisce = ⟦"isee"\n'),
            ["nome-ripetuto"],
        ),
        (
            requirement('"a"', 'sostituisce = "isee"\n') + requirement('⟦"a"'),
            ["nome-ripetuto"],
        ),
        (
            (
                f'[[togli]]\nrequisito = "isee"\n{MOTIVO}{SOURCE}'
                f'[[togli]]\nrequisito = ⟦"isee"\n{MOTIVO}{SOURCE}'
            ),
            ["nome-ripetuto"],
        ),
        (
            f'[[togli]]\nrequisito = "isee"\n{MOTIVO}{SOURCE}'
            + requirement('"a"', 'sostituisce = ⟦"isee"\n'),
            ["valore-rifiutato"],
        ),
        (f'[[togli]]\nvoce = ⟦"debito"\n{MOTIVO}{SOURCE}', ["sostituisce-ignoto"]),
        (
            f'[[togli]]\nrequisito = ⟦"ise"\nvoce = ⟦"debito"\n{MOTIVO}{SOURCE}',
            ["sostituisce-ignoto"] * 2,
        ),
        (f"⟦[[togli]]\n{MOTIVO}{SOURCE}", ["chiave-mancante"]),
        (f'⟦[[togli]]\nrequisito = "isee"\n{MOTIVO}', ["fonte-mancante"]),
        ("⟦[[togli]]\n⟦[[requisiti]]\n", ["chiave-mancante"] * 3),
        (f'[[togli]]\nvoce = ⟦"servizi"\n{MOTIVO}{SOURCE}', ["valore-rifiutato"]),
        (f'[[togli]]\nvoce = ⟦"servizi"\n{MOTIVO}{SOURCE}[importo]\n', ["valore-rifiutato"]),
        (
            '[importo]\nvoci = [{ codice = ⟦"servizi", vale = "isee" }]\n',
            ["gia-presente"],
        ),
        (
            '[importo]\nordine_voci = ["servizi", ⟦"servizi", ⟦"serviz"]\n',
            ["nome-ripetuto", "valore-malformato"],
        ),
        ("[definizioni.⟦isee]\nvale = '1'\n", ["nome-ripetuto"]),
        ("[definizioni.x]\nvale = '1'\nsostituisce = ⟦'y'\n", ["sostituisce-ignoto"]),
        (
            "[definizioni.x]\nvale = '1'\nsostituisce = ⟦'y'\n[definizioni.z]\nvale = 'x'\n",
            ["sostituisce-ignoto"],
        ),
    ],
)
def test_what_a_notice_may_not_do_is_told(banco: Banco, body: str, told: list[str]) -> None:
    """Where a person would point."""
    assert banco.told("avviso", body) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[definizioni.⟦x]\nvale = '1'\n", ["gia-presente"]),
        ("[definizioni.x]\nvale = '1'\nsostituisce = ⟦'y'\n", ["valore-rifiutato"]),
        ("[definizioni.nuova]\nvale = '1'\nsostituisce = ⟦'x'\n", ["valore-rifiutato"]),
        ("[definizioni.x]\nvale = '⟦ise'\nsostituisce = 'x'\n", ["nome-ignoto"]),
        ("[definizioni.⟦x]\nvale = 'y'\nsostituisce = 'x'\n", ["definizione-circolare"]),
    ],
)
def test_a_definition_of_the_measure_is_replaced_or_left(
    banco: Banco, body: str, told: list[str]
) -> None:
    """Never half of each; a circle through the measure is told in the notice."""
    base = banco.misura('[definizioni.x]\nvale = "isee"\n[definizioni.y]\nvale = "x + x"\n')

    assert banco.told("avviso", body, base=base) == told


def test_a_notice_that_pays_pays_for_something(banco: Banco) -> None:
    """An amount without items is no amount."""
    body = '⟦[importo]\nmassimo = "soglia_isee"\n'

    assert banco.told("avviso", body, base=banco.misura()) == ["chiave-mancante"]


def test_the_same_requirement_twice_is_told_at_the_word_that_asks_it(banco: Banco) -> None:
    """One by `incompatibile`, one by hand."""
    head = 'incompatibile = [⟦"a"]\nincompatibile_fonte = { fonte = "s", grado = "atto" }\n'
    text = head + requirement('"non-riceve-a"')

    assert banco.told("avviso", text) == ["nome-ripetuto"]


def test_a_near_miss_is_a_part_of_the_measure(banco: Banco) -> None:
    """Of the right kind."""
    faults = banco.faults(
        "avviso",
        f'[[togli]]\nrequisito = "ise"\n{MOTIVO}{SOURCE}[importo]\nordine_voci = ["servizzi"]\n',
    )

    assert [fault.vicino for fault in faults] == ["isee", "servizi"]
