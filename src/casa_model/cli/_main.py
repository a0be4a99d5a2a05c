"""The entry point: it loads the commands, or says which line mends what is not installed."""

from __future__ import annotations

import io
import sys

MEND = 'pip install "casa-model[cli]"'
"""The line that installs what the commands need."""

USAGE = 2


def main() -> None:
    """Run `casa-model` on the arguments of the process; exit with its code.

    0 done, 1 findings, 2 usage, 3 unreadable input, 4 output that cannot be written. Without click
    it prints `MEND` and exits with 2.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from casa_model.cli._run import run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        sys.stderr.write(f"{MEND}\n")
        sys.exit(USAGE)
    sys.exit(run(sys.argv[1:]))
