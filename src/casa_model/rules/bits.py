"""A verdict in five whole numbers: outcome, amount, and three masks of bits.

Every reader and every engine gives the same five, so that answers about a million households can
be compared, kept in columns and counted without a list anywhere.

Bit *n* of `failed` and of `unknown` stands for requirement *n* of those in force on the day, as the
measure lists them; bit *n* of `missing` for name *n* of `names_of`: the facts as they are declared,
`membri`, the days of a notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from casa_model.errors import InvalidValue
from casa_model.rules.esito import Esito
from casa_model.rules.names import MEMBRI, NOTICE_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura

ESITI: Final = (Esito.NON_AMMESSO, Esito.DA_COMPLETARE, Esito.AMMESSO)
"""The outcomes in the order of their codes: 0, 1 and 2."""

NON_AMMESSO: Final = ESITI.index(Esito.NON_AMMESSO)
DA_COMPLETARE: Final = ESITI.index(Esito.DA_COMPLETARE)
AMMESSO: Final = ESITI.index(Esito.AMMESSO)


class Bits(NamedTuple):
    """The answer of a measure about one household, as numbers.

    `esito` is a place in `ESITI`. `importo` is in whole cents, None when there is no amount.
    `failed` and `unknown` are masks of requirements, `missing` of facts: see the module.
    """

    esito: int
    importo: int | None
    failed: int
    unknown: int
    missing: int


def names_of(misura: Misura) -> tuple[str, ...]:
    """What a bit of `missing` stands for, the least bit first."""
    return (*(fatto.nome for fatto in misura.fatti), MEMBRI, *NOTICE_DAYS)


def bits_of(verdict: Verdict, misura: Misura) -> Bits:
    """The five numbers of a verdict that `misura` gave.

    Raises `InvalidValue` when another measure gave it: its bits would stand for other things.
    """
    if verdict.misura != misura.codice:
        raise InvalidValue(
            it=f"il verdetto è della misura `{verdict.misura}`; "
            f"passa quella, non `{misura.codice}`",
            en=f"the verdict is of the measure `{verdict.misura}`; "
            f"pass that one, not `{misura.codice}`",
        )
    names = {nome: at for at, nome in enumerate(names_of(misura))}
    return Bits(
        ESITI.index(verdict.esito),
        None if verdict.importo is None else verdict.importo.cents,
        _mask(at for at, finding in enumerate(verdict.findings) if finding.esito is False),
        _mask(at for at, finding in enumerate(verdict.findings) if finding.esito is None),
        _mask(names[nome] for nome in verdict.mancano),
    )


def _mask(places: Iterable[int]) -> int:
    return sum(1 << place for place in places)
