"""A question about all households in words, and what came of it: the answer said as it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from casa_model.cli._uscite import riempi
from casa_model.rules import quesiti as q
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.errors import Lang

RISPOSTE: Final = {
    q.Risposta.SI: Testo(it="sì", en="yes"),
    q.Risposta.NO: Testo(it="no", en="no"),
    q.Risposta.NON_SO: Testo(it="non lo so", en="I do not know"),
}
_ASKED: Final = Testo(it="{domanda}? {risposta}{detto}", en="{domanda}? {risposta}{detto}")
_NO_HOUSEHOLD: Final = Testo(it="nessun nucleo fa questo: ", en="no household does this: ")
_NOT_KNOWN: Final = Testo(it="non lo so", en="not known")


def domanda(proprieta: q.Proprieta, nomi: Sequence[str] | None = None) -> Testo:
    """What was asked: the words of the sentence, or those of its question."""
    return proprieta.testo or _parole(proprieta, nomi)[0]


def verdetto(
    proprieta: q.Proprieta, risposta: q.Risposta, lang: Lang, nomi: Sequence[str] | None = None
) -> str:
    """What was asked and what came of it; of a sentence with words of its own, those alone.

    What was found is said as it is, so that nobody has to undo a no about a never. `nomi` are what
    the measures are called, if not by their codes.
    """
    if proprieta.testo is not None:
        return proprieta.testo.render(lang)
    asked, yes, no = _parole(proprieta, nomi)
    found = {q.Risposta.SI: yes, q.Risposta.NO: no}.get(risposta)
    said = "" if found is None else f": {found.render(lang)}"
    word = RISPOSTE[risposta] if found is not None else _NOT_KNOWN
    return _ASKED.render(lang).format(
        domanda=asked.render(lang), risposta=word.render(lang), detto=said
    )


def trovato(proprieta: q.Proprieta, risposta: q.Risposta, lang: Lang) -> str | None:
    """What came of a sentence that its own words do not tell; None when nobody knows."""
    _, yes, no = _parole(proprieta)
    found = {q.Risposta.SI: yes, q.Risposta.NO: no}.get(risposta)
    if proprieta.testo is None or found is None:
        return None
    none = isinstance(proprieta.quesito, q.Sovrappone | q.SovrapponeMisure) and found is no
    return (_NO_HOUSEHOLD.render(lang) if none else "") + found.render(lang)


def _parole(
    proprieta: q.Proprieta, nomi: Sequence[str] | None = None
) -> tuple[Testo, Testo, Testo]:
    """The words of a question, of its yes and of its no."""
    quesito = proprieta.quesito
    match quesito:
        case q.Mai() | q.Sempre() | q.Implica() | q.Equivale() | q.Sovrappone():
            one, other = (*proprieta.frasi, "", "")[:2]
            asked, yes, no = _DI_FRASI[type(quesito)]
            return riempi(asked, una=one, altra=other), yes, no
        case q.StessaRisposta(contesto=contesto) | q.SovrapponeMisure(contesto=contesto):
            one, other = nomi or [misura.codice for misura in contesto.misure]
            asked, yes, no = _DI_MISURE[type(quesito)]
            return riempi(asked, una=one, altra=other), yes, no
        case q.Superfluo(requisito=nome):
            unread = any(each.non_visto for each in quesito.contesto.misure[0].requisiti)
            others = _LETTI if unread else _ALTRI
            asked, *found = _SUPERFLUO
            yes, no = (
                Testo(it=each.it.format(altri=others.it), en=each.en.format(altri=others.en))
                for each in found
            )
            return riempi(asked, nome=nome), yes, no
        case q.Inutile(fatto=nome):
            asked, yes, no = _DI_NOMI[type(quesito)]
            return riempi(asked, nome=nome), yes, no
        case q.Scoperto(definizione=nome) | q.Unica(definizione=nome):
            asked, yes, no = _DI_NOMI[type(quesito)]
            return riempi(asked, nome=nome), yes, no
        case q.RigaVuota(definizione=nome, riga=riga):
            asked, yes, no = _RIGA
            return riempi(asked, nome=nome, riga=riga), yes, no
        case q.Monotona(fatto=nome, verso=verso):
            it, en = ("meno", "less") if verso is q.Verso.MENO else ("più", "more")
            asked, yes, no = _MONOTONA
            return Testo(it=asked.it.format(it, nome), en=asked.en.format(en, nome)), yes, no
        case q.GiornoVuoto():
            return _GIORNO
        case _:
            assert_never(quesito)


_DI_FRASI: Final = {
    q.Mai: (
        Testo(it="mai `{una}`", en="never `{una}`"),
        Testo(it="non è vero per nessuno", en="it is true for nobody"),
        Testo(it="per qualcuno è vero", en="it is true for somebody"),
    ),
    q.Sempre: (
        Testo(it="sempre `{una}`", en="always `{una}`"),
        Testo(it="non è falso per nessuno", en="it is false for nobody"),
        Testo(it="per qualcuno è falso", en="it is false for somebody"),
    ),
    q.Implica: (
        Testo(it="se `{una}`, allora `{altra}`", en="if `{una}`, then `{altra}`"),
        Testo(it="vale per tutti", en="it holds for everybody"),
        Testo(it="per qualcuno non vale", en="for somebody it does not hold"),
    ),
    q.Equivale: (
        Testo(it="`{una}` equivale a `{altra}`", en="`{una}` is the same as `{altra}`"),
        Testo(it="dicono lo stesso di tutti", en="they say the same of everybody"),
        Testo(it="di qualcuno non dicono lo stesso", en="of somebody they do not say the same"),
    ),
    q.Sovrappone: (
        Testo(it="`{una}` e insieme `{altra}`", en="`{una}` and also `{altra}`"),
        Testo(it="per qualcuno sono vere tutte e due", en="both are true for somebody"),
        Testo(it="per nessuno sono vere tutte e due", en="both are true for nobody"),
    ),
}
_DI_MISURE: Final = {
    q.StessaRisposta: (
        Testo(
            it="`{una}` e `{altra}` danno a tutti la stessa risposta",
            en="`{una}` and `{altra}` give everybody the same answer",
        ),
        Testo(it="lo stesso esito e lo stesso importo", en="the same outcome and amount"),
        Testo(it="a qualcuno ne danno due diverse", en="to somebody they give two"),
    ),
    q.SovrapponeMisure: (
        Testo(
            it="`{una}` e `{altra}` ammettono la stessa persona",
            en="`{una}` and `{altra}` admit the same household",
        ),
        Testo(it="qualcuno è ammesso da entrambe", en="somebody is admitted by both"),
        Testo(it="nessuno è ammesso da entrambe", en="nobody is admitted by both"),
    ),
}
_ALTRI: Final = Testo(it="tutti gli altri", en="all the others")
_LETTI: Final = Testo(
    it="tutti gli altri che qualcuno ha letto", en="all the others that somebody has read"
)
_SUPERFLUO: Final = (
    Testo(it="il requisito `{nome}` è superfluo", en="is the requirement `{nome}` idle"),
    Testo(
        it="chi rispetta {altri} rispetta anche questo; può però tenere in sospeso chi non ha "
        "dichiarato ciò che chiede",
        en="who meets {altri} meets this one too; it may still hold up who has not said what it "
        "asks",
    ),
    Testo(
        it="decide, perché qualcuno rispetta {altri} e non questo",
        en="it decides, since somebody meets {altri} and not this one",
    ),
)
_DI_NOMI: Final = {
    q.Inutile: (
        Testo(
            it="`{nome}` si chiede anche a qualcuno a cui non serve",
            en="is `{nome}` asked of somebody to whom it cannot matter",
        ),
        Testo(
            it="per questo nucleo la risposta non cambia, qualunque sia il valore",
            en="for this household the answer is the same, whatever the value",
        ),
        Testo(
            it="a chiunque si chieda può cambiare la risposta",
            en="for whoever is asked it may change the answer",
        ),
    ),
    q.Scoperto: (
        Testo(it="`{nome}` lascia scoperto qualcuno", en="does `{nome}` leave somebody out"),
        Testo(
            it="nessuna riga lo prende e gli tocca `altrimenti`: guarda se è voluto",
            en="no row takes them, and they get `altrimenti`: see whether that is meant",
        ),
        Testo(it="c'è una riga per ognuno", en="there is a row for everybody"),
    ),
    q.Unica: (
        Testo(it="le righe di `{nome}` si escludono", en="do the rows of `{nome}` exclude others"),
        Testo(it="per nessuno ne valgono due", en="no two hold for anybody"),
        Testo(it="per qualcuno ne valgono due insieme", en="two of them hold for somebody"),
    ),
}
_RIGA: Final = (
    Testo(it="la riga {riga} di `{nome}` è vuota", en="is row {riga} of `{nome}` empty"),
    Testo(it="non la prende nessuno", en="nobody takes it"),
    Testo(it="qualcuno la prende", en="somebody takes it"),
)
_MONOTONA: Final = (
    Testo(it="chi ha {} `{}` non ci perde", en="does nobody lose by {} `{}`"),
    Testo(it="nessuno ci perde", en="nobody loses"),
    Testo(it="qualcuno ci perde", en="somebody loses"),
)
_GIORNO: Final = (
    Testo(
        it="c'è un giorno in cui nessuna misura risponde",
        en="is there a day on which no measure answers",
    ),
    Testo(it="questo", en="this one"),
    Testo(it="ogni giorno ne risponde almeno una", en="on each day one answers at least"),
)
