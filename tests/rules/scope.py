"""What the tests of types speak of: names of every type, and the faults of a tree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from casa_model.rules.check import Scope, check
from casa_model.rules.names import Kind
from casa_model.rules.params import Indice, IndiceIntero, IndiceScelta, Parametro, Riga
from casa_model.rules.types import (
    LIMIT,
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    parse_type,
)
from casa_model.values import Fonte, Grado, Periodo, Storia, Testo

if TYPE_CHECKING:
    from casa_model.rules import tree as t

D = date.fromisoformat
EURO = parse_type("euro")
AREA = ChoiceType(("accesso", "protezione"))
ZONA = ChoiceType(("nord", "sud"))
FONTE = Fonte(Grado.DERIVATA, testo="test")


def number(lo: int, hi: int, scale: int = 0, *, euro: bool = False) -> NumberType:
    """A type of numbers."""
    return NumberType(scale, euro, lo, hi)


def param(nome: str, tipo: Type, *indice: Indice) -> Parametro:
    """A parameter whose rows do not matter to its type."""
    storia = Storia((Periodo(D("2020-01-01"), Decimal(1), FONTE),))
    return Parametro(nome, tipo, Testo(it=nome, en=nome), (Riga((), storia),), indice)


PARAMETRI = (
    param("soglia", number(900_000, 936_000, 2, euro=True)),
    param("quota", number(0, 100, 2)),
    param("scala", number(100, 300, 2), IndiceIntero(1, 5)),
    param("per_area", number(1, 9), IndiceScelta(AREA.values)),
    param("griglia", number(1, 9), IndiceIntero(1, 2), IndiceScelta(AREA.values)),
)
SCOPE = Scope(
    fatti={
        "isee": EURO,
        "spesa": EURO,
        "n": number(1, 30),
        "x": number(-150, 150, 2),
        "grande": number(0, LIMIT),
        "largo": number(0, 10**15),
        "si": BoolType(),
        "area": AREA,
        "zona": ZONA,
        "comune": CodeType(),
        "residenza": CodeType(),
        "inizio": DateType(D("2020-01-15"), D("2021-01-15")),
        "fine": DateType(D("2020-06-30"), D("2024-02-29")),
    },
    membri={"eta": number(0, 130), "reddito": EURO, "studia": BoolType()},
    parametri={each.nome: each for each in PARAMETRI},
    definizioni={"ok": number(5, 7), "guasta": None},
)
KINDS = (
    dict.fromkeys(SCOPE.fatti, Kind.FATTO)
    | dict.fromkeys(SCOPE.membri, Kind.MEMBRO)
    | dict.fromkeys(SCOPE.parametri, Kind.PARAMETRO)
    | dict.fromkeys(SCOPE.definizioni, Kind.DEFINIZIONE)
    | {"data_requisiti": Kind.GIORNO}
)
BOOL = BoolType()


def faults(tree: t.Expr) -> tuple[Type | None, list[tuple[str, t.Expr]]]:
    """The type of a tree and its faults."""
    told: list[tuple[str, t.Expr]] = []
    found = check(tree, SCOPE, lambda code, node, **_: told.append((code, node)))
    return found, told
