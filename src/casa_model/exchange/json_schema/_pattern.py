"""Regular expressions that mean the same everywhere, and the schemas of a text that they make.

ECMA-262, Python, Java and the engines without look-around disagree about which digits and letters
there are, and about what `$` sees before a line break at the end. Patterns here name every
character, look at nothing around them, and go with the list of the characters that the text may
have at all.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def text(pattern: str, characters: str) -> dict[str, Any]:
    """Keywords that hold for a text which is all of `pattern`, and for whatever is no text.

    `characters` is the inside of a class: those that such a text is made of. A text with any other
    is refused on its own, as `$` also matches before a line break at the end in some languages.
    """
    other = {"type": "string", "pattern": f"[^{characters}]"}
    return {"pattern": f"^(?:{pattern})$", "not": other}


def either(*patterns: str) -> str:
    """One of some patterns."""
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def digit(first: str, last: str) -> str:
    """A digit from one to another."""
    return first if first == last else f"[{first}-{last}]"


def words(some: Iterable[str]) -> str:
    """One of some words of the same length, made of digits and hyphens."""
    rests: dict[str, list[str]] = {}
    for word in some:
        rests.setdefault(word[0], []).append(word[1:])
    firsts: dict[tuple[str, ...], list[str]] = {}
    for first, rest in rests.items():
        firsts.setdefault(tuple(rest), []).append(first)
    return either(
        *(_any_of(signs) + (words(rest) if rest[0] else "") for rest, signs in firsts.items())
    )


def _any_of(signs: list[str]) -> str:
    """One of some single characters, in a class when they are more than one."""
    if len(signs) == 1:
        return signs[0]
    runs = [
        [sign for _, sign in run]
        for _, run in groupby(enumerate(signs), key=lambda at: ord(at[1]) - at[0])
    ]
    short = (run[0] + ("-" if len(run) > 2 else "") + "".join(run[1:][-1:]) for run in runs)  # noqa: PLR2004
    return f"[{''.join(short)}]"
