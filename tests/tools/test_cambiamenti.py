"""The tool that says how long changes take looks at every application that no door refuses."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TOOL: dict[str, Any] = runpy.run_path(str(ROOT / "tools/cambiamenti.py"))


def test_a_time_for_each() -> None:
    """Nine applications to this notice, one of which came late."""
    found = list(TOOL["times"](ROOT / "esempi/avvisi/brusaporto-2023.toml"))

    assert len(found) == 8
    assert min(found) > 0
