"""On any TOML text, the scanner and `tomllib` tell of the same values."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import InvalidFile
from casa_model.values.toml import Document, KeyPath, TomlFloat, read_toml
from casa_model.values.toml._strings import KEY, STRING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from casa_model.values.toml._marks import Mark

NAMES = ["a", "b", "c-1", "_", "7", "", "è", "a.b", "#", 'q"', "it's", "d", "e", "f", "g"]
CHARACTERS = ["a", "Z", " ", "0", "è", "€", "😀", "#", "=", "[", "}", ",", "\t", "\u2028", "\xa0"]
ESCAPES = [r"\n", r"\t", r"\"", "\\\\", r"\u00e8", r"\U0001F600", r"\b", r"\f", r"\r"]
BREAKS = ["\n", "\\\n", "\\ \t\n\n  ", '"', "'", '""', "''"]
NUMBERS = ["0", "-17", "+1_000", "0xFf", "0b101", "1.5", "-1e3", "inf", "+nan", "true", "false"]
DATES = ["1979-05-27", "1979-05-27 07:32:00", "1979-05-27T07:32:00.5Z", "07:32:00"]
BLANK = ["", " ", "\t "]


class Writer:
    """Writes a random TOML text: every spelling of keys, values and tables."""

    def __init__(self, rnd: random.Random) -> None:
        """Start with no line."""
        self.rnd = rnd
        self.lines: list[str] = []

    def gap(self) -> str:
        """Space, or none."""
        return self.rnd.choice(BLANK)

    def wide_gap(self) -> str:
        """Space, or a new line and a comment, as arrays allow."""
        return self.rnd.choice([*BLANK, "\n", " # [x] = '\n\t"])

    def string(self) -> str:
        """A string of any of the four kinds."""
        kind = self.rnd.choice(['"', "'", '"""', "'''"])
        pieces = CHARACTERS + (ESCAPES if kind[0] == '"' else ["\\"])
        pieces = pieces + (BREAKS if len(kind) == 3 else [])
        if kind == "'''":
            pieces = [piece for piece in pieces if "'" not in piece or len(piece) < 2]
        body = "".join(self.rnd.choices(pieces, k=self.rnd.randrange(8)))
        if len(kind) == 3:
            body = self.rnd.choice(["", "\n"]) + body.replace(kind[0] * 3, kind[0])
            body = re.sub(re.escape(kind[0]) + "{2,}", kind[0], body) + self.rnd.choice(
                ["", kind[0], kind[0] * 2] if not body.endswith(kind[0]) else [""]
            )
        return kind + body + kind

    def key(self, name: str) -> str:
        """A name, bare or quoted."""
        bare = re.fullmatch(r"[A-Za-z0-9_-]+", name)
        spellings = ['"' + name.replace('"', r"\"") + '"']
        spellings += [name] * 3 if bare else []
        spellings += [f"'{name}'"] if "'" not in name else []
        return self.rnd.choice(spellings)

    def dotted(self, names: list[str]) -> str:
        """Names joined by dots."""
        return f"{self.gap()}.{self.gap()}".join(map(self.key, names))

    def names(self) -> list[str]:
        """A few names, each once."""
        return self.rnd.sample(NAMES, self.rnd.randrange(4))

    def value(self, depth: int) -> str:
        """A value of any kind."""
        kind = self.rnd.choice(["string", "string", "plain", "array", "inline"])
        if depth > 2 or kind == "plain":
            return self.rnd.choice(NUMBERS + DATES)
        if kind == "string":
            return self.string()
        if kind == "inline":
            pairs = [self.inline_pair(name, depth) for name in self.names()]
            return "{" + self.gap() + f"{self.gap()},{self.gap()}".join(pairs) + self.gap() + "}"
        items = [self.value(depth + 1) for _ in range(self.rnd.randrange(4))]
        comma = self.rnd.choice(["", ","]) if items else ""
        body = "".join(f"{item}{self.wide_gap()},{self.wide_gap()}" for item in items[:-1])
        return f"[{self.wide_gap()}{body}{''.join(items[-1:])}{self.wide_gap()}{comma}{self.gap()}]"

    def inline_pair(self, name: str, depth: int) -> str:
        """A pair of an inline table."""
        names = [name, *self.rnd.sample(NAMES, self.rnd.choice([0, 0, 1]))]
        return f"{self.dotted(names)}{self.gap()}={self.gap()}{self.value(depth + 1)}"

    def pairs(self, names: list[str]) -> None:
        """Write a line, or two that share a dotted table, for each name."""
        for name in names:
            inner = self.rnd.sample(NAMES, self.rnd.choice([0, 0, 1, 2]))
            for last in [["x"], ["y"]] if inner else [[]]:
                keys = self.dotted([name, *inner, *last])
                tail = self.rnd.choice(["", " # c'è \"", "\t", "\n"])
                value = self.value(0)
                self.lines.append(f"{self.gap()}{keys}{self.gap()}={self.gap()}{value}{tail}")

    def table(self, path: list[str], depth: int) -> None:
        """Write the content of the table at the path: pairs, then tables under headers."""
        names = self.rnd.sample(NAMES, self.rnd.randrange(7))
        tables = names[:2] if depth < 3 else []
        if path and self.rnd.random() < 0.2:
            tables = []
        late = bool(path) and bool(tables) and self.rnd.random() < 0.3
        if path and not late:
            self.header(path, "[", "]")
        if not late:
            self.pairs(names[2:])
        for name in tables:
            self.child([*path, name], depth)
        if late:
            self.header(path, "[", "]")
            self.pairs(names[2:])

    def child(self, path: list[str], depth: int) -> None:
        """Write a table or an array of tables."""
        if self.rnd.random() < 0.6:
            self.table(path, depth + 1)
            return
        for _ in range(self.rnd.randrange(1, 4)):
            self.header(path, "[[", "]]")
            names = self.rnd.sample(NAMES, self.rnd.randrange(4))
            self.pairs(names[1:])
            for name in names[:1] if depth < 3 else []:
                self.child([*path, name], depth + 1)

    def header(self, path: list[str], opening: str, closing: str) -> None:
        """Write a header."""
        keys = self.dotted(path)
        self.lines.append(f"{self.gap()}{opening}{self.gap()}{keys}{self.gap()}{closing}")


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    """Draw a TOML text, with the line ends of Unix or of Windows."""
    writer = Writer(draw(st.randoms(use_true_random=False)))
    writer.table([], 0)
    return draw(st.sampled_from(["\n", "\r\n"])).join("\n".join(writer.lines).split("\n"))


def _paths(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _paths(child, (*path, key))
    if isinstance(value, list):
        for index, child in enumerate(value):
            yield from _paths(child, (*path, index))


def _marks(mark: Mark, path: KeyPath = ()) -> Iterator[KeyPath]:
    yield path
    for step, child in mark.children.items():
        yield from _marks(child, (*path, step))


def _from(text: str, document: Document, path: KeyPath, *, key: bool = False) -> str:
    """The rest of the text from the place of the value, or of the key, at the path."""
    place = document.key_place(path) if key else document.place(path)
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])


def _token(rest: str) -> str:
    found = STRING.match(rest) or re.match(r"(\d{4}-\d\d-\d\d \d[^\s,\]}#]*|[^\s,\]}#]+)", rest)
    return found[0] if found else ""


@given(toml_texts())
def test_the_scanner_finds_the_paths_of_tomllib(text: str) -> None:
    """No value is without a place, and no place without a value."""
    document = read_toml(text, "f")
    expected = {path for path, _ in _paths(tomllib.loads(text))}

    assert set(_marks(document._root)) == expected


@given(toml_texts())
def test_what_stands_at_a_place_is_the_value(text: str) -> None:
    """Read again alone, the text at the place of a value gives that value."""
    document = read_toml(text, "f")

    for path, value in _paths(document.data):
        rest = _from(text, document, path)
        if isinstance(value, dict | list):
            assert not path or rest[0] in "[{" or rest == _from(text, document, path, key=True)
        else:
            again = tomllib.loads(f"x = {_token(rest)}", parse_float=TomlFloat)["x"]

            assert (again, type(again)) == (value, type(value))


@given(toml_texts())
def test_what_stands_at_the_place_of_a_key_is_the_key(text: str) -> None:
    """For a table of an array, the name in its header."""
    document = read_toml(text, "f")

    for path, _ in _paths(document.data):
        place = document.key_place(path)
        name = next((step for step in reversed(path) if isinstance(step, str)), None)
        if path and (isinstance(path[-1], str) or place != document.place(path)):
            found = KEY.match(_from(text, document, path, key=True))

            assert found is not None
            assert tomllib.loads(f"{found[0]} = 1") == {name: 1}


@given(toml_texts())
def test_every_character_of_a_string_stands_where_the_document_says(text: str) -> None:
    """A character that is not escaped is written at its place."""
    document = read_toml(text, "f")
    lines = text.replace("\r\n", "\n").split("\n")

    for path, value in _paths(document.data):
        for offset, character in enumerate(value if type(value) is str else ""):
            place = document.inside(path, offset)
            written = (lines[place.line - 1] + "\n")[place.column - 1]

            assert written in (character, "\\")


PIECES = [*"ab1.-=[]{},#\"'\\ \t\n\r", "é", '"""', "'''", "[[", "]]", "a = ", "[a]\n", "a.b"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_text_is_read_or_refused_with_its_place(pieces: list[str]) -> None:
    """`tomllib` decides which, and nothing else is ever raised."""
    text = "".join(pieces)
    try:
        expected = tomllib.loads(text, parse_float=TomlFloat)
    except tomllib.TOMLDecodeError:
        with pytest.raises(InvalidFile, match=r"^f:[0-9]+:[0-9]+: [a-z-]+: "):
            read_toml(text, "f")
        return
    document = read_toml(text, "f")

    assert document.data == expected
    assert set(_marks(document._root)) == {path for path, _ in _paths(expected)}
