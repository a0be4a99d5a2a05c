"""`explain` tells the amount item by item, and hides the values of facts unless asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from casa_model.rules.leggi import leggi_misura
from casa_model.rules.misura import DetraeDa
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.explain import Spiegazione
    from casa_model.rules.misura import Misura

    Tell: TypeAlias = Callable[..., Spiegazione]


def with_cap(rules: str, cap: str) -> Misura:
    """The trial measure with another cap."""
    return leggi_misura(rules.replace('massimo = "tetto[area]"', cap), file="x").valore


class TestAmount:
    """The amount is told item by item, with deductions, cap and total."""

    def test_items(self, told: Tell) -> None:
        """Items with their expense and what is granted, the deduction, the cap, the total."""
        text = told().testo()

        assert (
            "Importo\n"
            "- quota della spesa: spesa 125,00 €, riconosciuto 115,00 € (ridotto da ciò che si "
            "toglie dalla spesa) — r.r. 1/2020, art. 8 [dall'atto]\n"
            "- metà della spesa: spesa 500,00 €, riconosciuto 385,00 € (il massimo è raggiunto) "
            "— x [derivata]\n"
            "- Tolto dalla spesa, prima del massimo: 10,00 €\n"
            "  - bonus ricevuto: 10,00 €\n"
            "- Massimo: 500,00 €\n"
            "  - tetto: per area della protezione 500,00 € — r.r. 1/2020, art. 8 [dall'atto]\n"
            "  - area: area della protezione\n"
            "Spetta: 500,00 € — r.r. 1/2020, art. 8 [dall'atto]\n"
        ) in text

    def test_shares(self, rules: str, told: Tell) -> None:
        """A number from 0 to 1 with decimals is a percentage."""
        cap = 'massimo = "arrotonda(quota * spesa, 2)"'
        text = told(misura=with_cap(rules, cap)).testo()

        assert "  - quota della spesa: 12,5 % — delibera [da fonte secondaria]" in text

    def test_whole_share(self, rules: str, told: Tell) -> None:
        """A whole percentage has no decimals: 50 %."""
        cap = 'massimo = "arrotonda(mezza * spesa, 2)"'
        text = told(misura=with_cap(rules, cap), lang="en").testo()

        assert "  - half: 50 % — delibera [from a secondary source]" in text

    def test_zero(self, told: Tell) -> None:
        """Admitted with 0,00 is possible, and is said."""
        text = told(spesa=Euro(0), bonus=Euro(0)).testo()

        assert "Spetta: 0,00 €" in text
        assert "La domanda è ammessa e l'importo è zero: non spetta nulla." in text

    def test_from_the_grant(self, measure: Misura, told: Tell) -> None:
        """Deductions from the grant say so; items without label, source or cap are told."""
        assert measure.importo is not None
        voci = tuple(evolve(voce, fonte=None) for voce in measure.importo.voci)
        importo = evolve(
            measure.importo, voci=voci, massimo=None, detrae_da=DetraeDa.CONTRIBUTO, fonte=None
        )
        text = told(misura=evolve(measure, importo=importo)).testo()

        assert "- quota della spesa: spesa 125,00 €, riconosciuto 125,00 €\n" in text
        assert "- Tolto dal contributo, dopo il massimo: 10,00 €" in text
        assert "Spetta: 615,00 €\n" in text
        assert "Massimo:" not in text

    def test_what_comes_first_is_told_first(self, measure: Misura, told: Tell) -> None:
        """A grant is reduced after its cap, an expense before it."""
        assert measure.importo is not None
        grant = evolve(measure.importo, detrae_da=DetraeDa.CONTRIBUTO)
        text = told(misura=evolve(measure, importo=grant)).testo()

        assert "- Massimo: " in text.partition("- Tolto dal contributo")[0]
        assert "- Massimo: " in told().testo().partition("- Tolto dalla spesa")[2]

    def test_hidden(self, told: Tell) -> None:
        """Without values the total alone is told: it is the outcome."""
        text = told(valori=False).testo()

        assert "- metà della spesa: spesa …, riconosciuto … — x [derivata]" in text
        assert "- Tolto dalla spesa, prima del massimo: …" in text
        assert "- limite di legge: 18.720,00 €" in text
        assert "Spetta: 500,00 €" in text
        assert "Dove sta «…» il valore è noto e non è mostrato." in text

    def test_measure_that_pays_nothing(self, measure: Misura, told: Tell) -> None:
        """A measure without an amount or a ranking says nothing about either."""
        misura = evolve(measure, importo=None, graduatoria=None, note=())
        text = told(misura=misura).testo()

        assert "Importo" not in text
        assert "Riserve" not in text
        assert "Note" not in text

    def test_reserves(self, told: Tell) -> None:
        """The reserves of the ranking that the household may use are told with their article."""
        text = told().testo()

        assert "Riserve a cui può accedere\n- poveri — r.r. 1/2020, art. 11 [dall'atto]\n" in text
        assert "Note\n- Una nota.\n" in text

    def test_no_reserve(self, rules: str, told: Tell) -> None:
        """A household of no reserve has no such line."""
        poor = 'quando = "isee < soglia"'
        misura = leggi_misura(rules.replace(poor, 'quando = "isee > soglia"'), file="x").valore

        assert "Riserve" not in told(misura=misura).testo()


def test_repr_is_masked(told: Tell) -> None:
    """No value shows in the `repr` of an explanation, though its text tells them."""
    explanation = told(eta=(113, 113), isee=Euro.parse("7777.77"), comune="secret")

    assert "7.777,77" in explanation.testo()
    for secret in ("7777", "7.777", "113", "secret"):
        assert secret not in repr(explanation)


def test_hidden_values_are_nowhere(told: Tell) -> None:
    """With values hidden no fact is in the text: not alone, not in what is computed from it."""
    text = told(
        eta=(113, 113), isee=Euro.parse("7777.77"), comune="secret", assegnata=date(1977, 7, 17),
        spesa=Euro.parse("88888.88"), bonus=Euro.parse("77.66"), valori=False,
    ).testo()  # fmt: skip

    for secret in ("7.777", "113", "secret", "1977", "88.888", "77,66", "12.211"):
        assert secret not in text
