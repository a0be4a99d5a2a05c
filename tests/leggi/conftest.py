"""A bench on which small rule files are read, broken ones with marks where a fault is expected."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import InvalidFile
from casa_model.readers.evaluate import evaluate
from casa_model.rules.facts import Fatti
from casa_model.rules.leggi import leggi_avviso, leggi_fatti, leggi_misura, leggi_norme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from casa_model.errors import Fault
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Value
    from casa_model.rules.leggi import Letta
    from casa_model.rules.misura import Misura

CONTEXT = Path(__file__).parents[1] / "broken" / "contesto"
MARK = "⟦"

HEADS = {
    "misura": """formato = 1
[misura]
codice = "crs-prova"
titolo = { it = "Contributo di prova", en = "Trial contribution" }
norma = "rr-11-2019, art. 5"
grado = "atto"
usa = ["rr-11-2019"]
vigenza = { dal = 2019-10-14 }
""",
    "avviso": """formato = 1
[avviso]
codice = "tradate-2024"
titolo = { it = "Avviso 2024", en = "Notice 2024" }
ente = "Comune di Tradate"
misura = "crs-difficolta"
fonte = "pagina del Comune"
grado = "secondaria"
pubblicazione = 2024-10-27
""",
    "norme": """formato = 1
[norme]
codice = "rr-99-2020"
titolo = { it = "Atto di prova", en = "Trial act" }
""",
    "fatti": "formato = 1\n",
}


class Banco:
    """Reads files over the dictionary, the shared numbers and the measure of the broken files."""

    def __init__(self) -> None:
        """Read the context of the broken files once."""
        self.fatti = leggi_fatti((CONTEXT / "fatti.toml").read_bytes(), file="fatti.toml")
        norme = leggi_norme(
            (CONTEXT / "norme.toml").read_bytes(), file="norme.toml", fatti=self.fatti
        )
        self.norme = {norme.codice: norme}
        self.base = self._misura((CONTEXT / "misura.toml").read_text("utf-8")).valore

    def _misura(self, text: str) -> Letta[Misura]:
        return leggi_misura(text, file="misura.toml", fatti=self.fatti, norme=self.norme)

    def misura(self, body: str = "") -> Misura:
        """A measure: the usual head, then `body`."""
        return self._misura(HEADS["misura"] + body).valore

    def avviso(self, body: str = "", base: Misura | None = None, head: str = "") -> Avviso:
        """A notice over `base`; `head` lines belong to its `[avviso]`."""
        return self._avviso(HEADS["avviso"] + head + body, base).valore

    def _avviso(self, text: str, base: Misura | None) -> Letta[Avviso]:
        misura = self.base if base is None else base
        return leggi_avviso(text, file="avviso.toml", misure={"crs-difficolta": misura})

    def advice(self, body: str) -> list[str]:
        """The codes of the advice about a measure."""
        return [fault.code for fault in self._misura(HEADS["misura"] + body).rilievi]

    def notice_advice(
        self, body: str, base: Misura | None = None, head: str = ""
    ) -> tuple[Fault, ...]:
        """The advice about a notice over `base`."""
        return self._avviso(HEADS["avviso"] + head + body, base).rilievi

    def faults(
        self, kind: str, body: str, *, whole: bool = False, base: Misura | None = None
    ) -> tuple[Fault, ...]:
        """The faults of a file: the usual head (unless `whole`), then `body`, marks removed."""
        text = body if whole else HEADS[kind] + body
        readers: dict[str, Callable[[str], object]] = {
            "misura": self._misura,
            "avviso": lambda text: self._avviso(text, base),
            "norme": lambda text: leggi_norme(text, file="f", fatti=self.fatti),
            "fatti": lambda text: leggi_fatti(text, file="f"),
        }
        with pytest.raises(InvalidFile) as caught:
            readers[kind](text.replace(MARK, ""))
        return caught.value.faults

    def told(
        self, kind: str, body: str, *, whole: bool = False, base: Misura | None = None
    ) -> list[str]:
        """The codes told, in order of place, each at a mark of `body`; else with its place.

        A mark at which nothing is told gives `nothing`, with its place.
        """
        text = body if whole else HEADS[kind] + body
        marks = _marks(text)
        found = [
            (f.place.line, f.place.column, f.code)
            for f in self.faults(kind, body, whole=whole, base=base)
        ]
        told = [
            code if (line, column) in marks else f"{code}@{line}:{column}"
            for line, column, code in found
        ]
        hit = {(line, column) for line, column, _ in found}
        return told + [
            f"nothing@{line}:{column}" for line, column in marks if (line, column) not in hit
        ]


def _marks(text: str) -> list[tuple[int, int]]:
    marks = []
    for number, line in enumerate(text.split("\n"), start=1):
        parts = line.split(MARK)
        column = 1
        for part in parts[:-1]:
            column += len(part)
            marks.append((number, column))
    return marks


@pytest.fixture(scope="session")
def banco() -> Banco:
    """The bench; what is read on it never changes."""
    return Banco()


@pytest.fixture(scope="session")
def decide() -> Callable[..., Verdict]:
    """The verdict of a notice about a household, on the only day on which it answers."""

    def decide(
        avviso: Avviso,
        membri: tuple[Mapping[str, Value], ...] | None = None,
        /,
        **valori: Value,
    ) -> Verdict:
        fixed = avviso.misura.calendario
        on = date.min if fixed is None else fixed.giorno_norma
        return evaluate(avviso.misura, Fatti(valori, membri), on=on)

    return decide
