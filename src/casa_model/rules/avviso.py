"""A notice: what one owner publishes in one year on top of a measure."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from casa_model.rules.misura import Misura, Momento
from casa_model.values import Euro, Fonte, Testo


class Operazione(StrEnum):
    """What a notice does to a part of the measure."""

    AGGIUNGE = "aggiunge"
    SOSTITUISCE = "sostituisce"
    TOGLIE = "toglie"


@frozen
class Differenza:
    """One thing in which a notice departs from its measure, with its source.

    `parte` is "requisito", "parametro", "definizione", "fatto", "voce", "importo",
    "graduatoria" or "data-requisiti"; `nome` is what it is called there.
    """

    parte: str
    nome: str
    operazione: Operazione
    fonte: Fonte
    motivo: Testo | None = None


@frozen
class Dotazione:
    """The money (or the dwellings) that there is: exactly one of the two."""

    euro: Euro | None
    alloggi: int | None
    fonte: Fonte


@frozen
class Avviso:
    """A notice applied to its measure: `misura` is closed on the day of the notice's law.

    `apertura` and `chiusura` may carry an hour; an application made outside them is not
    admitted at the door, before any rule is asked.
    """

    codice: str
    titolo: Testo
    ente: str
    base: str
    misura: Misura
    fonte: Fonte
    pubblicazione: Momento | None = None
    apertura: Momento | None = None
    chiusura: Momento | None = None
    dotazione: Dotazione | None = None
    differenze: tuple[Differenza, ...] = ()
    note: tuple[Testo, ...] = ()
