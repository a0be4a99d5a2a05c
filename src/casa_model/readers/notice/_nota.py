"""The note for the office at the end of a draft: what to check, and where each source was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.rules.esito import Esito
from casa_model.values import Grado, Testo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from casa_model.errors import Lang
    from casa_model.readers.explain import Citazione
    from casa_model.readers.notice._provvedimento import Provvedimento

_AVVISO: Final = Testo(it="l'avviso", en="the notice")
_GRADI: Final = {
    Grado.ATTO: Testo(it="grado: atto", en="grade: act"),
    Grado.SECONDARIA: Testo(
        it="grado: fonte secondaria; da verificare prima di inviare",
        en="grade: secondary source; to be checked before sending",
    ),
    Grado.DERIVATA: Testo(
        it="grado: derivata; da verificare prima di inviare",
        en="grade: derived; to be checked before sending",
    ),
}
_WORDS: Final[dict[str, Testo]] = {
    "nota": Testo(
        it="Nota per l'ufficio: da togliere prima di inviare",
        en="Note for the office: to be removed before sending",
    ),
    "nascosti": Testo(
        it="valori nascosti: dove sta «…» il valore è noto e non è mostrato; "
        "aggiungi `--con-valori`",
        en="hidden values: where “…” stands the value is known and is not shown; "
        "add `--con-valori`",
    ),
    "non_visto": Testo(
        it="nessuno qui ha letto ciò che l'atto chiede: finché non è letto non è noto per nessuno",
        en="nobody here has read what the act asks: until it is read it is not known for anybody",
    ),
    "limite": Testo(
        it="la comunicazione dei motivi non vale per le procedure concorsuali: questa misura non "
        "forma una graduatoria, ma se la procedura è concorsuale per altra via va tolta",
        en="the communication of reasons is not for competitive procedures: this measure forms no "
        "ranking, but if the procedure is competitive in another way it must be removed",
    ),
    "senza_giorni": Testo(
        it="qui non si conosce il numero di giorni per le osservazioni in vigore in quel giorno",
        en="the number of days for observations in force on that day is not known here",
    ),
}


class Citate:
    """Writes sources as a letter cites them, and remembers each for the note."""

    def __init__(self, fonti_avviso: Collection[str], lang: Lang) -> None:
        self.viste: dict[Citazione, None] = {}
        self._fonti_avviso = fonti_avviso
        self._lang: Lang = lang

    def __call__(self, fonte: Citazione) -> str | None:
        """The place in the act, or the notice itself; None for what was only read about."""
        self.viste[fonte] = None
        return fonte.norma or self.avviso(fonte)

    def avviso(self, fonte: Citazione) -> str | None:
        """The words for the notice when the source, which is no act, is its text."""
        if fonte.norma is not None or fonte.testo not in self._fonti_avviso:
            return None
        return _AVVISO.render(self._lang)


def righe_nota(p: Provvedimento, citate: Citate) -> Iterator[str]:
    """The note; `citate` has seen the whole letter."""
    lang = p.lang
    yield from ("", _WORDS["nota"].render(lang))
    if not p.spiegazione.valori:
        yield f"- {_WORDS['nascosti'].render(lang)}"
    for ragione in p.ragioni:
        if ragione.non_visto:
            yield f"- {ragione.testo}: {_WORDS['non_visto'].render(lang)}"
    if p.spiegazione.esito is Esito.NON_AMMESSO and not p.concorsuale:
        yield f"- {_WORDS['limite'].render(lang)}"
        if p.osservazioni is None:
            yield f"- {_WORDS['senza_giorni'].render(lang)}"
    for fonte in citate.viste:
        parts = (fonte.norma, citate.avviso(fonte), fonte.testo)
        told = "; ".join(part for part in parts if part)
        yield f"- {told} — {_GRADI[fonte.grado].render(lang)}"
