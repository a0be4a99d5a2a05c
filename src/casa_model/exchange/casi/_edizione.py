"""The worked cases that the edition ships with each measure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from casa_model.casa import edizione, file_dei_casi
from casa_model.exchange.casi._leggi import leggi_casi

if TYPE_CHECKING:
    from casa_model.exchange.casi._file import FileDiCasi


@cache
def casi_dell_edizione(codice: str) -> FileDiCasi:
    """The cases of the measure of the edition that has this code, worked by hand from the articles.

    Raises `UnknownName` when the edition has no such measure.
    """
    testo, file = file_dei_casi(codice)
    return leggi_casi(testo, edizione().misure[codice], file=file)
