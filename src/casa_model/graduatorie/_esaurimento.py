"""How a sum goes down a ranking, in whole units (cents or dwellings)."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from casa_model.rules.misura import Esaurimento

if TYPE_CHECKING:
    from collections.abc import Sequence


def ripartisci(
    dovuti: Sequence[int], totale: int, come: Esaurimento, *, salta: bool = False
) -> list[int]:
    """Give out `totale` units over what is due, which is in order of rank and never negative.

    Nobody gets more than is due. `salta` matters only where shares are paid whole.

    >>> ripartisci([270000, 1000, 500], 251890, Esaurimento.RESIDUO)
    [251890, 0, 0]
    >>> ripartisci([100, 100, 100], 200, Esaurimento.PROPORZIONALE)
    [67, 67, 66]
    >>> ripartisci([270000, 1000, 500], 251890, Esaurimento.SOLO_INTERI, salta=True)
    [0, 1000, 500]
    """
    match come:
        case Esaurimento.RESIDUO:
            return _residuo(dovuti, totale)
        case Esaurimento.PROPORZIONALE:
            return _proporzionale(dovuti, totale)
        case Esaurimento.SOLO_INTERI:
            return _solo_interi(dovuti, totale, salta=salta)
        case _:
            assert_never(come)


def _residuo(dovuti: Sequence[int], totale: int) -> list[int]:
    pagati: list[int] = []
    for dovuto in dovuti:
        pagato = min(dovuto, totale)
        totale -= pagato
        pagati.append(pagato)
    return pagati


def _proporzionale(dovuti: Sequence[int], totale: int) -> list[int]:
    somma = sum(dovuti)
    if somma <= totale:
        return list(dovuti)
    pairs = [divmod(dovuto * totale, somma) for dovuto in dovuti]
    pagati = [whole for whole, _ in pairs]
    # A stable sort: equal remainders stay in order of rank. Only remainders above zero are ever
    # reached, so that a unit more never exceeds what is due.
    by_remainder = sorted(range(len(pairs)), key=lambda place: -pairs[place][1])
    for place in by_remainder[: totale - sum(pagati)]:
        pagati[place] += 1
    return pagati


def _solo_interi(dovuti: Sequence[int], totale: int, *, salta: bool) -> list[int]:
    pagati = [0] * len(dovuti)
    for place, dovuto in enumerate(dovuti):
        if dovuto <= totale:
            pagati[place] = dovuto
            totale -= dovuto
        elif not salta:
            break
    return pagati
