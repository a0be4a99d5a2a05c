"""On which day, machine and versions a figure was taken."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT: Final = Path(__file__).parents[2]


def stamp(packages: Iterable[str]) -> dict[str, object]:
    """The head of every results file."""
    return {
        "date": datetime.now(tz=UTC).date().isoformat(),
        "machine": machine(),
        "commit": commit(),
        "versions": {package: version(package) for package in packages},
    }


def machine() -> str:
    """Processor, cores, system and Python."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, {python}"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def commit() -> str:
    """The commit that was measured, with a sign when the tree had changes."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    return done.stdout.strip() or "unknown"
