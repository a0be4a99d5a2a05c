"""A notice that asks facts that the act does not ask: whom the act admits has to be completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from casa.conforme.notices import HEAD, SOURCE, codes, found, law, notice, requirement

from casa_model.casa import edizione
from casa_model.casa.conforme import bilancio, conforme, libro_conforme
from casa_model.readers.evaluate import evaluate
from casa_model.rules.declared import declared
from casa_model.rules.esito import Esito

if TYPE_CHECKING:
    from casa_model.casa.conforme import Conformita

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


HEATING = f"""[importo]
{SOURCE}[[importo.voci]]
codice = "riscaldamento"
{SOURCE}etichetta = {{ it = "riscaldamento", en = "heating" }}
vale = "spesa_riscaldamento"
se = "canone_pagato"
"""


class TestAllThatIsAsked:
    """One household misses only some of the facts; the others are found too."""

    def test_in_an_item_of_the_amount(self) -> None:
        """What it is worth, of whoever has paid the rent."""
        result = found(HEATING)

        assert asked(result, "importo/piu-esigente") == ("canone_pagato", "spesa_riscaldamento")

    def test_in_a_requirement_and_in_the_amount(self) -> None:
        """Of the whole, what each difference asks alone."""
        result = found(requirement("isee", "isee < soglia_isee and canone_anno >= 0.00") + HEATING)
        amount = ("canone_pagato", "spesa_riscaldamento")

        assert asked(result, "avviso/piu-esigente") == ("canone_anno", *amount)
        assert asked(result, "requisito/isee/piu-esigente") == ("canone_anno",)
        assert asked(result, "importo/piu-esigente") == amount
        assert all(rilievo.tutti_chiesti for rilievo in result.rilievi)

    def test_of_the_members(self) -> None:
        """Their list, and what is asked of each."""
        result = found(requirement("isee", "isee < soglia_isee and tutti(membri, eta >= 0)"))

        assert asked(result, "avviso/piu-esigente") == ("membri", "eta")

    def test_beside_what_somebody_is_refused_for(self) -> None:
        """A stricter requirement does not hide what the amount asks."""
        result = found(requirement("isee", "isee < soglia_isee and anagrafe_regolare") + HEATING)
        more = ("anagrafe_regolare", "canone_pagato", "spesa_riscaldamento")

        assert asked(result, "avviso/piu-esigente") == more
        assert "requisito/isee/piu-esigente" not in codes(result)

    @pytest.mark.parametrize(
        "asked_for",
        [
            "(anagrafe_regolare and not alloggio_adeguato)",
            'contestazione == "nessuna" and canone_anno < 1000.00 and anagrafe_regolare',
            'data_nascita_del_figlio >= data("2020-01-01") and bambini >= 1 and anagrafe_regolare',
            'comune == "015146" and bambini >= 1',
            "(lavoro_perso and bambini >= 1) or (separato and canone_anno >= 1.00)",
        ],
    )
    def test_several_facts_for_which_somebody_is_refused(self, asked_for: str) -> None:
        """Each refuses somebody: of none is it told that it is asked besides."""
        result = found(OWN + requirement("isee", f"isee < soglia_isee and ({asked_for})"))

        assert codes(result) == ["avviso/piu-severo", "requisito/isee/piu-severo"]

    def test_proof_that_does_not_get_that_far(self) -> None:
        """It is told that there may be others."""
        (whole, *_) = found(HEATING).esami
        rilievo = next(each for each in whole.rilievi if each.chiesti)
        short = evolve(rilievo, chiesti=("canone_pagato",), tutti_chiesti=False)
        result = found(HEATING)
        cut = evolve(result, esami=(evolve(whole, rilievi=(short,)), *result.esami[1:]))
        text = libro_conforme(cut, bilancio(cut), lang="it").testo()

        assert "e forse altri che la prova non ha trovato in tempo: il canone" in (
            " ".join(text.split())
        )


OWN = """[fatti.bambini]
tipo = "numero(0)"
minimo = 0
massimo = 20
etichetta = { it = "figli", en = "children" }
[fatti.comune]
tipo = "codice"
etichetta = { it = "comune", en = "comune" }
[fatti.lavoro_perso]
tipo = "bool"
etichetta = { it = "lavoro perso", en = "job lost" }
[fatti.separato]
tipo = "bool"
etichetta = { it = "separato", en = "separated" }
[fatti.data_nascita_del_figlio]
tipo = "data"
etichetta = { it = "nascita", en = "birth" }
"""


def asked(conformita: Conformita, codice: str) -> tuple[str, ...]:
    """The facts asked, of one finding."""
    (rilievo,) = [each for each in conformita.rilievi if each.codice == codice]
    return rilievo.chiesti
