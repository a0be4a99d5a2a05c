"""An answer to a question about all households, in words: what was asked, and the household."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from casa_model.readers.explain import etichetta_mancante
from casa_model.readers.meaning import plain
from casa_model.readers.prose._valori import giorno, in_parole
from casa_model.rules import quesiti as q
from casa_model.rules.esito import CASI
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from casa_model.errors import Lang
    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Fatto, Value
    from casa_model.rules.misura import Misura

ANSWERS: Final = {
    q.Risposta.SI: Testo(it="sì", en="yes"),
    q.Risposta.NO: Testo(it="no", en="no"),
    q.Risposta.NON_SO: Testo(it="non lo so", en="I do not know"),
}
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
_HOUSEHOLD: Final = Testo(it="il nucleo, {giorno}", en="the household, {giorno}")
_REQUISITES: Final = Testo(it="requisiti al {giorno}", en="requisites on {giorno}")
_LESS: Final = Testo(it="chi ne ha meno, {giorno}", en="the one with less, {giorno}")
_MORE: Final = Testo(it="chi ne ha di più, {giorno}", en="the one with more, {giorno}")
_MEMBER: Final = Testo(it="componente {numero}", en="member {numero}")
_MISSING: Final = Testo(it="manca: {nome}", en="missing: {nome}")
_NOTHING: Final = Testo(it="(di lui non si sa nulla)", en="(nothing is known of it)")
_PEOPLE: Final = Testo(
    it="fino a {quanti} componenti per nucleo", en="up to {quanti} members a household"
)
_RANGES: Final = Testo(
    it="fatti nei valori dichiarati, date dal 1901 al 2099",
    en="facts within their declared values, days from 1901 to 2099",
)
_BOUNDS: Final = Testo(it="Vale per: {come}.", en="It holds for: {come}.")


def domanda(proprieta: q.Proprieta) -> Testo:
    """What was asked: the words of the sentence, or those of its question."""
    if proprieta.testo is not None:
        return proprieta.testo
    one, other = (*proprieta.frasi, "", "")[:2]
    quesito = proprieta.quesito
    match quesito:
        case q.Mai():
            return Testo(it=f"mai `{one}`", en=f"never `{one}`")
        case q.Sempre():
            return Testo(it=f"sempre `{one}`", en=f"always `{one}`")
        case q.Implica():
            return Testo(it=f"se `{one}`, allora `{other}`", en=f"if `{one}`, then `{other}`")
        case q.Equivale():
            return Testo(it=f"`{one}` equivale a `{other}`", en=f"`{one}` is the same as `{other}`")
        case q.Sovrappone():
            return Testo(it=f"`{one}` e insieme `{other}`", en=f"`{one}` and also `{other}`")
        case q.StessaRisposta(contesto=contesto):
            names = " e ".join(f"`{each.codice}`" for each in contesto.misure)
            return Testo(it=f"la stessa risposta di {names}", en="the same answer of both")
        case q.SovrapponeMisure():
            return Testo(it="ammessi da entrambe", en="admitted by both")
        case q.Superfluo(requisito=codice):
            return Testo(
                it=f"il requisito `{codice}` non decide mai",
                en=f"the requirement `{codice}` never decides",
            )
        case q.RigaVuota(definizione=nome, riga=riga):
            return Testo(
                it=f"nessuno prende la riga {riga} di `{nome}`",
                en=f"nobody takes row {riga} of `{nome}`",
            )
        case q.Scoperto(definizione=nome):
            return Testo(
                it=f"nessuna riga di `{nome}` prende qualcuno",
                en=f"no row of `{nome}` takes somebody",
            )
        case q.Unica(definizione=nome):
            return Testo(
                it=f"le righe di `{nome}` non si sovrappongono",
                en=f"the rows of `{nome}` do not overlap",
            )
        case q.Monotona(fatto=nome, verso=verso):
            it, en = ("meno", "less") if verso is q.Verso.MENO else ("più", "more")
            return Testo(it=f"chi ha {it} `{nome}` non perde", en=f"{en} `{nome}` never loses")
        case q.GiornoVuoto():
            return Testo(
                it="c'è un giorno in cui nessuna misura risponde",
                en="there is a day on which no measure answers",
            )
        case q.Inutile(fatto=nome):
            return Testo(
                it=f"`{nome}` si chiede a qualcuno a cui non serve",
                en=f"`{nome}` is asked of somebody to whom it cannot matter",
            )
        case _:
            assert_never(quesito)


def esempi(found: q.Dimostrazione, lang: Lang) -> Iterator[str]:
    """The households of an answer, each as lines: its facts, then what each measure says."""
    misure = found.quesito.contesto.misure
    heads = (_LESS, _MORE) if len(found.esempi) > 1 else (_HOUSEHOLD,)
    for head, esempio in zip(heads, found.esempi, strict=False):
        if not esempio.verdetti:
            yield giorno(esempio.on, lang)
            continue
        yield head.render(lang).format(giorno=_day(misure[0], esempio.on, lang)) + ":"
        for line in _facts(misure, esempio, lang):
            yield f"  {line}"
        for misura, verdict in zip(misure, esempio.verdetti, strict=False):
            yield from (f"  {line}" for line in _said(misura, verdict, lang))


def _day(misura: Misura, on: date, lang: Lang) -> str:
    """The day that a household is asked about; of a notice, that of its requisites."""
    fixed = misura.calendario
    if fixed is None:
        return giorno(on, lang)
    return _REQUISITES.render(lang).format(giorno=giorno(fixed.data_requisiti, lang))


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
        yield before + fatto.etichetta.render(lang), words


def _said(misura: Misura, verdict: Verdict, lang: Lang) -> Iterator[str]:
    """The outcome, the amount, and why: the requirements that fail, what is missing."""
    paid = "" if verdict.importo is None else f", {verdict.importo.render(lang)}"
    yield f"→ {misura.codice}: {CASI[verdict.esito].render(lang)}{paid}"
    atti = {atto.codice: atto for atto in misura.atti}
    for finding in verdict.findings:
        if finding.esito is False:
            yield f"  - {finding.testo.render(lang)} — {finding.fonte.render(atti, lang)}"
    for nome in verdict.mancano:
        yield "  - " + _MISSING.render(lang).format(nome=etichetta_mancante(misura, nome, lang))


def confini(some: list[q.Dimostrazione], lang: Lang) -> str:
    """For which households the answers hold."""
    members = [each.confini.membri for each in some if each.confini.membri is not None]
    how = [_RANGES.render(lang)]
    if members:
        how.insert(0, _PEOPLE.render(lang).format(quanti=max(members)))
    return _BOUNDS.render(lang).format(come="; ".join(how))
