"""What happens at `import hypothesis` in a project that has us installed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.machinery import SourceFileLoader
from importlib.metadata import entry_points
from types import ModuleType

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import casa_model as cm
from casa_model import rules, testing
from casa_model.testing import _entrypoint
from casa_model.testing._entrypoint import Registering, Watch

ROOMS = {
    "casa_model.casa",
    "casa_model.exchange",
    "casa_model.nuclei",
    "casa_model.readers",
    "casa_model.rules",
    "casa_model.testing._types",
}
"""What costs time, and is not loaded until somebody asks for it."""

DRAWN = """
from hypothesis import Phase, given, settings, strategies as st

@settings(max_examples=1, database=None, phases=[Phase.generate])
@given(st.from_type(Misura))
def drawn(misura):
    print(type(misura).__name__)

drawn()
"""
"""One random measure: to look for the least one takes half a minute."""


def python(code: str) -> str:
    """What a fresh Python prints."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=True, capture_output=True, text=True
    )
    return run.stdout.strip()


def test_the_entry_point_is_ours() -> None:
    """Hypothesis finds it where it looks."""
    (found,) = (each for each in entry_points(group="hypothesis") if each.name == "casa_model")

    assert found.load() is _entrypoint.setup


def test_importing_hypothesis_loads_no_room() -> None:
    """Nor a strategy: only the light top of the library."""
    loaded = python("import sys, hypothesis; print(*sys.modules)").split()

    assert "casa_model.testing._entrypoint" in loaded
    assert [name for name in loaded if name in ROOMS] == []


@pytest.mark.parametrize(
    "imports",
    [
        "import hypothesis; from casa_model.rules.misura import Misura",
        "from casa_model.rules.misura import Misura; import hypothesis",
        "from casa_model.testing import measures; from casa_model import Misura",
        "import casa_model.testing._entrypoint; from casa_model import Misura",
        (
            "import hypothesis; from importlib.util import find_spec\n"
            "find_spec('casa_model.rules.misura'); from casa_model import Misura"
        ),
    ],
)
def test_in_any_order(imports: str) -> None:
    """Whoever is imported first, the class is registered."""
    assert python(f"{imports}\n{DRAWN}") == "Misura"


def test_a_room_is_loaded_as_if_nobody_watched() -> None:
    """Its loader is its own again, so that its files can be read."""
    loader = python(
        "import hypothesis, casa_model.rules.misura as m; "
        "print(type(m.__loader__).__name__, type(m.__spec__.loader).__name__)"
    )

    assert loader == "SourceFileLoader SourceFileLoader"


class TestWatch:
    """The finder that sees rooms pass."""

    @pytest.fixture
    def watch(self, monkeypatch: pytest.MonkeyPatch) -> Watch:
        """Before the other finders, as `setup` puts it."""
        found = Watch({"casa_model.rules.walk": [], "casa_model.rules.nulla": []})
        monkeypatch.setattr(sys, "meta_path", [found, *sys.meta_path])
        return found

    def test_it_does_not_see_what_it_does_not_wait_for(self, watch: Watch) -> None:
        """Other modules are none of its business."""
        assert watch.find_spec("json") is None

    def test_a_room_that_is_not_there(self, watch: Watch) -> None:
        """A name that nobody finds stays not found."""
        assert watch.find_spec("casa_model.rules.nulla", rules.__path__) is None

    def test_a_room_that_is_there(self, watch: Watch) -> None:
        """Its module is made by its own loader, however often it was looked for before."""
        for _ in range(2):
            spec = watch.find_spec("casa_model.rules.walk", rules.__path__)

            assert spec is not None
            assert isinstance(spec.loader, Registering)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        assert not isinstance(module.__loader__, Registering)
        assert module.walk is not None

    def test_a_module_without_a_spec(self) -> None:
        """As one made by hand: there is no loader in its spec to give back."""
        spec = importlib.util.find_spec("casa_model.rules.walk")
        assert spec is not None
        assert spec.origin is not None
        module = ModuleType("casa_model.rules.walk")
        # Not that of the spec: pytest rewrites the modules of whoever ships a plugin.
        Registering(SourceFileLoader(spec.name, spec.origin), []).exec_module(module)

        assert module.__spec__ is None
        assert "walk" in vars(module)

    def test_setup_registers_what_is_loaded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """And waits for the rest."""
        monkeypatch.setattr(sys, "meta_path", [])
        _entrypoint.setup()
        (watch,) = sys.meta_path

        assert isinstance(watch, Watch)
        assert "casa_model.values" not in watch.rooms


class TestFromType:
    """What a downstream test writes."""

    def test_in_a_class_of_others(self) -> None:
        """Our types inside theirs are drawn by their annotations."""
        found = find(st.builds(Pratica), lambda p: p.importo > cm.Euro(0))

        assert found == Pratica(cm.Euro(1), cm.Vigenza(date(2020, 1, 1)))

    @settings(max_examples=20)
    @given(st.from_type(cm.Storia[cm.Euro]))
    def test_generic(self, storia: cm.Storia[cm.Euro]) -> None:
        """A history of amounts holds amounts."""
        assert {type(periodo.valore) for periodo in storia.periodi} == {cm.Euro}

    def test_generic_alone(self) -> None:
        """Without its argument it holds values of more than one kind."""
        kinds: set[type] = set()

        @settings(max_examples=80, database=None)
        @given(st.from_type(cm.Periodo))
        def collect(periodo: cm.Periodo[object]) -> None:
            kinds.add(type(periodo.valore))

        collect()

        assert kinds <= {bool, cm.Euro, Decimal, date, str}
        assert len(kinds) > 1


@dataclass(frozen=True)
class Pratica:
    """A class of an application."""

    importo: cm.Euro
    vigenza: cm.Vigenza


class TestNames:
    """The names of `casa_model.testing` load when they are used."""

    def test_they_are_listed(self) -> None:
        """For whoever completes a name."""
        assert set(testing.__all__) <= set(dir(testing))

    def test_another_name(self) -> None:
        """Is none of them."""
        with pytest.raises(AttributeError, match="has no `household`"):
            _ = testing.household  # type: ignore[attr-defined]
