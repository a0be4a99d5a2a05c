"""A small measure for the tests of the reference reader."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casa_model.readers.compiled import compiled
from casa_model.readers.evaluate import evaluate
from casa_model.rules.check import Scope, check
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import (
    Definizione,
    Deroga,
    Misura,
    Requisito,
)
from casa_model.rules.names import Kind
from casa_model.rules.params import Parametro, Riga
from casa_model.rules.parse import parse
from casa_model.rules.types import BoolType, CodeType, DateType, NumberType, parse_type
from casa_model.values import Euro, Fonte, Grado, Periodo, Storia, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules import tree as t
    from casa_model.rules.esito import Verdict

FONTE = Fonte(Grado.DERIVATA, testo="test")
WORDS = Testo(it="prova", en="test")
OLD, NEW = date(2023, 6, 1), date(2024, 6, 1)
EURO = parse_type("euro")

FATTI = tuple(
    Fatto(nome, tipo, WORDS, membro=nome == "eta")
    for nome, tipo in {
        "spesa": EURO,
        "isee": EURO,
        "quota": NumberType(2, euro=False, lo=-100, hi=100),
        "componenti": NumberType(0, euro=False, lo=1, hi=30),
        "pagato": BoolType(),
        "contratto": DateType(),
        "protocollo": CodeType(),
        "eta": NumberType(0, euro=False, lo=0, hi=130),
    }.items()
)
SOGLIA = Parametro(
    "soglia",
    NumberType(2, euro=True, lo=900_000, hi=936_000),
    WORDS,
    (
        Riga(
            (),
            Storia((
                Periodo(date(2020, 1, 1), Euro(900_000), FONTE),
                Periodo(date(2024, 1, 1), Euro(936_000), FONTE),
            )),
        ),
    ),
)  # fmt: skip
KINDS = {f.nome: Kind.MEMBRO if f.membro else Kind.FATTO for f in FATTI} | {
    "soglia": Kind.PARAMETRO,
    "contributo": Kind.DEFINIZIONE,
    "resto": Kind.DEFINIZIONE,
    "minori": Kind.DEFINIZIONE,
    "mai": Kind.DEFINIZIONE,
    "data_requisiti": Kind.GIORNO,
    "apertura": Kind.GIORNO,
}
SCOPE = Scope(
    {f.nome: f.tipo for f in FATTI if not f.membro},
    {f.nome: f.tipo for f in FATTI if f.membro},
    {"soglia": SOGLIA},
    {"contributo": NumberType(4, euro=True, lo=0, hi=0)},
)


def read(text: str) -> t.Expr:
    """The tree of a text."""
    return parse(text, KINDS)


def definition(nome: str, text: str) -> Definizione:
    """A definition with its type."""
    tipo = check(read(text), SCOPE, lambda *_, **__: None)
    assert tipo is not None
    return Definizione(nome, read(text), tipo)


def requirement(codice: str, text: str, **deroghe: str) -> Requisito:
    """A requirement and its derogations."""
    ways = tuple(Deroga(nome, read(each), FONTE) for nome, each in deroghe.items())
    return Requisito(codice, WORDS, FONTE, read(text), ways)


BASE = Misura(
    "prova",
    WORDS,
    FONTE,
    Vigenza(date(2021, 1, 1), date(2025, 12, 31)),
    FATTI,
    (SOGLIA,),
    (),
    (requirement("isee", "isee < soglia"),),
)


def verdict(misura: Misura, on: date = NEW, /, **known: object) -> Verdict:
    """The verdict about a household that knows these facts: that of both readers."""
    found = evaluate(misura, Fatti(known), on=on)

    assert found == compiled(misura, on=on).verdict(Fatti(known))

    return found
