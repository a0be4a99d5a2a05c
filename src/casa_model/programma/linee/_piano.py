"""A plan, its lines, and the endowments that were announced for them, each with its day."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import InvalidEntry, Problem
from casa_model.programma.cifre import Cifra, Conteggio
from casa_model.values import Fonte, Testo
from casa_model.values._exact import exact
from casa_model.values._kebab import kebab


@frozen
class Anni:
    """The years from `dal` to `al`, both included. Raises `InvalidEntry` when they are reversed."""

    dal: int = field(validator=exact(int))
    al: int = field(validator=exact(int))

    def __attrs_post_init__(self) -> None:
        if self.al < self.dal:
            data = {"dal": str(self.dal), "al": str(self.al)}
            raise InvalidEntry(Problem("anni-rovesciati", ("al",), data))

    def __str__(self) -> str:
        return str(self.dal) if self.dal == self.al else f"{self.dal}-{self.al}"


@frozen
class Piano:
    """A plan of the Region; `programma` is the European programme that pays for it, if one does.

    `alloggi_minimi`: from how many dwellings a comune of the metropolitan city may ask for a grant,
    beside the Aler and the provincial capitals; None when the plan has no such rule, or none is
    known.
    """

    codice: str = field(validator=kebab)
    titolo: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))
    programma: Testo | None = field(default=None, validator=exact(Testo, optional=True))
    alloggi_minimi: Conteggio | None = field(
        default=None, validator=exact(Conteggio, optional=True)
    )
    note: tuple[Testo, ...] = field(default=(), validator=deep_iterable(exact(Testo), exact(tuple)))


@frozen
class LineaFinanziamento:
    """A line of a plan: its `azione` in the programme, and what a project may cost at most."""

    codice: str = field(validator=kebab)
    piano: str = field(validator=kebab)
    titolo: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))
    azione: str | None = field(default=None, validator=exact(str, optional=True))
    priorita: Testo | None = field(default=None, validator=exact(Testo, optional=True))
    obiettivo: str | None = field(default=None, validator=exact(str, optional=True))
    massimale: Cifra | None = field(default=None, validator=exact(Cifra, optional=True))
    note: tuple[Testo, ...] = field(default=(), validator=deep_iterable(exact(Testo), exact(tuple)))


@frozen
class DotazioneLinea:
    """What a source says that a plan (or one `linea` of it) is endowed with, and since when.

    `giorno` is the day of the act, or that of the first report of it; None when it is not known:
    such an endowment is listed, and is in force on no day. One that `aggiunge` adds to the one in
    force before it, and says so only for the record: the new whole is an endowment of its own.
    """

    codice: str = field(validator=kebab)
    piano: str = field(validator=kebab)
    cifra: Cifra = field(validator=exact(Cifra))
    linea: str | None = field(default=None, validator=exact(str, optional=True))
    giorno: date | None = field(default=None, validator=exact(date, optional=True))
    anni: Anni | None = field(default=None, validator=exact(Anni, optional=True))
    aggiunge: bool = field(default=False, validator=exact(bool))
    note: tuple[Testo, ...] = field(default=(), validator=deep_iterable(exact(Testo), exact(tuple)))

    @property
    def oggetto(self) -> str:
        """The code of what is endowed: the line, or the whole plan."""
        return self.piano if self.linea is None else self.linea
