from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from casa_model.exchange import leggi_domande
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.exchange import Lette
    from casa_model.rules.misura import Misura


def _read(domande: str, membri: str, misura: Misura) -> tuple[list[str], list[str]]:
    """The references that were read, and the faults."""
    lette = _lette(domande, membri, misura)
    return [d.riferimento for d in lette.domande], [f"{f.place}: {f.code}" for f in lette.difetti]


def _lette(domande: str, membri: str, misura: Misura) -> Lette:
    return leggi_domande(domande, misura, file="d.csv", decimali="it", membri=membri)


def test_members_are_grouped_by_reference_in_their_order(misura: Misura) -> None:
    """A household without rows there has an unknown list."""
    lette = _lette(
        "riferimento\nA\nB\nC\n",
        "eta;riferimento;reddito\n41;A;10.000,00\n8;B;\n;A;0,00\n",
        misura,
    )

    assert [d.fatti.membri and list(map(dict, d.fatti.membri)) for d in lette.domande] == [
        [{"eta": Decimal(41), "reddito": Euro(1000000)}, {"reddito": Euro(0)}],
        [{"eta": Decimal(8)}],
        None,
    ]


def test_as_many_rows_as_components_are_sound(misura: Misura) -> None:
    """Another number breaks the household, at its `componenti`."""
    assert _read(
        "riferimento;componenti\nA;2\nB;2\nC;2\n",
        "riferimento;eta\nA;41\nA;8\nB;41\n",
        misura,
    ) == (["A", "C"], ["d.csv:3:3: componenti-diversi"])


def test_over_thirty_members_break_the_household(misura: Misura) -> None:
    """Thirty do not."""
    members = "A;1\n" * 30 + "B;1\n" * 31

    assert _read("riferimento\nA\nB\n", f"riferimento;eta\n{members}", misura) == (
        ["A"],
        ["d.csv:3:1: troppi-membri"],
    )


def test_a_broken_member_row_breaks_its_household(misura: Misura) -> None:
    """Told at both lines: who is decided on part of a household is decided wrongly."""
    assert _read("riferimento\nA\nB\n", "riferimento;eta\nA;41\nA;131\nB;41\n", misura) == (
        ["B"],
        ["d.csv:2:1: membro-guasto", "membri.csv:3:3: valore-fuori-intervallo"],
    )


def test_an_orphan_is_told_and_who_counts_its_members_is_read(misura: Misura) -> None:
    """Where `componenti` agrees, the orphan is not missing there."""
    assert _read("riferimento;componenti\nA;1\nB;\n", "riferimento;eta\nA;41\nX;8\n", misura) == (
        ["A", "B"],
        ["membri.csv:3:1: membro-orfano"],
    )


def test_a_member_of_nobody_known_breaks_who_may_miss_it(misura: Misura) -> None:
    """An orphan, a row without reference, a row that does not read: a list may be incomplete."""
    assert _read("riferimento\nA\nB\n", "riferimento;eta\nA;41\nX;8\n;8\nA;1;2\n", misura) == (
        ["B"],
        [
            "d.csv:2:1: membri-incerti",
            "membri.csv:3:1: membro-orfano",
            "membri.csv:4:1: riferimento-mancante",
            "membri.csv:5:5: riga-malformata",
        ],
    )


def test_a_broken_household_still_owns_its_members(misura: Misura) -> None:
    """They are no orphans; a repeated one owns none more."""
    assert _read(
        "riferimento;componenti\nA;x\nB;1\nB;1\n", "riferimento;eta\nA;41\nB;41\n", misura
    ) == (["B"], ["d.csv:2:3: valore-illeggibile", "d.csv:4:1: riferimento-ripetuto"])
