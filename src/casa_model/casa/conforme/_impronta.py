"""What is accepted with a finding, in a few characters: the rule of the act and that of the notice.

Whoever accepts a finding accepts these two, and no other that comes to have the same code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.casa.conforme._codice import GIORNO, GRADUATORIA, IMPORTO, NORMA
from casa_model.casa.conforme._legge import calendario_di, e_legge
from casa_model.casa.conforme._verso import Verso
from casa_model.casa.confronta import Versione, parti_di
from casa_model.rules import tree as t
from casa_model.rules.digest import SEMANTICA, digest_of
from casa_model.rules.reach import below, names_among, roots, ways
from casa_model.values import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casa_model.rules.avviso import Differenza
    from casa_model.rules.misura import Misura

NON_LETTO: Final = Verso.NON_LETTO.value

ESAURIMENTO: Final = "esaurimento"

LUNGA: Final = 16
"""How many characters of a digest are kept: a person may have to copy them."""


def impronta_di(legge: Misura, altra: Misura, differenza: Differenza | None, *, on: date) -> str:
    """The digest of what a finding is about, as the act has it and as `altra` does.

    Of the notice as a whole all that can change an answer; of a difference the requirements, the
    amount and the ranking that it touches, with all that they read. Households are not in it, nor
    are words and sources, but for a requirement that nobody has read: they are all that it has.
    """
    sides = [_marks(misura, differenza, on) for misura in (legge, altra)]
    return digest_of([SEMANTICA, *sides])[:LUNGA]


def impronta_di_leggi(legge: Misura, altra: Misura) -> str:
    """The digest of a law that moves: the two days, and all that can change an answer on each."""
    sides = []
    for misura in (legge, altra):
        there = parti_di(Versione(misura)) if e_legge(misura) else {}
        sides.append(FrozenMap({**there, NORMA: str(calendario_di(misura).giorno_norma)}))
    return digest_of([SEMANTICA, *sides])[:LUNGA]


def graduatoria_di(misura: Misura, *, on: date) -> FrozenMap[str, str]:
    """A mark of each part that the ranking reads, itself included; nothing where there is none."""
    if misura.graduatoria is None:
        return FrozenMap({})
    ranked = evolve(misura, requisiti=(), importo=None)
    return FrozenMap({**parti_di(Versione(ranked, on=on)), **_end(misura)})


def _end(misura: Misura) -> dict[str, str]:
    """A mark of what a ranking does when the money ends; none where no money is paid."""
    ranking = misura.graduatoria
    if ranking is None or misura.importo is None:
        return {}
    return {ESAURIMENTO: digest_of([ranking.esaurimento, ranking.salta])}


def _marks(misura: Misura, questa: Differenza | None, on: date) -> FrozenMap[str, str]:
    """A mark of each part that counts; what is not there has none."""
    if questa is None:
        return FrozenMap(parti_di(Versione(misura, on=on)))
    touched = _touched(misura, questa)
    marks = dict(parti_di(Versione(touched, on=on)))
    marks |= {} if touched.graduatoria is None else _end(misura)
    marks |= {
        f"{NON_LETTO}/{r.codice}": digest_of([r.testo, r.fonte])
        for r in touched.requisiti
        if r.non_visto
    }
    if questa.parte == GIORNO:  # it is another day also where no rule reads it
        marks[GIORNO] = str(calendario_di(misura).data_requisiti)
    return FrozenMap(marks)


def _touched(misura: Misura, questa: Differenza) -> Misura:
    """Of a measure what a difference touches."""
    bare = evolve(misura, requisiti=(), importo=None, graduatoria=None)
    paid = evolve(bare, importo=misura.importo)
    ranked = evolve(bare, graduatoria=misura.graduatoria)
    pays = _touches(misura, questa, IMPORTO, roots(paid, ()))
    ranks = _touches(misura, questa, GRADUATORIA, roots(ranked, ()))
    return evolve(
        bare,
        requisiti=tuple(r for r in misura.requisiti if _touches(misura, questa, r.codice, ways(r))),
        importo=misura.importo if pays else None,
        graduatoria=misura.graduatoria if ranks else None,
    )


def _touches(misura: Misura, questa: Differenza, codice: str, parts: Iterable[t.Expr]) -> bool:
    """Whether a difference is about a piece, or about something that the piece reads."""
    match questa.parte:
        case "requisito":
            return codice in {questa.nome, questa.codice_nuovo}
        case "importo" | "graduatoria":
            return codice == questa.parte
        case "parametro" | "definizione":
            kind = t.Param if questa.parte == "parametro" else t.Definition
            return questa.nome in names_among(below(misura, parts), kind)
        case _:
            nodes = below(misura, parts)
            return any(isinstance(node, t.Calendar | t.MemberFact) for node in nodes)
