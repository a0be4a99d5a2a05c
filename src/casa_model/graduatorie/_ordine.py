"""The order of the admitted: by the keys of the notice, and by nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from casa_model.errors import IllTyped, InvalidFacts, TiedRanking
from casa_model.values import Euro
from casa_model.values._natural import Natural, natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casa_model.graduatorie._posizione import Candidato
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Chiave

_Sortable: TypeAlias = int | Decimal | date | Natural

_KINDS: Final[dict[type, str]] = {
    bool: "bool",
    int: "number",
    Decimal: "number",
    Euro: "euro",
    date: "date",
    str: "text",
}


def in_ordine(candidati: Sequence[Candidato], ordine: Sequence[Chiave]) -> list[Candidato]:
    """Sort candidates by `ordine`; the result does not depend on the order in which they come.

    False comes before true, and texts go as a register does: a run of digits counts as a number,
    so that protocol `2023/9` comes before `2023/10`.

    Raises `TiedRanking`, naming every group of equals, when the last key is not unique or there
    is no key for two candidates; `InvalidFacts` when a key is not known; `IllTyped` when a key
    has values that cannot be compared. No message holds a value.
    """
    if not ordine:
        _refuse_unordered(candidati)
        return list(candidati)
    keys = [dict(candidato.verdict.chiavi) for candidato in candidati]
    columns = [
        _column(chiave.nome, [key.get(chiave.nome) for key in keys], candidati) for chiave in ordine
    ]
    _refuse_equals(ordine[-1].nome, columns[-1], candidati)
    places = list(range(len(candidati)))
    for chiave, column in zip(reversed(ordine), reversed(columns), strict=True):
        places.sort(key=column.__getitem__, reverse=chiave.decrescente)  # stable, reversed too
    return [candidati[place] for place in places]


def _column(
    nome: str, values: Sequence[Value | None], candidati: Sequence[Candidato]
) -> list[_Sortable]:
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        who = _names(c.riferimento for c, v in zip(candidati, values, strict=True) if v is None)
        raise InvalidFacts(
            it=f"la chiave `{nome}` della graduatoria non è nota per {who}; completa le domande",
            en=f"the ranking key `{nome}` is not known for {who}; complete the applications",
        )
    kinds = {_KINDS.get(kind) for kind in set(map(type, known))}
    finite = all(value.is_finite() for value in known if type(value) is Decimal)
    if len(kinds) > 1 or None in kinds or not finite:
        raise IllTyped(
            it=f"la chiave `{nome}` della graduatoria ha valori che non si confrontano; "
            "usa per tutti lo stesso tipo",
            en=f"the ranking key `{nome}` has values that cannot be compared; use one type for all",
        )
    return [_sortable(value) for value in known]


def _sortable(value: Value) -> _Sortable:
    if isinstance(value, Euro):
        return value.cents
    if isinstance(value, str):
        return natural(value)
    return value


def _refuse_unordered(candidati: Sequence[Candidato]) -> None:
    if len(candidati) > 1:
        who = _names(candidato.riferimento for candidato in candidati)
        raise TiedRanking(
            it=f"la graduatoria non ha chiavi e non può ordinare {who}; scrivi `ordine`",
            en=f"the ranking has no keys and cannot order {who}; write `ordine`",
        )


def _refuse_equals(nome: str, column: Sequence[_Sortable], candidati: Sequence[Candidato]) -> None:
    if len(set(column)) == len(column):
        return
    groups: dict[_Sortable, list[str]] = {}
    for value, candidato in zip(column, candidati, strict=True):
        groups.setdefault(value, []).append(candidato.riferimento)
    ties = sorted(_names(group) for group in groups.values() if len(group) > 1)
    it, en = " e ".join(ties), " and ".join(ties)
    raise TiedRanking(
        it=f"l'ultima chiave della graduatoria, `{nome}`, è uguale per {it}; "
        "aggiungi una chiave unica, come `protocollo`",
        en=f"the last ranking key, `{nome}`, is the same for {en}; "
        "add a unique key, such as `protocollo`",
    )


def _names(riferimenti: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(riferimenti))
