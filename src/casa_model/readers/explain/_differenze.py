"""What a notice changes against its measure, added to an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.readers.explain._citazione import citazione
from casa_model.readers.explain._spiegazione import DifferenzaSpiegata, Spiegazione
from casa_model.readers.explain._vista import leggibile
from casa_model.rules.avviso import Operazione
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.rules.avviso import Avviso, Differenza
    from casa_model.rules.misura import Misura

# Facts and definitions say nothing by themselves: what reads them is a difference too.
_PARTI: Final = {
    "requisito": Testo(it="requisito", en="requirement"),
    "voce": Testo(it="voce dell'importo", en="item of the amount"),
    "parametro": Testo(it="numero", en="number"),
    "importo": Testo(it="importo", en="amount"),
    "graduatoria": Testo(it="graduatoria", en="ranking"),
    "data-requisiti": Testo(it="giorno dei requisiti", en="day of the requisites"),
}
_OPERAZIONI: Final = {
    Operazione.AGGIUNGE: Testo(it="aggiunge", en="adds"),
    Operazione.SOSTITUISCE: Testo(it="sostituisce", en="replaces"),
    Operazione.TOGLIE: Testo(it="toglie", en="removes"),
}
_WHOLE: Final = frozenset({"importo", "graduatoria", "data-requisiti"})


def con_avviso(
    spiegazione: Spiegazione, avviso: Avviso, *, base: Misura | None = None
) -> Spiegazione:
    """Add to an explanation what its notice changes against the measure, with reasons and sources.

    `base` is the measure before the notice: with it, what was removed is told in its own words.
    """
    atti = {atto.codice: atto for atto in avviso.misura.atti}
    lang = spiegazione.lang
    labels = _labels(base, lang) | _labels(avviso.misura, lang)
    differenze = [
        DifferenzaSpiegata(
            parte=each.parte,
            operazione=each.operazione,
            testo=_sentence(each, labels, lang),
            motivo=None if each.motivo is None else each.motivo.render(lang),
            fonte=citazione(each.fonte, atti, lang),
        )
        for each in avviso.differenze
        if each.parte in _PARTI
    ]
    own = (avviso.fonte, *(each.fonte for each in avviso.differenze))
    return evolve(
        spiegazione,
        differenze=tuple(differenze),
        di_avviso=True,
        fonti_avviso=tuple(dict.fromkeys(fonte.testo for fonte in own if fonte.testo)),
    )


def _labels(misura: Misura | None, lang: Lang) -> dict[tuple[str, str], str]:
    """The words of each requirement, number and item of a measure."""
    if misura is None:
        return {}
    found = {("requisito", r.codice): r.testo.render(lang) for r in misura.requisiti}
    found |= {("parametro", p.nome): p.etichetta.render(lang) for p in misura.parametri}
    for voce in () if misura.importo is None else misura.importo.voci:
        if voce.etichetta is not None:
            found["voce", voce.codice] = voce.etichetta.render(lang)
    return found


def _sentence(each: Differenza, labels: dict[tuple[str, str], str], lang: Lang) -> str:
    words = f"{_OPERAZIONI[each.operazione].render(lang)}: {_PARTI[each.parte].render(lang)}"
    if each.parte in _WHOLE:
        return words
    label = labels.get((each.parte, each.nome), leggibile(each.nome))
    return f"{words} «{label}»" if lang == "it" else f"{words} “{label}”"
