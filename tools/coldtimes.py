"""How long a fresh process takes to import the package and to load the programme, against limits.

The least of some processes each, because whatever else the machine does only adds to it: while it
is over the limit more are tried, for a minute, since a shared machine is slow by turns. From
bytecode that is there, as in any application that has run once. The import is what
`python -X importtime` prints for the package, everything that it loads included. The programme is
its first `programma_intero()`, with nothing of it read before; importing it is not counted.
"""

from __future__ import annotations

import os
import subprocess
import sys
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS: Final = 9
PATIENCE: Final = 60.0
"""Seconds for which more processes are tried, while the least is over the limit."""
NO_BYTECODE: Final = "PYTHONDONTWRITEBYTECODE"
LOADING: Final = """
from time import perf_counter
from casa_model.casa import programma_intero
before = perf_counter()
programma_intero()
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


def held(what: str, measured: Callable[[], float], limit_ms: int) -> bool:
    """Print the least; whether it is within the limit. The first one compiles, and is not one."""
    measured()
    end = monotonic() + PATIENCE
    runs, least = RUNS, min(measured() for _ in range(RUNS))
    while least > limit_ms and monotonic() < end:
        runs, least = runs + 1, min(least, measured())
    print(f"{what}: {least:.0f} ms, the least of {runs}; at most {limit_ms}")
    return least <= limit_ms


def main() -> int:
    """Take both; 1 when one is over its limit."""
    figures = [
        held("import casa_model", importing, 120),
        held("programma_intero()", loading, 50),
    ]
    return int(not all(figures))


if __name__ == "__main__":
    raise SystemExit(main())
