"""`casa-model dimostra`: the days of a sentence, and those on which a number has no value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

LATER = """
[parametri.nuova]
etichetta = { it = "soglia nuova", en = "new threshold" }
tipo = "euro"
storia = [{ dal = 2024-01-01, valore = "100.00", fonte = "prova", grado = "derivata" }]

[definizioni.classe]
fonte = "prova"
grado = "derivata"
tabella = [{ quando = "isee < nuova", vale = "1" }]
altrimenti = "0"

[[requisiti]]
codice = "nuovo"
fonte = "prova"
grado = "derivata"
vigenza = { dal = 2024-01-01 }
testo = { it = "nuovo", en = "new" }
condizione = "classe == 1"

[importo]
"""


@pytest.fixture
def later(misura: Path, tmp_path: Path) -> Path:
    """The trial measure, from 2020, with a number that only a requirement of 2024 reads."""
    path = tmp_path / "misura.toml"
    path.write_text(misura.read_text("utf-8").replace("[importo]\n", LATER, 1), "utf-8")
    return path


def written(tmp_path: Path, *rows: str, head: str = "") -> Path:
    """A file of sentences about the trial measure."""
    path = tmp_path / "frasi.toml"
    lines = "".join(f'[[proprieta]]\ncodice = "x-{at}"\n{row}\n' for at, row in enumerate(rows, 1))
    path.write_text(f'formato = 1\nmisura = "prova-cli"\n{head}{lines}', "utf-8")
    return path


class TestNoValue:
    """A sentence names a number of the law that has no value on some of the days."""

    def test_of_all_days(self, casa_model: Run, later: Path, tmp_path: Path) -> None:
        """The days on which it has one are asked, and it is told which are not."""
        path = written(
            tmp_path,
            'mai = "requisito_nuovo and isee >= nuova"',
            'mai = "ammessa and isee >= soglia"',
        )
        result = casa_model("dimostra", later, path)
        whole = json.loads(casa_model("dimostra", later, path, "--json").stdout)
        one, other = [each["confini"] for each in whole["risposte"]]

        assert result.exit_code == 0
        assert (
            "    non si chiede dei giorni in cui `nuova` non ha valore: dal 1º gennaio 2020 al "
            "31 dicembre 2023\n"
        ) in result.stdout
        assert one["senza_valore"] == [{"nome": "nuova", "giorni": ["2020-01-01", "2023-12-31"]}]
        assert one["giorni"] == [["2024-01-01", "2099-12-31"]]
        assert other["senza_valore"] == []
        assert other["giorni"][0][0] == "2020-01-01"

    def test_of_a_day(self, casa_model: Run, later: Path, tmp_path: Path) -> None:
        """On a day on which it has none that sentence is not asked; the others are."""
        path = written(
            tmp_path,
            'al = 2023-05-01\nmai = "ammessa and isee >= nuova"',
            'mai = "ammessa and isee >= soglia"',
        )
        result = casa_model("dimostra", later, path)

        assert result.exit_code == 1
        assert "non si può           x-1\n    " in result.stdout
        assert "frasi.toml:6:7: valore-rifiutato" in result.stdout
        assert "`nuova` non ha valore il 2023-05-01: non resta un giorno" in result.stdout
        assert "Frasi che così non si possono chiedere: 1." in result.stdout
        assert "Risposte: 1; diverse da quelle attese: 0." in result.stdout

    @pytest.mark.parametrize(
        "asked",
        [("--mai", "isee > nuova"), ("--implica", "ammessa", "isee < nuova")],
    )
    def test_of_an_option(self, casa_model: Run, later: Path, asked: tuple[str, ...]) -> None:
        """The option is told, with the day."""
        result = casa_model("dimostra", later, *asked, "--al", "2023-05-01")

        assert result.exit_code == 2
        assert f"errore: `{asked[0]}`: `nuova` non ha valore il 2023-05-01" in result.stderr

    def test_of_a_table(self, casa_model: Run, later: Path) -> None:
        """A table that no rule reads on the day is not looked at; on all days it is."""
        before = casa_model("dimostra", later, "--tabelle", "--al", "2023-05-01")
        after = casa_model("dimostra", later, "--tabelle")

        assert "Nessuna frase" in before.stdout
        assert "riga-vuota-classe-1" in after.stdout
        assert "dal 1º gennaio 2020 al 31 dicembre 2023" in after.stdout

    def test_facts_that_are_not_read_yet(self, casa_model: Run, later: Path) -> None:
        """They are asked about on the days on which a rule reads them."""
        text = later.read_text("utf-8").replace('"classe == 1"', '"quartiere_coperto"')
        later.write_text(text, "utf-8")
        asked = [
            casa_model("dimostra", later, "--inutili", "--al", day).stdout
            for day in ("2023-05-01", "2024-05-01")
        ]

        assert ["inutile-quartiere_coperto" in each for each in asked] == [False, True]
        assert "a nessuno però si chiede" not in asked[1]

    def test_a_fact_of_a_dead_row(self, casa_model: Run, later: Path) -> None:
        """That nobody is asked for it is told, in text and in JSON."""
        rows = '{ quando = "isee < 1.00 and quartiere_coperto", vale = "1" }]'
        text = later.read_text("utf-8").replace('vale = "1" }]', f'vale = "1" }}, {rows}')
        later.write_text(text, "utf-8")
        result = casa_model("dimostra", later, "--inutili", "--al", "2024-05-01")
        whole = casa_model("dimostra", later, "--inutili", "--al", "2024-05-01", "--json")
        found = {each["codice"]: each for each in json.loads(whole.stdout)["risposte"]}

        assert result.exit_code == 0
        assert result.stdout.count("a nessuno però si chiede") == 1
        assert found["inutile-quartiere_coperto"]["mai_chiesto"]
        assert not found["inutile-isee"]["mai_chiesto"]


class TestOfSomeDays:
    """An answer about all households holds on the days on which all measures answer."""

    def test_a_measure_that_ends(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """From which day to which, beside a yes; where the days are the same nothing is said."""
        text = misura.read_text("utf-8")
        ends, copy = tmp_path / "fine.toml", tmp_path / "copia.toml"
        days = "vigenza = { dal = 2020-01-01 }"
        assert days in text
        ends.write_text(text.replace(days, "vigenza = { dal = 2020-01-01, al = 2025-12-31 }"))
        copy.write_text(text)
        asked = ("dimostra", misura, "--stessa-risposta", "--con")
        until = casa_model(*asked, ends).stdout
        of_a_day = casa_model(*asked, ends, "--al", "2024-01-01").stdout

        assert until.startswith("sì")
        assert (
            "    si chiede solo dei giorni in cui rispondono tutte: dal 1º gennaio 2020 al "
            "31 dicembre 2025\n"
        ) in until
        assert "si chiede solo" not in of_a_day
        assert "si chiede solo" not in casa_model(*asked, copy).stdout

    def test_a_day_without_an_answer(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """The day is told, also where a file expected that there be one."""
        span = "giorno_vuoto = { dal = 2019-06-01, al = 2021-12-31 }"
        path = written(tmp_path, f'{span}\nattesa = "si"')
        result = casa_model("dimostra", misura, path)

        assert result.exit_code == 0
        assert (
            "    c'è un giorno in cui nessuna misura risponde? sì: questo\n    1º giugno 2019\n"
        ) in result.stdout


@frozen
class Notice:
    """The trial notice and its measure."""

    avviso: Path
    misura: Path

    def of(self, path: Path) -> tuple[object, ...]:
        """The arguments that ask the sentences of a file of the notice."""
        return self.avviso, path, "--misure", self.misura


@pytest.fixture
def notice(avviso: Path, misura: Path) -> Notice:
    """The trial notice."""
    return Notice(avviso, misura)


class TestOfANotice:
    """A notice has one day: a sentence of one's own that says others is not asked of that."""

    LAW = "2024-03-01"

    @pytest.mark.parametrize(
        "case",
        [
            ('al = 2023-05-01\nmai = "isee < 0"', "", "5:6", "togli `al`"),
            ('mai = "isee < 0"', "al = 2023-05-01\n", "3:6", "togli `al`"),
            ('giorni = "tutti"\nmai = "isee < 0"', "", "5:10", "togli `giorni`"),
            ("giorno_vuoto = { dal = 2024-01-01 }", "", "5:16", "oppure chiedi della sua misura"),
        ],
    )
    def test_other_days(
        self, casa_model: Run, notice: Notice, tmp_path: Path, case: tuple[str, str, str, str]
    ) -> None:
        """It is told with its place and the mend; of the measure the same is asked."""
        row, head, place, said = case
        path = written(tmp_path, row, head=head)
        result = casa_model("dimostra", *notice.of(path))
        of_measure = casa_model("dimostra", notice.misura, path)

        assert result.exit_code == 1
        assert "non si può           x-1\n" in result.stdout
        assert f"frasi.toml:{place}: valore-rifiutato" in result.stdout
        assert self.LAW in result.stdout
        assert said in result.stdout
        assert "non si può" not in of_measure.stdout
        assert "Risposte: 1" in of_measure.stdout

    def test_its_day(self, casa_model: Run, notice: Notice, tmp_path: Path) -> None:
        """The day of its law, or none at all, or every day where the head says one."""
        path = written(tmp_path, f'al = {self.LAW}\nmai = "isee < 0"', 'mai = "isee < 0"', head="")
        result = casa_model("dimostra", *notice.of(path))

        assert result.exit_code == 0
        assert "Risposte: 2; diverse da quelle attese: 0." in result.stdout
