"""A notice that applies the law of another day than that of its publication."""

from __future__ import annotations

from casa.conforme.notices import HEAD, MOVED, codes, found

from casa_model.casa import edizione, leggi_avviso
from casa_model.casa.conforme import bilancio, conforme, libro_conforme
from casa_model.casa.conforme._codice import leggi_codice
from casa_model.values import Euro

ENERGY = (
    HEAD
    .replace("crs-difficolta", "energia-l1")
    .replace("2024-09-02", "2025-05-05\ngiorno_norma = 2026-03-01")
    .replace("2024-09-30", "2025-06-30")
)  # fmt: skip


def told(head: str) -> str:
    """What is said of a notice over the support for energy, on one line."""
    notice = leggi_avviso(head).valore
    result = conforme(notice, edizione().misure["energia-l1"])
    text = libro_conforme(result, bilancio(result), lang="it").testo()
    return " ".join(text.split())


def test_a_law_that_was_not_in_force() -> None:
    """It is a finding, with the households that the two laws treat otherwise."""
    result = conforme(leggi_avviso(ENERGY).valore, edizione().misure["energia-l1"])

    assert codes(result) == ["giorno-norma/legge-spostata", "giorno-norma/piu-largo"]
    moved, looser = result.rilievi
    assert leggi_codice(moved.codice) is not None
    assert moved.impronta == looser.impronta
    assert looser.esempio is not None
    assert looser.esempio.fatti.valori["isee"] == Euro(1500001)
    text = told(ENERGY)
    assert "Se l'avviso tace, si applica la legge del giorno della pubblicazione: 5 mag" in text
    assert "Nulla da dire" not in text
    assert "Qui conta la legge in vigore il 1º marzo 2026, che l'avviso ha scelto" in text
    other = ENERGY.replace("giorno_norma = 2026-03-01", "giorno_norma = 2026-03-02")
    again = conforme(leggi_avviso(other).valore, edizione().misure["energia-l1"])
    assert again.rilievi[0].impronta != moved.impronta


def test_a_day_on_which_there_was_no_law() -> None:
    """There is nothing to compare with, and the finding stands."""
    before = ENERGY.replace("2025-05-05", "2020-05-05")
    result = conforme(leggi_avviso(before).valore, edizione().misure["energia-l1"])

    assert codes(result) == ["giorno-norma/legge-spostata"]
    assert "Quel giorno però la misura non aveva una legge" in told(before)


def test_publication_is_not_known() -> None:
    """It is said that the day of the law is not checked; a day that is the same is no finding."""
    unknown = MOVED.replace("pubblicazione = 2024-09-02", "giorno_norma = 2024-09-02")
    result = found("", unknown)
    said = libro_conforme(result, bilancio(result), lang="it").testo()
    assert "L'avviso non dice quando è pubblicato" in said
    assert codes(found("", HEAD + "giorno_norma = 2024-09-02\n")) == []


UNREAD = (
    HEAD
    .replace("crs-difficolta", "accesso-sap")
    + '[[requisiti]]\nsostituisce = "residenza-o-lavoro"\ncodice = "residenza-o-lavoro"\n'
    'fonte = "inventato"\ngrado = "derivata"\ntesto = { it = "residenza", en = "residence" }\n'
    'condizione = "residenza_o_lavoro_lombardia or isee < soglia_isee"\n'
)  # fmt: skip


def test_admitted_but_for_what_nobody_has_read() -> None:
    """Where the act asks what nobody has read, nobody is called admitted and no more."""
    result = conforme(leggi_avviso(UNREAD).valore, edizione().misure["accesso-sap"])
    text = libro_conforme(result, bilancio(result), lang="it").testo()

    assert ": ammessa, se si trascura ciò che nessuno ha letto." in " ".join(text.split())
    assert ": ammessa." not in " ".join(text.split())
