"""The act that a notice applies, as a measure of its own; and the act with one difference alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from attrs import evolve

from casa_model.casa.conforme._altro_tipo import con_lei, di_altro_tipo
from casa_model.casa.conforme._codice import GIORNO, GRADUATORIA, IMPORTO
from casa_model.casa.confronta import Versione
from casa_model.errors import InvalidValue, WrongDay
from casa_model.rules.avviso import Operazione
from casa_model.rules.misura import Calendario, Definizione, Misura
from casa_model.rules.moments import day_of
from casa_model.rules.params import Parametro
from casa_model.rules.porta import DATA_DOMANDA, PROTOCOLLO

if TYPE_CHECKING:
    from collections.abc import Collection

    from casa_model.rules.avviso import Avviso, Differenza
    from casa_model.rules.misura import Requisito

N = TypeVar("N", Parametro, Definizione)

_OF_AMOUNT: Final = frozenset({"voce", "importo"})
_ALONE: Final = frozenset(
    {"requisito", "parametro", "definizione", GIORNO, GRADUATORIA, *_OF_AMOUNT}
)
"""What can be looser, stricter or more demanding: a new fact is a difference of who reads it."""
_DOOR: Final = frozenset({DATA_DOMANDA, PROTOCOLLO})
"""What the office gives every application: no notice asks it of people."""


def legge_di(avviso: Avviso, base: Misura) -> Misura:
    """The measure on the day of the notice's law, with the requisites on the day that the act says.

    That is publication; where it is not known, the day that the notice has, so that all else can be
    compared. Raises `InvalidValue` when `base` is not the measure of the notice.
    """
    if base.codice != avviso.base:
        raise InvalidValue(
            it=f"l'avviso applica `{avviso.base}`, non `{base.codice}`; passa la sua misura",
            en=f"the notice applies `{avviso.base}`, not `{base.codice}`; pass its measure",
        )
    fixed = calendario_di(avviso.misura)
    day = fixed.data_requisiti
    if avviso.pubblicazione is not None:
        day = day_of(avviso.pubblicazione)
    return evolve(base, calendario=Calendario(fixed.giorno_norma, day, fixed.date))


def del_giorno_suo(avviso: Avviso, legge: Misura) -> Misura | None:
    """The act by the law that a notice has when it says nothing: that of the day of publication.

    None where the notice has it, or where nobody knows when publication was.
    """
    fixed = calendario_di(legge)
    if avviso.pubblicazione is None or day_of(avviso.pubblicazione) == fixed.giorno_norma:
        return None
    return evolve(legge, calendario=evolve(fixed, giorno_norma=day_of(avviso.pubblicazione)))


def e_legge(misura: Misura) -> bool:
    """Whether a measure has all of its law on its day."""
    try:
        Versione(misura)
    except WrongDay:
        return False
    return True


def calendario_di(misura: Misura) -> Calendario:
    """The days of a notice."""
    fixed = misura.calendario
    assert fixed is not None  # noqa: S101 - an `Avviso` cannot be built without one
    return fixed


def da_sole(avviso: Avviso, legge: Misura) -> tuple[Differenza, ...]:
    """The differences that can be looser or stricter, each once; those of the amount are one.

    The day of the requisites is there when it is not that of the act, as far as that is known.
    """
    found: dict[tuple[str, str], Differenza] = {}
    for each in avviso.differenze:
        if each.parte in _ALONE and not _silent(avviso, legge, each):
            parte = IMPORTO if each.parte in _OF_AMOUNT else each.parte
            nome = parte if parte in {IMPORTO, GIORNO} else each.nome
            found.setdefault((parte, nome), evolve(each, parte=parte, nome=nome))
    return tuple(found.values())


def _silent(avviso: Avviso, legge: Misura, each: Differenza) -> bool:
    """Whether a difference says nothing by itself: whoever reads it is a difference too."""
    match each.parte:
        case "definizione":
            replaced = each.operazione is Operazione.SOSTITUISCE
            return not replaced or each.nome in di_altro_tipo(avviso, legge)
        case "parametro":
            return all(parametro.nome != each.nome for parametro in legge.parametri)
        case "data-requisiti":
            days = (calendario_di(side).data_requisiti for side in (legge, avviso.misura))
            return avviso.pubblicazione is not None and len({*days}) == 1
        case _:
            return False


def non_letti(misura: Misura) -> set[str]:
    """The requirements that nobody here has read."""
    return {requisito.codice for requisito in misura.requisiti if requisito.non_visto}


def senza_sportello(misura: Misura) -> Misura:
    """A measure whose ranking does not look at the day and the number of an application."""
    ranking = misura.graduatoria
    if ranking is None:
        return misura
    keys = tuple(chiave for chiave in ranking.ordine if chiave.nome not in _DOOR)
    return evolve(misura, graduatoria=evolve(ranking, ordine=keys))


def sostituzioni(avviso: Avviso, parte: str = "requisito") -> dict[str, str]:
    """By each requirement of the act, or item, that the notice replaces, what it puts there."""
    return {
        each.nome: each.codice_nuovo or each.nome
        for each in avviso.differenze
        if each.parte == parte and each.operazione is Operazione.SOSTITUISCE
    }


def senza(misura: Misura, codici: Collection[str]) -> Misura:
    """A measure without some requirements."""
    return evolve(misura, requisiti=tuple(r for r in misura.requisiti if r.codice not in codici))


def con_questa(avviso: Avviso, legge: Misura, questa: Differenza) -> Misura:
    """The act with one difference of the notice and no other.

    What the notice names anew (facts, numbers, computed values) is there, so that it can be read.
    """
    own = avviso.misura
    only = set(con_lei(avviso, legge, questa))
    only |= {questa.nome} if questa.parte in {"parametro", "definizione"} else set()
    changed = evolve(
        legge,
        fatti=own.fatti,
        parametri=_merged(legge.parametri, own.parametri, only),
        definizioni=_merged(legge.definizioni, own.definizioni, only),
    )
    match questa.parte:
        case "requisito":
            return evolve(changed, requisiti=_requirements(avviso, legge, questa))
        case "importo":
            return evolve(changed, importo=own.importo)
        case "graduatoria":
            return evolve(changed, graduatoria=own.graduatoria)
        case "data-requisiti":
            return evolve(changed, calendario=own.calendario)
        case _:
            return changed


def _merged(base: tuple[N, ...], own: tuple[N, ...], only: Collection[str]) -> tuple[N, ...]:
    """Those of the act, one by the notice, and what the notice has anew, where it stands there."""
    mine = {each.nome: each for each in base if each.nome not in only}
    found = [mine.get(each.nome, each) for each in own]
    names = {each.nome for each in own}
    found += [each for each in base if each.nome not in names]
    return tuple(found)


def _requirements(avviso: Avviso, legge: Misura, questa: Differenza) -> tuple[Requisito, ...]:
    code = questa.codice_nuovo or questa.nome
    new = tuple(r for r in avviso.misura.requisiti if r.codice == code)
    match questa.operazione:
        case Operazione.AGGIUNGE:
            return (*legge.requisiti, *new)
        case Operazione.SOSTITUISCE:
            rows = ((new if r.codice == questa.nome else (r,)) for r in legge.requisiti)
            return tuple(each for row in rows for each in row)
        case _:
            return tuple(r for r in legge.requisiti if r.codice != questa.nome)
