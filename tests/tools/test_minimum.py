"""The oldest libraries that the wheel is tested with are those that it promises to work with."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _bounds(wanted: Iterable[str]) -> dict[str, Version]:
    """The least version of each library that has one."""
    return {
        each.name: Version(bound.version)
        for each in map(Requirement, wanted)
        for bound in each.specifier
        if bound.operator == ">="
    }


def test_the_pins_are_the_lower_bounds() -> None:
    """`tools/minimum.txt` and `dependencies` in `pyproject.toml` name the same versions."""
    bounds = _bounds(PYPROJECT["project"]["dependencies"])
    lines = (ROOT / "tools/minimum.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))

    assert {name: Version(pin) for name, pin in pins.items()} == bounds


def test_strategies_ask_for_the_hypothesis_that_they_are_tested_with() -> None:
    """The extra `testing` promises no older one than our own tests ask for."""
    extra = _bounds(PYPROJECT["project"]["optional-dependencies"]["testing"])
    ours = _bounds(PYPROJECT["dependency-groups"]["test"])

    assert extra == {"hypothesis": ours["hypothesis"]}
