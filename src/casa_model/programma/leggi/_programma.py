"""From the files of a programme to the programme, or to everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from casa_model.errors import Faults, InvalidEntry, InvalidFile
from casa_model.programma._integrita import SECTIONS
from casa_model.programma.leggi import _linee as linee
from casa_model.programma.leggi import _presidi as presidi
from casa_model.programma.leggi import _shapes as shapes
from casa_model.programma.leggi import _territorio as territorio
from casa_model.programma.leggi._builder import Builder
from casa_model.programma.programma import Programma
from casa_model.values.sheet import Sheet

if TYPE_CHECKING:
    from casa_model.values import Atto
    from casa_model.values.toml import KeyPath

_Make: TypeAlias = Callable[[str, Any, Builder], Any]

READERS: Final[dict[str, tuple[type, _Make]]] = {
    "province": (shapes.ProvinciaShape, territorio.provincia),
    "comuni": (shapes.ComuneShape, territorio.comune),
    "aler": (shapes.AlerShape, territorio.aler),
    "quartieri": (shapes.QuartiereShape, territorio.quartiere),
    "professioni": (shapes.ProfessioneShape, territorio.professione),
    "standard": (shapes.StandardShape, territorio.standard),
    "servizi": (shapes.ServizioShape, territorio.servizio),
    "presidi": (shapes.PresidioShape, presidi.presidio),
    "piani": (shapes.PianoShape, linee.piano),
    "linee": (shapes.LineaShape, linee.linea),
    "dotazioni": (shapes.DotazioneShape, linee.dotazione),
    "concessioni": (shapes.ConcessioneShape, linee.concessione),
    "progetti": (shapes.ProgettoShape, linee.progetto),
    "fondi": (shapes.FondoShape, linee.fondo),
}
"""Section of a file → the shape of its entries, and how one is made."""

_TABLES: Final[dict[str, type]] = {"atti": dict, **dict.fromkeys(SECTIONS, dict)}


@frozen
class FileDelProgramma:
    """A file of the programme: its text, and the name that messages show."""

    testo: str | bytes
    file: str


def leggi_programma(files: Iterable[FileDelProgramma], *, trusted: bool = False) -> Programma:
    """The programme that some files make together, whichever holds what.

    `trusted` files are the shipped ones, read without the limits set for files of strangers.

    Raises `InvalidFile` with every fault of all files, each with its place: a fault in one entry
    does not hide those of the others, nor those between entries.
    """
    sheets: list[Sheet] = []
    unread = Faults()
    for each in files:
        try:
            sheets.append(Sheet(each.testo, each.file, _TABLES, trusted=trusted))
        except InvalidFile as error:
            unread.extend(error.faults)
    acts: dict[str, Atto] = {}
    for sheet in sheets:
        sheet.read_atti()
        acts |= sheet.atti
    reading = _Reading(sheets, acts)
    rows = {section: reading.section(section) for section in SECTIONS}
    programma = None
    try:
        programma = Programma(**rows, atti=tuple(acts.values()))
    except InvalidEntry as error:
        reading.tell(error)
    for sheet in sheets:
        unread.extend(sheet.faults.gravi)
    unread.raise_if_grave()
    assert programma is not None  # noqa: S101 - whatever keeps it from being made is a grave fault
    return programma


class _Reading:
    """Where each entry stands: its sheet, for faults that are found between entries."""

    def __init__(self, sheets: list[Sheet], acts: dict[str, Atto]) -> None:
        self._sheets = sheets
        self._places: dict[tuple[str, str], list[Sheet]] = {}
        self._broken: set[str] = set()
        for sheet in sheets:
            sheet.atti = acts

    def section(self, section: str) -> tuple[Any, ...]:
        """The entries of a section, those of every file; a faulty one is left out."""
        shape, make = READERS[section]
        found: list[Any] = []
        for sheet in self._sheets:
            for codice, path in sheet.table(section):
                entry = self._entry(sheet, codice, path, shape, make)
                if entry is None:
                    self._broken.add(codice)
                else:
                    self._places.setdefault((section, codice), []).append(sheet)
                    found.append(entry)
        return tuple(found)

    def _entry(self, sheet: Sheet, codice: str, path: KeyPath, cls: type, make: _Make) -> Any:  # noqa: ANN401 - an entry of any section
        named = sheet.code(codice, path, key=True)
        shape = sheet.shape(cls, path)
        if shape is None or not named:
            return None
        builder = Builder(sheet, path, shape)
        return builder.built(lambda: make(codice, shape, builder))

    def tell(self, error: InvalidEntry) -> None:
        """Tell what does not hold between entries, each in the file of its entry."""
        for problem in error.problems:
            section, codice, *_ = problem.where
            if problem.data.get("nome") in self._broken:
                continue  # the name is good: what it names has faults of its own, told already
            sheet = self._places[str(section), str(codice)][-1]
            key = problem.code == "voce-ripetuta"
            data: dict[str, Any] = dict(problem.data)
            sheet.wrong(problem.code, problem.where, key=key, vicino=problem.vicino, **data)
