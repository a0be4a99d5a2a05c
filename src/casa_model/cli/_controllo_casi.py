"""Whether a file of worked cases is written well: its names are those of the rules it is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from casa_model.casa import leggi_regole
from casa_model.errors import Fault, Place, near
from casa_model.exchange.casi import leggi_casi, regole_dei_casi
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.misura import Misura

CASI_CSV: Final = ".casi.csv"
"""How the name of a file of cases ends that is no TOML."""

_HEADS: Final = frozenset({"formato", "regole", "al", "casi"})
_EXAMPLE: Final = '`regole = "crs-difficolta"`'


def esamina_casi(raw: bytes, file: str, misure: Mapping[str, Misura]) -> tuple[Fault, ...]:
    """What is wrong with a file of cases, or advised, over the measures or the file that it names.

    Raises `InvalidFile` with the faults of the file, or of the rules that it names.
    """
    stated = regole_dei_casi(raw, file=file)
    place = _place_of_rules(raw, file)
    if stated is None:
        slip = regole_scritte_male(raw, file)
        if slip is not None:
            return (slip,)
        return (Fault("chiave-mancante", place, {"chiave": "regole", "esempio": _EXAMPLE}),)
    if stated in misure:
        return leggi_casi(raw, misure[stated], file=file).rilievi
    path = Path(file).parent / stated
    if not path.is_file():
        listed = ", ".join(f"`{codice}`" for codice in misure)
        words = {
            "motivo": f"`{stated}` non è un file né il codice di una misura; scrivi uno tra "
            f"{listed}, o il percorso di un file da questa cartella",
            "motivo_en": f"`{stated}` is neither a file nor the code of a measure; write one of "
            f"{listed}, or the path of a file from this folder",
        }
        return (Fault("valore-rifiutato", place, words, near(stated, misure)),)
    rules = leggi_regole(path.read_bytes(), file=str(path), misure=misure).valore
    return leggi_casi(raw, rules, file=file).rilievi


def regole_scritte_male(raw: bytes, file: str) -> Fault | None:
    """The fault of a TOML file of cases that misspells `regole`; None where it is not there."""
    if file.endswith(CASI_CSV):
        return None
    doc = read_toml(raw, file)
    key = near("regole", doc.data.keys() - _HEADS)
    if key is None:
        return None
    words = {"chiave": key, "ammesse": "`formato`, `regole`, `al`, `casi`"}
    return Fault("chiave-ignota", doc.key_place((key,)), words, "regole")


def _place_of_rules(raw: bytes, file: str) -> Place:
    if file.endswith(CASI_CSV):
        return Place(file, 1, 1)
    return read_toml(raw, file).place(("regole",))
