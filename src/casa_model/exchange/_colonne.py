"""Which columns a file may have, and how the cells of each are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import evolve, frozen

from casa_model.errors import near
from casa_model.exchange import _riferimento
from casa_model.exchange._celle import Guasto, cella, momento
from casa_model.exchange._celle_json import cella_json, di_testo
from casa_model.exchange._limiti import limiti
from casa_model.exchange._scrittura import altra
from casa_model.nuclei.domanda import sembra_nome
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    describe,
)
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

RIFERIMENTO: Final = "riferimento"
PROTOCOLLO: Final = "protocollo"
DATA_DOMANDA: Final = "data_domanda"
MEMBRI: Final = "membri"

_WORD: Final = re.compile(r"(?!.*\d{5})[^\W\d]\w{0,39}")
_NOT_WORD: Final = re.compile(r"\W+")
_LONGEST_MISS: Final = 60
_SHORTEST_CUT: Final = 3

Forma: TypeAlias = Literal["it", "plain", "json"]
"""How values are written: Italian decimals, plain decimals, or JSON."""


@frozen
class Colonna:
    """A column: how a cell of it is read, and what to say when it cannot be."""

    nome: str
    leggi: Callable[[Any], Any]
    atteso: Testo
    esempio: str
    decimali: int = 0
    """How many decimals a cell may have."""
    altra: Callable[[str], Any] | None = None
    """How a cell is read when its decimals are written the other way; None where there are none."""
    limiti: Testo | None = None
    """The least and the most that a cell may say; None where there are no bounds."""
    intatta: bool = False
    """Whether blanks around the cell belong to it."""
    obbligatoria: str | None = None
    """The fault of a row that has none; None where a cell may be empty."""

    @property
    def con_decimali(self) -> bool:
        """Whether a cell may have decimals."""
        return self.decimali > 0


def colonne_domande(misura: Misura, forma: Forma) -> dict[str, Colonna]:
    """Return the columns of a file of applications: household facts and the application's own."""
    tipi = {fatto.nome: fatto.tipo for fatto in misura.fatti if not fatto.membro}
    facts = {nome: colonna_del_fatto(nome, tipo, forma) for nome, tipo in tipi.items()}
    giorno = tipi.get(DATA_DOMANDA)
    return facts | {
        RIFERIMENTO: _reference(forma),
        PROTOCOLLO: _protocol(forma),
        DATA_DOMANDA: _moment(giorno if isinstance(giorno, DateType) else DateType(), forma),
    }


def colonne_membri(misura: Misura, forma: Forma) -> dict[str, Colonna]:
    """Return the columns of a file of members: the reference and the facts of members."""
    facts = [fatto for fatto in misura.fatti if fatto.membro]
    return {RIFERIMENTO: _reference(forma)} | {
        fatto.nome: colonna_del_fatto(fatto.nome, fatto.tipo, forma) for fatto in facts
    }


def mostrabile(nome: str) -> bool:
    """Whether a name that nobody declares may stand in a message: a plain word, and no code.

    Letters, digits and `_`, forty at most, no long number inside, no form of a codice fiscale.
    """
    return _WORD.fullmatch(nome) is not None and _riferimento.anonimo(nome) == nome


def vicina(nome: str, ammesse: Iterable[str]) -> str | None:
    """Return the known name that `nome` was meant to be: `ISEE`, `Data domanda`, `rif` have one."""
    if len(nome) > _LONGEST_MISS:
        return None
    word = _NOT_WORD.sub("_", nome.strip()).lower()
    known = list(ammesse)
    longer = [name for name in known if name.startswith(word)]
    cut_short = len(word) >= _SHORTEST_CUT and len(longer) == 1
    return longer[0] if cut_short else near(word, known)


def colonna_del_fatto(nome: str, tipo: Type, forma: Forma) -> Colonna:
    decimals = tipo.scale if isinstance(tipo, NumberType) else 0
    return Colonna(
        nome=nome,
        leggi=cella_json(tipo) if forma == "json" else cella(tipo, forma),
        atteso=atteso_di(tipo),
        esempio=f"`{_example(tipo, forma)}`",
        limiti=limiti(tipo),
        decimali=decimals,
        altra=cella(tipo, altra(forma)) if decimals and forma != "json" else None,
    )


def _reference(forma: Forma) -> Colonna:
    def read(text: str) -> str | Guasto:
        if not _riferimento.sicuro(text):
            return Guasto.ILLEGGIBILE
        return Guasto.NOME if sembra_nome(text) else _riferimento.anonimo(text)

    return Colonna(
        nome=RIFERIMENTO,
        leggi=di_testo(read) if forma == "json" else read,
        atteso=_riferimento.ATTESO,
        esempio="`A-0017`",
        intatta=True,
        obbligatoria="riferimento-mancante",
    )


def _protocol(forma: Forma) -> Colonna:
    def read(text: str) -> str | Guasto:
        return _riferimento.anonimo(text) if text.strip() else Guasto.ILLEGGIBILE

    code = colonna_del_fatto(PROTOCOLLO, CodeType(), forma)
    return evolve(code, leggi=di_testo(read) if forma == "json" else read)


def _moment(tipo: DateType, forma: Forma) -> Colonna:
    read = momento(tipo, "it" if forma == "it" else "plain")
    return Colonna(
        nome=DATA_DOMANDA,
        leggi=di_testo(read) if forma == "json" else read,
        atteso=Testo(it="un giorno, con l'ora o senza", en="a day, with or without the hour"),
        esempio=f"`{_example(tipo, forma)} 12:00`",
        limiti=limiti(tipo),
    )


def atteso_di(tipo: Type) -> Testo:
    if isinstance(tipo, ChoiceType):
        listed = ", ".join(f"`{value}`" for value in tipo.values)
        return Testo(it=f"uno tra {listed}", en=f"one of {listed}")
    if isinstance(tipo, NumberType) and tipo.euro:
        return Testo(
            it="un importo in euro con due decimali", en="an amount in euro with two decimals"
        )
    if isinstance(tipo, NumberType) and not tipo.scale:
        return Testo(it="un numero intero", en="a whole number")
    return Testo(it=describe(tipo, "it"), en=describe(tipo, "en"))


def _example(tipo: Type, forma: Forma) -> str:
    match tipo:
        case BoolType():
            return "true" if forma == "json" else "sì`, `no"
        case NumberType(euro=True):
            return "4000,00" if forma == "it" else "4000.00"
        case NumberType(scale=scale):
            point = "," if forma == "it" else "."
            return f"1{point}{'0' * scale}" if scale else "1"
        case DateType():
            return "31/01/2024" if forma == "it" else "2024-01-31"
        case ChoiceType(values=values):
            return next(iter(values), "")
        case _:  # a code
            return "015146"
