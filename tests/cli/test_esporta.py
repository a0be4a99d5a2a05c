"""`esporta`: the programme for other systems."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa import programma_intero
from casa_model.cli import esporta
from casa_model.exchange.hsds import hsds
from casa_model.exchange.json import from_json
from casa_model.exchange.presidi import presidi_csv, programma_json
from casa_model.programma.presidi import Presidio
from casa_model.programma.programma import Programma
from casa_model.programma.riservati import senza_riservati

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

BROKEN = Path(__file__).parents[1] / "broken"


class TestEsporta:
    """For other systems; without the day nothing is written."""

    def test_hsds(self, casa_model: Run) -> None:
        """As the library gives it."""
        result = casa_model("esporta", "hsds", "--al", "2025-10-06")

        assert json.loads(result.stdout) == hsds(programma_intero(), on=date(2025, 10, 6))

    def test_csv(self, casa_model: Run) -> None:
        """As the library gives it."""
        result = casa_model("esporta", "csv", "--al", "2025-10-06")

        assert result.stdout == presidi_csv(programma_intero(), on=date(2025, 10, 6))

    def test_json(self, casa_model: Run) -> None:
        """It is read back the same."""
        result = casa_model("esporta", "json", "--al", "2025-10-06")
        day = programma_intero().il(date(2025, 10, 6))

        assert from_json(result.stdout, Programma) == senza_riservati(day)

    def test_reserved_services_are_asked_for_by_name(self, casa_model: Run) -> None:
        """Only then they are there."""
        shown, whole = (
            casa_model("esporta", "hsds", "--al", "2025-10-06", *more).stdout
            for more in ((), ("--con-riservati",))
        )

        assert len(json.loads(whole)["service_at_location"]) > len(
            json.loads(shown)["service_at_location"]
        )

    def test_where_nothing_is_missing_nothing_is_told(
        self, casa_model: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """All presidi have services."""
        whole = programma_intero()
        some = whole.trova(Presidio, "codogno").servizi
        served = evolve(
            whole,
            presidi=tuple(evolve(each, servizi=each.servizi or some) for each in whole.presidi),
        )
        monkeypatch.setattr(esporta, "programma_intero", lambda: served)

        assert casa_model("esporta", "hsds", "--al", "2025-10-06").stderr == ""

    @pytest.mark.parametrize("formato", ["csv", "json"])
    def test_in_every_format(self, casa_model: Run, formato: str) -> None:
        """Without it nothing is told, with it the same as the library."""
        day = date(2025, 10, 6)
        write = {
            "csv": lambda: presidi_csv(programma_intero(), on=day, riservati=True),
            "json": lambda: programma_json(programma_intero().il(day), riservati=True) + "\n",
        }[formato]
        shown, whole = (
            casa_model("esporta", formato, "--al", "2025-10-06", *more).stdout
            for more in ((), ("--con-riservati",))
        )

        assert whole == write()
        assert len(shown) < len(whole)

    def test_ical(self, casa_model: Run) -> None:
        """Of one presidio."""
        result = casa_model(
            "esporta", "ical", "--al", "2025-10-06", "--presidio", "casalpusterlengo"
        )

        assert "BYDAY=TU" in result.stdout
        assert result.stderr == ""

    def test_what_is_not_known_is_told_aside(self, casa_model: Run) -> None:
        """An empty calendar is not closed; a place without services is not in HSDS."""
        day = ("--al", "2025-10-06")
        calendar = casa_model("esporta", "ical", *day, "--presidio", "codogno")
        exported = casa_model("esporta", "hsds", *day)

        assert "VEVENT" not in calendar.stdout
        assert "gli orari di `codogno` non sono noti" in calendar.stderr
        assert "`bergamo-luzzatti`, `bergamo-darwin`, `varese-ufficio-mobile`" in exported.stderr

    @pytest.mark.parametrize(
        ("args", "said"),
        [
            (["csv"], "manca il giorno"),
            (["ical", "--al", "2025-10-06"], "aggiungi `--presidio CODICE`"),
            (["ical", "--al", "2025-10-06", "--presidio", "codogn"], "usa `codogno`"),
            (["csv", "--al", "2025-10-06", "--presidio", "codogno"], "è solo di `ical`"),
            (["xml", "--al", "2025-10-06"], "valori: hsds, ical, csv, json"),
        ],
    )
    def test_what_was_written_wrongly(self, casa_model: Run, args: list[str], said: str) -> None:
        """Told with its mend."""
        result = casa_model("esporta", *args)

        assert result.exit_code in {1, 2}
        assert said in result.stderr

    def test_a_presidio_that_was_not_there(self, casa_model: Run) -> None:
        """Has no calendar of that day."""
        result = casa_model("esporta", "ical", "--al", "2025-01-01", "--presidio", "codogno")

        assert result.exit_code == 1
        assert "`codogno`" in result.stderr
