"""What an explanation is made of: words in one language. Values never show in a `repr`."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from casa_model.errors import Lang
from casa_model.readers.explain._testo import testo_di
from casa_model.readers.prose._citazione import Citato, Citazione
from casa_model.readers.prose._differenze import DifferenzaSpiegata
from casa_model.rules.esito import Esito


def _masked(value: object) -> str:
    return "None" if value is None else "<…>"


@frozen
class Guardato:
    """One thing that a requirement looked at: a fact, a number of the law, a definition, a day.

    `valore` is None when it is not known and `…` when it is known and not to be shown; `fonti`
    cites what comes from an act, with the grade. `sotto` is what a definition reads itself.
    """

    nome: str
    etichetta: str
    valore: str | None = field(repr=_masked)
    fonti: tuple[Citazione, ...] = ()
    sotto: tuple[Guardato, ...] = ()


@frozen
class Mancante:
    """A fact still needed: the document that proves it, and who or what can change it."""

    nome: str
    etichetta: str
    prova: str | None = None
    cambia: str | None = None


@frozen
class Ragione:
    """One requirement: how it came out (`esito`, None for not known) and why.

    `deciso_da` tells the derogation that made it hold, `deroghe` all those that there are.
    """

    codice: str
    testo: str
    fonte: Citazione
    esito: bool | None
    non_visto: bool = False
    deciso_da: Citato | None = None
    deroghe: tuple[Citato, ...] = ()
    guardati: tuple[Guardato, ...] = ()
    mancano: tuple[Mancante, ...] = ()


@frozen
class Detrazione:
    """Something taken off, or the cap: how much, and what it reads."""

    valore: str | None = field(repr=_masked)
    guardati: tuple[Guardato, ...] = ()


@frozen
class VoceSpiegata:
    """One item of the amount: what it is worth by itself, what is granted of it, and its source.

    `condizione` says when it counts, in words, and `guardati` what that looked at; `tetto` is the
    cap of the item alone. `perche` says what made it smaller, where values are told.
    """

    codice: str
    etichetta: str
    spesa: str | None = field(repr=_masked)
    importo: str = field(repr=_masked)
    fonte: Citazione | None = None
    condizione: str | None = None
    guardati: tuple[Guardato, ...] = ()
    tetto: Detrazione | None = None
    perche: tuple[str, ...] = field(default=(), repr=False)


@frozen
class ImportoSpiegato:
    """The amount, item by item; `zero` says that the application is admitted and nothing is due.

    `dal_contributo` says whether deductions come after the cap (else before it).
    """

    totale: str = field(repr=_masked)
    zero: bool
    voci: tuple[VoceSpiegata, ...] = ()
    detrazioni: tuple[Detrazione, ...] = ()
    dal_contributo: bool = False
    tetto: Detrazione | None = None
    fonte: Citazione | None = None


@frozen
class Spiegazione:
    """A verdict of `misura` on the day `on`, told in `lang`: requirements, amount, what to bring.

    `valori` says whether values of facts are told. `paga` says whether the measure pays at all:
    then `importo` is None until one is admitted.

    `altri` says that other facts may be asked once those of `mancano` are known.

    `di_avviso`, `differenze` and `fonti_avviso` are filled by `con_avviso`: whether the title is
    that of a notice, what the notice changes, and how its own text is described as a source.
    """

    lang: Lang
    misura: str
    on: date
    titolo: str
    fonte: Citazione
    giorno_norma: str
    giorno_requisiti: str
    esito: Esito
    valori: bool
    ragioni: tuple[Ragione, ...]
    importo: ImportoSpiegato | None = None
    paga: bool = False
    mancano: tuple[Mancante, ...] = ()
    riserve: tuple[Citato, ...] = ()
    note: tuple[str, ...] = ()
    di_avviso: bool = False
    differenze: tuple[DifferenzaSpiegata, ...] = ()
    fonti_avviso: tuple[str, ...] = ()
    altri: bool = False

    def testo(self) -> str:
        """The whole in plain text, with a line feed at the end; it reads well aloud."""
        return testo_di(self)
