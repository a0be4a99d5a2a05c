"""The order of texts as in a register: a run of digits counts as a number."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

Natural: TypeAlias = tuple[tuple[tuple[str, int, str], ...], str]
"""What a text is sorted by."""

_PIECE: Final = re.compile(r"([^0-9]*)([0-9]*)")


def natural(text: str) -> Natural:
    """What a text is sorted by: `2023/9` comes before `2023/10`, and two texts are never equal."""
    # Digits by length, then as text: `int` refuses long ones. The text itself parts `07` from `7`.
    numbers = [(letters, digits.lstrip("0")) for letters, digits in _PIECE.findall(text)]
    return tuple([(letters, len(number), number) for letters, number in numbers]), text
