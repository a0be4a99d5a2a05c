"""What the measure wrote, typed again under the names and numbers of the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.leggi._graduatoria import check_quota

if TYPE_CHECKING:
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Importo, Misura, Ordinamento, Requisito
    from casa_model.rules.tree import Expr


def type_again(desk: Desk, misura: Misura) -> None:
    """Note what no longer fits; definitions are typed with those of the notice."""
    for requisito in misura.requisiti:
        _requirement(desk, requisito)
    if misura.importo is not None:
        _amount(desk, misura.importo)
    if misura.graduatoria is not None:
        _ranking(desk, misura.graduatoria)


def _requirement(desk: Desk, requisito: Requisito) -> None:
    _truth(desk, requisito.condizione)
    for deroga in requisito.deroghe:
        _truth(desk, deroga.condizione)


def _amount(desk: Desk, importo: Importo) -> None:
    for voce in importo.voci:
        _money(desk, voce.vale)
        _truth(desk, voce.se)
        _money(desk, voce.massimo)
    _money(desk, importo.massimo)
    for each in importo.detrae:
        _money(desk, each)


def _ranking(desk: Desk, graduatoria: Ordinamento) -> None:
    for riserva in graduatoria.riserve:
        _truth(desk, riserva.quando)
        declared = desk.names.dove.get(riserva.quota)
        if declared is not None:
            check_quota(desk, riserva.quota, declared)


def _truth(desk: Desk, tree: Expr | None) -> None:
    if tree is not None and not desk.wrote(tree):
        desk.want_bool(tree)


def _money(desk: Desk, tree: Expr | None) -> None:
    if tree is not None and not desk.wrote(tree):
        desk.want_money(tree)
