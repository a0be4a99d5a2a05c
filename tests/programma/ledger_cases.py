"""Entries written on one line, for tables worked by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from casa_model.programma.spesa import (
    Economia,
    Impegno,
    Liquidazione,
    Registro,
    Rettifica,
    Revoca,
    Stanziamento,
)
from casa_model.values import Euro, Fonte, Grado

if TYPE_CHECKING:
    from casa_model.programma.spesa import Movimento, Saldi

ATTO: Final = Fonte(Grado.DERIVATA, testo="prova")
KINDS: Final = {
    "stanzia": Stanziamento,
    "impegna": Impegno,
    "liquida": Liquidazione,
    "economia": Economia,
    "revoca": Revoca,
    "rettifica": Rettifica,
}


def entry(line: str) -> Movimento:
    """Read `i1 2025-03-01 impegna aler-milano 60.00`: code, day, kind, on what, amount."""
    code, day, kind, *rest = line.split()
    common = (code, date.fromisoformat(day), ATTO)
    match kind:
        case "stanzia":
            return Stanziamento(*common, Euro.parse(rest[0]))
        case "impegna":
            return Impegno(*common, Euro.parse(rest[1]), rest[0])
        case "revoca":
            return Revoca(*common, rest[0])
        case _:
            return KINDS[kind](*common, rest[0], Euro.parse(rest[1]))


def ledger(*lines: str, linea: str = "k1") -> Registro:
    """A ledger with these entries."""
    return Registro(linea).registra_tutti(map(entry, lines))


def told(saldi: Saldi) -> str:
    """Endowed, committed, paid, economies, revocations, available, to pay."""
    conto = saldi.conto
    parts = (saldi.stanziato, saldi.impegnato, saldi.liquidato, conto.economie, conto.revoche)
    return " ".join(map(str, (*parts, saldi.disponibile, saldi.da_liquidare)))
