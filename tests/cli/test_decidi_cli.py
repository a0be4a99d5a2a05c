"""`casa-model decidi`: outcomes with reasons, the ranking, files, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

HEADER = "riferimento;protocollo;data_domanda;isee;servizi_anno\n"

REPORT = """\
Avviso: Avviso di prova
Ente: Comune di Prova

Riepilogo
esito          domande
ammesse              2
non ammesse          1
da completare        1

Esiti
riferimento  esito           importo
A-1          ammessa        700,00 €
A-2          ammessa        700,00 €
A-3          non ammessa
  - ISEE inferiore alla soglia — r.r. 1/2020, art. 6 [dall'atto]
A-4          da completare
  - manca: ISEE del nucleo, in corso di validità

Graduatoria
rango  riferimento  spettante    pagato  stato
    1  A-1           700,00 €  700,00 €  finanziata
    2  A-2           700,00 €  300,00 €  finanziata in parte

Risorse
voce           quanto
dotazione  1.000,00 €
pagato     1.000,00 €
resto          0,00 €

righe lette 4 = decise 4 + scartate 0
"""


class TestReport:
    """What is decided is told in tables that read well in a pipe."""

    def test_whole(self, casa_model: Run, base: list[object]) -> None:
        """Summary, outcomes with their articles and missing facts, ranking, money, totals."""
        result = casa_model("decidi", *base)

        assert result.stdout == REPORT
        assert result.stderr == ""
        assert result.exit_code == 0

    def test_english(self, casa_model: Run, base: list[object]) -> None:
        """`--lang en` tells it in English."""
        result = casa_model("decidi", *base, "--lang", "en")

        assert "to be completed             1\n" in result.stdout
        assert "  - ISEE below the threshold — r.r. 1/2020, art. 6 [from the act]" in result.stdout
        assert "rows read 4 = decided 4 + rejected 0" in result.stdout

    def test_decimals_written_the_other_way(
        self, casa_model: Run, base: list[object], tmp_path: Path
    ) -> None:
        """One line says it for every row; the rows are counted, and JSON has them all."""
        rows = tmp_path / "d.csv"
        text = "".join(f"A-{n};p{n};2024-03-05;{n}.000,00;900,00\n" for n in range(1, 9))
        rows.write_text(HEADER + text, "utf-8")
        args = [base[0], rows, *base[2:]]
        decided, explained = (casa_model(command, *args) for command in ("decidi", "spiega"))
        whole = json.loads(casa_model("decidi", *args, "--json").stdout)
        line = (
            f"{rows}:2:1: decimali-diversi: consiglio: `decimali` dice `plain` (9360.00), ma il "
            "file sembra scritto `it` (9.360,00); righe non lette per questo: 8; passa `it`\n"
        )

        assert [decided.stderr, explained.stderr] == [line, line]
        assert "righe lette 8 = decise 0 + scartate 8" in decided.stdout
        assert [decided.exit_code, explained.exit_code] == [1, 1]
        assert [len(whole[key]) for key in ("difetti", "scartate")] == [17, 8]

    def test_dwellings(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """An endowment in dwellings is counted in dwellings."""
        rows = tmp_path / "d.csv"
        rows.write_text(
            "riferimento;protocollo;isee;servizi_anno;riceve_crs_indigenza\n"
            "A-1;p1;100.00;1.00;no\nA-2;p2;200.00;1.00;no\n",
            "utf-8",
        )
        notice, unpaid = (misura.with_name(f"{n}.toml") for n in ("alloggi", "senza-importo"))
        result = casa_model("decidi", notice, rows, "--misure", unpaid, "--decimali", "plain")

        assert "    1  A-1                     1 alloggio  finanziata" in result.stdout
        assert "    2  A-2                      0 alloggi  in attesa" in result.stdout
        assert "resto       0 alloggi" in result.stdout

    def test_no_endowment(
        self, casa_model: Run, misura: Path, avviso: Path, domande: Path, tmp_path: Path
    ) -> None:
        """Without an endowment the ranking stands and no money is told."""
        notice = tmp_path / "a.toml"
        text = avviso.read_text("utf-8").replace('[risorse]\ndotazione = "1000.00"\n', "")
        notice.write_text(text, "utf-8")
        args = [notice, domande, "--misure", misura, "--decimali", "plain"]
        result = casa_model("decidi", *args)
        as_json = json.loads(casa_model("decidi", *args, "--json").stdout)

        assert "dotazione non nota" in result.stdout
        assert "Risorse" not in result.stdout
        assert as_json["graduatoria"]["dotazione"] is None
        assert as_json["graduatoria"]["posizioni"][0]["pagato"] is None

    def test_no_ranking_and_unread(
        self, casa_model: Run, misura: Path, avviso: Path, domande: Path, tmp_path: Path
    ) -> None:
        """Without a ranking there are only outcomes; what nobody has read is said."""
        notice = tmp_path / "a.toml"
        text = avviso.read_text("utf-8").partition("[risorse]")[0]
        unread = (
            '[[requisiti]]\ncodice = "x"\nnorma = "rr-1-2020, art. 9"\ngrado = "atto"\n'
            'testo = { it = "altri requisiti", en = "others" }\nnon_visto = true\n'
        )
        notice.write_text(text + unread, "utf-8")
        args = [notice, domande, "--misure", misura, "--decimali", "plain"]
        out = tmp_path / "out"
        result = casa_model("decidi", *args, "--out", out)

        assert "Graduatoria" not in result.stdout
        assert (
            "  - altri requisiti — r.r. 1/2020, art. 9 [dall'atto]: nessuno qui lo ha letto\n"
        ) in result.stdout
        assert json.loads(casa_model("decidi", *args, "--json").stdout)["graduatoria"] is None
        assert sorted(each.name for each in out.iterdir()) == [
            "esiti.csv",
            "esiti.ndjson",
            "scartate.csv",
        ]

    def test_warnings(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """What whoever decides should be told stands under the outcome."""
        rows = tmp_path / "d.csv"
        rows.write_text(
            "riferimento;protocollo;data_domanda;isee;servizi_anno;componenti;scala_equivalenza\n"
            "A-1;p1;2024-03-05;100.00;1.00;4;1.00\n",
            "utf-8",
        )
        result = casa_model("decidi", base[0], rows, *base[2:])

        assert "  - avvertenza: la scala di equivalenza" in result.stdout


class TestBroken:
    """A broken row is told with its place and reason; the others are decided."""

    def test_row(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """The fault goes to standard error with file, line and column; the run exits with 1."""
        rows = tmp_path / "d.csv"
        rows.write_text(
            HEADER + "A-1;p1;2024-03-05;5000,00;1.00\nA-2;p2;2024-03-05;5000.00;1.00\n", "utf-8"
        )
        result = casa_model("decidi", base[0], rows, *base[2:])

        assert result.stderr.startswith(f"{rows}:2:19: valore-illeggibile: ")
        assert "`isee`" in result.stderr
        assert "righe lette 2 = decise 1 + scartate 1" in result.stdout
        assert result.exit_code == 1

    def test_contradiction(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """An application whose facts cannot be is rejected with its reason, in words."""
        rows = tmp_path / "d.ndjson"
        row = {"riferimento": "A-1", "membri": [{"data_nascita": "1901-01-01"}]}
        rows.write_text(json.dumps(row) + "\n", "utf-8")
        notice = tmp_path / "a.toml"
        text = Path(str(base[0])).read_text("utf-8")
        far = (
            "chiusura = 2024-03-31\ndata_requisiti = 2050-01-01\n"
            'data_requisiti_fonte = { fonte = "prova" }'
        )
        notice.write_text(text.replace("chiusura = 2024-03-31", far), "utf-8")
        result = casa_model("decidi", notice, rows, *base[2:4])
        as_json = json.loads(casa_model("decidi", notice, rows, *base[2:4], "--json").stdout)
        explained = casa_model("spiega", notice, rows, *base[2:4])
        looked_at = casa_model("cosa-manca", notice, rows, *base[2:4])

        why = "A-1: non decisa: `eta` esce dai valori ammessi; controlla la cifra"
        assert why in result.stderr
        assert why in looked_at.stderr
        assert looked_at.exit_code == 1
        assert "righe lette 1 = decise 0 + scartate 1" in result.stdout
        assert result.exit_code == 1
        assert as_json["righe"]["scartate"] == len(as_json["scartate"])
        assert as_json["scartate"] == [
            {
                "riferimento": "A-1",
                "riga": None,
                "motivi": [
                    {"codice": "non-decisa", "testo": why.removeprefix("A-1: non decisa: ")}
                ],
            }
        ]
        assert why in explained.stderr
        assert explained.exit_code == 1

    def test_tie(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """A tie on the last key refuses the run, naming the applications."""
        rows = tmp_path / "d.csv"
        notice = tmp_path / "a.toml"
        text = Path(str(base[0])).read_text("utf-8")
        notice.write_text(text.replace('["isee", "protocollo"]', '["isee"]'), "utf-8")
        rows.write_text(
            HEADER + "A-1;p1;2024-03-05;50.00;1.00\nA-2;p2;2024-03-05;50.00;1.00\n", "utf-8"
        )
        result = casa_model("decidi", notice, rows, *base[2:])

        assert result.exit_code == 1
        assert "A-1" in result.stderr
        assert "A-2" in result.stderr
        assert "50.00" not in result.stderr


class TestMachine:
    """What programs read: JSON and files."""

    def test_json(self, casa_model: Run, base: list[object]) -> None:
        """`--json` writes one object with outcomes, ranking, counts and faults."""
        found = json.loads(casa_model("decidi", *base, "--json").stdout)

        assert found["righe"] == {"lette": 4, "decise": 4, "scartate": 0}
        assert [each["esito"] for each in found["esiti"]] == [
            "ammesso",
            "ammesso",
            "non-ammesso",
            "da-completare",
        ]
        assert found["graduatoria"] == {
            "dotazione": "1000.00",
            "alloggi": None,
            "residuo": "0.00",
            "posizioni": [
                {
                    "rango": rango,
                    "riferimento": riferimento,
                    "spettante": "700.00",
                    "pagato": pagato,
                    "alloggi": None,
                    "stato": stato,
                    "riserva": None,
                }
                for rango, riferimento, pagato, stato in (
                    (1, "A-1", "700.00", "finanziata"),
                    (2, "A-2", "300.00", "parziale"),
                )
            ],
        }
        assert found["difetti"] == []

    def test_json_of_dwellings(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """What is left of an endowment in dwellings is a whole number."""
        rows = tmp_path / "d.csv"
        rows.write_text("riferimento;protocollo\nA-1;p1\n", "utf-8")
        notice, unpaid = (misura.with_name(f"{n}.toml") for n in ("alloggi", "senza-importo"))
        result = casa_model("decidi", notice, rows, "--misure", unpaid, "--json")

        assert json.loads(result.stdout)["graduatoria"]["residuo"] == 1

    def test_faults_in_json(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """Faults have their place and their code."""
        rows = tmp_path / "d.csv"
        rows.write_text(HEADER + "A-1;p1;x;5000.00;1.00\n", "utf-8")
        found = json.loads(casa_model("decidi", base[0], rows, *base[2:], "--json").stdout)

        assert found["righe"] == {"lette": 1, "decise": 0, "scartate": 1}
        assert found["difetti"][0]["riga"] == 2
        assert found["difetti"][0]["codice"] == "valore-illeggibile"
        assert found["scartate"] == [{"riferimento": "A-1", "riga": 2, "motivi": found["difetti"]}]
