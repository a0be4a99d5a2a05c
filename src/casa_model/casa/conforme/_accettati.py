"""Findings that somebody has seen and accepted, with a reason, read from a file."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.casa.conforme._codice import leggi_codice, vicino
from casa_model.casa.conforme._verso import Verso
from casa_model.errors import Place
from casa_model.nuclei.domanda import sembra_codice_fiscale, sembra_nome
from casa_model.values.sheet import Sheet, like

if TYPE_CHECKING:
    from casa_model.values.toml import KeyPath

_ROWS: Final = "accettati"
_HEAD: Final = ("conformita", "avviso")
_ROLE: Final = "responsabile-del-procedimento"
_DRAFT_DAY: Final = re.compile(r"\s*#\s*giorno\s*=")
_NAMED: Final = ("rilievo", "finding")


@frozen(kw_only=True)
class TestaShape:
    avviso: str = field(metadata=like('avviso = "tradate-2023"'))


@frozen(kw_only=True)
class AccettatoShape:
    codice: str = field(metadata=like('codice = "requisito/isee/piu-largo"'))
    impronta: str | None = field(default=None, metadata=like('impronta = "…"'))
    """Compulsory: told with where to find it."""
    motivo: str = field(metadata=like('motivo = "…"'))
    ruolo: str = field(metadata=like(f'ruolo = "{_ROLE}"'))
    giorno: date | None = field(default=None, metadata=like("giorno = 2025-05-05"))
    """Compulsory: told with what else is missing, where the file is still a draft."""


@frozen
class Accettato:
    """A finding that was accepted: by which role (never a name), on which day, for what reason.

    `impronta` is that of the finding on that day: the two rules that were accepted. `dove` is the
    row of the file.
    """

    codice: str
    impronta: str
    motivo: str
    ruolo: str
    giorno: date
    dove: Place | None = field(default=None, eq=False)


def leggi_accettati(testo: str | bytes, *, file: str, avviso: str) -> tuple[Accettato, ...]:
    """The accepted findings of a file; `avviso` is the code of the notice that they are of.

    Raises `InvalidFile` with every fault: a code that no finding can have, a digest or a reason
    that is missing, a role that is no code or has the form of a name, a finding that stands twice,
    one that says `non-so`, which nobody can accept.
    """
    sheet = Sheet(testo, file, {"conformita": dict, _ROWS: list})
    text = testo if isinstance(testo, str) else testo.decode("utf-8-sig")  # read as such above
    lines = text.splitlines()
    head = sheet.section(TestaShape, "conformita", wanted=True)
    if head is not None and head.avviso != avviso:
        it = f"è il file di `{head.avviso}`, e l'avviso è `{avviso}`; passa il suo"
        en = f"it is the file of `{head.avviso}`, and the notice is `{avviso}`; pass its own"
        sheet.refuse(_HEAD, it, en)
    found: list[Accettato] = []
    seen: set[str] = set()
    for path in sheet.rows(_ROWS):
        shape = sheet.shape(AccettatoShape, path)
        if shape is None:
            continue
        _check(sheet, shape, path, seen)
        if shape.giorno is None:
            _no_day(sheet, path, lines)
        if shape.impronta is not None and shape.giorno is not None:
            found.append(
                Accettato(
                    shape.codice,
                    shape.impronta,
                    shape.motivo,
                    shape.ruolo,
                    shape.giorno,
                    sheet.doc.place(path),
                )
            )
    sheet.faults.raise_if_grave()
    return tuple(found)


def _check(sheet: Sheet, shape: AccettatoShape, path: KeyPath, seen: set[str]) -> None:
    if sheet.once(shape.codice, seen, (*path, "codice"), _NAMED):
        _check_code(sheet, shape.codice, (*path, "codice"))
    if not (shape.impronta or "").strip():
        it = "manca l'impronta di ciò che si accetta; copiala da `conforme`, che la scrive accanto "
        en = "the digest of what is accepted is missing; copy it from `conforme`, which writes it "
        sheet.refuse((*path, "impronta"), it + "al codice", en + "beside the code")
    if not shape.motivo.strip():
        it = "è vuoto; scrivi perché l'avviso può fare così"
        sheet.refuse((*path, "motivo"), it, "it is empty; write why the notice may do so")
    if sembra_codice_fiscale(shape.motivo):
        it = "ha dentro un codice fiscale; scrivi il motivo, senza dati di una persona"
        en = "it has a tax code inside; write the reason, without a person's data"
        sheet.refuse((*path, "motivo"), it, en)
    _check_role(sheet, shape.ruolo, (*path, "ruolo"))


def _no_day(sheet: Sheet, path: KeyPath, lines: list[str]) -> None:
    """Tell of a row without a day; in a draft it stands there, behind a mark of comment."""
    own = takewhile(lambda line: not line.startswith("["), lines[sheet.doc.place(path).line :])
    if any(map(_DRAFT_DAY.match, own)):
        it = "il giorno è in una riga di commento; togli il `#` che ha davanti e scrivi il tuo"
        en = "the day stands in a comment; remove the `#` before it and write yours"
        sheet.refuse(path, it, en)
    else:
        sheet.wrong("chiave-mancante", path, chiave="giorno", esempio="`giorno = 2025-05-05`")


def _check_code(sheet: Sheet, codice: str, path: KeyPath) -> None:
    """A code that a finding can have, and that somebody can accept."""
    found = leggi_codice(codice)
    if found is None:
        meant = vicino(codice)
        it = "nessun rilievo ha questo codice; " + (
            "copialo da `conforme`" if meant is None else f"forse `{meant}`?"
        )
        en = "no finding has this code; " + (
            "copy it from `conforme`" if meant is None else f"perhaps `{meant}`?"
        )
        sheet.refuse(path, it, en)
    elif found.verso is Verso.NON_SO:
        it = "ciò che non si sa non si accetta; semplifica la regola, o dai più tempo alla prova"
        en = "what is not known is not accepted; simplify the rule, or give the proof more time"
        sheet.refuse(path, it, en)


def _check_role(sheet: Sheet, ruolo: str, path: KeyPath) -> None:
    if not ruolo.strip():
        it = f"è vuoto; scrivi il ruolo di chi accetta, con i trattini, come `{_ROLE}`"
        en = f"it is empty; write the role of whoever accepts, with hyphens, such as `{_ROLE}`"
        sheet.refuse(path, it, en)
    elif sembra_nome(ruolo) or sembra_codice_fiscale(ruolo):
        it = "sembra il nome o il codice fiscale di una persona; scrivi il ruolo, con i trattini, "
        en = "it looks like a person's name or tax code; write the role, with hyphens, "
        it, en = (words + f"{how} `{_ROLE}`" for words, how in ((it, "come"), (en, "such as")))
        sheet.refuse(path, it, en)
    else:
        sheet.code(ruolo, path)
