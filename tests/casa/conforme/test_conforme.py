"""Planted faults: each is found, with the household at the edge, which `evaluate` confirms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from casa.conforme.notices import (
    HEAD,
    MOVED,
    SOURCE,
    codes,
    found,
    law,
    notice,
    parameter,
    removed,
    requirement,
    shown,
)

from casa_model.casa import edizione
from casa_model.casa.conforme import Verso, _coppia, conforme
from casa_model.casa.confronta import Trovato
from casa_model.errors import IllTyped, InvalidValue
from casa_model.readers.evaluate import evaluate
from casa_model.rules.declared import declared
from casa_model.rules.esito import Esito
from casa_model.rules.quesiti import Confini, Perche, Risposta
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.casa.conforme import Rilievo


ON = date(2024, 9, 2)
INDIGENCE = "not riceve_crs_indigenza"
DONE = (
    f'[[requisiti.deroghe]]\ncodice = "finito"\n{SOURCE}'
    "condizione = 'mesi_tra(data_contratto, data_requisiti) >= {n}'\n"
)


def test_a_notice_that_changes_nothing() -> None:
    """It conforms, and the answer has its bounds."""
    result = found("")

    assert result.conforme
    assert result.esami[0].equivalente
    assert result.esami[0].confini.giorni == (ON,)
    assert not result.con_non_letti


def test_off_by_one() -> None:
    """`fino a 9.360` where the act says `inferiore a`: the household with 9.360,00."""
    result = found(requirement("isee", "isee <= soglia_isee"))

    assert codes(result) == ["avviso/piu-largo", "requisito/isee/piu-largo"]
    assert shown(result, "requisito/isee/piu-largo")["isee"] == Euro(936000)
    exam = result.esami[1]
    assert exam.articolo is not None
    assert exam.articolo.it == "r.r. 11/2019, art. 6, c. 1, lett. c) [dall'atto]"
    assert exam.titolo.it.startswith("ISEE in corso di validità inferiore")


def test_off_by_one_the_other_way() -> None:
    """Stricter: who stands exactly on the threshold of assets is refused."""
    strict = "patrimonio_di_uno and isp < patrimonio_singolo or patrimonio_di_piu"
    result = found(requirement("patrimonio", strict))
    facts = shown(result, "requisito/patrimonio/piu-severo")

    assert codes(result) == ["avviso/piu-severo", "requisito/patrimonio/piu-severo"]
    assert facts["isp"] == Euro(2_200_000)


def test_and_for_or() -> None:
    """A derogation that became a second condition: stricter, and nowhere looser."""
    both = f"{INDIGENCE} and mesi_tra(data_contratto, data_requisiti) >= mesi_durata_indigenza"
    result = found(requirement("contributo-indigenza", both))

    assert codes(result) == [
        "avviso/piu-severo",
        "requisito/contributo-indigenza/piu-severo",
    ]


def test_or_for_and() -> None:
    """Two requirements of which one will do: looser."""
    either = "isee < soglia_isee or isp <= soglia_nucleo"
    result = found(requirement("isee", either))

    assert codes(result) == ["avviso/piu-largo", "requisito/isee/piu-largo"]
    assert shown(result, "avviso/piu-largo")["isee"] == Euro(936000)


def test_a_requirement_removed() -> None:
    """Looser, with the article that asked it."""
    result = found(removed("decadenza"))

    assert codes(result) == ["avviso/piu-largo", "requisito/decadenza/piu-largo"]
    assert result.esami[1].articolo is not None
    assert "lett. d" in result.esami[1].articolo.it


def test_a_requirement_added() -> None:
    """Stricter, with no article: the act does not say it."""
    text = requirement("anagrafe", "anagrafe_regolare").replace('sostituisce = "anagrafe"\n', "")
    result = found(text)

    assert codes(result) == ["avviso/piu-severo", "requisito/anagrafe/piu-severo"]
    assert result.esami[1].articolo is None


def test_a_larger_threshold() -> None:
    """The household is at the edge of the act, not of the notice."""
    result = found(parameter("soglia_isee", '"12000.00"'))

    assert codes(result) == ["avviso/piu-largo", "parametro/soglia_isee/piu-largo"]
    assert shown(result, "parametro/soglia_isee/piu-largo")["isee"] == Euro(936000)


def test_fewer_months() -> None:
    """One day short of the months that the act asks."""
    result = found(parameter("mesi_minimi_assegnazione", "12"))
    facts = shown(result, "parametro/mesi_minimi_assegnazione/piu-largo")

    assert codes(result)[0] == "avviso/piu-largo"
    assert facts["data_assegnazione"] == date(2022, 9, 3)


def test_a_cap() -> None:
    """A larger amount, and a smaller one: by a cent past the cap of the act, and of the notice."""
    more = found(parameter("massimale_annuo", '"3000.00"'))
    assert codes(more) == ["avviso/importo-piu-alto", "parametro/massimale_annuo/importo-piu-alto"]
    less = found(parameter("massimale_annuo", '"2000.00"'))
    assert codes(less) == [
        "avviso/importo-piu-basso",
        "parametro/massimale_annuo/importo-piu-basso",
    ]


def test_a_longer_derogation() -> None:
    """Fewer months are enough to go round the requirement: looser."""
    result = found(requirement("contributo-indigenza", INDIGENCE, DONE.format(n=24)))
    facts = shown(result, "requisito/contributo-indigenza/piu-largo")

    assert codes(result) == ["avviso/piu-largo", "requisito/contributo-indigenza/piu-largo"]
    assert facts["data_contratto"] == date(2021, 9, 3)


def test_the_day_is_moved() -> None:
    """A finding of its own, beside what it does."""
    result = found("", MOVED)

    assert codes(result) == [
        "avviso/piu-largo",
        "data-requisiti/giorno-spostato",
        "data-requisiti/piu-largo",
    ]
    assert shown(result, "data-requisiti/piu-largo")["data_assegnazione"] == date(2022, 9, 3)


def test_publication_is_not_known() -> None:
    """The day is moved, and how far nobody can say."""
    head = MOVED.replace("pubblicazione = 2024-09-02", "giorno_norma = 2024-09-02")
    result = found("", head)

    assert codes(result) == ["data-requisiti/giorno-spostato", "data-requisiti/giorno-ignoto"]
    assert not result.conforme


def test_a_publication_with_an_hour() -> None:
    """Its day counts; the same day under another name is not moved."""
    hour = HEAD.replace("2024-09-02", "2024-09-02T09:00:00")
    assert found("", hour).conforme
    same = MOVED.replace("chiusura = 2024-09-30", "chiusura = 2024-09-02")
    assert found("", same).conforme


def test_what_says_nothing_alone() -> None:
    """A new number or a new computed value is a difference only of who reads it."""
    text = (
        '[parametri.quota]\netichetta = { it = "quota", en = "share" }\ntipo = "numero(2)"\n'
        f'valore = "25%"\n{SOURCE}'
        f"[definizioni.limite]\nvale = 'quota * isp'\n{SOURCE}"
    ) + requirement("nuovo", "isee < limite").replace('sostituisce = "nuovo"\n', "")
    result = found(text)

    assert [esame.differenza.nome for esame in result.esami if esame.differenza] == ["nuovo"]


def test_two_differences_that_undo_each_other() -> None:
    """Each alone is a finding; the whole says what becomes of people."""
    more = parameter("soglia_isee", '"12000.00"') + requirement("isee", "isee < 9360.00")
    result = found(more)

    assert codes(result) == ["parametro/soglia_isee/piu-largo"]
    assert [esame.equivalente for esame in result.esami] == [True, False, True]


def test_the_amount_is_one_difference() -> None:
    """Items, cap and deductions together."""
    text = f'[importo]\n{SOURCE}detrae = ["bonus_riscaldamento"]\ndetrae_da = "contributo"\n'
    result = found(text)

    assert codes(result) == [
        "avviso/piu-esigente",
        "avviso/importo-piu-basso",
        "importo/piu-esigente",
        "importo/importo-piu-basso",
    ]


def test_what_is_not_known_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that did not end says so, and the notice is not called sound."""

    def gave_up(*_: object, **__: object) -> Trovato:
        return Trovato(Risposta.NON_SO, Confini(None, (ON,)), perche=Perche.TEMPO)

    monkeypatch.setattr(_coppia, "cerca", gave_up)
    result = conforme(notice(), law())

    assert not result.conforme
    assert codes(result) == [
        "avviso/non-so/piu-largo",
        "avviso/non-so/piu-severo",
        "avviso/non-so/piu-esigente",
        "avviso/non-so/importo-piu-alto",
        "avviso/non-so/importo-piu-basso",
    ]
    assert {rilievo.perche for rilievo in result.rilievi} == {Perche.TEMPO}


def test_refusals() -> None:
    """What is no notice, the measure of another."""
    with pytest.raises(InvalidValue, match="pass its measure"):
        conforme(notice(), edizione().misure["energia-l1"])
    with pytest.raises(IllTyped):
        conforme(law(), law())  # type: ignore[arg-type]
    with pytest.raises(IllTyped):
        conforme(notice(), notice())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "more",
    [
        requirement("isee", "isee <= soglia_isee"),
        removed("patrimonio"),
        parameter("massimale_annuo", '"2000.00"'),
        requirement("contributo-indigenza", INDIGENCE, DONE.format(n=24)),
    ],
)
def test_evaluate_confirms(more: str) -> None:
    """Of the whole, asked of the act and of the notice as they were read."""
    avviso = notice(more)
    result = conforme(avviso, law())
    for rilievo in result.esami[0].rilievi:
        assert rilievo.esempio is not None
        act, other = (
            evaluate(side, declared(side, rilievo.esempio.fatti), on=ON)
            for side in (result.legge, avviso.misura)
        )
        assert rilievo.esempio.verdetti == (act, other)
        assert _shows(rilievo, (act.esito, other.esito), (act.importo, other.importo))


def _shows(
    rilievo: Rilievo, esiti: tuple[Esito, Esito], importi: tuple[Euro | None, Euro | None]
) -> bool:
    match rilievo.verso:
        case Verso.PIU_LARGO:
            return esiti == (Esito.NON_AMMESSO, Esito.AMMESSO)
        case Verso.PIU_SEVERO:
            return esiti == (Esito.AMMESSO, Esito.NON_AMMESSO)
        case _:
            return esiti == (Esito.AMMESSO, Esito.AMMESSO) and importi[0] != importi[1]
