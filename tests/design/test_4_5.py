"""DESIGN 4.5: a notice. Each docstring is a sentence of it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from design.files import decide, measure, notice, notice_refused, requisito

from casa_model.casa import decidi
from casa_model.errors import InvalidFile
from casa_model.nuclei import Domanda
from casa_model.rules.avviso import Operazione
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

PUBLISHED = date(2024, 3, 1)
BASE = measure(
    requisito("isee < soglia", "isee"),
    requisito("mesi_tra(contratto, data_requisiti) >= minimo_mesi", "mesi"),
    '\n[definizioni.doppia]\nvale = "spesa * 2"\n',
    "\n[importo]\nvoci = [{ codice = 'spesa', vale = 'doppia' }, "
    "{ codice = 'altro', vale = 'debito' }]\n",
    "\n[graduatoria]\nordine = ['isee', 'protocollo']\n",
)
WHOLE = {
    "isee": Euro(100),
    "contratto": date(2020, 1, 1),
    "spesa": Euro(100),
    "debito": Euro(50),
    "protocollo": "p-1",
}
NEW = requisito("pagato", "pagato")


def outcomes(avviso: object, **known: object) -> dict[str, bool | None]:
    """How each requirement of a notice comes out."""
    verdict = decide(avviso.misura, avviso.misura.calendario.giorno_norma, **known)
    return {finding.codice: finding.esito for finding in verdict.findings}


def test_dates_may_carry_a_time() -> None:
    """Its dates, `pubblicazione`, `apertura`, `chiusura`, which may carry a time."""
    avviso = notice(BASE, "apertura = 2024-04-01\nchiusura = 2024-05-01T12:00:00\n")

    assert avviso.apertura == date(2024, 4, 1)
    assert avviso.chiusura == datetime(2024, 5, 1, 12)  # noqa: DTZ001 - wall time


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("", PUBLISHED),
        ('data_requisiti = "apertura"\n', date(2024, 4, 1)),
        ('data_requisiti = "chiusura"\n', date(2024, 5, 1)),
        ("data_requisiti = 2024-04-15\n", date(2024, 4, 15)),
    ],
)
def test_the_day_of_the_requisites(line: str, day: date) -> None:
    """The day on which requisites are held: one of those or a date."""
    source = 'data_requisiti_fonte = { fonte = "avviso" }\n' if line else ""
    avviso = notice(BASE, "apertura = 2024-04-01\nchiusura = 2024-05-01\n", line, source)

    assert avviso.misura.calendario.data_requisiti == day


def test_every_rule_may_name_it() -> None:
    """A name that every rule may use; without an avviso it equals `on`."""
    met = {"contratto": date(2022, 4, 1)}
    later = 'data_requisiti = 2024-04-01\ndata_requisiti_fonte = { fonte = "avviso" }\n'

    assert outcomes(notice(BASE), **met)["mesi"] is False
    assert outcomes(notice(BASE, later), **met)["mesi"] is True
    assert decide(BASE, date(2024, 3, 31), **met).findings[1].esito is False
    assert decide(BASE, date(2024, 4, 1), **met).findings[1].esito is True


def test_rules_of_a_notice_name_its_days() -> None:
    """In notices also `pubblicazione`, `apertura`, `chiusura`."""
    avviso = notice(BASE, requisito("contratto < pubblicazione", "prima"))

    assert outcomes(avviso, contratto=date(2024, 2, 29))["prima"] is True


def test_a_notice_fixes_its_law() -> None:
    """**An avviso fixes its law**: that of `giorno_norma` (default `pubblicazione`)."""
    household = {"isee": Euro(910_000)}

    assert outcomes(notice(BASE), **household)["isee"] is True
    assert outcomes(notice(BASE, "giorno_norma = 2023-12-31\n"), **household)["isee"] is False


def test_another_day_is_an_error() -> None:
    """So two clerks deciding on two days agree, and another `on` is an error."""
    with pytest.raises(ValueError, match="applies the law of 2024-03-01"):
        decide(notice(BASE).misura, date(2024, 3, 2))


def test_a_new_requirement() -> None:
    """A requirement of a notice is new unless it says `sostituisce`."""
    avviso = notice(BASE, NEW)

    assert outcomes(avviso, pagato=True) == {"isee": None, "mesi": None, "pagato": True}
    assert [(d.nome, d.operazione) for d in avviso.differenze] == [("pagato", Operazione.AGGIUNGE)]


def test_a_replaced_requirement() -> None:
    """`sostituisce = "isee"`."""
    avviso = notice(BASE, requisito("pagato", "isee", 'sostituisce = "isee"'))

    assert outcomes(avviso, pagato=True) == {"isee": True, "mesi": None}


REMOVE = """
[[togli]]
requisito = "mesi"
motivo = { it = "non richiesto", en = "not asked" }
fonte = "avviso, punto 3"
"""


def test_a_removed_requirement() -> None:
    """`[[togli]] requisito, motivo, fonte` removes one."""
    avviso = notice(BASE, REMOVE)

    assert outcomes(avviso) == {"isee": None}
    assert avviso.differenze[0].motivo.en == "not asked"


@pytest.mark.parametrize("key", ["motivo", "fonte"])
def test_a_removal_has_a_reason_and_a_source(key: str) -> None:
    """Both are compulsory."""
    lines = [line for line in REMOVE.splitlines() if not line.startswith(key)]

    assert len(notice_refused(BASE, "\n".join(lines))) == 1


def near(part: str) -> tuple[str, str | None]:
    """The code and the near miss of the fault for which a notice is refused."""
    with pytest.raises(InvalidFile) as raised:
        notice(BASE, part)
    (fault,) = raised.value.faults
    return fault.code, fault.vicino


def test_a_known_code() -> None:
    """A known code without `sostituisce` is an error."""
    assert near(requisito("pagato", "isee"))[0] == "gia-presente"
    assert near('\n[definizioni.doppia]\nvale = "spesa"\n')[0] == "gia-presente"


def test_an_unknown_code() -> None:
    """Or an unknown one in it, is an error with a near miss."""
    assert near(requisito("pagato", "x", 'sostituisce = "ise"')) == ("sostituisce-ignoto", "isee")
    assert near(REMOVE.replace('"mesi"', '"mese"')) == ("sostituisce-ignoto", "mesi")


def test_definitions_and_items() -> None:
    """The same for definitions and voci."""
    avviso = notice(
        BASE,
        '\n[definizioni.doppia]\nvale = "spesa * 2 + spesa"\nsostituisce = "doppia"\n',
        "\n[importo]\nvoci = [{ codice = 'altro', vale = 'debito * 2', sostituisce = 'altro' }]\n",
    )
    verdict = decide(avviso.misura, PUBLISHED, **WHOLE)

    assert verdict.importo == Euro(300 + 100)
    assert (
        near("\n[importo]\nvoci = [{ codice = 'altro', vale = 'debito' }]\n")[0] == "gia-presente"
    )


def test_a_removed_item() -> None:
    """`[[togli]] voce`."""
    avviso = notice(BASE, REMOVE.replace('requisito = "mesi"', 'voce = "altro"'))

    assert decide(avviso.misura, PUBLISHED, **WHOLE).importo == Euro(200)


OVERRIDE = '\n[parametri.soglia]\nvalore = "0.50"\nfonte = "avviso"\ngrado = "secondaria"\n'


def test_an_overridden_parameter() -> None:
    """An override of a parameter is one value, undated, of any type, with its source."""
    whole = '\n[parametri.minimo_mesi]\nvalore = 100\nfonte = "avviso"\ngrado = "secondaria"\n'
    avviso = notice(BASE, OVERRIDE, whole)

    assert outcomes(avviso, **WHOLE) == {"isee": False, "mesi": False}
    assert notice_refused(BASE, OVERRIDE.replace('fonte = "avviso"\n', "")) == ["fonte-mancante"]


def application(riferimento: str, presentata: date, protocollo: str) -> Domanda:
    """An application with everything in order."""
    valori = {nome: valore for nome, valore in WHOLE.items() if nome != "protocollo"}
    return Domanda(riferimento, presentata=presentata, protocollo=protocollo, fatti=Fatti(valori))


def test_out_of_time_and_repeated() -> None:
    """Out of time or a repeated `protocollo` is decided at the door, with a finding of its own."""
    avviso = notice(BASE, "apertura = 2024-04-01\nchiusura = 2024-04-30\n")
    decisione = decidi(
        avviso,
        [
            application("a", date(2024, 4, 1), "p-1"),
            application("b", date(2024, 5, 1), "p-2"),
            application("c", date(2024, 4, 2), "p-1"),
        ],
    )

    told = [(e.riferimento, e.verdict.esito, e.verdict.findings[0].codice) for e in decisione.esiti]

    assert told == [
        ("a", Esito.AMMESSO, "nei-termini"),
        ("b", Esito.NON_AMMESSO, "nei-termini"),
        ("c", Esito.NON_AMMESSO, "protocollo-unico"),
    ]


def test_several_measures() -> None:
    """Each is decided alone; receiving another is a fact like any other."""
    other = 'incompatibile = ["energia-l1"]\nincompatibile_fonte = { fonte = "avviso" }\n'
    avviso = notice(BASE, other)

    told = [
        outcomes(avviso, riceve_energia_l1=receives)["non-riceve-energia-l1"]
        for receives in (True, False)
    ]

    assert told == [False, True]
    assert outcomes(avviso)["non-riceve-energia-l1"] is None
