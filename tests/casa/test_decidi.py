"""The main verb: every application is decided or told why not, then ranked and paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casa_model.casa import decidi, leggi_avviso
from casa_model.errors import IllTyped, InvalidValue, TiedRanking
from casa_model.nuclei import AttestazioneIsee, Componente, Domanda, Nucleo, Ruolo
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.leggi import leggi_misura
from casa_model.values import Euro

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
[risorse]
dotazione = "120.00"
[graduatoria]
ordine = ["isee", "protocollo"]
fonte = "esempio"
grado = "derivata"
"""
READY = {
    "quartiere_coperto": True,
    "riceve_crs_difficolta": False,
    "riceve_crs_indigenza": False,
    "spesa_riscaldamento": Euro.parse("200.00"),
}


def applicant(riferimento: str, isee: str, **more: object) -> Domanda:
    """An application that lacks nothing."""
    facts = {**READY, "isee": Euro.parse(isee), **more}
    return Domanda(riferimento, protocollo=riferimento, fatti=Fatti(facts))


def test_applications_are_decided_ranked_and_paid_to_the_last_euro() -> None:
    """The poorer first; who does not fit gets what is left; the others wait."""
    avviso = leggi_avviso(AVVISO).valore
    asked = [applicant("a", "9000.00"), applicant("b", "8000.00"), applicant("c", "9500.00")]
    found = decidi(avviso, asked)

    assert ["a", "b", "c"] == [esito.riferimento for esito in found.esiti]
    assert found.graduatoria is not None
    assert [("b", "100.00"), ("a", "20.00"), ("c", "0.00")] == [
        (posizione.riferimento, str(posizione.pagato)) for posizione in found.graduatoria.posizioni
    ]


def test_a_notice_without_ranking_decides_and_ranks_nobody() -> None:
    """The ranking is the notice's to give."""
    avviso = leggi_avviso(AVVISO.split("[risorse]", maxsplit=1)[0]).valore
    found = decidi(avviso, [applicant("a", "9000.00")])

    assert found.graduatoria is None
    assert Esito.AMMESSO is found.esiti[0].verdict.esito


def test_facts_that_contradict_one_another_are_told_and_the_others_decided() -> None:
    """Nothing is lost: an application is among the outcomes or among the discarded."""
    avviso = leggi_avviso(AVVISO).valore
    wrong = applicant("a", "9000.00", componenti=Decimal(3))
    wrong = Domanda("a", fatti=wrong.fatti, nucleo=Nucleo(numero=2))
    found = decidi(avviso, [wrong, applicant("b", "8000.00")])

    assert ["b"] == [esito.riferimento for esito in found.esiti]
    assert ["a"] == [scarto.riferimento for scarto in found.scarti]
    assert "componenti" in found.scarti[0].motivo.it


def test_a_reference_stands_once() -> None:
    """Two applications with one reference could not be told apart."""
    avviso = leggi_avviso(AVVISO).valore

    with pytest.raises(InvalidValue, match="`a`"):
        decidi(avviso, [applicant("a", "9000.00"), applicant("a", "8000.00")])


def test_a_tie_refuses_the_run() -> None:
    """The last key of the ranking must be unique."""
    tied = AVVISO.replace('["isee", "protocollo"]', '["isee"]')
    avviso = leggi_avviso(tied).valore

    with pytest.raises(TiedRanking):
        decidi(avviso, [applicant("a", "9000.00"), applicant("b", "9000.00")])


def test_progress_is_told_after_each_application() -> None:
    """A long run can show how far it is."""
    avviso = leggi_avviso(AVVISO).valore
    seen: list[int] = []
    decidi(avviso, [applicant("a", "1.00"), applicant("b", "2.00")], progresso=seen.append)

    assert [1, 2] == seen


def test_the_parts_of_an_application_become_facts() -> None:
    """An attestation and a household say what a table of facts would have said."""
    avviso = leggi_avviso(AVVISO).valore
    isee = AttestazioneIsee(isee=Euro.parse("7000.00"), rilascio=date(2024, 2, 1))
    domanda = Domanda("a", protocollo="1", fatti=Fatti(READY), isee=isee)
    (esito,) = decidi(avviso, [domanda]).esiti

    assert Esito.AMMESSO is esito.verdict.esito
    assert Euro.parse("7000.00") == esito.fatti.valori["isee"]


def test_an_expired_attestation_is_told_and_asked_again() -> None:
    """Not valid on the day of the requisites: not known, with a warning."""
    avviso = leggi_avviso(AVVISO).valore
    isee = AttestazioneIsee(isee=Euro.parse("7000.00"), rilascio=date(2023, 2, 1))
    (esito,) = decidi(avviso, [Domanda("a", fatti=Fatti(READY), isee=isee)]).esiti

    assert Esito.DA_COMPLETARE is esito.verdict.esito
    assert "isee" in esito.verdict.mancano
    assert len(esito.avvertenze) == 1


MISURA = """
formato = 1
[misura]
codice = "mia"
titolo = { it = "Misura di prova", en = "A measure" }
fonte = "esempio"
grado = "derivata"
vigenza = { dal = 2020-01-01 }
[fatti.reddito]
tipo = "euro"
etichetta = { it = "Reddito", en = "Income" }
[fatti.lavora]
tipo = "bool"
etichetta = { it = "Lavora", en = "Works" }
membro = true
[[requisiti]]
codice = "reddito"
fonte = "esempio"
testo = { it = "ha un reddito", en = "has an income" }
condizione = "reddito > 0"
"""


def test_a_measure_of_ones_own_needs_no_dictionary() -> None:
    """What an application derives and the measure does not know is left out; the rest stays."""
    misura = leggi_misura(MISURA, file="mia.toml").valore
    text = AVVISO.split("[risorse]", maxsplit=1)[0].replace("energia-l1", "mia")
    avviso = leggi_avviso(text, misure={"mia": misura}).valore
    person = Componente(ruolo=Ruolo.RICHIEDENTE, altri={"lavora": True})
    typed = Domanda(
        "a",
        presentata=date(2024, 9, 3),
        fatti=Fatti({"reddito": Euro.parse("1.00")}),
        nucleo=Nucleo(componenti=(person,)),
    )
    listed = Domanda("b", fatti=Fatti({"reddito": Euro.parse("1.00")}, [{"lavora": True}]))
    unknown = Domanda("c", fatti=Fatti({"reditto": Euro.parse("1.00")}))
    found = decidi(avviso, [typed, listed, unknown])

    assert [Esito.AMMESSO, Esito.AMMESSO] == [esito.verdict.esito for esito in found.esiti]
    assert "forse `reddito`" in found.scarti[0].motivo.it


def test_what_was_read_is_not_yet_the_notice() -> None:
    """`leggi_avviso` gives the notice with its advice: one passes `.valore`."""
    with pytest.raises(IllTyped, match="valore"):
        decidi(leggi_avviso(AVVISO), [])


def test_a_role_may_be_said_as_what_it_is() -> None:
    """A member of an enumeration is its text; a name that is none is not repeated."""
    avviso = leggi_avviso(AVVISO).valore
    role = Fatti({**READY, "isee": Euro.parse("1.00")}, [{"ruolo": Ruolo.RICHIEDENTE}])
    odd = Fatti({"Maria Rossi": True})
    found = decidi(avviso, [Domanda("a", protocollo="1", fatti=role), Domanda("b", fatti=odd)])

    assert Esito.AMMESSO is found.esiti[0].verdict.esito
    assert "Maria" not in found.scarti[0].motivo.it


CROSSED = """
formato = 1
[misura]
codice = "mia"
titolo = { it = "Mia", en = "Mine" }
fonte = "esempio"
grado = "derivata"
vigenza = { dal = 2024-01-01 }
[fatti.eta]
tipo = "numero(0)"
minimo = 18
massimo = 99
etichetta = { it = "età di chi chiede", en = "age of the applicant" }
[fatti.data_nascita]
tipo = "data"
etichetta = { it = "data di nascita", en = "day of birth" }
membro = true
[fatti.componenti]
tipo = "numero(0)"
minimo = 1
massimo = 2
etichetta = { it = "componenti", en = "members" }
[[requisiti]]
codice = "adulto"
fonte = "esempio"
testo = { it = "è adulto", en = "is an adult" }
condizione = "eta >= 18"
"""


def crossed_notice():  # noqa: ANN201 - the type of the reader
    """A notice that closes in 2024, of a measure whose `eta` is the applicant's."""
    misura = leggi_misura(CROSSED, file="mia.toml").valore
    text = AVVISO.split("[risorse]", maxsplit=1)[0].replace("energia-l1", "mia")
    return leggi_avviso(text + "chiusura = 2024-12-31\n", misure={"mia": misura}).valore


def test_a_derived_fact_is_left_out_where_its_name_is_another_fact() -> None:
    """A member's age is not the fact of the household that has the same name."""
    facts = Fatti({"eta": 40}, [{"data_nascita": date(2020, 1, 1)}])
    found = decidi(crossed_notice(), [Domanda("a", presentata=date(2024, 9, 3), fatti=facts)])

    assert [Esito.AMMESSO] == [esito.verdict.esito for esito in found.esiti]


@pytest.mark.parametrize("presentata", [date(2024, 9, 3), date(2025, 1, 1)])
def test_what_does_not_fit_is_told_in_time_or_late(presentata: date) -> None:
    """A household that cannot be decided is never refused for its day instead."""
    facts = Fatti({"eta": 40}, [{}] * 3)
    found = decidi(crossed_notice(), [Domanda("a", presentata=presentata, fatti=facts)])

    assert ["a"] == [scarto.riferimento for scarto in found.scarti]
    assert "componenti" in found.scarti[0].motivo.it
