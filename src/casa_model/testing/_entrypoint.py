"""What Hypothesis runs at every `import hypothesis`: `st.from_type(Misura)` then just works.

A type is registered by its class, and our classes live in rooms that take a second to load, in
projects that may not use us at all. So this loads no room: it registers the classes of those that
are there, and waits for the others. Strategies are built when a class is first drawn.
"""

from __future__ import annotations

import sys
from enum import Enum
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from typing import TYPE_CHECKING

import casa_model
from casa_model._rooms import ROOMS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from hypothesis.strategies import SearchStrategy

CORE = "casa_model"

PARTS = {
    "exchange": "Scartata",
    "graduatorie": "Candidato Posizione",
    "readers.cases": "Scostamento",
    "rules.avviso": "Differenza",
    "rules.esito": "EsitoDefinizione EsitoVoce",
    "rules.misura": "Calendario",
    "rules.params": "IndiceIntero IndiceScelta Riga",
    "rules.tree": "Add AddMonths AllMembers And AnyMember Calendar Compare Count Day Definition "
    "Fact If In Label Max MemberFact Min MonthsBetween Mul Not Number Or Param Round Row Sub Sum "
    "Table Truth YearsBetween",
    "rules.types": "BoolType ChoiceType CodeType DateType NumberType",
}
"""The classes of data of the rooms of rules and rankings that `casa_model` does not export."""

ENTRIES = {
    "programma.cifre": "Cifra Conteggio",
    "programma.linee": "Anni Concessione DotazioneLinea FondoAnnuo LineaFinanziamento "
    "ParteConcessa Piano Progetto Quota",
    "programma.orari": "Apertura ByDay Chiusura Fascia Momento Regola Straordinaria",
    "programma.presidi": "OrarioNoto ServizioAttivo",
    "programma.riparto": "Fabbisogno QuotaRiparto Riparto",
    "programma.serviti": "Fabbisogno Scoperto ServitoDaAler",
    "programma.servizi": "Prestazione Professione RuoloOrganico Standard TipoServizio",
    "programma.spesa": "Attuazione Conto Economia Impegno Liquidazione Rettifica Revoca RigaAnno "
    "RigaBeneficiario RigaImpegno Saldi Stanziamento StatoLinea",
    "programma.territorio": "Aler Comune NutsNelTempo Provincia Quartiere",
}
"""The classes of the programme's rooms that `casa_model` itself does not export."""


def setup() -> None:
    """Register the public classes of every room, now or when it is loaded."""
    rooms: dict[str, list[str]] = {CORE: []}
    for name in casa_model.__all__:
        room = ROOMS.get(name)
        rooms.setdefault(CORE if room is None else f"{CORE}.{room}", []).append(name)
    for room, names in (ENTRIES | PARTS).items():
        rooms.setdefault(f"{CORE}.{room}", []).extend(names.split())
    for room in rooms.keys() & sys.modules.keys():
        register(sys.modules[room], rooms.pop(room))
    sys.meta_path.insert(0, Watch(rooms))


def register(room: ModuleType, names: Sequence[str]) -> None:
    """Register those of `names` that are classes of data; Hypothesis knows enums by itself."""
    from hypothesis import strategies as st

    for name in names:
        found = vars(room).get(name)
        if isinstance(found, type) and not issubclass(found, BaseException | Enum):
            st.register_type_strategy(found, drawn)


def drawn(thing: type) -> SearchStrategy[object]:
    """The strategy of a registered class, or of a generic one with its argument."""
    found: SearchStrategy[object] = import_module("casa_model.testing._types").drawn(thing)
    return found


class Watch(MetaPathFinder):
    """Sees the rooms pass when they are imported; finds nothing by itself."""

    def __init__(self, rooms: dict[str, list[str]]) -> None:
        """Wait for these rooms, each with its public names."""
        self.rooms = rooms

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """What the finders after this one say of a room, with a loader that registers its classes.

        To look for a room is not to load it: the room is waited for until it has been loaded.
        """
        if fullname not in self.rooms:
            return None
        for finder in sys.meta_path[sys.meta_path.index(self) + 1 :]:
            spec = finder.find_spec(fullname, path, target)
            if spec is not None and spec.loader is not None:
                spec.loader = Registering(spec.loader, self.rooms[fullname])
                return spec
        return None


class Registering(Loader):
    """The loader of a room, which steps aside for it and registers what was loaded."""

    def __init__(self, loader: Loader, names: Sequence[str]) -> None:
        """Stand in front of a loader."""
        self.loader = loader
        self.names = names

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """As the loader of the room does."""
        return self.loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Load the room as if nobody watched, then register its classes."""
        module.__loader__ = self.loader
        if module.__spec__ is not None:
            module.__spec__.loader = self.loader
        self.loader.exec_module(module)
        register(module, self.names)
