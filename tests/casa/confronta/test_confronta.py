"""What changes between two versions, in words; what cannot change an answer is not told."""

from __future__ import annotations

from datetime import date

import pytest
from casa.confronta.rules import FREE, LAW, ON, changed, measure, of_notice, version
from casa.imaginary_law import FATTI

from casa_model.casa.confronta import (
    Confronto,
    Effetto,
    Parte,
    Prova,
    Trovato,
    Versione,
    confronta,
    libro_di,
)
from casa_model.errors import IllTyped, InvalidValue, WrongDay
from casa_model.rules.avviso import Operazione
from casa_model.rules.leggi import leggi_fatti, leggi_misura
from casa_model.rules.quesiti import Confini, Risposta

THRESHOLD = ("9360.00", "8000.00")
LATER = '{ dal = 2030-01-01, valore = "1.00", fonte = "e", grado = "derivata" }'
NEW = """[[requisiti]]
codice = "nuovo"
fonte = "esempio"
grado = "derivata"
testo = { it = "nuovo", en = "new" }
condizione = "sano"
"""


def told(
    confronto: Confronto,
) -> dict[tuple[Parte, str], tuple[Operazione, str | None, str | None]]:
    """What changes, by part and name."""
    return {
        (c.parte, c.nome): (
            c.operazione,
            None if c.prima is None else c.prima.it,
            None if c.ora is None else c.ora.it,
        )
        for c in confronto.cambiamenti
    }


def test_a_number() -> None:
    """Its value then and now, each with its source."""
    found = told(confronta(version(), version(THRESHOLD)))

    assert found == {
        (Parte.PARAMETRO, "soglia"): (
            Operazione.SOSTITUISCE,
            "9.360,00 € — esempio [derivata]",
            "8.000,00 € — esempio [derivata]",
        )
    }


def test_of_a_table_only_the_rows_that_change() -> None:
    """The row for two, and a row that comes or goes is told on its side alone."""
    found = told(confronta(version(), version(('"1.57"', '"1.60"'))))

    assert found[Parte.PARAMETRO, "scala"][1:] == (
        "2: 1,57 — e [derivata]",
        "2: 1,60 — e [derivata]",
    )
    shorter = [
        ('indice = ["1..3"]', 'indice = ["1..2"]'),
        ("scala[componenti]", "scala[min(componenti, 2)]"),
    ]
    row = LAW[LAW.index("  { chiave = [3]") : LAW.index("]\n[parametri.parte]")]
    found = told(confronta(version(), version(*shorter, (row, ""))))
    assert found[Parte.PARAMETRO, "scala"][1:] == ("3: 2,04 — e [derivata]", "3: —")


def test_a_requirement_changes_comes_and_goes() -> None:
    """Its condition and its derogation in words, beside its source."""
    other = version(("isee < soglia", "isee <= soglia"))
    what, before, now = told(confronta(version(), other))[Parte.REQUISITO, "isee"]

    assert what is Operazione.SOSTITUISCE
    assert before is not None
    assert now is not None
    assert "«ISEE» è inferiore a «soglia» (9.360,00 €)" in before
    assert "«ISEE» non supera «soglia» (9.360,00 €)" in now
    assert "in deroga (esempio [derivata])" in now
    more = ("[importo]\n", NEW + "[importo]\n")
    assert told(confronta(version(), version(more)))[Parte.REQUISITO, "nuovo"][:2] == (
        Operazione.AGGIUNGE,
        None,
    )
    assert told(confronta(version(more), version()))[Parte.REQUISITO, "nuovo"][::2] == (
        Operazione.TOGLIE,
        None,
    )


def test_an_unread_requirement() -> None:
    """What nobody has read is said to be so."""
    text = NEW.replace('condizione = "sano"', "non_visto = true")
    unread = ("[importo]\n", text + "[importo]\n")
    now = told(confronta(version(), version(unread)))[Parte.REQUISITO, "nuovo"][2]

    assert now is not None
    assert "nessuno" in now


def test_definitions_facts_amount() -> None:
    """A table row by row, a fact by its declaration, the amount as a person would explain it."""
    swaps = (
        ("area == 'nord'", "area == 'sud'"),
        ('massimo = "9.00"', 'massimo = "8.00"'),
        ('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""),
    )
    found = told(confronta(version(), version(*swaps[::2])))
    assert found[Parte.DEFINIZIONE, "fascia"][1] != found[Parte.DEFINIZIONE, "fascia"][2]
    assert found[Parte.IMPORTO, ""][0] is Operazione.SOSTITUISCE
    gone = told(confronta(version(), version(("dal < data_requisiti", "sano"))))
    assert gone[Parte.FATTO, "dal"][::2] == (Operazione.TOGLIE, None)
    assert gone[Parte.GIORNO, "data_requisiti"][::2] == (Operazione.TOGLIE, None)


def test_notices() -> None:
    """Their days, terms and money; a ranking that comes with the notice."""
    other = of_notice(
        ("pubblicazione = 2024-09-02", "pubblicazione = 2024-09-01"),
        ("apertura = 2024-09-02\n", ""),
        ("2024-09-30T12:00:00", "2024-09-30"),
        ('"-isee"', '"isee"'),
    )  # fmt: skip
    found = told(confronta(Versione(of_notice()), Versione(other)))
    homes = Versione(of_notice(('dotazione = "120.00"', "alloggi = 3"), law=(FREE,)))
    money = told(confronta(Versione(of_notice()), homes))

    assert found[Parte.GIORNO, "data_requisiti"][1:] == ("2 settembre 2024", "1º settembre 2024")
    assert found[Parte.TERMINI, "apertura"] == (Operazione.TOGLIE, "2 settembre 2024", None)
    assert found[Parte.TERMINI, "chiusura"][1:] == (
        "30 settembre 2024 alle 12:00",
        "30 settembre 2024",
    )
    poor = Versione(of_notice(('[risorse]\ndotazione = "120.00"\n', "")))
    lost = told(confronta(Versione(of_notice()), poor))

    assert lost[Parte.DOTAZIONE, ""] == (Operazione.TOGLIE, "120,00 € — esempio [derivata]", None)
    assert money[Parte.IMPORTO, ""][0] is Operazione.TOGLIE
    assert money[Parte.DOTAZIONE, ""][1:] == (
        "120,00 € — esempio [derivata]",
        "alloggi: 3 — esempio [derivata]",
    )
    assert found[Parte.GRADUATORIA, ""][0] is Operazione.SOSTITUISCE
    found = told(confronta(version(), Versione(of_notice())))
    assert found[Parte.GRADUATORIA, ""][:2] == (Operazione.AGGIUNGE, None)


def test_an_age_counts_the_day() -> None:
    """A member's age is reckoned on the day of the requisites, also where no rule reads the day."""
    facts = (
        '[fatti.eta]\ntipo = "numero(0)"\nmembro = true\nminimo = 0\nmassimo = 130\n'
        'etichetta = { it = "età", en = "age" }\n'
    )
    text = changed(LAW, (" and dal < data_requisiti", " and qualcuno(membri, eta < 18)"))
    known = leggi_fatti(FATTI + facts, file="fatti.toml")
    misura = leggi_misura(text, file="misura.toml", fatti=known, norme={}).valore
    found = confronta(Versione(misura, on=ON), Versione(misura, on=date(2025, 9, 2)))

    assert set(told(found)) == {(Parte.GIORNO, "data_requisiti")}
    assert found.solo_il_giorno
    assert "cambia solo il giorno" in libro_di(found, lang="it").testo()


def test_what_cannot_change_an_answer() -> None:
    """Words, sources, order, numbers out of force: nothing is told, and that texts differ is."""
    end = " }]\n[parametri.scala]"
    later = (end, end.replace("}]", f"}}, {LATER}]"))
    other = version(('it = "soglia"', 'it = "la soglia"'), later)
    found = confronta(version(), other)

    assert found.uguale
    assert not found.solo_il_giorno
    assert found.testi_diversi
    assert "Non cambia nulla" in libro_di(found, lang="it").testo()
    assert "I testi sono diversi" in libro_di(found, lang="it").testo()
    same = confronta(version(), version())
    assert same.uguale
    assert not same.testi_diversi
    assert "The texts say the same things too." in libro_di(same, lang="en").testo()


def test_other_days_in_force() -> None:
    """A measure that ends answers nobody after: it is told, whatever the day compared."""
    ends = ("vigenza = { dal = 2020-01-01 }", "vigenza = { dal = 2020-01-01, al = 2025-12-31 }")
    found = confronta(version(), version(ends))
    nobody = Prova(Effetto.PERDE, Trovato(Risposta.NO, Confini(None, ())))
    text = libro_di(found, lang="it", prove=[nobody]).testo()

    assert told(found) == {
        (Parte.VIGENZA, ""): (
            Operazione.SOSTITUISCE,
            "In vigore dal 1º gennaio 2020.",
            "In vigore dal 1º gennaio 2020 al 31 dicembre 2025.",
        )
    }
    assert not found.uguale
    assert "1. Cambiato: i giorni in cui risponde" in text
    assert "Le due regole non rispondono negli stessi giorni" in text
    of_day = confronta(Versione(of_notice()), Versione(of_notice(law=(ends,))))
    assert told(of_day) == {}  # a notice answers by the law of its day
    beside = confronta(Versione(of_notice()), version(ends))
    assert Parte.VIGENZA not in {each.parte for each in beside.cambiamenti}


def test_two_days_of_one_measure() -> None:
    """Only the day of the requisites moves, where the law is the same and a rule reads the day."""
    found = confronta(version(), version(on=date(2025, 1, 1)))

    assert [(c.parte, c.nome) for c in found.cambiamenti] == [(Parte.GIORNO, "data_requisiti")]
    assert found.solo_il_giorno


def test_a_book_has_both_sides() -> None:
    """Each change under its own name, before and now."""
    text = libro_di(confronta(version(), version(THRESHOLD)), lang="it").testo()

    assert text.startswith("Che cosa cambia: Prova\n")
    assert "1. Cambiato: soglia\n   Prima:\n   9.360,00 €" in text
    added = libro_di(confronta(version(), Versione(of_notice())), lang="en").markdown()
    assert "Added: the ranking" in added
    assert (
        "Removed: the ranking"
        in libro_di(confronta(Versione(of_notice()), version()), lang="en").markdown()
    )


def test_refusals() -> None:
    """Other measures, no day, what is no version, a day out of force."""
    with pytest.raises(InvalidValue, match="two measures"):
        confronta(version(), version(('codice = "prova"', 'codice = "altra"')))
    with pytest.raises(IllTyped, match="add `on`"):
        Versione(measure())
    with pytest.raises(IllTyped, match="pass a `Misura`"):
        Versione("prova")  # type: ignore[arg-type]
    with pytest.raises(IllTyped, match="two versions"):
        confronta(measure(), version())  # type: ignore[arg-type]
    with pytest.raises(WrongDay):
        version(on=date(2019, 1, 1))


def test_a_version_of_a_notice() -> None:
    """A notice has its day; its measure, passed alone, too."""
    avviso = of_notice()

    assert Versione(avviso, on=ON).giorno == ON
    assert Versione(avviso.misura).avviso.misura == avviso.misura
    assert Versione(avviso).base == "prova"
    with pytest.raises(WrongDay):
        Versione(avviso, on=date(2024, 9, 3))
