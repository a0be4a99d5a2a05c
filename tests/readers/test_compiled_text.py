"""The text that the fast reader generates: long tables, hostile names."""

from __future__ import annotations

import io
import keyword
import re
import tokenize
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from examples import many
from generative.test_agreement import day_of
from hypothesis import given
from hypothesis import strategies as st
from readers.trial import BASE, NEW, WORDS, requirement

from casa_model.readers.compiled import compiled
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.bits import bits_of
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import (
    Chiave,
    Definizione,
    Deroga,
    Importo,
    Misura,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.params import IndiceScelta, Parametro, Riga
from casa_model.rules.types import BoolType, ChoiceType, CodeType, NumberType
from casa_model.testing._measures import measures
from casa_model.values import Euro, Fonte, Grado, Periodo, Storia, Testo, Vigenza

OURS = re.compile(r"[fmktdvwqznu][0-9]*|d_month|d_day|shifted|row|complete|members|_|bits|whole|g")
"""Every name that generated code may hold."""


MANY = 1000
"""More rows or items than calls may stand inside one another."""


def bands(many: int) -> Definizione:
    """A table of so many rows: in which band of one euro each an ISEE is."""
    isee = t.Fact("isee")
    rows = (t.Row(t.Compare("<", isee, t.Number(100 * n, 2)), t.Number(n)) for n in range(many))
    kind = NumberType(0, euro=False, lo=0, hi=many)
    return Definizione("fascia", t.Table(tuple(rows), t.Number(many)), kind)


class TestWide:
    """A rule of many rows or many items is no deep rule: what is told of it has no end."""

    @pytest.mark.parametrize(
        "misura",
        [
            evolve(
                BASE,
                definizioni=(bands(MANY),),
                requisiti=(
                    requirement("r", "isee < soglia"),
                    Requisito("m", WORDS, BASE.fonte, t.AnyMember(
                        t.Compare("<", t.MemberFact("eta"), t.Definition("fascia")))),
                ),
            ),
            evolve(
                BASE,
                importo=Importo(
                    tuple(
                        Voce(f"v{n}", t.Fact("spesa"), massimo=t.Number(n, 2)) for n in range(MANY)
                    ),
                    t.Param("soglia"),
                ),
            ),
        ],
        ids=["rows", "items"],
    )  # fmt: skip
    def test_the_two_readers_agree(self, misura: Misura) -> None:
        """About who is known, and who is not."""
        members = [{"eta": Decimal(40)}, {}]
        some: list[dict[str, Euro]] = [
            {},
            {"isee": Euro(150)},
            {"isee": Euro(60_050), "spesa": Euro(300)},
            {"isee": Euro(90_000_000), "spesa": Euro(1)},
        ]
        fast = compiled(misura, on=NEW)
        for known in some:
            for fatti in (Fatti(known), Fatti(known, members), Fatti(known, members[:1])):
                slow = evaluate(misura, fatti, on=NEW)

                assert slow == fast.verdict(fatti)
                assert bits_of(slow, misura) == fast.bits(fast.prepare(fatti))


class TestText:
    """No text of a file is ever in generated code."""

    @many(100)
    @given(st.data())
    def test_every_name_is_ours(self, data: st.DataObject) -> None:
        """The tokens of the text are Python's words, our names, numbers and signs: no string."""
        misura = data.draw(measures())
        text = compiled(misura, on=day_of(misura, data)).source

        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.NAME and not keyword.iskeyword(token.string):
                assert OURS.fullmatch(token.string)
            assert token.type != tokenize.STRING

    @pytest.mark.parametrize(
        "hostile",
        [
            "__import__('os').system('true')",
            "a\n    raise SystemExit",
            "'); exit(); ('",
            '"""',
            "f0",
            "row",
            "\\",
            "{codice}",
            "è",
            "None",
        ],
    )
    def test_hostile_names(self, hostile: str) -> None:
        """Facts, parameters, definitions, codes and labels may be called anything."""
        misura = hostile_measure(hostile)
        fatti = Fatti({hostile: True, "scelta": "b"}, ({"membro": True},))
        fast = compiled(misura, on=NEW)

        assert bits_of(evaluate(misura, fatti, on=NEW), misura) == fast.bits(fast.prepare(fatti))
        assert evaluate(misura, fatti, on=NEW) == fast.verdict(fatti)
        assert evaluate(misura, Fatti(), on=NEW) == fast.verdict(Fatti())
        if len(hostile) > len("None"):
            assert hostile not in fast.source


def hostile_measure(name: str) -> Misura:
    """A measure whose every name is `name`, save where two must differ."""
    words, fonte = Testo(it=name, en=name), Fonte(Grado.DERIVATA, testo=name)
    scelta = ChoiceType((name, "b"))
    rows = tuple(
        Riga((key,), Storia((Periodo(date(2020, 1, 1), value, fonte),)))
        for key, value in ((name, True), ("b", False))
    )
    return Misura(
        name,
        words,
        fonte,
        Vigenza(date(2020, 1, 1)),
        (
            Fatto(name, BoolType(), words),
            Fatto("scelta", scelta, words),
            Fatto("membro", BoolType(), words, membro=True),
            Fatto("codice", CodeType(), words),
        ),
        (Parametro(name, BoolType(), words, rows, (IndiceScelta((name, "b")),)),),
        (Definizione(name, t.Param(name, (t.Fact("scelta"),)), BoolType()),),
        (
            Requisito(
                name,
                words,
                fonte,
                t.And((t.Fact(name), t.AnyMember(t.MemberFact("membro")))),
                (Deroga(name, t.Definition(name), fonte),),
            ),
        ),
        Importo((Voce(name, t.Number(5), t.Fact(name)),)),
        Ordinamento((Chiave("codice"),), riserve=(Riserva(name, name, t.Fact(name), fonte),)),
    )
