"""A requirement with derogations that does not hold, derogations included."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.copertura.asked import ON, answered, failed, household, point, state

from casa_model import Caso, Esito, Euro, Fatti, evaluate
from casa_model.readers.cases import Atteso
from casa_model.readers.copertura import Coperto, Mancante, copertura, parole, punti
from casa_model.readers.copertura._quadro import quadri
from casa_model.readers.copertura._vede import Nucleo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.errors import Lang
    from casa_model.readers.copertura import Copertura
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

NAME = "isee-non-rispettato"
RICH = Euro.parse("1000.00")


@pytest.mark.parametrize(
    ("known", "seen"),
    [
        ({"isee": RICH, "anziano": False}, True),
        ({"isee": RICH, "anziano": True}, False),
        ({"isee": RICH}, False),
        ({"isee": Euro(0), "anziano": False}, False),
        ({"anziano": False}, False),
    ],
)
def test_the_condition_and_every_derogation_are_false(
    regola: Misura, known: dict[str, Value], *, seen: bool
) -> None:
    """And so the household is refused."""
    nucleo = Nucleo(regola, Fatti(known), ON)

    assert nucleo.vede(point(regola, NAME)) is seen


def test_it_is_told_by_a_refusal_alone(regola: Misura) -> None:
    """A verdict that leaves the outcome open tells nothing of it."""
    fatti = Fatti({"isee": RICH, "anziano": False})
    open_ = evolve(evaluate(regola, fatti, on=ON), esito=Esito.DA_COMPLETARE)

    assert not Nucleo(regola, fatti, ON, open_).vede(point(regola, NAME))


def test_of_two_reasons_it_is_told_where_they_are_stated(regola: Misura) -> None:
    """An outcome alone could come from the other requirement."""
    fatti = Fatti({"isee": RICH, "anziano": False}, [{"eta": Decimal(18)}])
    bare = Caso("due", fatti, Atteso(Esito.NON_AMMESSO), on=ON)
    told = evolve(bare, atteso=Atteso(Esito.NON_AMMESSO, motivi=("isee", "minori")))

    assert isinstance(state(copertura(regola, [bare]), NAME), Mancante)
    assert state(copertura(regola, [told]), NAME) == Coperto(point(regola, NAME), ("due",))


def test_the_household_that_is_found_finds_a_deleted_requirement(regola: Misura) -> None:
    """The case that it makes fails where the requirement is not there any more."""
    found = household(regola, NAME)
    (caso,) = answered(regola, [Caso("trovato", found.fatti, Atteso(Esito.AMMESSO), on=found.on)])
    deleted = evolve(regola, requisiti=regola.requisiti[1:])

    assert state(copertura(regola, [caso]), NAME) == Coperto(point(regola, NAME), ("trovato",))
    assert failed(deleted, [caso]) == ["trovato"]


@pytest.mark.parametrize("isee", [None, Euro(0)])
def test_a_derogation_is_asked_where_the_condition_is_false(
    regola: Misura, isee: Euro | None
) -> None:
    """Where it is true, or not known, nothing of the derogation is seen."""
    for anziano in ({"anziano": True}, {"anziano": False}, {}):
        fatti = Fatti({**({} if isee is None else {"isee": isee}), **anziano})
        nucleo = Nucleo(regola, fatti, ON)
        assert not [p for p in punti(regola) if p.dove.via == "anziano" and nucleo.vede(p)]


def test_so_is_a_definition_that_it_alone_reads(con: Callable[..., Misura]) -> None:
    """Nobody is asked it whose condition holds; the days of the requirement count as well."""
    head = '[definizioni.vecchio]\netichetta = { it = "vecchio", en = "old" }\n'
    body = 'norma = "rr-1-2020, art. 3"\ngrado = "atto"\nvale = "anziano"\n\n'
    vecchio = ("[definizioni.quota]", f"{head}{body}[definizioni.quota]")
    other = con(vecchio, ('condizione = "anziano"', 'condizione = "vecchio"'))
    name = "definizione-vecchio-vero"
    seen = [
        Nucleo(other, Fatti({"isee": isee, "anziano": True}), ON).vede(point(other, name))
        for isee in (Euro(0), RICH)
    ]

    assert seen == [False, True]


def test_the_threshold_of_a_derogation_finds_another_number(con: Callable[..., Misura]) -> None:
    """The case of a month too few is a refusal, and fails where the months are written wrong."""
    ripe = "mesi_tra(assegnata, data_requisiti) >= {}"
    right, wrong = (
        con(('condizione = "anziano"', f'condizione = "{ripe.format(months)}"'))
        for months in (36, 48)
    )
    made = [household(right, f"isee-deroga-anziano-{side}") for side in ("sotto", "pari")]
    casi = answered(right, [Caso(f"c{n}", m.fatti, Atteso(), on=m.on) for n, m in enumerate(made)])

    assert [caso.atteso.esito for caso in casi] == [Esito.NON_AMMESSO, Esito.DA_COMPLETARE]
    assert failed(right, casi) == []
    assert failed(wrong, casi) == ["c1"]


@pytest.mark.parametrize(
    ("lang", "words", "row", "cell"),
    [
        (
            "it",
            "requisito `isee`: non è rispettato, nemmeno per una deroga",
            "deroghe comprese",
            "non è rispettato",
        ),
        (
            "en",
            "requirement `isee`: does not hold, not even by a derogation",
            "derogations included",
            "does not hold",
        ),
    ],
)
def test_words(  # noqa: PLR0913, PLR0917 - what is said, in which language
    regola: Misura, vuota: Copertura, lang: Lang, words: str, row: str, cell: str
) -> None:
    """In both languages, and as the last row of the requirement."""
    (whole,) = (
        each for each in quadri(vuota, lang) if each.dove.nome == "isee" and not each.dove.via
    )

    assert parole(point(regola, NAME), lang) == words
    assert whole.righe[-1].titolo == row
    assert [each.parola for each in whole.righe[-1].caselle] == [cell]
