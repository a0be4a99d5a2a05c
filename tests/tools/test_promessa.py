"""The promise of the public names: what is public is written down, and a change is told."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

import casa_model as cm
from casa_model.cli import _uscite
from tools.changelog import lacking, name_of

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

        assert any(name_of(line) == f"casa_model.{name}" for line in lines)

    def test_no_address(self) -> None:
        """Nothing in it depends on the process or the version of Python."""
        text = TOOL.SNAPSHOT.read_text("utf-8")

        assert " at 0x" not in text
        assert re.search(r"<\w", text) is None


def lines_of(module: ModuleType, name: str) -> list[str]:
    """What the snapshot would say of one name."""
    return list(TOOL._object(f"some.{name}", getattr(module, name), module, name))


def planted(text: str) -> ModuleType:
    """A module with a public class as somebody changed it."""
    module = ModuleType("casa_model.planted")
    exec(KNOWN + text, vars(module))  # noqa: S102 - the kinds of change are told by their source
    return module


KNOWN = """
import attrs
from enum import Enum
from typing import Literal, NamedTuple
"""
CHANGES = {
    "order": (
        "@attrs.frozen\nclass A:\n a: int\n b: int",
        "@attrs.frozen\nclass A:\n b: int\n a: int",
    ),
    "type": ("@attrs.frozen\nclass A:\n a: int", "@attrs.frozen\nclass A:\n a: str"),
    "default": ("@attrs.frozen\nclass A:\n a: int = 1", "@attrs.frozen\nclass A:\n a: int = 2"),
    "keyword": (
        "@attrs.frozen\nclass A:\n a: int",
        "@attrs.frozen(kw_only=True)\nclass A:\n a: int",
    ),
    "not given": (
        "@attrs.frozen\nclass A:\n a: int = 1",
        "@attrs.frozen\nclass A:\n a: int = attrs.field(default=1, init=False)",
    ),
    "hash": ("@attrs.frozen\nclass A: ...", "@attrs.define\nclass A: ..."),
    "base": ("class A(ValueError): ...", "class A(TypeError): ..."),
    "constructor": ("class A:\n def __init__(self): ...", "class A:\n def __init__(self, a): ..."),
    "operator": ("class A:\n def __add__(self, a): ...", "class A: ..."),
    "tuple": ("class A(NamedTuple):\n a: int\n b: int", "class A(NamedTuple):\n b: int\n a: int"),
    "member": ("class A(Enum):\n B = 1", "class A(Enum):\n B = 2"),
    "constant": ("A = 4", "A = 5"),
    "its kind": ("A = 4", "A = '4'"),
    "alias": ("A = Literal['it']", "A = Literal['en']"),
    "argument": ("def A(a): ...", "def A(*, a): ..."),
}


class TestKinds:
    """Each kind of change that breaks who upgrades shows in a line."""

    @pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
    def test_a_change_shows(self, before: str, after: str) -> None:
        """Two sources that are not the same to a caller do not read the same."""
        was, now = (lines_of(planted(text), "A") for text in (before, after))

        assert was != now
        assert sorted(was) != sorted(now)

    def test_a_field_more_changes_no_other(self) -> None:
        """At the end it is an addition."""
        was = lines_of(planted("@attrs.frozen\nclass A:\n a: int"), "A")
        now = lines_of(planted("@attrs.frozen\nclass A:\n a: int\n b: int = 1"), "A")

        assert set(now) - set(was) == {"some.A.b: int = 1 [2]"}
        assert set(was) <= set(now)

    def test_an_option(self) -> None:
        """What may be written after it, and what stands there when nothing is."""
        lines = [*TOOL._command_line()]

        assert "$ casa-model mostra --formato testo|markdown|html = 'testo'" in lines
        assert "$ casa-model decidi --misure [many]" in lines

    def test_every_exit_code(self) -> None:
        """None is left out of a list."""
        codes = {name for name, code in vars(_uscite).items() if type(code) is int}
        told = {line.split(": ")[1] for line in TOOL._command_line() if "exit code" in line}

        assert told == codes


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
            ([*BEFORE, "$ exit code 4: NUOVO"], ["`exit code 4`"]),
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
        assert lacking(BEFORE, after, LOG) == silent

    def test_no_changelog(self) -> None:
        """Without a section everything is untold."""
        assert lacking([], ["casa_model.nuova() -> int"], "") == ["`nuova`"]

    def test_what_is_written(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """Without `--check` the snapshot is written again; with it nothing is."""
        monkeypatch.setattr(TOOL, "SNAPSHOT", tmp_path / "promessa.txt")
        (tmp_path / "promessa.txt").write_text("", "utf-8")

        assert TOOL.main(["--check"]) == 1
        assert TOOL.main([]) == 0
        assert TOOL.main(["--check"]) == 0
