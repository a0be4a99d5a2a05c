"""What in a ledger does not agree with the edition: a doubt, for the ledger may know more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.errors import near
from casa_model.programma.cifre import Precisione
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.errors import Lang
    from casa_model.programma.cifre import Cifra
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
        known = programma.dotazione(stato.linea, on=stato.giorno)
        limit = None if known is None else _exact([known.cifra])
        endowed = stato.saldi.stanziato
        if limit is not None and endowed > limit:
            words = (each.render(lang) for each in (endowed, limit))
            yield _ENDOWED.render(lang).format(stato.linea, *words)
        grants = programma.il(stato.giorno).concessioni
        for row in stato.beneficiari:
            name = row.beneficiario
            if name not in bodies:
                near_one = _meant(name, bodies, lang)
                yield _BODY.render(lang).format(stato.linea, name, near_one)
                continue
            parts = (each.su(stato.linea) for each in grants if each.beneficiario == name)
            limit = _exact([parte for parte in parts if parte is not None])
            committed = row.conto.impegnato
            if limit is not None and committed > limit:
                words = (each.render(lang) for each in (committed, limit))
                yield _GRANTED.render(lang).format(stato.linea, name, *words)


def _meant(name: str, known: list[str], lang: Lang) -> str:
    close = near(name, known)
    return "" if close is None else _NEAR.render(lang).format(close)


def _exact(amounts: list[Cifra]) -> Euro | None:
    """Their sum; None where there is none, or one is not exact."""
    if not amounts or any(each.precisione is not Precisione.ESATTA for each in amounts):
        return None
    return Euro.total(each.euro for each in amounts)
