"""One application: a reference, when it was made, and what is known of who applies."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Final

from attrs import Attribute, field, frozen

from casa_model.errors import IllTyped, InvalidValue
from casa_model.nuclei._masked import masked
from casa_model.nuclei.assegnazione import Assegnazione
from casa_model.nuclei.isee import AttestazioneIsee
from casa_model.nuclei.nucleo import Nucleo
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Momento
from casa_model.values._exact import exact

# The form of a person's tax code, a letter in place of a digit included (omocodia). Its check
# letter is not computed: a mistyped code tells as much of a person.
_DIGIT: Final = "[0-9LMNPQRSTUV]"
CODICE_FISCALE: Final = (
    rf"[A-Z]{{6}}{_DIGIT}{{2}}[ABCDEHLMPRST]{_DIGIT}{{2}}[A-Z]{_DIGIT}{{3}}[A-Z]"
)
_TAX_CODE: Final = re.compile(
    rf"(?<![A-Z0-9]){CODICE_FISCALE}(?![A-Z0-9])", re.ASCII | re.IGNORECASE
)

# A word of letters only, as in a name: `Rossi`, `D'Amico`, `Bo-Rossi`, `M.`
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*")
_GAP: Final = re.compile(r"[\s,;]+")


def sembra_nome(codice: str) -> bool:
    """Whether a code has two words of letters only, or more, as the name of a person has."""
    return sum(_WORD.fullmatch(word) is not None for word in _GAP.split(codice)) > 1


def sembra_codice_fiscale(codice: str) -> bool:
    """Whether a code has the form of a person's tax code somewhere inside."""
    return _TAX_CODE.search(codice) is not None


def _nameless(_domanda: Domanda, attribute: Attribute[Any], value: str) -> None:
    if sembra_nome(value):
        raise InvalidValue(
            it=f"`{attribute.name}` ha due o più parole di sole lettere, come il nome di una "
            "persona; usa un codice che non dica nulla fuori dal tuo archivio",
            en=f"`{attribute.name}` has two or more words of letters only, like a person's name; "
            "use a code that means nothing outside your own archive",
        )


def _anonymous(_domanda: Domanda, attribute: Attribute[Any], value: str | None) -> None:
    if value is None:
        return
    if not value.strip():
        raise InvalidValue(
            it=f"`{attribute.name}` è vuoto; scrivi un codice del tuo archivio",
            en=f"`{attribute.name}` is blank; write a code of your own archive",
        )
    if sembra_codice_fiscale(value):
        raise InvalidValue(
            it=f"`{attribute.name}` ha la forma di un codice fiscale; "
            "usa un codice che non dica nulla fuori dal tuo archivio",
            en=f"`{attribute.name}` has the form of a tax code (codice fiscale); "
            "use a code that means nothing outside your own archive",
        )


def _local(_domanda: Domanda, _attribute: Attribute[Any], value: Momento | None) -> None:
    if value is None or type(value) is date:
        return
    if type(value) is not datetime or value.tzinfo is not None:
        raise IllTyped(
            it="`presentata` deve essere un giorno, anche con l'ora ma senza fuso; "
            "passa l'ora italiana",
            en="`presentata` must be a day, perhaps with an hour but no time zone; "
            "pass the hour in Italy",
        )


@frozen
class Domanda:
    """An application; what is not known is None, or absent from `fatti`.

    `riferimento` means nothing outside the caller's archive: no name, codice fiscale or address
    has a place here. `presentata` is the day of the application, or the day with the hour of the
    clock in Italy. `fatti` holds every fact that has no place of its own in `nucleo`, `isee` and
    `assegnazione`; see `casa_model.nuclei.fatti_di` for how they meet.

    Raises `InvalidValue` for a `riferimento` or a `protocollo` that is blank or has the form of a
    codice fiscale, for a `riferimento` of two words of letters or more, which looks like a name;
    `IllTyped` for a wrong type. Neither tells the value.
    """

    riferimento: str = field(validator=[exact(str), _anonymous, _nameless])
    presentata: Momento | None = field(default=None, repr=masked, validator=_local)
    protocollo: str | None = field(
        default=None, repr=masked, validator=[exact(str, optional=True), _anonymous]
    )
    fatti: Fatti = field(factory=Fatti, validator=exact(Fatti))
    nucleo: Nucleo | None = field(default=None, validator=exact(Nucleo, optional=True))
    isee: AttestazioneIsee | None = field(
        default=None, validator=exact(AttestazioneIsee, optional=True)
    )
    assegnazione: Assegnazione | None = field(
        default=None, validator=exact(Assegnazione, optional=True)
    )
