"""One value as it was and as it is, for programs and in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.readers.prose._valori import giorno
from casa_model.rules.facts import Value
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.casa._letture import Lettura
    from casa_model.errors import Lang

_TRUTHS: Final = {True: Testo(it="sì", en="yes"), False: Testo(it="no", en="no")}
_NONE: Final = Testo(it="niente", en="nothing")


def _masked(value: object) -> str:
    return "None" if value is None else "<…>"


@frozen
class Cambio:
    """What was and what is; None where there was, or is, nothing.

    `nome` is what it is called inside the thing that differs, empty when there is only one.
    `personale` says that it comes from the facts of a household: it is shown only where they may be
    read.
    """

    nome: str
    prima: Value | None = field(repr=_masked)
    ora: Value | None = field(repr=_masked)
    personale: bool = False

    def testo(self, lang: Lang) -> str:
        """In words, such as `9.360,00 € → 8.000,00 €`."""
        return f"{mostra(self.prima, lang)} → {mostra(self.ora, lang)}"


def cambi_tra(prima: Iterable[Lettura], ora: Iterable[Lettura]) -> Iterator[Cambio]:
    """The values of one part of the law that are not the same, in the order in which they stood."""
    then, today = ({each.nome: each.valore for each in some} for some in (prima, ora))
    for name in dict.fromkeys((*then, *today)):
        before, now = then.get(name), today.get(name)
        if (type(before), before) != (type(now), now):
            yield Cambio(name, before, now)


def mostra(valore: Value | None, lang: Lang) -> str:
    """A value in the words of a person; a text of a rule, or a code, stands in backticks."""
    match valore:
        case None:
            return _NONE.render(lang)
        case bool():
            return _TRUTHS[valore].render(lang)
        case Euro():
            return valore.render(lang)
        case Decimal():
            text = f"{valore:f}"
            return text.replace(".", ",") if lang == "it" else text
        case date():
            return giorno(valore, lang)
        case _:
            return f"`{valore}`"
