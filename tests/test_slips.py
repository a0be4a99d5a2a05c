"""The slips of who calls the library from Python: one root of errors, and the mend last."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import casa_model as cm
from casa_model.errors import CasaError

ROOT = Path(__file__).parents[1]
AVVISO: Any = cm.leggi_avviso((ROOT / "esempi/avvisi/tradate-2023.toml").read_bytes()).valore
LETTA: Any = cm.leggi_avviso((ROOT / "esempi/avvisi/tradate-2023.toml").read_bytes())
ON = date(2024, 9, 2)
MISURA = cm.edizione().misure["crs-difficolta"]
OTHER = cm.edizione().misure["energia-l1"]
FATTI = cm.Fatti({"isee": cm.Euro(100)})
WRONG: Any = {"isee": cm.Euro(100)}
NONE: Any = None

SLIPS: dict[str, tuple[Any, str]] = {
    "a notice for its measure": (lambda: cm.evaluate(AVVISO, FATTI, on=ON), "pass `avviso.misura`"),
    "what was read for its measure": (lambda: cm.compiled(LETTA, on=ON), "pass `avviso.misura`"),
    "a notice to needs": (lambda: cm.needs(AVVISO, on=ON), "pass `avviso.misura`"),
    "a notice to an interview": (lambda: cm.Interview(AVVISO, on=ON), "pass `avviso.misura`"),
    "a dict for facts": (lambda: cm.evaluate(MISURA, WRONG, on=ON), "pass `Fatti({…})`"),
    "a dict for fast facts": (lambda: cm.compiled(MISURA, on=ON).verdict(WRONG), "`Fatti({…})`"),
    "no facts at all": (lambda: cm.Fatti(NONE), "facts are names with their values"),
    "names that are no texts": (lambda: cm.Fatti({1: Decimal(1)}), "names with their values"),
    "a fact that is None": (lambda: cm.Fatti({"isee": NONE}), "remove its name"),
    "one member for a list": (lambda: cm.Fatti({}, {"eta": 1}), "`[{…}, {…}]`"),
    "a member that is None": (lambda: cm.Fatti({}, [NONE]), "names with their values"),
    "one application for a list": (
        lambda: cm.decidi(AVVISO, cm.Domanda("a")), "pass `lette.domande`",
    ),
    "facts for applications": (lambda: cm.decidi(AVVISO, [FATTI]), "pass `lette.domande`"),
    "the verdict of another measure": (
        lambda: cm.bits_of(cm.evaluate(MISURA, FATTI, on=ON), OTHER), "pass that one",
    ),
    "a text for a day": (lambda: cm.law_digest(MISURA, on="2024"), "is not a day"),  # type: ignore[arg-type]
    "another language": (
        lambda: cm.explain(MISURA, FATTI, cm.evaluate(MISURA, FATTI, on=ON), lang="fr"),  # type: ignore[arg-type]
        "write `it` or `en`",
    ),
    "a book in another language": (lambda: cm.prose(MISURA, lang="xx"), "write `it` or `en`"),  # type: ignore[arg-type]
    "a text in another language": (
        lambda: cm.Testo(it="a", en="b").render("fr"),  # type: ignore[arg-type]
        "write `it` or `en`",
    ),
    "outcomes in another language": (
        lambda: cm.esiti_csv(cm.decidi(AVVISO, []), lang="fr"),  # type: ignore[arg-type]
        "write `it` or `en`",
    ),
    "another way of decimals": (
        lambda: cm.leggi_domande(b"riferimento\n", AVVISO, file="x", decimali="en"),  # type: ignore[arg-type]
        "pass `it`",
    ),
    "a code for the rules of cases": (
        lambda: cm.leggi_casi("", "crs-difficolta", file="x"),  # type: ignore[arg-type]
        "pass `leggi_avviso(…).valore`",
    ),
    "another way of decimals in cases": (
        lambda: cm.leggi_casi("", MISURA, file="x.csv", decimali="en"),  # type: ignore[arg-type]
        "pass `it`",
    ),
    "a code to try": (lambda: cm.prova("crs", []), "pass `leggi_avviso(…).valore`"),  # type: ignore[arg-type]
    "one case for a list": (
        lambda: cm.prova(MISURA, cm.Caso("a")),  # type: ignore[arg-type]
        "pass for example `leggi_casi",
    ),
    "what was read, as JSON": (lambda: cm.to_json(LETTA), "write what is in it"),
    "a function, as JSON": (lambda: cm.to_json(cm.compiled(MISURA, on=ON)), "write what is in it"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_mend(slip: str) -> None:
    """In both languages, and never as an error of Python's own."""
    call, mend = SLIPS[slip]
    with pytest.raises(CasaError) as caught:
        call()

    assert mend in str(caught.value)
    assert caught.value.testo("it") != str(caught.value)
