"""`st.from_type` gives valid objects of every public class."""

from __future__ import annotations

from enum import Enum
from importlib import import_module

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casa_model as cm
from casa_model.programma.orari import Evento, Momento
from casa_model.rules.tree import NODES
from casa_model.testing import _entries as entries
from casa_model.testing import _parts as parts
from casa_model.testing._entrypoint import ENTRIES, PARTS
from casa_model.testing._types import GENERIC, PLAIN

CLASSES = [found for name in cm.__all__ if isinstance(found := getattr(cm, name), type)]
ERRORS = [each for each in CLASSES if issubclass(each, BaseException)]
DATA = [each for each in CLASSES if each not in ERRORS]
ROOMS = {room: import_module(f"casa_model.{room}") for room in ENTRIES}
MORE = [getattr(ROOMS[room], name) for room, names in ENTRIES.items() for name in names.split()]
PIECES = [
    getattr(import_module(f"casa_model.{room}"), name)
    for room, names in PARTS.items()
    for name in names.split()
]

NO_JSON = {
    Momento: "an instant read on the wall: the instant is written",
    cm.Bits: "five numbers, and no class of attrs",
    cm.Cambiamenti: "what was found for one household: the command writes it",
    cm.Cambiamento: "part of what was found for one household",
    cm.DatoCambiato: "part of what was found for one household",
    cm.Compiled: "holds a function",
    cm.FileDelProgramma: "the bytes of a file: the programme that it makes is written",
    cm.Interview: "a conversation, which goes on",
    cm.Letta: "a notice or a measure with its advice: what is inside is written",
    cm.Lette: "what a file gave: its applications are written",
    cm.Libro: "sentences, for people",
    cm.Needs: "what a measure reads: the measure is written",
    cm.Question: "one moment of an interview",
    cm.Spiegazione: "sentences, for people",
}
"""Classes whose objects are not written as JSON, and why."""


def test_every_public_class_has_a_strategy() -> None:
    """Errors apart, which are raised and not drawn, and enums, which Hypothesis knows."""
    ours = {each for each in DATA if not issubclass(each, Enum)}

    assert ours == set(PLAIN) | set(GENERIC)


def test_so_has_every_entry_of_the_programme() -> None:
    """All that the rooms of the programme export: what a calendar is made of apart."""
    exported = {
        found
        for room in ROOMS.values()
        for name in vars(room).get("__all__", vars(room))
        if attrs.has(found := getattr(room, name))
        and found.__module__.startswith(room.__name__)
        and not issubclass(found, BaseException)
    }

    assert set(MORE) == set(entries.PLAIN) == exported - {*DATA, Evento}


def test_so_has_every_part_of_a_rule() -> None:
    """Every node of a tree among them."""
    assert set(PIECES) == set(parts.PLAIN)
    assert set(NODES) < set(PIECES)


@pytest.mark.parametrize("cls", [*DATA, *MORE, *PIECES], ids=lambda cls: cls.__name__)
def test_it_draws_objects_of_the_class(cls: type) -> None:
    """As an application gets them: by the class alone; and they survive being written."""

    @settings(max_examples=5)
    @given(st.from_type(cls))
    def survives(found: object) -> None:
        assert type(found) is cls
        if cls not in NO_JSON and not issubclass(cls, Enum):
            assert cm.from_json(cm.to_json(found), cls) == found

    survives()
