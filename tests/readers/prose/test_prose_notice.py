"""A notice in words: its days, its money, what it changes."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.trial import FONTE

from casa_model.casa import edizione, leggi_avviso
from casa_model.errors import WrongDay
from casa_model.readers.prose import Elenco, Libro, prose
from casa_model.rules.avviso import Dotazione
from casa_model.rules.misura import (
    Chiave,
    Ordinamento,
)
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.errors import Lang

ROOT = Path(__file__).parents[3]
CRS = edizione().misure["crs-difficolta"]
NOTICE = """
formato = 1
[avviso]
codice = "immaginario"
titolo = { it = "Avviso immaginario", en = "Imaginary notice" }
ente = "Comune immaginario"
misura = "energia-l1"
fonte = "esempio"
grado = "derivata"
pubblicazione = 2024-09-02
"""


def differences(libro: Libro) -> tuple[str, ...]:
    """The lines of what a notice changes."""
    (section,) = (each for each in libro.sezioni if each.titolo.startswith("Che cosa cambia l'"))
    (lines,) = section.blocchi
    assert isinstance(lines, Elenco)
    return lines.righe


class TestNotice:
    """A notice: its days, its money, what it changes."""

    def test_the_least(self) -> None:
        """One that changes nothing and has no terms or money."""
        text = prose(leggi_avviso(NOTICE).valore, lang="it").testo()

        assert "Applica la misura: energia-l1" in text
        assert "Che cosa cambia" not in text
        assert "Dotazione" not in text
        assert "Le domande si presentano" not in text

    def test_only_an_opening(self) -> None:
        """Without a closing, and without an hour."""
        avviso = evolve(leggi_avviso(NOTICE).valore, apertura=date(2024, 10, 8))

        assert (
            "- Le domande si presentano dall'8 ottobre 2024\n" in prose(avviso, lang="it").testo()
        )
        assert "- Applications are made from 8 October" in prose(avviso, lang="en").testo()

    def test_terms_and_money(self) -> None:
        """With the hour where there is one; in euro or in dwellings."""
        avviso = evolve(
            leggi_avviso(NOTICE).valore,
            apertura=datetime(2024, 10, 1, 9, 30),  # noqa: DTZ001 - the hour of the clock in Italy
            chiusura=date(2024, 11, 30),
            dotazione=Dotazione(None, 12, FONTE),
        )
        text = prose(avviso, lang="it", base=edizione().misure["energia-l1"]).testo()
        only = prose(evolve(avviso, apertura=None, pubblicazione=None), lang="it").testo()
        rich = evolve(avviso, dotazione=Dotazione(Euro(100_000), None, FONTE))

        assert "Le domande si presentano dal 1º ottobre 2024 alle 09:30 e fino al 30 nov" in text
        assert "Dotazione: 12 alloggi — test [derivata]" in text
        ranked = Ordinamento((Chiave("isee"),))
        homes = evolve(avviso, misura=evolve(avviso.misura, graduatoria=ranked))
        assert "Va un alloggio a ogni domanda" in prose(homes, lang="it").testo()
        paid = evolve(homes, dotazione=Dotazione(Euro(100_000), None, FONTE))
        assert "riceve ciò che resta" in prose(paid, lang="it").testo().replace("\n", " ")
        assert "- Le domande si presentano fino al 30 novembre 2024" in only
        assert "Dotazione: 1.000,00 € — test" in prose(rich, lang="it").testo()

    @pytest.mark.parametrize(
        ("lang", "line"), [("it", "Dotazione: un alloggio —"), ("en", "Endowment: one dwelling —")]
    )
    def test_one_dwelling(self, lang: Lang, line: str) -> None:
        """One is told as one."""
        avviso = leggi_avviso(NOTICE).valore
        home = evolve(avviso, dotazione=Dotazione(None, 1, FONTE))

        assert line in prose(home, lang=lang).testo()

    def test_what_it_changes(self) -> None:
        """In the words of an explanation, with the reason."""
        raw = (
            NOTICE + '[[togli]]\nrequisito = "quartiere"\nfonte = "esempio"\ngrado = "derivata"\n'
            'motivo = { it = "vale ovunque", en = "it holds everywhere" }\n'
        )
        book = prose(leggi_avviso(raw).valore, lang="it", base=edizione().misure["energia-l1"])

        assert "- toglie: requisito «" in book.testo()
        assert "motivo: vale ovunque" in book.markdown()

    def test_what_was_there_and_what_is_there_now(self) -> None:
        """Of a number its value, of a requirement its words, of the day itself."""
        raw = ROOT / "esempi" / "avvisi" / "comune-immaginario-2025.toml"
        avviso = leggi_avviso(raw.read_bytes()).valore
        told = differences(prose(avviso, lang="it", base=CRS))
        alone = differences(prose(avviso, lang="it"))

        assert (
            "sostituisce: numero «Contributo massimo all'anno» (nella misura: 2.700,00 €; "
            "nell'avviso: 1.500,00 €) — inventato a scopo didattico [derivata]"
        ) in told
        assert (
            "sostituisce: requisito «contratto di locazione firmato da almeno i mesi richiesti» "
            "(nella misura: «assegnazione dell'alloggio pubblico da almeno i mesi richiesti») — "
            "inventato a scopo didattico [derivata]"
        ) in told
        for words in (
            (
                "giorno dei requisiti (di norma: pubblicazione dell'avviso, 15 settembre 2025; "
                "nell'avviso: 1º ottobre 2025) —"
            ),
            "numero «Massimo per il riscaldamento» (nell'avviso: 400,00 €)",
            "nessun contributo per nuclei in indigenza ancora in corso»; motivo",
        ):
            assert any(words in line for line in told)
        assert any("«Contributo massimo all'anno» (nell'avviso: 1.500,00 €) —" in x for x in alone)
        assert not any("nella misura" in x for x in alone)

    def test_it_has_a_day_of_its_own(self) -> None:
        """That one may be asked for, another is refused."""
        avviso = leggi_avviso(NOTICE).valore

        assert prose(avviso, on=date(2024, 9, 2), lang="it") == prose(avviso, lang="it")
        with pytest.raises(WrongDay):
            prose(avviso, on=date(2024, 9, 3), lang="it")
