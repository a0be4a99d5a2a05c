"""What a notice changes against its measure, added to an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.readers.explain._porta import Porta
from casa_model.readers.prose._differenze import differenze_di

if TYPE_CHECKING:
    from casa_model.readers.explain._spiegazione import Spiegazione
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura, Momento


def con_avviso(
    spiegazione: Spiegazione,
    avviso: Avviso,
    *,
    base: Misura | None = None,
    presentata: Momento | None = None,
    protocollo: str | None = None,
) -> Spiegazione:
    """Add to an explanation what its notice says: changes to the measure, its terms, its notes.

    `base` is the measure before the notice: with it, what was removed is told in its own words.
    `presentata` and `protocollo` are what the application showed at the door of the notice (None:
    not known), told only where values are.
    """
    porta = Porta(avviso, spiegazione.lang, spiegazione.valori, presentata, protocollo)
    own = (avviso.fonte, *(each.fonte for each in avviso.differenze))
    notes = (nota.render(spiegazione.lang) for nota in avviso.note)
    return evolve(
        spiegazione,
        ragioni=porta.ragioni(spiegazione.ragioni),
        note=tuple(dict.fromkeys((*spiegazione.note, *notes))),
        differenze=differenze_di(avviso, base, spiegazione.lang),
        di_avviso=True,
        fonti_avviso=tuple(dict.fromkeys(fonte.testo for fonte in own if fonte.testo)),
    )
