"""The motivated notice of l. 241/1990: what decided, the procedure, and blanks for the office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import evolve

from casa_model.errors import InvalidValue, UnknownName
from casa_model.readers.explain import con_avviso
from casa_model.readers.notice import Provvedimento, Tipo, motivated
from casa_model.rules.avviso import Avviso, Differenza, Operazione
from casa_model.rules.leggi import Norme, leggi_norme
from casa_model.rules.misura import Calendario, Requisito
from casa_model.values import Fonte, Grado, Testo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.explain import Spiegazione
    from casa_model.rules.misura import Misura

    Tell: TypeAlias = Callable[..., Spiegazione]

LATE = date(2024, 1, 1)
ON = date(2024, 12, 1)
NOTA = "\nNota per l'ufficio: da togliere prima di inviare\n"
BLANKS = (
    "[DA COMPILARE DALL'UFFICIO: responsabile del procedimento]\n"
    "[DA COMPILARE DALL'UFFICIO: luogo e data]\n"
    "[DA COMPILARE DALL'UFFICIO: firma]\n"
)


def law(dal: str = "2019-10-14", name: str = "giorni_osservazioni") -> Norme:
    """L. 241/1990 with its parameter in force from a day."""
    return leggi_norme(
        f"""
        formato = 1
        [norme]
        codice = "l-241-1990"
        titolo = {{ it = "Procedimento", en = "Procedure" }}
        [atti.l-241-1990]
        nome = "l. 241/1990"
        titolo = {{ it = "Procedimento", en = "Procedure" }}
        [parametri.altro]
        etichetta = {{ it = "altro", en = "other" }}
        tipo = "bool"
        storia = [{{ dal = 2000-01-01, valore = true, fonte = "x", grado = "derivata" }}]
        [parametri.{name}]
        etichetta = {{ it = "giorni", en = "days" }}
        tipo = "numero(0)"
        storia = [{{ dal = {dal}, valore = 10, norma = "l-241-1990, art. 10-bis",
                    fonte = "exeo.it", grado = "secondaria" }}]
        """.replace(",\n                   ", ","),
        file="l-241-1990.toml",
    )


def unranked(measure: Misura) -> Misura:
    """The trial measure outside competitive procedures: no ranking."""
    return evolve(measure, graduatoria=None)


def draft(
    told: Tell, misura: Misura, *, legge: Norme | None = None, lang: str = "it", **facts: object
) -> Provvedimento:
    """The notice about a household."""
    spiegazione = told(misura=misura, lang=lang, **facts)
    return motivated(misura, spiegazione, legge=legge or law(), riferimento="A-1", ente="Comune")


class TestRefused:
    """Outside competitive procedures the reasons are communicated before the measure."""

    def test_communication(self, told: Tell, measure: Misura) -> None:
        """The days for observations come from the law, which alone is cited."""
        found = draft(told, unranked(measure), assegnata=LATE)

        assert found.tipo is Tipo.PREAVVISO
        assert (
            "Entro 10 giorni dal ricevimento di questa comunicazione chi ha fatto domanda può "
            "presentare osservazioni scritte (l. 241/1990, art. 10-bis).\n"
            "Il provvedimento finale dà conto delle osservazioni non accolte.\n"
        ) in found.testo()
        assert (
            "- la comunicazione dei motivi non vale per le procedure concorsuali"
            in found.testo().partition(NOTA)[2]
        )

    def test_only_what_decided(self, told: Tell, measure: Misura) -> None:
        """The requirements that failed are told, those that hold are not."""
        text = draft(told, unranked(measure), assegnata=LATE).testo()

        assert "1. Non soddisfatto: assegnazione da tempo" in text
        assert "ISEE inferiore alla soglia" not in text
        assert "Motivazione secondo l. 241/1990, art. 3.\n" in text

    def test_blanks(self, told: Tell, measure: Misura) -> None:
        """What only the office knows is a marked blank: nothing is invented."""
        text = draft(told, unranked(measure), assegnata=LATE).testo()

        assert text.partition(NOTA)[0].endswith(BLANKS)
        assert "[DA COMPILARE DALL'UFFICIO: termine per ricorrere]" in text
        assert "[DA COMPILARE DALL'UFFICIO: autorità a cui ricorrere]" in text
        assert (
            "[DA COMPILARE DALL'UFFICIO: osservazioni presentate, e perché non sono accolte]"
            in text
        )

    def test_days_not_known(self, told: Tell, measure: Misura) -> None:
        """Before the first day of the parameter the number is a blank, and the note says why."""
        later = law("2030-01-01")
        text = draft(told, unranked(measure), legge=later, lang="en", assegnata=LATE).testo()

        assert "Within [TO BE FILLED IN BY THE OFFICE: number of days] days of receiving" in text
        assert "may submit written observations.\n" in text
        assert "- the number of days for observations in force on that day is not known" in text

    def test_competitive(self, told: Tell, measure: Misura) -> None:
        """A measure that ranks is a competitive procedure: art. 10-bis does not apply."""
        found = draft(told, measure, assegnata=LATE)

        assert found.tipo is Tipo.DINIEGO
        assert (
            "La comunicazione dei motivi ostativi non si applica: questa misura forma una "
            "graduatoria, e le procedure concorsuali ne sono escluse (l. 241/1990, art. 10-bis)."
        ) in found.testo()
        assert "Entro 10 giorni" not in found.testo()

    def test_competitive_without_days(self, told: Tell, measure: Misura) -> None:
        """It does not apply either when the days are not known."""
        text = draft(told, measure, legge=law("2030-01-01"), lang="en", assegnata=LATE).testo()

        assert "and competitive procedures are excluded from it.\n" in text


class TestOthers:
    """Each outcome has its own draft."""

    def test_admitted(self, told: Tell, measure: Misura) -> None:
        """Admitted: the amount, and that the ranking says what is paid."""
        found = draft(told, measure)
        text = found.testo()

        assert found.tipo is Tipo.ACCOGLIMENTO
        assert text.startswith("Bozza di provvedimento motivato: domanda ammessa\n\nEnte: Comune\n")
        assert "Domanda: A-1\n" in text
        assert "Spetta: 500,00 €" in text
        assert "L'ammissione non è il pagamento: che cosa è pagato lo dice la graduatoria." in text

    def test_admitted_without_ranking_or_amount(self, told: Tell, measure: Misura) -> None:
        """A measure that neither pays nor ranks says nothing about it; names may be left out."""
        misura = evolve(unranked(measure), importo=None)
        text = motivated(misura, told(misura=misura), legge=law()).testo()

        assert "Importo" not in text
        assert "pagamento" not in text
        assert "Ente:" not in text
        assert "Domanda:" not in text

    def test_to_be_completed(self, told: Tell, measure: Misura) -> None:
        """Not decided yet: the facts to bring, and no appeal."""
        found = draft(told, measure, lang="en", unknown=("isee",))
        text = found.testo()

        assert found.tipo is Tipo.COMPLETAMENTO
        assert "Draft request for completion: nothing is decided yet" in text
        assert "Requirements not decided yet\n1. Not known: ISEE below the threshold" in text
        assert "legal grounds" not in text
        assert "l. 241/1990" not in text
        assert (
            "Documents and information to bring\n"
            "- household ISEE; proved by: ISEE attestation\n"
            "[TO BE FILLED IN"
        ) in text
        assert "[TO BE FILLED IN BY THE OFFICE: by when to complete]" in text
        assert "Others may be needed later" not in text
        assert "Appeal" not in text

    def test_hidden_stay_hidden(self, told: Tell, measure: Misura) -> None:
        """What the explanation masks stays masked."""
        text = draft(told, measure, assegnata=LATE, valori=False).testo()

        assert "- giorno di assegnazione: …" in text
        assert "2024-01-01" not in text
        assert "- valori nascosti: dove sta «…» il valore è noto" in text.partition(NOTA)[2]
        assert "valori nascosti" not in draft(told, measure, assegnata=LATE).testo()


class TestNote:
    """What is for the office only stands after the letter, to be removed."""

    def test_grades(self, told: Tell, measure: Misura) -> None:
        """The letter cites acts; each source that it cites is in the note with its grade."""
        text = draft(told, unranked(measure), assegnata=LATE).testo()
        letter, _, note = text.partition(NOTA)

        assert "   Fonte: r.r. 1/2020, art. 6\n" in letter
        assert "in regola — r.r. 1/2020, art. 9; minori nel nucleo — r.r. 1/2020" in letter
        for word in ("[dall'atto]", "[derivata]", "secondaria", "altervista", "exeo"):
            assert word not in letter
        assert "- r.r. 1/2020, art. 9 — grado: atto\n" in note
        assert (
            "- l. 241/1990, art. 3; sentenze.altervista.org; wikipa.net — "
            "grado: fonte secondaria; da verificare prima di inviare\n"
        ) in note
        assert "- l. 241/1990, art. 10-bis; exeo.it — grado: fonte secondaria" in note

    def test_source_that_is_no_act(self, told: Tell, measure: Misura) -> None:
        """A requirement that was only read about leaves a blank for its act and article."""
        fonte = Fonte(Grado.SECONDARIA, testo="gardatoday")
        asked = tuple(evolve(r, fonte=fonte) for r in measure.requisiti)
        misura = evolve(measure, requisiti=asked)
        letter, _, note = draft(told, misura, assegnata=LATE).testo().partition(NOTA)

        assert "   Fonte: [DA COMPILARE DALL'UFFICIO: atto e articolo]\n" in letter
        assert "- gardatoday — grado: fonte secondaria; da verificare prima di inviare" in note

    def test_unread(self, told: Tell, measure: Misura) -> None:
        """What nobody has read is told to the office, not to the applicant."""
        testo = Testo(it="altri requisiti", en="other requirements")
        unread = Requisito("altri", testo, measure.fonte, None)
        misura = evolve(measure, requisiti=(*measure.requisiti, unread))
        letter, _, note = draft(told, misura).testo().partition(NOTA)

        assert "1. Non noto: altri requisiti\n   Fonte: r.r. 1/2020, art. 1\n\n[DA COMPI" in letter
        assert "- altri requisiti: nessuno qui ha letto ciò che l'atto chiede" in note

    def test_only_the_ranking_is_missing(self, told: Tell, measure: Misura) -> None:
        """Without a requirement to decide there is no heading for them."""
        spiegazione = evolve(told(unknown=("isee",)), ragioni=())
        text = motivated(measure, spiegazione, legge=law()).testo()

        assert "Requisiti non ancora decisi" not in text


class TestOfANotice:
    """A letter about a notice names it, cites it, and says what it changes of the measure."""

    def test_whole(self, told: Tell, measure: Misura) -> None:
        """Requirements removed or replaced, with the reason; nothing of what concerns others."""
        found = Fonte(Grado.SECONDARIA, testo="gardatoday")
        why = Testo(it="nessuno lo riceve", en="nobody gets it")
        avviso = Avviso(
            "prova-2024",
            measure.titolo,
            "Comune",
            "prova",
            evolve(
                measure,
                requisiti=tuple(evolve(r, fonte=found) for r in measure.requisiti),
                calendario=Calendario(ON, ON),
            ),
            found,
            ON,
            differenze=(
                Differenza("requisito", "riceve-altro", Operazione.TOGLIE, found, why),
                Differenza("requisito", "isee", Operazione.AGGIUNGE, found),
                Differenza("graduatoria", "graduatoria", Operazione.SOSTITUISCE, found),
            ),
        )
        spiegazione = con_avviso(told(misura=avviso.misura, assegnata=LATE), avviso)
        text = motivated(avviso.misura, spiegazione, legge=law()).testo()
        letter, _, note = text.partition(NOTA)

        assert "Avviso: Misura di prova\n" in letter
        assert "Misura:" not in letter
        assert "   Fonte: l'avviso\n" in letter
        assert (
            "\nChe cosa cambia l'avviso rispetto alla misura\n"
            "- toglie: requisito «riceve altro»; motivo: nessuno lo riceve — l'avviso\n\n"
        ) in letter
        assert "- l'avviso; gardatoday — grado: fonte secondaria" in note


def test_law_without_the_parameter(told: Tell, measure: Misura) -> None:
    """A law that does not say how many days is refused."""
    with pytest.raises(UnknownName) as caught:
        draft(told, measure, legge=law(name="nessuno"))

    assert caught.value.testo("it") == (
        "la legge passata non ha `giorni_osservazioni`; passa la l. 241/1990 dell'edizione"
    )


def test_other_measure(told: Tell, measure: Misura) -> None:
    """The explanation of another measure is refused."""
    with pytest.raises(InvalidValue) as caught:
        motivated(evolve(measure, codice="altra"), told(), legge=law())

    assert caught.value.testo("it") == (
        "la spiegazione è della misura `prova`; passa quella, non `altra`"
    )
