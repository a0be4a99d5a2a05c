"""How a command ends: its exit code, and the failures that stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from casa_model.values import Testo

FATTO: Final = 0
"""Done, nothing to say."""
RILIEVI: Final = 1
"""Done, with findings: broken rows, applications not decided, faults of a file."""
USO: Final = 2
"""The command was written wrongly."""
ILLEGGIBILE: Final = 3
"""An input cannot be read."""
INTERROTTO: Final = 130
"""Stopped from the keyboard, as shells say it."""


class Illeggibile(click.ClickException):
    """Raised when an input cannot be read; holds whole lines, already in the language."""

    exit_code = ILLEGGIBILE


class Fallito(click.ClickException):
    """Raised when the input is read and cannot be decided, as with a tie; holds whole lines."""

    exit_code = RILIEVI


class Sbaglio(click.UsageError):
    """Raised when the command was written wrongly, in words of our own for both languages."""

    def __init__(self, testo: Testo, ctx: click.Context | None = None) -> None:
        super().__init__(testo.en, ctx)
        self.testo = testo
