"""Who is served and who is not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from programma.edition import FONTE, edition

from casa_model.errors import InvalidEntry
from casa_model.programma.cifre import Conteggio, Precisione
from casa_model.programma.presidi import RuoloOrganico
from casa_model.programma.serviti import Scoperto, addetti, fabbisogni, per_aler, scoperti
from casa_model.programma.servizi import Standard
from casa_model.values import Grado, Testo

if TYPE_CHECKING:
    from casa_model.programma.presidi import Presidio
    from casa_model.programma.programma import Programma

ON = date(2024, 6, 1)
PROGRAMMA = edition()


def staffed(organico: tuple[RuoloOrganico, ...] | None) -> Programma:
    """The same with another staff."""
    return evolve(PROGRAMMA, presidi=(evolve(PROGRAMMA.presidi[0], organico=organico),))


@pytest.mark.parametrize(
    ("quanti", "people"),
    [
        (Conteggio(2, FONTE), 2),
        (Conteggio(2, FONTE, Precisione.OLTRE), None),
        (Conteggio(2, FONTE, Precisione.CIRCA), None),
        (None, None),
    ],
)
def test_people_are_counted_when_a_source_counts_them(
    quanti: Conteggio | None, people: int | None
) -> None:
    """A bound is not a number."""
    presidi: tuple[Presidio, ...] = (
        evolve(PROGRAMMA.presidi[0], organico=(RuoloOrganico("custode", FONTE, quanti),)),
    )

    assert addetti(presidi, "custode") == people
    assert addetti(presidi, "altra") is None


def test_a_staff_that_is_not_known() -> None:
    """Is not nobody."""
    assert addetti(staffed(None).presidi, "custode") is None
    assert addetti((), "custode") == 0


def test_what_each_aler_has() -> None:
    """A thousand dwellings, two caretakers."""
    (row,) = per_aler(PROGRAMMA, on=ON, professione="custode")

    assert (row.aler, row.presidi, row.addetti and row.addetti.quanti) == ("aler-prova", 1, 2)
    assert (row.alloggi_per_addetto, row.precisione) == (Decimal("500.00"), Precisione.CIRCA)
    assert per_aler(PROGRAMMA, on=ON, professione="altra")[0].alloggi_per_addetto is None


def test_an_aler_of_which_no_presidio_is_known() -> None:
    """Its people are not known: they are not nobody."""
    (row,) = per_aler(PROGRAMMA, on=date(2020, 1, 1), professione="custode")

    assert (row.presidi, row.addetti, row.alloggi_per_addetto) == (0, None, None)


@pytest.mark.parametrize(
    ("alloggi", "people", "share"),
    [
        (Conteggio(100, FONTE), Conteggio(3, FONTE), (Decimal("33.33"), Precisione.ESATTA)),
        (
            Conteggio(100, FONTE),
            Conteggio(3, FONTE, Precisione.CIRCA),
            (Decimal("33.33"), Precisione.CIRCA),
        ),
        (Conteggio(100, FONTE), Conteggio(3, FONTE, Precisione.OLTRE), (None, Precisione.ESATTA)),
        (Conteggio(100, FONTE), Conteggio(0, FONTE), (None, Precisione.ESATTA)),
        (Conteggio(100, FONTE), None, (None, Precisione.ESATTA)),
    ],
)
def test_the_people_that_a_source_counts_for_the_whole(
    alloggi: Conteggio, people: Conteggio | None, share: tuple[Decimal | None, Precisione]
) -> None:
    """They count before those of the presidi."""
    aler = evolve(
        PROGRAMMA.aler[0], alloggi=alloggi, organico=(RuoloOrganico("custode", FONTE, people),)
    )
    bare = evolve(staffed(None), aler=(aler,))
    (row,) = per_aler(bare, on=ON, professione="custode")

    assert (row.alloggi_per_addetto, row.precisione) == share


def test_dwellings_that_are_not_known() -> None:
    """There is nothing to divide."""
    bare = evolve(PROGRAMMA, aler=(evolve(PROGRAMMA.aler[0], alloggi=None),))

    assert per_aler(bare, on=ON, professione="custode")[0].alloggi_per_addetto is None


def test_people_of_the_presidi_are_counted_by_us() -> None:
    """Their sum is nobody's number: it is derived, and says of what."""
    (row,) = per_aler(PROGRAMMA, on=ON, professione="custode")

    assert row.addetti is not None
    assert row.addetti.fonte.grado is Grado.DERIVATA
    assert row.addetti.fonte.testo == "prova"
    assert row.addetti.fonte.nota == Testo(
        it="Somma dei presidi noti.", en="Sum of the known presidi."
    )


def test_a_standard_for_nobody_is_refused() -> None:
    """One nurse for every zero inhabitants cannot be counted."""
    with pytest.raises(InvalidEntry, match="from one up"):
        Standard("prova", "custode", Conteggio(0, FONTE), FONTE)


def test_a_quarter_of_which_no_presidio_is_known() -> None:
    """Its people are not known: they are not nobody."""
    (nord,) = PROGRAMMA.quartieri
    standard = Standard("prova", "custode", Conteggio(3000, FONTE), FONTE)
    there = evolve(nord, abitanti=Conteggio(3001, FONTE))
    asked = evolve(PROGRAMMA, standard=(standard,), quartieri=(there,))
    (row,) = fabbisogni(asked, on=date(2020, 1, 1))

    assert (row.chiesti, row.presenti) == (2, None)


def test_quarters_without_a_service() -> None:
    """Before the service began its quarter had none."""
    assert scoperti(PROGRAMMA, on=ON) == ()
    assert scoperti(PROGRAMMA, on=date(2024, 1, 1)) == (Scoperto("nord", "portierato"),)


@pytest.mark.parametrize(("abitanti", "chiesti"), [(0, 0), (1, 1), (3000, 1), (3001, 2), (6000, 2)])
def test_one_for_every_started_three_thousand(abitanti: int, chiesti: int) -> None:
    """As the standard of the community nurse says."""
    (nord,) = PROGRAMMA.quartieri
    standard = Standard("prova", "custode", Conteggio(3000, FONTE), FONTE)
    asked = evolve(
        PROGRAMMA,
        standard=(standard,),
        quartieri=(evolve(nord, abitanti=Conteggio(abitanti, FONTE)),),
    )
    (row,) = fabbisogni(asked, on=ON)

    assert (row.chiesti, row.presenti) == (chiesti, 2)
    (alone,) = fabbisogni(evolve(asked, presidi=(), progetti=()), on=ON)
    assert alone.presenti is None  # nobody is known to be there: that is not zero
    assert fabbisogni(evolve(asked, quartieri=(nord,)), on=ON) == ()
