"""Coverage as people read it: on a terminal, as Markdown, as the coloured rule book."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve
from readers.copertura.asked import answered

from casa_model import Caso, Esito, Euro, Fatti, prose
from casa_model.readers.cases import Atteso
from casa_model.readers.copertura import copertura, html_di, markdown_di
from casa_model.readers.copertura import testo_di as as_text
from casa_model.readers.copertura._rapporto import riassunto

if TYPE_CHECKING:
    from casa_model.readers.copertura import Copertura
    from casa_model.rules.misura import Misura

WRONG = Atteso(Esito.AMMESSO)
CASI = [
    Caso("alla-soglia", Fatti({"isee": Euro.parse("1000.00")}), on=date(2024, 3, 1)),
    Caso("sopra-la-soglia", Fatti({"isee": Euro.parse("1000.01")}), on=date(2024, 3, 1)),
    Caso("niente", on=date(2024, 3, 1)),
    Caso("niente-di-nuovo", on=date(2024, 3, 1)),
]


def _some(regola: Misura) -> Copertura:
    return copertura(regola, [*answered(regola, CASI), Caso("senza-giorno")])


def test_the_summary_in_a_line(regola: Misura) -> None:
    """Points covered, missing and impossible."""
    some = _some(regola)
    one = evolve(some, punti=(some.mancanti[0], some.esclusi[0]))

    assert riassunto(some, "it") == (
        "`prova`: copertura 17 % (11 punti su 62); mancano 51; impossibili 3, non contano"
    )
    assert riassunto(some, "en").startswith("`prova`: coverage 17 % (11 points of 62);")
    assert riassunto(one, "it").endswith("(0 punti su 1); manca 1; impossibile 1, non conta")


def test_cases_that_do_not_count_are_told(regola: Misura) -> None:
    """Loudly, in the line that is on the terminal and on the page."""
    unwritten, failing = Caso("vuoto", on=CASI[2].on), Caso("no", atteso=WRONG, on=CASI[2].on)
    both = copertura(regola, [unwritten, failing])

    assert riassunto(both, "it").endswith("; CASI CHE NON CONTANO: 1 da scrivere e 1 fallito")
    assert riassunto(both, "en").endswith("; CASES THAT DO NOT COUNT: 1 to be written and 1 failed")
    assert riassunto(copertura(regola, [failing]), "it").endswith(": 1 fallito")
    twice = copertura(regola, [failing, failing])
    assert riassunto(twice, "it").endswith(": 2 falliti")
    assert "CASI CHE NON CONTANO" in html_di(prose(regola, lang="it"), both)


def test_on_a_terminal(regola: Misura) -> None:
    """Each part with its conditions, a sign for each point, and why one is impossible."""
    lines = as_text(_some(regola), "it").splitlines()

    assert lines[1] == "casi che non si possono provare: `senza-giorno`"
    at = lines.index("requisito `isee`")
    assert lines[at + 1] == (
        "  condizione: vera ✗ manca  falsa ✓  ignota ✓  sotto ✗ manca  pari ✓  sopra ✓"
    )
    assert "    sotto: dimostrato: nessun nucleo può arrivarci" in lines
    assert "  cambia il 2024-01-01: la vigilia ✗ manca  il giorno ✗ manca" in lines


def test_as_markdown(regola: Misura) -> None:
    """A table a part: which cases see each point, the first two by name."""
    text = markdown_di(_some(regola), "it")

    assert "## requisito `isee`\n" in text
    assert "|  | pari ✓ | `alla-soglia` |\n" in text
    assert "|  | ignota ✓ | `niente`, `niente-di-nuovo` |\n" in text
    assert "|  | falsa ✓ | `alla-soglia`, `sopra-la-soglia` |\n" in text
    assert "|  | da completare ✓ | `alla-soglia`, `sopra-la-soglia` e altri 2 |\n" in text
    assert "|  | sotto – impossibile | dimostrato: nessun nucleo può arrivarci |\n" in text


def test_the_coloured_rule_book(regola: Misura) -> None:
    """Each requirement, definition and number with its points; nothing hangs on colour alone."""
    page = html_di(prose(regola, lang="it"), _some(regola))

    assert page.startswith('<!DOCTYPE html>\n<html lang="it">')
    points = re.findall(r'<li class="(\w+)">(.*?)</li>', page)
    assert len(points) == 65
    for name, said in points:
        assert {"coperto": "✓", "manca": "✗ manca", "impossibile": "– impossibile"}[name] in said
    assert page.count("Che cosa provano i casi") == len(re.findall('<div class="punti', page)) == 10
    assert "<script" not in page
    assert "alla-soglia</code>" in page


def test_in_english_and_without_money(regola: Misura) -> None:
    """The page speaks the language of the book."""
    page = html_di(prose(regola, on=date(2024, 3, 1), lang="en"), _some(regola))

    assert "What the cases try" in page
    assert "✗ missing" in page
