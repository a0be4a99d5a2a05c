"""Outcomes that come out otherwise: really, or only in their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.casa._cambio import Cambio
from casa_model.casa._discordanza import Ambito, Discordanza
from casa_model.casa.verbale import Decisa
from casa_model.rules.esito import CASI
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.casa.decidi import Decisione
    from casa_model.casa.verbale import Verbale

_OTHERWISE: Final = Testo(it="viene diverso: {parti}", en="comes out otherwise: {parti}")
_ONLY: Final = Testo(
    it="stesso esito e stesso importo; diversi: {parti}",
    en="same outcome and same amount; otherwise: {parti}",
)
_TURNED: Final = Testo(
    it="{parte} (allora {prima}, ora {ora})", en="{parte} (then {prima}, now {ora})"
)
_UNDECIDED: Final = Testo(it="non decisa", en="not decided")
_ESITO: Final = "esito"
_IMPORTO: Final = "importo"
_PARTS: Final = {
    _ESITO: Testo(it="esito", en="outcome"),
    _IMPORTO: Testo(it="importo", en="amount"),
    "ragioni": Testo(it="motivi", en="reasons"),
    "voci": Testo(it="voci", en="items"),
    "definizioni": Testo(it="valori calcolati", en="computed values"),
    "mancano": Testo(it="fatti mancanti", en="missing facts"),
    "riserve": Testo(it="riserve", en="reserves"),
}


def esiti_diversi(verbale: Verbale, again: Decisione) -> Iterator[Discordanza]:
    """What each application gets otherwise than it did."""
    now = {esito.riferimento: Decisa.di(esito.verdict) for esito in again.esiti}
    for voce in verbale.voci:
        riferimento = voce.domanda.riferimento
        before, today = voce.decisa, now.get(riferimento)
        parts = [name for name in _PARTS if _part(before, name) != _part(today, name)]
        if before is None or today is None:
            parts = [_ESITO] if before is not today else []
        if not parts:
            continue
        really = _ESITO in parts or _IMPORTO in parts
        said = [_said(name, before, today) for name in parts]
        form = _OTHERWISE if really else _ONLY
        it, en = (", ".join(texts) for texts in zip(*((s.it, s.en) for s in said), strict=True))
        yield Discordanza(
            Ambito.ESITO if really else Ambito.MOTIVI,
            riferimento,
            Testo(it=form.it.format(parti=it), en=form.en.format(parti=en)),
            tuple(_changes(before, today)),
        )


def _part(decisa: Decisa | None, name: str) -> object:
    return None if decisa is None else getattr(decisa, name)


def _said(name: str, before: Decisa | None, now: Decisa | None) -> Testo:
    """The name of a part; of the outcome itself, what it was and what it is."""
    part = _PARTS[name]
    if name != _ESITO:
        return part
    then, today = (_UNDECIDED if one is None else CASI[one.esito] for one in (before, now))
    return Testo(
        it=_TURNED.it.format(parte=part.it, prima=then.it, ora=today.it),
        en=_TURNED.en.format(parte=part.en, prima=then.en, ora=today.en),
    )


def _changes(before: Decisa | None, now: Decisa | None) -> Iterator[Cambio]:
    """The outcome and the amount, then and now; an amount is reckoned from a household's facts."""
    then, today = (None if one is None else one.esito.value for one in (before, now))
    if then != today:
        yield Cambio(_ESITO, then, today)
    paid, pays = (None if one is None else one.importo for one in (before, now))
    if paid != pays:
        yield Cambio(_IMPORTO, paid, pays, personale=True)
