"""The schema of one fact: its label, its unit, what proves it, and which values it may have."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, assert_never

from casa_model.exchange.json_schema import _giorni, _numeri, _pattern
from casa_model.exchange.json_schema._letti import LETTO
from casa_model.rules.facts import misfit
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType, Type
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.errors import Lang
    from casa_model.exchange.json_schema._testa import Schema
    from casa_model.rules.facts import Fatto

MAI: Final[Schema] = {"type": "null"}
"""A fact that no value fits: it can only be not known."""

_PROOF: Final = Testo(it="Lo prova: {prova}.", en="Proof: {prova}.")
_SPAN: Final = Testo(it="da {lo} a {hi}", en="from {lo} to {hi}")
_TRUTH: Final = Testo(it="Sì (`true`) o no (`false`)", en="Yes (`true`) or no (`false`)")
_MONEY: Final = Testo(it="Importo in euro", en="Amount in euro")
_WHOLE: Final = Testo(it="Numero intero", en="Whole number")
_DECIMAL: Final = Testo(
    it="Numero con {n} decimali al massimo,", en="Number with {n} decimals at most,"
)
_DAY: Final = Testo(it="Giorno dal {lo} al {hi}", en="Day from {lo} to {hi}")
_CHOICE: Final = Testo(it="Una delle scelte elencate", en="One of the listed choices")
_CODE: Final = Testo(it="Codice, come testo", en="Code, as a text")


def fatto(dichiarato: Fatto, valori: Schema | None = None, *, letto: bool | None = None) -> Schema:
    """The schema of a fact; `valori` says which values it may have, where its type does not.

    `letto` says whether the rules read it; None, that it serves for more than the rules.
    """
    tipo, prova = dichiarato.tipo, dichiarato.prova
    told = [f"{unita(tipo, 'it')}."]
    en = [f"{dichiarato.etichetta.en[:1].upper()}{dichiarato.etichetta.en[1:]}."]
    en.append(f"{unita(tipo, 'en')}.")
    if prova is not None:
        told.append(_PROOF.it.format(prova=prova.it))
        en.append(_PROOF.en.format(prova=prova.en))
    if letto is not None:
        told.append(LETTO[letto].it)
        en.append(LETTO[letto].en)
    return {
        "title": dichiarato.etichetta.it,
        "description": f"{' '.join(told)} — {' '.join(en)}",
        **(valore(tipo, dict(dichiarato.valori)) if valori is None else valori),
    }


def valore(tipo: Type, etichette: Mapping[str, Testo] | None = None) -> Schema:
    """The values of a type as applications write them, and null; `etichette` label the choices."""
    match tipo:
        case BoolType():
            return {"type": ["boolean", "null"]}
        case NumberType():
            return {"type": ["string", "number", "null"], **_number(tipo)}
        case DateType(lo=lo, hi=hi):
            days = _pattern.text(_giorni.giorni(lo, hi), _giorni.GIORNO)
            return {"type": ["string", "null"], "format": "date", **days}
        case ChoiceType(values=values):
            labels = etichette or {}
            some = [_choice(value, labels.get(value)) for value in dict.fromkeys(values)]
            return {"oneOf": [*some, {"type": "null", "title": "non noto — not known"}]}
        case CodeType():
            return {"type": ["string", "null"], "minLength": 1}
        case _:
            assert_never(tipo)


def _number(tipo: NumberType) -> Schema:
    """A number, or its text: in the description of money, so that nobody needs a float."""
    pattern = _numeri.numero(tipo.lo, tipo.hi, tipo.scale, intero=tipo.euro)
    return {
        **_pattern.text(pattern, _numeri.CARATTERI),
        "minimum": _at(tipo.lo, tipo.scale),
        "maximum": _at(tipo.hi, tipo.scale),
        "multipleOf": _at(1, tipo.scale),
    }


def _at(units: int, scale: int) -> int | Decimal:
    return Decimal((units < 0, Decimal(units).as_tuple().digits, -scale)) if scale else units


def _choice(value: str, label: Testo | None) -> Schema:
    return {"const": value} | ({} if label is None else {"title": f"{label.it} — {label.en}"})


def uguale(tipo: NumberType, number: int) -> Schema:
    """The ways to write one whole number as a value of a type of plain numbers, nulls apart."""
    ends = ["", *(f".{'0' * n}" for n in range(1, tipo.scale + 1))]
    signs = ("", "-") if number == 0 else ("",)
    return {"enum": [number, *(f"{sign}{number}{end}" for sign in signs for end in ends)]}


def conta(tipo: Type, number: int) -> bool:
    """Whether a whole number that is counted from other facts fits a type."""
    return misfit(tipo, Decimal(number)) is None


def unita(tipo: Type, lang: Lang) -> str:
    """What a value of a type is, with its unit and its range."""
    match tipo:
        case BoolType():
            return _TRUTH.render(lang)
        case NumberType(euro=True, lo=lo, hi=hi):
            return _spanned(_MONEY, Euro(lo).render(lang), Euro(hi).render(lang), lang)
        case NumberType(scale=scale, lo=lo, hi=hi):
            what = _DECIMAL if scale else _WHOLE
            first, last = (f"{Decimal(_at(end, scale)):f}" for end in (lo, hi))
            said = _spanned(what, first, last, lang).format(n=scale)
            return said.replace(".", ",") if lang == "it" else said
        case DateType(lo=lo, hi=hi):
            return _DAY.render(lang).format(lo=lo, hi=hi)
        case ChoiceType():
            return _CHOICE.render(lang)
        case CodeType():
            return _CODE.render(lang)
        case _:
            assert_never(tipo)


def _spanned(what: Testo, lo: str, hi: str, lang: Lang) -> str:
    return f"{what.render(lang)} {_SPAN.render(lang).format(lo=lo, hi=hi)}"
