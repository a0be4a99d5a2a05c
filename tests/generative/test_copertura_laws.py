"""Laws of coverage over random rules and households."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casa_model import Caso, Esito, evaluate
from casa_model.exchange.casi import leggi_casi, scrivi_casi
from casa_model.readers.cases import Atteso
from casa_model.readers.copertura import casi_mancanti, codice, copertura, punti
from casa_model.readers.copertura._vede import Nucleo
from casa_model.testing._admitted import admitted
from casa_model.testing._households import households, questions
from casa_model.testing._worked import expected_of

if TYPE_CHECKING:
    from datetime import date

    from casa_model.readers.copertura import CasoMancante
    from casa_model.rules.misura import Misura
    from casa_model.testing._households import Question

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _day(misura: Misura, caso: Caso) -> date:
    if caso.on is not None:
        return caso.on
    assert misura.calendario is not None
    return misura.calendario.giorno_norma


@given(st.data(), questions())
@SLOW
def test_each_generated_case_covers_its_points(data: st.DataObject, asked: Question) -> None:
    """Asked again, also as a file gives it back; and nobody sees what is called impossible."""
    misura = asked.misura
    coperta = copertura(misura, ())
    made = casi_mancanti(misura, coperta, lang="it")

    for each in made:
        nucleo = Nucleo(misura, each.caso.fatti, _day(misura, each.caso))
        assert all(nucleo.vede(punto) for punto in each.punti)
    assert _read_again(misura, made) == [each.caso.fatti for each in made]
    for fatti in (asked.fatti, data.draw(households(misura))):
        nucleo = Nucleo(misura, fatti, asked.on)
        assert not [codice(e.punto) for e in coperta.esclusi if nucleo.vede(e.punto)]


def _read_again(misura: Misura, made: tuple[CasoMancante, ...]) -> list[object]:
    if not made:
        return []
    text = scrivi_casi((each.caso for each in made), misura, nome=misura.codice)
    return [caso.fatti for caso in leggi_casi(text, misura, file="x.casi.toml").casi]


@given(questions(), st.booleans())
@settings(max_examples=50, deadline=None)
def test_a_case_covers_what_its_household_sees(asked: Question, paid: bool) -> None:  # noqa: FBT001
    """Points have names of their own; who states only that it is admitted covers no sum."""
    misura = asked.misura
    names = [codice(punto) for punto in punti(misura)]
    fatti = admitted(misura, asked.on) if paid else asked.fatti
    nucleo = Nucleo(misura, fatti, asked.on)

    assert len(set(names)) == len(names)
    on = None if misura.calendario is not None else asked.on
    whole = {codice(p) for p in punti(misura) if nucleo.vede(p)}
    verdict = evaluate(misura, fatti, on=asked.on)
    if len(names) < 20:  # a search for each of the others
        assert _covered(misura, Caso("uno", fatti, expected_of(verdict), on=on)) == whole
    if verdict.esito is Esito.AMMESSO and len(names) < 20:
        sums = {codice(p) for p in punti(misura) if p.di_importo}
        bare = Atteso(Esito.AMMESSO)
        assert _covered(misura, Caso("uno", fatti, bare, on=on)) == whole - sums


def _covered(misura: Misura, caso: Caso) -> set[str]:
    return {codice(each.punto) for each in copertura(misura, [caso]).coperti}
