"""The door of floor 1."""

from __future__ import annotations

import attrs
import pytest

from casa_model import values


def test_every_public_name_is_there() -> None:
    """`__all__` names nothing that is missing, and repeats nothing."""
    names = values.__all__

    assert len(set(names)) == len(names)
    assert all(hasattr(values, name) for name in names)


ENTITIES = [e for e in (getattr(values, n) for n in values.__all__) if isinstance(e, type)]


@pytest.mark.parametrize("entity", [e for e in ENTITIES if attrs.has(e)])
def test_every_annotation_can_be_resolved(entity: type) -> None:
    """The converter resolves annotations at run time: each name in them is really imported."""
    resolved = attrs.resolve_types(entity)

    assert not any(isinstance(f.type, str) for f in attrs.fields(resolved))
