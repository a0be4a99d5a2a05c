from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.casa import Decisione, EsitoDomanda, Scarto
from casa_model.errors import InvalidValue
from casa_model.exchange import esiti_csv, esiti_ndjson, leggi_domande
from casa_model.exchange.esiti import COLONNE
from casa_model.graduatorie import Graduatoria, Posizione, Stato
from casa_model.rules.esito import Esito, Finding, Verdict
from casa_model.rules.facts import Fatti
from casa_model.values import Euro, Fonte, Grado, Norma, Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

DAY = date(2024, 1, 1)
SAID = Testo(it="detto", en="said")
FONTE = Fonte(Grado.ATTO, norma=Norma.parse("rr-11-2019, art. 6, c. 1, lett. c"))
OTHER = Fonte(Grado.SECONDARIA, testo="pagina del Comune")


DUE = Euro(270000)


def _admitted(amount: Euro | None = DUE) -> Verdict:
    findings = (Finding("isee", SAID, FONTE, esito=True),)
    return Verdict("prova", DAY, Esito.AMMESSO, findings, importo=amount)


def _refused() -> Verdict:
    findings = (
        Finding("isee", SAID, FONTE, esito=False),
        Finding("area", SAID, FONTE, esito=None, mancano=("area",)),
        Finding("non-riceve", SAID, OTHER, esito=False),
    )
    return Verdict("prova", DAY, Esito.NON_AMMESSO, findings)


@pytest.fixture
def decisione(avviso: Avviso) -> Decisione:
    """One application of each kind, one of them paid in part."""
    to_complete = Verdict("prova", DAY, Esito.DA_COMPLETARE, (), mancano=("isee", "membri"))
    warning = Testo(it="la scala; non torna", en="the scale; does not fit")
    place = Posizione(
        1, "A", Euro(270000), Euro(251890), (("servizi", Euro(251890)),), Stato.PARZIALE
    )
    return Decisione(
        avviso,
        (
            EsitoDomanda("A", _admitted(), (warning, SAID), Fatti({"isee": Euro(123456)})),
            EsitoDomanda("B", _refused()),
            EsitoDomanda("C", to_complete),
        ),
        (Scarto("D", SAID),),
        Graduatoria((place,), None, None),
    )


def test_the_outcomes_in_italian(decisione: Decisione) -> None:
    """A comma before the cents, and each reason beside its article."""
    article = "r.r. 11/2019, art. 6, c. 1, lett. c) [dall'atto]"

    assert esiti_csv(decisione) == (
        "riferimento;esito;importo;rango;stato;pagato;motivi;mancano;avvertenze\n"
        'A;ammesso;2700,00;1;parziale;2518,90;;;"la scala; non torna | detto"\n'
        f"B;non-ammesso;;;;;isee: detto — {article} | "
        "non-riceve: detto — pagina del Comune [da fonte secondaria];;\n"
        "C;da-completare;;;;;;isee | membri;\n"
        "D;non-decisa;;;;;;;detto\n"
    )


def test_the_outcomes_in_english_with_commas(decisione: Decisione) -> None:
    """A point before the cents; codes stay as they are."""
    lines = esiti_csv(decisione, lang="en", separatore=",").splitlines()

    assert lines[1:4:2] == [
        "A,ammesso,2700.00,1,parziale,2518.90,,,the scale; does not fit | said",
        "C,da-completare,,,,,,isee | membri,",
    ]


def test_the_outcomes_as_objects(decisione: Decisione) -> None:
    """Amounts are texts, several things are lists, what there is not is null."""
    rows = [json.loads(line) for line in esiti_ndjson(decisione).splitlines()]
    empty = dict.fromkeys(COLONNE) | {"motivi": [], "mancano": [], "avvertenze": []}

    assert rows == [
        empty
        | {"riferimento": "A", "esito": "ammesso", "importo": "2700.00", "rango": 1}
        | {"stato": "parziale", "pagato": "2518.90"}
        | {"avvertenze": ["la scala; non torna", "detto"]},
        empty
        | {"riferimento": "B", "esito": "non-ammesso"}
        | {
            "motivi": [
                {
                    "codice": "isee",
                    "testo": "detto",
                    "fonte": "r.r. 11/2019, art. 6, c. 1, lett. c) [dall'atto]",
                },
                {
                    "codice": "non-riceve",
                    "testo": "detto",
                    "fonte": "pagina del Comune [da fonte secondaria]",
                },
            ]
        },
        empty | {"riferimento": "C", "esito": "da-completare", "mancano": ["isee", "membri"]},
        empty | {"riferimento": "D", "esito": "non-decisa", "avvertenze": ["detto"]},
    ]
    assert [list(row) for row in rows] == [list(COLONNE)] * 4


def test_without_a_ranking_nobody_has_a_place(avviso: Avviso) -> None:
    """And an amount of 0,00 is not an absent one."""
    decisione = Decisione(
        avviso,
        (EsitoDomanda("A", _admitted(Euro(0))), EsitoDomanda("B", _admitted(None))),
    )

    assert esiti_csv(decisione).splitlines()[1:] == ["A;ammesso;0,00;;;;;;", "B;ammesso;;;;;;;"]


@pytest.mark.parametrize("riferimento", ["=1+1", "+A", "-A", "@A", "\uff1dA", " A", "A\n", ""])
def test_a_reference_that_a_spreadsheet_would_run_is_refused(
    riferimento: str, avviso: Avviso
) -> None:
    """NDJSON carries it as it is."""
    decisione = Decisione(avviso, (EsitoDomanda(riferimento, _admitted()),))

    assert json.loads(esiti_ndjson(decisione))["riferimento"] == riferimento
    with pytest.raises(InvalidValue, match="formula sign"):
        esiti_csv(decisione)


def test_a_text_that_begins_a_formula_gets_an_apostrophe(avviso: Avviso) -> None:
    """The text of a notice is that of a stranger."""
    warning = Testo(it="=HYPERLINK()", en="-1")
    decisione = Decisione(avviso, (EsitoDomanda("A", _admitted(), (warning,)),))

    assert [esiti_csv(decisione, lang=lang).splitlines()[1] for lang in ("it", "en")] == [
        "A;ammesso;2700,00;;;;;;'=HYPERLINK()",
        "A;ammesso;2700.00;;;;;;'-1",
    ]


@given(
    riferimento=st.text(min_size=1),
    separatore=st.sampled_from([";", ","]),
    lang=st.sampled_from(["it", "en"]),
)
def test_a_reference_that_was_read_is_found_again(
    misura: Misura, avviso: Avviso, riferimento: str, separatore: str, lang: Lang
) -> None:
    """To the letter, whatever it is made of."""
    quoted = riferimento.replace('"', '""')
    read = leggi_domande(f'riferimento\n"{quoted}"\n', misura, file="d.csv", decimali=None)
    again: list[str] = []
    for domanda in read.domande:
        decisione = Decisione(avviso, (EsitoDomanda(domanda.riferimento, _admitted()),))
        text = esiti_csv(decisione, lang=lang, separatore=separatore)
        again += [row[0] for row in csv.reader(io.StringIO(text), delimiter=separatore)][1:]

    assert again == [domanda.riferimento for domanda in read.domande]
