"""The points of a rule as tables: a part, its conditions one a row, what was seen of each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, assert_never

from attrs import frozen

from casa_model.readers.copertura._copertura import Coperto, Copertura, Escluso, Mancante, Stato
from casa_model.readers.copertura._parole import parte
from casa_model.readers.copertura._punto import (
    Dove,
    Lato,
    Parte,
    PuntoCondizione,
    PuntoDeroga,
    PuntoEsito,
    PuntoGiorno,
    PuntoMassimo,
    PuntoRiga,
    PuntoRigaDiParametro,
    PuntoSoglia,
    PuntoUnita,
    PuntoValore,
)
from casa_model.rules.esito import CASI
from casa_model.rules.show import show
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.readers.copertura._punto import Punto


@frozen
class Casella:
    """One point in a word, and how it came out."""

    parola: str
    stato: Stato


@frozen
class Riga:
    """One condition, list, table or cap of a part, in words or as it is written."""

    titolo: str
    caselle: tuple[Casella, ...]


@frozen
class Quadro:
    """The points of one part."""

    dove: Dove
    titolo: str
    righe: tuple[Riga, ...]

    @property
    def mancanti(self) -> int:
        """How many of its points no case sees."""
        return sum(isinstance(c.stato, Mancante) for riga in self.righe for c in riga.caselle)


_TRUTHS: Final = {
    True: Testo(it="vera", en="true"),
    False: Testo(it="falsa", en="false"),
    None: Testo(it="ignota", en="not known"),
}
_SIDES: Final = {
    Lato.SOTTO: Testo(it="sotto", en="below"),
    Lato.PARI: Testo(it="pari", en="at"),
    Lato.SOPRA: Testo(it="sopra", en="above"),
}
_CAP: Final = {
    True: Testo(it="superato", en="exceeded"),
    False: Testo(it="non raggiunto", en="not reached"),
}
_DAY: Final = {
    True: Testo(it="la vigilia", en="the eve"),
    False: Testo(it="il giorno", en="the day"),
}
_WHOLE: Final = Testo(it="condizione", en="condition")
_UNREAD: Final = Testo(it="condizione (non vista)", en="condition (not read)")
_VALUES: Final = Testo(it="valori di `{a}`", en="values of `{a}`")
_TABLE: Final = Testo(it="tabella", en="table")
_ROW: Final = Testo(it="riga {a}", en="row {a}")
_KEYS: Final = Testo(it="righe di `{a}`", en="rows of `{a}`")
_OTHERWISE: Final = Testo(it="altrimenti", en="otherwise")
_ALONE: Final = Testo(it="deroga", en="derogation")
_WITH_ALL: Final = Testo(it="deroghe comprese", en="derogations included")
_NOT_HELD: Final = Testo(it="non è rispettato", en="does not hold")
_DECIDES: Final = Testo(it="decide da sola", en="decides alone")
_CAPPED: Final = Testo(it="massimo", en="cap")
_COUNTED: Final = Testo(it="valore", en="value")
_TAKEN: Final = Testo(it="detrazione {a}", en="deduction {a}")
_MOVES: Final = Testo(it="cambia la cifra", en="changes the sum")
_CHANGES: Final = Testo(it="cambia il {a}", en="changes on {a}")
_ROW_CHANGES: Final = Testo(it="riga `{b}`, cambia il {a}", en="row `{b}`, changes on {a}")
_OUTCOME: Final = Testo(it="esito", en="outcome")


def quadri(coperta: Copertura, lang: Lang) -> tuple[Quadro, ...]:
    """Every part with its points, in the order of the rule."""
    parts: dict[Dove, list[Stato]] = {}
    for stato in coperta.punti:
        parts.setdefault(stato.punto.dove, []).append(stato)
    found: list[Quadro] = []
    for dove, states in parts.items():
        rows = groupby(states, key=lambda stato: _row(stato.punto, lang))
        righe = tuple(
            Riga(title, tuple(Casella(_word(s.punto, lang), s) for s in some))
            for title, some in rows
        )
        found.append(Quadro(dove, parte(dove, lang), righe))
    return tuple(found)


def _row(punto: Punto, lang: Lang) -> str:
    match punto:
        case PuntoEsito():
            return _OUTCOME.render(lang)
        case PuntoCondizione(nodo=None):
            return _UNREAD.render(lang)
        case PuntoCondizione(numero=1) | PuntoSoglia(numero=1) if _alone(punto):
            return _WHOLE.render(lang)
        case PuntoCondizione(nodo=nodo) | PuntoSoglia(nodo=nodo):
            return "" if nodo is None else f"`{show(nodo)}`"
        case PuntoValore(nodo=nodo):
            return _VALUES.render(lang).format(a=show(nodo.arg))
        case PuntoRiga():
            return _TABLE.render(lang)
        case PuntoRigaDiParametro(nome=nome):
            return _KEYS.render(lang).format(a=nome)
        case PuntoDeroga():
            return (_ALONE if punto.dove.via else _WITH_ALL).render(lang)
        case PuntoMassimo():
            return _CAPPED.render(lang)
        case PuntoUnita(posto=posto):
            return (_TAKEN if posto else _COUNTED).render(lang).format(a=posto)
        case PuntoGiorno(cambio=cambio, chiave=()):
            return _CHANGES.render(lang).format(a=cambio)
        case PuntoGiorno(cambio=cambio, chiave=chiave):
            row = ", ".join(map(str, chiave))
            return _ROW_CHANGES.render(lang).format(a=cambio, b=row)
        case _:
            assert_never(punto)


def _alone(punto: PuntoCondizione | PuntoSoglia) -> bool:
    """Whether the first condition of a part is the part itself."""
    return punto.dove.parte is not Parte.IMPORTO


def _word(punto: Punto, lang: Lang) -> str:
    match punto:
        case PuntoEsito(esito=esito):
            return CASI[esito].render(lang)
        case PuntoCondizione(atteso=atteso):
            return _TRUTHS[atteso].render(lang)
        case PuntoSoglia(lato=lato):
            return _SIDES[lato].render(lang)
        case PuntoValore(valore=valore):
            return "`" + show(valore).strip("\"'") + "`"
        case PuntoRiga(riga=riga):
            return _OTHERWISE.render(lang) if riga is None else _ROW.render(lang).format(a=riga)
        case PuntoRigaDiParametro(chiave=chiave):
            return f"`{', '.join(map(str, chiave))}`"
        case PuntoDeroga():
            return (_DECIDES if punto.dove.via else _NOT_HELD).render(lang)
        case PuntoMassimo(supera=supera):
            return _CAP[supera].render(lang)
        case PuntoUnita():
            return _MOVES.render(lang)
        case PuntoGiorno(vigilia=vigilia):
            return _DAY[vigilia].render(lang)
        case _:
            assert_never(punto)


_MARKS: Final = {
    Coperto: Testo(it="✓", en="✓"),
    Mancante: Testo(it="✗ manca", en="✗ missing"),
    Escluso: Testo(it="– impossibile", en="– impossible"),
}


def segno(stato: Stato, lang: Lang) -> str:
    """How a point came out, by a sign and, unless it is covered, a word."""
    return _MARKS[type(stato)].render(lang)
