"""Applications from a CSV, with the members of the households in a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.errors import Faults
from casa_model.exchange._altrove import FILE_DOMANDE, FILE_MEMBRI, dei_membri, del_nucleo
from casa_model.exchange._celle import only_decimali
from casa_model.exchange._colonne import RIFERIMENTO, colonne_domande, colonne_membri
from casa_model.exchange._foglio import apri
from casa_model.exchange._raccolta import raccogli
from casa_model.exchange._scrittura import spiegati
from casa_model.rules.avviso import Avviso, measure_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from casa_model.errors import Fault
    from casa_model.exchange._celle import Decimali
    from casa_model.exchange._riga import Riga
    from casa_model.exchange.lette import Lette
    from casa_model.rules.misura import Misura


def leggi_domande(  # noqa: PLR0913 - what to read, how it is written, whom to tell
    testo: str | bytes,
    avviso_o_misura: Avviso | Misura,
    *,
    file: str,
    decimali: Decimali | None,
    membri: str | bytes | None = None,
    file_membri: str = "membri.csv",
    progresso: Callable[[int], None] | None = None,
) -> Lette:
    """Read applications from a CSV in UTF-8, and their members from a second one.

    The header holds `riferimento` (compulsory, one for each application), `protocollo`,
    `data_domanda` (which may carry an hour) and names of household facts; `;` or `,` separates,
    as the header shows. One line is one row. An empty cell is *not known*; blanks around a cell
    are not part of it.

    - bool: `vero`, `falso` (or si, sì, no, true, false; capitals too)
    - euro: `9.360,00` with `decimali="it"`, `9360.00` with `"plain"`: always two decimals
    - numero(n): `12,5` or `12.5`, at most n decimals, no mark at the thousands
    - data: `2024-01-31`; with `decimali="it"` also `31/01/2024` and `31/1/2024`
    - scelta, codice: the code as it is

    The second file holds `riferimento` and names of member facts, one line a member; a household
    without lines there has an unknown list. A broken row is a fault and the others are read; so
    is a household with a broken member row, with over 30 members, with another number of
    `componenti`, or whose list may miss a row that belongs to nobody known. Where most decimals
    are written the other way, advice says so once, at the first row that shows it, with how many
    rows were not read for that: their faults are `spiegati`, and not among those to tell.

    `progresso` is told how many rows were read, every thousand and at the end. A hundred thousand
    rows take a few seconds. Raises `InvalidFile`, with all the faults of both files, when a file
    is over 256 MiB, not UTF-8, empty or a spreadsheet, when its header has an unknown or repeated
    column, lacks `riferimento` or is separated by tabs, or when a column has decimals and
    `decimali` is None: they are never guessed. Raises `InvalidValue` for another `decimali`.
    """
    misura = measure_of(avviso_o_misura)
    only_decimali(decimali)
    forma = decimali or "plain"
    faults = Faults()
    declared = decimali is not None
    mine, of_members = colonne_domande(misura, forma), colonne_membri(misura, forma)
    away = dei_membri(of_members, FILE_MEMBRI)
    sheets = [apri(testo, file, mine, away, dichiarati=declared, faults=faults)]
    rows_of_members: Iterable[Riga] | None = None
    if membri is not None:
        away = del_nucleo(mine, FILE_DOMANDE)
        second = apri(membri, file_membri, of_members, away, dichiarati=declared, faults=faults)
        sheets.append(second)
        rows_of_members = second.righe()
    faults.raise_if_grave()
    columns = [column.nome for sheet in sheets for column in sheet.colonne]
    rows = sheets[0].righe()
    lette = raccogli(rows, rows_of_members, RIFERIMENTO, progresso, colonne=columns)
    advice: list[Fault] = []
    explained: list[Fault] = []
    for sheet in sheets:
        found = sheet.scrittura.consiglio(sheet.file, forma)
        if found is not None:
            advice.append(found)
            explained += sheet.scrittura.altre
    return evolve(
        lette,
        difetti=tuple(sorted((*advice, *lette.difetti), key=lambda fault: fault.place)),
        spiegati=spiegati(explained, lette.difetti),
    )
