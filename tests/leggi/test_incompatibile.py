"""A notice may name a measure that the edition has not; it is told when it may be a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa import leggi_avviso

if TYPE_CHECKING:
    from casa_model import Letta
    from casa_model.rules.avviso import Avviso

FACT = """[fatti.riceve_energia_l2]
tipo = "bool"
etichetta = { it = "riceve L.2", en = "gets L.2" }
"""


def _notice(other: str, body: str = "") -> Letta[Avviso]:
    """A notice over the shipped edition, incompatible with `other`."""
    return leggi_avviso(f"""formato = 1
[avviso]
codice = "tradate-2024"
titolo = {{ it = "Avviso 2024", en = "Notice 2024" }}
ente = "Comune di Tradate"
misura = "crs-difficolta"
fonte = "pagina del Comune"
grado = "secondaria"
pubblicazione = 2024-10-27
incompatibile = ["{other}"]
incompatibile_fonte = {{ fonte = "s", grado = "secondaria" }}
{body}""")


def test_a_slip_has_a_near_miss() -> None:
    """In words, at its place; the requirement stands."""
    letta = _notice("energia-l2")
    (fault,) = letta.rilievi

    assert fault.riga("it") == (
        "avviso.toml:10:18: incompatibile-ignota: consiglio: la misura `energia-l2` non è tra "
        "quelle note; correggi il codice o, se è voluto, dichiara il fatto "
        "`riceve_energia_l2`; forse intendevi `energia-l1`?"
    )
    assert letta.valore.misura.requisiti[-1].codice == "non-riceve-energia-l2"


def test_what_is_known_or_declared_is_not_told() -> None:
    """A measure of the edition, or a fact of the notice."""
    assert _notice("energia-l1").rilievi == ()
    assert _notice("energia-l2", FACT).rilievi == ()


def test_the_measure_of_the_notice_is_no_near_miss() -> None:
    """Nobody excludes who receives the measure itself."""
    (fault,) = _notice("crs-difficolte").rilievi

    assert fault.vicino != "crs-difficolta"
