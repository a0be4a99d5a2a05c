"""What in a ledger does not agree with the edition: a doubt, for the ledger may know more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.errors import near
from casa_model.programma.cifre import Precisione
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.errors import Lang
    from casa_model.programma.programma import Programma
    from casa_model.programma.spesa import StatoLinea

_LINE: Final = Testo(
    it="avvertenza: la linea `{}` non è nell'edizione: il suo denaro non si confronta{}",
    en="warning: the line `{}` is not in the edition: its money is compared with nothing{}",
)
_BODY: Final = Testo(
    it="avvertenza: linea `{}`: `{}` non è un'Aler né un comune dell'edizione{}",
    en="warning: line `{}`: `{}` is neither an Aler nor a comune of the edition{}",
)
_NEAR: Final = Testo(it="; forse intendevi `{}`?", en="; did you mean `{}`?")
_ENDOWED: Final = Testo(
    it="avvertenza: linea `{}`: lo stanziato, {}, è più della dotazione nota quel giorno, {}: "
    "controlla gli importi",
    en="warning: line `{}`: what is endowed, {}, is more than the endowment known on that day, {}: "
    "check the amounts",
)
_GRANTED: Final = Testo(
    it="avvertenza: linea `{}`: a `{}` è impegnato {}, più di quanto si sa concesso, {}: controlla "
    "gli importi",
    en="warning: line `{0}`: {2} is committed to `{1}`, more than is known to be granted, {3}: "
    "check the amounts",
)


def dubbi(linee: Iterable[StatoLinea], programma: Programma, lang: Lang) -> Iterator[str]:
    """A line of text for each doubt, in the order of the lines."""
    bodies = [each.codice for each in programma.aler]
    bodies += [each.codice for each in programma.comuni]
    lines = [each.codice for each in programma.linee]
    for stato in linee:
        if stato.linea not in lines:
            yield _LINE.render(lang).format(stato.linea, _meant(stato.linea, lines, lang))
            continue
        endowed = programma.dotazione(stato.linea, on=stato.giorno)
        if endowed is not None and endowed.cifra.precisione is Precisione.ESATTA:
            both = (stato.saldi.stanziato, endowed.cifra.euro)
            if both[0] > both[1]:
                words = (each.render(lang) for each in both)
                yield _ENDOWED.render(lang).format(stato.linea, *words)
        for row in stato.beneficiari:
            name = row.beneficiario
            if name not in bodies:
                near_one = _meant(name, bodies, lang)
                yield _BODY.render(lang).format(stato.linea, name, near_one)
                continue
            granted = _granted(programma, stato, name)
            committed = row.conto.impegnato
            if granted is not None and committed > granted:
                words = (each.render(lang) for each in (committed, granted))
                yield _GRANTED.render(lang).format(stato.linea, name, *words)


def _meant(name: str, known: list[str], lang: Lang) -> str:
    close = near(name, known)
    return "" if close is None else _NEAR.render(lang).format(close)


def _granted(programma: Programma, stato: StatoLinea, beneficiario: str) -> Euro | None:
    """What is known to be granted to a body on a line by that day; None where it is not exact."""
    there = [
        each for each in programma.il(stato.giorno).concessioni if each.beneficiario == beneficiario
    ]
    parts = [parte for each in there if (parte := each.su(stato.linea)) is not None]
    if not parts or any(parte.precisione is not Precisione.ESATTA for parte in parts):
        return None
    return Euro.total(parte.euro for parte in parts)
