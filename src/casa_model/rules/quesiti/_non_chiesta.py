"""A sentence that cannot be asked of the rules: it names what they have not, or not then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.errors import Fault, IllTyped, Place
from casa_model.values import Testo
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from attrs import Attribute


def _some_faults(_one: object, attribute: Attribute[tuple[Fault, ...]], value: object) -> None:
    if type(value) is tuple and value and all(type(each) is Fault for each in value):
        return
    raise IllTyped(
        it=f"`{attribute.name}` non dice perché la frase non si chiede; passa almeno un `Fault`",
        en=f"`{attribute.name}` does not say why the sentence is not asked; pass some `Fault`",
    )


@frozen
class NonChiesta:
    """The code of the sentence, its words, where it stands, and what is wrong with it.

    `difetti` are at least one, each at the name, with a near miss where there is one; `nomi` are
    the names that are not there, and `misure` those by which the sentence calls its measures.
    Raises `IllTyped` for anything else.
    """

    codice: str = field(validator=exact(str))
    testo: Testo | None = field(validator=exact(Testo, optional=True))
    place: Place = field(validator=exact(Place))
    difetti: tuple[Fault, ...] = field(validator=_some_faults)
    nomi: tuple[str, ...] = field(default=(), validator=exact(tuple))
    misure: tuple[str, ...] = field(default=(), validator=exact(tuple))
