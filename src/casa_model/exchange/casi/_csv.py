"""Cases from CSV: one row a case, for households without members."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from casa_model.errors import Faults, InvalidValue, Place
from casa_model.exchange._altrove import Altrove, dei_membri
from casa_model.exchange._celle import Guasto, giorno
from casa_model.exchange._colonne import Colonna, colonna_del_fatto
from casa_model.exchange._foglio import apri
from casa_model.exchange._righe import decodifica, righe
from casa_model.exchange.casi._attesi import atteso_di, norma_nota
from casa_model.exchange.casi._file import FileDiCasi
from casa_model.exchange.casi._testa import testa_di
from casa_model.readers.cases import Caso
from casa_model.rules.facts import Fatti
from casa_model.rules.names import CODE
from casa_model.rules.types import parse_type
from casa_model.values import Norma, Testo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from casa_model.exchange._celle import Decimali
    from casa_model.exchange._riga import Riga
    from casa_model.exchange.casi._regole import Regole

_ATTESI: Final = "attesi."
_OF_THE_CASE: Final = ("codice", "testo", "nota", "norma", "al")
_EXAMPLE: Final = "codice;al;isee;attesi.esito"
_NONE: Final = "nessuno"
_BETWEEN: Final = re.compile(r"[\s,;]+")
_TOML: Final = Testo(
    it="in un file di casi TOML, che ha anche `[[casi.membri]]`, `come`, `ignoti` e `voci`",
    en="in a TOML file of cases, which has `[[casi.membri]]`, `come`, `ignoti` and `voci` too",
)
_NOT_HERE: Final = Testo(
    it="una cosa che un CSV di casi non sa dire, non una colonna",
    en="something that a CSV of cases cannot state, not a column",
)
_OF_TOML: Final = ("membri", "casi.membri", "come", "ignoti", "voci", f"{_ATTESI}voci")


def leggi_csv(
    testo: str | bytes, regole: Regole, *, file: str, decimali: Decimali | None
) -> FileDiCasi:
    """Read the cases of a CSV. Raises `InvalidFile` with every fault."""
    faults = Faults()
    text = decodifica(testo, file, faults)
    faults.raise_if_grave()
    head = testa_di(text or "", file, faults)
    if next(righe(head.testo), None) is None:
        faults.add("casi-vuoti", Place(file, 1, 1), esempio=_EXAMPLE)
    faults.raise_if_grave()
    declared = decimali or head.decimali
    columns = _columns(regole, declared or "plain")
    away = _away(regole)
    sheet = apri(head.testo, file, columns, away, dichiarati=declared is not None, faults=faults)
    faults.raise_if_grave()
    casi: list[Caso] = []
    lines: dict[str, int] = {}
    for riga in sheet.righe():
        codice: str | None = riga.valori.get("codice")
        before = riga.linea if codice is None else lines.setdefault(codice, riga.linea)
        if before != riga.linea:
            riga.difetto("caso-ripetuto", "codice", codice=codice, riga=before)
        casi += _caso(riga, regole, head.al)
        faults.extend(riga.difetti)
    advice = sheet.scrittura.consiglio(file, declared or "plain")
    faults.extend(() if advice is None else (advice,))
    if not casi and not faults.gravi:
        faults.add("casi-vuoti", Place(file, 1, 1), esempio=_EXAMPLE)
    faults.raise_if_grave()
    return FileDiCasi(file, tuple(casi), head.regole, faults.rilievi)


def _away(regole: Regole) -> Altrove:
    """What only a TOML file of cases can state: facts of members, and all that is no cell."""
    voci = (f"{_ATTESI}voci.{voce}" for voce in regole.voci)
    members = dei_membri(regole.membro, _TOML)
    return evolve(members, che={**dict.fromkeys((*_OF_TOML, *voci), _NOT_HERE), **members.che})


def _columns(regole: Regole, forma: Decimali) -> dict[str, Colonna]:
    """The columns that a file may have; a fact named as one of a case is `fatti.` and its name."""
    facts = {_column_of(nome): tipo for nome, tipo in regole.nucleo.items()}
    columns = {nome: colonna_del_fatto(nome, tipo, forma) for nome, tipo in facts.items()}
    columns |= {nome: _text(nome) for nome in ("testo", "nota", f"{_ATTESI}esito")}
    columns |= {nome: _names(nome) for nome in (f"{_ATTESI}motivi", f"{_ATTESI}mancano")}
    money = f"{_ATTESI}importo"
    columns[money] = colonna_del_fatto(money, parse_type("euro"), forma)
    columns["codice"] = _code()
    columns["norma"] = Colonna(
        "norma",
        _citation,
        Testo(it="una citazione", en="a citation"),
        "`rr-11-2019, art. 6, c. 1, lett. c`",
    )
    columns["al"] = Colonna(
        "al", partial(_day, forma=forma), Testo(it="un giorno", en="a day"), "`2024-09-02`"
    )
    return columns


def _column_of(nome: str) -> str:
    return f"fatti.{nome}" if nome in _OF_THE_CASE else nome


def _text(nome: str) -> Colonna:
    return Colonna(nome, str, Testo(it="un testo", en="a text"), "`…`")


def _names(nome: str) -> Colonna:
    def read(text: str) -> tuple[str, ...]:
        return () if text == _NONE else tuple(filter(None, _BETWEEN.split(text)))

    return Colonna(nome, read, Testo(it="un elenco di nomi", en="a list of names"), "`isee area`")


def _code() -> Colonna:
    def read(text: str) -> str | Guasto:
        return text if CODE.fullmatch(text) else Guasto.ILLEGGIBILE

    return Colonna(
        "codice",
        read,
        Testo(
            it="un codice di lettere minuscole, cifre e trattini",
            en="a code of lower-case letters, digits and hyphens",
        ),
        "`isee-alla-soglia`",
        obbligatoria="caso-senza-codice",
    )


def _citation(text: str) -> Norma | Guasto:
    try:
        return Norma.parse(text)
    except InvalidValue:
        return Guasto.ILLEGGIBILE


def _day(text: str, *, forma: Decimali) -> date | Guasto:
    found = giorno(text, forma)
    return Guasto.ILLEGGIBILE if found is None else found


def _teller(riga: Riga, prefix: str = "") -> Callable[..., None]:
    def tell(
        code: str,
        key: str,
        *_: str | int,
        vicino: str | None = None,
        **data: Any,  # noqa: ANN401
    ) -> None:
        riga.difetto(code, f"{prefix}{key}", vicino=vicino, **data)

    return tell


def _caso(riga: Riga, regole: Regole, al: date | None) -> Iterator[Caso]:
    """The case of a row; none once its faults are told."""
    cells = riga.valori
    norma_nota(regole, cells.get("norma"), _teller(riga))
    esito, importo, motivi, mancano = (
        cells.get(f"{_ATTESI}{key}") for key in ("esito", "importo", "motivi", "mancano")
    )
    atteso = atteso_di(regole, esito, importo, motivi, mancano, _teller(riga, _ATTESI))
    if any(fault.grave for fault in riga.difetti):
        return
    valori = {n: cells[column] for n in regole.nucleo if (column := _column_of(n)) in cells}
    on = cells.get("al", al)
    fatti = regole.famiglia(Fatti(), valori, None, (), on)
    place = Place(riga.file, riga.linea, 1)
    yield Caso(
        codice=cells["codice"],
        fatti=fatti,
        atteso=atteso,
        on=on,
        norma=cells.get("norma"),
        testo=cells.get("testo"),
        nota=cells.get("nota"),
        place=place,
    )
