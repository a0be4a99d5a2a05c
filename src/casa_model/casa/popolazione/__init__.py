"""Imaginary populations for those who have no data: drawn by assumptions that are written down."""

from casa_model.casa.popolazione._genera import MASSIMO, genera
from casa_model.casa.popolazione._ipotesi import Ipotesi, IpotesiFatto
from casa_model.casa.popolazione._leggi import leggi_ipotesi
from casa_model.casa.popolazione._soglie import linee_di, vicini
from casa_model.casa.popolazione._spedite import ipotesi

__all__ = [
    "MASSIMO",
    "Ipotesi",
    "IpotesiFatto",
    "genera",
    "ipotesi",
    "leggi_ipotesi",
    "linee_di",
    "vicini",
]
