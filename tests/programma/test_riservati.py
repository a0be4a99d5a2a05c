"""What may be shown to everybody."""

from __future__ import annotations

from attrs import evolve
from programma.edition import FONTE, edition

from casa_model.programma.presidi import ServizioAttivo
from casa_model.programma.riservati import senza_riservati
from casa_model.programma.servizi import RuoloOrganico

WHOLE = edition()


def test_a_role_that_an_open_service_needs_too_stays() -> None:
    """Only the roles that reserved services alone need would tell that they are there."""
    (portierato,), (custode,), (uno,) = WHOLE.servizi, WHOLE.professioni, WHOLE.presidi
    desk = evolve(
        portierato, codice="sportello", riservato=True, professioni=("custode", "operatrice")
    )
    staff = (*(uno.organico or ()), RuoloOrganico("operatrice", FONTE))
    host = evolve(uno, servizi=(*uno.servizi, ServizioAttivo("sportello", FONTE)), organico=staff)
    whole = evolve(
        WHOLE,
        servizi=(portierato, desk),
        professioni=(custode, evolve(custode, codice="operatrice")),
        presidi=(host,),
    )

    assert senza_riservati(whole).presidi == (uno,)
    assert senza_riservati(whole).servizi == whole.servizi


def test_nothing_reserved_is_the_same() -> None:
    """And what is not known stays so."""
    unknown = evolve(WHOLE, presidi=(evolve(WHOLE.presidi[0], servizi=(), organico=None),))

    assert senza_riservati(WHOLE) == WHOLE
    assert senza_riservati(unknown) == unknown
