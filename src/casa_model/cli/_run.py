"""One run of `casa-model`: from arguments to an exit code, every failure told in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from casa_model.cli._app import app
from casa_model.cli._errori import lingua_di, messaggio_uso
from casa_model.cli._uscite import ILLEGGIBILE, INTERROTTO, RILIEVI, USO, Illeggibile
from casa_model.errors import CasaError, InvalidFile
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "casa-model"

_UNDECLARED: Final = "decimali-non-dichiarati"
_DECLARE: Final = Testo(
    it="aggiungi `--decimali it` oppure `--decimali plain`",
    en="add `--decimali it` or `--decimali plain`",
)


def run(args: Sequence[str]) -> int:
    """Run a command; what it says goes to standard output, what went wrong to standard error."""
    lang = lingua_di(args)
    try:
        code = app(lang).main(list(args), prog_name=NAME, standalone_mode=False)
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
