"""What a case must state to cover a point: how much who is paid gets, why who is not does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.copertura.asked import ON, household, point, searched

from casa_model import Caso, Esito, Euro, Fatti
from casa_model.readers.cases import Atteso
from casa_model.readers.copertura import (
    Impossibile,
    Ragione,
    casi_mancanti,
    codice,
    copertura,
    parole,
)
from casa_model.readers.copertura import testo_di as words  # pytest collects `test*`
from casa_model.rules import tree as t
from casa_model.rules.misura import Chiave, Ordinamento, Riserva
from casa_model.values import Fonte, Grado, Norma

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura

ROW, CAP = "definizione-quota-riga-1", "importo-massimo-superato"
ITEM, SHARE = "importo-voce-spesa-massimo-superato", "importo-voce-spesa-vero"
PAID = Fatti(
    {
        "isee": Euro.parse("100.00"),
        "area": "accesso",
        "assegnata": date(2020, 1, 1),
        "anziano": False,
        "pagato": True,
        "spesa": Euro.parse("600.00"),
        "bonus": Euro(0),
        "componenti": Decimal(1),
    },
    [{"eta": 3}],
)
LITTLE = Fatti({**PAID.valori, "spesa": Euro.parse("200.00")}, [{"eta": 3}])
REFUSED = Fatti({**PAID.valori, "isee": Euro.parse("5000.00")}, [{"eta": 3}])
ADMITTED = Atteso(Esito.AMMESSO)


def _covered(misura: Misura, fatti: Fatti, atteso: Atteso) -> set[str]:
    found = copertura(misura, [Caso("uno", fatti, atteso, on=ON)])
    assert not found.falliti
    return {codice(each.punto) for each in found.coperti} & {ROW, CAP, ITEM, SHARE}


@pytest.mark.parametrize(
    ("fatti", "atteso", "seen"),
    [
        (PAID, ADMITTED, set()),
        (PAID, evolve(ADMITTED, importo=Euro.parse("500.00")), {CAP}),
        (PAID, evolve(ADMITTED, voci=(("spesa", Euro.parse("300.00")),)), {ITEM, SHARE}),
        (LITTLE, evolve(ADMITTED, importo=Euro.parse("400.00")), {ROW, SHARE}),
        (LITTLE, evolve(ADMITTED, voci=(("spesa", Euro.parse("200.00")),)), {ROW, SHARE}),
        (PAID, evolve(ADMITTED, voci=(("fisso", Euro.parse("200.00")),)), set()),
        (PAID, evolve(ADMITTED, voci=()), set()),
        (PAID, evolve(ADMITTED, importo_da_scrivere=True), set()),
        (REFUSED, Atteso(Esito.NON_AMMESSO, motivi=("isee",)), set()),
    ],
)
def test_who_states_the_amount(
    regola: Misura, fatti: Fatti, atteso: Atteso, seen: set[str]
) -> None:
    """The whole of it, or an item that reads the point's part; an outcome alone says no sum.

    Items fill the cap in their order: one says nothing of the cap. Beyond the cap of the whole the
    sum says nothing of an item, which what is paid of it does.
    """
    assert _covered(regola, fatti, atteso) == seen


def test_what_is_not_known_of_an_amount(regola: Misura) -> None:
    """No sum can be stated of it: whoever passes covers it."""
    fatti = Fatti({n: v for n, v in PAID.valori.items() if n != "pagato"}, [{"eta": 3}])
    caso = Caso("uno", fatti, Atteso(Esito.DA_COMPLETARE), on=ON)

    covered = {codice(each.punto) for each in copertura(regola, [caso]).coperti}
    assert "importo-voce-spesa-ignoto" in covered


def test_what_a_requirement_reads_too(con: Callable[..., Misura]) -> None:
    """The outcome tells it: no sum is needed."""
    both = con(('condizione = "isee < soglia"', 'condizione = "isee < soglia and quota > 0"'))

    assert ROW in _covered(both, PAID, ADMITTED)


def test_a_number_of_both(con: Callable[..., Misura]) -> None:
    """A day on which it changes is asked of the requirement, and again of the amount."""
    old = '{ dal = 2020-01-01, valore = "300.00", norma = "rr-1-2020, art. 5", grado = "atto" }'
    new = old.replace("2020-01-01", "2022-01-01").replace("300", "200")
    misura = con(
        (old, f"{old}, {new}"),
        ('condizione = "isee < soglia"', 'condizione = "isee < soglia and bonus < tetto"'),
    )
    asked, paid = (f"{how}parametro-tetto-2022-01-01-giorno" for how in ("", "importo-"))

    assert parole(point(misura, paid), "it").startswith("parametro `tetto`, nell'importo: ")
    assert set(household(misura, asked).fatti.valori) == {"bonus", "isee"}
    assert "spesa" in household(misura, paid).fatti.valori


def test_the_case_that_is_missing_asks_for_the_sum(regola: Misura) -> None:
    """Beside the outcome, where only the amount tells the point; of others the outcome alone."""
    made = casi_mancanti(regola, copertura(regola, ()), lang="it")
    asked = {each.caso.codice for each in made if each.caso.atteso.importo_da_scrivere}

    assert ROW in {codice(p) for each in made for p in each.punti if each.caso.codice in asked}
    assert "isee-sotto" not in asked


WAIVED = (
    '[[requisiti.deroghe]]\ncodice = "anziano"\nnorma = "rr-1-2020, art. 3"\n'
    'condizione = "anziano"\n'
)
TWO = ('condizione = "isee < soglia"', 'condizione = "isee < soglia and componenti > 1"')


@pytest.mark.parametrize("minors", [True, False])
def test_nobody_who_comes_to_it_is_admitted(con: Callable[..., Misura], *, minors: bool) -> None:
    """A row for who is refused anyway, whatever another requirement asks of the members."""
    never = con(TWO, (WAIVED, ""), *(() if minors else [("qualcuno(membri, eta < 18)", "pagato")]))

    found = searched(never, ROW)
    assert found == Impossibile(Ragione.NESSUN_AMMESSO)
    assert found.render("it") == "dimostrato: nessun nucleo che ci arriva è ammesso"
    assert not isinstance(searched(never, "definizione-quota-riga-2"), Impossibile)


def test_nobody_comes_to_it(con: Callable[..., Misura]) -> None:
    """A row behind another: it is not for being refused."""
    dead = con(('"componenti == 2"', '"componenti < 2"'), ("qualcuno(membri, eta < 18)", "pagato"))

    assert searched(dead, "definizione-quota-riga-2") == Impossibile(Ragione.NESSUN_NUCLEO)


def test_nobody_has_read_a_requirement(con: Callable[..., Misura]) -> None:
    """Then nobody is known to be admitted, and no sum is told."""
    unread = con(('condizione = "isee < soglia"', "non_visto = true"), (WAIVED, ""))

    assert searched(unread, ROW) == Impossibile(Ragione.NON_VISTO)


LATE = (("qualcuno(membri, eta < 18)", "isee >= spesa"),)


def test_under_the_latest_law(con: Callable[..., Misura]) -> None:
    """Also where only the whole search finds somebody under it."""
    late = con(*LATE)

    assert household(late, CAP).on == date(2024, 1, 1)
    alone = con(*LATE, ('  { codice = "fisso", vale = "spesa" },\n', ""))
    assert household(alone, ITEM).on == date(2024, 1, 1)


def test_who_states_no_sum_is_told(regola: Misura) -> None:
    """Also where no point of the amount is missing: nobody has checked what they are paid."""
    bare = [Caso(f"c{n}", PAID, ADMITTED, on=ON) for n in range(4)]
    coperta = copertura(regola, bare)

    assert coperta.senza_importo == ("c0", "c1", "c2", "c3")
    told = "ammessi senza `importo`, che di cifre non provano nulla: `c0`, `c1` e altri 2\n"
    assert told in words(coperta, "it")
    assert told in words(evolve(coperta, punti=()), "it")


TWICE = Fatti({**PAID.valori, "isee": Euro.parse("5000.00"), "area": "decadenza"}, [{"eta": 3}])


@pytest.mark.parametrize(
    ("fatti", "motivi", "seen"),
    [
        (REFUSED, None, {"isee-falso"}),
        (REFUSED, ("isee",), {"isee-falso", "area-vero"}),
        (TWICE, None, set()),
        (TWICE, ("isee", "area"), {"isee-falso", "area-falso"}),
    ],
)
def test_who_states_why(
    regola: Misura, fatti: Fatti, motivi: tuple[str, ...] | None, seen: set[str]
) -> None:
    """An outcome tells of the one requirement that does not hold; of two it tells of none."""
    coperta = copertura(
        regola, [Caso("uno", fatti, Atteso(Esito.NON_AMMESSO, motivi=motivi), on=ON)]
    )
    names = {codice(each.punto) for each in coperta.coperti}
    several = ("uno",) if fatti is TWICE and motivi is None else ()

    assert names & {"isee-falso", "area-falso", "area-vero"} == seen
    assert "esito-non-ammesso" in names
    assert coperta.senza_motivi == several
    assert ("senza `motivi`" in words(coperta, "it")) is bool(several)


OPEN = Fatti({n: v for n, v in PAID.valori.items() if n not in {"isee", "anziano"}}, [{"eta": 3}])
WIDE = Fatti({n: v for n, v in OPEN.valori.items() if n != "pagato"}, [{"eta": 3}])
NAMES = {"isee-ignoto", "area-vero", "minori-ignoto", SHARE.replace("vero", "ignoto")}


@pytest.mark.parametrize(
    ("fatti", "mancano", "seen"),
    [
        (OPEN, None, {"isee-ignoto", "area-vero"}),
        (OPEN, ("isee", "anziano"), {"isee-ignoto", "area-vero"}),
        (WIDE, None, {"area-vero"}),
        (WIDE, ("isee", "anziano", "pagato"), NAMES - {"minori-ignoto"}),
        (Fatti(OPEN.valori), None, {"area-vero"}),
        (Fatti(OPEN.valori), ("isee", "anziano", "membri"), NAMES - {"importo-voce-spesa-ignoto"}),
    ],
)
def test_who_states_what_is_missing(
    regola: Misura, fatti: Fatti, mancano: tuple[str, ...] | None, seen: set[str]
) -> None:
    """An outcome tells of the one thing that is not known; of two it tells of none.

    Of a requirement that holds it tells that it is not false.
    """
    coperta = copertura(
        regola, [Caso("uno", fatti, Atteso(Esito.DA_COMPLETARE, mancano=mancano), on=ON)]
    )
    names = {codice(each.punto) for each in coperta.coperti}
    several = ("uno",) if fatti is not OPEN and mancano is None else ()

    assert coperta.falliti == ()
    assert names & NAMES == seen
    assert "esito-da-completare" in names
    assert coperta.senza_mancano == several
    told = "più cose ignote senza `mancano`, che di queste non provano nulla: `uno`\n"
    assert (told in words(coperta, "it")) is bool(several)


def test_a_key_of_the_ranking(regola: Misura) -> None:
    """If it alone is not known, the outcome tells of what it reads; of a reserve it tells never."""
    fonte = Fonte(Grado.ATTO, Norma.parse("rr-1-2020, art. 6"))
    poor = Riserva("poveri", "massimale", t.Compare("<", t.Fact("isee"), t.Param("soglia")), fonte)
    order = Ordinamento((Chiave("quota"), Chiave("isee")), riserve=(poor,))
    ranked = evolve(regola, importo=None, graduatoria=order)
    key = "definizione-quota-2-ignoto"
    asked = {key, "riserva-poveri-vero"}

    for without, mancano, seen in (
        ({"componenti"}, None, {key}),
        ({"componenti"}, ("componenti",), asked),
        ({"componenti", "area"}, None, set()),
    ):
        known = {n: v for n, v in PAID.valori.items() if n not in without}
        atteso = Atteso(Esito.DA_COMPLETARE, mancano=mancano)
        coperta = copertura(ranked, [Caso("uno", Fatti(known, [{"eta": 3}]), atteso, on=ON)])
        assert {codice(each.punto) for each in coperta.coperti} & asked == seen


def test_an_unread_requirement_beside_what_is_missing(con: Callable[..., Misura]) -> None:
    """Nobody knows it: it is one more thing, and the outcome tells of no other."""
    unread = con((
        'condizione = "qualcuno(membri, eta < 18)"\n', "non_visto = true\n",
    ))  # fmt: skip

    for fatti, seen in ((OPEN, set()), (PAID, {"minori-ignoto"})):
        coperta = copertura(unread, [Caso("uno", fatti, Atteso(Esito.DA_COMPLETARE), on=ON)])
        names = {codice(each.punto) for each in coperta.coperti}
        assert names & {"isee-ignoto", "minori-ignoto"} == seen


def test_what_the_one_requirement_reads(con: Callable[..., Misura]) -> None:
    """Its definitions and its parameters, and none of another's."""
    day = "parametro-soglia-2024-01-01-vigilia"
    misura = con(
        ('condizione = "isee < soglia"', 'condizione = "isee < soglia and quota > 0"'),
        ("qualcuno(membri, eta < 18)", "isee < 5000"),
    )

    def covered(**other: Euro | str) -> set[str]:
        known = Fatti({**PAID.valori, **other}, [{"eta": 3}])
        caso = Caso("uno", known, Atteso(Esito.NON_AMMESSO), on=date(2023, 12, 31))
        return {codice(each.punto) for each in copertura(misura, [caso]).coperti} & {ROW, day}

    at = Euro.parse("900.00")
    assert covered(isee=at) == {ROW, day}
    assert covered(area="decadenza") == set()
