"""What the shipped measures read, worked out by hand from their files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casa_model.casa import edizione, leggi_avviso
from casa_model.errors import IllTyped, WrongDay
from casa_model.readers.needs import Needs, Part, needs
from casa_model.values import Euro

ON = date(2024, 9, 2)


@pytest.fixture(scope="module")
def difficolta() -> Needs:
    """What `crs-difficolta` reads."""
    return needs(edizione().misure["crs-difficolta"], on=ON)


def test_the_facts_that_are_read_and_no_other(difficolta: Needs) -> None:
    """In order of declaration; the dictionary has many more."""
    names = [read.fatto.nome for read in difficolta.fatti]

    assert names == [
        "isee", "isp", "scala_equivalenza", "componenti", "area", "data_assegnazione",
        "data_contratto", "decadenza", "servizi_anno", "debito_pregresso", "riceve_crs_indigenza",
    ]  # fmt: skip


def test_a_requirement_reads_through_definitions(difficolta: Needs) -> None:
    """The two points of r.r. 4/2017, art. 7, are definitions, and read a third."""
    part = next(part for part in difficolta.parts if part.use.codice == "patrimonio")

    assert ("isp", "scala_equivalenza", "componenti") == part.fatti
    assert (
        "soglia_nucleo",
        "patrimonio_di_uno",
        "patrimonio_di_piu",
    ) == part.definizioni
    assert (
        "patrimonio_singolo",
        "patrimonio_base",
        "patrimonio_per_scala",
        "scala_minima_ammessa",
        "scala_massima_ammessa",
    ) == part.parametri
    assert (part.giorni, part.membri) == ((), False)
    assert "art. 6, c. 1, lett. e" in str(part.use.fonte.norma if part.use.fonte else "")


def test_a_requirement_reads_through_its_derogations(difficolta: Needs) -> None:
    """The contribution for indigence, unless its months are over."""
    part = next(part for part in difficolta.parts if part.use.codice == "contributo-indigenza")

    assert ("data_contratto", "riceve_crs_indigenza") == part.fatti
    assert ("data_requisiti",) == part.giorni


def test_parameters_come_with_value_in_force_and_source(difficolta: Needs) -> None:
    """9.360,00 euro, from r.r. 11/2019."""
    read = next(read for read in difficolta.parametri if read.parametro.nome == "soglia_isee")
    ((chiave, periodo),) = read.valori

    assert (chiave, periodo.valore) == ((), Euro.parse("9360.00"))
    assert "rr-11-2019, art. 6, c. 1, lett. c" == str(periodo.fonte.norma)
    assert ["isee"] == [use.codice for use in read.uses]


def test_each_document_stands_once(difficolta: Needs) -> None:
    """With all the facts that it proves."""
    found = {each.prova.it: each.fatti for each in difficolta.documenti}

    assert len(found) == len(difficolta.documenti)
    assert ("isee", "isp", "scala_equivalenza") == found["attestazione ISEE"]
    assert ("servizi_anno", "debito_pregresso") == found["conto dell'inquilino"]


def test_the_amount_is_a_part(difficolta: Needs) -> None:
    """And it is told where a fact is read."""
    read = next(read for read in difficolta.fatti if read.fatto.nome == "servizi_anno")

    assert [(Part.IMPORTO, "importo")] == [(use.part, use.codice) for use in read.uses]


def test_keys_and_reserves_are_parts() -> None:
    """Access to public housing has a ranking and a reserve with its share."""
    found = needs(edizione().misure["accesso-sap"], on=ON)
    parts = {(part.use.part, part.use.codice): part for part in found.parts}

    assert ("punteggio",) == parts[Part.GRADUATORIA, "punteggio"].fatti
    assert "quota_riserva" in parts[Part.RISERVA, "indigenza"].parametri
    assert () == parts[Part.REQUISITO, "lettera-d-e-seguenti"].fatti


def test_a_notice_reads_what_it_adds() -> None:
    """The notice of the imaginary comune asks of members, and has a table by number of members."""
    text = Path("esempi/avvisi/comune-immaginario-2025.toml").read_bytes()
    misura = leggi_avviso(text).valore.misura
    assert misura.calendario is not None
    found = needs(misura, on=misura.calendario.giorno_norma)

    assert any(part.membri for part in found.parts)
    assert any(read.fatto.membro for read in found.fatti)


def test_what_is_law_on_another_day_is_not_read() -> None:
    """Before 2022 the attestation of the social services was read by the indigence definition."""
    misura = edizione().misure["crs-indigenza"]
    with pytest.raises(WrongDay):
        needs(misura, on=date(2019, 1, 1))
    with pytest.raises(IllTyped):
        needs(misura, on="2024-09-02")  # type: ignore[arg-type]
