"""Assumptions for the tests of imaginary populations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa import edizione
from casa_model.casa.popolazione import leggi_ipotesi

if TYPE_CHECKING:
    from casa_model.casa.popolazione import Ipotesi

HEAD = """
formato = 1
[ipotesi]
titolo = { it = "Prova", en = "Trial" }
fonte = "prova"
grado = "derivata"
[predefinite]
ignoto = 2
soglie = 30
vero = 50
anni_prima = 20
[nucleo]
componenti = [1, 1]
membri_elencati = 90
"""


def assumed(more: str = "", head: str = HEAD) -> Ipotesi:
    """The assumptions of a text."""
    return leggi_ipotesi(head + more, file="ipotesi.toml", fatti=edizione().fatti)
