"""The catalogue of services: what each is, who gives it, which profession it needs, what it is not.

The definitions are in our own words; each carries the source that it was taken from.
"""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import InvalidEntry, Problem
from casa_model.programma._ripetuti import repeated
from casa_model.programma.cifre import Conteggio
from casa_model.values import Fonte, Testo
from casa_model.values._exact import exact
from casa_model.values._kebab import kebab


@frozen
class Professione:
    """A profession of the people who give services, such as the neighbourhood nurse."""

    codice: str = field(validator=kebab)
    nome: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))


@frozen
class Standard:
    """How many inhabitants one person of a profession looks after at most: one for `abitanti`.

    Raises `InvalidEntry` for one person for no inhabitants.
    """

    codice: str = field(validator=kebab)
    professione: str = field(validator=kebab)
    abitanti: Conteggio = field(validator=exact(Conteggio))
    fonte: Fonte = field(validator=exact(Fonte))

    def __attrs_post_init__(self) -> None:
        if self.abitanti.quanti == 0:
            raise InvalidEntry(Problem("standard-di-nessuno", ("abitanti",)))


@frozen
class RuoloOrganico:
    """A role of the staff: its profession, and how many people, where that is known."""

    professione: str = field(validator=kebab)
    fonte: Fonte = field(validator=exact(Fonte))
    quanti: Conteggio | None = field(default=None, validator=exact(Conteggio, optional=True))


@frozen
class Prestazione:
    """One of the things that a service does: a kind of help, of care, of support."""

    codice: str = field(validator=kebab)
    nome: Testo = field(validator=exact(Testo))


@frozen
class TipoServizio:
    """A kind of service, as the programme means it.

    `professioni` are the codes of the professions that can give it: one of them is enough, and with
    none the source names none. `riservato` services are those whose address is withheld: exporters
    do not say where they are unless asked by name. Raises `InvalidEntry` when a `prestazione` or a
    profession stands twice.
    """

    codice: str = field(validator=kebab)
    nome: Testo = field(validator=exact(Testo))
    definizione: Testo = field(validator=exact(Testo))
    erogatore: Testo = field(validator=exact(Testo))
    non_e: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))
    professioni: tuple[str, ...] = field(
        default=(), validator=deep_iterable(exact(str), exact(tuple))
    )
    prestazioni: tuple[Prestazione, ...] = field(
        default=(), validator=deep_iterable(exact(Prestazione), exact(tuple))
    )
    riservato: bool = field(default=False, validator=exact(bool))

    def __attrs_post_init__(self) -> None:
        codes = tuple(each.codice for each in self.prestazioni)
        problems = (
            *repeated(codes, "prestazione-ripetuta", "prestazioni", "codice"),
            *repeated(self.professioni, "professione-ripetuta", "professioni"),
        )
        if problems:
            raise InvalidEntry(*problems)
