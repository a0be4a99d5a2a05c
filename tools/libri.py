"""Write `docs/libri/`: the rule books of the shipped measures and of the example notices.

    python tools/libri.py

`tests/docs/test_libri.py` compares: the pages are made again after every change of the rule files
or of the words of `casa_model.readers.prose`. Read the difference aloud before you commit it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from casa_model.casa import edizione, leggi_avviso
from casa_model.readers.prose import prose

if TYPE_CHECKING:
    from casa_model.errors import Lang

ROOT: Final = Path(__file__).resolve().parents[1]
BOOKS: Final = ROOT / "docs" / "libri"
NOTICES: Final = ROOT / "esempi" / "avvisi"
LANGS: Final[tuple[Lang, ...]] = ("it", "en")
HEAD: Final = {
    "it": "<!-- lang: it -->\n<!-- python tools/libri.py ha scritto questa pagina: non si "
    "corregge a mano. -->\n\n",
    "en": "<!-- python tools/libri.py wrote this page: it is not edited by hand. -->\n\n",
}
INDEX: Final = """\
<!-- python tools/libri.py wrote this page: it is not edited by hand. -->

# Rule books

Every shipped measure and example notice in words, as `casa-model mostra` tells them.

```{{toctree}}
:caption: In italiano
:maxdepth: 1

{it}
```

```{{toctree}}
:caption: In English
:maxdepth: 1

{en}
```
"""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    measures = edizione().misure
    found: dict[str, str] = {}
    for lang in LANGS:
        for codice, misura in measures.items():
            found[f"{codice}.{lang}.md"] = HEAD[lang] + prose(misura, lang=lang).markdown()
        for path in sorted(NOTICES.glob("*.toml")):
            avviso = leggi_avviso(path.read_bytes(), file=path.name).valore
            book = prose(avviso, lang=lang, base=measures[avviso.base])
            found[f"{path.stem}.{lang}.md"] = HEAD[lang] + book.markdown()
    names = {
        lang: "\n".join(name[:-3] for name in found if name.endswith(f".{lang}.md"))
        for lang in LANGS
    }
    found["index.md"] = INDEX.format(**names)
    return found


if __name__ == "__main__":
    BOOKS.mkdir(exist_ok=True)
    written = pages()
    for old in BOOKS.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (BOOKS / name).write_text(text, encoding="utf-8")
