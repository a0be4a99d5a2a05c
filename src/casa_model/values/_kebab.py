"""How a code of ours is written: `crs-difficolta`, `aler-milano`."""

from __future__ import annotations

import re
from typing import Final

CODE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""A measure, a requirement, an act, a value of a choice, a presidio, a line."""
