"""What every outside code has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casa_model.errors import IllTyped, InvalidValue
from casa_model.values import Cig, CodiceComune, Cup, Nuts3

if TYPE_CHECKING:
    from casa_model.values.codici._codice import Codice

EVERY = pytest.mark.parametrize("code", [Cig, CodiceComune, Cup, Nuts3])


@EVERY
def test_a_refusal_says_the_form_and_never_the_text(code: type[Codice]) -> None:
    """A code may be a person's fact: the message tells only what is expected."""
    with pytest.raises(InvalidValue) as caught:
        code.parse("SEGRETO")

    assert caught.value.testo("it") == code.atteso.it
    assert str(caught.value) == code.atteso.en
    assert "SEGRETO" not in code.atteso.it + code.atteso.en


@EVERY
def test_a_code_cannot_be_built_around_its_check(code: type[Codice]) -> None:
    """The constructor is as strict as `parse`."""
    with pytest.raises(InvalidValue):
        code("")
    with pytest.raises(IllTyped, match="`valore` must be a text"):
        code(15146)  # type: ignore[arg-type]


def test_two_kinds_of_code_are_never_equal() -> None:
    """The same letters mean nothing across registers."""
    assert Nuts3.parse("AB000") == Nuts3.parse("AB000")
    assert CodiceComune.parse("015146") != "015146"
