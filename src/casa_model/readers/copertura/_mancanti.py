"""The cases that are missing: for each hole the smallest household, with nothing expected yet."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from casa_model.errors import IllTyped
from casa_model.readers.cases import Atteso, Caso, prova
from casa_model.readers.copertura._chiesto import chiesto
from casa_model.readers.copertura._copertura import Copertura
from casa_model.readers.copertura._fonti import norma_di
from casa_model.readers.copertura._parole import parole
from casa_model.readers.copertura._propri import only_own
from casa_model.readers.copertura._punto import Punto, codice
from casa_model.readers.porta import in_time
from casa_model.rules import tree as t
from casa_model.rules.avviso import Avviso, measure_of, only_rules
from casa_model.rules.facts import Fatti
from casa_model.rules.moments import day_of
from casa_model.rules.names import COMPONENTI
from casa_model.rules.porta import DATA_DOMANDA
from casa_model.rules.reach import names_among, reached
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.errors import Lang
    from casa_model.readers.copertura._ricerca import Trovato
    from casa_model.readers.copertura._vede import Nucleo
    from casa_model.rules.misura import Misura

_DAY: Final = timedelta(days=1)

_OUTCOME: Final = Atteso(motivi=(), mancano=())
"""To be written: whoever writes that it is not admitted is asked why, or else what is missing."""
_AMOUNT: Final = evolve(_OUTCOME, importo_da_scrivere=True)
_TOLD: Final = 3
"""How many other points the note of a case names."""

_ALSO: Final = Testo(it="prova anche: {a}", en="it also tries: {a}")
_ONE_MORE: Final = Testo(it="e un altro punto", en="and one more point")
_MORE: Final = Testo(it="e altri {n} punti", en="and {n} more points")


@frozen
class CasoMancante:
    """A generated case, which expects nothing until a person writes it, and the holes it fills.

    `punti` begins with the one for which it was made. No other case of the series fills them all.
    """

    caso: Caso
    punti: tuple[Punto, ...]


def casi_mancanti(
    regole: Misura | Avviso, coperta: Copertura, *, lang: Lang
) -> tuple[CasoMancante, ...]:
    """A case for each hole for which a household was found; one may fill several.

    Each was asked, and covers its points. `testo` says in words in `lang` what it is for, `nota`
    what else it covers, `norma` where the article is. The reasons of who is not admitted, the
    facts that are missing, and where only the amount tells a point the amount are to be written.
    Of a notice they apply within its terms, where they say their day and the point is not about it;
    a hole that only who applies out of them would see gets none.

    Raises `IllTyped` when `regole` are neither a measure nor a notice or `coperta` is no coverage,
    `InvalidValue` when it is that of other rules.
    """
    only_rules(regole)
    misura = measure_of(regole)
    if type(coperta) is not Copertura:
        raise IllTyped(
            it="`coperta` non è una copertura; passa `copertura(regole, casi)`",
            en="`coperta` is no coverage; pass `copertura(regole, casi)`",
        )
    only_own(misura, [each.punto for each in coperta.punti])
    holes = [each.punto for each in coperta.mancanti if each.nucleo is not None]
    kept = _needed(regole, misura, coperta, holes)
    return tuple(_made(misura, kept, holes, lang))


def _needed(
    regole: Misura | Avviso, misura: Misura, coperta: Copertura, holes: list[Punto]
) -> list[tuple[Punto, Nucleo]]:
    """One household for each hole that no other fills: those that only repeat are left out.

    So are those that the door refuses, which see nothing: their holes stay.
    """
    made: list[tuple[Punto, Nucleo]] = []
    for each in coperta.mancanti:
        if each.nucleo is not None and not any(n.vede(each.punto) for _, n in made):
            nucleo = _in_time(regole, misura, each.punto, each.nucleo)
            if nucleo is not None:
                made.append((each.punto, nucleo))
    for one in tuple(made):
        rest = [other for other in made if other is not one]
        if all(any(n.vede(hole) for _, n in rest) for hole in holes if one[1].vede(hole)):
            made = rest
    return made


def _in_time(
    regole: Misura | Avviso, misura: Misura, punto: Punto, found: Trovato
) -> Nucleo | None:
    """The household, applying on a day within the terms if its own is not and all else is as it is.

    Out of the terms no rule is asked, and the case would cover nothing: None if there is no other.
    """
    fatti = _counted(misura, found.fatti)
    tries = [fatti]
    day = fatti.valori.get(DATA_DOMANDA)
    if isinstance(regole, Avviso) and type(day) is date and not in_time(regole, day):
        others = (other for other in _days(regole) if in_time(regole, other))
        moved = ({**fatti.valori, DATA_DOMANDA: other} for other in others)
        tries = [*(Fatti(valori, fatti.membri) for valori in moved), fatti]
    for each in tries:
        (tried,) = prova(regole, [Caso("nucleo", each, _AMOUNT, on=found.on)])
        nucleo = chiesto(misura, tried)
        if nucleo is not None and nucleo.vede(punto):
            return nucleo
    return None


def _counted(misura: Misura, fatti: Fatti) -> Fatti:
    """With the number of the members that are listed, where the rule does not read it.

    A case that leaves it unknown must say so, for who lists them says how many they are.
    """
    facts = {fatto.nome for fatto in misura.fatti if not fatto.membro}
    read = names_among(reached(misura, misura.requisiti), t.Fact)
    if fatti.membri is None or COMPONENTI not in facts - read:
        return fatti
    return Fatti({COMPONENTI: len(fatti.membri), **fatti.valori}, fatti.membri)


def _days(avviso: Avviso) -> Iterator[date]:
    """Days that may be within the terms: those of a term, and those just inside."""
    for term, step in ((avviso.apertura, _DAY), (avviso.chiusura, -_DAY)):
        if term is not None:
            yield from (day_of(term), day_of(term) + step)


def _made(
    misura: Misura, kept: list[tuple[Punto, Nucleo]], holes: list[Punto], lang: Lang
) -> Iterator[CasoMancante]:
    left = list(holes)
    used: set[str] = set()
    for punto, nucleo in kept:
        others = [hole for hole in left if hole is not punto and nucleo.vede(hole)]
        left = [hole for hole in left if hole is not punto and hole not in others]
        caso = Caso(
            codice=_name(punto, used),
            fatti=nucleo.fatti,
            atteso=_AMOUNT if any(each.di_importo for each in (punto, *others)) else _OUTCOME,
            on=None if misura.calendario is not None else nucleo.on,
            norma=norma_di(misura, punto),
            testo=parole(punto, lang),
            nota=_also(others, lang),
        )
        yield CasoMancante(caso, (punto, *others))


def _name(punto: Punto, used: set[str]) -> str:
    """The name of the point, and a number where a rule has chosen names that come out alike."""
    name = codice(punto)
    found = next(c for n in count(1) if (c := name if n == 1 else f"{name}-{n}") not in used)
    used.add(found)
    return found


def _also(others: list[Punto], lang: Lang) -> str | None:
    """What else a case covers, the first few points by name."""
    if not others:
        return None
    told = [parole(other, lang) for other in others[:_TOLD]]
    rest = len(others) - _TOLD
    if rest > 0:
        told.append((_ONE_MORE if rest == 1 else _MORE).render(lang).format(n=rest))
    return _ALSO.render(lang).format(a="; ".join(told))
