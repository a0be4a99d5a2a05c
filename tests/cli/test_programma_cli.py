"""`presidi`, `linee`, `serviti`, `stato`, `esporta`: the programme on the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa import programma_intero
from casa_model.cli import presidi, serviti
from casa_model.exchange.hsds import hsds
from casa_model.exchange.json import from_json
from casa_model.exchange.presidi import presidi_csv, programma_json
from casa_model.programma.cifre import Conteggio
from casa_model.programma.presidi import Presidio
from casa_model.programma.programma import Programma
from casa_model.programma.riservati import senza_riservati
from casa_model.programma.servizi import TipoServizio

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
        assert asked.stdout == "nessun presidio\n"

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

        assert "circa 3.552,85" in result.stdout
        assert "Monterosso" in result.stdout
        assert "Sportello" not in result.stdout

    def test_in_english(self, casa_model: Run) -> None:
        """With commas for thousands."""
        assert (
            "about 3,552.85" in casa_model("serviti", "--al", "2025-10-06", "--lang", "en").stdout
        )

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
        assert "AGENAS" in result.stdout


class TestStato:
    """The state of implementation, from files of entries."""

    @pytest.fixture
    def registro(self, tmp_path: Path) -> Path:
        """A ledger of a thousand euro: six hundred committed, four hundred paid."""
        text = (BROKEN / "oltre-dotazione.registro.toml").read_text("utf-8")
        path = tmp_path / "l-1.toml"
        path.write_text(text.rpartition("\n[[movimenti]]")[0], "utf-8")
        return path

    def test_as_tables(self, casa_model: Run, registro: Path) -> None:
        """By line, body and year, with percentages."""
        result = casa_model("stato", registro)

        assert "Linee al 2025-03-01" in result.stdout
        assert "600,00 € (60,00 %)" in result.stdout
        assert "400,00 € (66,67 %)" in result.stdout

    def test_at_a_past_day(self, casa_model: Run, registro: Path) -> None:
        """Before anything was committed; of nothing there is no percentage."""
        found = json.loads(casa_model("stato", registro, "--al", "2024-12-31", "--json").stdout)
        early = casa_model("stato", registro, "--al", "2024-12-31", "--lang", "en").stdout

        assert found["totale"]["stanziato"] == "0.00"
        assert found["totale"]["percentuale_impegnato"] is None
        assert "%" not in early

    def test_as_json(self, casa_model: Run, registro: Path) -> None:
        """Amounts are texts, and nothing is a float."""
        found = json.loads(casa_model("stato", registro, "--json").stdout)

        assert found["formato"] == 1
        assert found["linee"][0]["impegnato"] == "600.00"
        assert found["enti"] == [
            {
                "ente": "aler-milano",
                "impegnato": "600.00",
                "liquidato": "400.00",
                "economie": "0.00",
                "revoche": "0.00",
                "percentuale_liquidato": "66.67",
            }
        ]
        assert [each["anno"] for each in found["anni"]] == [2025]

    def test_years_are_told_as_they_ended(self, casa_model: Run, registro: Path) -> None:
        """A year without entries stands as the one before; each share is of what it is told of."""
        with registro.open("a", encoding="utf-8") as file:
            file.write(
                '\n[[movimenti]]\ntipo = "stanziamento"\ncodice = "2027-1"\ngiorno = 2027-01-01\n'
                'importo = "500.00"\nfonte = "prova"\ngrado = "derivata"\n'
            )
        found = json.loads(casa_model("stato", registro, "--json").stdout)
        table = casa_model("stato", registro).stdout.splitlines()
        rows = [line.split("  ") for line in table if line.startswith("202")]

        assert [
            (each["anno"], each["stanziato"], each["disponibile"], each["percentuale_impegnato"])
            for each in found["anni"]
        ] == [
            (2025, "1000.00", "400.00", "60.00"),
            (2026, "1000.00", "400.00", "60.00"),
            (2027, "1500.00", "900.00", "40.00"),
        ]
        assert [[cell.strip() for cell in row if cell] for row in rows] == [
            ["2025", "1.000,00 €", "600,00 € (60,00 %)", "400,00 € (40,00 %)", "400,00 €"],
            ["2026", "1.000,00 €", "600,00 € (60,00 %)", "400,00 € (40,00 %)", "400,00 €"],
            ["2027", "1.500,00 €", "600,00 € (40,00 %)", "400,00 € (26,67 %)", "900,00 €"],
        ]

    def test_two_ledgers_of_one_line(self, casa_model: Run, registro: Path) -> None:
        """One line has one."""
        result = casa_model("stato", registro, registro)

        assert result.exit_code == 1
        assert "ha due registri" in result.stderr

    def test_an_entry_that_is_refused(self, casa_model: Run) -> None:
        """Its place, and why."""
        result = casa_model("stato", BROKEN / "oltre-dotazione.registro.toml")

        assert result.exit_code == 3
        assert ":32:1: oltre-dotazione" in result.stderr

    def test_ledgers_without_entries(self, casa_model: Run, tmp_path: Path) -> None:
        """Have no last day."""
        path = tmp_path / "vuoto.toml"
        path.write_text('formato = 1\n[registro]\nlinea = "k-1"\n', "utf-8")

        assert "scrivi il giorno con `--al`" in casa_model("stato", path).stderr
        assert casa_model("stato", path, "--al", "2025-01-01").exit_code == 0

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("formato = 1\n", "chiave-mancante"),
            ('formato = 1\n[registro]\nlinea = "K.1"\n', "nome-malformato"),
            (
                'formato = 1\n[registro]\nlinea = "k-1"\n[[movimenti]]\ntipo = 1\n',
                "chiave-mancante",
            ),
            (
                (
                    'formato = 1\n[registro]\nlinea = "k-1"\n[[movimenti]]\ntipo = "impegno"\n'
                    'codice = "i"\ngiorno = 2025-01-01\nimporto = "1.00"\n'
                    'beneficiario = "Aler Milano"\n'
                    'fonte = "prova"\ngrado = "derivata"\n'
                ),
                "nome-malformato",
            ),
        ],
    )
    def test_a_file_that_is_not_sound(
        self, casa_model: Run, tmp_path: Path, text: str, code: str
    ) -> None:
        """Told with its code."""
        path = tmp_path / "rotto.toml"
        path.write_text(text, "utf-8")

        assert f": {code}: " in casa_model("stato", path).stderr


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

        assert "RRULE:FREQ=WEEKLY;BYDAY=TU" in result.stdout

    @pytest.mark.parametrize(
        ("args", "said"),
        [
            (["csv"], "manca il giorno"),
            (["ical", "--al", "2025-10-06"], "aggiungi `--presidio CODICE`"),
            (["ical", "--al", "2025-10-06", "--presidio", "codogn"], "usa `codogno`"),
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


def test_every_command_has_help_in_both_languages(casa_model: Run) -> None:
    """Long and short."""
    for command in ("presidi", "linee", "serviti", "stato", "esporta"):
        for lang in ("it", "en"):
            assert casa_model(command, "--help", "--lang", lang).exit_code == 0
