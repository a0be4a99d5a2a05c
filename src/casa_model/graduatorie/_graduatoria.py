"""The ranking of a notice: order, then money."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from casa_model.errors import InvalidValue
from casa_model.graduatorie._ordine import in_ordine
from casa_model.graduatorie._posizione import Graduatoria
from casa_model.graduatorie._posti import in_alloggi, in_euro, senza_dotazione, voci_dovute
from casa_model.graduatorie._riserve import spendi
from casa_model.rules.esito import Esito
from casa_model.rules.misura import Esaurimento
from casa_model.values import Euro, FrozenMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from casa_model.graduatorie._posizione import Candidato
    from casa_model.rules.avviso import Dotazione
    from casa_model.rules.misura import Ordinamento

_NO_QUOTE: Final[Mapping[str, Decimal | int]] = FrozenMap({})


def graduatoria(
    candidati: Iterable[Candidato],
    ordinamento: Ordinamento,
    dotazione: Dotazione | None = None,
    quote: Mapping[str, Decimal | int] = _NO_QUOTE,
) -> Graduatoria:
    """Rank the admitted candidates and spend the endowment on them.

    `quote` gives the value, from 0 to 1, of each parameter that a reserve names as its share.
    Candidates who are not admitted have no place. Without an endowment the others are ranked and
    nothing is paid. An endowment in dwellings gives one to each: amounts are not read. One run is
    one list: where an act applies a reserve comune by comune, call once for each comune.

    Raises `InvalidValue` when a `riferimento` is repeated, dwellings should be divided in
    proportion, a share is not from 0 to 1
    or an admitted candidate has no sound amount; `TiedRanking` when the last key is not unique;
    `InvalidFacts` and `IllTyped` when a key is not known or not comparable; `UnknownName` when
    `quote` lacks a share.
    """
    everybody = tuple(candidati)
    _refuse_repeated(everybody)
    admitted = [c for c in everybody if c.verdict.esito is Esito.AMMESSO]
    ranked = in_ordine(admitted, ordinamento.ordine)
    titoli = [candidato.verdict.riserve for candidato in ranked]
    if dotazione is None:
        return Graduatoria(tuple(senza_dotazione(ranked)), None, None)
    if dotazione.euro is not None:
        voci = [voci_dovute(candidato) for candidato in ranked]
        dovuti = [sum(item.cents for item in items) for items in voci]
        spesa = spendi(dovuti, titoli, dotazione.euro.cents, ordinamento, quote)
        return Graduatoria(
            tuple(in_euro(ranked, voci, dovuti, spesa)), dotazione, Euro(spesa.residuo)
        )
    _refuse_proportion(ordinamento)
    spesa = spendi([1] * len(ranked), titoli, dotazione.alloggi or 0, ordinamento, quote)
    return Graduatoria(tuple(in_alloggi(ranked, spesa)), dotazione, spesa.residuo)


def _refuse_repeated(candidati: Sequence[Candidato]) -> None:
    counts = Counter(candidato.riferimento for candidato in candidati)
    repeated = ", ".join(sorted(f"`{name}`" for name, times in counts.items() if times > 1))
    if repeated:
        raise InvalidValue(
            it=f"{repeated}: riferimento ripetuto; danne uno diverso a ogni domanda",
            en=f"{repeated}: repeated reference; give each application its own",
        )


def _refuse_proportion(ordinamento: Ordinamento) -> None:
    if ordinamento.esaurimento is Esaurimento.PROPORZIONALE:
        raise InvalidValue(
            it="gli alloggi non si dividono in proporzione; scrivi `residuo` o `solo-interi`",
            en="dwellings are not divided in proportion; write `residuo` or `solo-interi`",
        )
