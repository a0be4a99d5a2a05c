"""Files of sentences: what they say, and every slip at once with its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa.edizione import edizione
from casa_model.errors import IllTyped, InvalidFile
from casa_model.rules import tree as t
from casa_model.rules.misura import Calendario, Definizione
from casa_model.rules.quesiti import (
    ALL_DAYS,
    Contesto,
    Equivale,
    GiornoVuoto,
    Implica,
    Inutile,
    Mai,
    Monotona,
    Proprieta,
    Quesito,
    RigaVuota,
    Risposta,
    Scoperto,
    Sempre,
    Sovrappone,
    SovrapponeMisure,
    StessaRisposta,
    Superfluo,
    Unica,
    Verso,
    leggi_proprieta,
)
from casa_model.rules.types import ChoiceType
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = t.Table((t.Row(t.Fact("riceve_crs_indigenza"), t.Label("a")),), t.Label("b"))
MISURE = dict(edizione().misure)
MISURE["crs-difficolta"] = evolve(
    MISURE["crs-difficolta"],
    definizioni=(
        *MISURE["crs-difficolta"].definizioni,
        Definizione("classe", ROWS, ChoiceType(("a", "b"))),
    ),
)
HEAD = 'formato = 1\nmisura = "crs-difficolta"\n[[proprieta]]\ncodice = "x"\n'


def read(text: str) -> tuple[Proprieta, ...]:
    """The sentences of a text about the shipped measures."""
    return leggi_proprieta(text, file="p.toml", misure=MISURE)


def faults(text: str) -> list[tuple[str, int, int]]:
    """The code and the place of every fault of a text."""
    with pytest.raises(InvalidFile) as error:
        read(text)
    return [(f.code, f.place.line, f.place.column) for f in error.value.faults]


CONTESTO = Contesto.di(MISURE["crs-difficolta"], giorni=ALL_DAYS)
AMMESSA = t.Fact("ammessa")
BASSO = t.Compare("<", t.Fact("isee"), t.Param("soglia_isee"))
ASKED: dict[str, Quesito] = {
    'mai = "ammessa"': Mai(CONTESTO, AMMESSA),
    'sempre = "isee < soglia_isee"': Sempre(CONTESTO, BASSO),
    'implica = ["ammessa", "isee < soglia_isee"]': Implica(CONTESTO, AMMESSA, BASSO),
    'equivale = ["ammessa", "isee < soglia_isee"]': Equivale(CONTESTO, AMMESSA, BASSO),
    'sovrappone = ["ammessa", "isee < soglia_isee"]': Sovrappone(CONTESTO, AMMESSA, BASSO),
    'superfluo = "area"': Superfluo(CONTESTO, "area"),
    'riga_vuota = { definizione = "classe", riga = 1 }': RigaVuota(CONTESTO, "classe", 1),
    'scoperto = "classe"': Scoperto(CONTESTO, "classe"),
    'unica = "classe"': Unica(CONTESTO, "classe"),
    'monotona = { fatto = "isee" }': Monotona(CONTESTO, "isee"),
    'monotona = { fatto = "isee", verso = "piu", importo = false }': Monotona(
        CONTESTO, "isee", Verso.PIU, importo=False
    ),
    'inutile = "isp"': Inutile(CONTESTO, "isp"),
    "giorno_vuoto = { dal = 2020-01-01 }": GiornoVuoto(
        Contesto.di(MISURE["crs-difficolta"], giorni=Vigenza(date(2020, 1, 1)))
    ),
}


@pytest.mark.parametrize(("text", "quesito"), ASKED.items())
def test_each_question(text: str, quesito: Quesito) -> None:
    """One key asks one question, of all days when no day is said."""
    (found,) = read(HEAD + text)

    assert quesito == found.quesito
    assert (found.codice, found.attesa, found.norma) == ("x", Risposta.SI, None)


def test_two_measures_on_a_day() -> None:
    """The answers of each measure have its code in their names; `attesa` may be no."""
    (found,) = read(
        'formato = 1\nal = 2025-09-01\n[[proprieta]]\ncodice = "x"\nattesa = "no"\n'
        'misure = ["crs-difficolta", "crs-indigenza"]\nstessa_risposta = true\n'
        'norma = "rr-11-2019, art. 5"\ntesto = { it = "le due", en = "the two" }'
    )
    contesto = Contesto.di(
        MISURE["crs-difficolta"], MISURE["crs-indigenza"], giorni=date(2025, 9, 1)
    )

    assert StessaRisposta(contesto) == found.quesito
    assert found.attesa is Risposta.NO
    assert found.norma is not None
    assert found.testo is not None
    assert found.place is not None
    assert found.place.line == 3


def test_all_days_though_the_head_says_one() -> None:
    """`giorni = "tutti"` is stronger than the day at the head."""
    (found,) = read("al = 2025-09-01\n" + HEAD + 'giorni = "tutti"\nmai = "ammessa"')

    assert found.quesito.contesto.giorni == ALL_DAYS


TWO = 'misure = ["crs-difficolta", "crs-indigenza"]\n'
WRONG: dict[str, list[tuple[str, int, int]]] = {
    "formato = 1": [("chiave-mancante", 1, 1)],
    HEAD + 'mai = "amessa or area"': [("nome-ignoto", 5, 8)],
    HEAD + 'mai = "ammessa or area"': [("tipo-inatteso", 5, 19)],
    HEAD + 'mai = "isee"': [("tipo-inatteso", 5, 8)],
    HEAD + 'mai = "ammessa"\nmisura = "crs-difficolt"': [("misura-ignota", 6, 10)],
    HEAD + 'mai = "ammessa"\nsuperfluo = "area"': [("valore-rifiutato", 3, 1)],
    HEAD: [("valore-rifiutato", 3, 1)],
    HEAD + 'implica = ["ammessa"]': [("valore-rifiutato", 5, 11)],
    HEAD + 'implica = ["ammessa", "b"]': [("nome-ignoto", 5, 24)],
    HEAD + 'superfluo = "arae"': [("valore-rifiutato", 5, 13)],
    HEAD + 'mai = "ammessa and requisito_arae"': [("valore-rifiutato", 5, 20)],
    HEAD + 'superfluo = "area"\nmisura = "accesso-sap"': [("valore-rifiutato", 5, 13)],
    HEAD + 'unica = "soglia_nucleo"': [("valore-rifiutato", 5, 9)],
    HEAD + 'riga_vuota = { definizione = "classe", riga = 2 }': [("valore-rifiutato", 5, 14)],
    HEAD + 'monotona = { fatto = "area" }': [("valore-rifiutato", 5, 12)],
    HEAD + 'inutile = "areaa"': [("valore-rifiutato", 5, 11)],
    HEAD + "giorno_vuoto = { dal = 2020-01-01, al = 2019-01-01 }": [("valore-rifiutato", 5, 16)],
    HEAD + "stessa_risposta = true": [("valore-rifiutato", 5, 19)],
    HEAD + TWO + 'superfluo = "area"': [("valore-rifiutato", 6, 13)],
    HEAD + TWO + 'monotona = { fatto = "isee" }': [("valore-rifiutato", 6, 12)],
    HEAD + 'mai = "ammessa"\nattesa = "forse"': [("valore-rifiutato", 6, 10)],
    HEAD + 'mai = "ammessa"\ngiorni = "alcuni"': [("valore-rifiutato", 6, 10)],
    HEAD + 'mai = "ammessa"\nal = 2025-09-01\ngiorni = "tutti"': [("valore-rifiutato", 7, 10)],
    HEAD + 'mai = "ammessa"\nal = 2001-09-01': [("valore-rifiutato", 6, 6)],
    "al = 2001-09-01\n" + HEAD + 'mai = "ammessa"': [("valore-rifiutato", 1, 6)],
    HEAD + 'mai = "ammessa"\nnorma = "rr-11-2018, art. 5"': [("atto-ignoto", 6, 9)],
    'formato = 1\n[[proprieta]]\ncodice = "x"\nmai = "ammessa"': [("chiave-mancante", 2, 1)],
    HEAD + 'mai = "ammessa"\n[[proprieta]]\ncodice = "x"\nmai = "ammessa"': [
        ("nome-ripetuto", 7, 10)
    ],
    HEAD + 'mia = "ammessa"': [("chiave-ignota", 5, 1)],
}


@pytest.mark.parametrize(("text", "told"), WRONG.items())
def test_each_slip(text: str, told: list[tuple[str, int, int]]) -> None:
    """A slip of the pen is a fault, at its place, and never another question."""
    assert told == faults(text)


@pytest.mark.parametrize("many", [1, 2, 3])
def test_how_many_measures(many: int) -> None:
    """One is asked, or two are compared: of another number of them there is no question."""
    contesto = Contesto.di(*list(MISURE.values())[:many], giorni=ALL_DAYS)
    of_one: list[Callable[[], Quesito]] = [
        lambda: Superfluo(contesto, "isee"),
        lambda: RigaVuota(contesto, "x", 1),
        lambda: Scoperto(contesto, "x"),
        lambda: Unica(contesto, "x"),
        lambda: Monotona(contesto, "isee"),
        lambda: Inutile(contesto, "isee"),
    ]
    of_two: list[Callable[[], Quesito]] = [
        lambda: StessaRisposta(contesto),
        lambda: SovrapponeMisure(contesto),
    ]
    for right, some, message in (
        (1, of_one, "one measure is asked"),
        (2, of_two, "two measures are compared"),
    ):
        for make in some:
            if many == right:
                assert make().contesto == contesto
            else:
                with pytest.raises(IllTyped, match=message):
                    make()


def test_all_faults_at_once() -> None:
    """Every sentence tells its own."""
    text = HEAD + 'mai = "amessa"\n[[proprieta]]\ncodice = "Y"\nsuperfluo = "arae"'

    assert faults(text) == [
        ("nome-ignoto", 5, 8),
        ("nome-malformato", 7, 10),
        ("valore-rifiutato", 8, 13),
    ]


def test_near_misses() -> None:
    """A name that is nearly one says which."""
    with pytest.raises(InvalidFile) as error:
        read(HEAD + 'mai = "amessa"\n[[proprieta]]\ncodice = "y"\nsuperfluo = "arae"')

    assert "forse intendevi `ammessa`" in error.value.testo("it")
    assert "perhaps `area`" in error.value.testo("en")


class TestOfANotice:
    """A notice stands for the measure that it applies, under the name that the sentence says."""

    LAW = Calendario(date(2024, 9, 1), date(2024, 9, 30))
    NOTICE = evolve(MISURE["crs-difficolta"], codice="mio-avviso", calendario=LAW)
    BOTH = (
        'formato = 1\n[[proprieta]]\ncodice = "x"\nmisure = ["crs-difficolta", "crs-indigenza"]\n'
        'mai = "ammessa_crs_difficolta and ammessa_crs_indigenza and data_requisiti == chiusura"'
    )

    def asked(self, text: str) -> Contesto:
        """The context of a sentence about the notice."""
        misure = {**MISURE, "crs-difficolta": self.NOTICE}
        (found,) = leggi_proprieta(text, file="p.toml", misure=misure)
        return found.quesito.contesto

    def test_its_day(self) -> None:
        """The day of its law, where the sentence says that, or none."""
        for day in ("", "\nal = 2024-09-01"):
            contesto = self.asked(HEAD + 'mai = "ammessa"' + day)
            assert contesto.giorni == date(2024, 9, 1)
            assert contesto.misure == (self.NOTICE,)

    @pytest.mark.parametrize("day", ["al = 2025-01-01", 'giorni = "tutti"'])
    def test_another_day(self, day: str) -> None:
        """It is refused, and not asked of the day of the notice; one of the edition is."""
        text = HEAD + 'mai = "ammessa"\n' + day
        misure = {**MISURE, "crs-difficolta": self.NOTICE}
        (shipped,) = leggi_proprieta(text, file="p.toml", misure=misure, scartate=[])

        with pytest.raises(InvalidFile, match="2024-09-01"):
            self.asked(text)
        assert shipped.quesito.contesto.giorni == date(2024, 9, 1)

    def test_a_measure_beside_it(self) -> None:
        """Its answers keep the name of the measure; the other has the days of the notice."""
        fixed = Calendario(
            *(date(2024, 9, 1), date(2024, 9, 30)), (("chiusura", date(2024, 9, 30)),)
        )
        misure = {**MISURE, "crs-difficolta": evolve(self.NOTICE, calendario=fixed)}
        (found,) = leggi_proprieta(self.BOTH, file="p.toml", misure=misure)
        one, other = found.quesito.contesto.versioni

        assert (one.codice, one.misura.codice) == ("crs-difficolta", "mio-avviso")
        assert other.misura == evolve(MISURE["crs-indigenza"], calendario=fixed)

    def test_a_measure_that_was_no_law_then(self) -> None:
        """Beside a notice of a day before it: a fault of the sentence, or one left out."""
        late = Vigenza(date(2025, 1, 1))
        misure = {
            "crs-difficolta": self.NOTICE,
            "crs-indigenza": evolve(MISURE["crs-indigenza"], vigenza=late),
        }
        text = self.BOTH.replace("chiusura", "data_requisiti")
        dropped: list[str] = []

        with pytest.raises(InvalidFile, match="`crs-indigenza` is not in force"):
            leggi_proprieta(text, file="p.toml", misure=misure)
        assert leggi_proprieta(text, file="p.toml", misure=misure, scartate=dropped) == ()
        assert dropped == ["x"]
