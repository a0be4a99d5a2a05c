"""What a case expects, its names checked against the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from casa_model.errors import InvalidEntry, near
from casa_model.readers.cases import Atteso
from casa_model.rules.esito import Esito
from casa_model.rules.names import MEMBRI

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.exchange.casi._regole import Regole
    from casa_model.values import Euro, Norma

_ESITI: Final = tuple(esito.value for esito in Esito)


class Tell(Protocol):
    """Puts a fault in the basket, at a key of the case and perhaps an item of its list."""

    def __call__(
        self,
        code: str,
        *where: str | int,
        key: bool = False,
        vicino: str | None = None,
        **data: object,
    ) -> None:
        """Tell one fault."""


def atteso_di(  # noqa: PLR0913, PLR0917 - what is expected, by what, whom to tell
    regole: Regole,
    esito: str | None,
    importo: Euro | None,
    motivi: tuple[str, ...] | None,
    mancano: tuple[str, ...] | None,
    tell: Tell,
    voci: Mapping[str, Euro] | None = None,
    *,
    importo_da_scrivere: bool = False,
) -> Atteso:
    """What is expected; an empty one once its faults are told.

    A reason or an item that the rules have not is advice: the case can be tried, and fails. An
    amount that is to be written says nothing of who is not admitted, nor of rules that pay nothing.
    """
    sound = _esito(esito, tell)
    to_write = importo_da_scrivere and bool(regole.voci) and sound in {None, Esito.AMMESSO}
    listed = ", ".join(f"`{codice}`" for codice in regole.requisiti)
    for at, codice in enumerate(motivi or ()):
        if codice not in regole.requisiti:
            close = near(codice, regole.requisiti)
            tell("motivo-ignoto", "motivi", at, vicino=close, codice=codice, ammessi=listed)
    for at, nome in enumerate(mancano or ()):
        if nome not in regole.mancabili:
            tell("mancante-ignoto", "mancano", at, vicino=near(nome, regole.mancabili), nome=nome)
    for codice in voci or ():
        if codice not in regole.voci:
            listed = ", ".join(f"`{voce}`" for voce in regole.voci)
            close = near(codice, regole.voci)
            tell("voce-attesa-ignota", "voci", codice, key=True, vicino=close, codice=codice,
                 ammessi=listed)  # fmt: skip
    items = None if voci is None else tuple(voci.items())
    try:
        return Atteso(sound, importo, motivi, mancano, items, to_write)
    except InvalidEntry as error:
        for problem in error.problems:
            data: dict[str, Any] = dict(problem.data)
            tell(problem.code, *problem.where, vicino=problem.vicino, **data)
    return Atteso()


def _esito(esito: str | None, tell: Tell) -> Esito | None:
    if not esito:
        return None
    if esito in _ESITI:
        return Esito(esito)
    tell("esito-ignoto", "esito", vicino=near(esito, _ESITI), esito=esito)
    return None


def norma_nota(regole: Regole, norma: Norma | None, tell: Tell) -> None:
    """Tell of an act that the rules do not cite."""
    if norma is not None and norma.atto not in regole.atti:
        listed = ", ".join(f"`{atto}`" for atto in regole.atti)
        close = near(norma.atto, regole.atti)
        tell("caso-atto-ignoto", "norma", vicino=close, atto=norma.atto, ammessi=listed)


def ignoti_noti(regole: Regole, ignoti: tuple[str, ...], detti: frozenset[str], tell: Tell) -> None:
    """Tell of what is said to be unknown and is no fact, or is stated too."""
    known = (*regole.nucleo, MEMBRI)
    for at, nome in enumerate(ignoti):
        if nome not in known:
            tell("caso-fatto-ignoto", "ignoti", at, vicino=near(nome, known), nome=nome)
        elif nome in detti:
            tell("caso-noto-e-ignoto", "ignoti", at, nome=nome)
        elif nome in ignoti[:at]:
            tell("nome-doppio", "ignoti", at, nome=nome, chiave="ignoti")
