"""The presidi as CSV, and the whole programme as our own JSON."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from casa_model.exchange._cella_in_uscita import testo_cell
from casa_model.exchange.json import to_json
from casa_model.programma.riservati import senza_riservati
from casa_model.programma.servizi import Professione, TipoServizio
from casa_model.programma.territorio import Comune, Quartiere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.errors import Lang
    from casa_model.exchange.esiti import Separatore
    from casa_model.programma.presidi import Presidio
    from casa_model.programma.programma import Programma
    from casa_model.programma.servizi import RuoloOrganico

COLONNE: Final = (
    "codice",
    "nome",
    "ente",
    "comune",
    "quartiere",
    "indirizzo",
    "dal",
    "al",
    "servizi",
    "organico",
    "orari",
    "fonte",
)
"""The columns of a file of presidi."""

_JOIN: Final = " | "


def presidi_csv(
    programma: Programma,
    *,
    on: date,
    lang: Lang = "it",
    separatore: Separatore = ";",
    riservati: bool = False,
) -> str:
    """Write the presidi of a day as CSV with a header; what is not known is an empty cell.

    Several things in a cell stand between ` | `. `organico` has a number where it is known, and
    `orari` the hours with the days for which they are known. Reserved services, and the presidi
    that give nothing else, are left out unless `riservati`.
    """
    day = programma.il(on)
    seen = day if riservati else senza_riservati(day)
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separatore, lineterminator="\n")
    writer.writerow(COLONNE)
    for presidio in seen.presidi:
        writer.writerow(testo_cell(cell) for cell in _cells(seen, presidio, lang))
    return buffer.getvalue()


def programma_json(programma: Programma, *, riservati: bool = False) -> str:
    """Write a programme as JSON: ``from_json(text, Programma)`` gives it back.

    Where reserved services are given is left out unless `riservati`.
    """
    return to_json(programma if riservati else senza_riservati(programma))


def _cells(programma: Programma, presidio: Presidio, lang: Lang) -> Iterator[str]:
    yield presidio.codice
    yield presidio.nome.render(lang)
    yield programma.ente(presidio.ente).nome
    yield programma.trova(Comune, presidio.comune).nome
    quarter = presidio.quartiere
    yield "" if quarter is None else programma.trova(Quartiere, quarter).nome
    yield presidio.indirizzo or ""
    yield _day(presidio.dal)
    yield _day(presidio.al)
    names = (programma.trova(TipoServizio, each.servizio).nome for each in presidio.servizi)
    yield _JOIN.join(name.render(lang) for name in names)
    yield _JOIN.join(_role(programma, each, lang) for each in presidio.organico or ())
    yield _JOIN.join(each.render(lang) for each in presidio.orari)
    yield presidio.fonte.render({each.codice: each for each in programma.atti}, lang)


def _day(day: date | None) -> str:
    return "" if day is None else str(day)


def _role(programma: Programma, ruolo: RuoloOrganico, lang: Lang) -> str:
    name = programma.trova(Professione, ruolo.professione).nome.render(lang)
    return name if ruolo.quanti is None else f"{name}: {ruolo.quanti.render(lang)}"
