"""The whole programme: codes, references, days."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from programma.edition import FONTE, TESTO, edition

from casa_model.errors import IllTyped, InvalidEntry, InvalidFile, UnknownName
from casa_model.programma.cifre import Cifra, Conteggio, Precisione
from casa_model.programma.leggi import FileDelProgramma, leggi_programma
from casa_model.programma.linee import DotazioneLinea
from casa_model.programma.presidi import Presidio
from casa_model.programma.programma import WORDS, Programma
from casa_model.programma.riservati import senza_riservati
from casa_model.programma.servizi import RuoloOrganico
from casa_model.programma.territorio import Aler, Comune
from casa_model.values import Euro

PROGRAMMA = edition()


def euro(text: str, precisione: Precisione = Precisione.ESATTA) -> Cifra:
    """An amount with a source."""
    return Cifra(Euro.parse(text), FONTE, precisione)


class TestTrova:
    """Everything is looked up by its code."""

    def test_each_kind(self) -> None:
        """Every entry of every kind is found again, and is of the kind asked for."""
        sections = (
            PROGRAMMA.province, PROGRAMMA.comuni, PROGRAMMA.aler, PROGRAMMA.quartieri,
            PROGRAMMA.professioni, PROGRAMMA.servizi, PROGRAMMA.presidi, PROGRAMMA.piani,
            PROGRAMMA.linee, PROGRAMMA.dotazioni, PROGRAMMA.concessioni, PROGRAMMA.progetti,
            PROGRAMMA.fondi,
        )  # fmt: skip
        found = [PROGRAMMA.trova(type(e), e.codice) is e for row in sections for e in row]

        assert all(found)
        assert len(found) == 16

    def test_a_helpful_miss(self) -> None:
        """A near miss if there is one, else what there is."""
        with pytest.raises(UnknownName, match="is not a presidio of the programme; use `uno`"):
            PROGRAMMA.trova(Presidio, "un")
        with pytest.raises(UnknownName, match="use `paese`, `altrove`"):
            PROGRAMMA.trova(Comune, "zzzzzz")
        with pytest.raises(UnknownName, match="use a file with some"):
            Programma().trova(Presidio, "uno")

    def test_what_is_no_kind(self) -> None:
        """A class of Python is none."""
        with pytest.raises(IllTyped, match="Presidio"):
            PROGRAMMA.trova(int, "uno")

    def test_bodies(self) -> None:
        """Aler and comuni own presidi and get grants."""
        assert isinstance(PROGRAMMA.ente("aler-prova"), Aler)
        assert isinstance(PROGRAMMA.ente("paese"), Comune)
        with pytest.raises(UnknownName):
            PROGRAMMA.ente("nessuno")

    def test_every_kind_has_a_word(self) -> None:
        """In both languages."""
        assert all(word.it and word.en for word in WORDS.values())


class TestIl:
    """The programme as it stood on a day."""

    def test_before_everything(self) -> None:
        """Places and the catalogue are there; presidi and money are not."""
        early = PROGRAMMA.il(date(2000, 1, 1))

        assert (early.presidi, early.dotazioni) == ((), ())
        assert early.quartieri == PROGRAMMA.quartieri
        assert early.progetti[0].presidi == ()
        assert early.concessioni == PROGRAMMA.concessioni  # its day is not known

    def test_a_service_that_has_not_begun(self) -> None:
        """The presidio is there in January, its service from February on."""
        january, february = (PROGRAMMA.il(date(2024, month, 1)) for month in (1, 2))

        assert january.presidi[0].servizi == ()
        assert february.presidi[0].servizi == PROGRAMMA.presidi[0].servizi

    def test_a_grant_that_was_not_announced(self) -> None:
        """Its projects go with it."""
        dated = evolve(
            PROGRAMMA, concessioni=(evolve(PROGRAMMA.concessioni[0], giorno=date(2025, 1, 1)),)
        )

        assert dated.il(date(2024, 12, 31)).progetti == ()
        assert len(dated.il(date(2025, 1, 1)).progetti) == 1

    def test_a_grant_over_what_was_endowed_that_day(self) -> None:
        """The line was endowed with less then: the day is told, reserved services or not."""
        (first,), (grant,) = PROGRAMMA.dotazioni, PROGRAMMA.concessioni
        less = evolve(first, codice="meno", giorno=date(2023, 1, 1), cifra=euro("1.00"))
        early = evolve(PROGRAMMA, dotazioni=(less, first)).il(date(2023, 6, 1))

        assert (early.dotazioni, early.concessioni) == ((less,), (grant,))
        assert senza_riservati(early).concessioni == (grant,)
        assert early.trova(DotazioneLinea, "meno") is less
        with pytest.raises(UnknownName):
            early.trova(DotazioneLinea, first.codice)

    def test_a_presidio_of_a_reserved_service_alone_is_not_told_without_it(self) -> None:
        """Before the service begins nothing would say that its place is to be withheld."""
        reserved = evolve(PROGRAMMA, servizi=(evolve(PROGRAMMA.servizi[0], riservato=True),))
        january, february = (reserved.il(date(2024, month, 1)) for month in (1, 2))

        assert senza_riservati(january).presidi == january.presidi == ()
        assert january.progetti[0].presidi == ()
        assert february.presidi == PROGRAMMA.presidi
        assert senza_riservati(february).presidi == ()

    def test_a_presidio_of_which_no_service_is_known_stays(self) -> None:
        """It may give any."""
        (uno,) = PROGRAMMA.presidi
        bare = evolve(PROGRAMMA, presidi=(evolve(uno, servizi=()),))

        assert bare.il(date(2024, 1, 1)).presidi == bare.presidi

    @pytest.mark.parametrize("day", ["2024-01-01", datetime(2024, 1, 1), None])  # noqa: DTZ001
    def test_the_day_is_a_day(self, day: Any) -> None:  # noqa: ANN401 - what is refused
        """Not an instant, and not a text."""
        with pytest.raises(IllTyped, match="day without time"):
            PROGRAMMA.il(day)
        with pytest.raises(IllTyped, match="day without time"):
            PROGRAMMA.dotazione("k-1", on=day)

    def test_twice_is_once(self) -> None:
        """The programme of a day, on that day."""
        day = date(2024, 6, 1)

        assert PROGRAMMA.il(day).il(day) == PROGRAMMA.il(day)


class TestIntegrity:
    """Built from Python, the same things are refused as in a file."""

    def test_all_at_once(self) -> None:
        """With the section and the code of each entry."""
        wrong = evolve(PROGRAMMA.presidi[0], ente="nessuno", organico=(), quartiere="sud")
        with pytest.raises(InvalidEntry) as caught:
            evolve(PROGRAMMA, presidi=(wrong, wrong), progetti=())

        assert [(each.code, each.where[:2]) for each in caught.value.problems] == [
            ("voce-ripetuta", ("presidi", "uno")),
            *[
                (code, ("presidi", "uno"))
                for code in ("ente-ignoto", "quartiere-ignoto", "servizio-senza-professione")
            ]
            * 2,
        ]

    @pytest.mark.parametrize(
        ("quanti", "precisione", "problems"),
        [
            (0, Precisione.ESATTA, ["servizio-senza-professione"]),
            (0, Precisione.OLTRE, []),
            (0, Precisione.CIRCA, []),
            (1, Precisione.ESATTA, []),
        ],
    )
    def test_a_role_of_nobody_gives_no_service(
        self, quanti: int, precisione: Precisione, problems: list[str]
    ) -> None:
        """If it is known that there is nobody."""
        role = RuoloOrganico("custode", FONTE, Conteggio(quanti, FONTE, precisione))
        codes = []
        try:
            evolve(PROGRAMMA, presidi=(evolve(PROGRAMMA.presidi[0], organico=(role,)),))
        except InvalidEntry as error:
            codes = [each.code for each in error.problems]

        assert codes == problems

    @pytest.mark.parametrize(
        ("section", "other", "code"),
        [("comuni", "aler", "aler-prova"), ("linee", "piani", "piano")],
    )
    def test_a_code_that_two_kinds_are_called_by(self, section: str, other: str, code: str) -> None:
        """Nobody could say which body has a grant, nor what is endowed."""
        first, *rest = getattr(PROGRAMMA, section)
        same = (evolve(first, codice=code), first, *rest)
        with pytest.raises(InvalidEntry) as caught:
            evolve(PROGRAMMA, **{section: same})

        told = [(each.code, each.where) for each in caught.value.problems]
        assert told[0] == ("voce-ripetuta", (section, code))
        assert code in {each.codice for each in getattr(PROGRAMMA, other)}

    @pytest.mark.parametrize(
        ("precisione", "problems"),
        [
            (Precisione.ESATTA, ["beneficiario-non-ammissibile"]),
            (Precisione.CIRCA, []),
            (Precisione.OLTRE, []),
        ],
    )
    def test_a_minimum_that_is_not_exact_refuses_nobody(
        self, precisione: Precisione, problems: list[str]
    ) -> None:
        """The comune has 349 dwellings, and the plan asks for 350, or about so many."""
        plan = evolve(PROGRAMMA.piani[0], alloggi_minimi=Conteggio(350, FONTE, precisione))
        grant = evolve(PROGRAMMA.concessioni[0], beneficiario="paese")
        codes = []
        try:
            evolve(PROGRAMMA, piani=(plan, *PROGRAMMA.piani[1:]), concessioni=(grant,))
        except InvalidEntry as error:
            codes = [each.code for each in error.problems]

        assert codes == problems

    def test_it_speaks_only_of_what_is_known(self) -> None:
        """A staff that nobody knows lacks nobody."""
        (uno,) = PROGRAMMA.presidi

        assert evolve(PROGRAMMA, presidi=(evolve(uno, organico=None),)).presidi[0].organico is None

    @pytest.mark.parametrize(
        ("endowments", "granted", "over"),
        [
            ([("100.00", "esatta", False)], ("100.01", "esatta"), True),
            ([("100.00", "esatta", False)], ("100.01", "oltre"), True),
            ([("100.00", "esatta", False)], ("100.01", "circa"), False),
            ([("100.00", "esatta", True)], ("100.01", "esatta"), False),
            ([("100.00", "circa", False)], ("100.01", "esatta"), False),
            ([("90.00", "circa", False), ("100.00", "esatta", False)], ("101.00", "esatta"), True),
            (
                [("200.00", "circa", False), ("100.00", "esatta", False)],
                ("101.00", "esatta"),
                False,
            ),
            ([("1.00", "oltre", False), ("100.00", "esatta", False)], ("101.00", "esatta"), False),
        ],
    )
    def test_only_what_is_known_is_over_an_endowment(
        self, endowments: list[tuple[str, str, bool]], granted: tuple[str, str], *, over: bool
    ) -> None:
        """A grant of about so much may be less; what only adds is no whole; a bound is none."""
        (first,), (grant,) = PROGRAMMA.dotazioni, PROGRAMMA.concessioni
        dotazioni = tuple(
            evolve(
                first,
                codice=f"d-{at}",
                giorno=None,
                cifra=euro(text, Precisione(kind)),
                aggiunge=adds,
            )
            for at, (text, kind, adds) in enumerate(endowments)
        )
        (parte,) = grant.parti
        text, kind = granted
        parti = (evolve(parte, cifra=euro(text, Precisione(kind))),)
        concessioni = (evolve(grant, parti=parti),)
        codes = []
        try:
            evolve(PROGRAMMA, dotazioni=dotazioni, concessioni=concessioni)
        except InvalidEntry as error:
            codes = [each.code for each in error.problems]

        assert codes == ["concessioni-oltre-la-dotazione"] * over

    def test_it_travels_between_processes(self) -> None:
        """As every value of this library."""
        assert pickle.loads(pickle.dumps(PROGRAMMA)) == PROGRAMMA  # noqa: S301 - our own bytes


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


@pytest.mark.parametrize(
    ("section", "field"),
    [
        ("servizi", "professioni"),
        ("servizi", "prestazioni"),
        ("presidi", "servizi"),
        ("presidi", "organico"),
        ("presidi", "orari"),
        ("presidi", "note"),
        ("piani", "note"),
        ("linee", "note"),
        ("dotazioni", "note"),
        ("concessioni", "parti"),
        ("concessioni", "note"),
        ("progetti", "quartieri"),
        ("progetti", "presidi"),
        ("progetti", "note"),
        ("fondi", "quote"),
        ("fondi", "note"),
        ("aler", "organico"),
    ],
)
def test_lists_and_strangers_are_refused(section: str, field: str) -> None:
    """What is built cannot change afterwards, and each part is of its type."""
    entry = getattr(PROGRAMMA, section)[0]
    for wrong in ([], (1,)):
        with pytest.raises(IllTyped):
            evolve(entry, **{field: wrong})
    for wrong in ([entry], (1,)):
        with pytest.raises(IllTyped):
            evolve(PROGRAMMA, **{section: wrong})
