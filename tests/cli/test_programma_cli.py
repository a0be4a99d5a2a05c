"""`presidi`, `linee`, `serviti`: the programme on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa import programma_intero
from casa_model.cli import presidi, serviti
from casa_model.programma.cifre import Conteggio
from casa_model.programma.presidi import Presidio
from casa_model.programma.servizi import RuoloOrganico, TipoServizio

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

BROKEN = Path(__file__).parents[1] / "broken"


class TestPresidi:
    """Where services are given."""

    def test_all_of_them(self, casa_model: Run) -> None:
        """Each with what is known of it, and its source."""
        result = casa_model("presidi")

        assert result.exit_code == 0
        for each in programma_intero().presidi:
            assert each.codice in result.stdout
        assert "via Odazio" in result.stdout
        assert "[da fonte secondaria]" in result.stdout

    def test_reserved_services_are_not_told(self, casa_model: Run) -> None:
        """Not even by asking for them by code."""
        desk = programma_intero().trova(TipoServizio, "sportello-antiviolenza")
        result = casa_model("presidi")
        asked = casa_model("presidi", "--servizio", "sportello-antiviolenza")

        assert desk.nome.it not in result.stdout
        assert asked.stdout == (
            "dove si dà questo servizio non si dice: è riservato a chi ne ha bisogno\n"
        )
        assert casa_model("presidi", "--servizio", "portierato").stdout == "nessun presidio noto\n"

    def test_one_aler_and_one_service(self, casa_model: Run) -> None:
        """Both must hold."""
        result = casa_model(
            "presidi", "--aler", "aler-pavia-lodi", "--servizio", "community-manager"
        )

        assert "Codogno" in result.stdout
        assert "Salomone" not in result.stdout

    def test_open_closed_or_not_known(self, casa_model: Run) -> None:
        """On Monday at half past ten Sant'Angelo's library is open; of Codogno nobody knows."""
        args = ("presidi", "--aler", "aler-pavia-lodi", "--aperto-il")
        monday = casa_model(*args, "2025-10-06T10:30").stdout
        tuesday = casa_model(*args, "2025-10-07T10:30").stdout

        assert "sant-angelo-biblioteca" in monday
        assert "casalpusterlengo" not in monday
        assert "casalpusterlengo" in tuesday
        assert "sì" in monday
        assert "non noto" in monday
        assert casa_model(*args, "2025-10-06T08:30Z").stdout == monday
        assert "feste e chiusure" in monday
        assert "feste e chiusure" not in casa_model("presidi").stdout

    def test_with_the_notes_of_its_sources(self, casa_model: Run) -> None:
        """Also those of a service or of hours, each once for a presidio."""
        told = casa_model("presidi", "--aler", "aler-milano").stdout

        assert "Cinque ambulatori per i primi cinque centri" in told
        assert "Orari dell'ambulatorio di quel mese: dopo non sono noti." in told
        assert "`dal` è il giorno della presentazione." in told

    def test_as_it_was(self, casa_model: Run) -> None:
        """Before July 2025 Lodi's presidi were not there."""
        assert "codogno" not in casa_model("presidi", "--al", "2025-01-01").stdout

    def test_open_with_the_services_of_that_day(
        self, casa_model: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A service that begins later is not told of a presidio that is open already."""
        whole = programma_intero()
        library = whole.trova(Presidio, "sant-angelo-biblioteca")
        (given,) = library.servizi
        later = evolve(library, servizi=(evolve(given, dal=date(2026, 1, 5)),))
        presidi_ = tuple(later if each == library else each for each in whole.presidi)
        edition = evolve(whole, presidi=presidi_)
        monkeypatch.setattr(presidi, "programma_intero", lambda: edition)
        args = ("presidi", "--servizio", given.servizio, "--aperto-il")

        assert library.codice not in casa_model(*args, "2025-10-06T10:30").stdout
        assert library.codice in casa_model(*args, "2026-01-05T10:30").stdout

    @pytest.mark.parametrize(
        ("args", "said"),
        [
            (["--aler", "aler-milan"], "usa `aler-milano`"),
            (["--servizio", "portineria"], "non è un servizio del programma"),
            (["--al", "ieri"], "`--al` non è un giorno"),
            (["--aperto-il", "2025-10-06"], "`--aperto-il` non è un giorno con l'ora"),
            (["--aperto-il", "domani"], "scrivilo come 2025-10-06T10:30"),
        ],
    )
    def test_what_was_written_wrongly(self, casa_model: Run, args: list[str], said: str) -> None:
        """Told with its mend."""
        result = casa_model("presidi", *args)

        assert result.exit_code in {1, 2}
        assert said in result.stderr

    def test_in_english(self, casa_model: Run) -> None:
        """The same in the other language."""
        assert "Lodigiano, library" in casa_model("presidi", "--lang", "en").stdout


class TestLinee:
    """Money, with its sources."""

    def test_the_one_in_force_on_a_day(self, casa_model: Run) -> None:
        """The announcement of February 2025 replaces that of December 2023."""
        before, after = (
            casa_model("linee", "--al", day).stdout for day in ("2025-02-16", "2025-02-17")
        )

        assert "12.965.090,00 €" not in before
        assert "12.965.090,00 €" in after
        assert len([line for line in after.splitlines() if line.endswith("  in vigore")]) == len(
            {each.oggetto for each in programma_intero().il(date(2025, 2, 17)).dotazioni}
        )
        assert "si aggiunge" in after

    def test_with_the_notes_of_its_sources(self, casa_model: Run) -> None:
        """Why an amount is what it is, and which part of a grant we inferred."""
        told = casa_model("linee").stdout

        assert "12.965.090 − 104.000 = 12.861.090" in told
        assert "lo deduciamo" in told
        years = [line[:4] for line in told.splitlines() if line.startswith("20")]
        assert years == sorted(years)

    def test_all_of_it(self, casa_model: Run) -> None:
        """Grants, their parts, and the yearly funds; nothing is in force on no day."""
        result = casa_model("linee", "--lang", "en")

        assert "€338,000.00" in result.stdout
        assert "over €380,000.00" in result.stdout
        assert "€22,155,000.00" in result.stdout
        for quota in (each for fondo in programma_intero().fondi for each in fondo.quote):
            assert f"- {quota.a}: {quota.cifra.render('en')}" in result.stdout
        assert "in force" not in result.stdout


class TestServiti:
    """Who is served and who is not."""

    def test_on_a_day(self, casa_model: Run) -> None:
        """Dwellings for each community manager, and quarters without a known service."""
        result = casa_model("serviti", "--al", "2025-10-06")

        assert "circa 3.553" in result.stdout
        assert "Standard: di nessun quartiere si sanno gli abitanti." in result.stdout
        assert "Monterosso" in result.stdout
        assert "Sportello" not in result.stdout

    def test_in_english(self, casa_model: Run) -> None:
        """With commas for thousands."""
        assert "about 3,553" in casa_model("serviti", "--al", "2025-10-06", "--lang", "en").stdout

    def test_nobody_is_said_to_be_nobody(self, casa_model: Run) -> None:
        """Lodi's presidi name a community manager; of caretakers they say nothing."""
        told = casa_model("serviti", "--al", "2025-10-06", "--professione", "custode").stdout
        lodi = next(line for line in told.splitlines() if line.startswith("Aler Pavia-Lodi"))

        assert lodi.split() == ["Aler", "Pavia-Lodi", "4", *["non", "noto"] * 3]

    def test_a_share_that_is_exact(self, casa_model: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Has two decimals."""
        whole = programma_intero()
        first = whole.aler[0]
        people = RuoloOrganico("custode", first.fonte, Conteggio(7, first.fonte))
        asked = evolve(whole, aler=(evolve(first, organico=(people,)), *whole.aler[1:]))
        monkeypatch.setattr(serviti, "programma", lambda *, on: asked.il(on))
        told = casa_model("serviti", "--al", "2025-10-06", "--professione", "custode").stdout

        assert "10.151,00" in told

    def test_the_day_is_an_argument(self, casa_model: Run) -> None:
        """There is no clock."""
        result = casa_model("serviti")

        assert result.exit_code == 2
        assert "manca il giorno; aggiungi per esempio `--al 2025-10-06`" in result.stderr

    def test_what_a_standard_asks_for(
        self, casa_model: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where the inhabitants of a quarter are known."""
        whole = programma_intero()
        first, *others = whole.quartieri
        counted = evolve(first, abitanti=Conteggio(6100, whole.aler[0].fonte))
        asked = evolve(whole, quartieri=(counted, *others))
        monkeypatch.setattr(serviti, "programma", lambda *, on: asked.il(on))
        result = casa_model("serviti", "--al", "2025-10-06")

        assert "6.100" in result.stdout
        assert "di nessun quartiere" not in result.stdout
        assert "AGENAS" in result.stdout


def test_every_command_has_help_in_both_languages(casa_model: Run) -> None:
    """Long and short."""
    for command in ("presidi", "linee", "serviti", "stato", "esporta"):
        for lang in ("it", "en"):
            assert casa_model(command, "--help", "--lang", lang).exit_code == 0
