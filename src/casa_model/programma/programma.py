"""The whole programme, as one edition gives it: every entry once, every reference good."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from attrs import evolve, field, fields, frozen

from casa_model.errors import IllTyped, InvalidEntry, UnknownName, near
from casa_model.programma._integrita import problems_of
from casa_model.programma.linee import (
    Concessione,
    DotazioneLinea,
    FondoAnnuo,
    LineaFinanziamento,
    Piano,
    Progetto,
)
from casa_model.programma.orari._roma import exact_day
from casa_model.programma.presidi import Presidio
from casa_model.programma.servizi import Professione, Standard, TipoServizio
from casa_model.programma.territorio import Aler, Comune, Provincia, Quartiere
from casa_model.values import Atto, FrozenMap, Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

T = TypeVar("T")

WORDS: Final = {
    Provincia: Testo(it="una provincia", en="a province"),
    Comune: Testo(it="un comune", en="a comune"),
    Aler: Testo(it="una Aler", en="an Aler"),
    Quartiere: Testo(it="un quartiere", en="a quarter"),
    Professione: Testo(it="una professione", en="a profession"),
    Standard: Testo(it="uno standard", en="a standard"),
    TipoServizio: Testo(it="un servizio", en="a service"),
    Presidio: Testo(it="un presidio", en="a presidio"),
    Piano: Testo(it="un piano", en="a plan"),
    LineaFinanziamento: Testo(it="una linea", en="a line"),
    DotazioneLinea: Testo(it="una dotazione", en="an endowment"),
    Concessione: Testo(it="una concessione", en="a grant"),
    Progetto: Testo(it="un progetto", en="a project"),
    FondoAnnuo: Testo(it="un fondo", en="a fund"),
    Atto: Testo(it="un atto", en="an act"),
}
"""The kinds of entry, as a person calls one of them."""


@frozen
class Programma:
    """Every entry of the programme, in the order of its files.

    Raises `InvalidEntry` with every code that stands twice, every reference to nothing, and all
    that is not sound between entries: a service without the profession that it needs, grants over
    the endowment of their line. Integrity speaks only of what is known.
    """

    province: tuple[Provincia, ...] = field(default=(), repr=False)
    comuni: tuple[Comune, ...] = field(default=(), repr=False)
    aler: tuple[Aler, ...] = field(default=(), repr=False)
    quartieri: tuple[Quartiere, ...] = field(default=(), repr=False)
    professioni: tuple[Professione, ...] = field(default=(), repr=False)
    standard: tuple[Standard, ...] = field(default=(), repr=False)
    servizi: tuple[TipoServizio, ...] = field(default=(), repr=False)
    presidi: tuple[Presidio, ...] = field(default=(), repr=False)
    piani: tuple[Piano, ...] = field(default=(), repr=False)
    linee: tuple[LineaFinanziamento, ...] = field(default=(), repr=False)
    dotazioni: tuple[DotazioneLinea, ...] = field(default=(), repr=False)
    concessioni: tuple[Concessione, ...] = field(default=(), repr=False)
    progetti: tuple[Progetto, ...] = field(default=(), repr=False)
    fondi: tuple[FondoAnnuo, ...] = field(default=(), repr=False)
    atti: tuple[Atto, ...] = field(default=(), repr=False)
    _index: Mapping[type, Mapping[str, Any]] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        found = tuple(problems_of(self))
        if found:
            raise InvalidEntry(*found)
        rows = (getattr(self, each.name) for each in fields(Programma) if each.init)
        index = {type(row[0]): FrozenMap({e.codice: e for e in row}) for row in rows if row}
        object.__setattr__(self, "_index", index)

    def trova(self, kind: type[T], codice: str) -> T:
        """Return the entry of a kind by its code: ``trova(Presidio, "salomone")``.

        Raises `UnknownName`, with a near miss when there is one, and `IllTyped` when `kind` is no
        kind of entry.
        """
        word = cast("Mapping[type, Testo]", WORDS).get(kind)
        if word is None:
            raise IllTyped(
                it="non è un genere di voci del programma; passa per esempio `Presidio`",
                en="it is no kind of entry of the programme; pass for example `Presidio`",
            )
        known = self._index.get(kind, {})
        if codice in known:
            return cast("T", known[codice])
        close = near(codice, known)
        listed = f"`{close}`" if close is not None else ", ".join(f"`{name}`" for name in known)
        raise UnknownName(
            it=f"`{codice}` non è {word.it} del programma; usa {listed or 'un file che ne abbia'}",
            en=f"`{codice}` is not {word.en} of the programme; use {listed or 'a file with some'}",
        )

    def ente(self, codice: str) -> Aler | Comune:
        """Return the Aler or the comune with a code. Raises `UnknownName`."""
        known = self._index.get(Aler, {})
        return self.trova(Aler, codice) if codice in known else self.trova(Comune, codice)

    def dotazione(self, oggetto: str, *, on: date) -> DotazioneLinea | None:
        """Return the endowment of a line (or of a whole plan) in force on a day, or None.

        It is the last one of which the day is known, and is not after `on`; what only adds to it is
        no whole. Raises `UnknownName` when `oggetto` is neither a line nor a plan.
        """
        if oggetto not in self._index.get(Piano, {}):
            self.trova(LineaFinanziamento, oggetto)
        dated = [
            (each.giorno, at, each)
            for at, each in enumerate(self.dotazioni)
            if each.oggetto == oggetto and not each.aggiunge
            if each.giorno is not None and each.giorno <= on
        ]
        return max(dated, key=lambda each: each[:2])[2] if dated else None

    def il(self, on: date) -> Programma:
        """Return the programme as it stood on a day.

        Presidi and services that were not there, and money that was not yet announced, are left
        out; what has no day stays. Places and the catalogue of services are the same for ever. A
        presidio of nothing but reserved services is left out on days when it gives none: nothing
        would tell any more that its place is not for everybody. Raises `IllTyped` when `on` is no
        day.
        """
        exact_day(on)
        presidi = tuple(self._presidi(on))
        concessioni = _announced(self.concessioni, on)
        places, grants = {p.codice for p in presidi}, {c.codice for c in concessioni}
        return evolve(
            self,
            presidi=presidi,
            dotazioni=_announced(self.dotazioni, on),
            concessioni=concessioni,
            fondi=_announced(self.fondi, on),
            progetti=tuple(
                evolve(each, presidi=tuple(p for p in each.presidi if p in places))
                for each in self.progetti
                if each.concessione in grants
            ),
        )

    def _presidi(self, on: date) -> Iterator[Presidio]:
        hidden = {each.codice for each in self.servizi if each.riservato}
        for each in self.presidi:
            given = tuple(s for s in each.servizi if _there(s.dal, s.al, on))
            withheld = each.servizi and all(s.servizio in hidden for s in each.servizi)
            if _there(each.dal, each.al, on) and (given or not withheld):
                yield evolve(each, servizi=given)


Dated = TypeVar("Dated", DotazioneLinea, Concessione, FondoAnnuo)


def _announced(entries: Iterable[Dated], on: date) -> tuple[Dated, ...]:
    return tuple(each for each in entries if each.giorno is None or each.giorno <= on)


def _there(dal: date | None, al: date | None, on: date) -> bool:
    return (dal is None or dal <= on) and (al is None or on <= al)
