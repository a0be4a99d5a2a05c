"""Answers about all households, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casa_model.casa.edizione import edizione
from casa_model.cli import _parole_della_prova as parole
from casa_model.cli.dimostra import Risposto, _lines
from casa_model.readers.evaluate import evaluate
from casa_model.rules import quesiti as q
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Misura, Requisito
from casa_model.testing._vocabulary import FATTI, FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Vigenza

ON = date(2025, 9, 1)
MISURA = edizione().misure["crs-difficolta"]
CONTESTO = q.Contesto.di(MISURA, giorni=ON)
YES = t.Truth(value=True)
ASKED: list[tuple[q.Quesito, str, str]] = [
    (q.Mai(CONTESTO, YES), "mai `uno`", "never `uno`"),
    (q.Sempre(CONTESTO, YES), "sempre `uno`", "always `uno`"),
    (q.Implica(CONTESTO, YES, YES), "se `uno`, allora `due`", "if `uno`, then `due`"),
    (q.Equivale(CONTESTO, YES, YES), "`uno` equivale a `due`", "`uno` is the same as `due`"),
    (q.Sovrappone(CONTESTO, YES, YES), "`uno` e insieme `due`", "`uno` and also `due`"),
    (q.StessaRisposta(CONTESTO), "la stessa risposta di `crs-difficolta`", "the same answer"),
    (q.SovrapponeMisure(CONTESTO), "ammessi da entrambe", "admitted by both"),
    (q.Superfluo(CONTESTO, "isee"), "`isee` non decide mai", "`isee` never decides"),
    (q.RigaVuota(CONTESTO, "d", 2), "nessuno prende la riga 2", "nobody takes row 2"),
    (q.Scoperto(CONTESTO, "d"), "nessuna riga di `d`", "no row of `d`"),
    (q.Unica(CONTESTO, "d"), "non si sovrappongono", "do not overlap"),
    (q.Monotona(CONTESTO, "isee"), "chi ha meno `isee` non perde", "less `isee` never loses"),
    (q.Monotona(CONTESTO, "isee", q.Verso.PIU), "chi ha più `isee`", "more `isee`"),
    (q.GiornoVuoto(CONTESTO), "un giorno in cui nessuna", "a day on which no"),
    (q.Inutile(CONTESTO, "isp"), "`isp` si chiede", "`isp` is asked"),
]


@pytest.mark.parametrize(("quesito", "it", "en"), ASKED)
def test_each_question_in_words(quesito: q.Quesito, it: str, en: str) -> None:
    """A question without words of its own has those of its kind."""
    found = parole.domanda(q.Proprieta("x", quesito, frasi=("uno", "due")))

    assert it in found.it
    assert en in found.en


def told(detta: q.Dimostrazione, attesa: q.Risposta = q.Risposta.SI) -> str:
    """The lines of an answer, in Italian."""
    return "\n".join(_lines(Risposto(q.Proprieta("x", detta.quesito, attesa), detta, 12), "it"))


@pytest.mark.parametrize("perche", q.Perche)
def test_not_known_is_never_yes(perche: q.Perche) -> None:
    """Why nobody knows is told, and what was expected."""
    quesito = q.Mai(CONTESTO, YES)
    confini = q.Confini(None, (ON,))
    found = told(q.Dimostrazione(quesito, q.Risposta.NON_SO, confini, perche=perche))

    assert "non lo so" in found
    assert "← atteso: sì" in found
    assert parole.WHY[perche].it in found


def test_a_household_with_members() -> None:
    """Members are told one by one, also one of whom nothing is known; what is missing is said."""
    young = t.AnyMember(t.Compare("<", t.MemberFact("eta"), t.Number(18)))
    asks = Requisito("r", words("r"), FONTE, young)
    misura = Misura("mia", words("mia"), FONTE, Vigenza(date(2000, 1, 1)), FATTI, (), (), (asks,))
    fatti = Fatti({"canone_pagato": True}, ({"eta": Decimal(20)}, {}))
    verdict = evaluate(misura, fatti, on=ON)
    contesto = q.Contesto.di(misura, giorni=ON)
    found = q.Dimostrazione(
        q.Sempre(contesto, YES),
        q.Risposta.NO,
        q.Confini(6, (ON,)),
        (q.Esempio(fatti, ON, (verdict,)),),
    )
    lines = told(found)

    assert "componente 1: eta" in lines
    assert "componente 2" in lines
    assert "→ mia: da completare" in lines
    assert "- manca: eta" in lines
    assert "fino a 6 componenti per nucleo" in parole.confini([found], "it")


def test_nothing_is_known() -> None:
    """A household that has said nothing."""
    verdict = evaluate(MISURA, Fatti({}), on=ON)
    found = q.Dimostrazione(
        q.Sempre(CONTESTO, YES),
        q.Risposta.NO,
        q.Confini(None, (ON,)),
        (q.Esempio(Fatti({}), ON, (verdict,)),),
    )

    assert "(di lui non si sa nulla)" in told(found)


def test_a_day_alone() -> None:
    """A day on which nobody answers has no household."""
    found = q.Dimostrazione(
        q.GiornoVuoto(CONTESTO),
        q.Risposta.SI,
        q.Confini(None, (ON,)),
        (q.Esempio(Fatti({}), ON, ()),),
    )

    assert "1º settembre 2025" in told(found, q.Risposta.NO)
