"""A point of the amount is covered where the sum would be another if the point were otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.copertura.asked import ON, answered, household, point, searched

from casa_model import Caso, Euro, Fatti
from casa_model.readers.cases import prova
from casa_model.readers.copertura import (
    Copertura,
    Impossibile,
    Mancante,
    Ragione,
    casi_mancanti,
    codice,
    copertura,
    parole,
    punti,
)
from casa_model.readers.copertura._cambiati import cambiato
from casa_model.readers.copertura._conta import cifra_diversa
from casa_model.readers.copertura._punto import PuntoUnita
from casa_model.readers.copertura._quadro import quadri
from casa_model.readers.copertura._varianti import Varianti
from casa_model.readers.copertura._vede import Nucleo
from casa_model.rules import tree as t
from casa_model.rules.params import IndiceScelta

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

FIXED = '  { codice = "fisso", vale = "spesa" },\n'
MINORS = ("qualcuno(membri, eta < 18)", "isee < 5000")
KNOWN: dict[str, Value] = {
    "isee": Euro.parse("500.00"),
    "area": "accesso",
    "assegnata": date(2020, 1, 1),
    "anziano": False,
    "pagato": True,
    "componenti": Decimal(1),
    "bonus": Euro(0),
}
HEAD = 'norma = "rr-1-2020, art. 5"\ngrado = "atto"\n'


def _parameter(nome: str, value: str, kind: str = "numero(2)") -> str:
    return (
        f'[parametri.{nome}]\netichetta = {{ it = "{nome}", en = "{nome}" }}\ntipo = "{kind}"\n'
        f'storia = [{{ dal = 2020-01-01, valore = {value}, norma = "rr-1-2020, art. 5", '
        'grado = "atto" }]\n\n'
    )


def _sees(misura: Misura, name: str, spent: str, **other: Value) -> bool:
    fatti = Fatti({**KNOWN, "spesa": Euro.parse(spent), **other})
    return Nucleo(misura, fatti, ON).vede(point(misura, name))


OWN = (
    '  { codice = "spesa", vale = "arrotonda(spesa * quota, 2)", se = "pagato", '
    'massimo = "tetto" },\n'
)
FIRST = '[[requisiti]]\ncodice = "isee"'
WHOLE = (
    f'[definizioni.intera]\netichetta = {{ it = "intera", en = "whole" }}\n{HEAD}'
    'vale = "(spesa if isee < 500.00 else arrotonda(spesa * 0.50, 2))"\n\n'
)
SHARE = (
    ("[definizioni.quota]", _parameter("parte", '"50%"') + "[definizioni.quota]"),
    (FIXED, FIXED.replace('"spesa"', '"arrotonda(parte * intera, 2)"')),
    (OWN, ""),
    (FIRST, WHOLE + FIRST),
    MINORS,
)


@pytest.fixture
def share(con: Callable[..., Misura]) -> Misura:
    """Half of what is spent, or a quarter from a certain ISEE; a deduction; a cap."""
    return con(*SHARE)


def test_a_condition_of_nothing(share: Misura) -> None:
    """At the threshold of what is worth nothing the sum is the same on each side of it."""
    for side, isee in (("sotto", "499.99"), ("pari", "500.00"), ("sopra", "500.01")):
        name = f"definizione-intera-{side}"
        at = Euro.parse(isee)
        assert not _sees(share, name, "0.00", isee=at)
        assert _sees(share, name, "100.00", isee=at)


@pytest.mark.parametrize(
    ("name", "spent", "bonus", "seen"),
    [
        ("importo-voce-fisso-valore", "0.00", "0.00", False),
        ("importo-voce-fisso-valore", "0.04", "0.00", True),
        ("importo-voce-fisso-valore", "100.00", "25.00", False),  # all of it is deducted
        ("importo-voce-fisso-valore", "2000.00", "0.00", False),  # beyond the cap: in due course
        ("importo-parametro-parte-valore", "0.00", "0.00", False),
        ("importo-parametro-parte-valore", "0.04", "0.00", False),  # under half a cent of it
        ("importo-parametro-parte-valore", "2.00", "0.00", True),
        ("definizione-intera-valore", "0.01", "0.00", False),
        ("definizione-intera-valore", "0.03", "0.00", False),  # half a cent is rounded away
        ("definizione-intera-valore", "0.20", "0.00", True),  # half of ten cents is not
        ("importo-detrazione-1", "100.00", "0.00", False),
        ("importo-detrazione-1", "0.00", "1.00", False),
        ("importo-detrazione-1", "100.00", "10.00", True),
        ("importo-massimo-non-superato", "0.00", "0.00", False),
        ("importo-massimo-non-superato", "100.00", "0.00", True),
        ("importo-massimo-superato", "2000.00", "0.00", False),
        ("importo-massimo-superato", "2000.05", "0.00", True),
    ],
)
def test_a_unit_more_and_a_unit_less(
    share: Misura, name: str, spent: str, bonus: str, *, seen: bool
) -> None:
    """Each must give another sum; of nothing, or beyond a cap, neither does."""
    assert _sees(share, name, spent, bonus=Euro.parse(bonus)) is seen


def test_no_expense_covers_no_sum(share: Misura) -> None:
    """Who spends nothing is paid nothing, whatever the rule: what only the sum tells is missing."""
    nothing = Fatti({**KNOWN, "spesa": Euro(0)})
    coperta = copertura(share, answered(share, [Caso("nulla", nothing, on=ON)]))

    assert [codice(e.punto) for e in coperta.coperti if e.punto.di_importo] == []
    assert all(each.nucleo is not None for each in coperta.mancanti)


MUTANTS = [
    ('"50%"', '"49%"'),
    ('"50%"', '"51%"'),
    ("isee < 500.00", "isee <= 500.00"),
    ("isee < 500.00", "isee < 499.99"),
    ("spesa * 0.50", "spesa"),
    ('detrae = ["bonus"]', 'detrae = ["bonus * 2"]'),
    ('"500.00"', '"499.99"'),
    ('"500.00"', '"500.01"'),
]


@pytest.mark.parametrize(("right", "wrong"), MUTANTS)
def test_a_wrong_amount_is_found(
    con: Callable[..., Misura], share: Misura, right: str, wrong: str
) -> None:
    """The missing cases, answered from the article, fail where the rule pays otherwise."""
    made = casi_mancanti(share, copertura(share, ()), lang="it")
    casi = answered(share, [each.caso for each in made])
    assert copertura(share, casi).completa

    assert not all(each.superato for each in prova(con(*SHARE, (right, wrong)), casi))


def test_where_both_arms_give_the_same(con: Callable[..., Misura]) -> None:
    """At the threshold of a cap written as a choice `<` and `<=` pay the same: it is proven."""
    arms = con((FIXED, FIXED.replace('"spesa"', '"spesa if spesa < tetto else tetto"')), MINORS)

    found = searched(arms, "importo-voce-fisso-pari")
    assert found == Impossibile(Ragione.STESSA_CIFRA)
    assert found.render("it") == "dimostrato: a nessun nucleo cambierebbe la cifra"
    for side in ("sotto", "sopra"):
        assert household(arms, f"importo-voce-fisso-{side}")


def test_what_hangs_on_missing_facts(regola: Misura) -> None:
    """Were the item to count, its sum would not be known: of that a sum tells nothing."""
    poor = {n: v for n, v in KNOWN.items() if n != "componenti"}
    for spent in (poor, KNOWN):
        fatti = Fatti({**spent, "pagato": False, "spesa": Euro.parse("100.00")}, [{"eta": 3}])
        nucleo = Nucleo(regola, fatti, ON)
        assert nucleo.verdict.importo == Euro.parse("100.00")
        assert nucleo.vede(point(regola, "importo-voce-spesa-falso")) is (spent is KNOWN)


def test_a_value_of_a_list(con: Callable[..., Misura]) -> None:
    """Whether it is listed must change the sum."""
    listed = con(
        ('se = "pagato"', "se = \"area in {'accesso'}\""), (FIXED, ""), MINORS,
        ('not (area in {"decadenza"}) and ', ""),
    )  # fmt: skip
    for area in ("accesso", "decadenza"):
        name = f"importo-voce-spesa-valore-{area}"
        assert not _sees(listed, name, "0.00", area=area)
        assert _sees(listed, name, "10.00", area=area)


@pytest.mark.parametrize(
    ("vale", "numbers"),
    [
        ("spesa", set()),
        ("tetto", set()),
        ("min(spesa, tetto)", {"tetto"}),
        ("tetto if spesa > massimale else spesa", {"tetto"}),
        ("somma(membri, tetto, eta < 18)", {"tetto"}),
        ("conta(membri, eta < 18) * tetto", {"tetto"}),
        ("(spesa if qualcuno(membri, eta < 18) else tetto)", {"tetto"}),
        ("doppia", set()),
        ("doppia - massimale", {"definizione-doppia", "massimale"}),
    ],
)
def test_what_an_amount_is_counted_with(
    con: Callable[..., Misura], vale: str, numbers: set[str]
) -> None:
    """Numbers, but for what is read in a condition, and for what is a whole, with its own point."""
    text = (
        f'[definizioni.doppia]\netichetta = {{ it = "d", en = "d" }}\n{HEAD}vale = "spesa * 2"\n\n'
    )
    misura = con(
        ("[definizioni.quota]", text + "[definizioni.quota]"),
        (FIXED, FIXED.replace('"spesa"', f'"{vale}"')),
    )
    found = {codice(p) for p in punti(misura) if isinstance(p, PuntoUnita)}
    items = {
        f"importo-{name}" for name in ("voce-spesa-valore", "voce-fisso-valore", "detrazione-1")
    }
    named = {
        f"{name}-valore" if name.startswith("def") else f"importo-parametro-{name}-valore"
        for name in numbers
    }

    assert found == items | named


def test_a_point_that_tells_no_sum(regola: Misura) -> None:
    """There is no other amount, and nothing is asked of it."""
    outcome = point(regola, "esito-ammesso")
    assert regola.importo is not None

    assert [*Varianti(regola, regola.importo).di(outcome)] == [()]
    assert cifra_diversa(regola, outcome) is None


def test_an_index_that_is_a_choice(regola: Misura) -> None:
    """Whatever it is, it is one of the table."""
    (first, *_) = regola.parametri
    chosen = evolve(first, nome="dato", indice=(IndiceScelta(("accesso", "decadenza")),))
    misura = evolve(regola, parametri=(*regola.parametri, chosen))
    area, other = t.Fact("area"), t.Label("decadenza")

    found = cambiato(misura, t.Param("dato", (area,)), lambda n: other if n == area else None)
    assert found == t.Param("dato", (other,))


@pytest.mark.parametrize(
    ("name", "it", "en"),
    [
        (
            "importo-detrazione-1",
            "importo: detrazione 1: un'unità in più, o in meno, cambia la cifra",
            "amount: deduction 1: one unit more, or one less, changes the sum",
        ),
        (
            "importo-voce-fisso-valore",
            "importo, voce `fisso`: un'unità in più, o in meno, cambia la cifra",
            "amount, item `fisso`: one unit more, or one less, changes the sum",
        ),
    ],
)
def test_words(regola: Misura, name: str, it: str, en: str) -> None:
    """In both languages, and as a row of the table of its part."""
    punto = point(regola, name)
    empty = Copertura("prova", (Mancante(punto, None),))

    assert (parole(punto, "it"), parole(punto, "en")) == (it, en)
    row = "detrazione 1" if "detrazione" in name else "valore"
    assert [(r.titolo, r.caselle[0].parola) for q in quadri(empty, "it") for r in q.righe] == [
        (row, "cambia la cifra")
    ]
