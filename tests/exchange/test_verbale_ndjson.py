"""A record as a file: the round trip is exact, and a line that was touched is told."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve

from casa_model.casa import (
    FileDiRegole,
    RigaScartata,
    Verbale,
    decidi,
    edizione,
    leggi_avviso,
    replay,
    verbale_di,
)
from casa_model.errors import InvalidFile, InvalidValue
from casa_model.exchange import _righe, leggi_domande, leggi_verbale, to_json, verbale_ndjson
from casa_model.exchange.verbale import PiedeVerbale
from casa_model.values import Testo

ROOT = Path(__file__).parents[2]
ROW = RigaScartata(7, "A-7", (Testo(it="manca", en="missing"),))
SAMPLE = Path(__file__).with_name("verbale-formato-1.ndjson")
NAMES = tuple(sorted(path.stem for path in (ROOT / "esempi" / "avvisi").iterdir()))


def record(name: str) -> Verbale:
    """The record of an example notice."""
    path = ROOT / "esempi" / "avvisi" / f"{name}.toml"
    text = path.read_text("utf-8")
    avviso = leggi_avviso(text, file=path.name).valore
    domande = ROOT / "esempi" / "domande"
    members = domande / f"{name}-sintetiche-membri.csv"
    lette = leggi_domande(
        (domande / f"{name}-sintetiche.csv").read_bytes(),
        avviso,
        file=f"{name}.csv",
        decimali="it",
        membri=members.read_bytes() if members.exists() else None,
        file_membri=members.name,
    )
    decisione = decidi(avviso, lette.domande)
    return verbale_di(
        decisione, lette.domande, avviso=FileDiRegole(path.name, text), versione="0.1.0"
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_round_trip(name: str) -> None:
    """Every example decision is written, read back the same, and comes out the same."""
    filed = record(name)
    text = verbale_ndjson(filed)

    assert leggi_verbale(text, file="verbale.ndjson") == filed
    assert replay(leggi_verbale(text, file="verbale.ndjson")).uguale
    assert text == verbale_ndjson(leggi_verbale(text.encode(), file="verbale.ndjson"))


def test_a_record_of_format_1() -> None:
    """Written on 27 November 2026, it is read for ever; its law is named where it changed."""
    filed = leggi_verbale(SAMPLE.read_bytes(), file=SAMPLE.name)

    assert filed.versione == "0.1.0"
    assert replay(filed).uguale


def test_lines_of_another_system() -> None:
    """A file that came by mail may have other ends of line."""
    text = SAMPLE.read_text("utf-8").replace("\n", "\r\n")

    assert leggi_verbale(text, file="v") == leggi_verbale(SAMPLE.read_bytes(), file="v")


def test_a_separator_inside_a_text() -> None:
    """What Unicode calls a line is no line of the file."""
    filed = record("brusaporto-2023")
    note = filed.avviso.testo.replace("# ", "#\u2028 ", 1)
    assert note != filed.avviso.testo
    text = verbale_ndjson(filed).replace("\\n# ", "\\n#\u2028 ")

    with pytest.raises(InvalidFile) as error:
        leggi_verbale(text, file="v")

    assert [fault.code for fault in error.value.faults] == ["verbale-alterato"]


def faults(text: str | bytes) -> list[tuple[str, int]]:
    """The codes and lines of what is wrong with a record."""
    with pytest.raises(InvalidFile) as error:
        leggi_verbale(text, file="v.ndjson")
    return [(fault.code, fault.place.line) for fault in error.value.faults]


class TestFaults:
    """Each with its line, and never with what a line says."""

    LINES = tuple(SAMPLE.read_text("utf-8").splitlines())

    def test_nothing(self) -> None:
        """An empty file is no record, and that is all there is to say."""
        assert faults("") == [("verbale-assente", 1)]

    @pytest.mark.parametrize("text", ["riferimento;isee\nA-1;1\n", "[1]\n", '{"isee": "1"}\n{}'])
    def test_another_file(self, text: str) -> None:
        """One thing told, not each of its lines."""
        assert faults(text) == [("verbale-assente", 1)]

    def test_the_head_lost(self) -> None:
        """What is left does not say by what it was decided."""
        assert faults("\n".join(self.LINES[1:])) == [("verbale-assente", 1)]

    def test_an_application_that_stands_twice(self) -> None:
        """Written by somebody else, with a digest that matches."""
        head, voce, *_ = self.LINES
        told = json.loads(head)
        told["valore"] |= {"domande": 2, "scartate": 0}
        lines = [json.dumps(told), voce, voce]
        foot = PiedeVerbale(
            None, sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
        )

        assert faults("\n".join((*lines, to_json(foot)))) == [("riferimento-ripetuto", 3)]

    def test_a_discarded_row_lost(self) -> None:
        """They are counted too: whoever wrote it may ask."""
        filed = evolve(leggi_verbale(SAMPLE.read_bytes(), file="v"), scartate=(ROW, ROW))
        lines = verbale_ndjson(filed).splitlines()

        assert leggi_verbale("\n".join(lines), file="v") == filed
        assert faults("\n".join((*lines[:-2], lines[-1]))) == [("verbale-incompleto", 1)]

    def test_a_discarded_row_that_cannot_be_read(self) -> None:
        """By its number, as any other line."""
        filed = evolve(leggi_verbale(SAMPLE.read_bytes(), file="v"), scartate=(ROW,))
        lines = verbale_ndjson(filed).replace('"motivi"', '"altro"').splitlines()

        assert faults("\n".join(lines)) == [("verbale-riga", len(lines) - 1)]

    def test_only_a_head(self) -> None:
        """What follows was cut off."""
        assert faults(self.LINES[0]) == [("verbale-troncato", 1)]

    def test_not_text(self) -> None:
        """Not UTF-8: as every other file."""
        assert faults(b"\xff\xfe")[0][0] == "non-utf8"

    def test_a_line_lost(self) -> None:
        """The head says how many there were."""
        text = "\n".join((*self.LINES[:1], *self.LINES[2:]))

        assert faults(text) == [("verbale-incompleto", 1)]

    @pytest.mark.parametrize("lost", [1, 2, 3])
    def test_the_end_lost(self, lost: int) -> None:
        """What stands last is no foot: one thing to say, and that is the file was cut."""
        left = self.LINES[:-lost]

        assert faults("\n".join(left)) == [("verbale-troncato", len(left))]

    @pytest.mark.parametrize("lost", [1, 20])
    def test_the_last_line_cut(self, lost: int) -> None:
        """In the middle of the foot, or of an application."""
        first, *_ = self.LINES

        assert faults("\n".join(self.LINES)[:-lost]) == [("verbale-troncato", len(self.LINES))]
        assert faults(f"{first}\n{self.LINES[1][:-lost]}") == [("verbale-troncato", 2)]

    def test_a_foot_that_cannot_be_read(self) -> None:
        """It is there, and not as it was written."""
        text = "\n".join(self.LINES).replace('"impronta"', '"impronte"')
        lines = [*self.LINES[:-1], text.splitlines()[-1]]

        assert faults("\n".join(lines)) == [("verbale-riga", len(lines))]

    @pytest.mark.parametrize("blank", ["\n", "\n\n\n", "\r\n \t\r\n", "  "])
    def test_blank_lines_at_the_end(self, blank: str) -> None:
        """An editor adds them; nothing that was written is missing."""
        text = SAMPLE.read_text("utf-8") + blank

        assert leggi_verbale(text, file="v") == leggi_verbale(SAMPLE.read_bytes(), file="v")

    def test_a_blank_line_among_the_others(self) -> None:
        """That is no end of the file."""
        first, *others = self.LINES

        assert faults("\n".join((first, "", *others)))[0] == ("verbale-riga", 2)

    def test_a_line_touched(self) -> None:
        """One figure is enough."""
        text = "\n".join(self.LINES)
        touched = text.replace('"isee": {"euro": "', '"isee": {"euro": "1', 1)

        assert touched != text
        assert faults(touched) == [("verbale-alterato", len(self.LINES))]

    def test_a_broken_line(self) -> None:
        """All at once, each by its number, and no value in what is said."""
        first, second, *rest = self.LINES
        told = json.loads(second)
        told["valore"]["domanda"]["presentata"] = "SENTINELLA"
        lines = (first, json.dumps(told), rest[0][:-3], *rest[1:])
        with pytest.raises(InvalidFile) as error:
            leggi_verbale("\n".join(lines), file="v")

        assert [f.place.line for f in error.value.faults] == [2, 3]
        assert "SENTINELLA" not in error.value.testo("it") + str(error.value)

    def test_another_format(self) -> None:
        """A format that this version does not know is told."""
        text = "\n".join(self.LINES).replace('{"formato": 1,', '{"formato": 2,', 1)

        assert faults(text) == [("verbale-formato", 1)]

    def test_too_large_to_be_read_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is not written either."""
        filed = leggi_verbale(SAMPLE.read_bytes(), file="v")
        size = len(verbale_ndjson(filed).encode())
        monkeypatch.setattr(_righe, "LIMITE", size)
        assert leggi_verbale(verbale_ndjson(filed).encode(), file="v") == filed

        monkeypatch.setattr(_righe, "LIMITE", size - 1)
        with pytest.raises(InvalidValue, match="could not be read again"):
            verbale_ndjson(filed)


@pytest.mark.parametrize("tipo", ["[]", "{}", "1", "null"])
def test_a_type_that_is_no_name(tipo: str) -> None:
    """A head that says its type in another way is none."""
    text = SAMPLE.read_text("utf-8").replace('"tipo": "TestaVerbale"', f'"tipo": {tipo}', 1)

    assert faults(text) == [("verbale-assente", 1)]


@pytest.mark.parametrize("tipo", ["[]", "{}", "1", "null"])
def test_a_line_whose_type_is_no_name(tipo: str) -> None:
    """And so is a line."""
    text = SAMPLE.read_text("utf-8").replace('"tipo": "VoceVerbale"', f'"tipo": {tipo}', 1)

    assert faults(text) == [("verbale-riga", 2)]


def test_the_edition_is_what_was_filed() -> None:
    """The sample stands on a shipped measure."""
    assert leggi_verbale(SAMPLE.read_bytes(), file="v").misure == ()
    assert "energia-l1" in edizione().misure
