"""What must hold between plans, lines, endowments, grants, projects and funds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.errors import Problem
from casa_model.programma._almeno import at_least
from casa_model.programma._noti import Known, named, under, unknown
from casa_model.programma.cifre import Precisione
from casa_model.programma.linee import ALER, COMUNI, RESIDUI
from casa_model.programma.territorio import ammissibile
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from casa_model.programma._noti import Where
    from casa_model.programma.linee import Concessione, DotazioneLinea
    from casa_model.programma.programma import Programma

_WHOLES: Final = frozenset({ALER, COMUNI, RESIDUI})


def money(programma: Programma, known: Known) -> Iterator[Problem]:
    """All that is not sound in the money of a programme."""
    for linea in programma.linee:
        yield from named(("linee", linea.codice, "piano"), linea.piano, known.piani, "piano-ignoto")
    for dotazione in programma.dotazioni:
        yield from _endowment(dotazione, known)
    yield from _same_day(programma.dotazioni)
    for concessione in programma.concessioni:
        where: Where = ("concessioni", concessione.codice)
        yield from (under(where, each) for each in _grant(concessione, known))
    yield from _over(programma)
    for progetto in programma.progetti:
        where = ("progetti", progetto.codice)
        yield from named(
            (*where, "concessione"), progetto.concessione, known.concessioni, "concessione-ignota"
        )
        for field, names, code in (
            ("quartieri", known.quartieri, "quartiere-ignoto"),
            ("presidi", known.presidi, "presidio-ignoto"),
        ):
            yield from unknown((*where, field), getattr(progetto, field), names, code)
    owners: dict[str, str] = {}
    for progetto in programma.progetti:
        if progetto.cup is not None:
            other = owners.setdefault(str(progetto.cup), progetto.codice)
            if other != progetto.codice:
                yield Problem(
                    "cup-ripetuto", ("progetti", progetto.codice, "cup"), {"altro": other}
                )
    for fondo in programma.fondi:
        for at, quota in enumerate(fondo.quote):
            where = ("fondi", fondo.codice, "quote", at, "a")
            yield from named(where, quota.a, known.enti | _WHOLES, "quota-ignota")


def _endowment(dotazione: DotazioneLinea, known: Known) -> Iterator[Problem]:
    where: Where = ("dotazioni", dotazione.codice)
    yield from named((*where, "piano"), dotazione.piano, known.piani, "piano-ignoto")
    if dotazione.linea is not None:
        yield from named((*where, "linea"), dotazione.linea, known.linee, "linea-ignota")
        plan = known.linee.get(dotazione.linea, dotazione.piano)
        if plan != dotazione.piano:
            data = {"linea": dotazione.linea, "atteso": plan, "piano": dotazione.piano}
            yield Problem("linea-di-altro-piano", (*where, "linea"), data)


def _same_day(dotazioni: Iterable[DotazioneLinea]) -> Iterator[Problem]:
    """Two wholes of one line on one day: nobody could say which is in force."""
    seen: set[tuple[str, str | None, date]] = set()
    for each in dotazioni:
        if each.giorno is not None and not each.aggiunge:
            key = (each.piano, each.linea, each.giorno)
            if key in seen:
                data = {"nome": each.oggetto, "giorno": str(each.giorno)}
                yield Problem("dotazione-doppia", ("dotazioni", each.codice, "giorno"), data)
            seen.add(key)


def _grant(concessione: Concessione, known: Known) -> Iterator[Problem]:
    name = concessione.beneficiario
    yield from named(("beneficiario",), name, known.enti, "beneficiario-ignoto")
    least = known.minimi.get(concessione.piano or "")
    if least is not None and _may(name, known, least) is False:
        data = {"nome": name, "minimo": str(least)}
        yield Problem("beneficiario-non-ammissibile", ("beneficiario",), data)
    if concessione.piano is not None:
        yield from named(("piano",), concessione.piano, known.piani, "piano-ignoto")
    for at, parte in enumerate(concessione.parti):
        yield from named(("parti", at, "linea"), parte.linea, known.linee, "linea-ignota")


def _may(ente: str, known: Known, minimo: int) -> bool | None:
    """Whether a body may ask for a grant of a plan; None when that is not known."""
    comune = known.comuni.get(ente)
    provincia = None if comune is None else known.province.get(comune.provincia)
    if comune is None or provincia is None:
        return True if ente in known.aler else None
    return ammissibile(comune, provincia, minimo)


def _over(programma: Programma) -> Iterator[Problem]:
    """Known grants on a line above the largest endowment that it ever had."""
    largest = _largest(programma.dotazioni)
    granted: dict[str, int] = {}
    for concessione in programma.concessioni:
        for at, parte in enumerate(concessione.parti):
            line = parte.linea
            granted[line] = granted.get(line, 0) + at_least((parte.cifra,))
            if line in largest and granted[line] > largest[line]:
                where: Where = ("concessioni", concessione.codice, "parti", at, "cifra")
                data = {
                    "linea": line,
                    "somma": str(Euro(granted[line])),
                    "dotazione": str(Euro(largest[line])),
                }
                yield Problem("concessioni-oltre-la-dotazione", where, data)


def _largest(dotazioni: Iterable[DotazioneLinea]) -> Mapping[str, int]:
    """The largest whole of each line, in cents, where it is an exact one: others bound nothing."""
    found: dict[str, tuple[bool, int, bool]] = {}
    for each in dotazioni:
        if each.linea is not None and not each.aggiunge:
            kind = each.cifra.precisione
            whole = (
                kind is Precisione.OLTRE,
                each.cifra.euro.cents,
                kind is Precisione.ESATTA,
            )
            found[each.linea] = max(whole, found.get(each.linea, whole))
    return {line: cents for line, (_, cents, exact) in found.items() if exact}
