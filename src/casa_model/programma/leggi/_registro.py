"""From the file of a ledger to the ledger, or to every entry that it does not take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import NOTHING, fields

from casa_model.errors import InvalidValue, RefusedEntry, near
from casa_model.programma.leggi._shapes_registro import MovimentoShape, RegistroShape
from casa_model.programma.spesa import (
    Economia,
    Impegno,
    Liquidazione,
    Movimento,
    Registro,
    Rettifica,
    Revoca,
    Stanziamento,
)
from casa_model.values.sheet import Sheet

if TYPE_CHECKING:
    from casa_model.values import Fonte
    from casa_model.values.toml import KeyPath

TIPI: Final[dict[str, type]] = {
    "stanziamento": Stanziamento,
    "impegno": Impegno,
    "liquidazione": Liquidazione,
    "economia": Economia,
    "revoca": Revoca,
    "rettifica": Rettifica,
}
"""The words of `tipo`."""

_ALWAYS: Final = frozenset({"codice", "giorno", "atto"})
_OWN: Final = ("importo", "beneficiario", "progetto", "cup", "impegno", "movimento")
_THIS: Final = ("questo movimento", "this entry")

_UNKNOWN: Final = {"impegno-ignoto": "impegno", "rettifica-ignota": "corretto"}
"""The refusals of an entry that names another one, and where they say which."""


def leggi_registro(testo: str | bytes, *, file: str) -> Registro:
    """The ledger of a file: its line, and its entries in the order in which they were recorded.

    Raises `InvalidFile` with every fault: an entry that the ledger does not take is told with the
    code of its refusal, and those after it are read as if it were not there; what only follows
    from that (a payment of a commitment that was not taken) is not told.
    """
    sheet = Sheet(testo, file, {"atti": dict, "registro": dict, "movimenti": list})
    sheet.read_atti()
    shape = sheet.section(RegistroShape, "registro", wanted=True)
    named = shape is not None and sheet.code(shape.linea, ("registro", "linea"))
    registro = Registro(shape.linea if shape is not None and named else "non-nota")
    missing = set[str]()
    for path in sheet.rows("movimenti"):
        movimento = _entry(sheet, path)
        if movimento is None:
            missing.add(str(sheet.doc.data["movimenti"][path[-1]].get("codice")))
            continue
        try:
            registro = registro.registra(movimento)
        except RefusedEntry as error:
            data: dict[str, Any] = dict(error.data)
            if data.get(_UNKNOWN.get(error.codice, "")) not in missing:
                sheet.wrong(error.codice, path, **data)
            missing.add(movimento.codice)
    sheet.faults.raise_if_grave()
    return registro


def _entry(sheet: Sheet, path: KeyPath) -> Movimento | None:
    shape = sheet.shape(MovimentoShape, path)
    if shape is None:
        return None
    atto = sheet.fonte(shape, path, _THIS, graded=True)
    cls = TIPI.get(shape.tipo)
    if cls is None:
        listed = ", ".join(f"`{tipo}`" for tipo in TIPI)
        sheet.wrong(
            "movimento-ignoto",
            (*path, "tipo"),
            vicino=near(shape.tipo, TIPI),
            valore=shape.tipo,
            ammessi=listed,
        )
        return None
    return _made(sheet, path, shape, atto, cls)


def _made(
    sheet: Sheet, path: KeyPath, shape: MovimentoShape, atto: Fonte, cls: type
) -> Movimento | None:
    wanted = {each.name: each for each in fields(cls) if each.name not in _ALWAYS}
    given = {name: getattr(shape, name) for name in _OWN if getattr(shape, name) is not None}
    sound = True
    for name in given.keys() - wanted.keys():
        sound = False
        where = (*path, name)
        sheet.wrong("movimento-chiave", where, key=True, tipo=shape.tipo, chiave=name)
    for name, field in wanted.items():
        if name not in given and field.default is NOTHING:
            sound = False
            sheet.wrong("movimento-incompleto", path, tipo=shape.tipo, chiave=name)
    for name in ("beneficiario", "progetto"):
        if name in given:
            sound = sheet.code(given[name], (*path, name)) and sound
    if not sound:
        return None
    try:
        made: Movimento = cls(codice=shape.codice, giorno=shape.giorno, atto=atto, **given)
    except InvalidValue as error:
        sheet.refuse(path, error.testo("it"), error.testo("en"))
        return None
    return made
