"""What is no longer as it was filed, one thing at a time, each with its name."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.casa.verbale import Decisa
from casa_model.rules.digest import SEMANTICA, digest_of, notice_parts
from casa_model.rules.esito import CASI
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.casa.decidi import Decisione
    from casa_model.casa.verbale import Verbale
    from casa_model.rules.avviso import Avviso


class Ambito(StrEnum):
    """What differs: the meaning of rules, a part of the law, an application, what it got."""

    SEMANTICA = "semantica"
    REQUISITO = "requisito"
    DEFINIZIONE = "definizione"
    PARAMETRO = "parametro"
    FATTO = "fatto"
    MISURA = "misura"
    DOMANDA = "domanda"
    ESITO = "esito"
    GRADUATORIA = "graduatoria"


@frozen
class Discordanza:
    """One thing that is no longer as it was filed: what kind of thing, its name, and how.

    For an `ESITO` the name is the `riferimento`, and `testo` says which parts of the outcome came
    out otherwise, never the value of a fact.
    """

    ambito: Ambito
    nome: str
    testo: Testo


def discordanze(verbale: Verbale, today: Avviso, again: Decisione) -> tuple[Discordanza, ...]:
    """All that differs between a record and the decision made again by the notice of today."""
    return (
        *_of_semantics(verbale),
        *_of_law(verbale, today),
        *_of_applications(verbale),
        *_of_outcomes(verbale, again),
        *_of_ranking(verbale, again),
    )


_OTHER_MEANING: Final = Testo(
    it="il verbale è della versione {prima} del significato delle regole, questa è la {ora}",
    en="the record is of version {prima} of what rules mean, this is {ora}",
)
_CHANGED: Final = Testo(it="è diverso da allora", en="is not what it was")
_GONE: Final = Testo(it="non c'è più", en="is no longer there")
_NEW: Final = Testo(it="allora non c'era", en="was not there")
_ALTERED: Final = Testo(
    it="la domanda nel verbale non è quella registrata: la sua impronta non torna",
    en="the application on record is not the one that was filed: its digest does not match",
)
_OTHERWISE: Final = Testo(it="viene diverso: {parti}", en="comes out otherwise: {parti}")
_TURNED: Final = Testo(
    it="{parte} (allora {prima}, ora {ora})", en="{parte} (then {prima}, now {ora})"
)
_UNDECIDED: Final = Testo(it="non decisa", en="not decided")
_RANKED: Final = Testo(
    it="la graduatoria viene diversa da allora", en="the ranking does not come out as it was"
)
_NAMED: Final = {
    ambito.value: ambito
    for ambito in (Ambito.REQUISITO, Ambito.DEFINIZIONE, Ambito.PARAMETRO, Ambito.FATTO)
}
"""The kinds of part that go by a name of their own."""
_PARTS: Final = {
    "esito": Testo(it="esito", en="outcome"),
    "ragioni": Testo(it="motivi", en="reasons"),
    "importo": Testo(it="importo", en="amount"),
    "voci": Testo(it="voci", en="items"),
    "definizioni": Testo(it="valori calcolati", en="computed values"),
    "mancano": Testo(it="fatti mancanti", en="missing facts"),
    "riserve": Testo(it="riserve", en="reserves"),
}


def _of_semantics(verbale: Verbale) -> Iterator[Discordanza]:
    if verbale.semantica != SEMANTICA:
        numbers = {"prima": verbale.semantica, "ora": SEMANTICA}
        it, en = (text.format(**numbers) for text in (_OTHER_MEANING.it, _OTHER_MEANING.en))
        yield Discordanza(Ambito.SEMANTICA, str(verbale.semantica), Testo(it=it, en=en))


def _of_law(verbale: Verbale, today: Avviso) -> Iterator[Discordanza]:
    """Each part of the law whose digest is another; words that changed are no difference."""
    now = notice_parts(today, stated=_facts_of(verbale.parti))
    for part in dict.fromkeys((*verbale.parti, *now)):
        if verbale.parti.get(part) == now.get(part):
            continue
        kind, _, name = part.partition("/")
        how = _CHANGED if part in now and part in verbale.parti else _GONE
        ambito = _NAMED.get(kind, Ambito.MISURA)  # a later version may name other parts
        named = name if kind in _NAMED else part
        yield Discordanza(ambito, named, how if part in verbale.parti else _NEW)


def _facts_of(parti: Iterable[str]) -> frozenset[str]:
    """The facts whose declaration is on record: those read then, and those that were stated."""
    kinds = (part.partition("/") for part in parti)
    return frozenset(name for kind, _, name in kinds if kind == Ambito.FATTO)


def _of_applications(verbale: Verbale) -> Iterator[Discordanza]:
    for voce in verbale.voci:
        if digest_of(voce.domanda) != voce.impronta:
            yield Discordanza(Ambito.DOMANDA, voce.domanda.riferimento, _ALTERED)


def _of_outcomes(verbale: Verbale, again: Decisione) -> Iterator[Discordanza]:
    now = {esito.riferimento: Decisa.di(esito.verdict) for esito in again.esiti}
    for voce in verbale.voci:
        riferimento = voce.domanda.riferimento
        parts = list(_differing(voce.decisa, now.get(riferimento)))
        if parts:
            it, en = (
                ", ".join(texts) for texts in zip(*((p.it, p.en) for p in parts), strict=True)
            )
            said = Testo(it=_OTHERWISE.it.format(parti=it), en=_OTHERWISE.en.format(parti=en))
            yield Discordanza(Ambito.ESITO, riferimento, said)


def _differing(before: Decisa | None, now: Decisa | None) -> Iterator[Testo]:
    """The parts of an outcome that differ; of the outcome itself, what it was and what it is."""
    then, today = (_UNDECIDED if one is None else CASI[one.esito] for one in (before, now))
    if then != today:
        part = _PARTS["esito"]
        yield Testo(
            it=_TURNED.it.format(parte=part.it, prima=then.it, ora=today.it),
            en=_TURNED.en.format(parte=part.en, prima=then.en, ora=today.en),
        )
    if before is not None and now is not None:
        for name, part in _PARTS.items():
            if name != "esito" and getattr(before, name) != getattr(now, name):
                yield part


def _of_ranking(verbale: Verbale, again: Decisione) -> Iterator[Discordanza]:
    one, other = verbale.graduatoria, again.graduatoria
    before = None if one is None else (one.posizioni, one.residuo)
    after = None if other is None else (other.posizioni, other.residuo)
    if before != after:
        yield Discordanza(Ambito.GRADUATORIA, verbale.avviso.file, _RANKED)
