"""What a change does to a population, as sections of the book of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.casa.confronta._effetto import EFFETTI, Effetto
from casa_model.casa.confronta._prove import succede
from casa_model.graduatorie import STATI
from casa_model.readers.prose import Elenco, Paragrafo, Sezione
from casa_model.rules.quesiti import Risposta
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from casa_model.casa.confronta._confronta import Confronto
    from casa_model.casa.confronta._esempi import Prova
    from casa_model.casa.confronta._graduatorie import Posto, Spostamenti
    from casa_model.casa.confronta._popolazione import Costo, Effetti
    from casa_model.errors import Lang
    from casa_model.readers.prose import Blocco

    _Shown = Callable[[Posto, Lang], str]

MOSTRATI: Final = 10
"""How many places of a ranking are named; of the others it is said how many."""

_T: Final = {
    "chi": Testo(it="Su questa popolazione", en="On this population"),
    "perche": Testo(it="Per quale motivo", en="For what reason"),
    "costo": Testo(it="Quanto costa", en="What it costs"),
    "graduatoria": Testo(it="La nuova graduatoria", en="The new ranking"),
    "effetto": Testo(it="{a}, per questo:", en="{a}, for this:"),
    "esempi": Testo(it="{a} (per esempio {b})", en="{a} (for example {b})"),
    "ammesse": Testo(it="domande ammesse", en="applications admitted"),
    "dovuto": Testo(it="totale spettante", en="total due"),
    "dotazione": Testo(it="dotazione", en="endowment"),
    "pagato": Testo(it="pagato con la dotazione", en="paid from the endowment"),
    "finanziate": Testo(it="domande finanziate per intero", en="applications funded in full"),
    "residuo": Testo(it="resta della dotazione", en="left of the endowment"),
    "nessuno": Testo(it="—", en="—"),
    "differenza": Testo(
        it="Il totale spettante cambia di {a}.", en="The total due changes by {a}."
    ),
    "piu_motivi": Testo(
        it="Una domanda può contare sotto più motivi.",
        en="An application may count under several reasons.",
    ),
    "senza_termini": Testo(
        it="I due avvisi non sono mai aperti insieme: ogni domanda è decisa come se fosse "
        "arrivata in tempo.",
        en="The two notices are never open together: every application is decided as if it had "
        "come in time.",
    ),
    "mancato": Testo(
        it="La prova ha trovato chi {a}, e in questa popolazione non c'è nessuno così: i conti non "
        "lo vedono.",
        en="Proof has found somebody who {a}, and there is nobody like that in this population: "
        "the counts do not see it.",
    ),
    "mancato_non_letto": Testo(
        it="La prova ha trovato chi {a} se si trascura ciò che nessuno ha letto; i conti non lo "
        "trascurano, e non lo vedono.",
        en="Proof has found somebody who {a} leaving aside what nobody has read; the counts do not "
        "leave it aside, and do not see it.",
    ),
    "entrano": Testo(it="Entrano: {a}.", en="Come in: {a}."),
    "escono": Testo(it="Escono: {a}.", en="Go out: {a}."),
    "cambiano": Testo(it="Cambiano posto: {a}.", en="Change place: {a}."),
    "pagamento": Testo(
        it="Cambiano esito con la dotazione: {a}.",
        en="Have another outcome by the endowment: {a}.",
    ),
    "importo": Testo(
        it="Stesso esito con la dotazione, ma un altro importo pagato: {a}.",
        en="The same outcome by the endowment, but paid another amount: {a}.",
    ),
    "di_piu": Testo(it="di più", en="more"),
    "di_meno": Testo(it="di meno", en="less"),
    "altri": Testo(it="{a} e altre {n}", en="{a} and {n} others"),
    "nessuna": Testo(it="nessuna", en="none"),
    "senza_graduatoria": Testo(it="Senza graduatoria: {a}.", en="Without a ranking: {a}."),
    "senza_prima": Testo(it="Prima, senza graduatoria: {a}.", en="Before, without a ranking: {a}."),
    "senza_ora": Testo(it="Ora, senza graduatoria: {a}.", en="Now, without a ranking: {a}."),
}


def sezioni_effetti(
    confronto: Confronto, effetti: Effetti, lang: Lang, prove: Iterable[Prova] | None = None
) -> Iterator[Sezione]:
    """Who gains and who loses, why, what each version costs, how the ranking changes.

    Where proof was asked, also what it found and the population has nobody of.
    """
    note = [Paragrafo(_w("senza_termini", lang))] if effetti.senza_termini else []
    missed = [Paragrafo(_missed(confronto, prova, lang)) for prova in mancati(effetti, prove or ())]
    yield Sezione(_w("chi", lang), (*note, _totals(effetti, lang), *missed))
    if effetti.conti:
        yield Sezione(
            _w("perche", lang), (Paragrafo(_w("piu_motivi", lang)), *_reasons(effetti, lang))
        )
    yield Sezione(_w("costo", lang), tuple(_cost(effetti, lang)))
    if effetti.spostamenti is not None:
        both = effetti.prima.dotazione is not None and effetti.ora.dotazione is not None
        moves = _moves(effetti.spostamenti, lang, paid=both)
        yield Sezione(_w("graduatoria", lang), (moves,))


def mancati(effetti: Effetti, prove: Iterable[Prova]) -> tuple[Prova, ...]:
    """What happens to somebody, by proof, and to nobody of a population."""
    shown = (each for each in prove if each.trovato.risposta is Risposta.SI)
    return tuple(each for each in shown if not effetti.quanti(each.effetto))


def _missed(confronto: Confronto, prova: Prova, lang: Lang) -> str:
    word = "mancato_non_letto" if prova.trovato.senza_non_letti else "mancato"
    return _w(word, lang).format(a=succede(confronto, prova, lang))


def _totals(effetti: Effetti, lang: Lang) -> Elenco:
    lines = []
    for effetto in Effetto:
        many = effetti.quanti(effetto)
        if many or effetto is not Effetto.NON_DECISO:
            names = () if effetto is Effetto.UGUALE else effetti.esempi(effetto)
            lines.append(_counted(EFFETTI[effetto], many, names, lang))
    return Elenco(tuple(lines))


def _counted(words: Testo, many: int, names: tuple[str, ...], lang: Lang) -> str:
    line = f"{words.render(lang)}: {many}"
    return _w("esempi", lang).format(a=line, b=", ".join(names)) if names else line


def _reasons(effetti: Effetti, lang: Lang) -> Iterator[Blocco]:
    for effetto in Effetto:
        mine = [conto for conto in effetti.conti if conto.effetto is effetto]
        if mine:
            said = EFFETTI[effetto].render(lang)
            yield Paragrafo(_w("effetto", lang).format(a=said[:1].upper() + said[1:]))
            yield Elenco(tuple(_counted(c.ragione.testo, c.quante, c.esempi, lang) for c in mine))


def _cost(effetti: Effetti, lang: Lang) -> Iterator[Blocco]:
    lines = []
    sides = effetti.prima, effetti.ora
    for word in ("ammesse", "dovuto", "dotazione", "pagato", "finanziate", "residuo"):
        cells = tuple(_cell(side, word, lang) for side in sides)
        if any(cells):
            before, now = (cell or _w("nessuno", lang) for cell in cells)
            lines.append(f"{_w(word, lang)}: {before} → {now}")
    yield Elenco(tuple(lines))
    due, now_due = (side.dovuto for side in sides)
    if due is not None and now_due is not None:
        yield Paragrafo(_w("differenza", lang).format(a=_signed(now_due.cents - due.cents, lang)))
    then, today = (side.senza_graduatoria for side in sides)
    whys = {"senza_prima": then, "senza_ora": today}
    for word, why in ({"senza_graduatoria": then} if then == today else whys).items():
        if why is not None:
            yield Paragrafo(_w(word, lang).format(a=why.render(lang)))


def _cell(costo: Costo, word: str, lang: Lang) -> str:
    value = getattr(costo, word)
    if value is None:
        return ""
    if word == "dotazione":
        value = costo.dotazione and (costo.dotazione.euro or costo.dotazione.alloggi)
    return value.render(lang) if isinstance(value, Euro) else str(value)


def _signed(cents: int, lang: Lang) -> str:
    sign = "+" if cents > 0 else ""
    return f"{sign}{Euro(cents).render(lang)}"


def _moves(moved: Spostamenti, lang: Lang, *, paid: bool) -> Elenco:
    """Who comes, goes and moves; to whom the money does otherwise, where both have some."""
    lines: dict[str, tuple[tuple[Posto, ...], _Shown]] = {
        "entrano": (moved.entrano, _ranks),
        "escono": (moved.escono, _ranks),
        "cambiano": (moved.cambiano, _ranks),
    }
    if paid:
        lines["pagamento"] = (moved.pagamento_diverso, _states)
        if any(each.differenza is not None for each in moved.posti):  # none is of dwellings
            lines["importo"] = (moved.importo_diverso, _more_or_less)
    return Elenco(tuple(_w(w, lang).format(a=_named(*p, lang)) for w, p in lines.items()))


def _named(posti: Iterable[Posto], shown: _Shown, lang: Lang) -> str:
    """Some places by their reference, with what changes; of the others how many there are."""
    some = list(posti)
    names = ", ".join(f"{p.riferimento} ({shown(p, lang)})" for p in some[:MOSTRATI])
    if len(some) > MOSTRATI:
        return _w("altri", lang).format(a=names, n=len(some) - MOSTRATI)
    return names or _w("nessuna", lang)


def _states(posto: Posto, lang: Lang) -> str:
    states = (each for each in (posto.stato_prima, posto.stato_ora) if each is not None)
    return " → ".join(STATI[each].render(lang) for each in states)


def _more_or_less(posto: Posto, lang: Lang) -> str:
    return _w("di_piu" if (posto.differenza or 0) > 0 else "di_meno", lang)


def _ranks(posto: Posto, _: Lang) -> str:
    ranks = ("—" if rank is None else str(rank) for rank in (posto.rango_prima, posto.rango_ora))
    return " → ".join(ranks)


def _w(word: str, lang: Lang) -> str:
    return _T[word].render(lang)
