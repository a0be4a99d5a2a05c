"""`explain` tells a verdict in sentences, with articles, numbers of the law and what is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import evolve

from casa_model.errors import InvalidValue
from casa_model.readers.explain import Spiegazione, etichetta_mancante, explain
from casa_model.rules.esito import Esito, Finding, Verdict
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Requisito
from casa_model.values import Euro, Fonte, Grado, Norma, Testo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura

    Tell: TypeAlias = Callable[..., Spiegazione]

ON = date(2024, 12, 1)


class TestRequirements:
    """Each requirement is told with its outcome, its article and what it looked at."""

    def test_met(self, told: Tell) -> None:
        """A requirement that holds shows the fact beside the number of the law, with its grade."""
        text = told().testo()

        assert (
            "1. Soddisfatto: ISEE inferiore alla soglia\n"
            "   Fonte: r.r. 1/2020, art. 6 [dall'atto]\n"
            "   Che cosa è stato guardato:\n"
            "   - ISEE del nucleo: 5.000,00 €\n"
            "   - soglia ISEE: 9.360,00 € — r.r. 1/2020, art. 6 [dall'atto]\n"
        ) in text

    def test_english(self, told: Tell) -> None:
        """Everything is told in English too: money, days, outcomes."""
        text = told(lang="en").testo()

        assert "1. Met: ISEE below the threshold" in text
        assert "- household ISEE: €5,000.00" in text
        assert "- day of assignment: 1 March 2020" in text
        assert "Rules in force on 1 December 2024; requisites on 1 December 2024." in text

    def test_days_in_italian(self, told: Tell) -> None:
        """Days are read as people say them: the first of a month is an ordinal."""
        text = told(assegnata=date(2020, 11, 30)).testo()

        assert "- giorno di assegnazione: 30 novembre 2020" in text
        assert "- giorno dei requisiti: 1\u00ba dicembre 2024" in text

    def test_definition(self, told: Tell) -> None:
        """A definition has its value, its article, and one level of what it reads."""
        text = told().testo()

        assert (
            "   - doppio: 12.850,00 € — conto [derivata]\n"
            "     - ISEE del nucleo: 5.000,00 €\n"
            "   - limite di legge: 18.720,00 € — conto [derivata]\n"
        ) in text
        assert "   - isee pesato: 7.850,00 € — r.r. 1/2020, art. 7 [dall'atto]\n" in text

    def test_more_than_cents(self, told: Tell) -> None:
        """A computed amount below the cent keeps its digits, in both languages."""
        isee = Euro.parse("5000.01")

        assert "isee pesato: 7.850,0157 €" in told(isee=isee).testo()
        assert "isee pesato: €7,850.0157" in told(isee=isee, lang="en").testo()

    def test_indexed_by_the_household(self, told: Tell) -> None:
        """Of an indexed number, the row of the household is told when values are."""
        text = told().testo()

        assert "- scala: per 2 1,57 — r.r. 1/2020, art. 7 [dall'atto]" in text

    def test_indexed_when_hidden(self, told: Tell) -> None:
        """Without values every row is told: one alone would tell the household."""
        text = told(valori=False).testo()

        assert "- scala: per 1 1,00; per 2 1,57 — r.r. 1/2020, art. 7 [dall'atto]" in text
        assert (
            "  - tetto: per area della protezione 500,00 €; per area dell'accesso 400,00 € "
            "— r.r. 1/2020, art. 8 [dall'atto]; delibera [derivata]"
        ) in text

    def test_choice_of_a_definition(self, told: Tell) -> None:
        """A definition that gives a choice uses the labels of the fact with those values."""
        assert "- zona: area dell'accesso" in told().testo()

    def test_choice_without_labels(self, told: Tell) -> None:
        """A choice that no fact knows is told by its own code."""
        assert "- fascia: bassa — conto [derivata]" in told().testo()

    def test_one_level_only(self, told: Tell) -> None:
        """A definition under a definition has its value and nothing under it."""
        text = told().testo()

        assert (
            "   - doppio: 12.850,00 € — conto [derivata]\n"
            "     - isee pesato: 7.850,00 € — r.r. 1/2020, art. 7 [dall'atto]\n"
        ) in text

    def test_not_met(self, told: Tell) -> None:
        """A requirement that fails says that no derogation holds, and which there are."""
        text = told(assegnata=date(2024, 1, 1)).testo()

        assert "Esito: domanda non ammessa." in text
        assert "3. Non soddisfatto: assegnazione da tempo" in text
        assert (
            "   Nessuna deroga vale: in regola — r.r. 1/2020, art. 9 [dall'atto]; "
            "minori nel nucleo — r.r. 1/2020, art. 10 [dall'atto]"
        ) in text

    def test_by_derogation(self, told: Tell) -> None:
        """A requirement that holds by a derogation names it with its article."""
        text = told(eta=(41, 9), assegnata=date(2024, 1, 1)).testo()

        assert "   Vale per deroga: minori nel nucleo — r.r. 1/2020, art. 10 [dall'atto]" in text
        assert "   - età (per ogni componente): 41; 9" in text

    def test_code_of_a_derogation(self, told: Tell) -> None:
        """A derogation without a text is told by its code, in words; a code by itself."""
        text = told(assegnata=date(2024, 1, 1), in_regola=True).testo()

        assert "   Vale per deroga: in regola — r.r. 1/2020, art. 9 [dall'atto]" in text
        assert "   - comune: 015146" in text
        assert "   - in regola: sì" in text

    def test_unread(self, measure: Misura, told: Tell) -> None:
        """What nobody has read is said plainly."""
        testo = Testo(it="altri requisiti", en="other requirements")
        fonte = Fonte(Grado.ATTO, Norma("rr-1-2020", "12"))
        unread = Requisito("altri", testo, fonte, None)
        misura = evolve(measure, requisiti=(*measure.requisiti, unread))
        text = told(misura=misura, lang="en").testo()

        assert "6. Not known: other requirements" in text
        assert "   The act asks it; nobody here has read it." in text
        assert "None: what is left are requirements that nobody here has read." in text


class TestMissing:
    """What is missing is told with the document that proves it and who can change it."""

    def test_facts_to_bring(self, told: Tell) -> None:
        """A missing fact has its label, its document, and who can change it."""
        text = told(unknown=("isee",)).testo()

        assert "Esito: domanda da completare." in text
        assert (
            "Documenti e informazioni da portare\n"
            "- ISEE del nucleo; lo prova: attestazione ISEE; può cambiarlo la persona\n"
        ) in text
        assert "- ISEE del nucleo: non noto" in text
        assert "Nessun importo: esiste solo con una domanda ammessa." in text

    def test_derogations_that_may_hold(self, told: Tell) -> None:
        """A requirement not known yet names the derogations that there are."""
        text = told(eta=None, unknown=("assegnata", "comune", "in_regola")).testo()

        assert "   Deroghe possibili: in regola" in text
        assert "   - età (per ogni componente): non noto" in text
        assert "- elenco dei componenti del nucleo" in text
        assert "- giorno di assegnazione; nessuno può cambiarlo" in text

    def test_member_facts_in_part(self, told: Tell) -> None:
        """Of members, what is known and what is not are told apart; hidden, only that it is."""
        facts = {"eta": (41, None), "unknown": ("assegnata",)}

        assert "- età (per ogni componente): 41; non noto" in told(**facts).testo()
        assert "- età (per ogni componente): …" in told(**facts, valori=False).testo()

    def test_unknown_index(self, told: Tell) -> None:
        """With an unknown index every row of the number is told."""
        text = told(unknown=("area",)).testo()

        assert "- area: non noto" in text
        spoken = told(unknown=("componenti",)).testo()

        assert "- scala: per 1 1,00; per 2 1,57" in spoken

    @pytest.mark.parametrize(
        ("nome", "label"),
        [
            ("isee", "household ISEE"),
            ("membri", "the list of the members of the household"),
            ("data_domanda", "day of the application, with the hour if the notice sets one"),
            ("chiusura", "closing of the terms"),
            ("altro_fatto", "altro fatto"),
        ],
    )
    def test_labels(self, measure: Misura, nome: str, label: str) -> None:
        """Every name that a verdict may miss has a label, at worst its own words."""
        assert etichetta_mancante(measure, nome, "en") == label


class TestLater:
    """What a choice that is not known hides is not in the list, and may still be asked."""

    def test_it_is_told_after_what_to_bring(self, told: Tell) -> None:
        """Where it may be so, and nowhere else."""
        found = told(unknown=("isee",))
        later = "Altri possono servire dopo, secondo ciò che si dichiara.\n"

        assert later not in found.testo()
        assert f"\n{later}" in evolve(found, altri=True).testo()


class TestDoor:
    """A finding of the door is told too, though no requirement asks it."""

    def test_out_of_time(self, measure: Misura) -> None:
        """The finding has its text and its source, and nothing that it looked at."""
        fonte = Fonte(Grado.SECONDARIA, testo="avviso 2024")
        testo = Testo(it="nei termini", en="in time")
        finding = Finding("nei-termini", testo, fonte, esito=None, mancano=("data_domanda",))
        verdict = Verdict("prova", ON, Esito.DA_COMPLETARE, (finding,), mancano=("data_domanda",))
        text = explain(measure, Fatti(), verdict, lang="en").testo()

        assert (
            "1. Not known: in time\n"
            "   Source: avviso 2024 [from a secondary source]\n"
            "   What is missing:\n"
            "   - day of the application, with the hour if the notice sets one\n"
        ) in text


def test_other_measure(measure: Misura) -> None:
    """A verdict of another measure is refused."""
    verdict = Verdict("altra", ON, Esito.DA_COMPLETARE, ())

    with pytest.raises(InvalidValue) as caught:
        explain(measure, Fatti(), verdict, lang="it")

    assert caught.value.testo("it") == (
        "il verdetto è della misura `altra`; passa quella, non `prova`"
    )
