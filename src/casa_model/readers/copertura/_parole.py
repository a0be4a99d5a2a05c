"""A point in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from casa_model.readers.copertura._punto import (
    Lato,
    Parte,
    PuntoCondizione,
    PuntoDeroga,
    PuntoEsito,
    PuntoGiorno,
    PuntoMassimo,
    PuntoRiga,
    PuntoRigaDiParametro,
    PuntoSoglia,
    PuntoUnita,
    PuntoValore,
)
from casa_model.rules.esito import CASI
from casa_model.rules.show import show
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.readers.copertura._punto import Dove, Punto

_PARTS: Final = {
    Parte.ESITO: Testo(it="esito", en="outcome"),
    Parte.REQUISITO: Testo(it="requisito `{nome}`", en="requirement `{nome}`"),
    Parte.IMPORTO: Testo(it="importo", en="amount"),
    Parte.RISERVA: Testo(it="riserva `{nome}`", en="reserve `{nome}`"),
    Parte.DEFINIZIONE: Testo(it="definizione `{nome}`", en="definition `{nome}`"),
    Parte.PARAMETRO: Testo(it="parametro `{nome}`", en="parameter `{nome}`"),
}
_VIA: Final = {
    Parte.REQUISITO: Testo(it=", deroga `{via}`", en=", derogation `{via}`"),
    Parte.IMPORTO: Testo(it=", voce `{via}`", en=", item `{via}`"),
    Parte.PARAMETRO: Testo(it=", nell'importo", en=", in the amount"),
}
_TRUTHS: Final = {
    True: Testo(it="vera", en="true"),
    False: Testo(it="falsa", en="false"),
    None: Testo(it="ignota", en="not known"),
}
_SIDES: Final = {
    Lato.SOTTO: Testo(it="appena sotto la soglia", en="just below the threshold"),
    Lato.PARI: Testo(it="esattamente alla soglia", en="exactly at the threshold"),
    Lato.SOPRA: Testo(it="appena sopra la soglia", en="just above the threshold"),
}
_WHOLE: Final = Testo(it="condizione {a}", en="condition {a}")
_UNREAD: Final = Testo(it="non visto, condizione {a}", en="not read, condition {a}")
_PART: Final = Testo(it="`{b}` {a}", en="`{b}` {a}")
_VALUE: Final = Testo(it="`{b}` con il valore `{a}`", en="`{b}` with the value `{a}`")
_ROW: Final = Testo(it="riga {a} della tabella", en="row {a} of the table")
_OTHERWISE: Final = Testo(it="`altrimenti` della tabella", en="`altrimenti` of the table")
_KEY: Final = Testo(it="riga `{a}` di `{b}`", en="row `{a}` of `{b}`")
_OF_ROW: Final = Testo(it="riga `{a}`, {b}", en="row `{a}`, {b}")
_ALONE: Final = Testo(it="decide da sola", en="decides alone")
_NOT_HELD: Final = Testo(
    it="non è rispettato, nemmeno per una deroga", en="does not hold, not even by a derogation"
)
_CAP: Final = {
    True: Testo(it="il massimo è superato", en="the cap is exceeded"),
    False: Testo(it="il massimo non è raggiunto", en="the cap is not reached"),
}
_UNIT: Final = Testo(
    it="un'unità in più, o in meno, cambia la cifra",
    en="one unit more, or one less, changes the sum",
)
_UNIT_TAKEN: Final = Testo(
    it="detrazione {a}: un'unità in più, o in meno, cambia la cifra",
    en="deduction {a}: one unit more, or one less, changes the sum",
)
_DAY: Final = {
    True: Testo(it="la vigilia del cambio, il {a}", en="the eve of the change, {a}"),
    False: Testo(it="il giorno del cambio, {a}", en="the day of the change, {a}"),
}


def parole(punto: Punto, lang: Lang) -> str:
    """The whole point: "requisito `isee`: esattamente alla soglia"."""
    return f"{parte(punto.dove, lang)}: {che(punto, lang)}"


def parte(dove: Dove, lang: Lang) -> str:
    """The part of the rule: "requisito `isee`"."""
    via = _VIA[dove.parte].render(lang).format(via=dove.via) if dove.via else ""
    return _PARTS[dove.parte].render(lang).format(nome=dove.nome) + via


def che(punto: Punto, lang: Lang) -> str:
    """What is to be seen of the part: ``esattamente alla soglia``."""
    match punto:
        case PuntoEsito(esito=esito):
            return CASI[esito].render(lang)
        case PuntoCondizione(nodo=nodo, atteso=atteso):
            said = _TRUTHS[atteso].render(lang)
            if nodo is None:
                return _UNREAD.render(lang).format(a=said)
            return _of(punto, said, lang)
        case PuntoSoglia(lato=lato):
            return _of(punto, _SIDES[lato].render(lang), lang)
        case PuntoValore(nodo=nodo, valore=valore):
            return _VALUE.render(lang).format(a=show(valore).strip("\"'"), b=show(nodo.arg))
        case PuntoRiga(riga=riga):
            return _OTHERWISE.render(lang) if riga is None else _ROW.render(lang).format(a=riga)
        case PuntoRigaDiParametro(nome=nome, chiave=chiave):
            return _KEY.render(lang).format(a=", ".join(map(str, chiave)), b=nome)
        case PuntoDeroga():
            return (_ALONE if punto.dove.via else _NOT_HELD).render(lang)
        case PuntoMassimo(supera=supera):
            return _CAP[supera].render(lang)
        case PuntoUnita(posto=posto):
            return (_UNIT_TAKEN if posto else _UNIT).render(lang).format(a=posto)
        case PuntoGiorno(vigilia=vigilia, giorno=giorno, chiave=chiave):
            said = _DAY[vigilia].render(lang).format(a=giorno)
            row = ", ".join(map(str, chiave))
            return _OF_ROW.render(lang).format(a=row, b=said) if chiave else said
        case _:
            assert_never(punto)


def _of(punto: PuntoCondizione | PuntoSoglia, said: str, lang: Lang) -> str:
    """The whole condition of a part by its name, an inner one as it is written."""
    if punto.numero == 1 and punto.dove.parte is not Parte.IMPORTO:
        whole = isinstance(punto, PuntoCondizione)
        return _WHOLE.render(lang).format(a=said) if whole else said
    assert punto.nodo is not None  # noqa: S101 - only a whole requirement may be unread
    return _PART.render(lang).format(a=said, b=show(punto.nodo))
