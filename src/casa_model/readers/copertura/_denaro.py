"""What belongs to an amount alone, and its caps as conditions: what is due goes beyond, or not."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

from casa_model.readers.copertura._punto import Dove, Parte, PuntoMassimo
from casa_model.readers.copertura._via import tutte
from casa_model.rules import tree as t
from casa_model.rules.misura import DetraeDa
from casa_model.rules.reach import below, in_force, item_terms, names_among, terms, ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.rules.misura import Importo, Misura, Voce

_ZERO: Final = t.Number(0, 2)


def del_solo_importo(misura: Misura) -> frozenset[str]:
    """The definitions that the amount reads and no requirement that is ever law does."""
    if misura.importo is None:
        return frozenset()
    fixed = misura.calendario
    law = misura.requisiti if fixed is None else in_force(misura, fixed.giorno_norma)
    asked = (tree for requisito in law for tree in ways(requisito))
    paid = names_among(below(misura, terms(misura.importo)), t.Definition)
    return paid - names_among(below(misura, asked), t.Definition)


def voci_che_dicono(misura: Misura, dove: Dove) -> frozenset[str]:
    """The items of which what is paid tells of a part: none of what only the whole amount tells."""
    if dove.parte is Parte.IMPORTO:
        return frozenset({dove.via} - {""})
    kind = t.Param if dove.parte is Parte.PARAMETRO else t.Definition
    return frozenset(
        voce.codice
        for voce in (() if misura.importo is None else misura.importo.voci)
        if dove.nome in names_among(below(misura, item_terms(voce)), kind)
    )


def massimi(misura: Misura) -> Iterator[PuntoMassimo]:
    """Both points of each cap: of the items, then of the amount."""
    importo = misura.importo
    if importo is None:
        return
    for voce in importo.voci:
        if voce.massimo is not None:
            dove = Dove(Parte.IMPORTO, "importo", voce.codice)
            counts = () if voce.se is None else (voce.se,)
            yield from _both(dove, counts, non_negativo(voce.vale), voce.massimo)
    if importo.massimo is not None:
        yield from _both(Dove(Parte.IMPORTO, "importo"), (), dovuto(importo), importo.massimo)


def _both(
    dove: Dove, counts: tuple[t.Expr, ...], due: t.Expr, cap: t.Expr
) -> Iterator[PuntoMassimo]:
    """Where an item does not count no cap is looked at."""
    most = non_negativo(cap)
    yield PuntoMassimo(dove, tutte((*counts, t.Compare(">", due, most))), supera=True)
    yield PuntoMassimo(dove, tutte((*counts, t.Compare("<", due, most))), supera=False)


def dovuto(importo: Importo) -> t.Expr:
    """What is due before the cap of the amount: see `casa_model.readers.amount`."""
    items = _sum(_item(voce) for voce in importo.voci)
    if not importo.detrae or importo.detrae_da is not DetraeDa.SPESA:
        return items
    return non_negativo(t.Sub(items, _sum(non_negativo(each) for each in importo.detrae)))


def pezzi(importo: Importo) -> Iterator[t.Expr]:
    """What a sum is made of: what is due of each item, each deduction, the cap."""
    yield from map(_item, importo.voci)
    yield from map(non_negativo, importo.detrae)
    if importo.massimo is not None:
        yield non_negativo(importo.massimo)


def somma(importo: Importo) -> t.Expr:
    """What is paid: what is due, within the cap, less what is taken from the grant."""
    due = dovuto(importo)
    paid = due if importo.massimo is None else t.Min((due, non_negativo(importo.massimo)))
    if not importo.detrae or importo.detrae_da is DetraeDa.SPESA:
        return paid
    return non_negativo(t.Sub(paid, _sum(non_negativo(each) for each in importo.detrae)))


def _item(voce: Voce) -> t.Expr:
    """What is due of an item, by its condition and its cap."""
    worth = non_negativo(voce.vale)
    if voce.massimo is not None:
        worth = t.Min((worth, non_negativo(voce.massimo)))
    return worth if voce.se is None else t.If(voce.se, worth, _ZERO)


def non_negativo(node: t.Expr) -> t.Expr:
    """Nothing goes below zero."""
    return t.Max((node, _ZERO))


def _sum(nodes: Iterable[t.Expr]) -> t.Expr:
    return reduce(t.Add, nodes)
