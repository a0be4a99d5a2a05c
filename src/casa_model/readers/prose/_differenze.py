"""What a notice changes against its measure, in sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.readers.prose._citazione import Citazione
from casa_model.readers.prose._nomi import leggibile
from casa_model.readers.prose._prima_e_ora import prima_e_ora
from casa_model.readers.prose._vocabolario import Vocabolario
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
_CODICE: Final = Testo(it="codice", en="code")
_WHOLE: Final = frozenset({"importo", "graduatoria", "data-requisiti"})
_DELL_IMPORTO: Final = {
    ("importo", "massimo"): Testo(it="massimo dell'importo", en="cap of the amount"),
    ("importo", "detrae"): Testo(
        it="ciò che si toglie dall'importo", en="what is taken off the amount"
    ),
    ("importo", "ordine_voci"): Testo(
        it="ordine delle voci dell'importo", en="order of the amount's items"
    ),
}


@frozen
class DifferenzaSpiegata:
    """One thing that the notice adds, replaces or removes, and why; `parte` as in `Differenza`."""

    parte: str
    operazione: Operazione
    testo: str
    motivo: str | None
    fonte: Citazione


def differenze_di(
    avviso: Avviso, base: Misura | None, lang: Lang
) -> tuple[DifferenzaSpiegata, ...]:
    """Each thing that a notice changes, as it was and as it is, with its reason and source.

    `base` is the measure before the notice: with it, what was there is told in its own words. Two
    things of the same words are told by their codes too.
    """
    fixed = avviso.misura.calendario
    v = Vocabolario(avviso.misura, lang, None if fixed is None else fixed.giorno_norma)
    labels = _labels(base, lang) | _labels(avviso.misura, lang)
    told = raccontate(avviso)
    words = [_sentence(each, labels, lang) + prima_e_ora(v, base, avviso, each) for each in told]
    many = Counter(words)
    return tuple(
        DifferenzaSpiegata(
            parte=each.parte,
            operazione=each.operazione,
            testo=text if many[text] == 1 else f"{text} ({_CODICE.render(lang)} {_codice(each)})",
            motivo=None if each.motivo is None else each.motivo.render(lang),
            fonte=v.cita(each.fonte),
        )
        for each, text in zip(told, words, strict=True)
    )


def raccontate(avviso: Avviso) -> tuple[Differenza, ...]:
    """The differences that are told, in the order of the notice."""
    return tuple(each for each in avviso.differenze if each.parte in _PARTI)


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
    part = _DELL_IMPORTO.get((each.parte, each.nome), _PARTI[each.parte])
    words = f"{_OPERAZIONI[each.operazione].render(lang)}: {part.render(lang)}"
    if each.parte in _WHOLE:
        return words
    label = labels.get((each.parte, _codice(each)), leggibile(_codice(each)))
    return f"{words} «{label}»" if lang == "it" else f"{words} “{label}”"


def _codice(each: Differenza) -> str:
    return each.codice_nuovo or each.nome
