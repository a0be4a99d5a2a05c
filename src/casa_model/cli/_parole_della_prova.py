"""What shows an answer about all households, in words: the household, its bounds, why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.casa._nucleo import CODICE_QUALSIASI
from casa_model.cli._regole_chieste import NESSUNA
from casa_model.readers.explain import etichetta_mancante
from casa_model.readers.meaning import plain
from casa_model.readers.prose._valori import con, giorno, in_parole
from casa_model.rules import quesiti as q
from casa_model.rules.esito import CASI, Esito
from casa_model.rules.show import show
from casa_model.rules.types import FIRST_DAY, LAST_DAY, CodeType
from casa_model.values import Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casa_model.cli._regole_chieste import RegoleChieste
    from casa_model.errors import Lang
    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Fatto, Value
    from casa_model.rules.misura import Misura

WHY: Final = {
    q.Perche.TEMPO: Testo(
        it="il tempo non è bastato: alza `--tempo`",
        en="there was not enough time: raise `--tempo`",
    ),
    q.Perche.PRODOTTO: Testo(
        it="le regole moltiplicano due fatti fra loro, e questo non sempre si può dimostrare",
        en="the rules multiply two facts by one another, which cannot always be proven",
    ),
    q.Perche.DICHIARATO: Testo(
        it="le due regole dichiarano un fatto con valori diversi, e ho guardato solo quelli che "
        "ammettono tutte e due",
        en="the two rules declare a fact with other values, and I looked only at those that both "
        "take",
    ),
    q.Perche.LEGATO: Testo(
        it="i componenti si contano anche dall'elenco dei membri: non si chiede da soli",
        en="the list of members gives their number too: it is not asked about alone",
    ),
}
_PREMISE: Final = Testo(
    it="attenzione: la prima frase non è vera per nessuno, e questo sì non dice niente: "
    "correggila, oppure chiedi con `mai` che nessuno sia così",
    en="beware: the first sentence is true of nobody, and this yes says nothing: mend it, or ask "
    "with `mai` that nobody be so",
)
_NEVER: Final = Testo(
    it="attenzione: `{parte}` da sola non è vera per nessuno, e questo sì non dice niente del "
    "resto: guarda le regole, oppure chiedi con `mai` quella sola",
    en="beware: `{parte}` alone is true of nobody, and this yes says nothing of the rest: look at "
    "the rules, or ask with `mai` of that alone",
)
_ALWAYS: Final = Testo(
    it="attenzione: `{parte}` da sola non è falsa per nessuno, e questo sì non dice niente del "
    "resto: guarda le regole, oppure chiedi con `sempre` quella sola",
    en="beware: `{parte}` alone is false of nobody, and this yes says nothing of the rest: look at "
    "the rules, or ask with `sempre` of that alone",
)
_UNKNOWN: Final = Testo(
    it="attenzione: di nessuno si sa se la frase è vera o falsa, e questo sì non dice niente: "
    "guarda se le regole ammettono qualcuno",
    en="beware: of nobody is it known whether the phrase is true or false, and this yes says "
    "nothing: see whether the rules admit anybody",
)
_ADMITS_NOBODY: Final = Testo(
    it="attenzione: queste regole non ammettono nessuno, e questo sì non dice niente di chi è "
    "ammesso e degli importi: guarda se due requisiti si contraddicono",
    en="beware: these rules admit nobody, and this yes says nothing of who is admitted nor of "
    "amounts: see whether two requirements contradict each other",
)
ASKED_OF_NOBODY: Final = Testo(
    it="a nessuno però si chiede: con la legge di quei giorni non si legge mai, o solo dove "
    "nessuno arriva, come in una riga vuota (guarda `--tabelle`)",
    en="nobody however is asked for it: by the law of those days it is never read, or only where "
    "nobody gets to, as in an empty row (see `--tabelle`)",
)
LEFT_OUT: Final = Testo(
    it="ciò che nessuno ha letto qui non conta: con quello nessuno è ammesso",
    en="what nobody has read does not count here: with that nobody is admitted",
)
_NO_VALUE: Final = Testo(
    it="non si chiede dei giorni in cui `{nome}` non ha valore: {dal} {al}",
    en="not asked of the days on which `{nome}` has no value: {dal} {al}",
)
_SOME_DAYS: Final = Testo(
    it="si chiede solo dei giorni in cui rispondono tutte: {dal} {al}",
    en="asked only of the days on which all answer: {dal} {al}",
)
_HOUSEHOLD: Final = Testo(it="il nucleo, {giorno}", en="the household, {giorno}")
_REQUISITES: Final = Testo(it="requisiti {giorno}", en="requisites {giorno}")
_LESS: Final = Testo(it="chi ne ha meno, {giorno}", en="the one with less, {giorno}")
_MORE: Final = Testo(it="chi ne ha di più, {giorno}", en="the one with more, {giorno}")
_MEMBER: Final = Testo(it="componente {numero}", en="member {numero}")
_IN_TIME: Final = Testo(it=", se nei termini", en=", if within the terms")
_MISSING: Final = Testo(it="manca: {nome}", en="missing: {nome}")
_MORE_FACTS: Final = Testo(
    it="altri fatti che mancano: {quanti}; `--json` li dice tutti",
    en="{quanti} more are missing: `--json` says them all",
)
_IN_VAIN: Final = Testo(
    it="non serve: {nome}. La risposta è la stessa per ogni suo valore, qualunque cosa si sappia "
    "poi degli altri fatti che mancano",
    en="of no use: {nome}. The answer is the same for each value of it, whatever comes to be known "
    "of the other missing facts",
)
_ROWS: Final = Testo(
    it="per questo nucleo valgono insieme le righe {righe} di `{nome}`",
    en="for this household rows {righe} of `{nome}` hold together",
)
_AND: Final = Testo(it=" e ", en=" and ")
_INVENTED: Final = "altro-"
"""What a code of a household begins with, where the rules and the question name none."""

_NOTHING: Final = Testo(it="(di lui non si sa nulla)", en="(nothing is known of it)")
_OTHERS: Final = Testo(
    it="{primi} e altre {quante}: `--json` le dice tutte",
    en="{primi} and {quante} more: `--json` says them all",
)
PRIMI: Final = 6
"""How many of a list are told."""

_PEOPLE: Final = Testo(
    it="fino a {quanti} componenti per nucleo", en="up to {quanti} members a household"
)
_RANGES: Final = Testo(
    it="fatti nei valori dichiarati, date dal 1901 al 2099",
    en="facts within their declared values, days from 1901 to 2099",
)
_BOUNDS: Final = Testo(it="Vale per: {come}.", en="It holds for: {come}.")
_UNREAD: Final = Testo(
    it="Requisiti che nessuno ha letto: {quali}. Le misure che li hanno non ammettono nessuno: di "
    "loro, ciò che si dice di `ammessa` e di `importo` non dice niente.",
    en="Requirements that nobody has read: {quali}. The measures that have them admit nobody: of "
    "these, what is said of `ammessa` and `importo` says nothing.",
)
_ASIDE: Final = Testo(
    it=", se si trascura ciò che nessuno ha letto", en=", leaving aside what nobody has read"
)


def senza_valore(found: q.Dimostrazione, lang: Lang) -> Iterator[str]:
    """The days that are left out, for a number that the phrase names has no value on them."""
    for each in found.confini.senza_valore:
        last = each.giorni.al or LAST_DAY
        days = {"dal": con("dal", each.giorni.dal, lang), "al": con("al", last, lang)}
        yield _NO_VALUE.render(lang).format(nome=each.nome, **days)


def giorni_chiesti(found: q.Dimostrazione, lang: Lang) -> Iterator[str]:
    """From which day to which an answer without a household holds, where a measure has others."""
    contesto = found.quesito.contesto
    if found.esempi or isinstance(found.quesito, q.GiornoVuoto):
        return
    in_force = (each.misura.vigenza for each in contesto.versioni if each.al is None)
    spans = {(max(FIRST_DAY, days.dal), min(LAST_DAY, days.al or LAST_DAY)) for days in in_force}
    if isinstance(contesto.giorni, Vigenza) and len(spans) > 1:
        days = q.giorni_della_legge(contesto)
        told = {"dal": con("dal", days.dal, lang), "al": con("al", days.al or LAST_DAY, lang)}
        yield _SOME_DAYS.render(lang).format(**told)


def a_vuoto(found: q.Dimostrazione, lang: Lang) -> Iterator[str]:
    """That a yes is one of nobody, and why; nothing where it is one of somebody."""
    if not found.a_vuoto:
        return
    part = "" if found.vuota is None else show(found.vuota)
    match found.quesito:
        case q.Implica():
            words = _PREMISE
        case q.Mai() if part:
            words = _NEVER
        case q.Sempre() if part:
            words = _ALWAYS
        case q.Mai() | q.Sempre():
            words = _UNKNOWN
        case _:
            words = _ADMITS_NOBODY
    yield words.render(lang).format(parte=part)


def esempi(found: q.Dimostrazione, lang: Lang, regole: RegoleChieste = NESSUNA) -> Iterator[str]:
    """The households of an answer, each as lines: its facts, then what each measure says."""
    misure = found.quesito.contesto.misure
    heads = (_LESS, _MORE) if len(found.esempi) > 1 else (_HOUSEHOLD,)
    for head, esempio in zip(heads, found.esempi, strict=False):
        if not esempio.verdetti:
            yield giorno(esempio.on, lang)
            continue
        yield head.render(lang).format(giorno=_day(misure[0], esempio, lang)) + ":"
        for line in _facts(misure, esempio, lang):
            yield f"  {line}"
        for misura, verdict in zip(misure, esempio.verdetti, strict=False):
            unread = found.senza_non_letti and any(each.non_visto for each in misura.requisiti)
            yield from (f"  {line}" for line in _said(misura, verdict, lang, regole, unread=unread))
    if isinstance(found.quesito, q.Inutile) and found.esempi:
        nome = etichetta_mancante(misure[0], found.quesito.fatto, lang)
        yield "  " + _IN_VAIN.render(lang).format(nome=nome)
    if isinstance(found.quesito, q.Unica) and found.esempi:
        rows = _AND.render(lang).join(map(str, found.righe))
        yield "  " + _ROWS.render(lang).format(righe=rows, nome=found.quesito.definizione)


def _day(misura: Misura, esempio: q.Esempio, lang: Lang) -> str:
    """The day that a household is asked about, or those; of a notice, that of its requisites."""
    fixed = misura.calendario
    if fixed is None:
        days = dict.fromkeys(verdict.on for verdict in esempio.verdetti)
        return _AND.render(lang).join(giorno(day, lang) for day in days)
    return _REQUISITES.render(lang).format(giorno=con("com'è al", fixed.data_requisiti, lang))


def _facts(misure: tuple[Misura, ...], esempio: q.Esempio, lang: Lang) -> Iterator[str]:
    """Each known fact with its label, one a line, in columns."""
    declared = {fatto.nome: fatto for misura in misure for fatto in misura.fatti}
    rows = list(_row(esempio.fatti.valori, declared, lang, ""))
    for at, row in enumerate(esempio.fatti.membri or (), 1):
        who = _MEMBER.render(lang).format(numero=at)
        rows += list(_row(row, declared, lang, f"{who}: ")) or [(who, "")]
    if not rows:
        yield _NOTHING.render(lang)
    wide = max((len(label) for label, _ in rows), default=0)
    yield from (f"{label.ljust(wide)}  {value}".rstrip() for label, value in rows)


def _row(
    row: Mapping[str, Value], declared: Mapping[str, Fatto], lang: Lang, before: str
) -> Iterator[tuple[str, str]]:
    for nome, value in row.items():
        fatto = declared[nome]
        words = in_parole(plain(value), fatto.tipo, lang, dict(fatto.valori))
        if isinstance(fatto.tipo, CodeType) and words.startswith(_INVENTED):
            words = CODICE_QUALSIASI.render(lang).format(a=words)
        yield before + fatto.etichetta.render(lang), words


def _said(
    misura: Misura, verdict: Verdict, lang: Lang, regole: RegoleChieste, *, unread: bool
) -> Iterator[str]:
    """The outcome, the amount, and why: the requirements that fail, what is missing.

    The terms of a notice are not looked at: who is admitted is so within them. With `unread`, what
    nobody has read was left out.
    """
    paid = "" if verdict.importo is None else f", {verdict.importo.render(lang)}"
    admitted = verdict.esito is Esito.AMMESSO
    terms = _IN_TIME.render(lang) if admitted and regole.ha_termini(misura) else ""
    aside = _ASIDE.render(lang) if admitted and unread else ""
    yield f"→ {regole.nome(misura)}: {CASI[verdict.esito].render(lang)}{paid}{terms}{aside}"
    atti = {atto.codice: atto for atto in misura.atti}
    for finding in verdict.findings:
        if finding.esito is False:
            yield f"  - {finding.testo.render(lang)} — {finding.fonte.render(atti, lang)}"
    for nome in verdict.mancano[:PRIMI]:
        yield "  - " + _MISSING.render(lang).format(nome=etichetta_mancante(misura, nome, lang))
    more = len(verdict.mancano) - PRIMI
    if more > 0:
        yield "  - " + _MORE_FACTS.render(lang).format(quanti=more)


def confini(some: list[q.Dimostrazione], lang: Lang) -> str:
    """For which households the answers hold."""
    members = [each.confini.membri for each in some if each.confini.membri is not None]
    how = [_RANGES.render(lang)]
    if members:
        how.insert(0, _PEOPLE.render(lang).format(quanti=max(members)))
    return _BOUNDS.render(lang).format(come="; ".join(how))


def non_letti(some: list[q.Dimostrazione], lang: Lang) -> Iterator[str]:
    """The requirements that nobody has read, where the rules have any."""
    codes = dict.fromkeys(code for each in some for code in each.confini.non_letti)
    if codes:
        yield _UNREAD.render(lang).format(quali=", ".join(f"`{code}`" for code in codes))


def codici(some: Sequence[str], lang: Lang) -> str:
    """Some codes of sentences; of many the first, and how many more there are."""
    told = ", ".join(f"`{each}`" for each in some[:PRIMI])
    more = len(some) - PRIMI
    return told if more <= 0 else _OTHERS.render(lang).format(primi=told, quante=more)
