"""The rows of a parameter with indices."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.copertura.asked import ON, answered, failed, household, point

from casa_model import Caso, Euro, Fatti
from casa_model.readers.cases import Atteso
from casa_model.readers.copertura import Copertura, Mancante, codice, parole, punti
from casa_model.readers.copertura._punto import PuntoRigaDiParametro
from casa_model.readers.copertura._quadro import quadri
from casa_model.readers.copertura._vede import Nucleo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from casa_model.errors import Lang
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

PAID = "importo-voce-fisso-parametro-parte-riga-{}"
ASKED = "isee-parametro-parte-riga-{}"
VALE = 'vale = "spesa" }'
BY_ROW = 'vale = "arrotonda(spesa * parte[min(componenti, 3)], 2)" }'
BY_AREA = 'vale = "arrotonda(spesa * parte[area], 2)" }'


def _table(
    rows: Iterable[tuple[object, str]], index: str = "1..3", kind: str = "numero(2)"
) -> tuple[str, str]:
    """A change that declares the parameter `parte`."""
    written = ", ".join(
        f"{{ chiave = [{key}], storia = [{{ dal = 2020-01-01, valore = {value}, "
        'norma = "rr-1-2020, art. 5", grado = "atto" }] }'
        for key, value in rows
    )
    head = "[parametri.tetto]"
    own = (
        '[parametri.parte]\netichetta = { it = "parte", en = "part" }\n'
        f'tipo = "{kind}"\nindice = ["{index}"]\nrighe = [{written}]\n\n'
    )
    return head, own + head


def _shares(*shares: str) -> tuple[str, str]:
    return _table((n, f'"{share}"') for n, share in enumerate(shares, start=1))


def _names(misura: Misura) -> list[str]:
    return [codice(each) for each in punti(misura) if isinstance(each, PuntoRigaDiParametro)]


def _sees(misura: Misura, name: str, known: dict[str, Value]) -> bool:
    many = int(str(known.get("componenti", 1)))
    return Nucleo(misura, Fatti(known, [{"eta": Decimal(17)}] * many), ON).vede(point(misura, name))


PAYS: dict[str, Value] = {
    "isee": Euro(0),
    "area": "accesso",
    "assegnata": ON.replace(year=2020),
    "pagato": False,
    "spesa": Euro.parse("100.00"),
    "componenti": Decimal(1),
    "bonus": Euro(0),
}


def test_one_point_for_each_row_of_the_part_that_reads_it(con: Callable[..., Misura]) -> None:
    """A parameter with indices that nothing reads has none."""
    table = _shares("30%", "40%", "50%")

    assert _names(con(table)) == []
    assert _names(con(table, (VALE, BY_ROW))) == [PAID.format(n) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("known", "seen"),
    [
        ({}, [1]),
        ({"componenti": Decimal(2)}, [2]),
        ({"componenti": Decimal(4)}, [3]),
        ({"spesa": Euro(0)}, []),
        ({"spesa": Euro(1)}, []),
        ({"isee": Euro.parse("1000.00"), "anziano": False}, []),
    ],
)
def test_the_row_is_seen_where_its_value_matters(
    con: Callable[..., Misura], known: dict[str, Value], seen: list[int]
) -> None:
    """Of who spends nothing, or a cent, another share is the same; who is refused is paid none."""
    other = con(_shares("30%", "40%", "50%"), (VALE, BY_ROW))

    assert [n for n in (1, 2, 3) if _sees(other, PAID.format(n), PAYS | known)] == seen


def test_a_wrong_row_is_found(con: Callable[..., Misura]) -> None:
    """The cases that the right rule makes fail where a row is another."""
    right, wrong = (
        evolve(built, requisiti=built.requisiti[:1], graduatoria=None)
        for built in (
            con(_shares("30%", "40%", "50%"), (VALE, BY_ROW)),
            con(_shares("30%", "40%", "5%"), (VALE, BY_ROW)),
        )
    )
    found = household(right, PAID.format(3))
    casi = answered(right, [Caso("terza", found.fatti, Atteso(), on=found.on)])

    assert failed(right, casi) == []
    assert failed(wrong, casi) == ["terza"]


def test_a_requirement_that_reads_it_through_a_definition(con: Callable[..., Misura]) -> None:
    """It is asked of the requirement, where the value of another row would decide otherwise."""
    soglie = _table([(1, '"1000.00"'), (2, '"2000.00"'), (3, '"3000.00"')], kind="euro")
    head = '[definizioni.limite]\netichetta = { it = "limite", en = "limit" }\n'
    body = 'norma = "rr-1-2020, art. 2"\ngrado = "atto"\nvale = "parte[min(componenti, 3)]"\n\n'
    other = con(
        soglie,
        ("[definizioni.quota]", f"{head}{body}[definizioni.quota]"),
        ('condizione = "isee < soglia"', 'condizione = "isee < limite"'),
    )
    seen = {
        isee: _sees(other, ASKED.format(2), {"isee": Euro.parse(isee), "componenti": Decimal(2)})
        for isee in ("999.99", "1000.00", "1999.99", "2999.99", "3000.00")
    }

    assert _names(other) == [ASKED.format(n) for n in (1, 2, 3)]
    assert seen == {
        "999.99": False, "1000.00": True, "1999.99": True, "2999.99": True, "3000.00": False,
    }  # fmt: skip


def test_rows_by_a_choice(con: Callable[..., Misura]) -> None:
    """A row whose neighbours say the same is told from the nearest that does not."""
    rows = (("protezione", '"30%"'), ("accesso", '"30%"'), ("decadenza", '"50%"'))
    other = con(_table(((f'"{key}"', v) for key, v in rows), index="area"), (VALE, BY_AREA))

    names = [PAID.format(n) for n in (1, 2, 3)]
    seen = [
        [_sees(other, name, PAYS | {"area": area}) for name in names]
        for area in ("protezione", "accesso")
    ]

    assert _names(other) == names
    assert seen == [[True, False, False], [False, True, False]]


def test_rows_that_all_say_the_same(con: Callable[..., Misura]) -> None:
    """A number might have been one more; of a table of equal truths nothing can be told."""
    same = con(_shares("30%", "30%", "30%"), (VALE, BY_ROW))
    truths = con(
        _table([(1, "true"), (2, "true"), (3, "true")], kind="bool"),
        ('condizione = "isee < soglia"', 'condizione = "parte[min(componenti, 3)]"'),
    )

    assert _sees(same, PAID.format(1), PAYS)
    assert _names(truths) == []


@pytest.mark.parametrize("same", [1, 2])
def test_rows_that_choose_a_row_of_another(con: Callable[..., Misura], same: int) -> None:
    """One more and one less are tried, and no index leaves its table."""
    inner = _table([(n, f"{same}") for n in (1, 2, 3)], kind="numero(0)")
    outer = _table([(n, f'"{n}0.00"') for n in (1, 2)], index="1..2", kind="euro")
    misura = con(
        (inner[0], inner[1].replace("parte", "classe")[: -len(inner[0])] + outer[1]),
        (VALE, 'vale = "parte[classe[min(componenti, 3)]]" }'),
        ("qualcuno(membri, eta < 18)", "isee < 5000"),
    )

    found = household(misura, "importo-voce-fisso-parametro-classe-riga-3").fatti
    assert found.valori["componenti"] == 3


def test_members_are_asked_a_row_each(con: Callable[..., Misura]) -> None:
    """One of them is enough."""
    other = con(
        _table([(1, "10"), (2, "15"), (3, "30")], kind="numero(0)"),
        (
            'condizione = "qualcuno(membri, eta < 18)"',
            'condizione = "qualcuno(membri, eta < parte[min(max(eta, 1), 3)])"',
        ),
    )
    name = "minori-parametro-parte-riga-{}"

    assert _names(other) == [name.format(n) for n in (1, 2, 3)]
    assert [_sees(other, name.format(n), {}) for n in (1, 2, 3)] == [False, False, True]


def test_a_part_that_does_not_count_yet(con: Callable[..., Misura]) -> None:
    """Before the requirement is law its rows are not asked."""
    other = con(
        _table([(1, "18"), (2, "20"), (3, "30")], kind="numero(0)"),
        (
            'condizione = "qualcuno(membri, eta < 18)"',
            'condizione = "componenti > parte[min(componenti, 3)]"',
        ),
    )
    fatti = Fatti({"componenti": Decimal(25)}, [{}] * 25)
    asked = point(other, "minori-parametro-parte-riga-3")

    assert Nucleo(other, fatti, ON).vede(asked)
    assert not Nucleo(other, fatti, ON.replace(year=2023)).vede(asked)


@pytest.mark.parametrize(
    ("lang", "words", "row"),
    [
        ("it", "importo, voce `fisso`: riga `2` di `parte`", "righe di `parte`"),
        ("en", "amount, item `fisso`: row `2` of `parte`", "rows of `parte`"),
    ],
)
def test_words(con: Callable[..., Misura], lang: Lang, words: str, row: str) -> None:
    """By the key of the row, in both languages."""
    other = con(_shares("30%", "40%", "50%"), (VALE, BY_ROW))
    empty = Copertura("prova", tuple(Mancante(punto, None) for punto in punti(other)))
    (item,) = (each for each in quadri(empty, lang) if each.dove.via == "fisso")

    unit = "cambia la cifra" if lang == "it" else "changes the sum"
    assert parole(point(other, PAID.format(2)), lang) == words
    assert [(riga.titolo, [c.parola for c in riga.caselle]) for riga in item.righe] == [
        ("valore" if lang == "it" else "value", [unit]),
        (row, ["`1`", "`2`", "`3`"]),
    ]
