"""The claim that rows of a table never overlap, decided where only choices appear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    Banco = Any


def table(*conditions: str) -> str:
    """A table that claims to be `unica`; the second row is marked."""
    rows = [f'  {{ quando = """{each}""", vale = "1" }},' for each in conditions]
    rows[1] = rows[1].replace("{", "⟦{", 1)
    body = "\n".join(rows)
    return f'[definizioni.x]\nunica = true\naltrimenti = "0"\ntabella = [\n{body}\n]\n'


@pytest.mark.parametrize(
    ("conditions", "case"),
    [
        (["vero", "vero"], "``"),
        (["canone_pagato", "area == 'accesso'"], "`area = accesso, canone_pagato = vero`"),
        (["not canone_pagato", "area != 'accesso'"], "`area = protezione, canone_pagato = falso`"),
        (
            ["area in {'accesso', 'permanenza'}", "area == 'permanenza' or area == 'protezione'"],
            "`area = permanenza`",
        ),
        (["area == 'accesso' and vero", "area not in {'protezione'}"], "`area = accesso`"),
    ],
)
def test_rows_that_overlap_are_told_with_a_case(
    banco: Banco, conditions: list[str], case: str
) -> None:
    """The later of the two is pointed at."""
    (fault,) = banco.faults("misura", table(*conditions))

    assert banco.told("misura", table(*conditions)) == ["righe-sovrapposte"]
    assert (fault.data["prima"], fault.data["seconda"], fault.data["caso"]) == ("1", "2", case)


@pytest.mark.parametrize(
    "conditions",
    [
        ["area == 'accesso'", "area == 'permanenza'", "area == 'protezione'"],
        ["canone_pagato", "not canone_pagato and area == 'accesso'", "falso"],
        ["componenti == 1", "componenti == 1"],
        ["isee < soglia_isee", "isee < soglia_isee"],
        ["protocollo == 'a'", "protocollo == 'a'"],
    ],
)
def test_rows_that_do_not_or_that_only_proof_can_judge_are_not(
    banco: Banco, conditions: list[str]
) -> None:
    """A claim over numbers or codes is left to proof."""
    assert banco.misura(table(*conditions).replace("⟦", "")).definizioni[0].nome == "x"


def test_a_claim_with_too_many_cases_is_left_to_proof(banco: Banco) -> None:
    """Trying them all would take too long."""
    names = [f"v{i}" for i in range(20)]
    facts = "".join(
        f'[fatti.{name}]\ntipo = "bool"\netichetta = {{ it = "v", en = "v" }}\n' for name in names
    )
    every = " and ".join(names)

    assert banco.misura(
        facts + table(f"not ({every}) and falso", every).replace("⟦", "")
    ).definizioni
