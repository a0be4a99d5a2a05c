"""What a notice changes against its measure, added to an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.readers.prose._differenze import differenze_di

if TYPE_CHECKING:
    from casa_model.readers.explain._spiegazione import Spiegazione
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura


def con_avviso(
    spiegazione: Spiegazione, avviso: Avviso, *, base: Misura | None = None
) -> Spiegazione:
    """Add to an explanation what its notice changes against the measure, with reasons and sources.

    `base` is the measure before the notice: with it, what was removed is told in its own words.
    """
    own = (avviso.fonte, *(each.fonte for each in avviso.differenze))
    return evolve(
        spiegazione,
        differenze=differenze_di(avviso, base, spiegazione.lang),
        di_avviso=True,
        fonti_avviso=tuple(dict.fromkeys(fonte.testo for fonte in own if fonte.testo)),
    )
