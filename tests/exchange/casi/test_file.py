"""What a file of cases holds, when it is built from Python."""

from __future__ import annotations

import pytest

from casa_model.errors import IllTyped, InvalidValue
from casa_model.exchange.casi import FileDiCasi
from casa_model.readers.cases import Caso


def test_each_case_has_its_code() -> None:
    """As a file is refused that gives one twice."""
    some = (Caso("uno"), Caso("due"))

    assert FileDiCasi("a", some).casi == some
    with pytest.raises(InvalidValue, match="two cases have the code `uno`"):
        FileDiCasi("a", (*some, Caso("uno")))
    with pytest.raises(IllTyped, match="`casi`"):
        FileDiCasi("a", list(some))  # type: ignore[arg-type]
