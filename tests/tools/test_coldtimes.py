"""Limits of cold times grow with a slow machine, and hold on a quick one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools import coldtimes

if TYPE_CHECKING:
    from collections.abc import Callable


def _taken(*times: float) -> Callable[[], float]:
    """Something that takes each time in turn, then the last for ever."""
    left = list(times)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:
    """Whether something that takes these times is held to 50 ms, where the loop takes `loop`."""

    def ask(*times: float, loop: float = coldtimes.LOOP_MS) -> bool:
        monkeypatch.setattr(coldtimes, "PATIENCE", 0.0)
        monkeypatch.setattr(coldtimes, "looping", lambda: loop)
        return coldtimes.held("x", _taken(*times), 50)

    return ask


@pytest.mark.parametrize(
    ("times", "loop", "within"),
    [
        ((900, 50), 60.0, True),  # the first one compiles
        ((900, 51), 60.0, False),
        ((900, 51, 49, 51), 60.0, True),  # the least
        ((900, 99), 120.0, True),
        ((900, 101), 120.0, False),
        ((900, 51), 30.0, False),  # a quick machine has no less time
    ],
)
def test_within_the_limit(
    held: Callable[..., bool], times: tuple[float, ...], loop: float, *, within: bool
) -> None:
    """By the least of some, and as slow as the machine is."""
    assert held(*times, loop=loop) is within


def test_the_figure_is_printed(
    held: Callable[..., bool], capsys: pytest.CaptureFixture[str]
) -> None:
    """With the limit that it was held to, and of which machine it is."""
    assert held(900.0, 40.0, loop=90.0)
    told = "x: 40 ms, the least of 9; at most 75 (50 where the loop takes 60 ms; here 90)\n"
    assert capsys.readouterr().out == told
