"""The strings of TOML: their four spellings, and where each character of the value stands."""

from __future__ import annotations

import re
from typing import Final

_HEX: Final = "[0-9A-Fa-f]"
# Code points above 10FFFF are left out, so that `unquote` never fails on a string that matched.
_ESCAPE: Final = rf'\\(?:[btnfre"\\]|x{_HEX}{{2}}|u{_HEX}{{4}}|U00(?:0{_HEX}|10){_HEX}{{4}})'
_BASIC: Final = rf'"(?:[^"\\\n]++|{_ESCAPE})*+"'
_LITERAL: Final = r"'[^'\n]*+'"
_LONG_BASIC: Final = rf'"""(?:[^"\\]++|{_ESCAPE}|\\[ \t]*\n|"{{1,2}}(?!"))*+"{{3,5}}'
_LONG_LITERAL: Final = r"'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"

STRING: Final = re.compile(f"{_LONG_BASIC}|{_LONG_LITERAL}|{_BASIC}|{_LITERAL}")
"""Any string, quotes included; possessive, so that a broken one costs linear time."""

KEY: Final = re.compile(f"[A-Za-z0-9_-]+|{_BASIC}|{_LITERAL}")
"""One key: bare or quoted."""

_PIECE: Final = re.compile(r"\\[ \t]*\n[ \t\n]*|\\U.{8}|\\u.{4}|\\x.{2}|\\.|[^\\]", re.DOTALL)
_SIMPLE: Final = {
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    '"': '"',
    "\\": "\\",
}


def unquote(token: str) -> tuple[str, tuple[int, ...]]:
    """The value of a string token, and the offset in the token of each of its characters.

    The offsets have one more item than the value: that of the closing quote.
    """
    long = token.startswith(('"""', "'''"))
    width = 3 if long else 1
    start, end = width, len(token) - width
    if long and token.startswith("\n", start):
        start += 1
    body = token[start:end]
    if token.startswith("'"):
        return body, tuple(range(start, end + 1))
    characters: list[str] = []
    offsets: list[int] = []
    for piece in _PIECE.finditer(body):
        character = _decoded(piece[0])
        characters.append(character)
        offsets.extend([start + piece.start()] * len(character))
    return "".join(characters), (*offsets, end)


def unquote_key(token: str) -> str:
    """The name that a key token spells."""
    return unquote(token)[0] if token.startswith(('"', "'")) else token


def _decoded(piece: str) -> str:
    """The character of one piece of a basic string; none for a line continuation."""
    if len(piece) == 1:
        return piece
    mark, digits = piece[1], piece[2:]
    return chr(int(digits, 16)) if mark in "xuU" else _SIMPLE.get(mark, "")
