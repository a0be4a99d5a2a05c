"""Whatever is in a file of cases, it is read or refused in words: never an error of Python."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model import InvalidFile, edizione, prova
from casa_model.casa import file_dei_casi
from casa_model.exchange.casi import leggi_casi, regole_dei_casi
from casa_model.readers.cases import racconta

if TYPE_CHECKING:
    from casa_model.errors import Lang

SAP = edizione().misure["accesso-sap"]
LINES = file_dei_casi("accesso-sap")[0].splitlines()[:40]
KEYS = st.sampled_from(
    ("formato", "regole", "al", "casi", "codice", "testo", "nota", "norma", "come", "ignoti",
     "fatti", "membri", "attesi", "esito", "importo", "motivi", "mancano", "isee", "eta",
     "componenti", "data_nascita", "titolo_soggiorno", "x", "'a b'"),
)  # fmt: skip
VALUES = st.sampled_from(
    ("1", "-1", "1.5", "nan", "true", '""', '"x"', '"9.360,00"', '"tutto-in-ordine"', '"ammesso"',
     '"isee"', "2024-09-02", "2024-09-02T10:00:00", "10:00:00", "[]", "{}", "[1]", "[[]]", "[{}]",
     '["isee"]', '["isee", "isee"]', '["membri"]', "{ isee = 1 }", '{ esito = "ammesso" }',
     "[{ eta = 3 }]", "99999999999999999999", '"\\u0000"'),
)  # fmt: skip
TOML_LINES = (
    st.builds(lambda key, value: f"{key} = {value}", KEYS, VALUES)
    | st.builds(lambda key: f"[casi.{key}]", KEYS)
    | st.sampled_from(("[[casi]]", "[[casi.membri]]", "[casi]", "[altro]", "# nota", "[", "="))
)
CELLS = st.sampled_from(
    ("", "uno", "ammesso", "9.360,00", "9360.00", "2024-09-02", "isee", '"', '"a"', ";", "si",
     "nessuno", "# regole: x", "rr-4-2017", "\x00", "é"),
)  # fmt: skip
HEADS = st.sampled_from(
    ("codice", "isee", "componenti", "eta", "al", "norma", "attesi.esito", "attesi.importo",
     "attesi.motivi", "attesi.mancano", "testo", "x", ""),
)  # fmt: skip


def _try(text: str | bytes, file: str, lang: Lang) -> None:
    """Read, try and tell: the only way out is a file that is refused."""
    with suppress(InvalidFile):
        regole_dei_casi(text, file=file)
    with suppress(InvalidFile):
        for esito in prova(SAP, leggi_casi(text, SAP, file=file, decimali="it").casi):
            assert racconta(SAP, esito, lang=lang)


class TestAnyFile:
    """A file of cases is read, or refused with all its faults."""

    @settings(max_examples=100)
    @given(
        st.lists(st.tuples(st.integers(0, len(LINES) - 1), TOML_LINES), max_size=4),
        st.sampled_from(("it", "en")),
    )
    def test_a_sound_file_that_was_spoilt(self, slips: list[tuple[int, str]], lang: Lang) -> None:
        """Some of its lines replaced by others."""
        lines = list(LINES)
        for at, line in slips:
            lines[at] = line

        _try("\n".join(lines), "c.casi.toml", lang)

    @given(st.lists(TOML_LINES, max_size=12))
    def test_any_lines(self, lines: list[str]) -> None:
        """In any order."""
        _try("\n".join(["formato = 1", *lines]), "c.casi.toml", "it")

    @given(
        st.lists(HEADS, min_size=1, max_size=5),
        st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=4),
    )
    def test_any_rows(self, head: list[str], rows: list[list[str]]) -> None:
        """As many cells as may be."""
        text = "\n".join(";".join(row) for row in (head, *rows))

        _try(text, "c.casi.csv", "en")

    @given(st.binary(max_size=200), st.sampled_from(("c.casi.toml", "c.casi.csv")))
    def test_any_bytes(self, raw: bytes, file: str) -> None:
        """A photograph, by mistake."""
        _try(raw, file, "it")
