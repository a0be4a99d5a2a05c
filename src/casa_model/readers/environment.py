"""What a rule is asked in: a measure on a day, and what a household is known to be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casa_model.errors import IllTyped, WrongDay
from casa_model.readers.meaning import Env, plain
from casa_model.rules.misura import Misura
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.types import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Container

    from casa_model.rules.facts import Fatti


def environment(misura: Misura, fatti: Fatti, on: date) -> Env:
    """What the trees of `misura` are evaluated in."""
    parametri = {
        parametro.nome: {
            riga.chiave: plain(periodo.valore)
            for riga in parametro.righe
            if (periodo := riga.storia.il(on)) is not None
        }
        for parametro in misura.parametri
    }
    return Env(
        fatti={nome: plain(valore) for nome, valore in fatti.valori.items()},
        membri=None
        if fatti.membri is None
        else [{nome: plain(v) for nome, v in membro.items()} for membro in fatti.membri],
        parametri=parametri,
        definizioni={definizione.nome: definizione.vale for definizione in misura.definizioni},
        giorni=days_of(misura, on),
    )


def only_measure(misura: object) -> None:
    """Raise `IllTyped` for what is no measure, such as the notice that has one."""
    if type(misura) is not Misura:
        raise IllTyped(
            it="la misura non è una `Misura`; di un avviso passa `avviso.misura`",
            en="the measure is not a `Misura`; of a notice pass `avviso.misura`",
        )


def check_day(misura: Misura, on: date) -> None:
    """Raise `WrongDay` when the measure does not answer on `on`.

    Raises `IllTyped` when `misura` is no measure, such as the notice that has one, or `on` no day.
    """
    only_measure(misura)
    if type(on) is not date:
        raise IllTyped(
            it="`on` non è un giorno; passa una `date` senza ora",
            en="`on` is not a day; pass a `date` without a time",
        )
    fixed = misura.calendario
    if fixed is not None and on != fixed.giorno_norma:
        day = fixed.giorno_norma.isoformat()
        raise WrongDay(
            it=f"l'avviso `{misura.codice}` applica la legge del {day}; chiedi `on` quel giorno",
            en=f"the notice `{misura.codice}` applies the law of {day}; ask with `on` that day",
        )
    if not misura.vigenza.contiene(on):
        raise WrongDay(
            it=f"`{misura.codice}` non è in vigore il {on}, ma {misura.vigenza.render('it')}; "
            "chiedi un giorno in cui lo è",
            en=f"`{misura.codice}` is not in force on {on}, but {misura.vigenza.render('en')}; "
            "ask with a day on which it is",
        )
    for nome, giorno in days_of(misura, on).items():
        if not FIRST_DAY <= giorno <= LAST_DAY:
            raise WrongDay(
                it=f"`{nome}` è il {giorno}; le regole contano dal {FIRST_DAY} al {LAST_DAY}",
                en=f"`{nome}` is {giorno}; rules count from {FIRST_DAY} to {LAST_DAY}",
            )


def check_law(misura: Misura, used: Container[str], on: date) -> None:
    """Raise `WrongDay` when one of the parameters that are `used` has a row with no value then."""
    for parametro in misura.parametri:
        if parametro.nome in used and any(riga.storia.il(on) is None for riga in parametro.righe):
            raise WrongDay(
                it=f"`{parametro.nome}` non ha valore il {on}; completa la sua storia",
                en=f"`{parametro.nome}` has no value on {on}; complete its history",
            )


def days_of(misura: Misura, on: date) -> dict[str, date]:
    """The days that a rule may name: that of the requisites, and those of a notice."""
    fixed = misura.calendario
    if fixed is None:
        return {DATA_REQUISITI: on}
    return {DATA_REQUISITI: fixed.data_requisiti, **dict(fixed.date)}
