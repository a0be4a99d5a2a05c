"""What became of the rows of a population."""

from __future__ import annotations

import pytest

from casa_model.cli._popolazione import Righe
from casa_model.errors import InvalidValue


def test_rows_add_up() -> None:
    """Read, decided, and dropped as many as are left."""
    assert Righe(5, 2).scartate == 5 - 2


@pytest.mark.parametrize(("lette", "decise"), [(2, 5), (2, -1), (-1, -1)])
def test_no_more_is_decided_than_read(lette: int, decise: int) -> None:
    """Nor less than nothing."""
    with pytest.raises(InvalidValue, match="from zero to those read"):
        Righe(lette, decise)
