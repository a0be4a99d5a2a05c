"""A notice whose ranking is not that of its act: the order, a reserve, its share or its edge."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from casa.conforme.notices import HEAD, SOURCE, codes, found, law, notice, parameter

from casa_model.casa import edizione
from casa_model.casa.conforme import Accettato, Conformita, bilancio, conforme, libro_conforme

SAP = HEAD.replace("crs-difficolta", "accesso-sap")
QUOTA = parameter("quota_riserva", '"2%"')
BY_ISEE = f'[graduatoria]\n{SOURCE}ordine = ["isee", "protocollo"]\n'


def held(more: str) -> Conformita:
    """What is found of a notice over the act that has a ranking and a reserve."""
    return conforme(notice(more, SAP), edizione().misure["accesso-sap"])


def told(result: Conformita) -> str:
    """The findings in words, on one line."""
    return " ".join(libro_conforme(result, bilancio(result), lang="it").testo().split())


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (QUOTA, "parametro/quota_riserva/graduatoria-diversa"),
        (
            parameter("soglia_indigenza", '"300.00"'),
            "parametro/soglia_indigenza/graduatoria-diversa",
        ),
        (
            f"[definizioni.indigente]\nsostituisce = 'indigente'\nvale = 'isee <= 0.00'\n{SOURCE}",
            "definizione/indigente/graduatoria-diversa",
        ),
        (BY_ISEE, "graduatoria/graduatoria-diversa"),
    ],
)
def test_a_ranking_that_is_not_that_of_the_act(more: str, code: str) -> None:
    """A share, who belongs to a reserve, the order and the reserve that is gone."""
    result = held(more)

    assert codes(result) == [code]
    assert "La graduatoria non è quella dell'atto: cambia l'ordine, o una riserva" in told(result)


def test_what_becomes_of_the_money_when_it_ends() -> None:
    """Where the act pays: by a notice that pays whole amounts only somebody goes without."""
    ranked = notice(BY_ISEE).misura
    act = evolve(law(), fatti=ranked.fatti, graduatoria=ranked.graduatoria)
    known = {"crs-difficolta": act}
    result = conforme(notice(f'{BY_ISEE}esaurimento = "solo-interi"\n', misure=known), act)
    other = conforme(notice(f'{BY_ISEE}esaurimento = "proporzionale"\n', misure=known), act)

    assert codes(result) == ["graduatoria/graduatoria-diversa"]
    assert result.rilievi[0].impronta != other.rilievi[0].impronta
    assert conforme(notice(BY_ISEE, misure=known), act).conforme


def test_a_ranking_that_stays() -> None:
    """Nothing is found, and what is told of a ranking is said."""
    result = held("")

    assert result.conforme
    assert "Della graduatoria (l'ordine, le riserve e le loro quote) si dice soltanto" in told(
        result
    )


def test_an_act_without_a_ranking() -> None:
    """There is nothing to hold a ranking against: it is said that nobody looks."""
    with_one, without = found(BY_ISEE), found("")

    assert with_one.conforme
    assert "L'atto non ha una graduatoria: quella dell'avviso (l'ordine, le ris" in told(with_one)
    assert "graduatoria" not in told(without)


def test_it_is_accepted_as_any_other() -> None:
    """By the share that stands there now, and by no other."""
    result, other = held(QUOTA), held(QUOTA.replace("2%", "3%"))
    (rilievo,) = result.rilievi
    seen = Accettato(
        rilievo.codice, rilievo.impronta, "così", "responsabile-del-procedimento", date(2024, 9, 2)
    )

    assert bilancio(result, [seen]).a_posto
    assert [r.codice for r, _ in bilancio(other, [seen]).cambiati] == [rilievo.codice]
