"""How long `import casa_model` takes: the median of some fresh processes, against a limit.

The figure is the one that `python -X importtime` prints for the package, everything that it loads
included. A median, because any one process may wait for the machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from typing import Final

LIMIT_MS: Final = 120
RUNS: Final = 9


def measured() -> float:
    """Milliseconds of one import in a fresh process."""
    command = [sys.executable, "-X", "importtime", "-c", "import casa_model"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    last = done.stderr.rstrip().splitlines()[-1]
    _, cumulative, name = last.split("|")
    if name.strip() != "casa_model":
        message = f"the last line is not that of casa_model: {last}"
        raise SystemExit(message)
    return int(cumulative) / 1000


def main() -> int:
    """Print the median; 1 when it is over the limit."""
    median = statistics.median(measured() for _ in range(RUNS))
    print(f"import casa_model: {median:.0f} ms, median of {RUNS}; at most {LIMIT_MS}")
    return int(median > LIMIT_MS)


if __name__ == "__main__":
    raise SystemExit(main())
