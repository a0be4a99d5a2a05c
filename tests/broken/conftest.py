"""The broken files of cases are read by the tests of this folder: they are no tests themselves."""

from __future__ import annotations

collect_ignore_glob = ["*.casi.toml", "*.casi.csv"]
