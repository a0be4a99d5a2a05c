"""How long `import casa_model` takes: the least of some fresh processes, against a limit.

The figure is the one that `python -X importtime` prints for the package, everything that it loads
included, from bytecode that is there, as in any application that has run once. The least, because
whatever else the machine does only adds to it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Final

LIMIT_MS: Final = 120
RUNS: Final = 9
NO_BYTECODE: Final = "PYTHONDONTWRITEBYTECODE"


def measured() -> float:
    """Milliseconds of one import in a fresh process."""
    command = [sys.executable, "-X", "importtime", "-c", "import casa_model"]
    env = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)  # noqa: S603 - ours
    last = done.stderr.rstrip().splitlines()[-1]
    _, cumulative, name = last.split("|")
    if name.strip() != "casa_model":
        message = f"the last line is not that of casa_model: {last}"
        raise SystemExit(message)
    return int(cumulative) / 1000


def main() -> int:
    """Print the least; 1 when it is over the limit. The first one compiles, and does not count."""
    measured()
    least = min(measured() for _ in range(RUNS))
    print(f"import casa_model: {least:.0f} ms, the least of {RUNS}; at most {LIMIT_MS}")
    return int(least > LIMIT_MS)


if __name__ == "__main__":
    raise SystemExit(main())
