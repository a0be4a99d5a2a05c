"""How much processor `changes` takes for each application of the example notices.

``python -m tools.cambiamenti``. Each application that no door refuses is asked twice, and the
second time counts: by then the rule has been read.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from casa_model.casa import decidi, edizione, leggi_avviso
from casa_model.exchange import leggi_domande
from casa_model.readers.changes import changes
from casa_model.rules.porta import TESTI

if TYPE_CHECKING:
    from collections.abc import Iterator

ESEMPI = Path(__file__).parent.parent / "esempi"
PLAIN = ("brusaporto-2023", "alloggi-immaginario-2025")
"""The notices whose applications are written with a decimal point."""


def times(avviso: Path) -> Iterator[float]:
    """The seconds of processor for each application of a notice of the examples, in their order."""
    name = avviso.stem
    read = leggi_avviso(avviso.read_bytes(), file=avviso.name, misure=edizione().misure).valore
    files = [ESEMPI / "domande" / f"{name}-sintetiche{part}.csv" for part in ("", "-membri")]
    rows, members = (path.read_bytes() if path.exists() else None for path in files)
    lette = leggi_domande(
        rows or b"",
        read,
        file=files[0].name,
        decimali="plain" if name in PLAIN else "it",
        membri=members,
        file_membri=files[1].name,
    )
    for esito in decidi(read, lette.domande).esiti:
        if any(f.codice in TESTI and f.esito is False for f in esito.verdict.findings):
            continue
        changes(read.misura, esito.fatti, on=esito.verdict.on)
        start = time.process_time()
        changes(read.misura, esito.fatti, on=esito.verdict.on)
        yield time.process_time() - start


def main() -> None:
    """A line for each notice, and one for all of them."""
    every: list[float] = []
    for avviso in sorted((ESEMPI / "avvisi").glob("*.toml")):
        found = list(times(avviso))
        every += found
        sys.stdout.write(f"{avviso.stem}: {_told(found)}\n")
    sys.stdout.write(f"all: {_told(every)}\n")


def _told(found: list[float]) -> str:
    middle, most = median(found) * 1000, max(found) * 1000
    return f"{len(found)} applications, median {middle:.1f} ms, at most {most:.1f} ms"


if __name__ == "__main__":
    main()
