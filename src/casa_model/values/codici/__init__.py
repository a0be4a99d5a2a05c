"""Codes that others assign: a text of one exact form, checked and never looked up."""

from casa_model.values.codici.cig import Cig
from casa_model.values.codici.comune import CodiceComune
from casa_model.values.codici.cup import Cup
from casa_model.values.codici.nuts import Nuts3

__all__ = ["Cig", "CodiceComune", "Cup", "Nuts3"]
