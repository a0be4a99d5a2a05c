"""From units to positions: what is due, what is paid and how the items are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import InvalidValue
from casa_model.graduatorie._esaurimento import ripartisci
from casa_model.graduatorie._posizione import Posizione, Stato
from casa_model.rules.misura import Esaurimento
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.graduatorie._posizione import Candidato
    from casa_model.graduatorie._riserve import Spesa


def voci_dovute(candidato: Candidato) -> tuple[Euro, ...]:
    """Return what is due for each item.

    Raises `InvalidValue` when there is no amount, or its items are not known, are below zero or
    do not add up to it; the message holds no value.
    """
    importo, voci = candidato.verdict.importo, candidato.verdict.voci
    items = tuple([voce.importo for voce in voci if voce.importo is not None])
    cents = [item.cents for item in items]
    sound = len(items) == len(voci) and min(cents, default=0) >= 0
    if importo is None or not sound or sum(cents) != importo.cents:
        name = candidato.riferimento
        raise InvalidValue(
            it=f"l'importo di `{name}` non è la somma di voci note e non negative; "
            "rifai la decisione con una misura che paga",
            en=f"the amount of `{name}` is not the sum of known items from zero up; "
            "decide it again with a measure that pays",
        )
    return items


def senza_dotazione(ranked: Iterable[Candidato]) -> Iterator[Posizione]:
    """Give the positions when no endowment is known: ranked, and nothing paid."""
    for rango, candidato in enumerate(ranked, start=1):
        yield Posizione(
            rango=rango,
            riferimento=candidato.riferimento,
            spettante=candidato.verdict.importo,
            pagato=None,
            voci=(),
            stato=Stato.NON_ASSEGNATA,
        )


def in_alloggi(ranked: Iterable[Candidato], spesa: Spesa) -> Iterator[Posizione]:
    """Give the positions of an endowment in dwellings: one to each, while there are."""
    rows = zip(ranked, spesa.pagati, spesa.riserve, strict=True)
    for rango, (candidato, alloggi, riserva) in enumerate(rows, start=1):
        yield Posizione(
            rango=rango,
            riferimento=candidato.riferimento,
            spettante=None,
            pagato=None,
            voci=(),
            stato=_stato(1, alloggi),
            riserva=riserva,
            alloggi=alloggi,
        )


def in_euro(
    ranked: Iterable[Candidato],
    voci: Iterable[tuple[Euro, ...]],
    dovuti: Iterable[int],
    spesa: Spesa,
) -> Iterator[Posizione]:
    """Give the positions of an endowment in euro; `voci` are what is due to each, by item."""
    rows = zip(ranked, voci, dovuti, spesa.pagati, spesa.riserve, strict=True)
    for rango, (candidato, items, due, paid, riserva) in enumerate(rows, start=1):
        filled = items if paid == due else _riempite(items, paid)
        verdict = candidato.verdict
        yield Posizione(
            rango=rango,
            riferimento=candidato.riferimento,
            spettante=verdict.importo,
            pagato=verdict.importo if paid == due else Euro(paid),
            voci=tuple(zip([voce.codice for voce in verdict.voci], filled, strict=True)),
            stato=_stato(due, paid),
            riserva=riserva,
        )


def _riempite(items: tuple[Euro, ...], paid: int) -> list[Euro]:
    """Fill the items in order, each up to what is due for it."""
    cents = ripartisci([item.cents for item in items], paid, Esaurimento.RESIDUO)
    return [Euro(part) for part in cents]


def _stato(due: int, paid: int) -> Stato:
    if paid == due:
        return Stato.FINANZIATA
    return Stato.PARZIALE if paid else Stato.IN_ATTESA
