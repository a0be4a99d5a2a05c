"""Households like one that is paid, of whom more is due: a cap that does not bite tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from casa_model.errors import InvalidFacts
from casa_model.readers.copertura._vede import Nucleo
from casa_model.readers.meaning import plain
from casa_model.readers.ranges import value_of
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.reach import below, names_among, terms
from casa_model.rules.types import BoolType, NumberType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

_POWERS: Final = tuple(10**step for step in range(9))
"""In units of a fact: of money from a cent to a million of euros."""
_BESIDE: Final = (0, 1, -1)


def piu_ricchi(nucleo: Nucleo) -> Iterator[Nucleo]:
    """With one number of the amount that is another, with each truth as it may be.

    As large as each power of ten, then as each number of the law, and a unit beside it. Heuristic:
    it shows somebody quickly, and proves nothing.
    """
    importo = nucleo.misura.importo
    read = () if importo is None else below(nucleo.misura, terms(importo))
    money = names_among(read, t.Fact)
    facts = [f for f in nucleo.misura.fatti if f.nome in money and not f.membro]
    bases = [dict(nucleo.fatti.valori)]
    for fatto in facts:
        if isinstance(fatto.tipo, BoolType):
            bases += [{**base, fatto.nome: value} for base in bases[:1] for value in (True, False)]
    for base in bases:
        for fatto in facts:
            if isinstance(fatto.tipo, NumberType):
                for units in dict.fromkeys((*_POWERS, *_of_law(nucleo.misura, fatto.tipo.scale))):
                    if fatto.tipo.lo <= units <= fatto.tipo.hi:
                        value = cast("Value", value_of(fatto.tipo, (units, units, False)))
                        yield from _asked(nucleo, {**base, fatto.nome: value})


def _of_law(misura: Misura, scale: int) -> Iterator[int]:
    """Every number that a parameter ever is, and those beside it, in units of a scale."""
    for parametro in misura.parametri:
        if isinstance(parametro.tipo, NumberType):
            for periodo in (each for riga in parametro.righe for each in riga.storia.periodi):
                units = int(cast("Decimal", plain(periodo.valore)).scaleb(scale))
                yield from (units + step for step in _BESIDE)


def _asked(nucleo: Nucleo, valori: dict[str, Value]) -> Iterator[Nucleo]:
    try:
        yield Nucleo(nucleo.misura, Fatti(valori, nucleo.fatti.membri), nucleo.on)
    except InvalidFacts:  # members and their number
        return
