"""`con_avviso` adds to an explanation what the notice changes against its measure."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import evolve

from casa_model.readers.explain import Ragione, Spiegazione, con_avviso, explain
from casa_model.readers.explain._porta import Porta
from casa_model.rules.avviso import Avviso, Differenza, Operazione
from casa_model.rules.esito import Esito, Finding, Verdict
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Calendario
from casa_model.rules.porta import NEI_TERMINI, PROTOCOLLO_UNICO, TESTI
from casa_model.values import Fonte, Grado, Norma, Testo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura

    Tell: TypeAlias = Callable[..., Spiegazione]

ON = date(2024, 12, 1)
NOON = datetime(2024, 11, 30, 12)  # noqa: DTZ001 - terms are on the wall in Italy
MORNING = datetime(2024, 12, 3, 9, 5)  # noqa: DTZ001 - the same
SEEN = Fonte(Grado.SECONDARIA, testo="gardatoday")
ACT = Fonte(Grado.ATTO, Norma("rr-1-2020", "7"))
WHY = Testo(it="nessuno lo riceve", en="nobody gets it")


@pytest.fixture(scope="module")
def avviso(measure: Misura) -> Avviso:
    """A notice that changes a thing of every kind."""
    paid = measure.importo
    assert paid is not None
    kept = evolve(measure, requisiti=measure.requisiti[1:], calendario=Calendario(ON, ON))
    voce = evolve(paid.voci[0], codice="rate-del-mutuo", etichetta=None)
    closed = evolve(kept, importo=evolve(paid, voci=(*paid.voci, voce)))
    return Avviso(
        "prova-2024",
        measure.titolo,
        "Comune",
        "prova",
        closed,
        SEEN,
        ON,
        differenze=(
            Differenza("requisito", "isee", Operazione.TOGLIE, SEEN, WHY),
            Differenza("parametro", "soglia", Operazione.SOSTITUISCE, ACT),
            Differenza("voce", "rate-del-mutuo", Operazione.AGGIUNGE, ACT),
            Differenza("graduatoria", "graduatoria", Operazione.SOSTITUISCE, SEEN),
            Differenza("importo", "massimo", Operazione.AGGIUNGE, SEEN),
            Differenza("fatto", "altro", Operazione.AGGIUNGE, SEEN),
            Differenza("definizione", "altra", Operazione.AGGIUNGE, SEEN),
        ),
    )


def test_every_change_is_told(told: Tell, measure: Misura, avviso: Avviso) -> None:
    """In its own words, which the measure has for what was removed; with reasons and sources."""
    found = con_avviso(told(), avviso, base=measure)

    assert found.di_avviso
    assert found.fonti_avviso == ("gardatoday",)
    assert (
        "\nChe cosa cambia l'avviso rispetto alla misura\n"
        "- toglie: requisito «ISEE inferiore alla soglia»; motivo: nessuno lo riceve — "
        "gardatoday [da fonte secondaria]\n"
        "- sostituisce: numero «soglia ISEE» (nella misura: 9.360,00 €; nell'avviso: 9.360,00 €) — "
        "r.r. 1/2020, art. 7 [dall'atto]\n"
        "- aggiunge: voce dell'importo «rate del mutuo» (nell'avviso: il valore di («quota della "
        "spesa» (12,5 %) per «spesa dell'anno») arrotondato a 2 decimali) — r.r. 1/2020, art. 7 "
        "[dall'atto]\n"
        "- sostituisce: graduatoria (nella misura: prima il valore più basso di «ISEE del nucleo»; "
        "in ordine di «comune»; nell'avviso: prima il valore più basso di «ISEE del nucleo»; in "
        "ordine di «comune») — gardatoday [da fonte secondaria]\n"
        "- aggiunge: massimo dell'importo (nell'avviso: «tetto» alla riga «area») — gardatoday [da "
        "fonte secondaria]\n"
        "\nNote\n"
    ) in found.testo()


def test_in_english_and_without_the_measure(told: Tell, avviso: Avviso, measure: Misura) -> None:
    """What was removed is then told by its code."""
    plain = evolve(avviso, misura=evolve(avviso.misura, importo=None))
    text = con_avviso(told(lang="en"), plain).testo()

    assert "- removes: requirement “isee”; reason: nobody gets it — gardatoday" in text
    assert "What the notice changes" not in told(lang="en").testo()
    assert con_avviso(told(), plain, base=measure).differenze[0].operazione == "toglie"


def at_the_door(avviso: Avviso, codice: str, *, esito: bool | None, **shown: object) -> Ragione:
    """What is told of one finding of the door of a notice with both terms."""
    opens = date(2024, 11, 1)
    timed = evolve(avviso, pubblicazione=opens, apertura=opens, chiusura=NOON)
    finding = Finding(codice, TESTI[codice], avviso.fonte, esito=esito)
    verdict = Verdict(avviso.misura.codice, ON, Esito.NON_AMMESSO, (finding,))
    valori = bool(shown.pop("valori", False))
    found = explain(avviso.misura, Fatti(), verdict, lang="it", valori=valori)
    (ragione,) = con_avviso(found, timed, **shown).ragioni  # type: ignore[arg-type] # its own names
    return ragione


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ({"presentata": date(2024, 12, 3)}, "…"),
        ({"presentata": date(2024, 12, 3), "valori": True}, "3 dicembre 2024"),
        ({"presentata": MORNING, "valori": True}, "3 dicembre 2024 alle 09:05"),
        ({"valori": True}, None),
    ],
)
def test_the_door_tells_the_terms_and_hides_the_day(
    avviso: Avviso, shown: dict[str, object], day: str | None
) -> None:
    """The terms are of the notice, with its source; the day is of the application."""
    ragione = at_the_door(avviso, NEI_TERMINI, esito=False, **shown)

    assert [(each.etichetta, each.valore) for each in ragione.guardati] == [
        ("giorno della domanda", day),
        ("apertura dei termini", "1º novembre 2024"),
        ("chiusura dei termini", "30 novembre 2024 alle 12:00"),
    ]
    assert [each.fonti for each in ragione.guardati[1:]] == [(ragione.fonte,)] * 2


def test_the_door_hides_the_protocol_number(avviso: Avviso) -> None:
    """Known or not, but which only where values are shown; never in a `repr`."""
    hidden = at_the_door(avviso, PROTOCOLLO_UNICO, esito=False, protocollo="SEGRETO-7")
    (shown,) = at_the_door(
        avviso, PROTOCOLLO_UNICO, esito=False, protocollo="SEGRETO-7", valori=True
    ).guardati

    assert [each.valore for each in hidden.guardati] == ["…"]
    assert shown.valore == "SEGRETO-7"
    assert "SEGRETO" not in repr(shown) + repr(Porta(avviso, "it", True, ON, "SEGRETO-7"))  # noqa: FBT003


def test_notes_of_the_notice_are_told_once(told: Tell, avviso: Avviso) -> None:
    """After those of the measure, which may be the same."""
    spiegazione = told()
    twice = tuple(Testo(it=nota, en=nota) for nota in ("del Comune", *spiegazione.note))

    assert con_avviso(spiegazione, evolve(avviso, note=twice)).note == (
        *spiegazione.note,
        "del Comune",
    )
