"""Trees built from Python are those that the text gives."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.errors import IllTyped, InvalidValue
from casa_model.rules import tree as t
from casa_model.rules.build import (
    al_massimo,
    almeno,
    anni_tra,
    arrotonda,
    conta,
    data,
    definizione,
    differenza,
    diverso,
    etichetta,
    falso,
    fatto,
    giorno,
    maggiore,
    massimo,
    membro,
    mesi_tra,
    minimo,
    minore,
    ne_vale_una,
    non,
    numero,
    parametro,
    piu_mesi,
    prodotto,
    qualcuno,
    se,
    somma,
    tabella,
    totale,
    tutti,
    uguale,
    uno_di,
    valgono_tutte,
    vero,
)
from casa_model.rules.names import Kind
from casa_model.rules.parse import parse

KINDS = dict.fromkeys(("isee", "area", "pagato", "contratto"), Kind.FATTO) | {
    "eta": Kind.MEMBRO,
    "ruolo": Kind.MEMBRO,
    "soglia": Kind.PARAMETRO,
    "scala": Kind.PARAMETRO,
    "base": Kind.DEFINIZIONE,
    "data_requisiti": Kind.GIORNO,
}
ISEE, SOGLIA, PAGATO = fatto("isee"), parametro("soglia"), fatto("pagato")
CONTRATTO, OGGI = fatto("contratto"), giorno("data_requisiti")
CONIUGE = uguale(membro("ruolo"), etichetta("coniuge"))

BUILT = {
    "vero": vero,
    "falso": falso,
    "-0.50": numero("-0.50"),
    "isee < soglia": minore(ISEE, SOGLIA),
    "isee <= soglia": al_massimo(ISEE, SOGLIA),
    "isee > soglia": maggiore(ISEE, SOGLIA),
    "isee >= soglia": almeno(ISEE, SOGLIA),
    "isee != soglia": diverso(ISEE, SOGLIA),
    "isee + soglia + base": totale(ISEE, SOGLIA, definizione("base")),
    "isee - soglia": differenza(ISEE, SOGLIA),
    "0.50 * isee": prodotto(numero("0.50"), ISEE),
    "min(isee, soglia)": minimo(ISEE, SOGLIA),
    "max(isee, soglia, 1)": massimo(ISEE, SOGLIA, numero("1")),
    "arrotonda(isee, 2)": arrotonda(ISEE, 2),
    "scala[min(isee, 5)]": parametro("scala", minimo(ISEE, numero("5"))),
    'area in {"accesso", "protezione"}': uno_di(
        fatto("area"), etichetta("accesso"), etichetta("protezione")
    ),
    "pagato and not pagato": valgono_tutte(PAGATO, non(PAGATO)),
    "pagato or vero": ne_vale_una(PAGATO, vero),
    "isee if pagato else soglia": se(PAGATO, ISEE, SOGLIA),
    'contratto < data("2024-09-01")': minore(CONTRATTO, data(date(2024, 9, 1))),
    "mesi_tra(contratto, data_requisiti)": mesi_tra(CONTRATTO, OGGI),
    "anni_tra(contratto, data_requisiti)": anni_tra(CONTRATTO, OGGI),
    "piu_mesi(contratto, 2)": piu_mesi(CONTRATTO, numero("2")),
    "qualcuno(membri, eta < 18)": qualcuno(minore(membro("eta"), numero("18"))),
    'tutti(membri, ruolo == "coniuge")': tutti(CONIUGE),
    'conta(membri, ruolo == "coniuge")': conta(CONIUGE),
    "somma(membri, eta)": somma(membro("eta")),
    'somma(membri, eta, ruolo == "coniuge")': somma(membro("eta"), CONIUGE),
}


@pytest.mark.parametrize(("text", "tree"), BUILT.items())
def test_a_built_tree_is_that_of_the_text(text: str, tree: t.Expr) -> None:
    """Node by node."""
    assert tree == parse(text, KINDS)


def test_a_table_is_built_row_by_row() -> None:
    """The text has none: it is written as rows of a file."""
    found = tabella([(PAGATO, ISEE)], SOGLIA, unica=True)

    assert found == t.Table((t.Row(PAGATO, ISEE),), SOGLIA, unique=True)


@pytest.mark.parametrize("text", ["", "1e3", ".5", "5.", "1_0", "+1", "01", " 1", "NaN", "٣"])
def test_a_number_is_read_strictly(text: str) -> None:
    """Digits, one point, a leading minus, and nothing else."""
    with pytest.raises(InvalidValue, match="the number cannot be read"):
        numero(text)


def test_a_part_that_is_no_node_is_refused() -> None:
    """A bare text or number has no meaning of its own."""
    with pytest.raises(IllTyped):
        minore("isee", SOGLIA)
    with pytest.raises(IllTyped):
        valgono_tutte(PAGATO)
