"""Rules that admit nobody: what nobody has read, requirements that contradict each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

UNREAD = (
    '[[requisiti]]\ncodice = "altro"\nfonte = "prova"\ngrado = "derivata"\n'
    'testo = { it = "altro", en = "other" }\nnon_visto = true\n\n[importo]'
)


@pytest.fixture
def unread(misura: Path, tmp_path: Path) -> Path:
    """The trial measure, which asks also what nobody has read."""
    return _written(misura, tmp_path / "prima.toml", ("[importo]", UNREAD))


@pytest.fixture
def dearer(unread: Path, tmp_path: Path) -> Path:
    """The same with twice the amount."""
    return _written(unread, tmp_path / "ora.toml", ('"700.00"', '"1400.00"'))


def _written(source: Path, path: Path, swap: tuple[str, str]) -> Path:
    text = source.read_text("utf-8")
    assert swap[0] in text
    path.write_text(text.replace(*swap, 1), "utf-8")
    return path


class TestUnread:
    """What nobody has read is told beside the answers, and is not what they rest upon."""

    def test_among_the_bounds(self, casa_model: Run, unread: Path) -> None:
        """With its code, in text and in JSON."""
        asked = ("dimostra", unread, "--sovrappone", "ammessa", "isee > 0")
        (found,) = json.loads(casa_model(*asked, "--json").stdout)["risposte"]

        *_, bounds, told = casa_model(*asked).stdout.splitlines()
        assert bounds.startswith("Vale per: ")
        assert told.startswith("Requisiti che nessuno ha letto: `altro`. ")
        assert found["confini"]["non_letti"] == ["altro"]

    def test_all_is_read(self, casa_model: Run, misura: Path) -> None:
        """Nothing is told where there is nothing to tell."""
        result = casa_model("dimostra", misura, "--mai", "ammessa and isee > soglia")

        assert "nessuno ha letto" not in result.stdout

    def test_the_same_answer(self, casa_model: Run, unread: Path, dearer: Path) -> None:
        """Twice the amount is another answer, and the household says by what it is admitted."""
        asked = ("dimostra", unread, "--con", dearer, "--stessa-risposta")
        result = casa_model(*asked)
        (found,) = json.loads(casa_model(*asked, "--json").stdout)["risposte"]

        assert result.exit_code == 1
        assert "    ciò che nessuno ha letto qui non conta" in result.stdout
        assert (
            "(ora.toml): ammessa, 700,01 €, se si trascura ciò che nessuno ha letto"
            in result.stdout
        )
        assert (found["risposta"], found["senza_non_letti"]) == ("no", True)

    def test_a_change_of_the_amount(self, casa_model: Run, unread: Path, dearer: Path) -> None:
        """`confronta` finds who is due more, and says what it left aside."""
        asked = ("confronta", unread, dearer, "--al", "2024-01-01")
        text = " ".join(casa_model(*asked).stdout.split())
        proofs = json.loads(casa_model(*asked, "--json").stdout)["prove"]
        (more,) = [each for each in proofs if each["effetto"] == "riceve-di-piu"]

        assert "C'è chi ha un importo spettante più alto, se si trascura" in text
        assert (more["risposta"], more["senza_non_letti"], more["non_letti"]) == (
            "si",
            True,
            ["altro"],
        )


class TestVacuous:
    """A yes of nobody is told as what it is, and is a finding."""

    @pytest.mark.parametrize(
        ("asked", "part", "told"),
        [
            (
                ("--mai", "ammessa and isee > 100"),
                "ammessa",
                "attenzione: `ammessa` da sola non è vera per nessuno, e questo sì non dice",
            ),
            (
                ("--sempre", "not ammessa or isee > 100"),
                "not ammessa",
                "attenzione: `not ammessa` da sola non è falsa per nessuno, e questo sì non dice",
            ),
            (
                ("--mai", "importo > 100"),
                None,
                "attenzione: di nessuno si sa se la frase è vera o falsa",
            ),
            (
                ("--implica", "ammessa", "isee > 100"),
                None,
                "attenzione: la prima frase non è vera per nessuno",
            ),
        ],
    )
    def test_of_a_phrase(
        self, casa_model: Run, unread: Path, asked: tuple[str, ...], part: str | None, told: str
    ) -> None:
        """Which part it is for, in text and in JSON."""
        result = casa_model("dimostra", unread, *asked)
        whole = casa_model("dimostra", unread, *asked, "--json")
        (found,) = json.loads(whole.stdout)["risposte"]

        assert (result.exit_code, whole.exit_code) == (1, 1)
        assert result.stdout.startswith("sì")
        assert f"    {told}" in result.stdout
        assert (found["a_vuoto"], found["a_vuoto_per"]) == (True, part)

    def test_of_requirements_that_contradict_each_other(
        self, casa_model: Run, misura: Path, tmp_path: Path
    ) -> None:
        """They admit nobody, and nobody loses."""
        swap = ('"isee < soglia"', '"isee < soglia and isee > soglia"')
        nobody = _written(misura, tmp_path / "m.toml", swap)
        result = casa_model("dimostra", nobody, "--monotona", "isee", "--lang", "en")

        assert result.exit_code == 1
        assert "beware: these rules admit nobody, and this yes says nothing of" in result.stdout
