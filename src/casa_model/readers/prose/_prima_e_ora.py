"""What a notice puts in the place of what: what the measure has there, and its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.prose._condizioni import Condizioni
from casa_model.readers.prose._denaro import ordine, valore_voce
from casa_model.readers.prose._nomi import GIORNI, leggibile
from casa_model.readers.prose._porta import momento
from casa_model.readers.prose._titoli import DETRAE_DA, frase
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules.avviso import Operazione

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso, Differenza
    from casa_model.rules.misura import Importo, Misura

_BY_DEFAULT: Final = "pubblicazione"
"""The day on which a notice that does not say looks at the requisites."""


def prima_e_ora(v: Vocabolario, base: Misura | None, avviso: Avviso, each: Differenza) -> str:
    """In brackets, what was there and what is there now; nothing where neither can be told.

    `v` tells the measure with the notice, `base` is the measure before it.
    """
    before = None
    if each.parte == "data-requisiti":
        before = _by_default(v, avviso)
    elif base is not None and each.operazione is Operazione.SOSTITUISCE:
        before = _before(Vocabolario(base, v.lang, v.on), v, each)
    now = None
    if each.operazione is not Operazione.TOGLIE and each.parte != "requisito":
        now = _said(v, each.parte, each.codice_nuovo or each.nome)
    told = [before, None if now is None else frase("nell_avviso", v.lang, a=now)]
    parts = [part for part in told if part is not None]
    return f" ({'; '.join(parts)})" if parts else ""


def _before(was: Vocabolario, v: Vocabolario, each: Differenza) -> str | None:
    """What the measure has there; an item by its label too, where the notice has another."""
    said = _said(was, each.parte, each.nome)
    if said is None:
        return None
    old, new = (_label(x, n) for x, n in ((was, each.nome), (v, each.codice_nuovo or each.nome)))
    if each.parte == "voce" and old != new:
        said = frase("voce", v.lang, a=v.nome(old), b=said)
    return frase("nella_misura", v.lang, a=said)


def _label(v: Vocabolario, codice: str) -> str:
    """The label of an item of the amount, or its code in words."""
    paid = v.misura.importo
    found = (v.della_voce(x) for x in (() if paid is None else paid.voci) if x.codice == codice)
    return next(found, leggibile(codice))


def _by_default(v: Vocabolario, avviso: Avviso) -> str:
    """The day that would have counted, had the notice said nothing."""
    words = v.dice(GIORNI[_BY_DEFAULT])
    if avviso.pubblicazione is not None:
        words = f"{words}, {momento(v.lang, avviso.pubblicazione)}"
    return frase("di_norma", v.lang, a=words)


def _said(v: Vocabolario, parte: str, nome: str) -> str | None:
    match parte:
        case "parametro":
            return v.valore_in_vigore(nome)
        case "requisito":
            words = (r.testo for r in v.misura.requisiti if r.codice == nome)
            return next((v.nome(v.dice(testo)) for testo in words), None)
        case "data-requisiti" if v.misura.calendario is not None:
            return v.data(v.misura.calendario.data_requisiti)
        case "voce" if v.misura.importo is not None:
            found = (each for each in v.misura.importo.voci if each.codice == nome)
            return next((valore_voce(v, voce) for voce in found), None)
        case "importo" if v.misura.importo is not None:
            return _of_amount(v, v.misura.importo, nome)
        case "graduatoria" if v.misura.graduatoria is not None:
            return "; ".join(ordine(v, v.misura.graduatoria))
        case _:
            return None


def _of_amount(v: Vocabolario, paid: Importo, nome: str) -> str | None:
    """The cap of the amount, what is taken off it, or the order of its items."""
    told = Condizioni(v)
    if nome == "massimo":
        return None if paid.massimo is None else told.da_solo(paid.massimo)
    if nome == "ordine_voci":
        return "; ".join(v.nome(v.della_voce(voce)) for voce in paid.voci)
    if paid.detrae_da is None:
        return frase("niente", v.lang)
    what = "; ".join(told.da_solo(each) for each in paid.detrae)
    return f"{what}, {v.dice(DETRAE_DA[paid.detrae_da])}"
