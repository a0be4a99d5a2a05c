"""The ranking: its keys, the end of the money, the reserves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules.misura import Chiave, Esaurimento

if TYPE_CHECKING:
    Banco = Any

ORDINE = 'ordine = ["isee", "protocollo"]\n'


def quota(nome: str, tipo: str, valore: str) -> str:
    """A parameter that a reserve may name."""
    return (
        f'[parametri.{nome}]\netichetta = {{ it = "q", en = "q" }}\ntipo = "{tipo}"\n'
        f'storia = [{{ dal = 2019-10-14, valore = {valore}, fonte = "s", grado = "atto" }}]\n'
    )


def test_a_ranking_is_what_the_file_says(banco: Banco) -> None:
    """A minus means descending; definitions are keys too; reserves have a share."""
    found = banco.misura(
        quota("quota_riserva", "numero(2)", '"20%"')
        + """[definizioni.netto]
vale = "servizi_anno - bonus_riscaldamento"
[graduatoria]
ordine = ["-netto", "protocollo"]
esaurimento = "solo-interi"
salta = true
riserve = [{ codice = "indigenza", quota = "quota_riserva", quando = "canone_pagato", fonte = "s" }]
fonte = "sito"
"""
    ).graduatoria

    assert found is not None
    assert found.ordine == (Chiave("netto", decrescente=True), Chiave("protocollo"))
    assert (found.esaurimento, found.salta) == (Esaurimento.SOLO_INTERI, True)
    assert [riserva.codice for riserva in found.riserve] == ["indigenza"]
    assert found.fonte is not None


RISERVA = 'riserve = [{ codice = "a", quota = ⟦"q", quando = "vero", fonte = "s" }]\n'
SCALA = RISERVA.replace('"q"', '"scala"')


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("⟦[graduatoria]\n", ["chiave-mancante"]),
        ("[graduatoria]\nordine = ⟦[]\n", ["chiave-mancante"]),
        (
            '[graduatoria]\nordine = [⟦"ise", ⟦"eta", ⟦"soglia_isee", "isee", ⟦"-isee"]\n',
            ["nome-ignoto", "membro-fuori-aggregato", "tipo-inatteso", "nome-ripetuto"],
        ),
        (f'[graduatoria]\n{ORDINE}esaurimento = ⟦"resti"\n', ["esaurimento-ignoto"]),
        (f"[graduatoria]\n{ORDINE}⟦salta = true\n", ["salta-inutile"]),
        (f'⟦[graduatoria]\n{ORDINE}grado = "atto"\n', ["fonte-mancante"]),
        (f"[graduatoria]\n{ORDINE}{RISERVA}", ["nome-ignoto"]),
        (
            (
                f"[graduatoria]\n{ORDINE}riserve = [\n"
                '{ codice = "a", quota = "quota_spesa", quando = "vero", fonte = "s" },\n'
                '⟦{ codice = ⟦"a", quota = "quota_spesa", quando = "⟦1" },\n'
                '{ codice = ⟦"A", quota = "quota_spesa", quando = "vero", fonte = "s" }]\n'
            ),
            ["fonte-mancante", "nome-ripetuto", "tipo-inatteso", "nome-malformato"],
        ),
        (quota("q", "euro", '"1.00"') + f"[graduatoria]\n{ORDINE}{RISERVA}", ["tipo-inatteso"]),
        (quota("q", "bool", "true") + f"[graduatoria]\n{ORDINE}{RISERVA}", ["tipo-inatteso"]),
        (f"[graduatoria]\n{ORDINE}{SCALA}", ["tipo-inatteso"]),
        (
            quota("q", "numero(2)", '"20.00"') + f"[graduatoria]\n{ORDINE}{RISERVA}",
            ["valore-rifiutato"],
        ),
        (
            quota("q", "numero(2)", '"-1.00"') + f"[graduatoria]\n{ORDINE}{RISERVA}",
            ["valore-rifiutato"],
        ),
        (
            quota("q", "numero(2)", '⟦"x"') + f"[graduatoria]\n{ORDINE}" + RISERVA.replace("⟦", ""),
            ["valore-malformato"],
        ),
    ],
)
def test_a_ranking_with_faults_is_told(banco: Banco, body: str, told: list[str]) -> None:
    """Each where a person would point."""
    assert banco.told("misura", body) == told


def test_a_near_miss_is_a_key(banco: Banco) -> None:
    """A parameter is not offered where only facts and definitions will do."""
    (fault,) = banco.faults("misura", '[graduatoria]\nordine = ["isse"]\n')

    assert fault.vicino == "isee"


def test_a_quota_that_nobody_knows_is_not_blamed_when_a_shared_file_is_missing(
    banco: Banco,
) -> None:
    """What `usa` should have brought is not told name by name."""
    text = f"""formato = 1
[misura]
codice = "p"
titolo = {{ it = "p", en = "p" }}
fonte = "s"
grado = "atto"
vigenza = {{ dal = 2019-10-14 }}
usa = [⟦"rr-0-0000"]
[graduatoria]
ordine = ["punti", "protocollo"]
{RISERVA.replace("⟦", "")}"""

    assert banco.told("misura", text, whole=True) == ["usa-ignoto"]
