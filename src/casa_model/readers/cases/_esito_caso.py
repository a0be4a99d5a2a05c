"""How a case came out: what was expected, what was got, or why the rule could not be asked."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.readers.cases._caso import Caso
from casa_model.rules.esito import Verdict
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang


class StatoCaso(StrEnum):
    """How a case came out."""

    SUPERATO = "superato"
    """The rule answers what was expected."""
    FALLITO = "fallito"
    """It answers something else."""
    DA_SCRIVERE = "da-scrivere"
    """Nobody has written what is expected: the case fails until a person does."""
    NON_PROVATO = "non-provato"
    """The rule could not be asked: facts that do not fit, or a day that it does not answer."""

    def render(self, lang: Lang) -> str:
        """Return the word for people in `lang`."""
        return _STATI[self].render(lang)


_STATI: Final = {
    StatoCaso.SUPERATO: Testo(it="superato", en="passed"),
    StatoCaso.FALLITO: Testo(it="fallito", en="failed"),
    StatoCaso.DA_SCRIVERE: Testo(it="da scrivere", en="to be written"),
    StatoCaso.NON_PROVATO: Testo(it="non provato", en="not tried"),
}


class Aspetto(StrEnum):
    """What of an answer is compared with what was expected; the value is the key of the file."""

    ESITO = "esito"
    IMPORTO = "importo"
    MOTIVI = "motivi"
    MANCANO = "mancano"
    VOCI = "voci"

    def render(self, lang: Lang) -> str:
        """Return the word for people in `lang`."""
        return _ASPETTI[self].render(lang)


_ASPETTI: Final = {
    Aspetto.ESITO: Testo(it="esito", en="outcome"),
    Aspetto.IMPORTO: Testo(it="importo", en="amount"),
    Aspetto.MOTIVI: Testo(it="motivi", en="reasons"),
    Aspetto.MANCANO: Testo(it="mancano", en="missing"),
    Aspetto.VOCI: Testo(it="voci", en="items"),
}
_SENTENCE: Final = Testo(
    it="{aspetto}: atteso {atteso}, ottenuto {ottenuto}",
    en="{aspetto}: expected {atteso}, got {ottenuto}",
)
_NOTHING: Final = Testo(it="niente", en="nothing")


@frozen
class Scostamento:
    """One aspect in which the answer is not the expected one.

    Both sides are codes as a case file writes them: an outcome, an amount (`1200.00`), codes of
    requirements or names of facts, items with their amounts (`servizi 1200.00`), sorted; empty
    when there is none.
    """

    aspetto: Aspetto
    atteso: tuple[str, ...] = field(repr=False)
    ottenuto: tuple[str, ...] = field(repr=False)

    def render(self, lang: Lang) -> str:
        """The sentence in `lang`: what was expected, and what was got."""
        return _SENTENCE.render(lang).format(
            aspetto=self.aspetto.render(lang),
            atteso=self._words(self.atteso, lang),
            ottenuto=self._words(self.ottenuto, lang),
        )

    def _words(self, codes: tuple[str, ...], lang: Lang) -> str:
        if not codes:
            return _NOTHING.render(lang)
        if self.aspetto is Aspetto.IMPORTO:
            return Euro.parse(codes[0]).render(lang)
        if self.aspetto is Aspetto.VOCI:
            items = (code.rpartition(" ") for code in codes)
            return ", ".join(f"`{code}` {Euro.parse(sum_).render(lang)}" for code, _, sum_ in items)
        return ", ".join(f"`{code}`" for code in codes)


@frozen
class EsitoCaso:
    """What came of one case.

    `verdict` is the answer of the rule, None with NON_PROVATO. `scostamenti` are there with
    FALLITO; `motivo` says why a case is NON_PROVATO or DA_SCRIVERE.
    """

    caso: Caso
    stato: StatoCaso
    verdict: Verdict | None = None
    scostamenti: tuple[Scostamento, ...] = ()
    motivo: Testo | None = None

    @property
    def superato(self) -> bool:
        """Whether the rule answers what was expected."""
        return self.stato is StatoCaso.SUPERATO
