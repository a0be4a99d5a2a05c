"""What pytest loads at every start, where casa_model is installed: files of worked cases are tests.

It stands outside the package and imports nothing: to other projects it costs nothing, and coverage
sees the package be imported when it is first used, not before it is watched. The work is done by
`casa_model.testing._pytest_plugin`, loaded with the first file of cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FILES = (".casi.toml", ".casi.csv")
"""How the names of files of cases end."""

LANG = "casi_lang"
"""The setting that picks the language of what is told about a case: `it`, or `en`."""

LANGS = ("it", "en")
"""The languages that there are."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the setting."""
    parser.addini(LANG, "language of what is told about a worked case: it or en", default="it")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse a language that there is not: to fall back on another would be silent."""
    stated = config.getini(LANG)
    if stated not in LANGS:
        import pytest  # noqa: PLC0415 - it has loaded itself by now

        refusal = f"{LANG} = {stated}: no such language; write `it` or `en`"
        raise pytest.UsageError(refusal)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Each case of a file of cases is a test."""
    if not file_path.name.endswith(FILES):
        return None
    from casa_model.testing._pytest_plugin import FileDiProve  # noqa: PLC0415 - see above

    return FileDiProve.from_parent(parent, path=file_path)
