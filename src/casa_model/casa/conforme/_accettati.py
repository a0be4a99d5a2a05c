"""Findings that somebody has seen and accepted, with a reason: what is left is new."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.casa.conforme._rilievo import VERSI, Rilievo, Verso
from casa_model.values.sheet import Sheet, like

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.casa.conforme._conforme import Conformita
    from casa_model.values.toml import KeyPath

_ROWS: Final = "accettati"
_HEAD: Final = ("conformita", "avviso")
_NAMED: Final = ("rilievo", "finding")


@frozen(kw_only=True)
class TestaShape:
    avviso: str = field(metadata=like('avviso = "tradate-2023"'))


@frozen(kw_only=True)
class AccettatoShape:
    codice: str = field(metadata=like('codice = "requisito/isee/piu-largo"'))
    motivo: str = field(metadata=like('motivo = "…"'))
    ruolo: str = field(metadata=like('ruolo = "responsabile-del-procedimento"'))
    giorno: date | None = field(default=None, metadata=like("giorno = 2025-05-05"))
    """Compulsory: told with what else is missing, where the file is still a draft."""


@frozen
class Accettato:
    """A finding that was accepted: by which role (never a name), on which day, for what reason."""

    codice: str
    motivo: str
    ruolo: str
    giorno: date


@frozen
class Bilancio:
    """The findings of today beside those that were accepted.

    `nuovi` nobody has accepted; `noti` somebody has; `spariti` were accepted and are no longer
    found: whoever keeps the file may take them out.
    """

    nuovi: tuple[Rilievo, ...]
    noti: tuple[tuple[Rilievo, Accettato], ...] = ()
    spariti: tuple[Accettato, ...] = ()


def leggi_accettati(testo: str | bytes, *, file: str, avviso: str) -> tuple[Accettato, ...]:
    """The accepted findings of a file; `avviso` is the code of the notice that they are of.

    Raises `InvalidFile` with every fault: a reason that is missing, a role that is no code, a
    finding that stands twice, one that says `non-so`, which nobody can accept.
    """
    sheet = Sheet(testo, file, {"conformita": dict, _ROWS: list})
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
            sheet.wrong("chiave-mancante", path, chiave="giorno", esempio="`giorno = 2025-05-05`")
        else:
            found.append(Accettato(shape.codice, shape.motivo, shape.ruolo, shape.giorno))
    sheet.faults.raise_if_grave()
    return tuple(found)


def _check(sheet: Sheet, shape: AccettatoShape, path: KeyPath, seen: set[str]) -> None:
    sheet.once(shape.codice, seen, (*path, "codice"), _NAMED)
    if f"/{Verso.NON_SO.value}" in shape.codice:
        it = "ciò che non si sa non si accetta; semplifica la regola, o dai più tempo alla prova"
        en = "what is not known is not accepted; simplify the rule, or give the proof more time"
        sheet.refuse((*path, "codice"), it, en)
    if not shape.motivo.strip():
        it = "è vuoto; scrivi perché l'avviso può fare così"
        sheet.refuse((*path, "motivo"), it, "it is empty; write why the notice may do so")
    sheet.code(shape.ruolo, (*path, "ruolo"))


def bilancio(conformita: Conformita, accettati: Iterable[Accettato] = ()) -> Bilancio:
    """Which findings are new, which are accepted, which are gone."""
    known = {each.codice: each for each in accettati}
    found = {rilievo.codice for rilievo in conformita.rilievi}
    return Bilancio(
        tuple(r for r in conformita.rilievi if r.codice not in known),
        tuple((r, known[r.codice]) for r in conformita.rilievi if r.codice in known),
        tuple(each for each in known.values() if each.codice not in found),
    )


def bozza(conformita: Conformita, accettati: Iterable[Accettato] = ()) -> str:
    """The file of accepted findings to fill in: what was accepted stays, the rest has no reason.

    It is refused until each reason, role and day is written. What is not known is not in it.
    """
    known = {each.codice: each for each in accettati}
    return "\n".join(_draft(conformita, known))


def _draft(conformita: Conformita, known: dict[str, Accettato]) -> Iterator[str]:
    yield "# Rilievi visti e accettati. Di ognuno: perché, chi (il ruolo, mai un nome), quando."
    yield "formato = 1"
    yield ""
    yield "[conformita]"
    yield f"avviso = {_quoted(conformita.avviso.codice)}"
    for rilievo in conformita.rilievi:
        if rilievo.verso is Verso.NON_SO:
            continue
        had = known.get(rilievo.codice)
        yield ""
        yield f"# {VERSI[rilievo.verso].it}"
        yield "[[accettati]]"
        yield f"codice = {_quoted(rilievo.codice)}"
        yield f"motivo = {_quoted('' if had is None else had.motivo)}"
        yield f"ruolo = {_quoted('' if had is None else had.ruolo)}"
        yield "# giorno = 2025-05-05" if had is None else f"giorno = {had.giorno}"
    yield ""


def _quoted(text: str) -> str:
    """A text as TOML writes it: its basic strings are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
