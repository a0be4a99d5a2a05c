"""The names of a measure with their types, and the words by which the strategies call a type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.check import Scope
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType, Type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.rules.misura import Definizione, Misura


def scope_of(misura: Misura, definizioni: Iterable[Definizione] | None = None) -> Scope:
    """The types of the names of a measure, with other definitions if given."""
    known = misura.definizioni if definizioni is None else definizioni
    return Scope(
        fatti={fatto.nome: fatto.tipo for fatto in misura.fatti if not fatto.membro},
        membri={fatto.nome: fatto.tipo for fatto in misura.fatti if fatto.membro},
        parametri={parametro.nome: parametro for parametro in misura.parametri},
        definizioni={each.nome: each.tipo for each in known},
    )


def kind_of(tipo: Type) -> str:
    """The word by which these strategies call a type."""
    match tipo:
        case BoolType():
            return "bool"
        case NumberType(euro=euro):
            return "euro" if euro else "plain"
        case DateType():
            return "day"
        case ChoiceType():
            return "choice"
        case _:
            return "code"


def day_names(misura: Misura) -> tuple[str, ...]:
    fixed = misura.calendario
    return (DATA_REQUISITI, *(() if fixed is None else (name for name, _ in fixed.date)))
