"""Applications from NDJSON: one JSON object a line, the members in a list inside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from casa_model.errors import Faults
from casa_model.exchange import _ndjson
from casa_model.exchange._altrove import (
    DOMANDA,
    LISTA_MEMBRI,
    Altrove,
    dei_membri,
    del_nucleo,
)
from casa_model.exchange._celle import Guasto
from casa_model.exchange._colonne import (
    MEMBRI,
    RIFERIMENTO,
    Colonna,
    colonne_domande,
    colonne_membri,
    mostrabile,
    vicina,
)
from casa_model.exchange._raccolta import raccogli
from casa_model.exchange._riga import Riga
from casa_model.exchange._righe import decodifica, righe
from casa_model.rules.avviso import Avviso, measure_of
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.exchange.lette import Lette
    from casa_model.rules.misura import Misura

_LIST: Final = Colonna(
    nome=MEMBRI,
    leggi=lambda raw: raw if isinstance(raw, list) and raw else Guasto.ILLEGGIBILE,
    atteso=Testo(it="un elenco di almeno un oggetto", en="a list of at least one object"),
    esempio='`[{"eta": 41}]`',
)
_MEMBER: Final = evolve(
    _LIST, atteso=Testo(it="un elenco di soli oggetti", en="a list of nothing but objects")
)


def leggi_domande_ndjson(
    testo: str | bytes,
    avviso_o_misura: Avviso | Misura,
    *,
    file: str,
    progresso: Callable[[int], None] | None = None,
) -> Lette:
    """Read applications from NDJSON in UTF-8: one object a line, its keys the names of facts.

    Keys are those that `leggi_domande` takes as columns, and `membri`: a list of objects with
    member facts. A missing key, or `null`, is *not known*. Truths are `true` and `false`; amounts
    and numbers are JSON numbers, read by their digits and never through a float, or texts such as
    `"9360.00"`; days are texts `"2024-01-31"`. A line that is no such object, or repeats a key, is
    a fault of that row; the others are read.

    `progresso` is told how many rows were read, every thousand and at the end. Raises `InvalidFile`
    when the file is over 256 MiB, not UTF-8, or a spreadsheet.
    """
    misura = measure_of(avviso_o_misura)
    faults = Faults()
    text = decodifica(testo, file, faults) or ""
    faults.raise_if_grave()
    reader = _reader(file, colonne_domande(misura, "json"), colonne_membri(misura, "json"))
    rows: Iterator[Riga] = (reader(line, row) for line, row in righe(text))
    return raccogli(rows, None, MEMBRI, progresso, colonne=None)


@frozen
class _Chiavi:
    """The keys that an object may have; suggestions are remembered, as faults repeat."""

    colonne: Mapping[str, Colonna]
    altrove: Altrove
    vicina: Callable[[str], str | None]


def _keys(colonne: Mapping[str, Colonna], altrove: Altrove) -> _Chiavi:
    return _Chiavi(colonne, altrove, lru_cache(lambda name: vicina(name, colonne)))


def _reader(
    file: str, colonne: Mapping[str, Colonna], of_members: Mapping[str, Colonna]
) -> Callable[[int, str], Riga]:
    mine = {name: column for name, column in of_members.items() if name != RIFERIMENTO}
    known = _keys({**colonne, MEMBRI: _LIST}, dei_membri(mine, LISTA_MEMBRI))
    of_member = _keys(mine, del_nucleo(colonne, DOMANDA))

    def read(linea: int, text: str) -> Riga:
        found = _ndjson.oggetto(text)
        if isinstance(found, _ndjson.Rotta):
            return _broken(file, linea, found)
        riga = Riga(file, linea, _columns(text))
        riga.valori.update(_values(riga, found, known, ""))
        if found.get(RIFERIMENTO) is None:
            riga.difetto("riferimento-mancante", RIFERIMENTO)
        raw_members = riga.valori.pop(MEMBRI, None)
        if raw_members is None:
            return riga
        members = [
            _member(riga, raw, of_member, f"{MEMBRI}[{number}]")
            for number, raw in enumerate(raw_members)
        ]
        return evolve(riga, membri=members)

    return read


def _columns(text: str) -> Callable[[str], int]:
    """Where each key of a line stands; the line is read for it once, and only if asked."""
    found: dict[str, int] = {}

    def column(nome: str) -> int:
        if not found:
            found.update(_ndjson.colonne(text))
        return found.get(nome, 1)

    return column


def _broken(file: str, linea: int, rotta: _ndjson.Rotta) -> Riga:
    riga = Riga(file, linea, lambda _: rotta.colonna)
    if rotta.ripetuta is None:
        riga.difetto("ndjson-sintassi", "")
    else:
        name = rotta.ripetuta if mostrabile(rotta.ripetuta) else "…"
        riga.difetto("colonna-ripetuta", "", nome=name)
    return riga


def _member(riga: Riga, raw: object, known: _Chiavi, path: str) -> dict[str, Any]:
    if isinstance(raw, dict):
        return _values(riga, raw, known, f"{path}.")
    riga.guasta(Guasto.ILLEGGIBILE, _MEMBER, path)
    return {}


def _values(riga: Riga, found: dict[str, Any], known: _Chiavi, path: str) -> dict[str, Any]:
    """Return the known values of an object; its faults go to the row."""
    values: dict[str, Any] = {}
    for name, raw in found.items():
        column = known.colonne.get(name)
        if column is None and name in known.altrove.che:
            riga.difetto("colonna-altrove", path + name, **known.altrove.parole(name))
        elif column is None:
            shown = name if mostrabile(name) else "…"
            riga.difetto("colonna-ignota", path + name, vicino=known.vicina(name), nome=shown)
        elif raw is not None:
            value = column.leggi(raw)
            if isinstance(value, Guasto):
                riga.guasta(value, column, path + name)
            else:
                values[name] = value
    return values
