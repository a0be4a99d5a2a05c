"""The shipped edition: facts, acts and measures, as data with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from attrs import frozen

from casa_model.errors import UnknownName
from casa_model.rules.facts import Fatto
from casa_model.rules.leggi import Norme, leggi_atti, leggi_fatti, leggi_misura, leggi_norme
from casa_model.rules.misura import Misura
from casa_model.values import Atto, FrozenMap

DATA: Final = files("casa_model").joinpath("data")
FATTI: Final = "fatti.toml"


@frozen
class Edizione:
    """What this version of the library ships: read once, never changed."""

    fatti: tuple[Fatto, ...]
    atti: Mapping[str, Atto]
    norme: Mapping[str, Norme]
    misure: Mapping[str, Misura]


@cache
def edizione() -> Edizione:
    """The shipped edition. It is immutable, so that reading it once is the same as each time."""
    fatti = leggi_fatti(DATA.joinpath(FATTI).read_text("utf-8"), file=FATTI)
    sources = _texts("norme")
    atti = {atto.codice: atto for text, file in sources for atto in leggi_atti(text, file=file)}
    norme = {
        each.codice: each
        for text, file in sources
        for each in [leggi_norme(text, file=file, fatti=fatti, atti=atti.values())]
    }
    misure = {
        misura.codice: misura
        for text, file in _texts("misure")
        for misura in [leggi_misura(text, file=file, fatti=fatti, norme=norme).valore]
    }
    return Edizione(fatti, FrozenMap(atti), FrozenMap(norme), FrozenMap(misure))


def file_dei_casi(codice: str) -> tuple[str, str]:
    """The file of worked cases that is shipped with a measure: its text, and its name.

    `casa_model.exchange.casi.casi_dell_edizione` reads it. Raises `UnknownName` when the edition
    has no measure with this code.
    """
    known = edizione().misure
    if codice not in known:
        listed = ", ".join(f"`{each}`" for each in known)
        raise UnknownName(
            it=f"`{codice}` non è una misura dell'edizione; scrivi uno tra {listed}",
            en=f"`{codice}` is not a measure of the edition; write one of {listed}",
        )
    file = f"{codice}.casi.toml"
    return DATA.joinpath("casi", file).read_text("utf-8"), file


def _texts(room: str) -> list[tuple[str, str]]:
    """The rule files of a folder of the shipped data, in order of name, with their names."""
    found = sorted(DATA.joinpath(room).iterdir(), key=lambda each: each.name)
    return [(f.read_text("utf-8"), f.name) for f in found if f.name.endswith(".toml")]
