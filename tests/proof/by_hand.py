"""A small measure written out, and a phrase asked of it."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from casa_model.proof import dimostra
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import (
    Definizione,
    Misura,
    Requisito,
)
from casa_model.rules.quesiti import (
    Contesto,
    Mai,
    Vocabolario,
    leggi_frase,
)
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Vigenza

ON = date(2024, 2, 29)
EURO = NumberType(2, euro=True, lo=0, hi=100_000_000)
FATTI = (
    Fatto("isee", EURO, words("isee")),
    Fatto("altro", EURO, words("altro")),
    Fatto("componenti", NumberType(0, euro=False, lo=1, hi=30), words("componenti")),
    Fatto("quota", NumberType(4, euro=False, lo=-10_000, hi=10_000), words("quota")),
    Fatto("peso", NumberType(4, euro=False, lo=-10_000, hi=10_000), words("peso")),
    Fatto("attivo", BoolType(), words("attivo")),
    Fatto("tipo", ChoiceType(("a", "b", "c")), words("tipo")),
    Fatto("comune", CodeType(), words("comune")),
    Fatto("inizio", DateType(), words("inizio")),
    Fatto("fine", DateType(), words("fine")),
    Fatto("eta", NumberType(0, euro=False, lo=0, hi=120), words("eta"), membro=True),
)


def measure(*conditions: str, definizioni: tuple[Definizione, ...] = ()) -> Misura:
    """A measure whose requirements are written out."""
    bare = Misura("mia", words("mia"), FONTE, Vigenza(date(2000, 1, 1)), FATTI, (), definizioni, ())
    names = Vocabolario.di(Contesto.di(bare, giorni=ON))
    return evolve(
        bare,
        requisiti=tuple(
            Requisito(f"r-{at}", words("r"), FONTE, leggi_frase(text, names))
            for at, text in enumerate(conditions)
        ),
    )


def ask(text: str, misura: Misura | None = None, giorni: date | Vigenza = ON) -> tuple[str, dict]:
    """Whether a phrase is true for nobody; the facts of somebody for whom it is."""
    contesto = Contesto.di(misura or measure("attivo"), giorni=giorni)
    found = dimostra(Mai(contesto, leggi_frase(text, Vocabolario.di(contesto))))
    return found.risposta.value, dict(found.esempi[0].fatti.valori) if found.esempi else {}
