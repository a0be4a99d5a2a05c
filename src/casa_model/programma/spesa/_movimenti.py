"""The entries of a ledger: a closed union, each with its own code, day and act."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from casa_model.programma._codici import kebab, printable
from casa_model.values import Cup, Euro, Fonte
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from attrs import Attribute


def _project(instance: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None:
        kebab(instance, attribute, value)


@frozen
class Stanziamento:
    """Endows the line with `importo`."""

    codice: str = field(validator=printable)
    giorno: date = field(validator=exact(date))
    atto: Fonte = field(validator=exact(Fonte))
    importo: Euro = field(validator=exact(Euro))


@frozen
class Impegno:
    """Commits `importo` to a beneficiary.

    `beneficiario` is the code of an Aler or a comune, never of a person.
    """

    codice: str = field(validator=printable)
    giorno: date = field(validator=exact(date))
    atto: Fonte = field(validator=exact(Fonte))
    importo: Euro = field(validator=exact(Euro))
    beneficiario: str = field(validator=kebab)
    progetto: str | None = field(default=None, validator=_project)
    cup: Cup | None = field(default=None, validator=exact(Cup, optional=True))


@frozen
class Liquidazione:
    """Pays `importo` of the commitment whose code is `impegno`."""

    codice: str = field(validator=printable)
    giorno: date = field(validator=exact(date))
    atto: Fonte = field(validator=exact(Fonte))
    impegno: str = field(validator=printable)
    importo: Euro = field(validator=exact(Euro))


@frozen
class Economia:
    """Frees `importo` of a commitment, which will not be spent; the commitment stays open."""

    codice: str = field(validator=printable)
    giorno: date = field(validator=exact(date))
    atto: Fonte = field(validator=exact(Fonte))
    impegno: str = field(validator=printable)
    importo: Euro = field(validator=exact(Euro))


@frozen
class Revoca:
    """Takes a commitment back: what is not paid of it is freed, and it is closed for good."""

    codice: str = field(validator=printable)
    giorno: date = field(validator=exact(date))
    atto: Fonte = field(validator=exact(Fonte))
    impegno: str = field(validator=printable)


@frozen
class Rettifica:
    """Corrects by `importo`, above or below zero, the earlier entry whose code is `movimento`.

    That is a `Stanziamento`, an `Impegno` or a `Liquidazione`. The correction counts from its own
    day on: the state of the days before stays as it was.
    """

    codice: str = field(validator=printable)
    giorno: date = field(validator=exact(date))
    atto: Fonte = field(validator=exact(Fonte))
    movimento: str = field(validator=printable)
    importo: Euro = field(validator=exact(Euro))


Movimento: TypeAlias = Stanziamento | Impegno | Liquidazione | Economia | Revoca | Rettifica
"""An entry of a ledger."""

KINDS = (Stanziamento, Impegno, Liquidazione, Economia, Revoca, Rettifica)
"""The classes of the union."""
