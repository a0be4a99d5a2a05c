"""What cases cover, what they leave out, the missing ones, and the planted faults that show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model import Caso, Esito, Euro, Fatti, evaluate
from casa_model.readers.cases import Atteso, StatoCaso, giorno_del, prova
from casa_model.readers.copertura import (
    Coperto,
    Escluso,
    Impossibile,
    Mancante,
    NonTrovato,
    Nucleo,
    Passo,
    PuntoSoglia,
    Ragione,
    Trovato,
    casi_mancanti,
    cerca,
    codice,
    copertura,
    punti,
)
from casa_model.rules.misura import Calendario

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from casa_model.readers.copertura import Copertura, Punto, Ricerca, Stato
    from casa_model.rules.misura import Misura

ON = date(2024, 3, 1)
OPEN = Atteso(Esito.DA_COMPLETARE)


def _answered(misura: Misura, casi: Iterable[Caso]) -> list[Caso]:
    """The cases as if a person had written the answer of the rule in them."""
    found = []
    for caso in casi:
        day = giorno_del(misura, caso)
        assert day is not None
        verdict = evaluate(misura, caso.fatti, on=day)
        found.append(evolve(caso, atteso=Atteso(verdict.esito)))
    return found


def _state(coperta: Copertura, name: str) -> Stato:
    return next(stato for stato in coperta.punti if codice(stato.punto) == name)


def _point(regola: Misura, name: str) -> Punto:
    return next(punto for punto in punti(regola) if codice(punto) == name)


def _searched(regola: Misura, name: str) -> Ricerca:
    return cerca(regola, _point(regola, name))


def _household(regola: Misura, name: str) -> Trovato:
    found = _searched(regola, name)
    assert isinstance(found, Trovato)
    return found


def test_a_case_covers_its_points(regola: Misura) -> None:
    """By its code; the rest is missing, or nobody can see it."""
    atteso = _answered(regola, [Caso("x", Fatti({"isee": Euro.parse("1000.00")}), on=ON)])[0].atteso
    coperta = copertura(
        regola, [Caso("alla-soglia", Fatti({"isee": Euro.parse("1000.00")}), atteso, on=ON)]
    )

    assert _state(coperta, "isee-pari") == Coperto(
        _state(coperta, "isee-pari").punto, ("alla-soglia",)
    )
    assert isinstance(_state(coperta, "isee-sotto"), Mancante)
    assert isinstance(_state(coperta, "definizione-quota-2-sotto"), Escluso)
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
    good, *_ = _answered(regola, [Caso("buono", Fatti({"isee": Euro.parse("1000.00")}), on=ON)])
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
        ("definizione-quota-altrimenti", {"componenti": 3, "pagato": True}),
        ("parametro-soglia-2024-01-01-giorno", {"isee": Euro.parse("900.00")}),
    ],
)
def test_the_smallest_household(regola: Misura, name: str, known: dict[str, object]) -> None:
    """As few facts as may be, small numbers, plain days, on the first day of the latest law."""
    found = _household(regola, name)

    assert found.fatti == Fatti(known)
    assert found.on == date(2024, 1, 1)


def test_the_eve_is_asked_on_the_eve(regola: Misura) -> None:
    """By the law that there was."""
    assert _household(regola, "parametro-soglia-2024-01-01-vigilia").on == date(2023, 12, 31)


def test_just_enough_to_exceed_a_cap(regola: Misura) -> None:
    """One cent more than the cap of an item."""
    found = _household(regola, "importo-voce-spesa-massimo-superato")

    assert found.fatti.valori["spesa"] == Euro.parse("300.01")


def test_an_earlier_law_where_the_latest_has_none(con: Callable[..., Misura]) -> None:
    """A requirement that is law no more is tried while it was."""
    old = con(("vigenza = { dal = 2024-01-01 }", "vigenza = { dal = 2020-01-01, al = 2021-12-31 }"))

    assert _household(old, "minori-vero").on == date(2020, 1, 1)


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
    assert copertura(regola, _answered(regola, [each.caso for each in made])).completa
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
    assert first.caso.nota.startswith("it also tries: requirement `isee`: ")
    assert first.caso.nota.endswith("more points")
    made = [each.caso for each in casi_mancanti(regola, vuota, lang="it")]
    others = [caso for caso in made if caso.codice != "area-3-valore-accesso"]
    only = casi_mancanti(regola, copertura(regola, _answered(regola, others)), lang="it")
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
    assert copertura(closed, _answered(closed, [each.caso for each in made])).completa
    assert _household(closed, "area-4-sotto").fatti == Fatti({"assegnata": date(2022, 2, 2)})


@pytest.mark.parametrize(
    ("side", "total"), [("sotto", 999_99), ("pari", 1000_00), ("sopra", 1000_01)]
)
def test_a_threshold_of_three_amounts(con: Callable[..., Misura], side: str, total: int) -> None:
    """Where no search over three ranges settles it, one amount moves alone to the threshold."""
    found = _searched(con(("isee < soglia", "isee - spesa + bonus < soglia")), f"isee-{side}")

    assert isinstance(found, Trovato)
    cents = {
        nome: value.cents for nome, value in found.fatti.valori.items() if isinstance(value, Euro)
    }
    assert cents["isee"] - cents["spesa"] + cents["bonus"] == total


def test_members_are_as_many_as_are_stated(con: Callable[..., Misura]) -> None:
    """Where their number is asked too, no fewer are shown."""
    two = con(("qualcuno(membri, eta < 18)", "componenti == 2 and qualcuno(membri, eta < 18)"))
    found = _household(two, "minori-vero").fatti

    assert found.valori["componenti"] == 2
    assert len(found.membri or ()) == 2


def test_a_plain_day_within_its_bounds(con: Callable[..., Misura]) -> None:
    """The day that is asked is the plainest of all, and no dwelling was assigned so late."""
    old = con(('tipo = "data"', 'tipo = "data"\nmassimo = 2021-12-31'))

    assert _household(old, "area-4-vero").fatti == Fatti({"assegnata": date(2021, 1, 1)})


def test_nobody_is_beside_a_threshold_without_steps(regola: Misura) -> None:
    """A point that says so is seen from neither side."""
    below = next(punto for punto in punti(regola) if codice(punto) == "isee-sotto")
    nucleo = Nucleo(regola, Fatti({"isee": Euro.parse("999.99")}), ON)

    assert isinstance(below, PuntoSoglia)
    assert nucleo.vede(below)
    assert not nucleo.vede(evolve(below, passo=Passo.NESSUNO))


@pytest.mark.parametrize(
    "point", ["isee-vero", "isee-falso", "isee-sotto", "isee-pari", "isee-sopra"]
)
def test_a_threshold_of_a_sum_and_a_product(con: Callable[..., Misura], point: str) -> None:
    """Each side is reached from another, and who is below from who is above."""
    steep = con(("isee < soglia", "isee + spesa * componenti < soglia"))

    assert isinstance(_searched(steep, point), Trovato)


@pytest.mark.parametrize("side", ["sotto", "pari", "sopra"])
def test_a_threshold_in_one_arm_of_two(con: Callable[..., Misura], side: str) -> None:
    """The nearest on the other side takes another arm, far from it: only the number moves."""
    arms = con(("isee < soglia", "(isee if pagato else spesa * 2) < soglia"))

    assert isinstance(_searched(arms, f"isee-{side}"), Trovato)


@pytest.mark.parametrize(
    ("condition", "below"),
    [
        ("(min(isee, massimale) if pagato else soglia + isee) < soglia", "isee-sotto"),
        ("(anziano if isee in {999.99, 899.99} else isee < soglia)", "isee-4-sotto"),
    ],
    ids=["another arm", "a cent off the way"],
)
def test_a_household_that_is_only_near_is_not_shown(
    con: Callable[..., Misura], condition: str, below: str
) -> None:
    """The nearest above is more than a cent away: the point has no household."""
    assert _searched(con(("isee < soglia", condition)), below) == NonTrovato()


def test_a_sum_that_never_comes_to_it(con: Callable[..., Misura]) -> None:
    """No amount reaches 1.000,00 by sevens, alone or with others; of three that is not proven."""
    sevens = con(("isee < soglia", "isee * 7 + spesa * 7 + bonus * 7 < soglia"))

    assert _searched(sevens, "isee-pari") == NonTrovato()


class TestPlanted:
    """Faults that this tool shows."""

    def test_a_dead_requirement(self, con: Callable[..., Misura]) -> None:
        """One that is never false: proven."""
        dead = con(("isee < soglia", "isee < soglia or isee >= soglia"))
        coperta = copertura(dead, ())

        false = _state(coperta, "isee-falso")
        assert isinstance(false, Escluso)
        assert false.perche == Impossibile(Ragione.NESSUN_NUCLEO)
        assert isinstance(_state(coperta, "isee-deroga-anziano-decide-sola"), Escluso)
        assert isinstance(_state(coperta, "isee-vero"), Mancante)

    def test_a_hole_in_a_table(self, con: Callable[..., Misura]) -> None:
        """Who falls through to `altrimenti` is shown: a household of two, whom a row forgot."""
        hole = con(('"componenti == 2"', '"componenti >= 3"'))

        found = _household(hole, "definizione-quota-altrimenti")
        assert found.fatti == Fatti({"componenti": 2, "pagato": True})

    def test_a_row_behind_another(self, con: Callable[..., Misura]) -> None:
        """A row that never is the first to hold."""
        dead = con(('"componenti == 2"', '"componenti < 2"'))

        assert isinstance(_state(copertura(dead, ()), "definizione-quota-riga-2"), Escluso)

    def test_a_cap_that_never_cuts(self, con: Callable[..., Misura]) -> None:
        """Items that their own caps keep below that of the amount."""
        never = con(
            (
                '{ codice = "fisso", vale = "spesa" }',
                '{ codice = "fisso", vale = "min(spesa, tetto)" }',
            ),
            ('valore = "500.00"', 'valore = "600.00"'),
            ("qualcuno(membri, eta < 18)", "pagato"),
        )

        assert isinstance(_state(copertura(never, ()), "importo-massimo-superato"), Escluso)

    def test_nothing_is_proven_of_members(self, con: Callable[..., Misura]) -> None:
        """Only households of a few are tried: nobody is shown, and nothing is called impossible."""
        never = con(("eta < 18", "eta < 0"))

        assert _searched(never, "minori-vero") == NonTrovato()
        assert _state(copertura(never, ()), "minori-vero") == Mancante(
            _point(never, "minori-vero"), None
        )

    def test_as_many_members_as_the_rule_counts_to(self, con: Callable[..., Misura]) -> None:
        """A household of five is not impossible, nor is one where there should be four."""
        many = con(("qualcuno(membri, eta < 18)", "conta(membri, eta < 18) >= 5"))

        for side, members in (("sopra", 6), ("pari", 5), ("sotto", 4)):
            found = _household(many, f"minori-{side}").fatti
            assert sum(row.get("eta", 99) < 18 for row in found.membri or ()) == members

    def test_no_more_members_than_the_measure_allows(self, con: Callable[..., Misura]) -> None:
        """Where their number may be two at most nobody of three is tried."""
        pair = con(
            ("qualcuno(membri, eta < 18)", "conta(membri, eta < 18) + componenti >= 4"),
            ("massimo = 30", "massimo = 2"),
        )

        assert _household(pair, "minori-pari").fatti.valori["componenti"] == 2
        assert _searched(pair, "minori-sopra") == NonTrovato()

    def test_whoever_lists_the_members_says_how_many(self, con: Callable[..., Misura]) -> None:
        """A case with a list and without a number would be none."""
        two = con(("isee < soglia", "isee < soglia or componenti < 3"))
        coperta = copertura(two, ())

        found = [each.nucleo.fatti for each in coperta.mancanti if each.nucleo is not None]
        listed = [fatti for fatti in found if fatti.membri is not None]
        assert listed
        assert all(fatti.valori["componenti"] == len(fatti.membri or ()) for fatti in listed)

    def test_what_no_fact_moves(self, con: Callable[..., Misura]) -> None:
        """A comparison of numbers of the law alone: the same for everybody."""
        fixed = con(("isee < soglia", "massimale < soglia"))
        coperta = copertura(fixed, ())

        reasons = {
            name: stato.perche.ragione
            for name in ("isee-falso", "isee-ignoto", "isee-sotto", "isee-pari", "isee-sopra")
            if isinstance(stato := _state(coperta, name), Escluso)
        }
        assert reasons == {
            "isee-falso": Ragione.SENZA_FATTI,
            "isee-ignoto": Ragione.SENZA_FATTI,
            "isee-sotto": Ragione.NON_SI_MUOVE,
            "isee-pari": Ragione.SENZA_FATTI,
            "isee-sopra": Ragione.NON_SI_MUOVE,
        }
        assert isinstance(_state(coperta, "isee-vero"), Mancante)

    def test_a_side_that_nothing_crosses(self, con: Callable[..., Misura]) -> None:
        """Everybody is above: the other side is proven to be nobody's."""
        above = con(("isee < soglia", "isee > -1.00"))
        coperta = copertura(above, ())

        assert [isinstance(_state(coperta, f"isee-{side}"), Escluso) for side in
                ("sotto", "pari", "sopra")] == [True, True, True]  # fmt: skip


def test_an_unread_requirement(con: Callable[..., Misura]) -> None:
    """Unknown for everybody: seen by any case, and neither true nor false for anyone."""
    unread = con((
        'condizione = "qualcuno(membri, eta < 18)"\n', "non_visto = true\n",
    ))  # fmt: skip
    coperta = copertura(unread, [Caso("uno", atteso=OPEN, on=ON)])

    assert isinstance(_state(coperta, "minori-ignoto"), Coperto)
    assert _household(unread, "minori-ignoto").fatti == Fatti({})
    for truth in ("vero", "falso"):
        stato = _state(coperta, f"minori-{truth}")
        assert isinstance(stato, Escluso)
        assert stato.perche == Impossibile(Ragione.NON_VISTO)


def test_what_a_search_cannot_tell(regola: Misura, monkeypatch: pytest.MonkeyPatch) -> None:
    """With too few steps nothing is called impossible: the point is missing, and that is all."""
    monkeypatch.setattr("casa_model.readers.copertura._cerca.STEPS", 0)
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
