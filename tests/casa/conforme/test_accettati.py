"""Findings that somebody accepted: only new ones are left, and those that are gone are told."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from casa.conforme.notices import HEAD, MOVED, law, notice, parameter, requirement

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
MARK = "0123456789abcdef"
ROW = f"""[[accettati]]
codice = "{CODE}"
impronta = "{MARK}"
motivo = "la delibera lo dice"
ruolo = "responsabile-del-procedimento"
giorno = 2024-09-03
"""
LOOSER = requirement("isee", "isee <= soglia_isee")


@pytest.fixture(scope="module")
def checked() -> Conformita:
    """A notice with one looser requirement."""
    return conforme(notice(LOOSER), law())


@pytest.fixture(scope="module")
def wider() -> Conformita:
    """The same requirement, looser still."""
    return conforme(notice(requirement("isee", "isee <= 20000.00")), law())


def read(text: str | bytes) -> tuple[Accettato, ...]:
    """The accepted findings of a text."""
    return leggi_accettati(text, file="accettati.toml", avviso="inventato")


def mark(conformita: Conformita, codice: str = CODE) -> str:
    """The digest of a finding."""
    (found,) = [each for each in conformita.rilievi if each.codice == codice]
    return found.impronta


def test_only_what_is_new(checked: Conformita) -> None:
    """What was accepted is known; what is no longer found is told."""
    gone = ROW.replace(CODE, "requisito/isee/piu-severo")
    found = bilancio(checked, read(TOP + ROW.replace(MARK, mark(checked)) + gone))

    assert [r.codice for r in found.nuovi] == ["avviso/piu-largo"]
    assert [(r.codice, a.ruolo) for r, a in found.noti] == [(CODE, "responsabile-del-procedimento")]
    assert [a.codice for a in found.spariti] == ["requisito/isee/piu-severo"]
    text = libro_conforme(checked, found, lang="it").testo()
    assert "Rilievi nuovi: 1." in text
    assert "Accettato il 3 settembre 2024 (responsabile-del-procedimento): la delibera" in text
    assert "Era accettato e non c'è più (accettati.toml:10): requisito/isee/piu-severo" in text
    assert found.spariti[0].dove is not None
    assert not found.a_posto


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
        (TOP + ROW.replace("responsabile-del-procedimento", "Mario Rossi"), "valore-rifiutato"),
        (TOP + ROW.replace("responsabile-del-procedimento", "RUP"), "nome-malformato"),
        (TOP + ROW.replace("delibera", "RSSMRA80A01F205X"), "valore-rifiutato"),
        (TOP + ROW.replace(MARK, " "), "valore-rifiutato"),
        (TOP + ROW.replace(f'impronta = "{MARK}"\n', ""), "valore-rifiutato"),
        (TOP + ROW.replace("/piu-largo", "/piu-larga"), "valore-rifiutato"),
        (TOP + ROW.replace("/piu-largo", ""), "valore-rifiutato"),
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


def told(text: str | bytes) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(InvalidFile) as caught:
        read(text)
    return caught.value.testo("it")


def test_a_mistyped_code_is_told_with_a_near_miss() -> None:
    """On reading, at its line, where no finding can have it."""
    said = told(TOP + ROW.replace("requisito/isee/piu-largo", "requisiti/isee/piu-larga"))

    assert "accettati.toml:5" in said
    assert "forse `requisito/isee/piu-largo`?" in said
    assert "copialo da `conforme`" in told(TOP + ROW.replace(CODE, "qualcosa"))


def test_a_day_that_is_a_comment() -> None:
    """As the draft has it: it is said, and not that the day is to be added."""
    text = TOP + ROW.replace("giorno =", "# giorno =")

    assert "togli il `#` che ha davanti" in told(text)
    assert told(text.encode()) == told(text)
    assert "manca la chiave `giorno`" in told(TOP + ROW.replace("giorno = 2024-09-03", "") + ROW)


def test_a_name_that_stands_nowhere(checked: Conformita) -> None:
    """It is a slip, where a name of the notice or of the act is near; else it is gone."""
    row = ROW.replace("/isee/", "/ise/")
    found = bilancio(checked, read(TOP + row + ROW.replace("/isee/", "/zzz/")))

    assert [(a.codice, meant) for a, meant in found.sbagliati] == [
        ("requisito/ise/piu-largo", CODE)
    ]
    assert [each.codice for each in found.spariti] == ["requisito/zzz/piu-largo"]
    text = libro_conforme(checked, found, lang="it").testo().replace("\n", " ")
    assert "forse requisito/isee/piu-largo?" in text
    assert "accettati.toml:4" in text


@pytest.mark.parametrize(
    ("codice", "meant"),
    [
        ("parametro/soglia_ise/piu-largo", "parametro/soglia_isee/piu-largo"),
        ("definizione/soglia_nuclei/piu-severo", "definizione/soglia_nucleo/piu-severo"),
        ("importo/importo-piu-alto", None),
    ],
)
def test_names_of_each_part(checked: Conformita, codice: str, meant: str | None) -> None:
    """A part of which there is one has no name to mistake."""
    found = bilancio(checked, read(TOP + ROW.replace(CODE, codice)))

    assert [near for _, near in found.sbagliati] == ([] if meant is None else [meant])


def test_a_name_is_no_outcome() -> None:
    """A requirement may be called `non-so-chi`: only the outcome says that nobody knows."""
    (accepted,) = read(TOP + ROW.replace("/isee/", "/non-so-chi/"))

    assert accepted.codice == "requisito/non-so-chi/piu-largo"
    assert "non si accetta" in told(TOP + ROW.replace("isee/piu-largo", "isee/non-so/piu-largo"))


def test_a_person_is_no_role() -> None:
    """Two words, or a tax code."""
    for person in ("Mario Rossi", "rossi mario", "rup-RSSMRA80A01F205X"):
        said = told(TOP + ROW.replace("responsabile-del-procedimento", person))
        assert "scrivi il ruolo, con i trattini, come `responsabile" in said


class TestTheRuleChanged:
    """What was accepted is a rule, and no other that comes to have the same code."""

    def test_wider(self, checked: Conformita, wider: Conformita) -> None:
        """The same code, a wider rule: the finding fails until somebody looks at it."""
        found = bilancio(wider, read(TOP + ROW.replace(MARK, mark(checked))))

        assert [r.codice for r, _ in found.cambiati] == [CODE]
        assert not found.noti
        assert not found.a_posto
        text = libro_conforme(wider, found, lang="it").testo().replace("\n   ", " ")
        assert "la regola accettata è cambiata: 1." in text
        assert "La regola accettata è cambiata: rivedila (accettati.toml:4)." in text
        assert f"Impronta, per chi accetta: {mark(wider)}" in text

    def test_the_draft_asks_again(self, checked: Conformita, wider: Conformita) -> None:
        """The old reason is a comment, and the row is empty."""
        text = bozza(wider, read(TOP + ROW.replace(MARK, mark(checked))))

        assert '# accettato il 2024-09-03, ma la regola è cambiata: "la delibera lo dice"' in text
        assert text.count('motivo = ""') == len(wider.rilievi)
        assert mark(wider) in text


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
    assert "Secondo l'atto: non ammessa (requisito non soddisfatto: ISEE in corso" in text.replace(
        "\n  ", ""
    )
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
    assert "Con questa differenza sola chi l'atto ammette resta ammesso" in text
    assert "L'atto non ne parla." in text
    head = HEAD.replace("crs-difficolta", "accesso-sap")
    from casa_model.casa import edizione  # noqa: PLC0415 - only here

    access = edizione().misure["accesso-sap"]
    result = conforme(notice("", head), access)
    assert "qui nessuno ha letto: nel confronto non conta" in libro_conforme(
        result, bilancio(result), lang="it"
    ).testo().replace("\n", " ")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (MOVED, "il giorno della pubblicazione: 2 settembre 2024."),
        (
            MOVED.replace("pubblicazione = 2024-09-02", "giorno_norma = 2024-09-02"),
            "il giorno della pubblicazione, che qui non è noto.",
        ),
    ],
)
def test_the_words_of_a_moved_day(head: str, said: str) -> None:
    """What holds when a notice says nothing, and never that the act says nothing of it."""
    result = conforme(notice("", head), law())
    text = libro_conforme(result, bilancio(result), lang="it").testo().replace("\n   ", " ")

    assert f"Se l'avviso tace, i requisiti si guardano {said}" in text
    assert "L'atto non ne parla" not in text


def test_days_are_kept() -> None:
    """As they were written."""
    assert read(TOP + ROW)[0].giorno == date(2024, 9, 3)
