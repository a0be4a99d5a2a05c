"""How sources are written: in full for whoever studies the outcome, briefly in a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from casa_model.errors import Lang
from casa_model.readers.prose._citazione import Citato, Citazione


@frozen
class Stile:
    """`cita` writes a source, or None when there is nothing to cite; `vuoto` then stands for it.

    `rivede` says whether the text is for whoever reviews the rules: a letter does not tell its
    addressee who can change what, nor what nobody has read.
    """

    lang: Lang
    cita: Callable[[Citazione], str | None] = str
    vuoto: str = ""
    rivede: bool = True

    def fonte(self, fonte: Citazione) -> str:
        """The source of a requirement: it always has one."""
        return self.cita(fonte) or self.vuoto

    def coda(self, *fonti: Citazione | None) -> str:
        """The sources behind a line, after a dash; nothing when there is none."""
        cited = dict.fromkeys(self.cita(fonte) for fonte in fonti if fonte is not None)
        told = "; ".join(text for text in cited if text)
        return f" — {told}" if told else ""

    def citati(self, citati: Iterable[Citato]) -> str:
        """Sentences with their sources, on one line."""
        return "; ".join(citato.testo + self.coda(citato.fonte) for citato in citati)
