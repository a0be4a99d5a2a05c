"""What `cosa-manca` says of the door: why an application is refused there, or what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.prose._porta import termini
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules.porta import NEI_TERMINI, TESTI
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.esito import Finding, Verdict

_LATE: Final = Testo(
    it="Respinta perché fuori dai termini: {termini}. Nessun dato del nucleo può cambiarlo.",
    en="Refused because out of term: {termini}. No fact of the household can change it.",
)
_REPEATED: Final = Testo(
    it="Respinta perché il suo numero di protocollo è già di una domanda precedente. Nessun dato "
    "del nucleo può cambiarlo.",
    en="Refused because its protocol number is that of an earlier application. No fact of the "
    "household can change it.",
)
_WHEN: Final = Testo(
    it="Il giorno della domanda, o la sua ora, non è noto: {termini}. Finché non lo è, la domanda "
    "resta da completare; ciò che segue guarda solo i requisiti.",
    en="The day of the application, or its hour, is not known: {termini}. Until it is, the "
    "application is to be completed; what follows looks at the requirements alone.",
)
_NUMBER: Final = Testo(
    it="Il numero di protocollo non è noto: non può essere quello di una domanda precedente. "
    "Finché non lo è, la domanda resta da completare.",
    en="The protocol number is not known: it cannot be that of an earlier application. Until it is "
    "known, the application is to be completed.",
)


def detta(avviso: Avviso, verdict: Verdict, lang: Lang) -> tuple[str, ...]:
    """What is to be said of the door, with the terms of the notice; nothing when all is well."""
    return tuple(
        _said(avviso, finding, lang) for finding in _door(verdict) if finding.esito is not True
    )


def _door(verdict: Verdict) -> list[Finding]:
    return [finding for finding in verdict.findings if finding.codice in TESTI]


def _said(avviso: Avviso, finding: Finding, lang: Lang) -> str:
    refused = finding.esito is False
    if finding.codice != NEI_TERMINI:
        return (_REPEATED if refused else _NUMBER).render(lang)
    words = termini(Vocabolario(avviso.misura, lang, None), avviso, "termini")
    return (_LATE if refused else _WHEN).render(lang).format(termini=words)
