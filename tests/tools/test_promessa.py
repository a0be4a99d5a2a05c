"""The promise of the public names: what is public is written down, and a change is told."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import casa_model as cm

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("promessa", ROOT / "tools" / "promessa.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = _tool()
LOG = """# Changelog

## 0.2.0 - unreleased

### Added

- `nuova`, `Nuova`: something new. `casa-model mostra`, and `--formato` of `casa-model decidi`.

### Changed

- `Vecchia.campo` is another type.

## 0.1.0

- `dimenticata`
"""
BEFORE = [
    "casa_model.Vecchia.campo: int",
    "casa_model.Vecchia.altro: int",
    "casa_model.Vecchia: class()",
    "$ casa-model decidi AVVISO",
]


class TestPromise:
    """What is public now."""

    def test_it_is_kept(self) -> None:
        """The snapshot is what is public, and the changelog names what changed."""
        assert TOOL.faults() == []

    @pytest.mark.parametrize("name", sorted(set(cm.__all__) - {"__version__"}))
    def test_every_name(self, name: str) -> None:
        """Every name of `casa_model` has a line."""
        lines = TOOL.SNAPSHOT.read_text("utf-8").splitlines()

        assert any(TOOL.name_of(line) == f"casa_model.{name}" for line in lines)

    def test_no_address(self) -> None:
        """Nothing in it depends on the process or the version of Python."""
        text = TOOL.SNAPSHOT.read_text("utf-8")

        assert " at 0x" not in text
        assert "<" not in text.replace("<<", "")


class TestPlanted:
    """A check that cannot fail is none."""

    def test_a_field_more(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Something public that nobody wrote down."""
        monkeypatch.setattr(cm.Euro, "radice", lambda self: self, raising=False)
        told = TOOL.faults()

        assert "make promessa" in told[0]
        assert any("+casa_model.Euro.radice" in line for line in told)
        assert "  `Euro.radice`" in told

    def test_a_default(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A default that changed under a name that did not."""

        def esiti_csv(decisione: cm.Decisione, *, lang: str = "en") -> str:
            return f"{decisione}{lang}"

        monkeypatch.setitem(vars(cm), "esiti_csv", esiti_csv)
        told = TOOL.faults()

        assert any(line.startswith("-casa_model.esiti_csv(") for line in told)
        assert any(line.startswith("+casa_model.esiti_csv(") for line in told)
        assert "  `esiti_csv` under **Changed** or **Removed**" in told

    @pytest.mark.parametrize(
        ("after", "silent"),
        [
            ([*BEFORE], []),
            ([*BEFORE, "casa_model.nuova(x: int) -> int"], []),
            ([*BEFORE, "casa_model.Nuova: class()", "casa_model.Nuova.campo: int"], []),
            ([*BEFORE, "casa_model.altra() -> int"], ["`altra`"]),
            ([*BEFORE, "casa_model.dimenticata() -> int"], ["`dimenticata`"]),
            ([*BEFORE, "casa_model.Vecchia.nuovo: int"], ["`Vecchia.nuovo`"]),
            ([*BEFORE, "fault nuovo-codice"], ["`nuovo-codice`"]),
            ([*BEFORE, "$ casa-model mostra FILE", "$ casa-model mostra --al"], []),
            ([*BEFORE, "$ casa-model decidi --formato"], []),
            ([*BEFORE, "$ casa-model decidi --colore"], ["`--colore`"]),
            (["casa_model.Vecchia.campo: str", *BEFORE[1:]], []),
            (
                [BEFORE[0], "casa_model.Vecchia.altro: str", *BEFORE[2:]],
                ["`Vecchia.altro` under **Changed** or **Removed**"],
            ),
            ([BEFORE[0], *BEFORE[2:]], ["`Vecchia.altro` under **Changed** or **Removed**"]),
        ],
    )
    def test_the_changelog(self, after: list[str], silent: list[str]) -> None:
        """A change is named in the first section, under the heading where people look."""
        assert TOOL.lacking(BEFORE, after, LOG) == silent

    def test_no_changelog(self) -> None:
        """Without a section everything is untold."""
        assert TOOL.lacking([], ["casa_model.nuova() -> int"], "") == ["`nuova`"]

    def test_what_is_written(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """Without `--check` the snapshot is written again; with it nothing is."""
        monkeypatch.setattr(TOOL, "SNAPSHOT", tmp_path / "promessa.txt")
        (tmp_path / "promessa.txt").write_text("", "utf-8")

        assert TOOL.main(["--check"]) == 1
        assert TOOL.main([]) == 0
        assert TOOL.main(["--check"]) == 0
