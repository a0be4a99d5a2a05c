"""From what the compiled function found to the verdict that `evaluate` gives."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, TypeAlias

from casa_model.readers.compiled._days import unpacked
from casa_model.readers.compiled._source import OPEN
from casa_model.readers.meaning import EXACT
from casa_model.rules.bits import AMMESSO, ESITI
from casa_model.rules.esito import CONDIZIONE, EsitoDefinizione, EsitoVoce, Finding, Verdict
from casa_model.rules.types import DateType, NumberType, Type
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casa_model.readers.compiled._prepare import Cell
    from casa_model.rules.facts import Fatti, Value
    from casa_model.rules.lowered import Asked, Lowered
    from casa_model.rules.misura import Misura

Whole: TypeAlias = tuple[
    int, tuple[int, ...], tuple[int, ...], int, "int | None", tuple[int, ...], tuple[int, ...],
    "tuple[Cell, ...]", tuple[bool, ...],
]  # fmt: skip
"""Outcome; the way that decided each requirement; what each misses; what the verdict misses; the
amount; what each item is worth; what is paid of it; the definitions; which reserves are open."""

UNKNOWN_FINDINGS = 4096
"""How many findings about missing facts are kept: a measure meets the same few again and again."""


class Teller:
    """Tells verdicts of one measure on one day; findings that say the same are one object."""

    __slots__ = (
        "_asked", "_codici", "_definizioni", "_keys", "_misura", "_names", "_on", "_open",
        "_reserves", "_settled",
    )  # fmt: skip

    def __init__(self, misura: Misura, on: date, lowered: Lowered) -> None:
        self._misura, self._on = misura.codice, on
        self._asked = lowered.asked
        self._names = lowered.names
        self._settled = [_settled(asked) for asked in lowered.asked]
        self._open = lru_cache(UNKNOWN_FINDINGS)(self._opened)
        self._definizioni = [(each.nome, _value(each.tipo)) for each, _ in lowered.definizioni]
        places = {nome: at for at, (nome, _) in enumerate(self._definizioni)}
        self._keys = [(nome, places.get(nome)) for nome, _ in lowered.keys]
        self._codici = [] if misura.importo is None else [v.codice for v in misura.importo.voci]
        self._reserves = [codice for codice, _ in lowered.reserves]

    def tell(self, fatti: Fatti, whole: Whole) -> Verdict:
        """The verdict about a household, from what `whole` found of it."""
        esito, ways, masks, missing, total, due, paid, defined, held = whole
        values = [
            None if cell is None else of(cell)
            for (_, of), cell in zip(self._definizioni, defined, strict=True)
        ]
        return Verdict(
            misura=self._misura,
            on=self._on,
            esito=ESITI[esito],
            findings=self._findings(ways, masks),
            importo=None if total is None else Euro(total),
            voci=tuple(map(_item, self._codici, due, paid)) if esito == AMMESSO else (),
            definizioni=tuple(
                EsitoDefinizione(nome, value)
                for (nome, _), value in zip(self._definizioni, values, strict=True)
            ),
            mancano=self._named(missing),
            chiavi=tuple(
                (nome, fatti.valori.get(nome) if place is None else values[place])
                for nome, place in self._keys
            ),
            riserve=tuple(c for c, yes in zip(self._reserves, held, strict=False) if yes),
        )

    def _findings(self, ways: tuple[int, ...], masks: tuple[int, ...]) -> tuple[Finding, ...]:
        if OPEN not in ways:
            return tuple([known[way] for known, way in zip(self._settled, ways, strict=True)])
        return tuple(
            self._open(at, masks[at] if masks else 0) if way == OPEN else self._settled[at][way]
            for at, way in enumerate(ways)
        )

    def _opened(self, at: int, mask: int) -> Finding:
        """A finding about a requirement that is not known to hold."""
        requisito = self._asked[at].requisito
        return Finding(
            requisito.codice,
            requisito.testo,
            requisito.fonte,
            esito=None,
            mancano=tuple(sorted(self._named(mask))),
            non_visto=requisito.non_visto,
        )

    def _named(self, mask: int) -> tuple[str, ...]:
        """The names of the bits of a mask, the least first."""
        if not mask:
            return ()
        return tuple(nome for at, nome in enumerate(self._names) if mask >> at & 1)


def _settled(asked: Asked) -> tuple[Finding, ...]:
    """The finding for each way that may have decided, and last the one for none."""
    requisito = asked.requisito
    ways = (CONDIZIONE, *(deroga.codice for deroga in requisito.deroghe))
    found = [
        Finding(requisito.codice, requisito.testo, requisito.fonte, esito=True, deciso_da=way)
        for way in ways
    ]
    found.append(Finding(requisito.codice, requisito.testo, requisito.fonte, esito=False))
    return tuple(found)


def _item(codice: str, due: int, paid: int) -> EsitoVoce:
    return EsitoVoce(codice, Euro(due), Euro(paid))


def _value(tipo: Type) -> Callable[[Any], Value]:
    """From a cell to the value of a definition, with all the decimals of its type."""
    match tipo:
        case NumberType(euro=True, scale=2):
            return Euro
        case NumberType(scale=scale):
            return partial(_number, scale)
        case DateType():
            return unpacked
        case _:
            return _itself


def _number(scale: int, units: int) -> Decimal:
    return Decimal(units).scaleb(-scale, EXACT)


def _itself(cell: bool | str) -> Value:  # noqa: FBT001 - a value
    return cell
