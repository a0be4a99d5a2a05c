"""Profiles of Hypothesis for every test of the house."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import pytest

# A shared two-core machine is slow by turns: time says nothing about a test there, so no
# deadline and no complaint about slow data. In CI the examples are always the same ones.
settings.register_profile(
    "ci",
    derandomize=True,
    print_blob=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
# The same again on other libraries: that they work is asked, not once more whether we are right.
settings.register_profile("oldest", settings.get_profile("ci"), max_examples=20)
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("CASA_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have to say of what they did, such as counts and seeds."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, said in report.user_properties:
            if name == "said" and report.when == "call":
                terminalreporter.write_line(str(said))
