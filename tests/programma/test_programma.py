"""The whole programme: codes, references, days."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from programma.edition import FONTE, edition

from casa_model.errors import IllTyped, InvalidEntry, UnknownName
from casa_model.programma.cifre import Cifra, Conteggio, Precisione
from casa_model.programma.linee import DotazioneLinea
from casa_model.programma.riservati import senza_riservati
from casa_model.programma.servizi import RuoloOrganico
from casa_model.values import Euro

PROGRAMMA = edition()


def euro(text: str, precisione: Precisione = Precisione.ESATTA) -> Cifra:
    """An amount with a source."""
    return Cifra(Euro.parse(text), FONTE, precisione)


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
