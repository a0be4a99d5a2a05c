"""The two versions on a population: who gains, who loses, what each costs, who is paid."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from casa_model.casa.confronta._effetto import Effetto, Movimento, Ragione, movimento
from casa_model.casa.confronta._fatti import dichiarate
from casa_model.casa.confronta._graduatorie import Spostamenti, spostamenti
from casa_model.casa.confronta._parole import quanta
from casa_model.casa.confronta._termini import never_together
from casa_model.casa.decidi import EsitoDomanda, ranked, unranked
from casa_model.errors import TiedRanking
from casa_model.graduatorie import Stato
from casa_model.rules.avviso import Avviso, Dotazione
from casa_model.rules.esito import Esito
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from casa_model.casa.confronta._confronta import Confronto
    from casa_model.casa.confronta._versione import Versione
    from casa_model.graduatorie import Graduatoria
    from casa_model.nuclei import Domanda

ESEMPI = 3
"""How many references are named for a reason."""


@frozen
class Conto:
    """How many households a reason moves, and some of their references."""

    effetto: Effetto
    ragione: Ragione
    quante: int
    esempi: tuple[str, ...]


@frozen
class Costo:
    """What a version costs: what is due to the admitted, and what an endowment pays of it.

    Only applications that both versions can decide count. `dovuto` is None when the version has no
    amount; `dotazione`, `finanziate` and `residuo` when it has no ranking or no endowment, `pagato`
    also when that is of dwellings: `residuo` is then how many are left. `senza_graduatoria` says
    why it could not rank, or why an endowment that was given pays nobody.
    """

    ammesse: int
    dovuto: Euro | None
    dotazione: Dotazione | None = None
    pagato: Euro | None = None
    finanziate: int | None = None
    residuo: Euro | int | None = None
    senza_graduatoria: Testo | None = None


@frozen
class Effetti:
    """What a change does to a population.

    `movimenti` has every household, in order; a household counts under each of its reasons. One
    that a version cannot decide (`NON_DECISO`) is in neither cost and in neither ranking.
    `senza_termini` says that applications were decided as if made in time: the two notices are
    never open together.
    """

    movimenti: tuple[Movimento, ...] = field(repr=lambda all_: f"<{len(all_)}>")
    conti: tuple[Conto, ...]
    prima: Costo
    ora: Costo
    spostamenti: Spostamenti | None
    senza_termini: bool

    def quanti(self, effetto: Effetto) -> int:
        """How many households a change has this effect on."""
        return sum(each.effetto is effetto for each in self.movimenti)

    def esempi(self, effetto: Effetto) -> tuple[str, ...]:
        """Some references of an effect."""
        found = (each.riferimento for each in self.movimenti if each.effetto is effetto)
        return tuple(name for name, _ in zip(found, range(ESEMPI), strict=False))


def effetti(
    confronto: Confronto, domande: Iterable[Domanda], *, dotazione: Dotazione | None = None
) -> Effetti:
    """Decide a population by both versions, and tell what is not the same.

    A fact that a version does not declare is left out for it. `dotazione` takes the place of that
    of both versions: what if there were this much. Raises `InvalidValue` as
    `casa_model.casa.decidi` does.
    """
    given = tuple(domande)
    apart = never_together(confronto)
    sides = [
        _Lato.of(side, given, dotazione, timeless=apart)
        for side in (confronto.prima, confronto.ora)
    ]
    then, today = ({e.riferimento: e.verdict for e in side.esiti} for side in sides)
    rules = confronto.prima.misura, confronto.ora.misura
    moved = tuple(
        movimento(d.riferimento, then.get(d.riferimento), today.get(d.riferimento), rules)
        for d in given
    )
    before, now = (side.among(then.keys() & today.keys()) for side in sides)
    (ranking, why), (new_ranking, new_why) = before.ranking(), now.ranking()
    places = None
    if ranking is not None and new_ranking is not None:
        places = spostamenti(ranking, new_ranking)
    return Effetti(
        moved,
        _counts(moved),
        _cost(before, ranking, why),
        _cost(now, new_ranking, new_why),
        places,
        apart,
    )


@frozen
class _Lato:
    """One version with what it decided; `asked` is the endowment in place of its own."""

    avviso: Avviso
    esiti: tuple[EsitoDomanda, ...]
    asked: Dotazione | None

    @classmethod
    def of(
        cls,
        versione: Versione,
        domande: Iterable[Domanda],
        dotazione: Dotazione | None,
        *,
        timeless: bool,
    ) -> _Lato:
        avviso = versione.avviso
        if timeless:
            avviso = evolve(avviso, apertura=None, chiusura=None)
        if dotazione is not None and avviso.misura.graduatoria is not None:
            avviso = evolve(avviso, dotazione=dotazione)
        own = dichiarate(avviso.misura, domande)
        return cls(avviso, unranked(avviso, own).esiti, dotazione)

    def among(self, riferimenti: Container[str]) -> _Lato:
        """The same decisions, of these applications alone."""
        return evolve(self, esiti=tuple(e for e in self.esiti if e.riferimento in riferimenti))

    def ranking(self) -> tuple[Graduatoria | None, Testo | None]:
        """The ranking, and why there is none where there should be one."""
        try:
            return ranked(self.avviso, self.esiti), _idle(self.avviso, self.asked)
        except TiedRanking as error:
            return None, Testo(it=error.testo("it"), en=error.testo("en"))


def _idle(avviso: Avviso, dotazione: Dotazione | None) -> Testo | None:
    """Why an endowment that was given pays nobody; None where it does, or there is none."""
    if dotazione is None or avviso.misura.graduatoria is not None:
        return None
    it, en = quanta(dotazione, "it"), quanta(dotazione, "en")
    return Testo(
        it=f"la dotazione data ({it}) non si può distribuire, perché queste regole non dicono chi "
        "viene prima",
        en=f"the endowment given ({en}) cannot be shared out, because these rules do not say who "
        "comes first",
    )


def _counts(moved: Iterable[Movimento]) -> tuple[Conto, ...]:
    counts: Counter[tuple[Effetto, Ragione]] = Counter()
    named: dict[tuple[Effetto, Ragione], list[str]] = {}
    for each in moved:
        for reason in each.ragioni:
            key = (each.effetto, reason)
            counts[key] += 1
            named.setdefault(key, []).append(each.riferimento)
    order = list(Effetto)
    found = [Conto(e, r, n, tuple(named[e, r][:ESEMPI])) for (e, r), n in counts.items()]
    return tuple(sorted(found, key=lambda c: (order.index(c.effetto), -c.quante, c.ragione.codice)))


def _cost(side: _Lato, ranking: Graduatoria | None, why: Testo | None) -> Costo:
    due = [e.verdict.importo for e in side.esiti if e.verdict.esito is Esito.AMMESSO]
    total = Euro.total(each for each in due if each is not None)
    costo = Costo(
        ammesse=len(due),
        dovuto=None if side.avviso.misura.importo is None else total,
        senza_graduatoria=why,
    )
    if ranking is None or ranking.dotazione is None:
        return costo
    funded = sum(each.stato is Stato.FINANZIATA for each in ranking.posizioni)
    paid = None
    if ranking.dotazione.euro is not None:
        paid = Euro.total(each.pagato for each in ranking.posizioni if each.pagato is not None)
    return evolve(
        costo,
        dotazione=ranking.dotazione,
        pagato=paid,
        finanziate=funded,
        residuo=ranking.residuo,
    )
