"""The ranking of a measure: its keys, what the end of the money does, the reserves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import near
from casa_model.rules.leggi._shapes import GraduatoriaShape, RiservaShape
from casa_model.rules.misura import Chiave, Esaurimento, Ordinamento, Riserva
from casa_model.rules.names import Kind
from casa_model.rules.types import NumberType

if TYPE_CHECKING:
    from casa_model.rules.leggi._desk import Desk
    from casa_model.values.toml import KeyPath

PATH: KeyPath = ("graduatoria",)
RESERVE = ("riserva", "reserve")
A_RANKING = ("la graduatoria", "the ranking")


def read_graduatoria(desk: Desk) -> Ordinamento | None:
    """How the admitted are ranked; None when the file does not say or has faults."""
    shape = desk.section(GraduatoriaShape, "graduatoria")
    if shape is None:
        return None
    if not shape.ordine:
        example = '`ordine = ["isee", "protocollo"]`'
        desk.wrong("chiave-mancante", (*PATH, "ordine"), chiave="ordine", esempio=example)
    seen: set[str] = set()
    for at, word in enumerate(shape.ordine):
        path, nome = (*PATH, "ordine", at), word.removeprefix("-")
        _check_key(desk, nome, path)
        desk.once(nome, seen, path, ("chiave della graduatoria", "key of the ranking"))
    if shape.esaurimento not in tuple(Esaurimento):
        close = near(shape.esaurimento, tuple(Esaurimento))
        desk.wrong(
            "esaurimento-ignoto", (*PATH, "esaurimento"), vicino=close, valore=shape.esaurimento
        )
    if shape.salta and shape.esaurimento != Esaurimento.SOLO_INTERI:
        desk.wrong("salta-inutile", (*PATH, "salta"), key=True)
    codes: set[str] = set()
    riserve = []
    for at, each in enumerate(shape.riserve):
        path = (*PATH, "riserve", at)
        desk.once(each.codice, codes, (*path, "codice"), RESERVE)
        riserve.append(_riserva(desk, each, path))
    fonte = desk.fonte_if_any(shape, PATH, A_RANKING)
    if shape.esaurimento not in tuple(Esaurimento):
        return None
    return Ordinamento(
        tuple(Chiave(w.removeprefix("-"), decrescente=w.startswith("-")) for w in shape.ordine),
        Esaurimento(shape.esaurimento),
        shape.salta,
        tuple(riserve),
        fonte,
    )


def _check_key(desk: Desk, nome: str, path: KeyPath) -> None:
    """A key is a fact of the household or a definition."""
    kinds = desk.names.kinds
    match kinds.get(nome):
        case Kind.FATTO | Kind.DEFINIZIONE:
            pass
        case None:
            keys = [n for n, kind in kinds.items() if kind in (Kind.FATTO, Kind.DEFINIZIONE)]
            if not desk.incompleto:
                desk.wrong("nome-ignoto", path, vicino=near(nome, keys), nome=nome)
        case Kind.MEMBRO:
            desk.wrong("membro-fuori-aggregato", path, nome=nome)
        case kind:
            desk.wrong(
                "tipo-inatteso",
                path,
                atteso="il nome di un fatto o di una definizione",
                atteso_en="the name of a fact or of a definition",
                trovato=f"il nome di un {kind.value}",
                trovato_en=f"the name of a {kind.en}",
            )


def _riserva(desk: Desk, shape: RiservaShape, path: KeyPath) -> Riserva:
    desk.code(shape.codice, (*path, "codice"))
    check_quota(desk, shape.quota, (*path, "quota"))
    return Riserva(
        shape.codice,
        shape.quota,
        desk.condition(shape.quando, (*path, "quando")),
        desk.fonte(shape, path, ("la riserva", "the reserve")),
    )


def check_quota(desk: Desk, nome: str, path: KeyPath) -> None:
    """The share of a reserve is a parameter, a plain number from 0 to 1."""
    quota = desk.names.parametri.get(nome)
    if quota is None:
        if nome not in desk.names.rotti and not desk.incompleto:
            close = near(nome, desk.names.parametri)
            desk.wrong("nome-ignoto", path, vicino=close, nome=nome)
        return
    tipo = quota.tipo
    if not isinstance(tipo, NumberType) or tipo.euro or quota.indice:
        desk.wrong(
            "tipo-inatteso",
            path,
            atteso="un parametro numerico senza indici",
            atteso_en="a numeric parameter without indices",
            trovato="un parametro di altro tipo",
            trovato_en="a parameter of another type",
        )
    elif tipo.lo < 0 or tipo.hi > 10**tipo.scale:
        it = f"la quota `{nome}` esce da 0 e 1; scrivila come `0.20` o `20%`"
        en = f"the share `{nome}` is not from 0 to 1; write it as `0.20` or `20%`"
        desk.refuse(path, it, en)
