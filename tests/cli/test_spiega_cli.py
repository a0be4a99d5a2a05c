"""`casa-model spiega`: outcomes in sentences; values of facts only when asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

HEADER = "riferimento;protocollo;data_domanda;isee;servizi_anno\n"


class TestExplanation:
    """One application is explained, or all of them."""

    def test_one(self, casa_model: Run, base: list[object]) -> None:
        """Values of facts stand as `…`; the numbers of the law and the amount are told."""
        result = casa_model("spiega", *base, "--riferimento", "A-1")

        assert result.exit_code == 0
        assert result.stdout.startswith("Domanda: A-1\nAvviso di prova\n")
        assert "- ISEE del nucleo, in corso di validità: …" in result.stdout
        assert "- soglia ISEE: 9.360,00 € — r.r. 1/2020, art. 6 [dall'atto]" in result.stdout
        assert "Spetta: 700,00 €" in result.stdout

    def test_with_values(self, casa_model: Run, base: list[object]) -> None:
        """`--con-valori` tells the facts."""
        result = casa_model("spiega", *base, "--riferimento", "A-1", "--con-valori")

        assert "- ISEE del nucleo, in corso di validità: 5.000,00 €" in result.stdout

    def test_all(self, casa_model: Run, base: list[object]) -> None:
        """Without a reference every application is explained, in English if asked."""
        result = casa_model("spiega", *base, "--lang", "en")

        assert [
            line for line in result.stdout.splitlines() if line.startswith("Application: ")
        ] == [f"Application: A-{number}" for number in (1, 2, 3, 4)]

    def test_notice(self, casa_model: Run, base: list[object]) -> None:
        """`--provvedimento` writes the draft of the motivated notice."""
        result = casa_model("spiega", *base, "--riferimento", "A-3", "--provvedimento")

        assert result.stdout.startswith("Bozza di provvedimento motivato: domanda non ammessa")
        assert "Ente: Comune di Prova" in result.stdout
        assert "Avviso: Avviso di prova\n" in result.stdout
        assert "(l. 241/1990, art. 10-bis)" in result.stdout
        assert "\nNota per l'ufficio: da togliere prima di inviare\n- valori nasc" in result.stdout

    def test_changes(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """What the notice changes of its measure is told, with the reason, in both."""
        notice = tmp_path / "a.toml"
        text = Path(str(base[0])).read_text("utf-8")
        taken = '\n[[togli]]\nrequisito = "isee"\nmotivo = { it = "non serve", en = "no need" }\n'
        notice.write_text(text + taken + 'fonte = "avviso"\ngrado = "derivata"\n', "utf-8")
        args = [notice, *base[1:], "--riferimento", "A-1"]
        line = "- toglie: requisito «ISEE inferiore alla soglia»; motivo: non serve — "
        letter = casa_model("spiega", *args, "--provvedimento").stdout

        assert f"{line}avviso [derivata]\n" in casa_model("spiega", *args).stdout
        assert f"{line}l'avviso\n" in letter

    def test_json(self, casa_model: Run, base: list[object]) -> None:
        """`--json` has the parts of each explanation beside its text, and no value not asked."""
        found = json.loads(casa_model("spiega", *base, "--json").stdout)
        first = found["spiegazioni"][0]
        letters = casa_model("spiega", *base, "--json", "--provvedimento").stdout

        assert [each["riferimento"] for each in found["spiegazioni"]] == [
            "A-1",
            "A-2",
            "A-3",
            "A-4",
        ]
        assert (found["avviso"], found["difetti"], found["scarti"]) == ("avviso-di-prova", [], [])
        assert (first["esito"], first["spiegazione"]["on"]) == ("ammesso", "2024-03-01")
        assert first["testo"].startswith("Domanda: A-1\n")
        assert "5.000,00" not in json.dumps(found, ensure_ascii=False)
        assert json.loads(letters)["spiegazioni"][0]["testo"].startswith("Bozza di provvedimento")

    def test_warning(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """What whoever decides should be told is told last."""
        rows = tmp_path / "d.csv"
        rows.write_text(
            "riferimento;protocollo;data_domanda;isee;servizi_anno;componenti;scala_equivalenza\n"
            "A-1;;2024-03-05;100.00;1.00;4;1.00\n",
            "utf-8",
        )
        result = casa_model("spiega", base[0], rows, *base[2:])

        assert "\nAvvertenza: la scala di equivalenza" in result.stdout


class TestOthers:
    """What another application does to one is told; what it does not, hinders nothing."""

    def test_repeated_protocol(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """The second holder of a protocol is refused at the door, with that reason."""
        rows = tmp_path / "d.csv"
        rows.write_text(
            HEADER + "A-1;p1;2024-03-05;50.00;1.00\nA-2;p1;2024-03-05;60.00;1.00\n", "utf-8"
        )
        result = casa_model("spiega", base[0], rows, *base[2:], "--riferimento", "A-2")

        assert "Non soddisfatto: protocollo non usato da una domanda precedente" in result.stdout
        assert "A-1" not in result.stdout

    def test_holder_that_cannot_be(
        self, casa_model: Run, base: list[object], tmp_path: Path
    ) -> None:
        """A first holder that could not be decided says nothing about the second."""
        rows = tmp_path / "d.ndjson"
        born = [{"data_nascita": "1901-01-01"}]
        lines = [
            {"riferimento": "A-1", "protocollo": "p1", "membri": born},
            {"riferimento": "A-2", "protocollo": "p1", "data_domanda": "2024-03-05"},
        ]
        rows.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        notice = tmp_path / "a.toml"
        text = Path(str(base[0])).read_text("utf-8")
        far = (
            "chiusura = 2024-03-31\ndata_requisiti = 2050-01-01\n"
            'data_requisiti_fonte = { fonte = "prova" }'
        )
        notice.write_text(text.replace("chiusura = 2024-03-31", far), "utf-8")
        result = casa_model("spiega", notice, rows, *base[2:4], "--riferimento", "A-2")

        assert result.exit_code == 0
        assert result.stderr == ""
        assert result.stdout.startswith("Domanda: A-2\n")

    def test_tie(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """A tie elsewhere hinders no explanation."""
        notice = tmp_path / "a.toml"
        text = Path(str(base[0])).read_text("utf-8")
        notice.write_text(text.replace('["isee", "protocollo"]', '["isee"]'), "utf-8")
        rows = tmp_path / "d.csv"
        rows.write_text(
            HEADER + "A-1;p1;2024-03-05;50.00;1.00\nA-2;p2;2024-03-05;50.00;1.00\n", "utf-8"
        )
        result = casa_model("spiega", notice, rows, *base[2:])

        assert result.exit_code == 0

    def test_unknown_reference(self, casa_model: Run, base: list[object]) -> None:
        """A reference that no application has is a usage error."""
        result = casa_model("spiega", *base, "--riferimento", "Z-9")

        assert result.exit_code == 2
        assert "nessuna domanda letta ha il riferimento `Z-9`" in result.stderr

    def test_broken_row(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """A broken row is told beside the others, and the run exits with 1."""
        rows = tmp_path / "d.csv"
        rows.write_text(HEADER + "A-1;p1;x;50.00;1.00\nA-2;p2;2024-03-05;50.00;1.00\n", "utf-8")
        result = casa_model("spiega", base[0], rows, *base[2:])

        assert result.exit_code == 1
        assert ":2:8: valore-illeggibile:" in result.stderr
        assert "Domanda: A-2" in result.stdout


BROKEN = "A-1;p1;x;50.00;1.00\nA-2;p2;2024-03-05;50.00;1.00\nA-3;p3;2024-03-05;y;z\n"


class TestAskedRow:
    """Only what was asked is told in full."""

    def test_broken(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """A broken row says that it is broken and why; faults of others are counted."""
        rows = tmp_path / "d.csv"
        rows.write_text(HEADER + BROKEN, "utf-8")
        args = [base[0], rows, *base[2:], "--riferimento", "A-1"]
        result = casa_model("spiega", *args)
        as_json = json.loads(casa_model("spiega", *args, "--json").stdout)
        lines = result.stderr.splitlines()

        assert result.exit_code == 1
        assert result.stdout == ""
        assert lines[0] == "A-1: non decisa: la riga 2 è rotta"
        assert lines[1].startswith(f"{rows}:2:8: valore-illeggibile: ")
        assert lines[2:] == [
            "altre segnalazioni sulle domande: 2; per leggerle togli `--riferimento`"
        ]
        assert [each["riga"] for each in as_json["difetti"]] == [2]
        assert as_json["spiegazioni"] == []

    def test_sound_among_broken(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """A sound row is explained; the broken ones are only counted."""
        rows = tmp_path / "d.csv"
        rows.write_text(HEADER + BROKEN, "utf-8")
        args = [base[0], rows, *base[2:], "--lang", "en"]
        result = casa_model("spiega", *args, "--riferimento", "A-2")

        assert result.exit_code == 1
        assert result.stdout.startswith("Application: A-2\n")
        assert result.stderr == (
            "other findings about the applications: 3; to read them remove `--riferimento`\n"
        )
