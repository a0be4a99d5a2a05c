"""A sentence of a file that cannot be asked of the rules: it names what they have not."""

from __future__ import annotations

from attrs import field, frozen

from casa_model.errors import Fault, Place
from casa_model.values import Testo
from casa_model.values._exact import exact


@frozen
class NonChiesta:
    """The code of the sentence, its words, where it stands, and the names that are not there.

    `difetti` are at least one, each at the name, with a near miss where there is one.
    """

    codice: str = field(validator=exact(str))
    testo: Testo | None
    place: Place
    difetti: tuple[Fault, ...]
