"""What a rule answers: a verdict with its findings. Values of facts never show in a `repr`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from casa_model.rules.facts import Value
from casa_model.values import Euro, Fonte, Testo

CONDIZIONE = "condizione"
"""What a `Finding` names when the requirement's own condition decided it."""


def _masked(value: object) -> str:
    return "<not known>" if value is None else "<…>"


class Esito(StrEnum):
    """The three outcomes of an application."""

    AMMESSO = "ammesso"
    NON_AMMESSO = "non-ammesso"
    DA_COMPLETARE = "da-completare"


CASI: Final = {
    Esito.AMMESSO: Testo(it="ammessa", en="admitted"),
    Esito.NON_AMMESSO: Testo(it="non ammessa", en="not admitted"),
    Esito.DA_COMPLETARE: Testo(it="da completare", en="to be completed"),
}
"""The outcomes in words, as they are said of an application."""


@frozen
class Finding:
    """How one requirement came out for one household.

    `esito` is True, False or None (not known). `deciso_da` names what made it hold:
    ``"condizione"``, or the code of the derogation; None when it does not hold or is not known.
    `mancano` are the facts still needed, by the definition of the tree.
    """

    codice: str
    testo: Testo
    fonte: Fonte
    esito: bool | None
    deciso_da: str | None = None
    mancano: tuple[str, ...] = ()
    non_visto: bool = False


@frozen
class EsitoVoce:
    """One item of the amount: what was due before the cap, and what the cap leaves of it."""

    codice: str
    spesa: Euro | None = field(repr=_masked)
    importo: Euro | None = field(repr=_masked)


@frozen
class EsitoDefinizione:
    """The value of a definition for this household; None when it is not known."""

    nome: str
    valore: Value | None = field(repr=_masked)


@frozen
class Verdict:
    """The answer of a measure about one household on one day.

    `importo` is present only with AMMESSO (and only if the measure pays): it may be 0,00.
    `voci` add up to `importo`, and are in the order in which a partial payment fills them.
    `mancano` is empty when a requirement is false, else the facts still needed by requirements,
    amount and ranking. `chiavi` are the values of the ranking keys that are facts or definitions,
    and `riserve` the codes of the reserves that the household may use.
    """

    misura: str
    on: date
    esito: Esito
    findings: tuple[Finding, ...]
    importo: Euro | None = field(default=None, repr=_masked)
    voci: tuple[EsitoVoce, ...] = ()
    definizioni: tuple[EsitoDefinizione, ...] = ()
    mancano: tuple[str, ...] = ()
    chiavi: tuple[tuple[str, Value | None], ...] = field(default=(), repr=_masked)
    riserve: tuple[str, ...] = ()
