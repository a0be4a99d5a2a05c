"""Points of rules of other shapes: reserves, choices of value, sums over members, other numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model import Euro, Fatti
from casa_model.readers.copertura import Mancante, Parte, Trovato, cerca, codice, copertura, punti
from casa_model.readers.copertura._fonti import norma_di
from casa_model.readers.copertura._giorni import _ways, _written
from casa_model.readers.copertura._punto import PuntoRiga
from casa_model.rules import tree as t
from casa_model.rules.misura import Chiave, Ordinamento, Riserva
from casa_model.values import Fonte, Grado, Norma

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura
    from casa_model.rules.params import ParamValue

HISTORY = (
    'storia = [{{ dal = 2020-01-01, valore = {a}, norma = "rr-1-2020, art. 2", grado = "atto" }}, '
    '{{ dal = 2024-01-01, valore = {b}, norma = "rr-1-2020, art. 2", grado = "atto" }}]\n\n'
)


def _param(nome: str, tipo: str, a: str, b: str) -> str:
    head = f'[parametri.{nome}]\netichetta = {{ it = "{nome}", en = "{nome}" }}\ntipo = "{tipo}"\n'
    return head + HISTORY.format(a=a, b=b)


def test_a_reserve(regola: Misura) -> None:
    """Its condition, by the article of the reserve."""
    fonte = Fonte(Grado.ATTO, Norma.parse("rr-1-2020, art. 11"))
    poor = t.Compare("<", t.Fact("isee"), t.Param("soglia"))
    ranked = evolve(
        regola,
        graduatoria=Ordinamento(
            (Chiave("isee"),), riserve=(Riserva("poveri", "massimale", poor, fonte),)
        ),
    )
    own = [punto for punto in punti(ranked) if punto.dove.parte is Parte.RISERVA]

    assert [codice(punto) for punto in own] == [
        f"riserva-poveri-{what}" for what in ("vero", "falso", "ignoto", "sotto", "pari", "sopra")
    ]
    assert {norma_di(ranked, punto) for punto in own} == {fonte.norma}


def test_without_an_amount(regola: Misura) -> None:
    """Nothing is asked of money."""
    assert not [p for p in punti(evolve(regola, importo=None)) if p.dove.parte is Parte.IMPORTO]


def test_a_table_that_is_read_twice(regola: Misura) -> None:
    """Its rows are asked once."""
    (quota,) = (each for each in regola.definizioni if each.nome == "quota")
    zero = t.Number(0)
    twice = t.Or((t.Compare("<=", quota.vale, zero), t.Compare(">", quota.vale, zero)))
    read = evolve(
        regola, requisiti=(evolve(regola.requisiti[0], condizione=twice), *regola.requisiti[1:])
    )
    rows = [p for p in punti(read) if p.dove.nome == "isee" and isinstance(p, PuntoRiga)]

    assert [punto.riga for punto in rows] == [1, 2, None]


def test_choices_sums_and_extremes(con: Callable[..., Misura]) -> None:
    """The condition of a choice is one; what members are asked is asked of each; a least is one."""
    other = con((
        'condizione = "qualcuno(membri, eta < 18)"',
        ('condizione = "somma(membri, eta, eta != 3) <= (1 if anziano else 2) '
        'and min(isee, spesa) == soglia and (vero if pagato else anziano)"'),
    ))  # fmt: skip
    names = {codice(p) for p in punti(other) if p.dove.nome == "minori"}
    members = {codice(p): p for p in punti(other) if getattr(p, "membro", False)}

    assert sum(name.endswith("-pari") for name in names) == 3
    assert len(members) == 6
    assert all(isinstance(cerca(other, punto), Trovato) for punto in members.values())


def test_every_kind_of_number_that_changes(con: Callable[..., Misura]) -> None:
    """A truth, a whole number, a day: who would be answered otherwise with the other value."""
    text = (
        _param("attiva", "bool", "true", "false")
        + _param("quanti", "numero(0)", "2", "3")
        + _param("dal_giorno", "data", "2015-01-01", "2016-01-01")
    )
    other = con(
        ("[parametri.soglia]", text + "[parametri.soglia]"),
        ('condizione = "isee < soglia"',
         ('condizione = "isee < soglia and not (attiva and anziano) or componenti >= quanti '
         'or assegnata < dal_giorno"')),
    )  # fmt: skip
    coperta = copertura(other, ())
    found = {
        codice(each.punto): each.nucleo
        for each in coperta.mancanti
        if each.punto.dove.parte is Parte.PARAMETRO
    }

    assert len(found) == 8
    day = found["parametro-dal-giorno-2024-01-01-giorno"]
    assert day is not None
    assert day.on == date(2024, 1, 1)
    assert day.fatti.valori["assegnata"] == date(2015, 1, 1)
    assert isinstance(coperta.punti[0], Mancante)


@pytest.mark.parametrize(
    ("value", "node"),
    [
        (Decimal("1.50"), t.Number(150, 2)),
        (Decimal(3), t.Number(3)),
        (Euro(7), t.Number(7, 2)),
        (False, t.Truth(value=False)),
        (date(2015, 1, 1), t.Day(date(2015, 1, 1))),
        ("a", t.Label("a")),
    ],
)
def test_the_other_number_as_a_rule_writes_it(value: ParamValue, node: t.Expr) -> None:
    """Who would be answered otherwise is asked by the number of the eve, written out."""
    assert _written(value) == node


def test_only_the_source_of_a_number_changes(con: Callable[..., Misura]) -> None:
    """A case that uses it will do, by whichever way the rule reads it."""
    same = con(
        ('valore = "1000.00"', 'valore = "900.00"'),
        ('altrimenti = "0.80"', 'altrimenti = "0.80 if isee < soglia else 0.70"'),
    )
    coperta = copertura(same, ())
    day = next(
        each.nucleo
        for each in coperta.mancanti
        if codice(each.punto) == "parametro-soglia-2024-01-01-giorno"
    )

    assert day is not None
    assert day.fatti == Fatti({"isee": Euro(0)})


def test_a_number_that_is_asked_of_members() -> None:
    """Whoever comes to the fold uses it: what its condition asks before is asked of a member."""
    before = t.Fact("pagato")
    young = t.AnyMember(t.Compare("<", t.MemberFact("eta"), t.Param("soglia")))

    assert [*_ways(young, "soglia", {}, (before,))] == [(before,)]
    assert [*_ways(young, "tetto", {}, (before,))] == []


def test_a_number_of_a_requirement_that_is_law_no_more(con: Callable[..., Misura]) -> None:
    """On the days after its last one nobody is asked, so that its number does not matter."""
    text = 'testo = { it = "ISEE sotto la soglia", en = "ISEE below the threshold" }\n'
    days = {"2022-12-31": 0, "2023-12-31": 1, "2024-01-01": 2}

    for last, many in days.items():
        old = con((text, f"{text}vigenza = {{ dal = 2020-01-01, al = {last} }}\n"))
        names = [codice(p) for p in punti(old) if p.dove.parte is Parte.PARAMETRO]
        assert (
            names
            == [
                "parametro-soglia-2024-01-01-vigilia",
                "parametro-soglia-2024-01-01-giorno",
            ][:many]
        )


def test_numbers_of_the_ranking_that_change(con: Callable[..., Misura]) -> None:
    """What a key of the ranking reads, and how large a reserve is: for who is in it."""
    fonte = Fonte(Grado.ATTO, Norma.parse("rr-1-2020, art. 11"))
    score = (
        '[definizioni.punti]\nnorma = "rr-1-2020, art. 11"\ngrado = "atto"\n'
        'vale = "componenti * peso"\n\n'
        '[definizioni.primo]\nnorma = "rr-1-2020, art. 11"\ngrado = "atto"\n'
        'vale = "componenti > minimo"\n\n'
    )
    text = (
        _param("peso", "numero(0)", "1", "5")
        + _param("minimo", "numero(0)", "2", "3")
        + _param("parte_riservata", "numero(2)", '"0.10"', '"0.20"')
    )
    ranked = evolve(
        con(("[parametri.soglia]", text + score + "[parametri.soglia]")),
        graduatoria=Ordinamento(
            (Chiave("punti", decrescente=True), Chiave("primo"), Chiave("isee")),
            riserve=(Riserva("anziani", "parte_riservata", t.Fact("anziano"), fonte),),
        ),
    )
    found = {
        p.dove.nome: cerca(ranked, p)
        for p in punti(ranked)
        if p.dove.parte is Parte.PARAMETRO and codice(p).endswith("-giorno")
    }
    known = {nome: each.fatti for nome, each in found.items() if isinstance(each, Trovato)}

    assert {nome: known[nome] for nome in ("peso", "minimo", "parte_riservata")} == {
        "peso": Fatti({"componenti": 1}),
        "minimo": Fatti({"componenti": 3}),
        "parte_riservata": Fatti({"anziano": True}),
    }
    assert {each.on for each in found.values() if isinstance(each, Trovato)} == {date(2024, 1, 1)}
