"""The facts of a case as TOML writes them: exact, money in quotes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from casa_model.exchange._celle import Guasto, cella
from casa_model.exchange._colonne import atteso_di, vicina
from casa_model.exchange._limiti import limiti
from casa_model.rules.etichette import valore_vicino
from casa_model.rules.facts import misfit
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType, Type
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.exchange._altrove import Altrove
    from casa_model.exchange.casi._attesi import Tell
    from casa_model.rules.facts import Value

_LONGEST = 60
_QUOTED: Final = Testo(it=", fra virgolette", en=", in quotes")
DECIMALI: Final = Testo(
    it=", con il punto per i decimali e senza punti per le migliaia",
    en=", with a point for decimals and no mark for thousands",
)
"""How a case in TOML writes a number, to whoever wrote it in another way."""


def fatti_toml(
    raw: Mapping[str, Any],
    tipi: Mapping[str, Type],
    etichette: Mapping[str, tuple[tuple[str, Testo], ...]],
    altrove: Altrove,
    tell: Tell,
    *where: str | int,
) -> dict[str, Value]:
    """The facts of a table at `where`, each of its type; those at fault are told."""
    read: dict[str, Value] = {}
    for nome, value in raw.items():
        tipo = tipi.get(nome)
        if tipo is not None:
            found = _read(tipo, value)
            if isinstance(found, Guasto):
                meant = _meant(tipo, value, etichette[nome])
                _tell_value(tell, found, nome, tipo, value, meant, *where)
            else:
                read[nome] = found
        elif nome in altrove.che:
            tell("caso-fatto-altrove", *where, nome, key=True, **altrove.parole(nome))
        else:
            shown = nome if len(nome) <= _LONGEST else f"{nome[:_LONGEST]}…"
            close = vicina(nome, tipi)
            tell("caso-fatto-ignoto", *where, nome, key=True, vicino=close, nome=shown)
    return read


def _meant(tipo: Type, value: object, etichette: tuple[tuple[str, Testo], ...]) -> str | None:
    """The value of a choice that was meant, by its code or by its label."""
    if not isinstance(tipo, ChoiceType) or not isinstance(value, str):
        return None
    return valore_vicino(value, tipo.values, etichette)


def _tell_value(  # noqa: PLR0913, PLR0917 - what is wrong, with what, and where
    tell: Tell,
    guasto: Guasto,
    nome: str,
    tipo: Type,
    value: object,
    meant: str | None,
    *where: str | int,
) -> None:
    wanted = _wanted(tipo, value)
    bounds = limiti(tipo) or wanted
    tell(
        guasto.value,
        *where,
        nome,
        vicino=meant,
        nome=nome,
        atteso=wanted.it,
        atteso_en=wanted.en,
        esempio=f"`{nome} = {_example(tipo)}`",
        limiti=bounds.it,
        limiti_en=bounds.en,
        decimali=tipo.scale if isinstance(tipo, NumberType) else 0,
    )


def _wanted(tipo: Type, value: object) -> Testo:
    """What is wanted; of a number with decimals also how TOML has to write it."""
    wanted = atteso_di(tipo)
    if not isinstance(tipo, NumberType) or not tipo.scale:
        return wanted
    how = DECIMALI if type(value) is str else _QUOTED
    return Testo(it=wanted.it + how.it, en=wanted.en + how.en)


def _read(tipo: Type, value: object) -> Value | Guasto:
    match tipo:
        case BoolType():
            return value if isinstance(value, bool) else Guasto.ILLEGGIBILE
        case DateType():
            if type(value) is not date:
                return Guasto.ILLEGGIBILE
            return value if misfit(tipo, value) is None else Guasto.FUORI
        case NumberType(euro=False) if type(value) is int:
            return cella(tipo, "plain")(str(value))
        case _:
            return cella(tipo, "plain")(value) if type(value) is str else Guasto.ILLEGGIBILE


def _example(tipo: Type) -> str:
    match tipo:
        case BoolType():
            return "true"
        case NumberType(euro=True):
            return '"4000.00"'
        case NumberType(scale=scale):
            return f'"1.{"0" * scale}"' if scale else "1"
        case DateType():
            return "2024-01-31"
        case ChoiceType(values=values):
            return f'"{next(iter(values), "")}"'
        case _:  # a code
            return '"015146"'
