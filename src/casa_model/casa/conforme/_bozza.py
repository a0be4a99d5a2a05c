"""The file of accepted findings to fill in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from casa_model.casa.conforme._verso import VERSI, Verso

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.casa.conforme._accettati import Accettato
    from casa_model.casa.conforme._conforme import Conformita
    from casa_model.casa.conforme._rilievo import Rilievo


def bozza(conformita: Conformita, accettati: Iterable[Accettato] = ()) -> str:
    """The file of accepted findings to fill in: what was accepted stays, the rest has no reason.

    It is refused until each reason, role and day is written. What was accepted of another rule has
    its old reason in a comment only. What is not known is not in it.
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
        yield ""
        yield from _row(rilievo, known.get(rilievo.codice))
    yield ""


def _row(rilievo: Rilievo, had: Accettato | None) -> Iterator[str]:
    yield f"# {VERSI[rilievo.verso].it}"
    if had is not None and had.impronta != rilievo.impronta:
        yield f"# accettato il {had.giorno}, ma la regola è cambiata: {_quoted(had.motivo)}"
        had = None
    yield "[[accettati]]"
    yield f"codice = {_quoted(rilievo.codice)}"
    yield f"impronta = {_quoted(rilievo.impronta)}"
    yield f"motivo = {_quoted('' if had is None else had.motivo)}"
    yield f"ruolo = {_quoted('' if had is None else had.ruolo)}"
    yield "# giorno = 2025-05-05" if had is None else f"giorno = {had.giorno}"


def _quoted(text: str) -> str:
    """A text as TOML writes it: its basic strings are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
