from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import InvalidFile
from casa_model.exchange import leggi_domande
from casa_model.nuclei import Domanda
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.exchange import Lette
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

FILE = "d.csv"


def _told(lette: Lette) -> list[str]:
    return [f"{f.place.line}:{f.place.column} {f.code}" for f in lette.difetti]


def _refused(testo: str | bytes, misura: Misura, **options: object) -> list[str]:
    with pytest.raises(InvalidFile) as refusal:
        leggi_domande(testo, misura, **{"file": FILE, "decimali": "it", **options})  # type: ignore[arg-type]
    return [f"{f.place} {f.code} {f.data.get('nome')} {f.vicino}" for f in refusal.value.faults]


def test_a_row_becomes_an_application(misura: Misura) -> None:
    """Every type of fact; day and protocol keep their own place; an empty cell is not known."""
    lette = leggi_domande(
        "riferimento;isee;canone_pagato;componenti;punteggio;area;data_contratto;comune;"
        "data_domanda;protocollo\r\n"
        "A-1; 9.360,00 ;vero;3;12,5;accesso;31/12/2020;015146;30/11/2023 12:00;P 1\r\n"
        "A-2;;;;;;;;;\r\n",
        misura,
        file=FILE,
        decimali="it",
    )

    assert (lette.difetti, lette.righe, lette.guaste) == ((), 2, 0)
    assert lette.domande == (
        Domanda(
            riferimento="A-1",
            presentata=datetime(2023, 11, 30, 12),  # noqa: DTZ001 - wall time in Italy
            protocollo="P 1",
            fatti=Fatti(
                {
                    "isee": Euro(936000),
                    "canone_pagato": True,
                    "componenti": Decimal(3),
                    "punteggio": Decimal("12.5"),
                    "area": "accesso",
                    "data_contratto": date(2020, 12, 31),
                    "comune": "015146",
                }
            ),
        ),
        Domanda("A-2"),
    )


def test_commas_quotes_and_a_byte_order_mark_are_read(avviso: Avviso) -> None:
    """The header shows the separator; a quoted cell may hold it."""
    lette = leggi_domande(
        '\ufeffriferimento,"isee",protocollo\n"A, ""1""","9.360,00",P;1\n'.encode(),
        avviso,
        file=FILE,
        decimali="it",
    )

    assert [(d.riferimento, d.protocollo, *d.fatti.valori.values()) for d in lette.domande] == [
        ('A, "1"', "P;1", Euro(936000))
    ]


def test_plain_decimals_are_read_when_declared(misura: Misura) -> None:
    """And Italian ones are then broken cells."""
    text = "riferimento;isee\nA;9360.00\nB;9360,00\n"
    lette = leggi_domande(text, misura, file=FILE, decimali="plain")

    assert ([d.riferimento for d in lette.domande], _told(lette)) == (
        ["A"],
        ["3:3 valore-illeggibile"],
    )


def test_without_decimals_nothing_need_be_declared(misura: Misura) -> None:
    """Whole numbers, truths and ISO days are the same in both conventions."""
    text = "riferimento;componenti;data_contratto\nA;3;2020-01-01\nB;3;01/01/2020\n"
    lette = leggi_domande(text, misura, file=FILE, decimali=None)

    assert ([d.riferimento for d in lette.domande], _told(lette)) == (
        ["A"],
        ["3:5 valore-illeggibile"],
    )


def test_every_fault_of_a_row_is_told_and_the_others_are_read(misura: Misura) -> None:
    """With the line and column of its cell."""
    lette = leggi_domande(
        "riferimento;isee;area;componenti;data_domanda\n"
        "A;9,3;zona;31;2019-01-01\n"
        "\n"
        ";1,00;;;\n"
        ";;;;\n"
        "A;1,00;;;\n"
        "C;1,00\n"
        "C;1,00;;;;\n"
        '"C;1,00;;;\n'
        "=C;;;;\n"
        "  ;1,00;;;\n"
        "RSSMRA85T10A562S;;;;\n"
        "D;1,00;;;\n",
        misura,
        file=FILE,
        decimali="it",
    )

    assert ([d.riferimento for d in lette.domande], lette.righe) == (["D"], 10)
    assert _told(lette) == [
        "2:3 valore-illeggibile",
        "2:7 valore-illeggibile",
        "2:12 valore-fuori-intervallo",
        "2:15 valore-fuori-intervallo",
        "4:1 riferimento-mancante",
        "6:1 riferimento-ripetuto",
        "7:7 riga-malformata",
        "8:11 riga-malformata",
        "9:1 virgolette-malformate",
        "10:1 valore-illeggibile",
        "11:1 valore-illeggibile",
        "12:1 codice-fiscale",
    ]


def test_a_fault_says_what_was_expected_and_how_to_write_it(misura: Misura) -> None:
    """In Italian and in English, never with what was found."""
    text = (
        "riferimento;isee;canone_pagato;componenti;punteggio;area;data_contratto;data_domanda;"
        "protocollo\n"
        "A;x;x;x;x;x;x;x;RSSMRA85T10A562S\n"
    )
    told = {
        decimali: [
            (f.data["nome"], f.data["atteso"], f.data["atteso_en"], f.data["esempio"])
            for f in leggi_domande(text, misura, file=FILE, decimali=decimali).difetti
        ]
        for decimali in ("it", "plain")
    }
    listed = "`protezione`, `accesso`"

    assert told["it"][:7] == [
        (
            "isee",
            "un importo in euro con due decimali",
            "an amount in euro with two decimals",
            "`4000,00`",
        ),
        ("canone_pagato", "un sì o no", "a yes or no", "`sì`, `no`"),
        ("componenti", "un numero intero", "a whole number", "`1`"),
        ("punteggio", "un numero", "a number", "`1,00`"),
        ("area", f"uno tra {listed}", f"one of {listed}", "`protezione`"),
        ("data_contratto", "una data", "a day", "`31/01/2024`"),
        (
            "data_domanda",
            "un giorno, con l'ora o senza",
            "a day, with or without the hour",
            "`31/01/2024 12:00`",
        ),
    ]
    assert [example for *_, example in told["plain"][:7]] == [
        "`4000.00`", "`sì`, `no`", "`1`", "`1.00`", "`protezione`", "`2024-01-31`",
        "`2024-01-31 12:00`",
    ]  # fmt: skip


def test_all_the_faults_of_the_headers_refuse_the_file(misura: Misura) -> None:
    """Of both files at once, with a near miss where there is one."""
    told = _refused("riferimento;ise;comune;comune;;eta\n", misura, membri=b"eta;redito\n1;2\n")

    assert told == [
        "d.csv:1:13 colonna-ignota ise isee",
        "d.csv:1:24 colonna-ripetuta comune None",
        "d.csv:1:31 colonna-ignota 5 None",
        "d.csv:1:32 colonna-altrove eta None",
        "membri.csv:1:1 colonna-mancante riferimento None",
        "membri.csv:1:5 colonna-ignota 2 None",
    ]


@pytest.mark.parametrize(
    ("testo", "place", "code"),
    [
        ("", "1:1", "domande-vuote"),
        ("\ufeff \n\n", "1:1", "domande-vuote"),
        (b"PK\x03\x04\x14", "1:1", "foglio-di-calcolo"),
        (b"\xd0\xcf\x11\xe0\xa1", "1:1", "foglio-di-calcolo"),
        ("riferimento\tisee\n", "1:12", "separatore-ignoto"),
        ("\n\nisee\n", "3:1", "colonna-mancante"),
        ("riferimento;isee,area\n", "1:12", "separatore-ambiguo"),
        ("riferimento,isee;area\n", "1:12", "separatore-ambiguo"),
        ('riferimento;"isee\n', "1:13", "virgolette-malformate"),
        (b"riferimento;\xe0\n", "1:13", "non-utf8"),
    ],
)
def test_a_file_whose_header_cannot_be_read_is_refused(
    testo: str | bytes, place: str, code: str, misura: Misura
) -> None:
    """Told where it is."""
    assert [line.split()[:2] for line in _refused(testo, misura)] == [[f"d.csv:{place}", code]]


def test_decimals_are_never_guessed(misura: Misura) -> None:
    """Told once a file, with the name of each column that has them."""
    with pytest.raises(InvalidFile) as refusal:
        leggi_domande(
            "riferimento;isee;punteggio\nA;1,00;1\n",
            misura,
            file=FILE,
            decimali=None,
            membri="riferimento;reddito\nA;1,00\n",
        )

    assert [(str(f.place), f.code, f.data) for f in refusal.value.faults] == [
        ("d.csv:1:13", "decimali-non-dichiarati", {"nomi": "`isee`, `punteggio`"}),
        ("membri.csv:1:13", "decimali-non-dichiarati", {"nomi": "`reddito`"}),
    ]


def test_a_plain_word_of_the_header_is_repeated(misura: Misura) -> None:
    """A near miss is found whatever its capitals and blanks; numbers and codes are not repeated."""
    long = "x" * 61
    told = _refused(f"riferimento;ISEE;Data domanda;12;RSSMRA85T10A562S;a123456;{long}\n", misura)

    assert [line.removeprefix("d.csv:1:") for line in told] == [
        "13 colonna-ignota ISEE isee",
        "18 colonna-ignota 3 data_domanda",
        "31 colonna-ignota 4 None",
        "34 colonna-ignota 5 None",
        "51 colonna-ignota 6 None",
        "59 colonna-ignota 7 None",
    ]


def test_a_reference_that_looks_like_a_name_is_refused(misura: Misura) -> None:
    """Two words of letters: people's names have no place in a reference."""
    rows = "Mario Rossi\nRossi, M.\nD'Amico Lia\nPratica 12\nuna-sola-parola\n"
    lette = leggi_domande(f'riferimento\n"{rows[:11]}"\n{rows}', misura, file=FILE, decimali=None)
    told = [f.riga(lang) for f in lette.difetti for lang in ("it", "en")]

    assert [d.riferimento for d in lette.domande] == ["Pratica 12", "una-sola-parola"]
    assert [f.code for f in lette.difetti] == ["riferimento-nome"] * 4
    assert not any("ossi" in line for line in told)


def test_rejected_rows_keep_their_reference_and_all_their_faults(misura: Misura) -> None:
    """Those of their members too; an unreadable reference is not known."""
    lette = leggi_domande(
        "riferimento;componenti\nA;1\nB;x\nC;1\n=;1\n",
        misura,
        file=FILE,
        decimali=None,
        membri="riferimento;eta\nC;x\n",
    )

    assert [(s.riferimento, s.linea, [f.code for f in s.difetti]) for s in lette.scartate] == [
        ("B", 3, ["valore-illeggibile"]),
        ("C", 4, ["membro-guasto", "valore-illeggibile"]),
        (None, 5, ["valore-illeggibile"]),
    ]
    assert len(lette.scartate) == lette.guaste
    assert lette.colonne == {"riferimento", "componenti", "eta"}


def test_progress_is_told_every_thousand_rows_and_at_the_end(misura: Misura) -> None:
    """Broken rows count."""
    seen: list[int] = []
    rows = "".join(f"R{n}\n" if n % 2 else '"\n' for n in range(2001))
    leggi_domande(f"riferimento\n{rows}", misura, file=FILE, decimali=None, progresso=seen.append)

    assert seen == [1000, 2000, 2001]


def test_what_was_read_shows_how_much_and_never_what(misura: Misura) -> None:
    """The `repr` counts."""
    lette = leggi_domande("riferimento\nA\n=\n", misura, file=FILE, decimali=None)

    assert repr(lette) == "Lette(domande=<1>, difetti=<1>, righe=2)"
