"""A counter on standard error for long inputs, and only when somebody is looking."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.values import Testo

LUNGO: Final = 2000
"""Rows from which an input is long."""

_STEP: Final = 1000


class Progresso:
    """Counts rows; `con` starts another count, `fine` ends the line if one was written."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._words = ""
        self._wrote = False
        self._looked = sys.stderr.isatty()

    def con(self, parole: Testo) -> Progresso:
        """Count something else."""
        self._words = parole.render(self._lang)
        return self

    def __call__(self, righe: int) -> None:
        """Tell that so many rows are done."""
        if self._looked and righe >= LUNGO and righe % _STEP == 0:
            click.echo(f"\r{self._words} {righe}", err=True, nl=False)
            self._wrote = True

    def fine(self) -> None:
        """End the line of the counter."""
        if self._wrote:
            click.echo(err=True)
            self._wrote = False
