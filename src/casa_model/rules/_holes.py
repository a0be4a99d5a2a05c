"""What is missing in a rule that is no expression: a part, a sign or a bracket."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Hole(NamedTuple):
    """The character beside which something is missing, and the mend."""

    at: int
    it: str
    en: str


ANY: Final = ("controlla parentesi, virgolette e segni", "check brackets, quotes and signs")
"""The mend where nobody knows what is missing."""

_EMPTY: Final = (
    "è vuota: scrivila, per esempio `isee < soglia_isee`",
    "it is empty: write it, for example `isee < soglia_isee`",
)
_TOKEN: Final = re.compile(
    r"(?P<part>'[^']*'|\"[^\"]*\")"
    r"|(?P<sign>(?:and|or|if|else|in|not[ ]+in)\b|[<>=!]=|[<>*,]|//?)"
    r"|(?P<prefix>not\b|[-+])"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])"
    r"|(?P<name>[\w.]+)",
    re.ASCII,
)
_PAIRS: Final = {"(": ")", "[": "]", "{": "}"}
_LONGEST: Final = 30


def missing(text: str) -> Hole | None:
    """The first thing missing in `text`, which is no expression; None when nobody can tell."""
    if not text.strip():
        return Hole(max(len(text) - 1, 0), *_EMPTY)
    opened: list[re.Match[str]] = []
    before: re.Match[str] | None = None
    whole, end = False, 0  # whether a part ends here
    for token in _TOKEN.finditer(text):
        if text[end : token.start()].strip():
            return None
        end, kind = token.end(), token.lastgroup
        trailing = before is not None and before[0] in "([{,"
        if kind == "close" and not opened:
            return _never_opened(token)
        if kind == "close" and token[0] != _PAIRS[opened[-1][0]]:
            return _never_closed(opened[-1])
        if kind == "close" and not whole and not trailing:
            return _after(before)
        if kind == "sign" and not whole:
            return _before(token)
        if whole and (kind in {"part", "name"} or token[0] == "not"):
            return _unjoined(token)
        if kind == "open":
            opened.append(token)
        elif kind == "close":
            opened.pop()
        whole = kind in {"part", "name", "close"}
        before = token
    if text[end:].strip():
        return None
    if not whole and before is not None and before.lastgroup != "open":
        return _after(before)
    return _never_closed(opened[-1]) if opened else None


def _before(token: re.Match[str]) -> Hole:
    it = "prima di `{0}` manca una parte: scrivila, o togli `{0}`"
    en = "before `{0}` a part is missing: write it, or remove `{0}`"
    return _told(token, it, en)


def _after(token: re.Match[str] | None) -> Hole | None:
    it = "dopo `{0}` manca una parte: scrivila, o togli `{0}`"
    en = "after `{0}` a part is missing: write it, or remove `{0}`"
    return None if token is None else _told(token, it, en)


def _unjoined(token: re.Match[str]) -> Hole:
    it = "prima di `{0}` manca un segno, come `<` o `and`: scrivilo"
    en = "before `{0}` a sign is missing, such as `<` or `and`: write it"
    return _told(token, it, en)


def _never_closed(token: re.Match[str]) -> Hole:
    close = _PAIRS[token[0]]
    it = f"la parentesi `{token[0]}` non si chiude: aggiungi `{close}`"
    return Hole(token.start(), it, f"the bracket `{token[0]}` is not closed: add `{close}`")


def _never_opened(token: re.Match[str]) -> Hole:
    wanted = next(opening for opening, closing in _PAIRS.items() if closing == token[0])
    it = f"la parentesi `{token[0]}` non si apre: aggiungi `{wanted}` prima, o togli `{token[0]}`"
    en = f"the bracket `{token[0]}` is not opened: add `{wanted}` before, or remove `{token[0]}`"
    return Hole(token.start(), it, en)


def _told(token: re.Match[str], it: str, en: str) -> Hole:
    word = " ".join(token[0].split())[:_LONGEST]
    return Hole(token.start(), it.format(word), en.format(word))
