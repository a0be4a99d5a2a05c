"""What a notice puts in the place of what: the number or the words of the measure, and its own.

Only the rule book says so: an explanation names what was changed and tells the values where they
count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.prose._titoli import frase
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules.avviso import Operazione

if TYPE_CHECKING:
    from casa_model.rules.avviso import Differenza
    from casa_model.rules.misura import Misura


def prima_e_ora(v: Vocabolario, base: Misura | None, each: Differenza) -> str:
    """In brackets, what was there and what is there now; nothing where neither is short.

    `v` tells the measure with the notice, `base` is the measure before it.
    """
    before = None
    if base is not None and each.operazione is Operazione.SOSTITUISCE:
        before = _said(Vocabolario(base, v.lang, v.on), each)
    now = None if each.operazione is Operazione.TOGLIE else _said(v, each)
    parts = []
    if before is not None:
        parts.append(frase("nella_misura", v.lang, a=before))
    if now is not None and each.parte != "requisito":
        parts.append(frase("nell_avviso", v.lang, a=now))
    return f" ({'; '.join(parts)})" if parts else ""


def _said(v: Vocabolario, each: Differenza) -> str | None:
    match each.parte:
        case "parametro":
            return v.valore_in_vigore(each.nome)
        case "requisito":
            words = (r.testo for r in v.misura.requisiti if r.codice == each.nome)
            return next((v.nome(v.dice(testo)) for testo in words), None)
        case "data-requisiti" if v.misura.calendario is not None:
            return v.data(v.misura.calendario.data_requisiti)
        case _:
            return None
