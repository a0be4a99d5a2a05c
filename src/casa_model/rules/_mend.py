"""What a rule was meant to say, when it is one of the mistakes that people make most."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container


class Mend(NamedTuple):
    """What does not belong to the language, the character where it is, and the mend."""

    what: str
    at: int
    it: str
    en: str


MISSING: Final = (
    "togli il confronto: un fatto che manca lascia la domanda da completare",
    "remove the comparison: a missing fact leaves the application to be completed",
)
"""What is said to whoever asks if a fact is known."""

_STRAIGHT: Final = ("usa le virgolette dritte", "use straight quotes")
_SIGNS: Final = {
    "≥": "`>=`", "≤": "`<=`", "≠": "`!=`", "×": "`*`", "−": "`-`", "–": "`-`",
    "÷": "`a > quota * b`",
}  # fmt: skip
_CHARACTERS: Final = {
    **{sign: (f"scrivi {plain}", f"write {plain}") for sign, plain in _SIGNS.items()},
    **dict.fromkeys("“”„«»‘’", _STRAIGHT),
    ";": ("una regola è una sola espressione: toglilo", "a rule is one expression: remove it"),
    "#": ("scrivi il commento fuori dalle virgolette", "write the comment outside the quotes"),
    "€": ("scrivi solo il numero, meglio un parametro", "write the bare number, or a parameter"),
}
_ASCII: Final = ("usa solo lettere senza accento", "use letters without accents only")

_TEXT: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_COMMA: Final = re.compile(r"(?<![\w.])\d[\d.]*,\d+(?![\w.])", re.ASCII)
_AMOUNT: Final = re.compile(r"(?<![\w.])(?:\d{1,3}(?:\.\d{3})+,\d\d|\d+,0\d+)(?![\w.])", re.ASCII)
_OPERATORS: Final = {
    "=>": ">=", "=<": "<=", "<>": "!=", "===": "==", "&&": "and", "||": "or", "!": "not", "=": "==",
}  # fmt: skip
_WORDS: Final = {
    "and": "and", "e": "and", "ed": "and", "or": "or", "o": "or", "oppure": "or", "not": "not",
    "non": "not", "se": "if", "altrimenti": "else",
}  # fmt: skip
_SIGN: Final = re.compile(r"[<>=!] +=(?!=)|===|=>|=<|<>|&&|\|\||!(?!=)|(?<![<>=!:])=(?!=)")
_WORD: Final = re.compile(r"[A-Za-z]\w*", re.ASCII)
_PERCENT: Final = re.compile(r"(?<![\w.])(?P<number>\d[\d.]*(?P<part>,\d+)?)[ ]?%", re.ASCII)


def of_character(char: str, at: int) -> Mend:
    """The mend of a character that no rule may hold, which stands at `at`."""
    return Mend(char, at, *_CHARACTERS.get(char, _ASCII))


def of_syntax(text: str, names: Container[str]) -> Mend | None:
    """The first thing that a text which is no expression borrows from another language.

    `names` are those declared: they are no operators.
    """
    plain = without_texts(text)
    found = [(sign.start(), sign[0], _meant(sign[0])) for sign in _SIGN.finditer(plain)]
    for word in _WORD.finditer(plain):
        meant = _WORDS.get(word[0].lower())
        if meant not in (None, word[0]) and word[0] not in names:
            found.append((word.start(), word[0], meant))
    if found:
        at, what, meant = min(found)
        return Mend(what, at, f"scrivi `{meant}`", f"write `{meant}`")
    if percent := _PERCENT.search(plain):
        return _of_percent(percent)
    return of_comma(plain, 0)


def _meant(sign: str) -> str:
    """The operator of a sign of another language, or of ours with a blank inside."""
    whole = sign.replace(" ", "")
    return whole if whole != sign else _OPERATORS[sign]


def _of_percent(found: re.Match[str]) -> Mend:
    number = _plain(found["number"])
    rate = f"{Decimal(number).scaleb(-2):f}"
    it = f"scrivi `{rate}` per il {number}%, meglio un parametro"
    return Mend(found[0], found.start(), it, f"write `{rate}` for {number}%, or better a parameter")


def of_amount(text: str) -> Mend | None:
    """A number that only Italian writes so: with thousands, with `,0`, or with a percent sign."""
    plain = without_texts(text)
    percents = (each for each in _PERCENT.finditer(plain) if each["part"])
    if percent := next(percents, None):
        return _of_percent(percent)
    found = _AMOUNT.search(plain)
    return None if found is None else of_comma(found[0], found.start())


def of_comma(text: str, start: int) -> Mend | None:
    """A number with a decimal comma in `text`, which begins at `start` of the rule.

    Two numbers of a list look the same: whoever asks knows that this is no list.
    """
    found = _COMMA.search(text)
    if found is None:
        return None
    plain = _plain(found[0])
    it = f"scrivi il punto per i decimali e nessun segno per le migliaia: `{plain}`, "
    en = f"write a point for decimals and no sign for thousands: `{plain}`, "
    return Mend(
        found[0], start + found.start(), f"{it}meglio un parametro", f"{en}or better a parameter"
    )


def _plain(number: str) -> str:
    """A number as the language writes it; a point before a comma marks the thousands."""
    return number.replace(".", "").replace(",", ".") if "," in number else number


def without_texts(text: str) -> str:
    """The text with what stands in quotes hidden, every other sign still in its place."""
    return _TEXT.sub(lambda found: " " * len(found[0]), text)
