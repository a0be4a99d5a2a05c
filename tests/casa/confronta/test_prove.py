"""For each effect of a change a household that has it, or the proof that there is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve
from casa.confronta.rules import FREE, measure, of_notice, on_its_day, version
from hypothesis import given, settings

from casa_model import proof
from casa_model.casa import edizione
from casa_model.casa._nucleo import nucleo, risposta
from casa_model.casa.confronta import (
    Confronto,
    Effetto,
    Prova,
    Trovato,
    Versione,
    confronta,
    libro_di,
    prove,
)
from casa_model.casa.confronta._effetto import effetto_di
from casa_model.proof import Limiti
from casa_model.readers.evaluate import evaluate
from casa_model.rules.declared import declared
from casa_model.rules.facts import Fatti
from casa_model.rules.quesiti import Confini, Dimostrazione, Perche, Risposta
from casa_model.testing import measures
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Quesito


PAYS = (('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""), ('se = "sano"\n', ""))


def proven(confronto: Confronto) -> Mapping[Effetto, Trovato]:
    """What proof says of each effect; every household shown has it, by `evaluate`."""
    found = {each.effetto: each.trovato for each in prove(confronto)}
    for effetto, each in found.items():
        if each.esempio is not None:
            sides = (confronto.prima, confronto.ora)
            verdicts = tuple(
                evaluate(side.misura, declared(side.misura, each.esempio.fatti), on=side.giorno)
                for side in sides
            )
            assert verdicts == each.esempio.verdetti
            assert effetto_di(*verdicts) is effetto
    return found


def test_a_higher_threshold() -> None:
    """Somebody gains, at the edge; nobody loses; the cap is the threshold too."""
    found = proven(confronta(version(*PAYS), version(*PAYS, ("9360.00", "10000.00"))))

    assert {e: t.risposta for e, t in found.items()} == {
        Effetto.GUADAGNA: Risposta.SI,
        Effetto.PERDE: Risposta.NO,
        Effetto.INCERTO: Risposta.SI,
        Effetto.DI_PIU: Risposta.SI,
        Effetto.DI_MENO: Risposta.NO,
    }
    gains = found[Effetto.GUADAGNA].esempio
    assert gains is not None
    assert gains.fatti.valori["isee"] == Euro(936000)


def test_the_plainest_first() -> None:
    """From admitted to not admitted, where there is such; else what nobody had decided."""
    lower = confronta(version(*PAYS), version(*PAYS, ("9360.00", "8000.00")))
    loses = proven(lower)[Effetto.PERDE].esempio
    assert loses is not None
    assert [v.esito.value for v in loses.verdetti] == ["ammesso", "non-ammesso"]
    assert loses.fatti.valori["isee"] == Euro(800000)


def test_rules_that_pay_nothing() -> None:
    """There is no amount to ask about."""
    found = proven(confronta(version(FREE), version(FREE, ("9360.00", "8000.00"))))

    assert set(found) == {Effetto.GUADAGNA, Effetto.PERDE, Effetto.INCERTO}


def test_notices_and_days() -> None:
    """Of two notices, and of one measure on two days."""
    both = [Versione(of_notice(law=PAYS)), Versione(of_notice(law=(*PAYS, ("9360.00", "9000.00"))))]
    assert proven(confronta(*both))[Effetto.PERDE].risposta is Risposta.SI
    misura = edizione().misure["energia-l1"]
    days = [Versione(misura, on=on) for on in (date(2025, 1, 1), date(2026, 6, 1))]
    gains = proven(confronta(*days))[Effetto.GUADAGNA].esempio
    assert gains is not None
    assert gains.fatti.valori["isee"] == Euro(1500001)


def test_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What proof does not know is said, with the reason."""

    def gave_up(quesito: Quesito, **_: object) -> Dimostrazione:
        return Dimostrazione(quesito, Risposta.NON_SO, Confini(None, ()), perche=Perche.TEMPO)

    monkeypatch.setattr(proof, "dimostra", gave_up)
    found = proven(confronta(version(), version(("9360.00", "8000.00"))))

    assert {(t.risposta, t.perche) for t in found.values()} == {(Risposta.NON_SO, Perche.TEMPO)}


def test_in_words() -> None:
    """A household fact by fact, what both rules say, the bounds, and why nobody knows."""
    law = confronta(version(*PAYS), version(*PAYS, ("9360.00", "10000.00")))
    some = list(prove(law))
    text = libro_di(law, lang="it", prove=some).testo()

    assert "C'è chi guadagna l'ammissione" in text
    assert "- ISEE: 9.360,00 €" in text
    assert "Prima: non ammessa (requisito non soddisfatto: ISEE). Ora: ammessa" in text
    assert "Ora manca: " in text
    assert "Nessuno perde l'ammissione, certa o possibile: è dimostrato" in text
    turns = next(each for each in some if each.effetto is Effetto.INCERTO)
    assert turns.trovato.esempio is not None
    unread = tuple(evolve(v, mancano=()) for v in turns.trovato.esempio.verdetti)
    shown = evolve(turns.trovato, esempio=evolve(turns.trovato.esempio, verdetti=unread))
    alone = libro_di(law, lang="it", prove=[Prova(Effetto.INCERTO, shown)]).testo()
    assert "Ora manca" not in alone  # what nobody has read lacks no fact
    unknown = Prova(
        Effetto.PERDE, Trovato(Risposta.NON_SO, Confini(None, ()), perche=Perche.PRODOTTO)
    )
    assert (
        "It is not known whether somebody loses"
        in libro_di(law, lang="en", prove=[unknown]).testo()
    )


def test_a_code_that_no_rule_names() -> None:
    """Any other would do as well, and it is said."""
    misura = of_notice().misura
    fatti = Fatti({"protocollo": "altro-0"})

    assert nucleo([misura], fatti, "it")[0].endswith(": uno qualsiasi, qui altro-0")


def test_a_choice_is_said_by_its_label() -> None:
    """As `dimostra` says it, also where another fact has the same values by other labels."""
    misura = edizione().misure["crs-difficolta"]

    assert nucleo([misura], Fatti({"decadenza": "nessuna"}), "it")[0].endswith(
        ": nessun provvedimento"
    )


def test_a_household_in_words() -> None:
    """Members one by one, also those of whom nothing is known; nothing at all, if so."""
    misura = edizione().misure["accesso-sap"]
    fatti = Fatti({"isee": Euro(100)}, [{"ruolo": "coniuge"}, {}])

    assert nucleo([measure(), misura], fatti, "it") == (
        "ISEE: 1,00 €",
        "componente 1: ruolo nel nucleo: coniuge o convivente",
        "componente 2: di cui non è noto nulla",
        "il resto non è noto",
    )
    assert nucleo([misura], Fatti(), "en") == ("nothing is known of it",)


def test_an_answer_in_words() -> None:
    """To be completed has no reasons and no amount."""
    side = version()
    verdict = evaluate(side.misura, Fatti(), on=side.giorno)

    assert risposta(verdict, "it") == "da completare"
    assert risposta(evolve(verdict, importo=None), "en") == "to be completed"


@settings(deadline=None, max_examples=8)
@given(measures(), measures())
def test_any_two_measures(one: Misura, other: Misura) -> None:
    """Whatever is shown has the effect that is claimed, and all of it can be told."""
    found = confronta(on_its_day(one), on_its_day(other))
    some = list(prove(found, limiti=Limiti(millisecondi=500)))

    for each in some:
        shown = each.trovato.esempio
        assert (shown is None) == (each.trovato.risposta is not Risposta.SI)
        if shown is not None:
            before, now = shown.verdetti
            assert effetto_di(before, now) is each.effetto
    assert libro_di(found, lang="it", prove=some).testo()
