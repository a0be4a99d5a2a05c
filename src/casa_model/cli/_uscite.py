"""How a command ends: its exit code, and the failures that stop it."""

from __future__ import annotations

from typing import Final

import click

from casa_model.values import Testo

FATTO: Final = 0
"""Done, nothing to say."""
RILIEVI: Final = 1
"""Done, with findings: broken rows, applications not decided, faults of a file."""
USO: Final = 2
"""The command was written wrongly."""
ILLEGGIBILE: Final = 3
"""An input cannot be read."""
NON_SCRITTO: Final = 4
"""What there was to say could not be written: the disk is full."""
TAGLIATO: Final = 141
"""Whoever was reading has gone (`| head`), as shells say it."""
INTERROTTO: Final = 130
"""Stopped from the keyboard, as shells say it."""


class Illeggibile(click.ClickException):
    """Raised when an input cannot be read; the message is already in the language."""

    exit_code = ILLEGGIBILE


class Sbaglio(click.UsageError):
    """Raised when the command was written wrongly, in words of our own for both languages."""

    def __init__(self, testo: Testo, ctx: click.Context | None = None) -> None:
        super().__init__(testo.en, ctx)
        self.testo = testo


def riempi(testo: Testo, **parole: object) -> Testo:
    """A text with its blanks filled."""
    return Testo(it=testo.it.format(**parole), en=testo.en.format(**parole))
