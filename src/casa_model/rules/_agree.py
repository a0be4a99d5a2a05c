"""Whether some types go together: numbers of one unit, days, labels of one choice.

Each function here returns None once it has told a fault to `wrong`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import near
from casa_model.rules import interval
from casa_model.rules import tree as t
from casa_model.rules.show import show
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    describe,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Wrong = Callable[..., None]
    """Called with a fault code, the node at fault and the words of the sentence."""

Words = tuple[str, str]
"""The same words in Italian and in English."""


def unexpected(wrong: Wrong, node: t.Expr, wanted: Words, found: Type) -> None:
    """Tell that `node` gives something else than what is wanted there."""
    wrong(
        "tipo-inatteso", node, atteso=wanted[0], trovato=describe(found, "it"),
        atteso_en=wanted[1], trovato_en=describe(found, "en"),
    )  # fmt: skip


def clash(wrong: Wrong, node: t.Expr, word: Words, found: Sequence[Type]) -> None:
    """Tell that `node` joins what cannot be joined."""
    left, right = found[0], found[-1]
    wrong(
        "tipi-incompatibili", node, operazione=word[0], operazione_en=word[1],
        sinistra=describe(left, "it"), destra=describe(right, "it"),
        sinistra_en=describe(left, "en"), destra_en=describe(right, "en"),
    )  # fmt: skip


def uncomparable(wrong: Wrong, node: t.Compare, found: Sequence[Type]) -> None:
    """Tell that two things cannot be compared; a yes or no is its own comparison."""
    sides = ((node.left, found[0], node.right), (node.right, found[1], node.left))
    for name, kind, other in sides:
        if (
            isinstance(kind, BoolType)
            and isinstance(name, t.Fact | t.MemberFact | t.Definition | t.Param)
            and isinstance(other, t.Truth | t.Label)
        ):
            alone = show(name)
            wrong(
                "espressione-non-ammessa", node, cosa=show(node),
                rimedio=f"scrivi il nome da solo: `{alone}` oppure `not {alone}`",
                rimedio_en=f"write the bare name: `{alone}` or `not {alone}`",
            )  # fmt: skip
            return
    if isinstance(found[0], BoolType) and isinstance(found[1], BoolType):
        wrong(
            "espressione-non-ammessa", node, cosa=show(node),
            rimedio="due sì o no si uniscono con `and`, `or` e `not`",
            rimedio_en="two yes-or-no are joined by `and`, `or` and `not`",
        )  # fmt: skip
        return
    clash(wrong, node, (f"il confronto `{node.op}`", f"the comparison `{node.op}`"), found)


def aligned(wrong: Wrong, node: t.Expr, found: Sequence[Type]) -> list[NumberType] | None:
    """The types of numbers of one unit, all at the largest of their scales."""
    numbers = [kind for kind in found if isinstance(kind, NumberType)]
    if len(numbers) < len(found) or not interval.same_unit(numbers):
        clash(wrong, node, ("il calcolo", "the arithmetic"), found)
        return None
    level = interval.aligned(numbers)
    if not all(map(interval.fits, level)):
        wrong("fuori-63-bit", node)
        return None
    return level


def days(found: Sequence[Type]) -> DateType:
    """The type that holds every day of some types of days."""
    kinds = [kind for kind in found if isinstance(kind, DateType)]
    return DateType(min(kind.lo for kind in kinds), max(kind.hi for kind in kinds))


def joined(wrong: Wrong, node: t.Expr, found: Sequence[Type]) -> Type | None:
    """The type that holds what any of some cases gives."""
    if isinstance(found[0], NumberType):
        numbers = aligned(wrong, node, found)
        return None if numbers is None else interval.hull(numbers)
    if len({type(kind) for kind in found}) > 1:
        clash(wrong, node, ("la scelta fra i casi", "the choice of cases"), found)
        return None
    match found[0]:
        case DateType():
            return days(found)
        case ChoiceType():
            choices = [kind for kind in found if isinstance(kind, ChoiceType)]
            return ChoiceType(tuple(dict.fromkeys(v for kind in choices for v in kind.values)))
        case _:
            return found[0]


def same(wrong: Wrong, node: t.Compare, left: Type, right: Type) -> Type | None:
    """The type of a comparison of labels: they must be able to be equal."""
    for label, kind in ((node.left, right), (node.right, left)):
        if isinstance(label, t.Label):
            return known_label(wrong, label, kind) and BoolType()
    match left, right:
        case ChoiceType(values=one), ChoiceType(values=other) if set(one) & set(other):
            return BoolType()
        case CodeType(), CodeType():
            return BoolType()
        case _:
            clash(wrong, node, ("il confronto", "the comparison"), (left, right))
            return None


def known_label(wrong: Wrong, label: t.Label, kind: Type) -> Type | None:
    """`kind`, if a label is among its values; every label may be an outside code."""
    if isinstance(kind, ChoiceType) and label.value not in kind.values:
        known = ", ".join(f"`{value}`" for value in kind.values)
        close = near(label.value, kind.values)
        wrong("valore-fuori-scelta", label, vicino=close, valore=label.value, ammessi=known)
        return None
    return kind
