"""Requirements, derogations, and the requirement not to receive another measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import near
from casa_model.rules import tree as t
from casa_model.rules.esito import CONDIZIONE
from casa_model.rules.facts import Cambia, Fatto
from casa_model.rules.leggi._nega import nega
from casa_model.rules.misura import Deroga, Requisito
from casa_model.rules.porta import TESTI
from casa_model.rules.types import BoolType, describe
from casa_model.values import Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.leggi._shapes import RequisitoShape
    from casa_model.values.sheet import Sourced, VigenzaShape
    from casa_model.values.toml import KeyPath

A_REQUIREMENT = ("il requisito", "the requirement")
REQUIREMENT = ("requisito", "requirement")
DEROGATION = ("deroga", "derogation")
A_TERM = ("requisito di ogni avviso", "requirement of every notice")


def read_vigenza(desk: Desk, shape: VigenzaShape, path: KeyPath) -> Vigenza:
    """A period of law; a fault when it ends before it begins."""
    if shape.al is not None and shape.al < shape.dal:
        desk.wrong("vigenza-rovesciata", (*path, "al"))
        return Vigenza(shape.al, shape.dal)
    return Vigenza(shape.dal, shape.al)


def read_requisito(desk: Desk, shape: RequisitoShape, path: KeyPath) -> Requisito:
    """One requirement, its conditions typed."""
    desk.code(shape.codice, (*path, "codice"))
    desk.once(shape.codice, {*TESTI}, (*path, "codice"), A_TERM)
    fonte = desk.fonte(shape, path, A_REQUIREMENT)
    if (shape.condizione is None) != shape.non_visto:
        desk.wrong("requisito-incompleto", path)
    elif shape.condizione is None and shape.deroghe:
        desk.wrong("requisito-incompleto", (*path, "deroghe"), key=True)
    condizione = None
    if shape.condizione is not None:
        condizione = desk.condition(shape.condizione, (*path, "condizione"))
    deroghe = tuple(_deroghe(desk, shape, path))
    vigenza = None
    if shape.vigenza is not None:
        vigenza = read_vigenza(desk, shape.vigenza, (*path, "vigenza"))
    kept = deroghe if condizione is not None else ()
    return Requisito(shape.codice, shape.testo, fonte, condizione, kept, vigenza)


def _deroghe(desk: Desk, shape: RequisitoShape, path: KeyPath) -> Iterator[Deroga]:
    seen = {CONDIZIONE}
    for at, each in enumerate(shape.deroghe):
        where = (*path, "deroghe", at)
        desk.code(each.codice, (*where, "codice"))
        desk.once(each.codice, seen, (*where, "codice"), DEROGATION)
        yield Deroga(
            each.codice,
            desk.condition(each.condizione, (*where, "condizione")),
            desk.fonte(each, where, ("la deroga", "the derogation")),
            each.testo,
        )


def not_receiving(codice: str) -> str:
    """The code of the requirement not to receive a measure."""
    return f"non-riceve-{codice}"


def incompatible(
    desk: Desk,
    codici: tuple[str, ...],
    shape: Sourced | None,
    path: KeyPath,
    *,
    note: Collection[str] | None = None,
) -> list[tuple[Requisito, KeyPath]]:
    """For each other measure, the requirement not to receive it, over a fact like any other.

    Each comes with the path of the word that asks for it. `note` are the measures that are known;
    None when that cannot be told.
    """
    where = (*path, "incompatibile")
    if not codici:
        it = "toglila, o scrivi `incompatibile = […]`"
        desk.idle_fonte(shape, where, it, "remove it, or write `incompatibile = […]`")
        return []
    fonte = desk.fonte_beside(shape, where, ("l'incompatibilità", "the incompatibility"))
    if fonte is None:
        return []
    seen: set[str] = set()
    found: list[tuple[Requisito, KeyPath]] = []
    for at, codice in enumerate(codici):
        word = (*where, at)
        nome = "riceve_" + codice.replace("-", "_")
        fresh = desk.once(codice, seen, word, ("misura incompatibile", "incompatible measure"))
        if not fresh or not desk.code(codice, word):
            continue
        if note is not None and codice not in note and nome not in desk.names.kinds:
            close = near(codice, note)
            desk.wrong("incompatibile-ignota", word, vicino=close, nome=codice, fatto=nome)
        if not _is_truth(desk, nome, codice, word):
            continue
        testo = nega(desk.names.fatti[nome].etichetta)
        asked = Requisito(not_receiving(codice), testo, fonte, t.Not(t.Fact(nome)))
        found.append((asked, word))
    return found


def _is_truth(desk: Desk, nome: str, codice: str, path: KeyPath) -> bool:
    """Whether the fact of receiving a measure is a truth; nobody declared it: it is one now."""
    if nome not in desk.names.kinds:
        label = Testo(it=f"riceve la misura {codice}", en=f"receives the measure {codice}")
        desk.names.fatto(Fatto(nome, BoolType(), label, cambia=Cambia.PERSONA))
    fatto = desk.names.fatti.get(nome)
    if fatto is None or fatto.membro:
        kind = desk.names.kinds[nome]
        desk.wrong("nome-ripetuto", path, nome=nome, altro=kind.value, altro_en=kind.en)
        return False
    if not isinstance(fatto.tipo, BoolType):
        desk.wrong(
            "tipo-inatteso",
            path,
            atteso="un sì o no",
            atteso_en="a yes or no",
            trovato=describe(fatto.tipo, "it"),
            trovato_en=describe(fatto.tipo, "en"),
        )
        return False
    return True
