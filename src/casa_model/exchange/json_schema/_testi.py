"""What a reference and a protocol number may be: the rules of `Domanda`, in patterns."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from casa_model.exchange._riferimento import SEGNI
from casa_model.nuclei.domanda import CODICE_FISCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BLANKS: Final = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""Every blank that `str.strip` takes away."""

_CLASS: Final = re.compile(r"\[([A-Z0-9-]*)\]")
_EDGE: Final = "[^A-Za-z0-9]"
_ASTRAL: Final = 0x10000


def riferimento() -> dict[str, Any]:
    """A reference: readable, no blank around it, no formula, no name and no tax code."""
    signs = SEGNI.replace("-", r"\-")
    refused = (_tax_code(), _name(), f"[{_unreadable()}]")
    return {
        "type": "string",
        "pattern": f"^[^ {signs}](?:.*[^ ])?$",
        "allOf": [{"not": {"pattern": pattern}} for pattern in refused],
    }


def protocollo() -> dict[str, Any]:
    """A protocol number: not blank, and no tax code; null when it is not known."""
    return {
        "type": ["string", "null"],
        "pattern": f"[^{BLANKS}]",
        "not": {"type": "string", "pattern": _tax_code()},
    }


def _tax_code() -> str:
    """The form of a tax code in either case, between signs that are no letter and no digit."""

    def both_cases(found: re.Match[str]) -> str:
        return f"[{found[1]}{re.sub('[0-9]-[0-9]', '', found[1]).lower()}]"

    return f"(?:^|{_EDGE}){_CLASS.sub(both_cases, CODICE_FISCALE)}(?:{_EDGE}|$)"


def _name() -> str:
    """Two words of letters or more, cut as `sembra_nome` does, in a text that can be read."""
    letters = _letters()
    return rf"^(?:(?:.*[ ,;])?[{letters}][{letters}'’.\-]*(?:[ ,;]|$)){{2}}"


@cache
def _letters() -> str:
    # What cannot be read is refused on its own: to look past it halves the number of runs.
    return _class(lambda sign: sign.isalnum() and not sign.isdecimal(), past=_no_sign)


@cache
def _unreadable() -> str:
    return _class(_no_sign, past=lambda _: False)


def _no_sign(sign: str) -> bool:
    return not sign.isprintable()


def _class(belongs: Callable[[str], bool], *, past: Callable[[str], bool]) -> str:
    """The inside of a class, in runs; a run goes past signs that do not matter."""
    return "".join(
        _sign(first) if first == last else f"{_sign(first)}-{_sign(last)}"
        for first, last in _runs(belongs, past)
    )


def _runs(belongs: Callable[[str], bool], past: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for point in range(sys.maxunicode + 1):
        sign = chr(point)
        if belongs(sign):
            first, last = (point if first < 0 else first), point
        elif first >= 0 and not past(sign):
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _sign(point: int) -> str:
    """A sign as every engine reads it: escapes beyond U+FFFF are spelt in as many ways."""
    if chr(point).isascii() and chr(point).isalnum():
        return chr(point)
    return chr(point) if point >= _ASTRAL else f"\\u{point:04x}"
