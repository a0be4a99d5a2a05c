"""Slips in files of cases: each has its fault and its place."""

from __future__ import annotations

import pytest
from exchange.casi.good import CRS, SAP, codes, one

from casa_model import InvalidFile
from casa_model.exchange.casi import leggi_casi


class TestSlips:
    """Every fault at once, each where a person would point, with what was meant."""

    def test_the_head(self) -> None:
        """A key of another kind, an unknown one, an unknown section."""
        text = 'formato = 1\nregole = 3\nal = "2024-09-02"\nregola = "x"\n[casa]\n[[casi]]\n'

        assert codes(text) == [
            "2:10 tipo-valore",
            "3:6 tipo-valore",
            "4:1 chiave-ignota regole",
            "5:1 sezione-ignota casi",
            "6:1 chiave-mancante",
        ]

    @pytest.mark.parametrize("text", ["formato = 1\nal = 2024-09-02\n", "formato = 1\ncasi = []\n"])
    def test_no_cases(self, text: str) -> None:
        """A file without cases passes nothing."""
        assert codes(text) == ["1:1 casi-vuoti"]

    @pytest.mark.parametrize(
        ("body", "told"),
        [
            ('tseto = "alla soglia"', ["4:1 chiave-ignota testo"]),
            ('esito = "ammesso"\nisee = "1.00"',
             ["4:1 caso-fatto-altrove", "5:1 caso-fatto-altrove"]),
            ('attesi = { eisto = "ammesso" }', ["4:12 chiave-ignota esito"]),
            ('attesi = { esito = "amesso" }', ["4:20 esito-ignoto ammesso"]),
            ('attesi = { mancano = ["iseee"] }', ["4:23 mancante-ignoto isee"]),
            ("attesi = { importo = 27.00 }", ["4:22 tipo-valore"]),
            ('attesi = { voci = { servzi = "1.00", debito-pregresso = "1,00" } }',
             ["4:57 valore-malformato"]),
            ('attesi = { importo = "27,00" }', ["4:22 valore-malformato"]),
            (
                'attesi = { esito = "ammesso", motivi = ["isee"], mancano = ["isee"] }',
                ["4:40 atteso-discorde", "4:60 atteso-discorde"],
            ),
            ('attesi = "ammesso"', ["4:10 tipo-valore"]),
            ("fatti = []", ["4:9 tipo-valore"]),
            ("membri = [3]", ["4:11 tipo-valore"]),
            ("membri = []", ["4:10 valore-rifiutato"]),
            ("al = 2024-09-02T12:00:00", ["4:6 tipo-valore"]),
            ('norma = "art. 6"', ["4:9 norma-malformata"]),
            ('norma = "rr-11-2018, art. 6"', ["4:9 caso-atto-ignoto rr-11-2019"]),
            ('ignoti = ["isee", "isee", "Isee"]',
             ["4:19 nome-doppio", "4:27 caso-fatto-ignoto isee"]),
            ('ignoti = ["isee"]\nfatti = { isee = "1.00" }', ["4:11 caso-noto-e-ignoto"]),
            ('come = "due"\n[[casi]]\ncodice = "due"', ["4:8 come-ignoto"]),
        ],
    )  # fmt: skip
    def test_of_a_case(self, body: str, told: list[str]) -> None:
        """The key, the name or the value that is wrong."""
        assert codes(one(body)) == told

    @pytest.mark.parametrize(
        ("expected", "told"),
        [
            ('esito = "non-ammesso", motivi = ["isse", "area"]', "4:45 motivo-ignoto isee"),
            ('esito = "non-ammesso", motivi = ["abitazione"]', "4:45 motivo-ignoto"),
            ('esito = "ammesso", voci = { servzi = "1.00" }', "4:40 voce-attesa-ignota servizi"),
        ],
    )
    def test_what_the_rules_have_not(self, expected: str, told: str) -> None:
        """A reason, an item: advice, and the case is there to fail, beside all others."""
        text = one(f'attesi = {{ {expected} }}\n[[casi]]\ncodice = "altro"')

        read = leggi_casi(text, CRS, file="c.casi.toml")

        (advice,) = read.rilievi
        place = f"{advice.place.line}:{advice.place.column}"
        assert f"{place} {advice.code} {advice.vicino or ''}".strip() == told
        assert not advice.grave
        assert [caso.codice for caso in read.casi] == ["uno", "altro"]

    @pytest.mark.parametrize(
        ("fact", "told"),
        [
            ("isee = 9360.00", "valore-illeggibile"),
            ("isee = 9360", "valore-illeggibile"),
            ('isee = "9.360,00"', "valore-illeggibile"),
            ('isee = "-1.00"', "valore-fuori-intervallo"),
            ('area = "acesso"', "valore-illeggibile accesso"),
            ('area = "area dell\'acceso"', "valore-illeggibile accesso"),
            ('area = "protection area"', "valore-illeggibile protezione"),
            ('area = "xyz"', "valore-illeggibile"),
            ('scala_equivalenza = "1.5777"', "troppi-decimali"),
            ('scala_equivalenza = "1.577"', "troppi-decimali"),
            ('isee = "8000.0055"', "troppi-decimali"),
            ('isee = "8000.005"', "valore-illeggibile"),
            ("area = 3", "valore-illeggibile"),
            ('canone_pagato = "si"', "valore-illeggibile"),
            ('componenti = "due"', "valore-illeggibile"),
            ("componenti = 31", "valore-fuori-intervallo"),
            ("componenti = true", "valore-illeggibile"),
            ("scala_equivalenza = 1.57", "valore-illeggibile"),
            ('data_contratto = "2024-01-31"', "valore-illeggibile"),
            ("data_contratto = 1800-01-31", "valore-fuori-intervallo"),
            ("protocollo = 7", "valore-illeggibile"),
        ],
    )
    def test_of_a_value(self, fact: str, told: str) -> None:
        """The sentence says how a value of that fact is written, as the file writes it."""
        nome = fact.split(" = ", maxsplit=1)[0]
        text = one(f"[casi.fatti]\n{fact}\n")

        with pytest.raises(InvalidFile) as refused:
            leggi_casi(text, CRS, file="c.casi.toml")

        (fault,) = refused.value.faults
        assert f"{fault.code} {fault.vicino or ''}".strip() == told
        if fault.code == "valore-illeggibile":
            assert f"per esempio `{nome} = " in fault.testo("it")

    @pytest.mark.parametrize(
        ("fact", "told"),
        [
            ("isee = 9360.00", 'due decimali, fra virgolette; scrivi per esempio `isee = "4000.00'),
            ("scala_equivalenza = 1.57", "non è un numero, fra virgolette; scrivi per esempio"),
            ('isee = "9.360,00"', "con il punto per i decimali e senza punti per le migliaia;"),
            ('scala_equivalenza = "1,57"', "non è un numero, con il punto per i decimali"),
            ("componenti = true", "non è un numero intero; scrivi"),
        ],
    )
    def test_how_a_number_is_written(self, fact: str, told: str) -> None:
        """In quotes, with a point for decimals: said to whoever wrote it in another way."""
        with pytest.raises(InvalidFile) as refused:
            leggi_casi(one(f"[casi.fatti]\n{fact}\n"), CRS, file="c.casi.toml")

        assert told in refused.value.testo("it")
        assert "9.360,00" not in refused.value.testo("it")

    def test_how_an_amount_is_written(self) -> None:
        """The same of what is expected."""
        with pytest.raises(InvalidFile) as refused:
            leggi_casi(one('[casi.attesi]\nimporto = "2.000,00"\n'), CRS, file="c.casi.toml")

        said = refused.value.testo("it")
        assert "non è un importo, con il punto per i decimali e senza punti per le migliaia" in said

    def test_what_stands_elsewhere(self) -> None:
        """A fact of members among those of the household, and the reverse; one of nobody."""
        text = one(
            "[casi.fatti]\neta = 40\nIsee = 3\n"
            + "x" * 70
            + ' = 1\n[[casi.membri]]\nisee = "1.00"\n'
        )

        assert codes(text, SAP) == [
            "5:1 caso-fatto-altrove",
            "6:1 caso-fatto-ignoto isee",
            "7:1 caso-fatto-ignoto",
            "9:1 caso-fatto-altrove",
        ]

    def test_a_code_twice_or_none(self) -> None:
        """The second is told where the first stands."""
        again = '[[casi]]\ncodice = "uno"\n[[casi]]\ncodice = "Uno"\n[[casi]]\ncodice = 3\n'

        assert codes(one(again)) == [
            "5:10 caso-ripetuto",
            "7:10 nome-malformato",
            "9:10 tipo-valore",
        ]

    def test_a_code_twice_on_one_line(self) -> None:
        """Cases may be written as a list too."""
        assert codes('formato = 1\ncasi = [{ codice = "a" }, { codice = "a" }]\n') == [
            "2:38 caso-ripetuto"
        ]

    def test_several_at_once(self) -> None:
        """A key at fault does not hide what is wrong beside it."""
        body = 'cmoe = "x"\n[casi.fatti]\nise = 3\n[casi.attesi]\neisto = ""\nmotivi = ["x"]\n'

        assert codes(one(body)) == [
            "4:1 chiave-ignota come",
            "6:1 caso-fatto-ignoto isee",
            "8:1 chiave-ignota esito",
        ]

    def test_one_bracket_for_two(self) -> None:
        """A single case is written in double brackets too."""
        assert codes('formato = 1\n[casi]\ncodice = "uno"\n') == ["2:1 tipo-valore"]

    def test_what_is_no_table(self) -> None:
        """Cases are tables."""
        assert codes("formato = 1\ncasi = [3]\n") == ["2:9 tipo-valore"]
