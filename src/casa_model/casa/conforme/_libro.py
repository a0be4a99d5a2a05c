"""A notice held against its act, as a book: the findings, each with a household at the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa._nucleo import entro, nucleo, risposta
from casa_model.casa.conforme._codice import GIORNO, GRADUATORIA, NORMA
from casa_model.casa.conforme._frasi import FRASI
from casa_model.casa.conforme._legge import calendario_di, del_giorno_suo, e_legge, non_letti
from casa_model.casa.conforme._verso import VERSI, Verso
from casa_model.casa.confronta import PERCHE
from casa_model.errors import only_lang
from casa_model.readers.prose import Elenco, Libro, Paragrafo, Scheda, Sezione
from casa_model.readers.prose._nomi import etichetta_mancante, leggibile
from casa_model.readers.prose._valori import con, giorno
from casa_model.rules.esito import Esito

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.casa.conforme._accettati import Accettato
    from casa_model.casa.conforme._bilancio import Bilancio
    from casa_model.casa.conforme._conforme import Conformita
    from casa_model.casa.conforme._rilievo import Esame, Rilievo
    from casa_model.errors import Lang
    from casa_model.readers.prose import Blocco
    from casa_model.rules.avviso import Differenza
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Esempio


def libro_conforme(conformita: Conformita, bilancio: Bilancio, *, lang: Lang) -> Libro:
    """The findings in words: of the whole first, then of each difference alone."""
    only_lang(lang)
    fixed = calendario_di(conformita.legge)
    opening = [
        _w(
            "legge", lang, a=conformita.legge.titolo.render(lang),
            b=con("del", fixed.giorno_norma, lang),
            c=con("com'è al", fixed.data_requisiti, lang),
        )
    ]  # fmt: skip
    opening += [_w("non_letti", lang)] if conformita.con_non_letti else []
    if conformita.avviso.pubblicazione is None:
        opening.append(_w("senza_pubblicazione", lang))
    if conformita.legge.graduatoria is not None:
        opening.append(_w("graduatoria", lang))
    elif conformita.avviso.misura.graduatoria is not None:
        opening.append(_w("senza_graduatoria", lang))
    if conformita.conforme:
        opening.append(_w("nulla", lang))
    else:
        opening.append(_w("nuovi", lang, n=len(bilancio.nuovi)))
        opening += [_w("noti", lang, n=len(bilancio.noti))] if bilancio.noti else []
    if bilancio.cambiati:
        opening.append(_w("cambiati", lang, n=len(bilancio.cambiati)))
    opening += [_w("sparito", lang, a=each.codice, dove=_where(each)) for each in bilancio.spariti]
    opening += [
        _w("sbagliato", lang, a=each.codice, b=meant, dove=_where(each))
        for each, meant in bilancio.sbagliati
    ]
    known = {r.codice: accepted for r, accepted in (*bilancio.noti, *bilancio.cambiati)}
    whole, *rest = conformita.esami
    sections = [Sezione(_w("insieme", lang), (), (_card(conformita, whole, known, lang),))]
    if rest:
        cards = tuple(_card(conformita, each, known, lang) for each in rest)
        sections.append(Sezione(_w("differenze", lang), (), cards))
    title = _w("titolo", lang, a=conformita.avviso.titolo.render(lang))
    return Libro(lang, title, tuple(map(Paragrafo, opening)), tuple(sections))


def _card(conformita: Conformita, esame: Esame, known: dict[str, Accettato], lang: Lang) -> Scheda:
    title = esame.titolo.render(lang)
    return Scheda(title[:1].upper() + title[1:], tuple(_blocks(conformita, esame, known, lang)))


def _blocks(
    conformita: Conformita, esame: Esame, known: dict[str, Accettato], lang: Lang
) -> Iterator[Blocco]:
    if esame.differenza is not None:
        yield Paragrafo(_act(conformita, esame, esame.differenza, lang))
    yield Paragrafo(_w("avviso", lang, a=esame.fonte.render(lang)))
    if esame.equivalente:
        yield Paragrafo(_w(_nothing(esame.differenza), lang))
        own = del_giorno_suo(conformita.avviso, conformita.legge)
        if esame.differenza is None and own is not None:
            day = calendario_di(conformita.legge).giorno_norma
            yield Paragrafo(_w("altra_legge", lang, a=con("il", day, lang)))
        yield Paragrafo(entro(esame.confini, lang))
    for rilievo in esame.rilievi:
        yield from _finding(conformita, esame, rilievo, lang)
        yield from _accepted(rilievo, known.get(rilievo.codice), lang)
    marks = {r.impronta for r in esame.rilievi if _to_accept(r, known.get(r.codice))}
    for mark in marks:  # all findings of an exam are of the same two rules
        yield Paragrafo(_w("impronta", lang, a=mark))


def _to_accept(rilievo: Rilievo, seen: Accettato | None) -> bool:
    """Whether somebody may still accept a finding as it is now."""
    same = seen is not None and seen.impronta == rilievo.impronta
    return not same and rilievo.verso is not Verso.NON_SO


def _accepted(rilievo: Rilievo, seen: Accettato | None, lang: Lang) -> Iterator[Paragrafo]:
    """Who accepted a finding, and whether what was accepted is what stands there now."""
    if seen is not None:
        words = {"a": con("il", seen.giorno, lang), "b": seen.ruolo, "c": seen.motivo}
        word = "accettato" if seen.impronta == rilievo.impronta else "cambiato"
        yield Paragrafo(_w(word, lang, dove=_where(seen), **words))


def _where(accettato: Accettato) -> str:
    """The row of the file in brackets; nothing where it came from no file."""
    place = accettato.dove
    return "" if place is None else f" ({place.file}:{place.line})"


def _act(conformita: Conformita, esame: Esame, differenza: Differenza, lang: Lang) -> str:
    """Where the act says what is changed; of the day, what holds when a notice says nothing."""
    own = del_giorno_suo(conformita.avviso, conformita.legge)
    if differenza.parte == NORMA and own is not None:
        day = calendario_di(own).giorno_norma
        told = [_w("legge_di_allora", lang, a=giorno(day, lang))]
        return " ".join(told if e_legge(own) else [*told, _w("senza_legge", lang)])
    if differenza.parte == GIORNO:
        if conformita.avviso.pubblicazione is None:
            return _w("pubblicazione_ignota", lang)
        day = calendario_di(conformita.legge).data_requisiti
        return _w("alla_pubblicazione", lang, a=giorno(day, lang))
    if esame.articolo is None:
        return _w("aggiunto", lang)
    return _w("atto", lang, a=esame.articolo.render(lang))


def _nothing(differenza: Differenza | None) -> str:
    """The word for a part in which nothing was found."""
    if differenza is None:
        return "uguale"
    return "ordina" if differenza.parte == GRADUATORIA else "equivale"


def _finding(
    conformita: Conformita, esame: Esame, rilievo: Rilievo, lang: Lang
) -> Iterator[Blocco]:
    said = VERSI[rilievo.verso].render(lang)
    yield Paragrafo(_w("codice", lang, a=said[:1].upper() + said[1:], b=rilievo.codice))
    if rilievo.perche is not None:
        yield Paragrafo(PERCHE[rilievo.perche].render(lang))
    if rilievo.chiesti:
        asked = [etichetta_mancante(esame.misura, nome, lang) for nome in rilievo.chiesti]
        word = "chiede" if rilievo.tutti_chiesti else "chiede_almeno"
        yield Paragrafo(_w(word, lang, a="; ".join(asked)))
    if rilievo.esempio is not None:
        yield from _example(conformita, esame, rilievo, rilievo.esempio, lang)


def _example(
    conformita: Conformita, esame: Esame, rilievo: Rilievo, esempio: Esempio, lang: Lang
) -> Iterator[Blocco]:
    own = conformita.con_non_letti or bool(non_letti(conformita.avviso.misura))
    unread = (conformita.con_non_letti, own)
    act, other = (
        _answer(verdict, lang, unread=each)
        for verdict, each in zip(esempio.verdetti, unread, strict=True)
    )
    if rilievo.verso is Verso.VOCI_DIVERSE:
        sides = zip((act, other), (conformita.legge, esame.misura), esempio.verdetti, strict=True)
        act, other = (_with_items(said, misura, each, lang) for said, misura, each in sides)
    who = "con_avviso" if esame.differenza is None else "con_questa"
    yield Paragrafo(_w("nucleo", lang))
    yield Elenco(nucleo((conformita.legge, esame.misura), esempio.fatti, lang))
    yield Paragrafo(_w("lati", lang, a=act, b=_w(who, lang), c=other))


def _answer(verdict: Verdict, lang: Lang, *, unread: bool) -> str:
    """What a rule says; whoever it admits it admits but for what nobody has read."""
    said = risposta(verdict, lang)
    admitted = verdict.esito is Esito.AMMESSO
    return _w("trascura", lang, a=said) if admitted and unread else said


def _with_items(said: str, misura: Misura, verdict: Verdict, lang: Lang) -> str:
    """An answer, with what it pays for each item."""
    items = () if misura.importo is None else misura.importo.voci
    labels = {voce.codice: voce.etichetta for voce in items}
    told = ", ".join(
        _w(
            "voce", lang,
            a=leggibile(voce.codice) if label is None else label.render(lang),
            b=None if voce.importo is None else voce.importo.render(lang),
        )
        for voce in verdict.voci
        for label in (labels[voce.codice],)
    )  # fmt: skip
    return _w("voci", lang, a=said, b=told)


def _w(word: str, lang: Lang, **blanks: object) -> str:
    return FRASI[word].render(lang).format(**blanks)
