"""What kind of file a file is, told by its head table, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.casa import edizione, leggi_avviso
from casa_model.cli._controllo_casi import CASI_CSV, esamina_casi
from casa_model.errors import Fault, InvalidFile, near
from casa_model.programma.leggi import leggi_registro
from casa_model.rules.leggi import leggi_fatti, leggi_misura, leggi_norme
from casa_model.values import Testo
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.misura import Misura
    from casa_model.values.toml import Document

GENERI: Final = {
    "avviso": Testo(it="avviso", en="notice"),
    "misura": Testo(it="misura", en="measure"),
    "norme": Testo(it="norme", en="norms"),
    "fatti": Testo(it="fatti", en="facts"),
    "registro": Testo(it="registro", en="ledger"),
    "casi": Testo(it="casi", en="cases"),
}
"""The kinds of file that are checked, by head table; the first that a file has is its kind."""

_NESSUNO: Final = Testo(it="non è un file di regole", en="not a rule file")


@frozen
class Esame:
    """A file that was checked: its kind, and its faults and findings in order of place."""

    file: str
    genere: Testo
    difetti: tuple[Fault, ...] = ()


class Controllo:
    """Checks files one after the other; what one declares is known to the next."""

    def __init__(self, misure: Mapping[str, Misura]) -> None:
        shipped = edizione()
        self._fatti = {fatto.nome: fatto for fatto in shipped.fatti}
        self._atti = dict(shipped.atti)
        self._norme = dict(shipped.norme)
        self._misure = dict(misure)

    def esamina(self, raw: bytes, file: str) -> Esame:
        """Check one file: its faults are told, never raised."""
        genere = _NESSUNO
        try:
            if file.endswith(CASI_CSV):
                head = "casi"
            else:
                doc = read_toml(raw, file)
                head = next((head for head in GENERI if head in doc.data), "")
                if not head:
                    return Esame(file, genere, (_headless(doc),))
            genere = GENERI[head]
            return Esame(file, genere, self._read(head, raw, file))
        except InvalidFile as error:
            return Esame(file, genere, error.faults)

    def _read(self, head: str, raw: bytes, file: str) -> tuple[Fault, ...]:
        """Read a file of a kind, keep what it declares, return its findings."""
        if head == "avviso":
            return leggi_avviso(raw, file=file, misure=self._misure).rilievi
        if head == "misura":
            read = leggi_misura(raw, file=file, fatti=self._fatti.values(), norme=self._norme)
            self._misure[read.valore.codice] = read.valore
            return read.rilievi
        if head == "norme":
            norme = leggi_norme(
                raw, file=file, fatti=self._fatti.values(), atti=self._atti.values()
            )
            self._norme[norme.codice] = norme
            self._atti |= {atto.codice: atto for atto in norme.atti}
            return ()
        if head == "casi":
            return esamina_casi(raw, file, self._misure)
        if head == "registro":
            leggi_registro(raw, file=file)
            return ()
        self._fatti |= {fatto.nome: fatto for fatto in leggi_fatti(raw, file=file)}
        return ()


def _headless(doc: Document) -> Fault:
    """The fault of a file without a head table, with a near miss among the tables it has."""
    for key in doc.data:
        close = near(key, GENERI)
        if close is not None:
            allowed = {"chiave": key, "ammesse": ", ".join(f"`{name}`" for name in GENERI)}
            return Fault("chiave-ignota", doc.key_place((key,)), allowed, close)
    data = {"chiave": "avviso", "esempio": "`[avviso]`, `[misura]`, `[norme]`, `[fatti]`"}
    return Fault("chiave-mancante", doc.place(()), data)
