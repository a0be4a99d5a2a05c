"""A rule written in words, as people say it, where the language has a sign."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from casa_model.rules._mend import Mend, without_texts

if TYPE_CHECKING:
    from collections.abc import Container

_EQUAL: Final = "(?:uguale|pari|equal)"
_LESS: Final = "(?:minore|inferiore|meno|less(?: than)?)"
_MORE: Final = "(?:maggiore|superiore|più|greater(?: than)?|more)"
_NOT: Final = "(?:non(?: è| sia)?|not?)"
_BEYOND: Final = "(?:oltre|super[ai]|eccede|ecceda)"
_BETWEEN: Final = "a <= x and x <= b"
_SAID: Final = {
    f"{_LESS} (?:o|or) {_EQUAL}|{_EQUAL} (?:o|or) {_LESS}": "<=",
    f"{_MORE} (?:o|or) {_EQUAL}|{_EQUAL} (?:o|or) {_MORE}": ">=",
    _LESS: "<", f"{_MORE}|{_BEYOND}": ">", "fino|up": "<=",
    "almeno|at least": ">=", "al massimo|at most": "<=", "divers[oa]": "!=",
    "uguale|pari|equals?": "==", "compres[oa] tra|between": _BETWEEN,
}  # fmt: skip
_CONTRARY: Final = {
    "<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==",
    _BETWEEN: f"not ({_BETWEEN})",
}  # fmt: skip
# What is denied comes first: the words alone would be led to the contrary sign.
_COMPARED: Final = {
    **{f"{_NOT} (?:{words})": _CONTRARY[sign] for words, sign in _SAID.items()}, **_SAID,
}  # fmt: skip
_PREPOSITION: Final = "(?: (?:di|del|della|a|al|alla|da|dal|dalla|than|to))?"
_PHRASES: Final = tuple(
    (re.compile(rf"(?i)\b(?:è |sia )?(?P<word>{words}){_PREPOSITION}\b".replace(" ", r"\s+")), sign)
    for words, sign in _COMPARED.items()
)
_NEGATED: Final = re.compile(r"(?i)\b(?P<word>non|not)(?: è)?\s*(?P<sign>[<>]=?|[=!]=)")
_CHOICE: Final = re.compile(
    r"^[\s(]*(?P<first>se|if)\b|\b(?P<then>se|if)\b(?=.*\b(?:allora|then)\b)"
    r"|\b(?P<half>if)\b(?!.*\b(?:else|altrimenti)\b)",
    re.IGNORECASE | re.DOTALL,
)
_DAY: Final = re.compile(
    r"(?<![\w.])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})(?P<s2>[-/.])(?P<m2>\d{1,2})(?P=s2)(?P<y2>(?:19|20)\d\d))(?![\w.])",
    re.ASCII,
)
_A_DAY: Final = date(2024, 9, 1)


def of_phrase(text: str, names: Container[str]) -> Mend | None:
    """The first comparison or choice that `text`, which is no expression, says in words.

    `names` are those declared: they are no words of a phrase.
    """
    plain = without_texts(text)
    for found in _CHOICE.finditer(plain):
        word = next(name for name in ("first", "then", "half") if found[name])
        if found[word] not in names:
            return _written(found[word], found.start(word), "a if c else b")
    negated = _NEGATED.search(plain)
    if negated is not None and negated["word"] not in names:
        return _written(negated[0], negated.start(), _CONTRARY[negated["sign"]])
    for pattern, sign in _PHRASES:
        for found in pattern.finditer(plain):
            if all(each not in names for each in found["word"].split()):
                return _written(" ".join(found[0].split()), found.start(), sign)
    return None


def of_day(text: str) -> Mend | None:
    """The first day that `text` holds outside `data("…")`: it would be a sum, or no number."""
    found = _DAY.search(without_texts(text))
    if found is None:
        return None
    digits = [found[part] or found[f"{part}2"] for part in "ymd"]
    try:
        day = date(*map(int, digits))
    except ValueError:
        day = _A_DAY
    return _written(found[0], found.start(), f'data("{day}")')


def _written(what: str, at: int, how: str) -> Mend:
    return Mend(what, at, f"scrivi `{how}`", f"write `{how}`")
