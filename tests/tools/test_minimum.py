"""The oldest libraries that the wheel is tested with are those that it promises to work with."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]


def test_the_pins_are_the_lower_bounds() -> None:
    """`tools/minimum.txt` and `dependencies` in `pyproject.toml` name the same versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = {
        wanted.name: Version(bound.version)
        for wanted in map(Requirement, project["dependencies"])
        for bound in wanted.specifier
        if bound.operator == ">="
    }
    lines = (ROOT / "tools/minimum.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))

    assert {name: Version(pin) for name, pin in pins.items()} == bounds
