"""The money that a comparison is weighed on: an endowment that was given, or a funding line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.casa import programma_intero
from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.errors import InvalidValue, UnknownName
from casa_model.programma.linee import LineaFinanziamento
from casa_model.rules.avviso import Dotazione
from casa_model.values import Euro, Fonte, Grado, Testo

if TYPE_CHECKING:
    from datetime import date

    from casa_model.casa.confronta import Effetti

_NO_MONEY: Final = Testo(
    it="`{valore}` non è una dotazione in euro; scrivi per esempio `--dotazione 8000000.00`",
    en="`{valore}` is no endowment in euro; write for example `--dotazione 8000000.00`",
)
_GIVEN: Final = "data con `--dotazione`"
_NO_LINE: Final = Testo(
    it="la linea `{codice}` non ha una dotazione nota il {giorno}; scrivine una con `--dotazione`",
    en="the line `{codice}` has no known endowment on {giorno}; write one with `--dotazione`",
)
_NO_AMOUNT: Final = Testo(
    it="queste regole non pagano: sulla linea `{codice}` non c'è un costo da pesare; togli "
    "`--linea`",
    en="these rules pay nothing: there is no cost to weigh on the line `{codice}`; remove "
    "`--linea`",
)
_ON_LINE: Final = Testo(
    it="Linea {codice}, dotazione {dotazione}: dopo il totale spettante resta {prima} con le "
    "regole di prima, {ora} con quelle di ora.",
    en="Line {codice}, endowment {dotazione}: after the total due there is {prima} left by the "
    "rules of before, {ora} by those of now.",
)


def dotazione_di(text: str | None) -> Dotazione | None:
    """The endowment of `--dotazione`. Raises `Sbaglio`."""
    if text is None:
        return None
    try:
        return Dotazione(Euro.parse(text), None, Fonte(Grado.DERIVATA, testo=_GIVEN))
    except InvalidValue:
        raise Sbaglio(riempi(_NO_MONEY, valore=text)) from None


def su_linea(codice: str | None, effetti: Effetti, giorno: date) -> tuple[Testo, ...]:
    """What the cost of both versions leaves of a line; nothing when no line was named.

    Raises `Sbaglio` for a line that there is not, or one with no known endowment.
    """
    if codice is None:
        return ()
    programma = programma_intero()
    try:
        programma.trova(LineaFinanziamento, codice)
    except UnknownName as error:
        raise Sbaglio(Testo(it=error.testo("it"), en=error.testo("en"))) from None
    found = programma.dotazione(codice, on=giorno)
    if found is None:
        raise Sbaglio(riempi(_NO_LINE, codice=codice, giorno=giorno))
    if effetti.prima.dovuto is None or effetti.ora.dovuto is None:
        raise Sbaglio(riempi(_NO_AMOUNT, codice=codice))
    total = found.cifra.euro.cents
    left = [Euro(total - side.dovuto.cents) for side in (effetti.prima, effetti.ora) if side.dovuto]
    words = {"codice": codice}
    it = {"dotazione": found.cifra.render("it"), "prima": left[0].render("it")}
    en = {"dotazione": found.cifra.render("en"), "prima": left[0].render("en")}
    return (
        Testo(
            it=_ON_LINE.it.format(**words, **it, ora=left[-1].render("it")),
            en=_ON_LINE.en.format(**words, **en, ora=left[-1].render("en")),
        ),
    )
