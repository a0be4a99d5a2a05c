"""A mapping that cannot change, and may be a key, a copy and a message to another process."""

from __future__ import annotations

import copy
import pickle

import pytest

from casa_model.values import FrozenMap

ENTRIES = {"b": 2, "a": 1}


def _pickled(found: FrozenMap[str, int]) -> object:
    return pickle.loads(pickle.dumps(found))  # noqa: S301 - our own bytes


def test_it_holds_what_it_was_given_in_order() -> None:
    """Changing the mapping that it was made from changes nothing."""
    given = dict(ENTRIES)
    found = FrozenMap(given)
    given["c"] = 3

    assert [("b", 2), ("a", 1)] == list(found.items())
    assert ENTRIES == found
    assert 2 == len(found)


def test_it_cannot_change() -> None:
    """Neither entries nor attributes."""
    found = FrozenMap(ENTRIES)

    with pytest.raises(TypeError):
        found["c"] = 3  # type: ignore[index]
    with pytest.raises(AttributeError, match="cannot change"):
        found._entries = {}


def test_equal_maps_hash_alike_whatever_their_order() -> None:
    """So that a frozen class that holds one is a key."""
    one, other = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})

    assert one == other
    assert 1 == len({one, other})


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, _pickled])
def test_it_travels(copied) -> None:  # noqa: ANN001 - three ways to copy
    """A copy, a deep copy and a pickle are equal to it and of its class."""
    found = copied(FrozenMap(ENTRIES))

    assert (FrozenMap, FrozenMap(ENTRIES)) == (type(found), found)


def test_its_repr_tells_no_value() -> None:
    """Facts of people live in such mappings."""
    assert "<FrozenMap of 1>" == repr(FrozenMap({"isee": 7391}))
