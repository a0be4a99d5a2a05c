"""The assumptions that ship, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from casa_model.casa.edizione import edizione
from casa_model.casa.popolazione._leggi import leggi_ipotesi

if TYPE_CHECKING:
    from casa_model.casa.popolazione._ipotesi import Ipotesi

FILE: Final = "nuclei-immaginari.toml"
DATA: Final = files("casa_model").joinpath("data", "ipotesi", FILE)


@cache
def ipotesi() -> Ipotesi:
    """The shipped assumptions. Nothing in them is measured: no source gives a distribution."""
    return leggi_ipotesi(DATA.read_bytes(), file=FILE, fatti=edizione().fatti)
