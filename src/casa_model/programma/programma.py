"""The whole programme, as one edition gives it: every entry once, every reference good."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from attrs import evolve, field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import IllTyped, InvalidEntry, UnknownName, near
from casa_model.programma._integrita import problems_of
from casa_model.programma._parte import index_of, part_of
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
from casa_model.values import Atto, Testo
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

T = TypeVar("T")
_U = TypeVar("_U")

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


def _section(kind: type) -> Any:  # noqa: ANN401 - a field of attrs, whatever its type
    return field(default=(), repr=False, validator=deep_iterable(exact(kind), exact(tuple)))


@frozen(repr=False)
class Programma:
    """Every entry of the programme, in the order of its files.

    Raises `InvalidEntry` with every code that stands twice, every reference to nothing, and all
    that is not sound between entries: a service without the profession that it needs, grants over
    the endowment of their line. Integrity speaks only of what is known.
    """

    province: tuple[Provincia, ...] = _section(Provincia)
    comuni: tuple[Comune, ...] = _section(Comune)
    aler: tuple[Aler, ...] = _section(Aler)
    quartieri: tuple[Quartiere, ...] = _section(Quartiere)
    professioni: tuple[Professione, ...] = _section(Professione)
    standard: tuple[Standard, ...] = _section(Standard)
    servizi: tuple[TipoServizio, ...] = _section(TipoServizio)
    presidi: tuple[Presidio, ...] = _section(Presidio)
    piani: tuple[Piano, ...] = _section(Piano)
    linee: tuple[LineaFinanziamento, ...] = _section(LineaFinanziamento)
    dotazioni: tuple[DotazioneLinea, ...] = _section(DotazioneLinea)
    concessioni: tuple[Concessione, ...] = _section(Concessione)
    progetti: tuple[Progetto, ...] = _section(Progetto)
    fondi: tuple[FondoAnnuo, ...] = _section(FondoAnnuo)
    atti: tuple[Atto, ...] = _section(Atto)
    _index: Mapping[type, Mapping[str, Any]] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        found = tuple(problems_of(self))
        if found:
            raise InvalidEntry(*found)
        object.__setattr__(self, "_index", index_of(self))

    def __repr__(self) -> str:
        return f"<Programma: {len(self.presidi)} presidi, {len(self.linee)} linee>"

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
        if type(codice) is not str:
            raise IllTyped(
                it='il codice deve essere un testo; passa per esempio `"salomone"`',
                en='the code must be a text; pass for example `"salomone"`',
            )
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
        return self._either(Aler, Comune, codice)

    def dotazione(self, oggetto: str, *, on: date) -> DotazioneLinea | None:
        """Return the endowment of a line (or of a whole plan) in force on a day, or None.

        It is the last one of which the day is known, and is not after `on`; what only adds to it is
        no whole. Raises `UnknownName` when `oggetto` is neither a line nor a plan, `IllTyped` when
        `on` is not a day without time.
        """
        exact_day(on)
        self._either(Piano, LineaFinanziamento, oggetto)
        dated = [
            (each.giorno, at, each)
            for at, each in enumerate(self.dotazioni)
            if each.oggetto == oggetto and not each.aggiunge
            if each.giorno is not None and each.giorno <= on
        ]
        return max(dated, key=lambda each: each[:2])[2] if dated else None

    def _either(self, kind: type[T], other: type[_U], codice: str) -> T | _U:
        """The entry of one kind or of another; a miss is told by the nearest code of both."""
        mine, others = self._index.get(kind, {}), self._index.get(other, {})
        meant = codice
        if type(codice) is str and codice not in mine and codice not in others:
            meant = near(codice, (*others, *mine)) or codice
        return self.trova(kind, codice) if meant in mine else self.trova(other, codice)

    def il(self, on: date) -> Programma:
        """Return the programme as it stood on a day.

        Presidi and services that were not there, and money that was not yet announced, are left
        out; what has no day stays. Places and the catalogue of services are the same for ever.
        A presidio of reserved services alone is left out on days when it gives none of them:
        nothing would say any more that its place is withheld. Raises `IllTyped` when `on` is not a
        day without time.
        """
        exact_day(on)
        reserved = {each.codice for each in self.servizi if each.riservato}
        there = [each for each in self.presidi if _there(each.dal, each.al, on)]
        presidi = tuple(
            now
            for each, now in ((each, _on_day(each, on)) for each in there)
            if now.servizi or not _only(each, reserved)
        )
        concessioni = _announced(self.concessioni, on)
        places, grants = {p.codice for p in presidi}, {c.codice for c in concessioni}
        return part_of(
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


def _on_day(presidio: Presidio, on: date) -> Presidio:
    servizi = tuple(each for each in presidio.servizi if _there(each.dal, each.al, on))
    return presidio if servizi == presidio.servizi else evolve(presidio, servizi=servizi)


def _only(presidio: Presidio, reserved: Collection[str]) -> bool:
    """Whether all that a presidio ever gives is reserved; of one that is not known, no."""
    return bool(presidio.servizi) and all(s.servizio in reserved for s in presidio.servizi)


Dated = TypeVar("Dated", DotazioneLinea, Concessione, FondoAnnuo)


def _announced(entries: Iterable[Dated], on: date) -> tuple[Dated, ...]:
    return tuple(each for each in entries if each.giorno is None or each.giorno <= on)


def _there(dal: date | None, al: date | None, on: date) -> bool:
    return (dal is None or dal <= on) and (al is None or on <= al)
