"""A notice that asks facts that the act does not ask: whom the act admits has to be completed."""

from __future__ import annotations

from casa.conforme.notices import HEAD, SOURCE, codes, found, law, notice, requirement

from casa_model.casa import edizione
from casa_model.casa.conforme import bilancio, conforme, libro_conforme
from casa_model.readers.evaluate import evaluate
from casa_model.rules.declared import declared
from casa_model.rules.esito import Esito

RANKED = f"[graduatoria]\n{SOURCE}ordine = [{{keys}}]\n"
BY_RENT = RANKED.format(keys='"-canone_anno", "isee"')
BY_ISEE = RANKED.format(keys='"isee", "data_domanda", "protocollo"')


def test_a_ranking_that_asks_more() -> None:
    """The household, which `evaluate` confirms, and the fact asked."""
    avviso = notice(BY_RENT)
    result = conforme(avviso, law())

    assert codes(result) == ["avviso/piu-esigente", "graduatoria/piu-esigente"]
    for rilievo in result.rilievi:
        assert rilievo.chiesti == ("canone_anno",)
        assert rilievo.esempio is not None
        act, other = (
            evaluate(side, declared(side, rilievo.esempio.fatti), on=rilievo.esempio.on)
            for side in (result.legge, avviso.misura)
        )
        assert (act.esito, other.esito) == (Esito.AMMESSO, Esito.DA_COMPLETARE)
    text = libro_conforme(result, bilancio(result), lang="it").testo().replace("\n   ", " ")
    assert "Fatti chiesti in più: canone" in text
    assert "Con questa differenza soltanto: da completare." in text


def test_a_ranking_that_asks_nothing_more() -> None:
    """What the act asks already, the day and the number that the office gives."""
    result = found(BY_ISEE)

    assert result.conforme
    text = libro_conforme(result, bilancio(result), lang="it").testo().replace("\n   ", " ")
    assert "Non chiede fatti che l'atto non chiede già" in text


def test_who_is_stricter_is_not_more_demanding_too() -> None:
    """Who refuses for a fact asks for it: one finding is enough."""
    text = requirement("anagrafe", "anagrafe_regolare").replace('sostituisce = "anagrafe"\n', "")

    assert codes(found(text)) == ["avviso/piu-severo", "requisito/anagrafe/piu-severo"]


def test_a_ranking_in_the_place_of_that_of_the_act() -> None:
    """With the article of the act."""
    act = edizione().misure["accesso-sap"]
    head = HEAD.replace("crs-difficolta", "accesso-sap")
    result = conforme(notice(RANKED.format(keys='"isee", "protocollo"'), head), act)
    (exam,) = result.esami[1:]

    assert exam.articolo is not None
    assert "r.r. 4/2017, art. 13" in exam.articolo.it
    assert codes(result) == ["graduatoria/graduatoria-diversa"]


def test_a_ranking_by_a_number_of_its_own() -> None:
    """The ranking reads a computed value of the notice, which reads a fact."""
    more = f"[definizioni.peso]\nvale = 'canone_anno'\n{SOURCE}"
    result = found(more + RANKED.format(keys='"-peso", "protocollo"'))

    assert codes(result) == ["avviso/piu-esigente", "graduatoria/piu-esigente"]


def test_who_is_stricter_and_asks_more_besides() -> None:
    """Whoever accepts the stricter threshold has not accepted that the rent is asked."""
    result = found(requirement("isee", "isee < 9000.00 and canone_anno >= 0.00"))

    assert codes(result) == [
        "avviso/piu-severo",
        "avviso/piu-esigente",
        "requisito/isee/piu-severo",
        "requisito/isee/piu-esigente",
    ]
    assert {rilievo.chiesti for rilievo in result.rilievi} == {(), ("canone_anno",)}


def test_whom_the_act_leaves_undecided_is_not_spoken_of() -> None:
    """By another ranking is admitted somebody of whom the act asks more: nothing denies it."""
    act = edizione().misure["accesso-sap"]
    head = HEAD.replace("crs-difficolta", "accesso-sap")
    result = conforme(notice(RANKED.format(keys='"isee", "protocollo"'), head), act)

    text = libro_conforme(result, bilancio(result), lang="it").testo()
    assert (
        "Chi l'atto ammette resta ammesso, con lo stesso importo, e chi l'atto esclude"
        in " ".join(text.split())
    )
    assert "a tutti" not in text
