"""On every day on which a rule is in force, its parameters are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.giorni import letture, senza_valore

if TYPE_CHECKING:
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Misura


def check_days(desk: Desk, misura: Misura) -> None:
    """Note each parameter without a value on some day of a rule that reads it, once."""
    known = {parametro.nome: parametro for parametro in misura.parametri}
    told: set[str] = set()
    for node, vigenza in letture(misura):
        holes = senza_valore(known[node.name], vigenza) if node.name in known else ()
        if not holes or node.name in told:
            continue
        told.add(node.name)
        declared = desk.names.dove.get(node.name)
        place = desk.place_of(node) if declared is None else desk.doc.key_place(declared)
        desk.faults.add(
            "parametro-non-in-vigore",
            place,
            nome=node.name,
            giorni=" e ".join(hole.render("it") for hole in holes),
            giorni_en=" and ".join(hole.render("en") for hole in holes),
        )
