"""How long a fresh process takes to import the package and to load the programme, against limits.

The least of some processes each, because whatever else the machine does only adds to it: while it
is over the limit more are tried, for three minutes, as a shared machine is slow by turns. Limits
are of a machine whose plain loop takes `LOOP_MS`; one that is slower, by the same loop in the same
minutes, has as much more time. From bytecode that is there, as in any application that has run
once. The import is what `python -X importtime` prints for the package, everything that it loads
included. The programme is its first `programma_intero()`, with nothing of it read before; importing
it is not counted.
"""

from __future__ import annotations

import os
import subprocess
import sys
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS: Final = 9
PATIENCE: Final = 180.0
"""Seconds for which more processes are tried, while the least is over the limit."""
LOOP_MS: Final = 60.0
"""Milliseconds of the loop on the machine of the limits, when it is quiet."""
NO_BYTECODE: Final = "PYTHONDONTWRITEBYTECODE"
LOADING: Final = """
from time import perf_counter
from casa_model.casa import programma_intero
before = perf_counter()
programma_intero()
print(perf_counter() - before)
"""
LOOP: Final = """
from time import perf_counter
before = perf_counter()
made = {str(number): number for number in range(100_000)}
print(perf_counter() - before)
"""


def _python(*args: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    command = [sys.executable, *args]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=env)  # noqa: S603 - ours


def importing() -> float:
    """Milliseconds of one import in a fresh process."""
    last = _python("-X", "importtime", "-c", "import casa_model").stderr.rstrip().splitlines()[-1]
    _, cumulative, name = last.split("|")
    if name.strip() != "casa_model":
        message = f"the last line is not that of casa_model: {last}"
        raise SystemExit(message)
    return int(cumulative) / 1000


def loading() -> float:
    """Milliseconds of the first `programma_intero()` of a fresh process."""
    return float(_python("-c", LOADING).stdout) * 1000


def looping() -> float:
    """Milliseconds of the loop in a fresh process."""
    return float(_python("-c", LOOP).stdout) * 1000


def held(what: str, measured: Callable[[], float], limit_ms: int) -> bool:
    """Print the least; whether it is within the limit. The first one compiles, and is not one."""
    measured()
    end = monotonic() + PATIENCE
    runs, least, loop = 0, inf, inf
    while runs < RUNS or (least > _scaled(limit_ms, loop) and monotonic() < end):
        runs, least, loop = runs + 1, min(least, measured()), min(loop, looping())
    limit = _scaled(limit_ms, loop)
    print(
        f"{what}: {least:.0f} ms, the least of {runs}; at most {limit:.0f} "
        f"({limit_ms} where the loop takes {LOOP_MS:.0f} ms; here {loop:.0f})"
    )
    return least <= limit


def _scaled(limit_ms: int, loop: float) -> float:
    return limit_ms * max(1.0, loop / LOOP_MS)


def main() -> int:
    """Take both; 1 when one is over its limit."""
    figures = [
        held("import casa_model", importing, 120),
        held("programma_intero()", loading, 50),
    ]
    return int(not all(figures))


if __name__ == "__main__":
    raise SystemExit(main())
