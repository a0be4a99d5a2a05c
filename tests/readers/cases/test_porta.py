"""Cases of a notice that say when the application was made are held to its terms."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model import Atteso, Caso, Esito, Fatti, copertura, prova
from casa_model.casa import leggi_avviso
from casa_model.exchange.casi import leggi_casi
from casa_model.readers.cases import StatoCaso, perche
from casa_model.readers.copertura import Mancante, casi_mancanti

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.facts import Value

AVVISO = """
formato = 1
[avviso]
codice = "immaginario"
titolo = { it = "Avviso immaginario", en = "Imaginary notice" }
ente = "Comune immaginario"
misura = "energia-l1"
fonte = "esempio"
grado = "derivata"
pubblicazione = 2024-09-02
apertura = 2024-09-10
chiusura = 2024-09-30T12:00:00
[graduatoria]
ordine = ["isee", "data_domanda", "protocollo"]
fonte = "esempio"
grado = "derivata"
"""
CASE = """formato = 1
[[casi]]
codice = "tardi"
[casi.fatti]
data_domanda = 2024-10-01
[casi.attesi]
esito = "non-ammesso"
motivi = ["{motivo}"]
"""

NINE = datetime(2024, 9, 20, 9)  # noqa: DTZ001 - wall time


@pytest.fixture(scope="module")
def avviso() -> Avviso:
    """A notice whose terms open on a day and close at an hour."""
    return leggi_avviso(AVVISO).valore


def caso(atteso: Atteso, **fatti: Value) -> Caso:
    """A household of which little is known, and what is expected of it."""
    return Caso("uno", Fatti(fatti), atteso)


@pytest.mark.parametrize("day", [date(2024, 9, 9), date(2024, 10, 1)])
def test_out_of_the_terms(avviso: Avviso, day: date) -> None:
    """The reason is that of the door, and no other: no rule was asked."""
    atteso = Atteso(Esito.NON_AMMESSO, motivi=("nei-termini",))
    (found,) = prova(avviso, [caso(atteso, data_domanda=day, quartiere_coperto=False)])

    assert found.stato is StatoCaso.SUPERATO


def test_why_it_was_refused(avviso: Avviso) -> None:
    """In the words of the notice."""
    (found,) = prova(avviso, [caso(Atteso(Esito.AMMESSO), data_domanda=date(2024, 10, 1))])

    assert perche(avviso.misura, found, lang="it")[0].startswith(
        "`nei-termini` non è rispettato: domanda presentata nei termini dell'avviso"
    )


@pytest.mark.parametrize("day", [date(2024, 9, 10), date(2024, 9, 29), None])
def test_within_the_terms(avviso: Avviso, day: date | None) -> None:
    """The rules answer; and so they do of a case that does not say its day."""
    fatti: dict[str, Value] = {} if day is None else {"data_domanda": day}
    atteso = Atteso(Esito.NON_AMMESSO, motivi=("quartiere",))
    (found,) = prova(avviso, [caso(atteso, quartiere_coperto=False, **fatti)])

    assert found.superato


def test_on_the_day_of_a_closing_hour(avviso: Avviso) -> None:
    """A case says no hour: the day is missing, though it is stated."""
    fatti: dict[str, Value] = {"data_domanda": date(2024, 9, 30)}
    (found,) = prova(avviso, [caso(Atteso(Esito.DA_COMPLETARE, mancano=()), **fatti)])

    assert "data_domanda" in found.scostamenti[0].ottenuto


def test_the_measure_has_no_terms(avviso: Avviso) -> None:
    """Asked by itself, whatever the day."""
    atteso = Atteso(Esito.DA_COMPLETARE)
    (found,) = prova(avviso.misura, [caso(atteso, data_domanda=date(1999, 1, 1))])

    assert found.superato


class TestReason:
    """`nei-termini` may be expected of a notice that has terms."""

    def test_it_is_read(self, avviso: Avviso) -> None:
        """Beside the codes of the requirements."""
        (read,) = leggi_casi(CASE.format(motivo="nei-termini"), avviso, file="c.casi.toml").casi

        assert prova(avviso, [read])[0].superato

    def test_not_of_others(self, avviso: Avviso) -> None:
        """A notice without terms refuses nobody at the door, and a measure has none."""
        endless = evolve(avviso, apertura=None, chiusura=None)
        for rules in (endless, avviso.misura):
            read = leggi_casi(CASE.format(motivo="nei-termini"), rules, file="c.casi.toml")
            (found,) = prova(rules, read.casi, on=date(2024, 9, 2))
            (advice,) = read.rilievi

            assert advice.code == "motivo-ignoto"
            assert found.stato is StatoCaso.FALLITO
            assert "non hanno un motivo `nei-termini`" in perche(rules, found, lang="it")[0]


class TestCoverage:
    """What a case refused at the door covers, and when generated households apply."""

    def test_nothing(self, avviso: Avviso) -> None:
        """It passes, and no rule was asked."""
        atteso = Atteso(Esito.NON_AMMESSO)
        late = caso(atteso, data_domanda=date(2024, 10, 1), quartiere_coperto=False)
        timely = caso(atteso, data_domanda=date(2024, 9, 20), quartiere_coperto=False)

        assert copertura(avviso, [late]).coperti == ()
        assert copertura(avviso, [late]).falliti == ()
        absent = caso(Atteso(Esito.NON_AMMESSO, motivi=("tolto",)), quartiere_coperto=False)
        assert copertura(avviso, [absent]).falliti == ("uno",)
        assert copertura(avviso, [timely]).coperti

    @pytest.mark.parametrize(
        ("terms", "day"),
        [
            ({}, date(2024, 9, 10)),
            ({"apertura": NINE}, date(2024, 9, 21)),
            (
                {"pubblicazione": None, "apertura": None, "chiusura": date(2024, 8, 1)},
                date(2024, 8, 1),
            ),
            ({"apertura": NINE, "chiusura": NINE + timedelta(hours=3)}, None),
        ],
        ids=["the first day", "the day after its hour", "the last", "no whole day is in time"],
    )
    def test_generated(self, avviso: Avviso, terms: dict[str, object], day: date | None) -> None:
        """Within the terms, wherever there is such a day; nothing else of the household moves."""
        own = evolve(avviso, **terms)
        coperta = copertura(own, ())
        before = {
            each.nucleo.fatti.valori["data_domanda"]
            for each in coperta.punti
            if isinstance(each, Mancante)
            and each.nucleo is not None
            and "data_domanda" in each.nucleo.fatti.valori
        }
        made = [each.caso.fatti.valori for each in casi_mancanti(own, coperta, lang="it")]
        days = {valori["data_domanda"] for valori in made if "data_domanda" in valori}

        assert before
        assert days == ({day} if day is not None else set())
