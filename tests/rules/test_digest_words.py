"""What the digest of a law says, and what it leaves out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from generative.test_agreement import day_of
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.casa import edizione, leggi_avviso
from casa_model.rules import tree as t
from casa_model.rules.digest import (
    facts_digest,
    law_digest,
    law_parts,
    notice_parts,
)
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import (
    Calendario,
    Chiave,
    Deroga,
    Esaurimento,
    Importo,
    Misura,
    Requisito,
    Voce,
)
from casa_model.rules.types import DateType
from casa_model.testing._households import households
from casa_model.testing._measures import measures
from casa_model.values import Euro, Fonte, Grado, Periodo, Storia, Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.avviso import Avviso

ROOT = Path(__file__).parents[2]
ON = date(2026, 3, 1)
CRS = edizione().misure["crs-difficolta"]
FONTE = Fonte(Grado.DERIVATA, testo="another source")
OTHER = Testo(it="altro", en="other")


def _first(misura: Misura, **change: object) -> Misura:
    return evolve(misura, requisiti=(evolve(misura.requisiti[0], **change), *misura.requisiti[1:]))


def _soglia(misura: Misura, *periods: Periodo[Euro]) -> Misura:
    """The measure with another history of its threshold."""
    (old,) = (p for p in misura.parametri if p.nome == "soglia_isee")
    new = evolve(old, righe=(evolve(old.righe[0], storia=Storia(periods)),))
    return evolve(misura, parametri=tuple(new if p is old else p for p in misura.parametri))


def _fact(misura: Misura, nome: str, **change: object) -> Misura:
    fatti = (evolve(fatto, **change) if fatto.nome == nome else fatto for fatto in misura.fatti)
    return evolve(misura, fatti=tuple(fatti))


def _importo() -> Importo:
    assert CRS.importo is not None
    return CRS.importo


OLD = Periodo(date(2019, 10, 14), Euro(936_000), FONTE)
ANSWERS: dict[str, tuple[Callable[[], Misura], str]] = {
    "a condition": (lambda: _first(CRS, condizione=t.Truth(value=True)), "requisito/area"),
    "a requirement unread": (lambda: _first(CRS, condizione=None), "requisito/area"),
    "a derogation": (
        lambda: _first(CRS, deroghe=(Deroga("d", t.Truth(value=True), FONTE),)), "requisito/area",
    ),
    "a code": (lambda: _first(CRS, codice="zona"), "requisito/area"),
    "a requirement out of force": (
        lambda: _first(CRS, vigenza=Vigenza(date(2030, 1, 1))), "requisito/area",
    ),
    "the order": (lambda: evolve(CRS, requisiti=CRS.requisiti[::-1]), "ordine"),
    "a parameter": (
        lambda: _soglia(CRS, evolve(OLD, valore=Euro(936_001))), "parametro/soglia_isee",
    ),
    "a definition": (
        lambda: evolve(CRS, definizioni=tuple(
            evolve(d, vale=t.Number(1, 4)) for d in CRS.definizioni
        )),
        "definizione/soglia_nucleo",
    ),
    "the type of a fact": (lambda: _fact(CRS, "isee", tipo=DateType()), "fatto/isee"),
    "the range of a fact": (
        lambda: _fact(CRS, "data_contratto", tipo=DateType(date(2000, 1, 1))),
        "fatto/data_contratto",
    ),
    "an item": (
        lambda: evolve(CRS, importo=evolve(_importo(), voci=_importo().voci[:1])), "importo",
    ),
    "a cap": (lambda: evolve(CRS, importo=evolve(_importo(), massimo=None)), "importo"),
    "a date of the notice": (
        lambda: evolve(
            CRS, calendario=Calendario(ON, ON, (("scadenza", date(2026, 1, 1)),))
        ), "giorni",
    ),
    "the day of the requisites": (
        lambda: evolve(CRS, calendario=Calendario(ON, date(2026, 1, 1))), "giorni",
    ),
}  # fmt: skip
WORDS: dict[str, Callable[[], Misura]] = {
    "titles": lambda: evolve(CRS, titolo=OTHER, fonte=FONTE),
    "the text of a requirement": lambda: _first(CRS, testo=OTHER, fonte=FONTE),
    "notes": lambda: evolve(CRS, note=(OTHER,)),
    "the label of a fact": lambda: _fact(CRS, "isee", etichetta=OTHER, prova=OTHER),
    "a fact that nothing reads": lambda: _fact(CRS, "punteggio", tipo=DateType()),
    "the source of a parameter": lambda: _soglia(CRS, OLD),
    "a value of another day": lambda: _soglia(
        CRS, OLD, Periodo(date(2030, 1, 1), Euro(999_999), FONTE)
    ),
    "the label of an item": lambda: evolve(
        CRS,
        importo=evolve(
            _importo(), fonte=FONTE, voci=tuple(evolve(v, etichetta=OTHER) for v in _importo().voci)
        ),
    ),
    "the vigenza of a measure in force": lambda: evolve(CRS, vigenza=Vigenza(date(2021, 1, 1))),
}


class TestWhatItSays:
    """What can change an answer is in the digest, and nothing else is."""

    @pytest.mark.parametrize("what", ANSWERS)
    def test_what_can_change_an_answer(self, what: str) -> None:
        """The digest is another, and the part that differs is named."""
        make, part = ANSWERS[what]
        old, new = law_parts(CRS, on=ON), law_parts(make(), on=ON)
        differ = {name for name in {*old, *new} if old.get(name) != new.get(name)}

        assert law_digest(CRS, on=ON) != law_digest(make(), on=ON)
        assert part in differ

    @pytest.mark.parametrize("what", WORDS)
    def test_what_cannot(self, what: str) -> None:
        """The digest is the same."""
        assert law_digest(CRS, on=ON) == law_digest(WORDS[what](), on=ON)

    def test_a_fact_that_is_stated_and_not_read(self) -> None:
        """An application that states it is refused when it does not fit its declaration."""
        other = _fact(CRS, "punteggio", tipo=DateType())
        one, two = (law_parts(m, on=ON, stated=["punteggio"]) for m in (CRS, other))

        assert {name for name in one if one[name] != two[name]} == {"fatto/punteggio"}
        assert set(one) - set(law_parts(CRS, on=ON)) == {"fatto/punteggio"}
        assert law_parts(CRS, on=ON) == law_parts(CRS, on=ON, stated=["isee", "nobody_knows"])

    def test_what_a_notice_adds(self) -> None:
        """Its terms and its endowment, which are no part of the measure."""
        raw = (ROOT / "esempi" / "avvisi" / "tradate-2023.toml").read_text("utf-8")
        avviso = leggi_avviso(raw).valore
        assert avviso.misura.graduatoria is not None
        later = evolve(avviso, chiusura=date(2030, 1, 1))
        rich = evolve(avviso, dotazione=None)
        whole = evolve(avviso.misura.graduatoria, esaurimento=Esaurimento.SOLO_INTERI)
        ranked = evolve(avviso, misura=evolve(avviso.misura, graduatoria=whole))
        parts = notice_parts(avviso)

        def changed(other: Avviso) -> set[str]:
            found = notice_parts(other)
            return {name for name in parts if parts[name] != found[name]}

        assert changed(later) == {"termini"}
        assert changed(rich) == ({"dotazione"} if avviso.dotazione else set())
        assert changed(ranked) == {"graduatoria"}

    @settings(max_examples=60)
    @given(st.data())
    def test_a_fact_more(self, data: st.DataObject) -> None:
        """Whatever is learnt of a household, its digest is another."""
        misura = data.draw(measures())
        fatti = data.draw(households(misura))
        nome = data.draw(st.sampled_from([f.nome for f in misura.fatti if not f.membro]))
        known = Fatti({**fatti.valori, nome: True}, fatti.membri)
        unknown = Fatti({n: v for n, v in fatti.valori.items() if n != nome}, fatti.membri)

        assert facts_digest(known) != facts_digest(unknown)

    def test_types_are_told_apart(self) -> None:
        """A yes is not a one, money is not a number, a day is not its text."""
        values = (True, Decimal(1), Euro(1), "1", date(2024, 1, 1), "2024-01-01", False, "True")
        digests = {facts_digest(Fatti({"x": value})) for value in values}

        assert len(digests) == len(values)

    @settings(max_examples=60)
    @given(st.data())
    def test_of_any_rule(self, data: st.DataObject) -> None:
        """Every rule has a digest, the same twice, and its parts cover it."""
        misura = data.draw(measures())
        on = day_of(misura, data)
        more = evolve(
            misura,
            requisiti=(*misura.requisiti, Requisito("altro", OTHER, FONTE, t.Truth(value=True))),
        )

        assert law_digest(misura, on=on) == law_digest(evolve(misura), on=on)
        assert law_digest(misura, on=on) != law_digest(more, on=on)


def test_a_claim_about_the_rows_of_a_table() -> None:
    """That they never overlap is checked when the file is read, and changes no answer."""
    row = t.Row(t.Fact("riceve_crs_indigenza"), t.Number(1, 0))

    def measure(*, unique: bool, altrimenti: int = 2) -> Misura:
        table = t.Table((row,), t.Number(altrimenti, 0), unique)
        return evolve(CRS, definizioni=tuple(evolve(d, vale=table) for d in CRS.definizioni))

    claimed = law_digest(measure(unique=True), on=ON)

    assert claimed == law_digest(measure(unique=False), on=ON)
    assert claimed != law_digest(measure(unique=True, altrimenti=3), on=ON)


def test_members_count() -> None:
    """A list that is not known is not a list of nobody; members keep their order."""
    one, two = {"eta": 1}, {"eta": 2}
    digests = {
        facts_digest(Fatti({}, rows)) for rows in (None, ({},), (one,), (one, two), (two, one))
    }

    assert len(digests) == 5


def test_a_number_that_is_none() -> None:
    """Facts that no measure would take have a digest too: filing comes before judging."""
    assert facts_digest(Fatti({"x": Decimal("NaN")})) != facts_digest(Fatti())


def test_an_item_more_than_a_label() -> None:
    """Two items that differ only in what they are worth are two."""
    voce = Voce("v", t.Number(1, 2))
    one = evolve(CRS, importo=Importo((voce,)))
    other = evolve(CRS, importo=Importo((evolve(voce, vale=t.Number(2, 2)),)))

    assert law_digest(one, on=ON) != law_digest(other, on=ON)


def test_the_keys_of_a_ranking() -> None:
    """A key turned over is another ranking."""
    raw = (ROOT / "esempi" / "avvisi" / "tradate-2023.toml").read_text("utf-8")
    misura = leggi_avviso(raw).valore.misura
    assert misura.graduatoria is not None
    assert misura.calendario is not None
    first, *rest = misura.graduatoria.ordine
    turned = (Chiave(first.nome, decrescente=not first.decrescente), *rest)
    other = evolve(misura, graduatoria=evolve(misura.graduatoria, ordine=turned))
    on = misura.calendario.giorno_norma

    assert law_digest(misura, on=on) != law_digest(other, on=on)
