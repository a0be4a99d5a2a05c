"""The shape of a file of sentences: what stands where, before anything is looked up."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from casa_model.rules.quesiti._dimostrazione import Risposta
from casa_model.rules.quesiti._quesito import Verso
from casa_model.values import Norma, Testo
from casa_model.values.sheet import VigenzaShape, like, text_like


@frozen(kw_only=True)
class MonotonaShape:
    fatto: str = field(metadata=like('fatto = "isee"'))
    verso: Verso = field(default=Verso.MENO, metadata=like('verso = "meno"'))
    importo: bool = True


@frozen(kw_only=True)
class RigaShape:
    definizione: str = field(metadata=like('definizione = "categoria"'))
    riga: int = field(metadata=like("riga = 1"))


@frozen(kw_only=True)
class ProprietaShape:
    codice: str = field(metadata=like('codice = "soglia-esclusa"'))
    testo: Testo | None = field(default=None, metadata=text_like("testo"))
    norma: Norma | None = field(
        default=None,
        metadata=like('norma = "rr-11-2019, art. 6, c. 1"', fault=("norma-malformata", "norma")),
    )
    misura: str | None = field(default=None, metadata=like('misura = "crs-difficolta"'))
    misure: tuple[str, ...] = field(default=(), metadata=like('misure = ["crs-difficolta"]'))
    al: date | None = field(default=None, metadata=like("al = 2025-09-01"))
    giorni: str | None = field(default=None, metadata=like('giorni = "tutti"'))
    attesa: str = field(default=Risposta.SI.value, metadata=like('attesa = "no"'))
    mai: str | None = field(default=None, metadata=like('mai = "ammessa and isee > soglia_isee"'))
    sempre: str | None = field(default=None, metadata=like('sempre = "importo <= massimale"'))
    implica: tuple[str, ...] | None = field(
        default=None, metadata=like('implica = ["ammessa", "isee < soglia_isee"]')
    )
    equivale: tuple[str, ...] | None = field(default=None, metadata=like('equivale = ["a", "b"]'))
    sovrappone: tuple[str, ...] | None = field(
        default=None, metadata=like('sovrappone = ["ammessa_a", "ammessa_b"]')
    )
    stessa_risposta: bool = False
    superfluo: str | None = field(default=None, metadata=like('superfluo = "isee"'))
    riga_vuota: RigaShape | None = None
    scoperto: str | None = field(default=None, metadata=like('scoperto = "categoria"'))
    unica: str | None = field(default=None, metadata=like('unica = "categoria"'))
    monotona: MonotonaShape | None = None
    giorno_vuoto: VigenzaShape | None = None
    inutile: str | None = field(default=None, metadata=like('inutile = "isp"'))


DOMANDE = (
    "mai", "sempre", "implica", "equivale", "sovrappone", "stessa_risposta", "superfluo",
    "riga_vuota", "scoperto", "unica", "monotona", "inutile", "giorno_vuoto",
)  # fmt: skip
"""The keys that ask; a sentence has exactly one."""
