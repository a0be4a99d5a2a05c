"""`casa-model rifai`: a filed decision made again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.cli._riscontro import _shown
from casa_model.exchange import leggi_verbale, verbale_ndjson
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


@pytest.fixture
def verbale(casa_model: Run, base: list[object], tmp_path: Path) -> Path:
    """The record that `decidi --out` writes."""
    path = tmp_path / "archivio" / "verbale.ndjson"
    result = casa_model("decidi", *base, "--verbale", path)

    assert f"scritto {path}: contiene i fatti delle persone" in result.stderr

    return path


class TestRifai:
    """What an office reads years later."""

    def test_all_the_same(self, casa_model: Run, verbale: Path) -> None:
        """The record is enough by itself: notice and measure are in it."""
        result = casa_model("rifai", verbale)

        assert result.exit_code == 0
        assert "4 domande\ntutto viene uguale: regole, domande, esiti, graduatoria" in result.stdout

    def test_in_english(self, casa_model: Run, verbale: Path) -> None:
        """The same, in the other language."""
        assert "all comes out the same" in casa_model("rifai", verbale, "--lang", "en").stdout

    def test_against_another_notice(
        self, casa_model: Run, verbale: Path, avviso: Path, misura: Path, tmp_path: Path
    ) -> None:
        """What differs is named, a line each, and counted."""
        other = tmp_path / "altro.toml"
        other.write_text(avviso.read_text("utf-8").replace("1000.00", "900.00"), "utf-8")
        result = casa_model("rifai", verbale, "--avviso", other, "--misure", misura)

        assert result.exit_code == 1
        assert result.stdout.splitlines()[1:] == [
            "regole (dotazione): 1.000,00 € → 900,00 €",
            "graduatoria `avviso-di-prova`: viene diversa da allora",
            "domande con un esito o un importo diverso: 0",
            "altre cose diverse: 2",
        ]

    def test_amounts_only_where_asked(
        self, casa_model: Run, verbale: Path, avviso: Path, misura: Path, tmp_path: Path
    ) -> None:
        """The threshold and the cap are law, what is due comes from facts."""
        other = tmp_path / "altra.toml"
        text = misura.read_text("utf-8").replace("700.00", "650.00").replace("9360.00", "5500.00")
        other.write_text(text, "utf-8")
        args = ("rifai", verbale, "--avviso", avviso, "--misure", other)
        told = casa_model(*args).stdout
        shown = casa_model(*args, "--con-valori").stdout

        assert told.splitlines()[1:] == [
            "parametro `soglia`: 9.360,00 € → 5.500,00 €",
            "parametro `tetto`: 700,00 € → 650,00 €",
            "esito `A-1`: viene diverso: importo, voci",
            (
                "esito `A-2`: viene diverso: esito (allora ammessa, ora non ammessa), importo, "
                "motivi, voci"
            ),
            "graduatoria `avviso-di-prova`: viene diversa da allora",
            "domande con un esito o un importo diverso: 2",
            "altre cose diverse: 3",
        ]
        assert "esito `A-1`: viene diverso: importo, voci; importo 700,00 € → 650,00 €" in shown
        assert "voci; importo 700,00 € → niente" in shown
        told = casa_model(*args, "--lang", "en", "--con-valori").stdout
        assert "parameter `soglia`: €9,360.00 → €5,500.00" in told
        assert "; amount €700.00 → €650.00" in told

    def test_then_and_now_as_json(
        self, casa_model: Run, verbale: Path, avviso: Path, misura: Path, tmp_path: Path
    ) -> None:
        """The same, as a program wants it; amounts only where asked."""
        other = tmp_path / "altra.toml"
        other.write_text(misura.read_text("utf-8").replace("700.00", "650.00"), "utf-8")
        args = ("rifai", verbale, "--avviso", avviso, "--misure", other, "--json")
        told, shown = (json.loads(casa_model(*a).stdout) for a in (args, (*args, "--con-valori")))
        law = {"nome": "", "prima": "700.00", "ora": "650.00"}

        assert told["diverse"] == {"esiti": 2, "motivi": 0, "altre": 2}
        assert [each["cambi"] for each in told["discordanze"]] == [[law], [], [], []]
        assert [each["cambi"] for each in shown["discordanze"]][:2] == [
            [law],
            [{"nome": "importo", "prima": "700.00", "ora": "650.00"}],
        ]

    def test_nothing_as_json(
        self, casa_model: Run, verbale: Path, avviso: Path, misura: Path, tmp_path: Path
    ) -> None:
        """An outcome then and now by its code; an amount that is no longer there is null."""
        other = tmp_path / "altra.toml"
        other.write_text(misura.read_text("utf-8").replace("9360.00", "5500.00"), "utf-8")
        args = ("rifai", verbale, "--avviso", avviso, "--misure", other, "--json", "--con-valori")
        found = json.loads(casa_model(*args).stdout)["discordanze"]

        assert [each["cambi"] for each in found if each["nome"] == "A-2"] == [
            [
                {"nome": "esito", "prima": "ammesso", "ora": "non-ammesso"},
                {"nome": "importo", "prima": "700.00", "ora": None},
            ]
        ]

    def test_only_an_outcome(self, casa_model: Run, verbale: Path) -> None:
        """Nothing else differs, and nothing else is counted."""
        filed = leggi_verbale(verbale.read_bytes(), file="v")
        first, *others = filed.voci
        assert first.decisa is not None
        richer = evolve(first, decisa=evolve(first.decisa, importo=Euro(1)))
        verbale.write_text(verbale_ndjson(evolve(filed, voci=(richer, *others))), "utf-8")

        assert casa_model("rifai", verbale).stdout.splitlines()[1:] == [
            "esito `A-1`: viene diverso: importo",
            "domande con un esito o un importo diverso: 1",
        ]

    def test_only_the_reasons(
        self, casa_model: Run, misura: Path, avviso: Path, tmp_path: Path
    ) -> None:
        """A requirement less: one line for all whose outcome and amount are the same."""
        domande, path, less = (tmp_path / name for name in ("d.csv", "v.ndjson", "meno.toml"))
        rows = [f"A-{i};p{i};2024-03-05;{5000 + i}.00;1.00\n" for i in range(1, 8)]
        domande.write_text(
            "riferimento;protocollo;data_domanda;isee;servizi_anno\n" + "".join(rows), "utf-8"
        )
        text = misura.read_text("utf-8")
        start, end = text.index("[[requisiti]]"), text.index("[importo]")
        more = text[start:end].replace('"isee"', '"isee-alto"').replace("isee <", "isee <=")
        less.write_text(text[:end] + more + text[end:], "utf-8")
        casa_model(
            "decidi", avviso, domande, "--misure", less, "--decimali", "plain", "--verbale", path
        )
        told = casa_model("rifai", path, "--avviso", avviso, "--misure", misura).stdout

        assert told.splitlines()[1:] == [
            "regole (quali requisiti e fatti): sono diverse da allora",
            "requisito `isee-alto`: non c'è più: `isee <= soglia`",
            "domande con un esito o un importo diverso: 0",
            (
                "domande con lo stesso esito e lo stesso importo, diverse solo nei motivi o nei "
                "calcoli: 7 (`A-1`, `A-2`, `A-3`, `A-4`, `A-5` e 2 in più)"
            ),
            "altre cose diverse: 2",
        ]

    def test_one_application(
        self, casa_model: Run, misura: Path, avviso: Path, tmp_path: Path
    ) -> None:
        """One is one, and not "1 domande"."""
        domande, path = tmp_path / "d.csv", tmp_path / "v.ndjson"
        domande.write_text("riferimento;protocollo;isee;servizi_anno\nA-1;p;1.00;1.00\n", "utf-8")
        args = ("--misure", misura, "--decimali", "plain", "--verbale", path)
        casa_model("decidi", avviso, domande, *args)

        assert ": 1 domanda\n" in casa_model("rifai", path).stdout
        assert ": 1 application\n" in casa_model("rifai", path, "--lang", "en").stdout

    def test_as_json(self, casa_model: Run, verbale: Path) -> None:
        """For another program."""
        found = json.loads(casa_model("rifai", verbale, "--json").stdout)

        assert (found["formato"], found["uguale"], found["discordanze"]) == (1, True, [])
        assert found["domande"] == 4

    def test_an_outcome_that_differs(self, casa_model: Run, verbale: Path, base: list[object],
                                     tmp_path: Path) -> None:  # fmt: skip
        """By the reference of the application, as JSON too."""
        other = tmp_path / "altra.toml"
        text = base[3].read_text("utf-8")  # type: ignore[attr-defined]
        other.write_text(text.replace('"9360.00"', '"1.00"'), "utf-8")
        assert other.read_text("utf-8") != text
        args = ("rifai", verbale, "--avviso", base[0], "--misure", other)
        found = json.loads(casa_model(*args, "--json").stdout)

        assert "parametro" in {each["ambito"] for each in found["discordanze"]}
        assert "esito" in {each["ambito"] for each in found["discordanze"]}
        assert "parametro `soglia`" in casa_model(*args).stdout

    def test_rows_that_the_reader_discarded(
        self, casa_model: Run, base: list[object], tmp_path: Path
    ) -> None:
        """Nothing to decide again, and they are those who ask later: told, a line each."""
        domande, path = tmp_path / "domande.csv", tmp_path / "v.ndjson"
        domande.write_text(
            "riferimento;protocollo;data_domanda;isee;servizi_anno\n"
            "A-1;p1;2024-03-05;5000.00;900.00\nA-2;p2;2024-03-06;SECRET;SECRET\n;p3;SECRET;1.00;\n",
            "utf-8",
        )
        casa_model("decidi", base[0], domande, *base[2:], "--verbale", path)
        told = casa_model("rifai", path)
        lines = told.stdout.splitlines()
        found = json.loads(casa_model("rifai", path, "--json").stdout)

        assert told.exit_code == 0
        assert lines[1] == "righe scartate alla lettura, che nessuno ha deciso: 2"
        assert lines[2].startswith("  riga 3, `A-2`: il valore di `isee` non è ")
        assert lines[3].startswith("  riga 4, senza un riferimento leggibile: ")
        assert "SECRET" not in path.read_text("utf-8") + told.stdout
        assert [(r["riga"], r["riferimento"]) for r in found["scartate"]] == [(3, "A-2"), (4, None)]
        assert found["scartate"][0]["motivi"][0] in lines[2]

    def test_measures_without_a_notice(self, casa_model: Run, verbale: Path, misura: Path) -> None:
        """The record has its own."""
        result = casa_model("rifai", verbale, "--misure", misura)

        assert result.exit_code == 2
        assert "`--misure` vale solo con `--avviso`: il verbale ha già le sue" in result.stderr

    def test_a_record_that_was_touched(self, casa_model: Run, verbale: Path) -> None:
        """It cannot be trusted, and says where."""
        text = verbale.read_text("utf-8")
        verbale.write_text(text.replace('"ammesso"', '"da-completare"', 1), "utf-8")
        result = casa_model("rifai", verbale)

        assert result.exit_code == 3
        assert "verbale-alterato: le righe del verbale non sono quelle scritte" in result.stderr

    def test_no_record(self, casa_model: Run, tmp_path: Path) -> None:
        """A file that is not there."""
        result = casa_model("rifai", tmp_path / "niente.ndjson")

        assert result.exit_code == 3
        assert "il file non c'è" in result.stderr


def test_names_of_a_file_do_not_act_on_the_terminal() -> None:
    """Escape signs are spelt out."""
    assert _shown("a\x1b[31mè") == "a\\x1b[31mè"


class TestWriting:
    """`decidi --verbale` writes the record where it was asked, and nowhere else."""

    def test_one_that_is_there(self, casa_model: Run, base: list[object], verbale: Path) -> None:
        """It is replaced only when asked."""
        refused = casa_model("decidi", *base, "--verbale", verbale)
        again = casa_model("decidi", *base, "--verbale", verbale, "--sovrascrivi")

        assert refused.exit_code == 2
        assert f"`{verbale}` c'è già; scegli un altro nome" in refused.stderr
        assert again.exit_code == 0

    def test_where_nothing_can_be_written(
        self, casa_model: Run, base: list[object], tmp_path: Path
    ) -> None:
        """A folder that is a file."""
        (tmp_path / "file").write_text("", "utf-8")
        result = casa_model("decidi", *base, "--verbale", tmp_path / "file" / "verbale.ndjson")

        assert result.exit_code == 2
        assert "non si può scrivere; scegli un'altra cartella" in result.stderr
