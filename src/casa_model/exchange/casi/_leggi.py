"""The verb: a file of cases in, its cases out, or all that is wrong with it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from casa_model.errors import Faults
from casa_model.exchange._celle import only_decimali
from casa_model.exchange._righe import decodifica
from casa_model.exchange.casi._csv import leggi_csv
from casa_model.exchange.casi._regole import Regole
from casa_model.exchange.casi._testa import testa_di
from casa_model.exchange.casi._toml import leggi_toml
from casa_model.rules.avviso import Avviso, only_rules
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from casa_model.exchange._celle import Decimali
    from casa_model.exchange.casi._file import FileDiCasi
    from casa_model.rules.misura import Misura

CSV: Final = ".csv"


def leggi_casi(
    testo: str | bytes,
    regole: Avviso | Misura,
    *,
    file: str,
    decimali: Decimali | None = None,
) -> FileDiCasi:
    """Read worked cases for a measure or a notice; `file` ends in `.csv`, or else it is TOML.

    In TOML each `[[casi]]` has `codice`; `testo`, `nota`, `norma`, `al` (the day, or that at the
    head of the file) as it likes; `[casi.fatti]`, `[[casi.membri]]`, and in `[casi.attesi]` what
    is expected: `esito` (empty: still to be written), `importo`, `motivi`, `mancano`. With `come`
    it begins as an earlier case, less the facts in `ignoti`. Money is a quoted text, `"9360.00"`.
    Where members are listed, `componenti` is how many they are and `eta` comes from
    `data_nascita`, unless the case says so itself.

    In CSV one row is a case without members: `codice`, `testo`, `nota`, `norma`, `al`, the facts,
    and `attesi.esito` and so on, whose lists are names with blanks between them, or `nessuno`. The
    first lines may say `# regole: …`, `# al: …` and `# decimali: it`, which `decimali` overrides.

    A reason or an item of the amount that is expected and that `regole` have not is no fault of the
    file, for a requirement may have been dropped by mistake: `rilievi` tell it, and its case fails.

    Raises `InvalidFile` with every fault of the file, each with its place and, where there is one,
    a near miss; `IllTyped` when `regole` are neither, `InvalidValue` for another `decimali`.
    """
    only_rules(regole)
    only_decimali(decimali)
    known = Regole.di(regole)
    if PurePath(file).suffix.lower() == CSV:
        return leggi_csv(testo, known, file=file, decimali=decimali)
    return leggi_toml(testo, known, file=file)


def regole_dei_casi(testo: str | bytes, *, file: str) -> str | None:
    """The rules that a file of cases is about, as it names them; None when it does not.

    Raises `InvalidFile` when the file cannot be read at all.
    """
    if PurePath(file).suffix.lower() == CSV:
        faults = Faults()
        text = decodifica(testo, file, faults)
        faults.raise_if_grave()
        return testa_di(text or "", file, faults).regole
    stated = read_toml(testo, file).data.get("regole")
    return stated if isinstance(stated, str) else None
