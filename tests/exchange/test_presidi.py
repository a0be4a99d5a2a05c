"""Presidi as CSV, the programme and ledgers as JSON: exact, and silent on what is reserved."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from attrs import evolve
from programma.edition import FONTE, edition

from casa_model.casa import programma_intero
from casa_model.errors import InvalidValue
from casa_model.exchange.json import from_json, to_json
from casa_model.exchange.presidi import COLONNE, presidi_csv, programma_json
from casa_model.programma.cifre import Conteggio
from casa_model.programma.orari import Chiusura
from casa_model.programma.presidi import Presidio, ServizioAttivo
from casa_model.programma.programma import Programma
from casa_model.programma.servizi import RuoloOrganico, TipoServizio
from casa_model.programma.spesa import Impegno, Liquidazione, Registro, Stanziamento
from casa_model.values import Euro, Fonte, Grado

ON = date(2024, 6, 1)
SECRET = "via Segreta 7391"  # noqa: S105 - the sentinel


def reserved() -> Programma:
    """The test edition with a reserved service in its presidio, and a presidio of nothing else."""
    whole = edition()
    portierato = whole.trova(TipoServizio, "portierato")
    desk = evolve(portierato, codice="sportello", riservato=True, professioni=("operatrice",))
    role = evolve(whole.professioni[0], codice="operatrice")
    (uno,) = whole.presidi
    attivo = ServizioAttivo("sportello", FONTE, date(2024, 2, 1), luogo=SECRET)
    host = evolve(
        uno,
        servizi=(*uno.servizi, attivo),
        organico=(*(uno.organico or ()), RuoloOrganico("operatrice", FONTE, Conteggio(1, FONTE))),
        indirizzo="via Aperta 1",
    )
    alone = evolve(
        uno, codice="due", servizi=(attivo,), organico=host.organico, indirizzo=SECRET, orari=()
    )
    return evolve(
        whole,
        servizi=(*whole.servizi, desk),
        professioni=(*whole.professioni, role),
        presidi=(host, alone),
        progetti=(evolve(whole.progetti[0], presidi=("uno", "due")),),
    )


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV by their columns."""
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


class TestCsv:
    """A row a presidio."""

    def test_what_is_known(self) -> None:
        """Every column, in both languages."""
        (row,) = rows(presidi_csv(edition(), on=ON))
        (english,) = rows(presidi_csv(edition(), on=ON, lang="en"))

        assert tuple(row) == COLONNE
        assert row["servizi"] == "portierato"
        assert row["organico"] == "custode: 2"
        assert row["orari"] == "lunedì e giovedì 10:00–12:00 (dal 2024-01-01 al 2024-12-31)"
        assert english["orari"].endswith("(from 2024-01-01 to 2024-12-31)")
        assert row["indirizzo"] == ""

    def test_what_is_not_known_is_empty(self) -> None:
        """No zero, and no day."""
        (uno,) = edition().presidi
        bare = evolve(
            uno, quartiere=None, dal=None, al=None, organico=(RuoloOrganico("custode", FONTE),),
            orari=(evolve(uno.orari[0], dal=None, al=None),),
        )  # fmt: skip
        (row,) = rows(presidi_csv(evolve(edition(), presidi=(bare,)), on=ON))

        assert [row[name] for name in ("quartiere", "dal", "al")] == ["", "", ""]
        assert row["organico"] == "custode"
        assert row["orari"] == "lunedì e giovedì 10:00–12:00"

    def test_days_and_what_a_spreadsheet_would_run(self) -> None:
        """First and last day each in its column; a formula is behind an apostrophe, a blank or not.

        A carriage return is a blank: Python 3.11 does not quote it, and readers end a row.
        """
        (uno,) = edition().presidi
        for formula in ("=1+1", "\t=1+1", "\r@a"):
            there = evolve(uno, indirizzo=formula, al=date(2024, 12, 31))
            text = presidi_csv(evolve(edition(), presidi=(there,)), on=ON)
            (row,) = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")

            assert (row["dal"], row["al"]) == (str(uno.dal), "2024-12-31")
            assert row["indirizzo"] == f"'{formula}".replace("\r", " ")

    def test_another_day(self) -> None:
        """A presidio that is not there yet has no row."""
        assert rows(presidi_csv(edition(), on=date(2023, 1, 1))) == []


class TestReserved:
    """Where a reserved service is given is in no file, unless it is asked for."""

    @pytest.mark.parametrize("write", [lambda p, **k: presidi_csv(p, on=ON, **k), programma_json])
    def test_it_is_left_out(self, write: object) -> None:
        """The service, its place, the role that only it needs, the presidio of nothing else."""
        assert callable(write)
        shown, whole = write(reserved()), write(reserved(), riservati=True)

        assert SECRET not in shown
        assert SECRET in whole
        assert "via Aperta 1" in shown

    def test_what_is_left(self) -> None:
        """The catalogue still says what the service is."""
        shown = from_json(programma_json(reserved()), Programma)

        assert [each.codice for each in shown.servizi] == ["portierato", "sportello"]
        assert [each.codice for each in shown.presidi] == ["uno"]
        assert [each.servizio for each in shown.presidi[0].servizi] == ["portierato"]
        assert [each.professione for each in shown.presidi[0].organico or ()] == ["custode"]
        assert shown.progetti[0].presidi == ("uno",)


class TestJson:
    """The round trip is exact."""

    @pytest.mark.parametrize("make", [programma_intero, edition, reserved])
    def test_a_programme(self, make: object) -> None:
        """Hours and their exceptions included."""
        assert callable(make)
        programma = make()

        assert from_json(programma_json(programma, riservati=True), Programma) == programma

    def test_exceptions_are_told_apart(self) -> None:
        """A closure is a closure."""
        (uno,) = edition().presidi
        (noto,) = uno.orari
        closed = evolve(noto.orario, eccezioni=(Chiusura(date(2024, 8, 15)),))
        there = evolve(uno, orari=(evolve(noto, orario=closed),))

        assert from_json(to_json(there), Presidio) == there
        assert '{"eccezione": "Chiusura"' in to_json(there)

    ATTO = Fonte(Grado.DERIVATA, testo="prova")
    ENTRIES = (
        Stanziamento("s", date(2025, 1, 1), ATTO, Euro(100)),
        Impegno("i", date(2025, 1, 2), ATTO, Euro(60), "aler-milano"),
        Liquidazione("l", date(2025, 1, 3), ATTO, "i", Euro(40)),
    )

    def test_a_ledger(self) -> None:
        """Its entries are recorded again."""
        registro = Registro("l-1").registra_tutti(self.ENTRIES)
        found = from_json(to_json(registro), Registro)

        assert found == registro
        assert found.saldi == registro.saldi

    def test_a_ledger_that_was_touched(self) -> None:
        """An entry that breaks it is refused, as it would be anywhere."""
        text = to_json(Registro("l-1").registra_tutti(self.ENTRIES))
        with pytest.raises(InvalidValue, match=r"0\.60"):
            from_json(text.replace('"0.40"', '"0.61"'), Registro)
