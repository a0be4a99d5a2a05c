"""The files of a programme: what is wrong is told once, with its place."""

from __future__ import annotations

import pytest
from programma.edition import TESTO, edition

from casa_model.errors import InvalidFile
from casa_model.programma.leggi import FileDelProgramma, leggi_programma
from casa_model.programma.territorio import Aler, Comune

PROGRAMMA = edition()


class TestFiles:
    """Several files make one programme."""

    def test_whichever_holds_what(self) -> None:
        """Cut in two anywhere between entries, it is the same."""
        cut = TESTO.index("[professioni.custode]")
        halves = (TESTO[:cut], "formato = 1\n" + TESTO[cut:])
        files = [FileDelProgramma(text, f"{at}.toml") for at, text in enumerate(halves)]

        assert leggi_programma(files) == PROGRAMMA
        assert leggi_programma(reversed(files)) == PROGRAMMA

    def test_faults_of_all_files_at_once(self) -> None:
        """One that is no TOML does not hide those of another, nor does a faulty entry."""
        one = FileDelProgramma("formato = ", "a.toml")
        two = FileDelProgramma(
            TESTO.replace('sigla = "MI"', 'sigla = "M"').replace('ente = "aler', 'ente = "aler-x'),
            "b.toml",
        )
        with pytest.raises(InvalidFile) as caught:
            leggi_programma([one, two])

        assert [(f.place.file, f.code) for f in caught.value.faults] == [
            ("a.toml", "toml-sintassi"),
            ("b.toml", "sigla-malformata"),
            ("b.toml", "ente-ignoto"),
        ]

    def test_a_code_that_is_no_code(self) -> None:
        """It is told as such, and what names it is not told again."""
        with pytest.raises(InvalidFile) as caught:
            edition(("[comuni.altrove]", "[comuni.Altrove]"))

        assert [f.code for f in caught.value.faults] == ["nome-malformato"]

    def test_a_part_without_a_source_has_that_of_its_entry(self) -> None:
        """And one with its own has its own."""
        own = ("alloggi = { quanti = 349 }", 'alloggi = { quanti = 349, fonte = "altra" }')
        comune = edition(own).trova(Comune, "paese")

        assert comune.alloggi is not None
        assert comune.alloggi.fonte.testo == "altra"
        assert PROGRAMMA.trova(Aler, "aler-prova").alloggi is not None
        assert PROGRAMMA.trova(Aler, "aler-prova").fonte.testo == "prova"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "al = 2024-12-31\n\n[[",
            (
                "al = 2024-12-31\neccezioni = [{ dal = 2024-03-04, fasce = [{ dalle = 12:00:00, "
                "alle = 10:00:00 }] }]\n\n[["
            ),
            "fascia-rovescia",
        ),
        (
            "[servizi.portierato]",
            (
                '[standard.prova]\nprofessione = "custode"\nabitanti = { quanti = -1 }\n'
                'fonte = "prova"\ngrado = "derivata"\n\n[servizi.portierato]'
            ),
            "numero-negativo",
        ),
    ],
)
def test_a_faulty_part_is_told_once(old: str, new: str, code: str) -> None:
    """And what it is a part of is not told again."""
    with pytest.raises(InvalidFile) as caught:
        edition((old, new))

    assert [fault.code for fault in caught.value.faults] == [code]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('servizio = "portierato"', 'servizio = "Porti erato"', 69),
        ('{ professione = "custode", q', '{ professione = "Custode", q', 70),
        ('comune = "paese"\nquart', 'comune = "Pa ese"\nquart', 64),
        ('beneficiario = "aler-prova"', 'beneficiario = "Aler Prova"', 112),
        ('{ a = "paese"', '{ a = "Pa ese"', 135),
        ('codice = "ascolto"', 'codice = "A S"', 60),
        ('concessione = "prova"', 'concessione = "P P"', 122),
    ],
)
def test_a_name_that_is_no_code_is_a_fault_with_its_place(old: str, new: str, line: int) -> None:
    """As every other fault of a file: it does not hide the rest."""
    with pytest.raises(InvalidFile, match="small letters, digits and hyphens") as caught:
        edition((old, new), ("anni = { dal = 2024, al = 2026 }", "anni = { dal = 2, al = 1 }"))

    found = [(fault.code, fault.place.line) for fault in caught.value.faults]
    assert ("valore-rifiutato", line) in found
    assert "anni-rovesciati" in [code for code, _ in found]
