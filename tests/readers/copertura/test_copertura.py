"""What cases cover, what they leave out, and the missing ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.copertura.asked import ON, answered, household, state

from casa_model import Caso, Esito, Euro, Fatti, evaluate
from casa_model.readers.cases import Atteso, StatoCaso, prova
from casa_model.readers.copertura import (
    Coperto,
    Escluso,
    Impossibile,
    Mancante,
    Ragione,
    casi_mancanti,
    codice,
    copertura,
    punti,
)
from casa_model.readers.copertura._vede import Nucleo
from casa_model.rules.misura import Calendario

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.copertura import Copertura
    from casa_model.rules.misura import Misura


def test_a_case_covers_its_points(regola: Misura) -> None:
    """By its code; the rest is missing, or nobody can see it."""
    atteso = answered(regola, [Caso("x", Fatti({"isee": Euro.parse("1000.00")}), on=ON)])[0].atteso
    coperta = copertura(
        regola, [Caso("alla-soglia", Fatti({"isee": Euro.parse("1000.00")}), atteso, on=ON)]
    )

    assert state(coperta, "isee-pari") == Coperto(
        state(coperta, "isee-pari").punto, ("alla-soglia",)
    )
    assert isinstance(state(coperta, "isee-sotto"), Mancante)
    assert isinstance(state(coperta, "definizione-quota-2-sotto"), Escluso)
    assert len(coperta.coperti) + len(coperta.mancanti) + len(coperta.esclusi) == len(coperta.punti)
    assert not coperta.completa


def test_cases_that_cannot_be_asked(regola: Misura) -> None:
    """No day, a day without law, a fact that is not one: they cover nothing, and it is said."""
    casi = [
        Caso("senza-giorno"),
        Caso("prima", on=date(2019, 12, 31)),
        Caso("altro", Fatti({"reddito": Euro(1)}), on=ON),
    ]

    assert copertura(regola, casi).fuori == ("senza-giorno", "prima", "altro")
    assert copertura(regola, casi[:1], on=ON).fuori == ()


def test_only_a_case_that_passes_covers(regola: Misura) -> None:
    """Of a case nobody has written, or that fails, nobody has checked the answer."""
    good, *_ = answered(regola, [Caso("buono", Fatti({"isee": Euro.parse("1000.00")}), on=ON)])
    unwritten = evolve(good, codice="vuoto", atteso=Atteso())
    failing = evolve(good, codice="sbagliato", atteso=Atteso(Esito.AMMESSO))

    alone = copertura(regola, [unwritten, failing])
    together = copertura(regola, [unwritten, failing, good])

    assert alone.coperti == ()
    assert (alone.da_scrivere, alone.falliti, alone.fuori) == (("vuoto",), ("sbagliato",), ())
    assert {casi for each in together.coperti for casi in each.casi} == {"buono"}


def test_nothing_to_cover_is_covered(vuota: Copertura) -> None:
    """In hundredths, rounded down; all of nothing is all."""
    assert vuota.percento == 0
    assert evolve(vuota, punti=()).percento == 100


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("isee-falso", {"isee": Euro.parse("1000.00")}),
        ("isee-ignoto", {}),
        ("isee-sotto", {"isee": Euro.parse("999.99")}),
        ("area-4-sotto", {"assegnata": date(2022, 1, 2)}),
        ("area-4-vero", {"assegnata": date(2022, 1, 1)}),
        ("area-3-valore-decadenza", {"area": "decadenza"}),
        ("parametro-soglia-2024-01-01-giorno", {"isee": Euro.parse("900.00")}),
    ],
)
def test_the_smallest_household(regola: Misura, name: str, known: dict[str, object]) -> None:
    """As few facts as may be, small numbers, plain days, on the first day of the latest law."""
    found = household(regola, name)

    assert found.fatti == Fatti(known)
    assert found.on == date(2024, 1, 1)


def test_of_the_amount_somebody_who_is_paid(regola: Misura) -> None:
    """Nobody has checked a row of a share of who is not admitted: all that decides is known."""
    found = household(regola, "definizione-quota-altrimenti")

    assert found.fatti.valori["componenti"] == 3
    assert evaluate(regola, found.fatti, on=found.on).importo is not None


def test_the_eve_is_asked_on_the_eve(regola: Misura) -> None:
    """By the law that there was."""
    assert household(regola, "parametro-soglia-2024-01-01-vigilia").on == date(2023, 12, 31)


def test_just_enough_to_exceed_a_cap(regola: Misura) -> None:
    """One cent more than the cap of an item."""
    found = household(regola, "importo-voce-spesa-massimo-superato")

    assert found.fatti.valori["spesa"] == Euro.parse("300.01")


def test_an_earlier_law_where_the_latest_has_none(con: Callable[..., Misura]) -> None:
    """A requirement that is law no more is tried while it was."""
    old = con(("vigenza = { dal = 2024-01-01 }", "vigenza = { dal = 2020-01-01, al = 2021-12-31 }"))

    assert household(old, "minori-vero").on == date(2020, 1, 1)


def test_each_missing_case_covers_its_points(regola: Misura, vuota: Copertura) -> None:
    """All holes together; each case is to be written, says what it is for and cites the article."""
    made = casi_mancanti(regola, vuota, lang="it")

    for each in made:
        nucleo = Nucleo(regola, each.caso.fatti, each.caso.on or ON)
        assert all(nucleo.vede(punto) for punto in each.punti)
        assert each.caso.codice == codice(each.punti[0])
        assert each.caso.testo
    assert {p for each in made for p in each.punti} == {each.punto for each in vuota.mancanti}
    assert {e.stato for e in prova(regola, [each.caso for each in made])} == {StatoCaso.DA_SCRIVERE}
    assert copertura(regola, answered(regola, [each.caso for each in made])).completa
    assert len(made) < len(vuota.mancanti) / 2
    cited = {each.caso.codice: str(each.caso.norma) for each in made}
    assert cited["isee-sotto"] == "rr-1-2020, art. 2"
    assert cited["isee-deroga-anziano-decide-sola"] == "rr-1-2020, art. 3"
    assert cited["importo-voce-spesa-massimo-superato"] == "rr-1-2020, art. 5"
    assert cited["parametro-soglia-2024-01-01-vigilia"] == "rr-1-2020, art. 2"
    assert cited["definizione-quota-riga-2"] == "rr-1-2020, art. 5"


def test_a_note_names_a_few_of_the_other_points(regola: Misura, vuota: Copertura) -> None:
    """What else a case covers, and how much more; nothing where there is nothing."""
    first, *_ = casi_mancanti(regola, vuota, lang="en")

    assert first.caso.nota is not None
    assert first.caso.nota.startswith("it also tries: outcome: to be completed; ")
    assert first.caso.nota.endswith("more points")
    made = [each.caso for each in casi_mancanti(regola, vuota, lang="it")]
    others = [caso for caso in made if caso.codice != "area-3-valore-accesso"]
    only = casi_mancanti(regola, copertura(regola, answered(regola, others)), lang="it")
    assert [(each.caso.codice, each.caso.nota) for each in only] == [
        ("area-3-valore-accesso", None)
    ]


def test_a_notice_has_one_day(regola: Misura) -> None:
    """Its law does not change, and its cases say no day."""
    closed = evolve(regola, calendario=Calendario(ON, date(2024, 2, 1)))
    coperta = copertura(closed, ())
    made = casi_mancanti(closed, coperta, lang="it")

    assert not [p for p in punti(closed) if codice(p).startswith("parametro-soglia-")]
    assert {each.caso.on for each in made} == {None}
    assert copertura(closed, answered(closed, [each.caso for each in made])).completa
    assert household(closed, "area-4-sotto").fatti == Fatti({"assegnata": date(2022, 2, 2)})


def test_an_unread_requirement(con: Callable[..., Misura]) -> None:
    """Unknown for everybody: seen by any case, and neither true nor false for anyone."""
    unread = con((
        'condizione = "qualcuno(membri, eta < 18)"\n', "non_visto = true\n",
    ))  # fmt: skip
    coperta = copertura(unread, answered(unread, [Caso("uno", on=ON)]))

    assert isinstance(state(coperta, "minori-ignoto"), Coperto)
    assert household(unread, "minori-ignoto").fatti == Fatti({})
    for truth in ("vero", "falso"):
        stato = state(coperta, f"minori-{truth}")
        assert isinstance(stato, Escluso)
        assert stato.perche == Impossibile(Ragione.NON_VISTO)


def test_what_a_search_cannot_tell(
    con: Callable[..., Misura], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With too few steps nothing is called impossible: the point is missing, and that is all."""
    regola = con()
    monkeypatch.setattr("casa_model.readers.copertura._prossimo.STEPS", 0)
    coperta = copertura(regola, ())

    assert {codice(each.punto) for each in coperta.esclusi} == {
        "definizione-quota-2-sotto"
    }  # seen at once
    assert [each for each in coperta.mancanti if each.nucleo is None]
    assert casi_mancanti(regola, evolve(coperta, punti=()), lang="it") == ()


def test_names_that_come_out_alike(con: Callable[..., Misura]) -> None:
    """A value that is no code is named by its place; two points of one name are told apart."""
    odd = con(
        ('not (area in {"decadenza"})', 'not (area in {"decadenza"} and eta_scritta in {7, 8})'),
        ("[parametri.soglia]", _ETA + "[parametri.soglia]"),
    )
    names = [codice(punto) for punto in punti(odd)]
    assert sum(name.endswith(("-valore-1", "-valore-2")) for name in names) == 2
    twin = evolve(odd, requisiti=(*odd.requisiti, evolve(odd.requisiti[2], codice="area-2")))
    whole = copertura(twin, ())
    alike = tuple(each for each in whole.punti if codice(each.punto) == "area-2-falso")
    made = casi_mancanti(twin, evolve(whole, punti=alike), lang="it")
    assert [each.caso.codice for each in made] == ["area-2-falso", "area-2-falso-2"]


_ETA = """[fatti.eta_scritta]
tipo = "numero(0)"
etichetta = { it = "età scritta", en = "stated age" }
prova = { it = "documento", en = "document" }
cambia = "tempo"
minimo = 0
massimo = 130

"""
