"""Check the spelling of every sentence that a person reads, in Italian and in English.

Read are `it` and `en` texts of the rule files (src/casa_model/data, esempi), those of the library
(keywords `it=` and `en=` of any call, `Testo("…", "…")`) and the prose of the Markdown pages.
Skipped are data in backticks, names in braces, words in capitals, numbers, addresses and code
blocks. A page is English; `<!-- lang: it -->` and `<!-- lang: en -->` switch, and *emphasised*
words may be of either language. Words of our trade stand in `parole.it.txt` and `words.en.txt`.

Prints `file:line: lang word` for each unknown word, and exits 1 when there is one.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from spellchecker import SpellChecker

if TYPE_CHECKING:
    from collections.abc import Iterator

Lang = Literal["it", "en"]
HERE = Path(__file__).resolve().parent
LISTS: dict[Lang, Path] = {"it": HERE / "parole.it.txt", "en": HERE / "words.en.txt"}

_TOML_TEXT = re.compile(
    r'\b(?P<lang>it|en)\s*=\s*(?:"""(?P<long>.*?)"""|"(?P<short>(?:[^"\\\n]|\\.)*)"|\'(?P<raw>[^\'\n]*)\')',
    re.DOTALL,
)
_SKIPPED = re.compile(
    r"`[^`]*`|\{[^{}]*\}|https?://\S+|\b[\w-]+\.(?:com|it)\b|<!--.*?-->|</?\w[^>]*>|\S+@\S+",
    re.DOTALL,
)
_LINK = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]")
_FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,}).*?^(?P=mark)[ \t]*$", re.DOTALL | re.MULTILINE)
_SWITCH = re.compile(r"<!-- lang: (it|en) -->")
_EMPHASIS = re.compile(r"\*{1,2}[^*\n]+\*{1,2}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHE = re.compile(r"['’]")
_NEAR_DIGIT = re.compile(r"\w*\d[\w.:/-]*")


class Text(NamedTuple):
    """A sentence for people: where it stands, and the languages that it may be in."""

    path: Path
    line: int
    langs: tuple[Lang, ...]
    words: str


def _lang(name: str) -> Lang:
    return "it" if name == "it" else "en"


def toml_texts(path: Path) -> Iterator[Text]:
    """Yield the `it = "…"` and `en = "…"` of a rule file."""
    source = path.read_text(encoding="utf-8")
    for found in _TOML_TEXT.finditer(source):
        group = found.lastgroup or "short"
        line = source.count("\n", 0, found.start(group)) + 1
        yield Text(path, line, (_lang(found["lang"]),), found[group])


def _python_parts(value: ast.AST) -> Iterator[str]:
    """Yield the literal parts of a text, joined or formatted, but not what it is filled with."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif not isinstance(value, ast.FormattedValue):
        for child in ast.iter_child_nodes(value):
            yield from _python_parts(child)


def python_texts(path: Path) -> Iterator[Text]:
    """Yield the `it=…` and `en=…` of any call, and both words of `Testo("…", "…")`."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        spoken = [(k.arg, k.value) for k in call.keywords if k.arg in {"it", "en"}]
        if isinstance(call.func, ast.Name) and call.func.id == "Testo":
            spoken += zip(("it", "en"), call.args, strict=False)
        for lang, value in spoken:
            whole = "\ufffc".join(part for part in _python_parts(value) if part not in LISTS)
            yield Text(path, value.lineno, (_lang(lang or ""),), whole)


def _blank(found: re.Match[str]) -> str:
    """Return as many line ends as were found, so that lines keep their numbers."""
    return " " + "\n" * found[0].count("\n")


def markdown_texts(path: Path) -> Iterator[Text]:
    """Yield the prose of a page, line by line."""
    source = _FENCE.sub(_blank, path.read_text(encoding="utf-8"))
    lang: Lang = "en"
    for number, line in enumerate(_spans_blanked(source).splitlines(), start=1):
        for piece in re.split(r"(<!-- lang: (?:it|en) -->)", line):
            if switch := _SWITCH.fullmatch(piece):
                lang = _lang(switch[1])
                continue
            for found in _EMPHASIS.finditer(piece):
                yield Text(path, number, ("it", "en"), found[0])
            yield Text(path, number, (lang,), _EMPHASIS.sub(" ", piece))


def _spans_blanked(source: str) -> str:
    """Blank inline code, which may run over a line end."""
    return re.sub(r"`[^`]+`", _blank, source)


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text that a dictionary can know."""
    bare = _NEAR_DIGIT.sub(" ", _LINK.sub("]", _SKIPPED.sub(" ", text)))
    for found in _WORD.finditer(bare.replace("\\n", " ")):
        word = found[0]
        if len(word) > 1 and not word.isupper():
            yield word


class Dictionary:
    """The words of one language and those of our trade."""

    def __init__(self, lang: Lang, ours: Path) -> None:
        """Read the dictionary of `lang` and the list `ours`, one word a line, `#` for a remark."""
        self._spell = SpellChecker(language=lang, distance=1)
        lines = ours.read_text(encoding="utf-8").splitlines()
        self._ours = {word.split("#")[0].strip().casefold() for word in lines} - {""}

    def knows(self, word: str) -> bool:
        """Return whether the word, or each part of it between apostrophes, is known."""
        if self._known(word):
            return True
        parts = _APOSTROPHE.split(word)
        return len(parts) > 1 and all(not p[1:] or p.isupper() or self._known(p) for p in parts)

    def _known(self, word: str) -> bool:
        plain = word.replace("’", "'").casefold()
        return plain in self._ours or plain in self._spell

    def near(self, word: str) -> list[str]:
        """Return up to three words that differ in one letter."""
        return sorted(self._spell.candidates(word) or set[str]())[:3]


def texts(root: Path) -> Iterator[Text]:
    """Yield every sentence for people under `root`."""
    for folder in ("src/casa_model/data", "esempi"):
        for path in sorted((root / folder).rglob("*.toml")):
            yield from toml_texts(path)
    for path in sorted((root / "src").rglob("*.py")):
        yield from python_texts(path)
    # Rule books quote sources as they were found; their words stand in files that are read above.
    books = root / "docs" / "libri"
    pages = [path for path in (root / "docs").rglob("*.md") if path.parent != books]
    for path in sorted([*root.glob("*.md"), *pages]):
        yield from markdown_texts(path)


def main(root: Path) -> int:
    """Check all texts under `root`, print what is unknown, return the exit code."""
    known = {lang: Dictionary(lang, ours) for lang, ours in LISTS.items()}
    checked = unknown = 0
    for text in texts(root):
        for word in words_of(text.words):
            checked += 1
            if any(known[lang].knows(word) for lang in text.langs):
                continue
            unknown += 1
            near = ", ".join(known[text.langs[0]].near(word))
            hint = f" (near: {near})" if near else ""
            print(f"{text.path.relative_to(root)}:{text.line}: {'|'.join(text.langs)} {word}{hint}")
    print(f"spelling: {checked} words, {unknown} unknown")
    return 1 if unknown or not checked else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE.parent))
