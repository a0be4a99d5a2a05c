"""What goes into a ranking and what comes out of it. Amounts never show in a `repr`."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import field, frozen

from casa_model.rules.avviso import Dotazione
from casa_model.rules.esito import Verdict
from casa_model.values import Euro, Testo


def _masked(value: object) -> str:
    return "None" if value is None else "<…>"


class Stato(StrEnum):
    """What the endowment does for an admitted candidate."""

    FINANZIATA = "finanziata"
    """All that is due is paid; also when what is due is 0,00."""
    PARZIALE = "parziale"
    """Something is paid, not all."""
    IN_ATTESA = "in-attesa"
    """Nothing is paid: the candidate is on the waiting list."""
    NON_ASSEGNATA = "non-assegnata"
    """The endowment is not known: the candidate is ranked and no money is given out."""


STATI: Final = {
    Stato.FINANZIATA: Testo(it="finanziata", en="funded"),
    Stato.PARZIALE: Testo(it="finanziata in parte", en="funded in part"),
    Stato.IN_ATTESA: Testo(it="in attesa", en="waiting"),
    Stato.NON_ASSEGNATA: Testo(it="dotazione non nota", en="endowment not known"),
}
"""Each state in words."""


@frozen
class Candidato:
    """An application and its verdict; `riferimento` is unique within the run."""

    riferimento: str
    verdict: Verdict


@frozen
class Posizione:
    """One place of the ranking; `rango` starts from 1.

    In euro, `spettante` is what is due, `pagato` what is paid and `voci` its items (their sum is
    `pagato`), in the order in which they are filled; `alloggi` is None. In dwellings those are
    None and empty, and `alloggi` is 1 or 0. Without an endowment only `spettante` is known.
    `riserva` is the first reserve that paid something, None when none did.
    """

    rango: int
    riferimento: str
    spettante: Euro | None = field(repr=_masked)
    pagato: Euro | None = field(repr=_masked)
    voci: tuple[tuple[str, Euro], ...] = field(repr=_masked)
    stato: Stato
    riserva: str | None = None
    alloggi: int | None = None


@frozen
class Graduatoria:
    """The admitted in order of rank, the endowment, and what is left of it.

    `residuo` is in euro or in dwellings, as the endowment is; None without an endowment.
    """

    posizioni: tuple[Posizione, ...]
    dotazione: Dotazione | None
    residuo: Euro | int | None
