"""The questions: each about all households that fit the declarations, unknown facts included.

A phrase may be true, false or not known. `Mai` is broken by a household for which it is true,
`Sempre` by one for which it is false, `Implica` by one for which `se` is true and `allora` false.
A question about one measure, or about two, raises `IllTyped` of any other number of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from attrs import field, frozen

from casa_model.errors import IllTyped
from casa_model.rules.quesiti._contesto import Contesto
from casa_model.rules.tree import Expr, is_node
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from attrs import Attribute

_context = exact(Contesto)


def _of_one(instance: object, attribute: Attribute[Contesto], value: Contesto) -> None:
    """Let in one measure alone: of another beside it nothing would be asked."""
    _context(instance, attribute, value)
    if len(value.versioni) != 1:
        raise IllTyped(
            it="si chiede di una misura sola; scrivine una", en="one measure is asked; write one"
        )


def _of_two(instance: object, attribute: Attribute[Contesto], value: Contesto) -> None:
    """Let in one measure beside another."""
    _context(instance, attribute, value)
    if len(value.versioni) != 2:  # noqa: PLR2004 - one beside the other
        raise IllTyped(
            it="si confrontano due misure; scrivine due",
            en="two measures are compared; write two of them",
        )


class Verso(StrEnum):
    """Which way of a number, or of a day, must not lose."""

    MENO = "meno"
    PIU = "piu"


@frozen
class Mai:
    """Is `frase` true for nobody?"""

    contesto: Contesto = field(validator=exact(Contesto))
    frase: Expr = field(validator=is_node)


@frozen
class Sempre:
    """Is `frase` false for nobody?"""

    contesto: Contesto = field(validator=exact(Contesto))
    frase: Expr = field(validator=is_node)


@frozen
class Implica:
    """Is `allora` false for nobody for whom `se` is true?"""

    contesto: Contesto = field(validator=exact(Contesto))
    se: Expr = field(validator=is_node)
    allora: Expr = field(validator=is_node)


@frozen
class Equivale:
    """Have two phrases the same truth for everybody: true, false and not known alike?"""

    contesto: Contesto = field(validator=exact(Contesto))
    prima: Expr = field(validator=is_node)
    seconda: Expr = field(validator=is_node)


@frozen
class StessaRisposta:
    """Do two measures, or versions of one, give everybody the same outcome and amount?

    Nothing else is compared: not the reasons, the missing facts, the items that make up the amount,
    nor the place in the ranking.
    """

    contesto: Contesto = field(validator=_of_two)


@frozen
class Sovrappone:
    """Are two phrases both true for somebody?"""

    contesto: Contesto = field(validator=exact(Contesto))
    prima: Expr = field(validator=is_node)
    seconda: Expr = field(validator=is_node)


@frozen
class SovrapponeMisure:
    """Do two measures both admit somebody?"""

    contesto: Contesto = field(validator=_of_two)


@frozen
class Superfluo:
    """Does a requirement never decide: nobody meets all the others and fails it?

    That is among those of whom all is known: who has not said what it asks may still be held up by
    it. Requirements that nobody has read are left out: they hold for nobody.
    """

    contesto: Contesto = field(validator=_of_one)
    requisito: str = field(validator=exact(str))


@frozen
class RigaVuota:
    """Does nobody take a row of a table definition? `riga` counts from 1."""

    contesto: Contesto = field(validator=_of_one)
    definizione: str = field(validator=exact(str))
    riga: int = field(validator=exact(int))


@frozen
class Scoperto:
    """Is there somebody whom no row of a table definition takes, so that `altrimenti` does?"""

    contesto: Contesto = field(validator=_of_one)
    definizione: str = field(validator=exact(str))


@frozen
class Unica:
    """Do no two rows of a table definition hold for the same household?"""

    contesto: Contesto = field(validator=_of_one)
    definizione: str = field(validator=exact(str))


@frozen
class Monotona:
    """Does nobody lose by having less of a fact (`Verso.MENO`) or more of it (`Verso.PIU`)?

    To lose is to go from admitted to to-be-completed, or from there to not admitted; with
    `importo`, also to be paid less. All other facts stay as they are.
    """

    contesto: Contesto = field(validator=_of_one)
    fatto: str = field(validator=exact(str))
    verso: Verso = field(default=Verso.MENO, validator=exact(Verso))
    importo: bool = field(default=True, validator=exact(bool))


@frozen
class Inutile:
    """Is somebody asked for a fact that cannot matter to them?

    The fact is missing for a household and, whatever its other missing facts turn out to be, the
    outcome, each item of the amount (what is due and what is paid) and the place in the ranking
    are the same for each value of it.
    """

    contesto: Contesto = field(validator=_of_one)
    fatto: str = field(validator=exact(str))


@frozen
class GiornoVuoto:
    """Is there a day, among those asked, on which none of the measures answers?

    A measure answers when it is in force and every parameter that it reads has its values.
    """

    contesto: Contesto = field(validator=exact(Contesto))


DiFrasi: TypeAlias = (
    Mai | Sempre | Implica | Equivale | StessaRisposta | Sovrappone | SovrapponeMisure
    | Superfluo | RigaVuota | Scoperto | Unica | Monotona
)  # fmt: skip
"""The questions that one household, or two, can settle."""

Quesito: TypeAlias = DiFrasi | Inutile | GiornoVuoto
"""Any question; the union is closed."""

_QUESTIONS = get_args(DiFrasi) + get_args(Inutile | GiornoVuoto)


def only_question(quesito: object) -> None:
    """Raise `IllTyped` for what is no question."""
    if type(quesito) not in _QUESTIONS:
        raise IllTyped(
            it="il quesito non è una domanda che si può dimostrare; passa per esempio "
            "`Mai(contesto, frase)`",
            en="the question is none that can be proven; pass for example `Mai(contesto, frase)`",
        )


def is_question(_instance: object, _attribute: Attribute[Any], value: object) -> None:
    """Validator: a question. Raises `IllTyped`."""
    only_question(value)
