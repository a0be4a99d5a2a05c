"""Worked cases from TOML: what is read, and every slip of the pen at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casa_model import Caso, Esito, Euro, Fatti, InvalidFile, Norma, Place, edizione
from casa_model.exchange.casi import leggi_casi, regole_dei_casi

CRS = edizione().misure["crs-difficolta"]
SAP = edizione().misure["accesso-sap"]

GOOD = """formato = 1
regole = "crs-difficolta"
al = 2024-09-02

[[casi]]
codice = "isee-alla-soglia"
testo = "ISEE di 9.360,00 euro esatti"
nota = "il regolamento dice inferiore"
norma = "rr-11-2019, art. 6, c. 1, lett. c"
[casi.fatti]
isee = "9360.00"
area = "accesso"
data_assegnazione = 2020-01-31
scala_equivalenza = "1.57"
componenti = 2
canone_pagato = true
protocollo = "2024/7"
[casi.attesi]
esito = "non-ammesso"
motivi = ["isee"]

[[casi]]
codice = "isee-un-centesimo-sotto"
come = "isee-alla-soglia"
al = 2024-09-03
ignoti = ["area", "canone_pagato"]
[casi.fatti]
isee = "9359.99"
[casi.attesi]
esito = "da-completare"
mancano = ["area"]

[[casi]]
codice = "da-scrivere"
come = "isee-un-centesimo-sotto"
ignoti = ["isee"]
[casi.attesi]
esito = ""
importo = ""
"""


def _codes(text: str, misura: object = CRS) -> list[str]:
    """Each fault as its place, its code and its near miss."""
    with pytest.raises(InvalidFile) as refused:
        leggi_casi(text, misura, file="c.casi.toml")  # type: ignore[arg-type]
    return [
        f"{f.place.line}:{f.place.column} {f.code} {f.vicino or ''}".strip()
        for f in refused.value.faults
    ]


def _one(body: str) -> str:
    return f'formato = 1\n[[casi]]\ncodice = "uno"\n{body}'


class TestRead:
    """A sound file gives its cases in order, each with its place."""

    def test_the_file(self) -> None:
        """Its name, and the rules that it says it is about."""
        read = leggi_casi(GOOD, CRS, file="c.casi.toml")

        assert (read.file, read.regole) == ("c.casi.toml", "crs-difficolta")
        assert regole_dei_casi(GOOD, file="c.casi.toml") == "crs-difficolta"
        assert [caso.codice for caso in read.casi] == [
            "isee-alla-soglia",
            "isee-un-centesimo-sotto",
            "da-scrivere",
        ]
        assert [caso.place for caso in read.casi] == [
            Place("c.casi.toml", line, 1) for line in (5, 22, 33)
        ]

    @pytest.mark.parametrize(
        ("esito", "to_write"), [("", True), ("ammesso", True), ("non-ammesso", False)]
    )
    def test_an_empty_amount(self, esito: str, *, to_write: bool) -> None:
        """A person has to write it, unless nothing is due."""
        text = _one(f'[casi.attesi]\nesito = "{esito}"\nimporto = ""\n')
        (caso,) = leggi_casi(text, CRS, file="c.casi.toml").casi

        assert caso.atteso.importo_da_scrivere is to_write

    def test_a_case_in_whole(self) -> None:
        """The day at the head holds for a case that has none."""
        first = leggi_casi(GOOD, CRS, file="c.casi.toml").casi[0]

        assert first == Caso(
            "isee-alla-soglia",
            Fatti(
                {
                    "isee": Euro(936_000),
                    "area": "accesso",
                    "data_assegnazione": date(2020, 1, 31),
                    "scala_equivalenza": Decimal("1.57"),
                    "componenti": 2,
                    "canone_pagato": True,
                    "protocollo": "2024/7",
                }
            ),
            first.atteso,
            date(2024, 9, 2),
            Norma.parse("rr-11-2019, art. 6, c. 1, lett. c"),
            "ISEE di 9.360,00 euro esatti",
            "il regolamento dice inferiore",
            Place("c.casi.toml", 5, 1),
        )
        assert (first.atteso.esito, first.atteso.motivi) == (Esito.NON_AMMESSO, ("isee",))

    def test_a_case_that_begins_as_another(self) -> None:
        """Facts and day of the other, less what is unknown; never what it expects."""
        _, second, third = leggi_casi(GOOD, CRS, file="c.casi.toml").casi

        assert second.fatti.valori["isee"] == Euro(935_999)
        assert set(third.fatti.valori) == {
            "data_assegnazione",
            "scala_equivalenza",
            "componenti",
            "protocollo",
        }
        assert (second.on, third.on) == (date(2024, 9, 3), date(2024, 9, 3))
        assert (second.norma, second.testo) == (None, None)
        assert (third.atteso.esito, third.atteso.importo) == (None, None)

    def test_members(self) -> None:
        """How many they are, and how old, need not be said; what is said stands."""
        rows = """al = 2024-09-02
[[casi.membri]]
data_nascita = 2000-09-03
[[casi.membri]]
data_nascita = 2000-09-02
eta = 30
[[casi.membri]]
ruolo = "figlio"
[[casi]]
codice = "due"
come = "uno"
ignoti = ["membri"]
[[casi]]
codice = "tre"
[casi.fatti]
componenti = 4
[[casi.membri]]
data_nascita = 2000-09-02
"""
        uno, due, tre = leggi_casi(_one(rows), SAP, file="c.casi.toml").casi

        assert uno.fatti.membri is not None
        assert [row.get("eta") for row in uno.fatti.membri] == [23, 30, None]
        assert uno.fatti.valori["componenti"] == 3
        assert (due.fatti.membri, due.fatti.valori["componenti"]) == (None, 3)
        assert tre.fatti.valori["componenti"] == 4
        assert tre.fatti.membri is not None
        assert "eta" not in tre.fatti.membri[0]  # no day: nobody can tell


class TestSlips:
    """Every fault at once, each where a person would point, with what was meant."""

    def test_the_head(self) -> None:
        """A key of another kind, an unknown one, an unknown section."""
        text = 'formato = 1\nregole = 3\nal = "2024-09-02"\nregola = "x"\n[casa]\n[[casi]]\n'

        assert _codes(text) == [
            "2:10 tipo-valore",
            "3:6 tipo-valore",
            "4:1 chiave-ignota regole",
            "5:1 sezione-ignota casi",
            "6:1 chiave-mancante",
        ]

    @pytest.mark.parametrize("text", ["formato = 1\nal = 2024-09-02\n", "formato = 1\ncasi = []\n"])
    def test_no_cases(self, text: str) -> None:
        """A file without cases passes nothing."""
        assert _codes(text) == ["1:1 casi-vuoti"]

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
        assert _codes(_one(body)) == told

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
        text = _one(f'attesi = {{ {expected} }}\n[[casi]]\ncodice = "altro"')

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
        text = _one(f"[casi.fatti]\n{fact}\n")

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
            leggi_casi(_one(f"[casi.fatti]\n{fact}\n"), CRS, file="c.casi.toml")

        assert told in refused.value.testo("it")
        assert "9.360,00" not in refused.value.testo("it")

    def test_how_an_amount_is_written(self) -> None:
        """The same of what is expected."""
        with pytest.raises(InvalidFile) as refused:
            leggi_casi(_one('[casi.attesi]\nimporto = "2.000,00"\n'), CRS, file="c.casi.toml")

        said = refused.value.testo("it")
        assert "non è un importo, con il punto per i decimali e senza punti per le migliaia" in said

    def test_what_stands_elsewhere(self) -> None:
        """A fact of members among those of the household, and the reverse; one of nobody."""
        text = _one(
            "[casi.fatti]\neta = 40\nIsee = 3\n"
            + "x" * 70
            + ' = 1\n[[casi.membri]]\nisee = "1.00"\n'
        )

        assert _codes(text, SAP) == [
            "5:1 caso-fatto-altrove",
            "6:1 caso-fatto-ignoto isee",
            "7:1 caso-fatto-ignoto",
            "9:1 caso-fatto-altrove",
        ]

    def test_a_code_twice_or_none(self) -> None:
        """The second is told where the first stands."""
        again = '[[casi]]\ncodice = "uno"\n[[casi]]\ncodice = "Uno"\n[[casi]]\ncodice = 3\n'

        assert _codes(_one(again)) == [
            "5:10 caso-ripetuto",
            "7:10 nome-malformato",
            "9:10 tipo-valore",
        ]

    def test_a_code_twice_on_one_line(self) -> None:
        """Cases may be written as a list too."""
        assert _codes('formato = 1\ncasi = [{ codice = "a" }, { codice = "a" }]\n') == [
            "2:38 caso-ripetuto"
        ]

    def test_several_at_once(self) -> None:
        """A key at fault does not hide what is wrong beside it."""
        body = 'cmoe = "x"\n[casi.fatti]\nise = 3\n[casi.attesi]\neisto = ""\nmotivi = ["x"]\n'

        assert _codes(_one(body)) == [
            "4:1 chiave-ignota come",
            "6:1 caso-fatto-ignoto isee",
            "8:1 chiave-ignota esito",
        ]

    def test_one_bracket_for_two(self) -> None:
        """A single case is written in double brackets too."""
        assert _codes('formato = 1\n[casi]\ncodice = "uno"\n') == ["2:1 tipo-valore"]

    def test_what_is_no_table(self) -> None:
        """Cases are tables."""
        assert _codes("formato = 1\ncasi = [3]\n") == ["2:9 tipo-valore"]
