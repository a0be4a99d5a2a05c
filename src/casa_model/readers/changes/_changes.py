"""From a household to the smallest changes by which it would have another outcome."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.errors import IllTyped, InvalidValue
from casa_model.readers.changes._cambiamenti import Cambiamenti, Cambiamento, NonDeciso, Scopo
from casa_model.readers.changes._fino import lasting
from casa_model.readers.changes._giorni import the_day
from casa_model.readers.changes._importo import greatest
from casa_model.readers.changes._inquiry import DAY, Inquiry
from casa_model.readers.changes._passi import Passi
from casa_model.readers.changes._rimedi import remedies
from casa_model.readers.changes._scopi import admitted, at_least, not_refused
from casa_model.readers.changes._tempo import stretches
from casa_model.readers.evaluate import evaluate
from casa_model.readers.needs import more_later
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Cambia

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from casa_model.readers.changes._tempo import Stretch
    from casa_model.readers.ranges import Goal, Place
    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Fatti
    from casa_model.rules.misura import Misura

PASSI: Final = 20_000
"""How many answers all the searches for a household may ask for, unless told otherwise."""

PASSI_DI_UNA: Final = 1_000
"""How many one search may: a fact that is hard to decide leaves steps to the others."""


def changes(misura: Misura, fatti: Fatti, *, on: date, passi: int = PASSI) -> Cambiamenti:
    """The smallest changes by which a household would have another outcome, or be due more.

    Of a refused household: the nearest value of each fact by which it would be admitted, or where
    none does no longer refused (what the act asks and nobody has read leaves every application to
    be completed). Of an admitted one: by which more is due. Of one to be completed there is nothing
    to change: `mancano` says what to bring. Facts that are not known are not changed: learning one
    never overturns a refusal. What a person owes (`obbligo`) is only ever made less, what is done
    (`adempimento`) stays done. Where no change is enough, `rimedi` says what each requirement would
    take. `passi` is how many steps the searches may take together: what they did not decide is in
    `non_decisi`.

    Every change is re-evaluated with `evaluate` before it is told. Raises as `evaluate` does, and
    for steps that are no whole number (`IllTyped`) or not one at least (`InvalidValue`).
    """
    _only_steps(passi)
    verdict = evaluate(misura, fatti, on=on)
    scopo, goals = _wanted(verdict)
    found = Cambiamenti(
        misura=misura.codice,
        on=on,
        verdict=verdict,
        scopo=scopo,
        falliti=tuple(f.codice for f in verdict.findings if f.esito is False),
        non_visti=tuple(f.codice for f in verdict.findings if f.non_visto),
        data_fissa=None if misura.calendario is None else misura.calendario.data_requisiti,
        altri=bool(verdict.mancano) and more_later(misura, fatti, verdict.mancano, on=on),
    )
    if not goals:
        return found
    (reader, _, last), *later = stretches(misura, on)
    steps = Passi(passi, min(passi, PASSI_DI_UNA))
    inquiry = Inquiry(reader, fatti, verdict, goals, last, steps)
    return _found(found, inquiry, later)


def _only_steps(passi: object) -> None:
    if type(passi) is not int:
        raise IllTyped(
            it="`passi` non è un numero intero; passa per esempio `passi=20_000`",
            en="`passi` is no whole number; pass for example `passi=20_000`",
        )
    if passi < 1:
        raise InvalidValue(
            it="una ricerca vuole almeno un passo; cambia `passi`",
            en="a search wants a step at least; change `passi`",
        )


def _wanted(verdict: Verdict) -> tuple[Scopo, tuple[Goal, ...]]:
    """What is wanted: each goal is worth more than those before it."""
    if verdict.esito is Esito.NON_AMMESSO:
        return Scopo.AMMISSIONE, (not_refused, admitted)
    if verdict.importo is not None:
        return Scopo.IMPORTO, (at_least(verdict.importo.cents + 1),)
    return Scopo.NESSUNO, ()


def _found(found: Cambiamenti, inquiry: Inquiry, later: Sequence[Stretch]) -> Cambiamenti:
    places = [] if inquiry.hopeless(known := inquiry.places()) else known
    single = {place: each for place in places if (each := _single(inquiry, place)) is not None}
    by = {who: tuple(c for c in single.values() if c.cambia is who) for who in Cambia}
    day = the_day(inquiry, later)
    here = (*by[Cambia.PERSONA], *by[Cambia.TEMPO], *(() if found.data_fissa else day))
    movable = [place for place in places if inquiry.cambia(place) is not Cambia.NESSUNO]
    movable += [] if day else [DAY]
    pairs = () if here or inquiry.passi.undecided else _pairs(inquiry, movable, later)
    stuck = found.scopo is Scopo.AMMISSIONE and not (*single.values(), *day, *pairs)
    return evolve(
        found,
        persona=by[Cambia.PERSONA],
        tempo=by[Cambia.TEMPO],
        nessuno=by[Cambia.NESSUNO],
        giorni=day,
        coppie=pairs,
        rimedi=tuple(remedies(inquiry, later)) if stuck else (),
        esclusi=inquiry.left_out(),
        obblighi=inquiry.owed(),
        non_decisi=tuple(dict.fromkeys(inquiry.passi.undecided)),
    )


def _single(inquiry: Inquiry, place: Place) -> Cambiamento | None:
    """The nearest change of one fact; where somebody can make it, also the most it could give."""
    region = inquiry.nearest(place)
    if region is None:
        return None
    found = inquiry.change(region, (place,))
    paid = None not in {found.verdict.importo, inquiry.verdict.importo}
    if not paid or inquiry.cambia(place) is Cambia.NESSUNO:
        return found
    most = greatest(inquiry, place, region)
    return found if most is region else evolve(found, al_massimo=inquiry.change(most, (place,)))


def _pairs(
    inquiry: Inquiry, places: Sequence[Place], later: Sequence[Stretch]
) -> tuple[Cambiamento, ...]:
    """Changes of two facts, by who can make them, then by how far they are.

    When no step is left, those not tried are named together.
    """
    found: list[Cambiamento | None] = []
    for pair in () if inquiry.hopeless(places) else combinations(places, 2):
        if not inquiry.passi.left:
            left = NonDeciso(tuple(dict.fromkeys(p.nome for p in places)))
            inquiry.passi.undecided.append(left)
            break
        found.append(lasting(inquiry, pair, later))
    order = [*Cambia]

    def rank(each: Cambiamento) -> tuple[list[int], int]:
        who = [dato.fatto.cambia for dato in each.dati]
        who += [] if each.giorno is None else [Cambia.TEMPO]
        return sorted(map(order.index, who)), each.distanza

    return tuple(sorted((each for each in found if each is not None), key=rank))
