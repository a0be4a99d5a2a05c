"""The pattern of a decimal number between two bounds, exact to the last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.exchange.json_schema._pattern import digit, either

if TYPE_CHECKING:
    from collections.abc import Iterator

CARATTERI = "-.0-9"
"""What the text of a number is made of, as the inside of a class."""


def numero(lo: int, hi: int, scale: int, *, intero: bool) -> str:
    """The texts of the numbers from `lo` to `hi`, whole numbers at `scale` decimals.

    With `intero` all the decimals are written, as money has them; without, those that are zeros
    at the end need not be. No sign but a minus, no zero in front; `-0` is zero.
    """
    above = (max(0, lo), hi) if hi >= 0 else None
    below = (max(0, -hi), -lo) if lo <= 0 else None
    if above == below and above is not None:
        return f"-?{_all(*above, scale, intero=intero)}"
    signs = (("", above), ("-", below))
    return either(*(s + _all(*span, scale, intero=intero) for s, span in signs if span is not None))


def _all(lo: int, hi: int, scale: int, *, intero: bool) -> str:
    return either(*_magnitudes(lo, hi, scale, intero=intero))


def _magnitudes(lo: int, hi: int, scale: int, *, intero: bool) -> Iterator[str]:
    """Numbers without a sign: those of the first whole part, of the last, and all between."""
    size: int = 10**scale
    first, least = divmod(lo, size)
    last, most = divmod(hi, size)
    if first == last:
        yield str(first) + _decimals(least, most, scale, intero=intero)
        return
    if least:
        yield str(first) + _decimals(least, size - 1, scale, intero=intero)
        first += 1
    if most < size - 1:
        yield str(last) + _decimals(0, most, scale, intero=intero)
        last -= 1
    if first <= last:
        yield _whole(first, last) + _decimals(0, size - 1, scale, intero=intero)


def _decimals(lo: int, hi: int, scale: int, *, intero: bool) -> str:
    if not scale:
        return ""
    some = rf"\.{_digits(f'{lo:0{scale}}', f'{hi:0{scale}}', short=not intero)}"
    return some if intero or lo else f"(?:{some})?"


def _whole(lo: int, hi: int) -> str:
    """Whole numbers between two, by how many digits they have."""
    found: list[str] = []
    full: list[int] = []
    for length in range(len(str(lo)), len(str(hi)) + 1):
        least = 0 if length == 1 else 10 ** (length - 1)
        most = 10**length - 1
        if length > 1 and lo <= least and most <= hi:
            full.append(length - 1)
        else:
            found.append(_digits(str(max(lo, least)), str(min(hi, most)), short=False))
    if full:
        found.append(f"[1-9]{_any(full[0], full[-1])}")
    return either(*found)


def _digits(lo: str, hi: str, *, short: bool) -> str:
    """As many digits as `lo` and `hi` have, between them; with `short`, less zeros at the end."""
    found: list[tuple[str, str, str]] = []
    for first in map(str, range(int(lo[0]), int(hi[0]) + 1)):
        least = lo[1:] if first == lo[0] else "0" * len(lo[1:])
        most = hi[1:] if first == hi[0] else "9" * len(hi[1:])
        rest = _rest(least, most, short=short)
        if found and found[-1][2] == rest:
            found[-1] = (found[-1][0], first, rest)
        else:
            found.append((first, first, rest))
    return either(*(digit(first, last) + rest for first, last, rest in found))


def _rest(lo: str, hi: str, *, short: bool) -> str:
    if not lo:
        return ""
    zeros = not int(lo)
    if zeros and hi == "9" * len(hi):
        return _any(0 if short else len(lo), len(lo))
    some = _digits(lo, hi, short=short)
    return f"(?:{some})?" if short and zeros else some


def _any(least: int, most: int) -> str:
    """So many digits of any kind."""
    if least == most:
        return "[0-9]" if most == 1 else f"[0-9]{{{most}}}"
    return "[0-9]?" if (least, most) == (0, 1) else f"[0-9]{{{least},{most}}}"
