"""Each question in words, and a day on which nobody answers."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa.edizione import edizione
from casa_model.cli._parole_della_prova import codici, esempi
from casa_model.cli._verdetti import domanda, trovato, verdetto
from casa_model.proof import dimostra
from casa_model.proof._texts import Texts
from casa_model.readers.evaluate import evaluate
from casa_model.rules import quesiti as q
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Calendario
from casa_model.values import Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

ENERGIA = edizione().misure["energia-l1"]
DAYS = Vigenza(ENERGIA.vigenza.dal, date(2200, 1, 1))
CONTESTO = q.Contesto.di(ENERGIA, giorni=DAYS)
ACCESSO = edizione().misure["accesso-sap"]
DIFFICOLTA = edizione().misure["crs-difficolta"]
ON = date(2025, 9, 1)


SI, NO, NON_SO = q.Risposta
BOTH = q.Contesto.di(ENERGIA, ACCESSO, giorni=DAYS)
FRASE = t.Fact("isee")


@pytest.mark.parametrize(
    ("quesito", "risposta", "it"),
    [
        (q.Mai(CONTESTO, FRASE), SI, "mai `a`? sì: non è vero per nessuno"),
        (q.Sempre(CONTESTO, FRASE), NO, "sempre `a`? no: per qualcuno è falso"),
        (q.Implica(CONTESTO, FRASE, FRASE), SI, "se `a`, allora `b`? sì: vale per tutti"),
        (
            q.Equivale(CONTESTO, FRASE, FRASE),
            NO,
            "`a` equivale a `b`? no: di qualcuno non dicono lo stesso",
        ),
        (
            q.Sovrappone(CONTESTO, FRASE, FRASE),
            SI,
            "`a` e insieme `b`? sì: per qualcuno sono vere tutte e due",
        ),
        (
            q.SovrapponeMisure(BOTH),
            NO,
            (
                "`energia-l1` e `accesso-sap` ammettono la stessa persona? "
                "no: nessuno è ammesso da entrambe"
            ),
        ),
        (
            q.StessaRisposta(BOTH),
            SI,
            (
                "`energia-l1` e `accesso-sap` danno a tutti la stessa risposta? "
                "sì: lo stesso esito e lo stesso importo"
            ),
        ),
        (
            q.Superfluo(CONTESTO, "isee"),
            SI,
            (
                "il requisito `isee` è superfluo? sì: chi rispetta tutti gli altri rispetta anche "
                "questo; può però tenere in sospeso chi non ha dichiarato ciò che chiede"
            ),
        ),
        (
            q.Superfluo(CONTESTO, "isee"),
            NO,
            (
                "il requisito `isee` è superfluo? no: decide, perché qualcuno rispetta tutti gli "
                "altri e non questo"
            ),
        ),
        (
            q.Superfluo(q.Contesto.di(ACCESSO, giorni=DAYS), "isee"),
            NO,
            (
                "il requisito `isee` è superfluo? no: decide, perché qualcuno rispetta tutti gli "
                "altri che qualcuno ha letto e non questo"
            ),
        ),
        (
            q.Inutile(CONTESTO, "isee"),
            NO,
            (
                "`isee` si chiede anche a qualcuno a cui non serve? no: a chiunque si chieda può "
                "cambiare la risposta"
            ),
        ),
        (
            q.Scoperto(CONTESTO, "classe"),
            NO,
            "`classe` lascia scoperto qualcuno? no: c'è una riga per ognuno",
        ),
        (
            q.Unica(CONTESTO, "classe"),
            SI,
            "le righe di `classe` si escludono? sì: per nessuno ne valgono due",
        ),
        (
            q.RigaVuota(CONTESTO, "classe", 2),
            NO,
            "la riga 2 di `classe` è vuota? no: qualcuno la prende",
        ),
        (
            q.Monotona(CONTESTO, "isee"),
            NO,
            "chi ha meno `isee` non ci perde? no: qualcuno ci perde",
        ),
        (
            q.Monotona(CONTESTO, "isp", q.Verso.PIU),
            NON_SO,
            "chi ha più `isp` non ci perde? non lo so",
        ),
        (
            q.GiornoVuoto(CONTESTO),
            NO,
            "c'è un giorno in cui nessuna misura risponde? no: ogni giorno ne risponde almeno una",
        ),
    ],
)
def test_in_words(quesito: q.Quesito, risposta: q.Risposta, it: str) -> None:
    """What was found is said as it is, whatever was expected."""
    asked = q.Proprieta("x", quesito, frasi=("a", "b"))

    assert verdetto(asked, risposta, "it") == it
    assert it.startswith(domanda(asked).it + "? ")
    assert verdetto(asked, risposta, "en").startswith(domanda(asked).en + "? ")


def test_words_of_ones_own() -> None:
    """A sentence with words is told by them alone."""
    asked = q.Proprieta("x", q.Mai(CONTESTO, FRASE), testo=Testo(it="nessuno", en="nobody"))

    assert verdetto(asked, SI, "it") == domanda(asked).it == "nessuno"


@pytest.mark.parametrize(
    ("quesito", "risposta", "it"),
    [
        (
            q.Sovrappone(CONTESTO, FRASE, FRASE),
            NO,
            "nessun nucleo fa questo: per nessuno sono vere tutte e due",
        ),
        (
            q.SovrapponeMisure(BOTH),
            NO,
            "nessun nucleo fa questo: nessuno è ammesso da entrambe",
        ),
        (q.Mai(CONTESTO, FRASE), SI, "non è vero per nessuno"),
        (q.Mai(CONTESTO, FRASE), NON_SO, None),
    ],
)
def test_what_words_of_ones_own_do_not_tell(
    quesito: q.Quesito, risposta: q.Risposta, it: str | None
) -> None:
    """A sentence with words of its own has still what was found; one without has said it."""
    words = Testo(it="a", en="a")

    assert trovato(q.Proprieta("x", quesito, testo=words), risposta, "it") == it
    assert trovato(q.Proprieta("x", quesito, frasi=("a", "b")), risposta, "it") is None


def test_a_fact_asked_in_vain() -> None:
    """Beside what is missing it is said why one fact is of no use."""
    verdict = evaluate(ACCESSO, Fatti({}), on=ON)
    asked = q.Inutile(q.Contesto.di(ACCESSO, giorni=ON), "isee")
    shown = (q.Esempio(Fatti({}), ON, (verdict,)),)
    found = q.Dimostrazione(asked, SI, q.Confini(None, (ON,)), shown)
    nobody = q.Dimostrazione(asked, NO, q.Confini(None, (ON,)))

    assert list(esempi(found, "it"))[-1].startswith("  non serve: ISEE del nucleo")
    assert list(esempi(nobody, "it")) == []


@pytest.mark.parametrize(
    ("code", "shown"), [(Texts().text(0), "uno qualsiasi, qui altro-0"), ("A-1", "A-1")]
)
def test_an_invented_code(code: str, shown: str) -> None:
    """Of a code that the search made up it is said that any other would do."""
    fatti = Fatti({"protocollo": code})
    verdict = evaluate(DIFFICOLTA, fatti, on=ON)
    found = q.Dimostrazione(
        q.Mai(q.Contesto.di(DIFFICOLTA, giorni=ON), FRASE),
        NO,
        q.Confini(None, (ON,)),
        (q.Esempio(fatti, ON, (verdict,)),),
    )
    _, line, *_ = esempi(found, "it")

    assert line.split("  ")[-1] == shown


def test_a_long_list() -> None:
    """The first are told, how many more, and how to see them."""
    some = [f"x-{at}" for at in range(8)]

    assert codici(some[:2], "it") == "`x-0`, `x-1`"
    assert codici(some, "it").endswith("`x-5` e altre 2: `--json` le dice tutte")


def test_many_missing_facts() -> None:
    """Of a household of which nothing is known the first missing facts are told."""
    verdict = evaluate(ACCESSO, Fatti({}), on=ON)
    found = q.Dimostrazione(
        q.Mai(q.Contesto.di(ACCESSO, giorni=ON), FRASE),
        q.Risposta.NO,
        q.Confini(None, (ON,)),
        (q.Esempio(Fatti({}), ON, (verdict,)),),
    )
    lines = list(esempi(found, "it"))
    missing = [line for line in lines if line.startswith("    - manca: ")]

    assert len(missing) == 6
    assert (
        lines[-1]
        == f"    - altri fatti che mancano: {len(verdict.mancano) - 6}; `--json` li dice tutti"
    )


def test_a_day_without_a_household() -> None:
    """Of a day on which nobody answers the day is told, and no household."""
    nobody = q.Esempio(Fatti({}), date(2027, 1, 2), ())
    found = q.Dimostrazione(
        q.GiornoVuoto(CONTESTO), q.Risposta.SI, q.Confini(None, (DAYS,)), (nobody,)
    )

    assert list(esempi(found, "en")) == ["2 January 2027"]


def test_what_is_not_looked_for(casa_model: Callable[..., Result]) -> None:
    """A requirement that nobody sees is not asked about, nor is a table that no rule reads."""
    args = ("--superflui", "--tabelle", "--al", "2025-09-01", "--json")
    result = casa_model("dimostra", "accesso-sap", *args)
    unseen = {each.codice for each in ACCESSO.requisiti if each.non_visto}
    asked = {each["codice"] for each in json.loads(result.stdout)["risposte"]}

    assert unseen
    seen = {f"superfluo-{each.codice}" for each in ACCESSO.requisiti if not each.non_visto}
    assert seen == asked
    assert any(
        each.nome == "maggiorazione_lavoro" and q.righe(each) for each in ACCESSO.definizioni
    )


def test_the_day_of_a_notice() -> None:
    """The day of its requisites is told after its preposition: `all'8`."""
    days = Calendario(date(2025, 3, 8), date(2025, 3, 8))
    fixed = evolve(DIFFICOLTA, calendario=days)
    found = q.Dimostrazione(
        q.Mai(q.Contesto.di(fixed, giorni=ON), FRASE),
        NO,
        q.Confini(None, (ON,)),
        (q.Esempio(Fatti({}), ON, (evaluate(fixed, Fatti({}), on=days.giorno_norma),)),),
    )

    assert next(esempi(found, "it")) == "il nucleo, requisiti all'8 marzo 2025:"
    assert next(esempi(found, "en")) == "the household, requisites on 8 March 2025:"


def test_two_days() -> None:
    """Of versions by the law of two days both are told, and no day that nobody asked about."""
    days = (date(2025, 1, 1), ON)
    versioni = tuple(q.Versione(ENERGIA, day) for day in days)
    found = dimostra(q.SovrapponeMisure(q.Contesto(versioni, q.ALL_DAYS)))

    assert next(esempi(found, "it")) == "il nucleo, 1º gennaio 2025 e 1º settembre 2025:"
    assert found.esempi[0].on == days[0]


def test_rows_that_overlap() -> None:
    """The rows that hold for the household are named; where none overlap, none are."""
    verdict = evaluate(ENERGIA, Fatti({}), on=ON)
    asked = q.Unica(q.Contesto.di(ENERGIA, giorni=ON), "classe")
    bounds = q.Confini(None, (ON,))
    shown = (q.Esempio(Fatti({}), ON, (verdict,)),)

    *_, told = esempi(q.Dimostrazione(asked, NO, bounds, shown, righe=(1, 3)), "it")
    assert told == "  per questo nucleo valgono insieme le righe 1 e 3 di `classe`"
    assert list(esempi(q.Dimostrazione(asked, SI, bounds), "it")) == []
