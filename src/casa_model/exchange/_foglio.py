"""A CSV whose header has been read: its separator, its columns, its rows one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.errors import Place
from casa_model.exchange._celle import Guasto
from casa_model.exchange._colonne import Colonna, mostrabile, vicina
from casa_model.exchange._riga import Riga
from casa_model.exchange._righe import celle, colonna, colonne, decodifica, righe
from casa_model.exchange._scrittura import Scrittura

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from casa_model.errors import Faults
    from casa_model.exchange._altrove import Altrove


@frozen
class Foglio:
    """The sheet: `colonne` in the order of the header; `dopo` is the line of the header."""

    file: str
    testo: str = field(repr=False)
    separatore: str
    colonne: tuple[Colonna, ...]
    dopo: int
    scrittura: Scrittura = field(factory=Scrittura)
    """What the rows read so far say of how decimals are written."""

    def righe(self) -> Iterator[Riga]:
        """Yield every row; one whose cells are all empty is no row."""
        for linea, text in righe(self.testo):
            if linea > self.dopo:
                cells = celle(text, self.separatore)
                if isinstance(cells, int) or any(map(str.strip, cells)):
                    yield self._riga(linea, text, cells)

    def _riga(self, linea: int, text: str, cells: list[str] | int) -> Riga:
        if isinstance(cells, int):
            riga = Riga(self.file, linea, lambda _: cells)
            riga.difetto("virgolette-malformate", "")
        elif len(cells) != len(self.colonne):
            at = colonna(text, self.separatore, min(len(cells), len(self.colonne)))
            riga = Riga(self.file, linea, lambda _: at)
            riga.difetto("riga-malformata", "", trovate=len(cells), attese=len(self.colonne))
        else:
            riga = Riga(self.file, linea, partial(self._column, text))
            self._leggi(riga, cells)
        return riga

    def _leggi(self, riga: Riga, cells: list[str]) -> None:
        values = riga.valori
        for column, cell in zip(self.colonne, cells, strict=True):
            text = cell if column.intatta else cell.strip()
            if text:
                value = column.leggi(text)
                if isinstance(value, Guasto):
                    riga.guasta(value, column, column.nome)
                    if column.altra is not None and not isinstance(column.altra(text), Guasto):
                        self.scrittura.altre.append(riga.difetti[-1])
                else:
                    values[column.nome] = value
                    if column.con_decimali and ("." in text or "," in text):
                        self.scrittura.sue += 1
            elif column.obbligatoria is not None:
                riga.difetto(column.obbligatoria, column.nome)

    def _column(self, text: str, nome: str) -> int:
        names = [column.nome for column in self.colonne]
        return colonna(text, self.separatore, names.index(nome))


def apri(  # noqa: PLR0913 - what to read, what it may hold, whom to tell
    raw: str | bytes,
    file: str,
    ammesse: Mapping[str, Colonna],
    altrove: Altrove,
    *,
    dichiarati: bool,
    faults: Faults,
) -> Foglio:
    """Read the header of a CSV, its faults into the basket: the sheet is sound if there are none.

    `altrove` are the columns of the other file; `dichiarati` says whether the caller has declared
    how decimals are written.
    """
    text = decodifica(raw, file, faults)
    if text is None:
        return Foglio(file, "", ";", (), 1)
    first = next(righe(text), None)
    if first is None:
        faults.add("domande-vuote", Place(file, 1, 1))
        return Foglio(file, text, ";", (), 1)
    line, header = first
    separator = "," if "," in header else ";"
    here = partial(Place, file, line)
    names = celle(header, separator)
    if isinstance(names, int):
        faults.add("virgolette-malformate", here(names))
        names = []
    elif separator == "," and ";" in header:
        faults.add("separatore-ambiguo", here(min(header.index(","), header.index(";")) + 1))
        names = []
    elif len(names) == 1 and "\t" in header.strip():
        faults.add("separatore-ignoto", here(header.index("\t") + 1))
        names = []
    else:
        names = [name.strip() for name in names]
        places = [here(start) for start in colonne(header, separator)]
        _judge(list(zip(names, places, strict=True)), ammesse, altrove, dichiarati, faults)
    columns = tuple(ammesse[name] for name in names if name in ammesse)
    return Foglio(file, text, separator, columns, line)


def _showable(name: str, ammesse: Mapping[str, Colonna]) -> bool:
    """Whether an unknown name may be repeated; `attesi.inporto` where there are such names."""
    head, dot, rest = name.partition(".")
    if dot and any(column.startswith(f"{head}.") for column in ammesse):
        return mostrabile(rest)
    return mostrabile(name)


def _judge(
    header: list[tuple[str, Place]],
    ammesse: Mapping[str, Colonna],
    altrove: Altrove,
    dichiarati: bool,  # noqa: FBT001 - private, called once
    faults: Faults,
) -> None:
    names = [name for name, _ in header]
    wanted = [column.nome for column in ammesse.values() if column.obbligatoria is not None]
    for name in wanted:
        if name not in names:
            faults.add("colonna-mancante", header[0][1], nome=name)
    seen: set[str] = set()
    undeclared: list[tuple[str, Place]] = []
    named = _is_header(names, wanted, {*ammesse, *altrove.che})
    for number, (name, place) in enumerate(header, start=1):
        if name in altrove.che and name not in ammesse:
            faults.add("colonna-altrove", place, **altrove.parole(name))
        elif name not in ammesse:
            # A file without a header has cells here: only what is surely a name is repeated.
            miss = vicina(name, ammesse) if named else None
            shown = name if named and _showable(name, ammesse) else number
            faults.add("colonna-ignota", place, vicino=miss, nome=shown)
        elif name in seen:
            faults.add("colonna-ripetuta", place, nome=name)
        elif ammesse[name].con_decimali and not dichiarati:
            undeclared.append((name, place))
        seen.add(name)
    if undeclared:
        told = ", ".join(f"`{name}`" for name, _ in undeclared)
        faults.add("decimali-non-dichiarati", undeclared[0][1], nomi=told)


def _is_header(names: list[str], wanted: list[str], known: Container[str]) -> bool:
    """Whether the first line is surely a header, and no row of somebody's data."""
    sure = sum(name in known for name in names)
    return set(wanted) <= set(names) or (sure > 1 and sure * 2 >= len(names))
