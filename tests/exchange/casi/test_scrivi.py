"""Cases written as the TOML that people write, and read again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from casa_model import Atteso, Caso, Esito, Euro, Fatti, Norma, edizione
from casa_model.exchange.casi import leggi_casi, scrivi_casi
from casa_model.rules.names import COMPONENTI
from casa_model.testing._households import questions

if TYPE_CHECKING:
    from casa_model.testing._households import Question

CRS = edizione().misure["crs-difficolta"]
ON = date(2024, 9, 2)


def test_a_case_to_be_written() -> None:
    """Money in quotes, days and truths plain, an empty outcome for a person to fill."""
    fatti = Fatti({"isee": Euro.parse("9360.00"), "componenti": 2, "riceve_crs_indigenza": False,
                   "scala_equivalenza": Decimal("1.57"), "data_contratto": ON})  # fmt: skip
    caso = Caso("isee-pari", fatti, on=ON, norma=Norma.parse("rr-11-2019, art. 6"), testo='un "sì"')

    assert scrivi_casi([caso], CRS, nome="crs-difficolta", testa="Da completare.\n\nLeggi.") == (
        "# Da completare.\n#\n# Leggi.\n\n"
        'formato = 1\nregole = "crs-difficolta"\n\n'
        '[[casi]]\ncodice = "isee-pari"\ntesto = "un \\"sì\\""\nnorma = "rr-11-2019, art. 6"\n'
        "al = 2024-09-02\n"
        '[casi.fatti]\nisee = "9360.00"\ncomponenti = 2\nriceve_crs_indigenza = false\n'
        'scala_equivalenza = "1.57"\ndata_contratto = 2024-09-02\n'
        '[casi.attesi]\nesito = ""\n'
    )


def test_what_is_expected_is_written_too() -> None:
    """All of it, the empty lists as well."""
    casi = (
        Caso(
            "uno",
            on=ON,
            atteso=Atteso(
                Esito.AMMESSO, Euro.parse("10.00"), (), (), (("servizi", Euro.parse("10.00")),)
            ),
        ),
        Caso("tre", on=ON, atteso=Atteso(Esito.AMMESSO, importo_da_scrivere=True)),
        Caso("quattro", on=ON, atteso=Atteso(importo_da_scrivere=True)),
        Caso("cinque", on=ON, atteso=Atteso(Esito.AMMESSO, Euro(0))),
        Caso("due", on=ON, nota="a\x7fb\nc", atteso=Atteso(Esito.NON_AMMESSO, motivi=("isee",))),
    )
    read = leggi_casi(scrivi_casi(casi, CRS, nome="crs-difficolta"), CRS, file="x.casi.toml")

    assert [(c.codice, c.atteso, c.nota) for c in read.casi] == [
        (c.codice, c.atteso, c.nota) for c in casi
    ]


@given(questions(), st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])))
def test_what_is_written_is_read_again(asked: Question, testo: str) -> None:
    """Any household of any measure: its facts, its members, and no more.

    But for an age that nobody stated beside a day of birth: whoever reads the file works it out.
    """
    assume(all("eta" in row or "data_nascita" not in row for row in asked.fatti.membri or ()))
    misura = asked.misura
    on = None if misura.calendario is not None else asked.on
    caso = Caso("uno", asked.fatti, on=on, testo=testo)

    text = scrivi_casi([caso], misura, nome=misura.codice)

    (read,) = leggi_casi(text, misura, file="x.casi.toml").casi
    assert (read.fatti, read.on, read.testo) == (caso.fatti, caso.on, caso.testo)


def test_how_many_members_stays_unknown() -> None:
    """Listing the members would say it: the file says that it is not known."""
    alloggi = edizione().misure["accesso-sap"]
    membri = [{"eta": Decimal(3)}] if any(f.nome == "eta" for f in alloggi.fatti) else [{}]
    text = scrivi_casi([Caso("uno", Fatti(membri=membri), on=ON)], alloggi, nome="x")

    assert f'ignoti = ["{COMPONENTI}"]' in text
    assert leggi_casi(text, alloggi, file="x.casi.toml").casi[0].fatti == Fatti(membri=membri)
