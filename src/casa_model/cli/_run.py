"""One run of `casa-model`: from arguments to an exit code, every failure told in one place."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import click

from casa_model.cli._app import app
from casa_model.cli._errori import lingua_di, messaggio_uso
from casa_model.cli._uscite import (
    ILLEGGIBILE,
    INTERROTTO,
    NON_SCRITTO,
    RILIEVI,
    TAGLIATO,
    USO,
    Illeggibile,
)
from casa_model.errors import CasaError, InvalidFile
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.errors import Lang

NAME = "casa-model"

_NOT_WRITTEN: Final = Testo(
    it="quel che c'era da dire non si può scrivere: manca spazio sul disco, o il file è chiuso",
    en="what there was to say cannot be written: the disk is full, or the file is closed",
)
_UNDECLARED: Final = "decimali-non-dichiarati"
_DECLARE: Final = Testo(
    it="aggiungi `--decimali it` oppure `--decimali plain`",
    en="add `--decimali it` or `--decimali plain`",
)


def run(args: Sequence[str]) -> int:
    """Run a command; what it says goes to standard output, what went wrong to standard error."""
    lang = lingua_di(args)
    try:
        return _run(args, lang)
    except (BrokenPipeError, SystemExit):  # click exits by itself when a pipe breaks
        _give_up()
        return TAGLIATO
    except OSError:
        _give_up()
        click.echo(_NOT_WRITTEN.render(lang), err=True)
        return NON_SCRITTO


def _give_up() -> None:
    """Write no more: what is left in the buffer would be tried again, and told, at the end."""
    with suppress(OSError, ValueError):  # a stream of a test has no file under it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(args: Sequence[str], lang: Lang) -> int:
    try:
        code = app(lang).main(list(args), prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        click.echo(messaggio_uso(error, lang), err=True)
        return USO
    except Illeggibile as error:
        click.echo(error.format_message(), err=True)
        return ILLEGGIBILE
    except InvalidFile as error:
        click.echo(error.testo(lang), err=True)
        if any(fault.code == _UNDECLARED for fault in error.faults):
            click.echo(_DECLARE.render(lang), err=True)
        return ILLEGGIBILE
    except CasaError as error:
        click.echo(error.testo(lang), err=True)
        return RILIEVI
    except click.Abort:
        return INTERROTTO
    return int(code)
