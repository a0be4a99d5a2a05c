"""The applications that a command is asked about, each with the one whose number it may repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.casa import EsitoDomanda, Scarto, decidi
from casa_model.cli._rotte import difetti_di
from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.cli._ingressi import Ingressi
    from casa_model.nuclei import Domanda

_NO_SUCH: Final = Testo(
    it="nessuna domanda letta ha il riferimento `{nome}`; guarda nel file delle domande",
    en="no application that was read has the reference `{nome}`; look in their file",
)


def decise(read: Ingressi, asked: str | None) -> Iterator[tuple[Domanda, EsitoDomanda | Scarto]]:
    """Each application that is asked about, and what it got: decided alone, but for the door.

    Raises `Sbaglio` when no row of the file, broken ones included, has the reference.
    """
    domande = read.lette.domande
    known = {domanda.riferimento for domanda in domande}
    if asked is not None and asked not in known and not difetti_di(read, asked):
        raise Sbaglio(riempi(_NO_SUCH, nome=asked))
    for group in _needed(domande, asked):
        wanted = group[-1]
        found = decidi(read.avviso, group)
        every: tuple[EsitoDomanda | Scarto, ...] = (*found.scarti, *found.esiti)
        yield wanted, next(each for each in every if each.riferimento == wanted.riferimento)


def _needed(domande: Sequence[Domanda], asked: str | None) -> Iterator[list[Domanda]]:
    """For each application that is asked about: the earlier ones that bear on it, then itself.

    Only the first holder of its `protocollo` does. The ranking is not asked, so that a tie
    elsewhere hinders no answer about one.
    """
    first: dict[str, Domanda] = {}
    for domanda in domande:
        holder = None
        if domanda.protocollo is not None:
            holder = first.setdefault(domanda.protocollo, domanda)
        if asked in {None, domanda.riferimento}:
            yield [domanda] if holder is None or holder is domanda else [holder, domanda]
