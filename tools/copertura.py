"""Write `docs/copertura/`: what the shipped cases cover of each shipped measure.

    python tools/copertura.py

`tests/docs/test_copertura_docs.py` compares: the pages are made again after every change of the
rule files or of the cases.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from casa_model.casa import edizione
from casa_model.exchange.casi import casi_dell_edizione
from casa_model.readers.copertura import copertura, markdown_di

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = ROOT / "docs" / "copertura"
HEAD: Final = (
    "<!-- lang: it -->\n<!-- python tools/copertura.py ha scritto questa pagina: non si corregge a "
    "mano. -->\n\n"
)
INDEX: Final = """\
<!-- lang: it -->
<!-- python tools/copertura.py ha scritto questa pagina: non si corregge a mano. -->

# Copertura delle misure

Che cosa i casi risolti a mano provano di ogni misura, come lo dice `casa-model copertura`.
Come si legge: [](../copertura-dei-casi.md).

```{{toctree}}
:maxdepth: 1

{names}
```
"""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    found = {
        f"{codice}.md": HEAD + markdown_di(copertura(misura, casi_dell_edizione(codice).casi), "it")
        for codice, misura in edizione().misure.items()
    }
    names = "\n".join(name.removesuffix(".md") for name in found)
    return {**found, "index.md": INDEX.format(names=names)}


if __name__ == "__main__":
    PAGES.mkdir(exist_ok=True)
    written = pages()
    for old in PAGES.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (PAGES / name).write_text(text, encoding="utf-8")
