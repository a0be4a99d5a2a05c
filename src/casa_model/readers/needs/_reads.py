"""What each part of a measure reads on a day, and the documents that prove it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.readers.environment import check_day, check_law
from casa_model.readers.needs._uses import Use, uses
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatto
from casa_model.rules.names import DATA_REQUISITI, NOTICE_DAYS
from casa_model.rules.params import Key, Parametro, ParamValue
from casa_model.rules.reach import below, names_among, of_members
from casa_model.values import Periodo, Testo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.rules.misura import Misura


@frozen
class PartReads:
    """What one part reads, through definitions, each in order of declaration.

    `membri` says that it asks something of the members, so that their list must be known.
    """

    use: Use
    fatti: tuple[str, ...]
    parametri: tuple[str, ...]
    definizioni: tuple[str, ...]
    giorni: tuple[str, ...]
    membri: bool


@frozen
class FactRead:
    """A fact that the measure reads: its declaration (label, type, proof) and where it is read."""

    fatto: Fatto
    uses: tuple[Use, ...]


@frozen
class ParamRead:
    """A parameter that the measure reads: its declaration, the values in force, where it is read.

    `valori` has one entry for each key of an indexed parameter, one with the empty key otherwise;
    each `Periodo` carries the value, the day from which it holds, and its source.
    """

    parametro: Parametro
    valori: tuple[tuple[tuple[Key, ...], Periodo[ParamValue]], ...]
    uses: tuple[Use, ...]


@frozen
class Documento:
    """What proves some facts, in the words of the measure, and the names of those facts."""

    prova: Testo
    fatti: tuple[str, ...]


@frozen
class Needs:
    """Everything that a measure reads on a day.

    What is declared and read by nothing that is law on that day is not here. `documenti` has each
    proof once, in the order of the facts; facts without a declared proof are in none of them. A
    proof may be a paper of the office itself, such as its protocol register: the measure says what
    proves a fact, not who holds it.
    """

    misura: str
    on: date
    parts: tuple[PartReads, ...]
    fatti: tuple[FactRead, ...]
    parametri: tuple[ParamRead, ...]
    documenti: tuple[Documento, ...]


def needs(misura: Misura, *, on: date) -> Needs:
    """What the requirements, the amount, the ranking and the reserves of `misura` read on `on`.

    Raises `WrongDay` and `IllTyped` as `evaluate` does, for the same days.
    """
    check_day(misura, on)
    parts = tuple(_part(misura, use, trees) for use, trees in uses(misura, on))
    check_law(misura, {nome for part in parts for nome in part.parametri}, on)
    fatti = tuple(
        FactRead(fatto, found)
        for fatto in misura.fatti
        if (found := tuple(part.use for part in parts if fatto.nome in part.fatti))
    )
    parametri = tuple(
        ParamRead(parametro, _in_force(parametro, on), found)
        for parametro in misura.parametri
        if (found := tuple(part.use for part in parts if parametro.nome in part.parametri))
    )
    documents = _documents(each.fatto for each in fatti)
    return Needs(misura.codice, on, parts, fatti, parametri, documents)


def _part(misura: Misura, use: Use, trees: Iterable[t.Expr]) -> PartReads:
    nodes = below(misura, trees)
    facts = names_among(nodes, t.Fact) | names_among(nodes, t.MemberFact)
    params = names_among(nodes, t.Param)
    defined = names_among(nodes, t.Definition)
    days = names_among(nodes, t.Calendar)
    return PartReads(
        use,
        tuple(fatto.nome for fatto in misura.fatti if fatto.nome in facts),
        tuple(parametro.nome for parametro in misura.parametri if parametro.nome in params),
        tuple(each.nome for each in misura.definizioni if each.nome in defined),
        tuple(nome for nome in (DATA_REQUISITI, *NOTICE_DAYS) if nome in days),
        of_members(nodes),
    )


def _in_force(
    parametro: Parametro, on: date
) -> tuple[tuple[tuple[Key, ...], Periodo[ParamValue]], ...]:
    found = ((riga.chiave, riga.storia.il(on)) for riga in parametro.righe)
    return tuple((chiave, periodo) for chiave, periodo in found if periodo is not None)


def _documents(fatti: Iterable[Fatto]) -> tuple[Documento, ...]:
    proved: dict[Testo, list[str]] = {}
    for fatto in fatti:
        if fatto.prova is not None:
            proved.setdefault(fatto.prova, []).append(fatto.nome)
    return tuple(Documento(prova, tuple(nomi)) for prova, nomi in proved.items())
