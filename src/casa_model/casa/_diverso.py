"""What is no longer as it was filed, one thing at a time, each with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.casa._cambio import cambi_tra, mostra
from casa_model.casa._discordanza import Ambito, Discordanza
from casa_model.casa._esiti_diversi import esiti_diversi
from casa_model.casa._letture import letture
from casa_model.rules.digest import SEMANTICA, digest_of, notice_parts
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casa_model.casa._cambio import Cambio
    from casa_model.casa._letture import Lettura
    from casa_model.casa.decidi import Decisione
    from casa_model.casa.verbale import Verbale
    from casa_model.errors import Lang
    from casa_model.rules.avviso import Avviso


def discordanze(verbale: Verbale, today: Avviso, again: Decisione) -> tuple[Discordanza, ...]:
    """All that differs between a record and the decision made again by the notice of today."""
    return (
        *_of_semantics(verbale),
        *_of_law(verbale, today),
        *_of_applications(verbale),
        *esiti_diversi(verbale, again),
        *_of_ranking(verbale, again),
    )


_OTHER_MEANING: Final = Testo(
    it="il verbale è della versione {prima} del significato delle regole, questa è la {ora}",
    en="the record is of version {prima} of what rules mean, this is {ora}",
)
_HIM: Final = (
    Testo(it="è diverso da allora", en="is not what it was"),
    Testo(it="non c'è più", en="is no longer there"),
    Testo(it="allora non c'era", en="was not there"),
)
"""That a part changed, went or came; what goes by a masculine noun."""
_HER: Final = (Testo(it="è diversa da allora", en="is not what it was"), *_HIM[1:])
_THEM: Final = (
    Testo(it="sono diverse da allora", en="are not what they were"),
    Testo(it="non ci sono più", en="are no longer there"),
    Testo(it="allora non c'erano", en="were not there"),
)
_HOW: Final = {
    Ambito.REQUISITO: _HIM,
    Ambito.DEFINIZIONE: _HER,
    Ambito.PARAMETRO: _HIM,
    Ambito.FATTO: _HIM,
    Ambito.MISURA: _THEM,
}
_NAMED: Final = {ambito.value: ambito for ambito in _HOW if ambito is not Ambito.MISURA}
"""The kinds of part that go by a name of their own."""
_ALTERED: Final = Testo(
    it="la domanda nel verbale non è quella registrata: la sua impronta non torna",
    en="the application on record is not the one that was filed: its digest does not match",
)
_RANKED: Final = Testo(it="viene diversa da allora", en="does not come out as it was")


def _of_semantics(verbale: Verbale) -> Iterator[Discordanza]:
    if verbale.semantica != SEMANTICA:
        numbers = {"prima": verbale.semantica, "ora": SEMANTICA}
        it, en = (text.format(**numbers) for text in (_OTHER_MEANING.it, _OTHER_MEANING.en))
        yield Discordanza(Ambito.SEMANTICA, str(verbale.semantica), Testo(it=it, en=en))


def _of_law(verbale: Verbale, today: Avviso) -> Iterator[Discordanza]:
    """Each part of the law whose digest is another; words that changed are no difference."""
    now = notice_parts(today, stated=_facts_of(verbale.parti))
    parts = dict.fromkeys((*verbale.parti, *now))
    other = [part for part in parts if verbale.parti.get(part) != now.get(part)]
    # A record without any was not written by `verbale_di`: there is nothing to compare with.
    asked = [part for part in other if part in now and verbale.letture]
    then, said = _by_part(verbale.letture), _by_part(letture(today, asked))
    for part in other:
        kind, _, name = part.partition("/")
        ambito = _NAMED.get(kind, Ambito.MISURA)  # a later version may name other parts
        cambi = tuple(cambi_tra(then.get(part, ()), said.get(part, ())))
        changed, gone, came = _HOW[ambito]
        if part in verbale.parti and part in now:
            text = _told(ambito, cambi) or changed
        else:
            text = _with_its_text(ambito, gone if part in verbale.parti else came, cambi)
        yield Discordanza(ambito, name if kind in _NAMED else part, text, cambi)


def _by_part(some: Iterable[Lettura]) -> dict[str, list[Lettura]]:
    found: dict[str, list[Lettura]] = {}
    for each in some:
        found.setdefault(each.parte, []).append(each)
    return found


def _told(ambito: Ambito, cambi: Sequence[Cambio]) -> Testo | None:
    """From what to what, one by one; None where the record has not kept it."""
    if not cambi:
        return None

    def said(lang: Lang) -> str:
        return "; ".join(_called(ambito, each) + each.testo(lang) for each in cambi)

    return Testo(it=said("it"), en=said("en"))


def _with_its_text(ambito: Ambito, how: Testo, cambi: Sequence[Cambio]) -> Testo:
    """That a part went or came, and what it says; a fact's declaration says too much."""
    if not cambi or ambito is Ambito.FATTO:
        return how

    def said(lang: Lang) -> str:
        known = ((c, c.ora if c.prima is None else c.prima) for c in cambi)
        texts = (_called(ambito, each) + mostra(value, lang) for each, value in known)
        return f"{how.render(lang)}: {'; '.join(texts)}"

    return Testo(it=said("it"), en=said("en"))


def _called(ambito: Ambito, cambio: Cambio) -> str:
    if not cambio.nome:
        return ""
    return f"[{cambio.nome}] " if ambito is Ambito.PARAMETRO else f"`{cambio.nome}` "


def _facts_of(parti: Iterable[str]) -> frozenset[str]:
    """The facts whose declaration is on record: those read then, and those that were stated."""
    kinds = (part.partition("/") for part in parti)
    return frozenset(name for kind, _, name in kinds if kind == Ambito.FATTO)


def _of_applications(verbale: Verbale) -> Iterator[Discordanza]:
    for voce in verbale.voci:
        if digest_of(voce.domanda) != voce.impronta:
            yield Discordanza(Ambito.DOMANDA, voce.domanda.riferimento, _ALTERED)


def _of_ranking(verbale: Verbale, again: Decisione) -> Iterator[Discordanza]:
    one, other = verbale.graduatoria, again.graduatoria
    before = None if one is None else (one.posizioni, one.residuo)
    after = None if other is None else (other.posizioni, other.residuo)
    if before != after:
        yield Discordanza(Ambito.GRADUATORIA, again.avviso.codice, _RANKED)
