"""Findings that somebody accepted: only new ones are left, and those that are gone are told."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from casa.conforme.notices import HEAD, law, notice, parameter, requirement

from casa_model.casa.conforme import (
    Accettato,
    Conformita,
    Rilievo,
    Verso,
    bilancio,
    bozza,
    conforme,
    leggi_accettati,
    libro_conforme,
)
from casa_model.errors import InvalidFile
from casa_model.rules.quesiti import Perche

CODE = "requisito/isee/piu-largo"
TOP = 'formato = 1\n[conformita]\navviso = "inventato"\n'
ROW = f"""[[accettati]]
codice = "{CODE}"
motivo = "la delibera lo dice"
ruolo = "responsabile-del-procedimento"
giorno = 2024-09-03
"""
LOOSER = requirement("isee", "isee <= soglia_isee")


@pytest.fixture(scope="module")
def checked() -> Conformita:
    """A notice with one looser requirement."""
    return conforme(notice(LOOSER), law())


def read(text: str) -> tuple[Accettato, ...]:
    """The accepted findings of a text."""
    return leggi_accettati(text, file="accettati.toml", avviso="inventato")


def test_only_what_is_new(checked: Conformita) -> None:
    """What was accepted is known; what is no longer found is told."""
    gone = ROW.replace(CODE, "requisito/isee/piu-severo")
    found = bilancio(checked, read(TOP + ROW + gone))

    assert [r.codice for r in found.nuovi] == ["avviso/piu-largo"]
    assert [(r.codice, a.ruolo) for r, a in found.noti] == [(CODE, "responsabile-del-procedimento")]
    assert [a.codice for a in found.spariti] == ["requisito/isee/piu-severo"]
    text = libro_conforme(checked, found, lang="it").testo()
    assert "Rilievi nuovi: 1." in text
    assert "Accettato il 3 settembre 2024 (responsabile-del-procedimento): la delibera" in text
    assert "Era accettato e non c'è più: requisito/isee/piu-severo" in text


def test_a_draft_is_refused_until_it_is_filled(checked: Conformita) -> None:
    """Each reason, role and day is missing; filled in, nothing is new."""
    text = bozza(checked)
    with pytest.raises(InvalidFile) as caught:
        read(text)
    assert len(caught.value.faults) >= 2
    filled = (
        text.replace('motivo = ""', 'motivo = "perché sì"')
        .replace('ruolo = ""', 'ruolo = "ufficio-casa"')
        .replace("# giorno = 2025-05-05", "giorno = 2024-09-03")
    )
    accepted = read(filled)
    assert not bilancio(checked, accepted).nuovi
    assert read(bozza(checked, accepted)) == accepted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TOP.replace('"inventato"', '"altro"'), "valore-rifiutato"),
        ("formato = 1\n", "chiave-mancante"),
        (TOP + ROW + ROW, "nome-ripetuto"),
        (TOP + ROW.replace("la delibera lo dice", " "), "valore-rifiutato"),
        (TOP + ROW.replace("responsabile-del-procedimento", "Mario Rossi"), "nome-malformato"),
        (TOP + ROW.replace("/piu-largo", "/non-so/piu-largo"), "valore-rifiutato"),
        (TOP + ROW.replace("giorno = 2024-09-03", 'giorno = ""'), "tipo-valore"),
        (TOP + ROW.replace("giorno = 2024-09-03\n", ""), "chiave-mancante"),
        (TOP + ROW.replace("codice", "codici"), "chiave-ignota"),
    ],
)
def test_faults(text: str, code: str) -> None:
    """Another notice, a reason or a role that is none, what nobody can accept."""
    with pytest.raises(InvalidFile) as caught:
        read(text)

    assert code in {fault.code for fault in caught.value.faults}


def test_what_is_not_known_cannot_be_drafted(checked: Conformita) -> None:
    """It is a finding, with its reason, and it stands in no draft."""
    unknown = Rilievo("avviso/non-so/piu-largo", "avviso", "avviso", Verso.NON_SO,
                      perche=Perche.TEMPO)  # fmt: skip
    (whole, *_) = checked.esami
    other = evolve(checked, esami=(evolve(whole, rilievi=(unknown,)),))

    assert "non-so" not in bozza(other)
    text = libro_conforme(other, bilancio(other), lang="en").testo()
    assert "Not known: the proof did not succeed [avviso/non-so/piu-largo]" in text
    assert "The search did not end in the time given." in text


def test_the_book(checked: Conformita) -> None:
    """The whole first; each difference with its article, its codes and a household at the edge."""
    text = libro_conforme(checked, bilancio(checked), lang="it").testo()

    assert "Confrontato con: Contributo regionale" in text
    assert "L'atto: r.r. 11/2019, art. 6, c. 1, lett. c) [dall'atto]" in text
    assert f"[{CODE}]" in text
    assert "- ISEE del nucleo, in corso di validità: 9.360,00 €" in text
    assert "Secondo l'atto: non ammessa (ISEE in corso di validità inferiore" in text
    assert "Con questa differenza soltanto: ammessa, 0,00 €." in text.replace("\n   ", " ")
    assert "By the notice: admitted, €0.00." in libro_conforme(
        checked, bilancio(checked), lang="en"
    ).testo().replace("\n   ", " ")


def test_a_book_with_nothing_to_say() -> None:
    """And within which bounds."""
    result = conforme(notice(), law())
    text = libro_conforme(result, bilancio(result), lang="it").testo()

    assert "Nulla da dire" in text
    assert "date dal 1901 al 2099" in text.replace("\n   ", " ")


def test_a_book_of_other_kinds() -> None:
    """A difference that changes nothing alone, one that the act does not say, what nobody read."""
    new = requirement("nuovo", "anagrafe_regolare").replace('sostituisce = "nuovo"\n', "")
    result = conforme(notice(parameter("mesi_durata_indigenza", "36") + new), law())
    text = libro_conforme(result, bilancio(result), lang="it").testo()
    assert "Da sola questa differenza non cambia la risposta a nessuno." in text
    assert "L'atto non lo dice." in text
    head = HEAD.replace("crs-difficolta", "accesso-sap")
    from casa_model.casa import edizione  # noqa: PLC0415 - only here

    access = edizione().misure["accesso-sap"]
    result = conforme(notice("", head), access)
    assert "qui nessuno ha letto: nel confronto non conta" in libro_conforme(
        result, bilancio(result), lang="it"
    ).testo().replace("\n", " ")


def test_days_are_kept() -> None:
    """As they were written."""
    assert read(TOP + ROW)[0].giorno == date(2024, 9, 3)
