"""The rules that `dimostra` is asked about: what each is called, and the terms it does not see."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.readers.prose._porta import termini
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules import quesiti as q
from casa_model.rules.avviso import Avviso, Operazione, base_of, measure_of
from casa_model.rules.misura import Misura
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang

_UNSEEN: Final = Testo(
    it="Termini e protocollo non si guardano: le risposte parlano dei requisiti e dell'importo di "
    "chi fa domanda nei termini.",
    en="Terms and protocol are not looked at: the answers speak of the requirements and the amount "
    "of those who apply within the terms.",
)
_DIFFER: Final = Testo(
    it="attenzione: i termini sono diversi, e la risposta parla solo di requisiti e importo",
    en="beware: the terms differ, and the answer speaks of requirements and amount alone",
)
_ELSEWHERE: Final = Testo(
    it="attenzione: parla di {altre}, e non di {chieste}",
    en="beware: it speaks of {altre}, and not of {chieste}",
)
_REMOVED: Final = {
    Operazione.TOGLIE: Testo(
        it="l'avviso toglie il requisito `{codice}`: la frase dell'atto non si può chiedere; "
        "guarda `casa-model conforme`",
        en="the notice removes the requirement `{codice}`: the sentence of the act cannot be "
        "asked; look at `casa-model conforme`",
    ),
    Operazione.SOSTITUISCE: Testo(
        it="l'avviso sostituisce il requisito `{codice}`: la frase dell'atto non si può chiedere; "
        "guarda `casa-model conforme`",
        en="the notice replaces the requirement `{codice}`: the sentence of the act cannot be "
        "asked; look at `casa-model conforme`",
    ),
}
_NO_TERMS: Final = Testo(it="non fissa termini", en="it sets no terms")


@frozen
class Regola:
    """A measure and what a person wrote to name it; of a notice, the notice."""

    scritto: str
    regole: Avviso | Misura

    @property
    def misura(self) -> Misura:
        """The measure that is asked about."""
        return measure_of(self.regole)

    @property
    def base(self) -> str:
        """The code that sentences of the edition call the rules by: that of the measure."""
        return base_of(self.regole)

    @property
    def avviso(self) -> Avviso | None:
        """The notice, if it has terms."""
        found = self.regole
        return found if isinstance(found, Avviso) and found.ha_termini else None


@frozen
class RegoleChieste:
    """The rules of one command line, in order; none where a file of sentences stands alone."""

    regole: tuple[Regola, ...] = ()

    @property
    def avvisi(self) -> tuple[Avviso, ...]:
        """The notices that have terms."""
        return tuple(each.avviso for each in self.regole if each.avviso is not None)

    def ha_termini(self, misura: Misura) -> bool:
        """Whether a measure is that of a notice with terms."""
        return any(each.misura is misura for each in self.avvisi)

    def nome(self, misura: Misura) -> str:
        """The code of a measure, with its file where two rules have one code.

        A measure of the law beside a notice is asked on its days, and is a copy of that written.
        """
        same = [each for each in self.regole if each.misura.codice == misura.codice]
        if len(same) <= 1:
            return misura.codice
        found = min(same, key=lambda each: (each.misura is not misura, each.avviso is not None))
        files = {Path(each.scritto).name for each in same}
        file = Path(found.scritto).name if len(files) == len(same) else found.scritto
        return f"{misura.codice} ({file})"

    def nomi(self, contesto: q.Contesto) -> tuple[str, ...]:
        """What the measures of a question are called."""
        return tuple(map(self.nome, contesto.misure))

    def non_visti(self, lang: Lang) -> tuple[str, ...]:
        """That the terms are not looked at, and which; nothing when no notice has any."""
        some = self.avvisi
        told = (self.termini(each, lang) for each in some)
        return (_UNSEEN.render(lang), *told) if some else ()

    def avvertenza(self, quesito: q.Quesito, lang: Lang) -> tuple[str, ...]:
        """What would mislead: a sentence about other rules, the same answer within other terms."""
        asked = {each.misura.codice for each in self.regole}
        spoken = {misura.codice for misura in quesito.contesto.misure}
        if asked and asked.isdisjoint(spoken):
            one, other = (
                ", ".join(f"`{each}`" for each in sorted(some)) for some in (spoken, asked)
            )
            return (_ELSEWHERE.render(lang).format(altre=one, chieste=other),)
        if not isinstance(quesito, q.StessaRisposta):
            return ()
        misure = quesito.contesto.misure
        rules = [each for each in self.regole if any(each.misura is one for one in misure)]
        some = [each.regole for each in rules if isinstance(each.regole, Avviso)]
        if len({(str(each.apertura), str(each.chiusura)) for each in some}) <= 1:
            return ()
        return (_DIFFER.render(lang), *(self.termini(each, lang) for each in some))

    def tolti(self, frase: q.NonChiesta, lang: Lang) -> tuple[str, ...]:
        """That the notice removes or replaces what a shipped sentence names: a line a requirement.

        Nothing where the sentence names anything else that is not there.
        """
        first = self.regole[0].regole if self.regole else None
        if not isinstance(first, Avviso):
            return ()
        gone = {
            name: _REMOVED[each.operazione].render(lang).format(codice=each.nome)
            for each in first.differenze
            if each.parte == "requisito" and each.operazione in _REMOVED
            for name in (each.nome, q.nome_requisito(each.nome))
        }
        known = len(frase.nomi) == len(frase.difetti) and set(frase.nomi) <= gone.keys()
        return tuple(dict.fromkeys(gone[nome] for nome in frase.nomi)) if known else ()

    def termini(self, avviso: Avviso, lang: Lang) -> str:
        """The name of a notice and its terms, as a sentence."""
        words = termini(Vocabolario(avviso.misura, lang, None), avviso, "termini")
        told = _NO_TERMS.render(lang) if words is None else words
        return f"`{self.nome(avviso.misura)}`: {told}."


NESSUNA: Final = RegoleChieste()
"""No rules: a file of sentences alone."""
