"""Plans, lines, endowments, grants and funds."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from programma.edition import FONTE, edition

from casa_model.errors import InvalidEntry, UnknownName
from casa_model.programma.cifre import Cifra, Precisione
from casa_model.programma.linee import (
    Anni,
    Concessione,
    DotazioneLinea,
    FondoAnnuo,
    ParteConcessa,
    Quota,
)
from casa_model.values import Euro

PROGRAMMA = edition()
CONCESSIONE = PROGRAMMA.trova(Concessione, "prova")
FONDO = PROGRAMMA.trova(FondoAnnuo, "crs")


def euro(text: str, precisione: Precisione = Precisione.ESATTA) -> Cifra:
    """An amount with a source."""
    return Cifra(Euro.parse(text), FONTE, precisione)


def endowment(codice: str, text: str, giorno: date | None, **more: bool) -> DotazioneLinea:
    """An endowment of the line."""
    return DotazioneLinea(codice, "piano", euro(text), "k-1", giorno, **more)


class TestDotazioni:
    """Announcements disagree: all are there, and one is in force on a day."""

    ALL = evolve(
        PROGRAMMA,
        dotazioni=(
            endowment("terza", "3000.00", date(2025, 2, 17)),
            endowment("prima", "1000.00", date(2024, 1, 31)),
            endowment("seconda", "2900.00", None),
            endowment("aggiunta", "100.00", date(2025, 3, 1), aggiunge=True),
        ),
    )

    @pytest.mark.parametrize(
        ("on", "codice"),
        [
            (date(2024, 1, 30), None),
            (date(2024, 1, 31), "prima"),
            (date(2025, 2, 16), "prima"),
            (date(2025, 2, 17), "terza"),
            (date(2030, 1, 1), "terza"),
        ],
    )
    def test_the_last_one_that_is_dated(self, on: date, codice: str | None) -> None:
        """One without a day is in force on none, and one that adds is no whole."""
        found = self.ALL.dotazione("k-1", on=on)

        assert (found and found.codice) == codice

    def test_a_plan_may_be_endowed_as_a_whole(self) -> None:
        """And then the line has nothing of its own."""
        whole = DotazioneLinea("intero", "piano", euro("5.00"), None, date(2024, 1, 1))
        plan = evolve(PROGRAMMA, dotazioni=(whole,))

        assert whole.oggetto == "piano"
        assert plan.dotazione("piano", on=date(2024, 1, 1)) == whole
        assert plan.dotazione("k-1", on=date(2024, 1, 1)) is None

    def test_neither_a_line_nor_a_plan(self) -> None:
        """With a near miss."""
        with pytest.raises(UnknownName, match="`k-1`"):
            PROGRAMMA.dotazione("k-2", on=date(2024, 1, 1))


def test_years() -> None:
    """One or several, never backwards."""
    assert [str(Anni(2025, 2026)), str(Anni(2025, 2025))] == ["2025-2026", "2025"]
    with pytest.raises(InvalidEntry):
        Anni(2026, 2025)


class TestConcessione:
    """A whole, its parts, either of which may be missing."""

    def test_the_part_on_a_line(self) -> None:
        """Not known is not zero."""
        part = CONCESSIONE.su("k-1")

        assert part is not None
        assert part.euro == Euro.parse("800.00")
        assert CONCESSIONE.su("l-1") is None

    @pytest.mark.parametrize("precisione", [Precisione.CIRCA, Precisione.OLTRE])
    def test_a_whole_that_is_not_exact_bounds_nothing(self, precisione: Precisione) -> None:
        """Nor does one that is not known."""
        assert evolve(CONCESSIONE, totale=euro("1.00", precisione)).totale is not None
        assert evolve(CONCESSIONE, totale=None).totale is None

    def test_a_part_that_is_only_about_so_much_may_be_within(self) -> None:
        """One that is at least so much is not."""
        about, over = (
            (ParteConcessa("k-1", euro("900.01", each)),)
            for each in (Precisione.CIRCA, Precisione.OLTRE)
        )

        assert evolve(CONCESSIONE, parti=about).parti == about
        with pytest.raises(InvalidEntry, match=r"900\.01, over the total 900\.00"):
            evolve(CONCESSIONE, parti=over)

    def test_all_that_is_wrong(self) -> None:
        """Days, lines and sums, at once."""
        parts = (ParteConcessa("k-1", euro("600.00")), ParteConcessa("k-1", euro("400.00")))
        with pytest.raises(InvalidEntry) as caught:
            evolve(CONCESSIONE, parti=parts, al=date(2020, 1, 1))

        assert [each.code for each in caught.value.problems] == [
            "giorni-rovesciati", "linea-ripetuta", "parti-oltre-il-totale",
        ]  # fmt: skip


class TestFondo:
    """A year's money and its shares."""

    def test_a_share(self) -> None:
        """Of somebody, or of nobody that is known."""
        share = FONDO.quota("paese")

        assert share is not None
        assert share.euro == Euro.parse("1.00")
        assert FONDO.quota("altrove") is None

    def test_wholes_within_the_total(self) -> None:
        """Shares inside `aler` are not summed again."""
        inside = (Quota("aler", euro("60.00")), Quota("aler-prova", euro("60.00")))
        assert evolve(FONDO, quote=inside).quote == inside
        assert evolve(FONDO, totale=None).totale is None
        about = (Quota("aler", euro("100.01", Precisione.CIRCA)),)
        assert evolve(FONDO, quote=about).quote == about
        with pytest.raises(InvalidEntry, match=r"110\.00, over the total 100\.00"):
            evolve(FONDO, quote=(Quota("aler", euro("60.00")), Quota("comuni", euro("50.00"))))
