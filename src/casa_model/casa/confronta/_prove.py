"""What proof says of a change, as a section of the book of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.casa._nucleo import entro, nucleo, risposta
from casa_model.casa.confronta._effetto import Effetto
from casa_model.casa.confronta._parti import Parte
from casa_model.casa.confronta._termini import detto, in_tempo, termini_a_parte, tratti
from casa_model.readers.prose import Elenco, Paragrafo, Scheda, Sezione
from casa_model.readers.prose._nomi import etichetta_mancante
from casa_model.rules.esito import Esito
from casa_model.rules.quesiti import Perche
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.casa.confronta._confronta import Confronto
    from casa_model.casa.confronta._esempi import Prova, Trovato
    from casa_model.errors import Lang
    from casa_model.readers.prose import Blocco
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura

_TITLE: Final = Testo(
    it="Qualcuno a cui succede, o la prova che non c'è",
    en="Somebody to whom it happens, or the proof that there is nobody",
)
_OPENING: Final = Testo(
    it="I nuclei sono inventati: ognuno è il più semplice che si sia trovato, e lo hanno deciso "
    "tutte e due le regole. La prova guarda i requisiti, i fatti che si chiedono e l'importo "
    "spettante: non i termini e il protocollo delle domande, non chi passa prima in graduatoria, "
    "non quanto paga la dotazione.",
    en="The households are invented: each is the plainest that was found, and was decided by both "
    "rules. Proof looks at the requirements, at the facts asked and at the amount due: not at the "
    "terms and the number of applications, not at who comes first in the ranking, not at "
    "what the endowment pays.",
)
_TERMS: Final = Testo(
    it="I termini però non sono gli stessi, e contano prima di tutto il resto:",
    en="The terms however are not the same, and they count before all else:",
)
_MONEY: Final = Testo(
    it="La dotazione non è la stessa: chi è pagato si vede solo con delle domande.",
    en="The endowment is not the same: who is paid is only seen with applications.",
)
_IN_FORCE: Final = Testo(
    it="Le due regole non rispondono negli stessi giorni: la prova guarda la legge dei giorni "
    "scritti sopra, non i giorni in cui risponde una sola.",
    en="The two rules do not answer on the same days: proof looks at the law of the days written "
    "above, not at days on which one alone answers.",
)
_SUCCEDE: Final = {
    Effetto.GUADAGNA: Testo(it="guadagna l'ammissione", en="gains admission"),
    Effetto.PERDE: Testo(
        it="perde l'ammissione, certa o possibile", en="loses admission, sure or possible"
    ),
    Effetto.INCERTO: Testo(it="diventa da completare", en="becomes to be completed"),
    Effetto.DI_PIU: Testo(it="ha un importo spettante più alto", en="is due a larger amount"),
    Effetto.DI_MENO: Testo(it="ha un importo spettante più basso", en="is due a smaller amount"),
}
_UNREAD: Final = Testo(
    it="Una regola chiede anche ciò che qui nessuno ha letto ({a}): una regola così non ammette "
    "nessuno, e di nessuno ha un importo. Dove serve lo si trascura, in quella regola, e lo si "
    "dice.",
    en="There is a rule that also asks what nobody here has read ({a}): such a rule admits nobody, "
    "and has no amount of anybody. Where need be it is left aside, in that rule, and it is said.",
)
_ASIDE: Final = Testo(
    it="{a}, se si trascura ciò che nessuno ha letto", en="{a}, leaving aside what nobody has read"
)
_ALSO_ASIDE: Final = Testo(
    it="{a}, anche se si trascura ciò che nessuno ha letto",
    en="{a}, also leaving aside what nobody has read",
)
_SOMEBODY: Final = Testo(it="C'è chi {a}", en="Somebody {a}")
_NOBODY: Final = Testo(it="Nessuno {a}: è dimostrato", en="Nobody {a}: it is proven")
_WHO_KNOWS: Final = Testo(it="Non si sa se qualcuno {a}", en="It is not known whether somebody {a}")
_TERMS_APART: Final = Testo(it="{a}, termini a parte", en="{a}, terms apart")
_IF_IN_TIME: Final = Testo(it="{a}, se nei termini", en="{a}, if within the terms")
_LATE: Final = Testo(
    it="fuori dai termini, quindi non ammessa; per il resto {a}",
    en="out of the terms, hence not admitted; for the rest {a}",
)
_ALSO_LATE: Final = Testo(it="{a}, e fuori dai termini", en="{a}, and out of the terms")
_SIDES: Final = Testo(it="Prima: {a}. Ora: {b}.", en="Before: {a}. Now: {b}.")
_LACKS: Final = Testo(it="Ora manca: {a}.", en="Now it lacks: {a}.")
PERCHE: Final = {
    Perche.TEMPO: Testo(
        it="La ricerca non è finita nel tempo dato.", en="The search did not end in the time given."
    ),
    Perche.DICHIARATO: Testo(
        it="Le due regole dichiarano un fatto con valori diversi: fra i nuclei con i valori che "
        "ammettono tutte e due non c'è nessuno, degli altri non si sa.",
        en="The two rules declare a fact with other values: among the households whose values both "
        "take there is nobody, of the others it is not known.",
    ),
    Perche.PRODOTTO: Testo(
        it="Le regole fanno il prodotto di due fatti, e la ricerca non basta.",
        en="The rules multiply a fact by another, and the search is not enough.",
    ),
}
"""Why nobody knows."""


def sezione_prove(confronto: Confronto, prove: Iterable[Prova], lang: Lang) -> Sezione:
    """For each effect a household, or the proof that there is none, or that nobody knows."""
    some = tuple(prove)
    cards = tuple(_card(confronto, each, lang) for each in some)
    return Sezione(_TITLE.render(lang), tuple(_opening(confronto, some, lang)), cards)


def _opening(confronto: Confronto, prove: Iterable[Prova], lang: Lang) -> Iterator[Blocco]:
    """What proof looks at; what changes and it does not look at, exactly."""
    yield Paragrafo(_OPENING.render(lang))
    unread = dict.fromkeys(code for each in prove for code in each.trovato.confini.non_letti)
    if unread:
        codes = ", ".join(f"`{code}`" for code in unread)
        yield Paragrafo(_UNREAD.render(lang).format(a=codes))
    changed = {each.parte for each in confronto.cambiamenti}
    if Parte.VIGENZA in changed:
        yield Paragrafo(_IN_FORCE.render(lang))
    stretches = tratti(confronto)
    if stretches:
        yield Paragrafo(_TERMS.render(lang))
        yield Elenco(tuple(detto(each, lang, confronto.ora) for each in stretches))
    if Parte.DOTAZIONE in changed:
        yield Paragrafo(_MONEY.render(lang))


def _card(confronto: Confronto, prova: Prova, lang: Lang) -> Scheda:
    found, words = prova.trovato, succede(confronto, prova, lang)
    if found.esempio is not None:
        somebody = _aside(_ASIDE, _SOMEBODY.render(lang).format(a=words), found, lang)
        return Scheda(somebody, tuple(_example(confronto, prova, lang)))
    if found.perche is not None:
        why = Paragrafo(PERCHE[found.perche].render(lang))
        return Scheda(_WHO_KNOWS.render(lang).format(a=words), (why,))
    bounds = Paragrafo(entro(found.confini, lang))
    title = _aside(_ALSO_ASIDE, _NOBODY.render(lang).format(a=words), found, lang)
    return Scheda(title, (bounds,))


def succede(confronto: Confronto, prova: Prova, lang: Lang) -> str:
    """What becomes of somebody, and that the terms are apart, where they are."""
    words = _SUCCEDE[prova.effetto].render(lang)
    apart = termini_a_parte(confronto, prova.trovato)
    return _TERMS_APART.render(lang).format(a=words) if apart else words


def _aside(words: Testo, said: str, found: Trovato, lang: Lang) -> str:
    """What is said, and that it is so without what nobody has read, where that was left aside."""
    return words.render(lang).format(a=said) if found.senza_non_letti else said


def _example(confronto: Confronto, prova: Prova, lang: Lang) -> Iterator[Blocco]:
    shown = prova.trovato.esempio
    assert shown is not None  # noqa: S101 - who calls has looked
    measures = (confronto.ora.misura, confronto.prima.misura)
    yield Elenco(nucleo(measures, shown.fatti, lang))
    doors = in_tempo(confronto, shown) if tratti(confronto) else (True, True)
    read = (_reads_all(prova.trovato, each.misura) for each in (confronto.prima, confronto.ora))
    sides = zip(shown.verdetti, doors, read, strict=True)
    before, now = (_told(*side, lang) for side in sides)
    yield Paragrafo(_SIDES.render(lang).format(a=before, b=now))
    asked = shown.verdetti[1].mancano  # empty where nobody has read what is asked
    if prova.effetto is Effetto.INCERTO and asked:
        lacks = [etichetta_mancante(confronto.ora.misura, nome, lang) for nome in asked]
        yield Paragrafo(_LACKS.render(lang).format(a="; ".join(lacks)))


def _reads_all(found: Trovato, misura: Misura) -> bool:
    """Whether nothing that a version asks was left aside."""
    unread = {each.codice for each in misura.requisiti if each.non_visto}
    return not found.senza_non_letti or unread.isdisjoint(found.confini.non_letti)


def _told(verdict: Verdict, timely: bool | None, whole: bool, lang: Lang) -> str:  # noqa: FBT001
    """What a version says, its door included.

    Whoever the rules admit they may admit but for what nobody has read, if that is not the `whole`.
    """
    said, admitted = risposta(verdict, lang), verdict.esito is Esito.AMMESSO
    if admitted and not whole:
        said = _ASIDE.render(lang).format(a=said)
    if timely is False:
        words = _ALSO_LATE if verdict.esito is Esito.NON_AMMESSO else _LATE
        return words.render(lang).format(a=said)
    return _IF_IN_TIME.render(lang).format(a=said) if admitted and timely is None else said
