"""Every part of a measure, as a person would explain it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.trial import BASE, FONTE, NEW, WORDS, definition, read, requirement

from casa_model.readers.prose import prose
from casa_model.rules import tree as t
from casa_model.rules.misura import (
    Chiave,
    Definizione,
    DetraeDa,
    Esaurimento,
    Importo,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.params import IndiceIntero, IndiceScelta, Parametro, Riga
from casa_model.rules.types import BoolType, NumberType
from casa_model.values import Euro, Fonte, Grado, Periodo, Storia, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.errors import Lang


def of(**parts: object) -> str:
    """The book of the trial measure with other parts, as text."""
    return prose(evolve(BASE, **parts), on=NEW, lang="it").testo()


class TestParts:
    """Every part of a measure, as a person would explain it."""

    def test_an_unread_requirement(self) -> None:
        """Said plainly, with no condition."""
        text = of(requisiti=(Requisito("r", WORDS, FONTE, None),))

        assert "nessuno qui lo ha letto" in text
        assert "È soddisfatto quando" not in text

    def test_a_derogation(self) -> None:
        """With its words and article, or its article alone."""
        text = of(requisiti=(requirement("r", "pagato", d="isee < 5"),))

        assert "Oppure, in deroga (test [derivata]), quando:\n   - «prova» è inferiore a 5" in text

    def test_the_days_of_a_requirement(self) -> None:
        """From a day, or between two."""
        one = evolve(requirement("r", "pagato"), vigenza=Vigenza(date(2020, 1, 1)))
        two = evolve(one, vigenza=Vigenza(date(2020, 1, 1), date(2024, 12, 31)))

        assert "In vigore dal 1º gennaio 2020." in of(requisiti=(one,))
        assert "In vigore dal 1º gennaio 2020 al 31 dicembre 2024." in of(requisiti=(two,))

    @pytest.mark.parametrize(
        ("da", "first"), [(DetraeDa.SPESA, "Dalla spesa"), (DetraeDa.CONTRIBUTO, "In tutto")]
    )
    def test_an_amount(self, da: DetraeDa, first: str) -> None:
        """Items in order, what is taken off, the cap: in the order in which they count."""
        voci = (
            Voce("prima", t.Fact("spesa"), t.Fact("pagato"), t.Param("soglia"), fonte=FONTE),
            Voce("seconda-voce", t.Fact("isee"), etichetta=Testo(it="La seconda", en="The second")),
        )
        importo = Importo(voci, t.Param("soglia"), (t.Fact("isee"),), da, FONTE)
        text = of(importo=importo)
        places = {word: text.index(word) for word in ("Dalla spesa", "Dal contributo", "In tutto")
                  if word in text}  # fmt: skip

        assert (
            "1. prima: «prova»; solo se «prova»: sì; al massimo «prova» (9.360,00 €) — test" in text
        )
        assert "2. La seconda: «prova»" in text
        assert "le voci si coprono nello stesso ordine" in text
        assert min(places, key=lambda word: places[word]) == first

    def test_a_plain_amount(self) -> None:
        """One item and nothing else."""
        text = of(importo=Importo((Voce("v", t.Fact("spesa")),)))

        assert "si coprono" not in text
        assert "In tutto" not in text

    @pytest.mark.parametrize(
        ("esaurimento", "salta", "words"),
        [
            (Esaurimento.RESIDUO, False, "riceve ciò che resta"),
            (Esaurimento.PROPORZIONALE, False, "in proporzione"),
            (Esaurimento.SOLO_INTERI, False, "ci si ferma al primo"),
            (Esaurimento.SOLO_INTERI, True, "è saltato"),
        ],
    )
    def test_a_ranking(self, esaurimento: Esaurimento, salta: bool, words: str) -> None:  # noqa: FBT001
        """Each key as what comes first, the end of the money, the reserves."""
        keys = (
            Chiave("isee"), Chiave("quota", decrescente=True), Chiave("contratto"),
            Chiave("contratto", decrescente=True), Chiave("protocollo"),
            Chiave("protocollo", decrescente=True), Chiave("resto"),
        )  # fmt: skip
        riserva = Riserva("i-primi", "soglia", t.Fact("pagato"), FONTE)
        text = of(
            definizioni=(definition("resto", "isee + isee"),),
            importo=Importo((Voce("v", t.Fact("spesa")),)),
            graduatoria=Ordinamento(keys, esaurimento, salta, (riserva,), FONTE),
        )

        assert [
            line for line in text.splitlines() if re.match(r"\d\. (prima|in ordine)", line)
        ] == [
            "1. prima il valore più basso di «prova»",
            "2. prima il valore più alto di «prova»",
            "3. in ordine di «prova», dal primo giorno all'ultimo",
            "4. in ordine di «prova», dall'ultimo giorno al primo",
            "5. in ordine di «prova»",
            "6. in ordine inverso di «prova»",
            "7. prima il valore più basso di «resto»",
        ]
        assert words in text
        assert "Riserva «i primi»: una parte della dotazione pari a «prova» (9.360,00 €)" in text
        assert "ciò che avanza torna a tutti" in text

    @pytest.mark.parametrize(
        ("lang", "down", "line"),
        [
            ("it", False, "1. prima le domande con «prova»: no, poi quelle con sì"),
            ("it", True, "1. prima le domande con «prova»: sì, poi quelle con no"),
            ("en", False, "1. first the applications with “test”: no, then those with yes"),
            ("en", True, "1. first the applications with “test”: yes, then those with no"),
        ],
    )
    def test_a_ranking_by_a_yes_or_no(self, lang: Lang, down: bool, line: str) -> None:  # noqa: FBT001
        """Which of the two comes first decides who is paid: no before yes, as they are sorted."""
        ranked = Ordinamento((Chiave("pagato", decrescente=down),))

        assert line in prose(evolve(BASE, graduatoria=ranked), lang=lang).testo()

    @pytest.mark.parametrize("pays", [True, False])
    def test_a_ranking_for_dwellings(self, pays: bool) -> None:  # noqa: FBT001
        """A household has a dwelling or none: where nothing is paid, or the notice counts them."""
        ranked = Ordinamento((Chiave("protocollo"),))
        paid = Importo((Voce("v", t.Fact("spesa")),)) if pays else None
        text = of(graduatoria=ranked, importo=paid)

        assert ("riceve ciò che resta" in text) == pays
        assert ("Va un alloggio a ogni domanda, nell'ordine" in text) == (not pays)

    def test_a_ranking_without_a_source_or_reserves(self) -> None:
        """Then nothing is said of them."""
        assert "Riserva" not in of(graduatoria=Ordinamento((Chiave("protocollo"),)))

    def test_computed_values(self) -> None:
        """A yes or no as a condition, cases and tables as tables, the others as phrases."""
        rows = (
            t.Row(read("pagato"), t.Number(1)),
            t.Row(read("isee < 5"), t.Number(2)),
        )
        number = NumberType(0, euro=False, lo=0, hi=9)
        parts = (
            Definizione("uno", read("pagato and isee < 5"), BoolType(), FONTE),
            Definizione("due", t.Table(rows, t.Number(3)), number),
            Definizione("tre", t.Table(rows, t.Number(3), unique=True), number),
            Definizione("quattro", t.Table(rows[:1], t.Number(3)), number),
            Definizione("cinque", read("isee if pagato else 5"), number, etichetta=WORDS),
            Definizione("sei", read("isee + 5"), number),
            Definizione("sette", read("pagato if isee < 5 else falso"), BoolType()),
        )
        uses = t.And(tuple(t.Compare("==", t.Definition(d.nome), t.Number(1)) for d in parts))
        text = of(definizioni=parts, requisiti=(Requisito("r", WORDS, FONTE, uses),))

        assert "È sì quando:\n   - valgono tutte queste cose:" in text
        assert "Conta la prima riga che vale, dall'alto.\n   - quando: «prova»: sì; vale: 1" in text
        assert "Le righe non si sovrappongono mai." in text
        assert "- quando: in ogni altro caso; vale: 3" in text
        assert "5. Prova\n   - quando: «prova»: sì; vale: «prova»" in text
        assert "Vale: «prova» più 5" in text
        assert "È sì quando:\n   - secondo i casi:" in text

    def test_numbers_of_the_law(self) -> None:
        """Every day, value and source; the one in force is marked; indices in words; the end."""
        days = (date(2020, 1, 1), date(2024, 1, 1))
        noted = Fonte(Grado.ATTO, testo="legge", nota=Testo(it="una nota", en="a note"))
        periodi = tuple(Periodo(day, Euro(100), noted) for day in days)
        rows = tuple(
            Riga((at, key), Storia(periodi, cessa=date(2030 + at, 1, 8)))
            for at in (1, 2)
            for key in ("accesso", "altro")
        )
        griglia = Parametro(
            "griglia", NumberType(2, euro=True, lo=0, hi=100), WORDS, rows,
            (IndiceIntero(1, 2), IndiceScelta(("accesso", "altro"))),
        )  # fmt: skip
        asked = t.Compare(
            "<", t.Param("griglia", (t.Number(1), t.Label("accesso"))), t.Fact("isee")
        )
        text = of(parametri=(griglia,), requisiti=(Requisito("r", WORDS, FONTE, asked),))

        assert "- riga: 1, accesso; dal: 1º gennaio 2020; valore: 1,00 €; fonte" in text
        assert "- riga: 1, accesso; dal: 1º gennaio 2024; valore: 1,00 € (in vigore); fonte" in text
        assert "- riga: 1, altro; dal: 8 gennaio 2031; valore: nessun valore;" in text
        assert "- riga: 2, altro; dal: 8 gennaio 2032; valore: nessun valore;" in text
        assert text.count("Nota al valore in vigore dal 1º gennaio 2020: una nota") == 1
        assert text.count("Nota al valore in vigore dal 1º gennaio 2024: una nota") == 1
        assert "«prova» alla riga 1; «accesso»" in text

    def test_what_is_asked(self) -> None:
        """Of the household or of each member, what proves it; only what the rule reads."""
        text = of(requisiti=(requirement("r", "qualcuno(membri, eta < 18) and pagato"),))
        asked = [line for line in text.splitlines() if line.startswith("- che cosa:")]

        assert len(asked) == 2
        assert "di chi: di ogni componente" in asked[1]
        assert "lo prova: nessun documento indicato" in text.replace("\n  ", " ")
