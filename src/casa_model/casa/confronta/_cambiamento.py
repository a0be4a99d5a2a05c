"""One thing that changes between two versions, as it was and as it is, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.casa.confronta._parole import blocchi, riga, titolo, valori
from casa_model.casa.confronta._parti import Parte, diverse
from casa_model.readers.prose import Paragrafo
from casa_model.rules.avviso import Operazione
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.casa.confronta._versione import Versione
    from casa_model.errors import Lang
    from casa_model.readers.prose import Blocco

_Both = tuple[tuple["Blocco", ...] | None, tuple["Blocco", ...] | None]


_NOTHING: Final = "—"
"""A row of a table of numbers that is not there."""


@frozen
class Cambiamento:
    """A part of the rules that is not the same: what it is called, what it was, what it is.

    `prima` and `ora` are on one line, with the article; None where the part is not there.
    """

    parte: Parte
    nome: str
    operazione: Operazione
    titolo: Testo
    prima: Testo | None
    ora: Testo | None


def cambiamenti(prima: Versione, ora: Versione) -> Iterator[Cambiamento]:
    """Everything that can change an answer, one thing at a time."""
    for parte, nome, was, there in diverse(prima, ora):
        what = Operazione.SOSTITUISCE
        if not (was and there):
            what = Operazione.AGGIUNGE if there else Operazione.TOGLIE
        before, now = (_both_lines(prima, ora, parte, nome, what, side) for side in (0, 1))
        called = titolo(ora if there else prima, parte, nome)
        yield Cambiamento(parte, nome, what, called, before, now)


def due_lati(prima: Versione, ora: Versione, cambiamento: Cambiamento, lang: Lang) -> _Both:
    """What a part was and what it is, as blocks of a book; None where it is not there."""
    return _sides(prima, ora, cambiamento.parte, cambiamento.nome, cambiamento.operazione, lang)


def _both_lines(  # noqa: PLR0913, PLR0917 - two versions, a part of them, one side
    prima: Versione, ora: Versione, parte: Parte, nome: str, what: Operazione, side: int
) -> Testo | None:
    it = _sides(prima, ora, parte, nome, what, "it")[side]
    en = _sides(prima, ora, parte, nome, what, "en")[side]
    return None if it is None or en is None else Testo(it=riga(it), en=riga(en))


def _sides(  # noqa: PLR0913, PLR0917 - as above
    prima: Versione, ora: Versione, parte: Parte, nome: str, what: Operazione, lang: Lang
) -> _Both:
    if parte is Parte.PARAMETRO and what is Operazione.SOSTITUISCE:
        return _rows(prima, ora, nome, lang)
    before = None if what is Operazione.AGGIUNGE else blocchi(prima, parte, nome, lang)
    now = None if what is Operazione.TOGLIE else blocchi(ora, parte, nome, lang)
    return before, now


def _rows(prima: Versione, ora: Versione, nome: str, lang: Lang) -> _Both:
    """Of a table of numbers only the rows that are not the same."""
    then, today = (dict(valori(side, nome, lang)) for side in (prima, ora))
    keys = [k for k in dict.fromkeys((*then, *today)) if then.get(k) != today.get(k)]
    before, now = (
        tuple(Paragrafo(rows.get(k, f"{k}: {_NOTHING}")) for k in keys) for rows in (then, today)
    )
    return before, now
