"""The command line as click sees it: one group, one command a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from casa_model.cli._comando import Gruppo
from casa_model.cli.conforme import conforme
from casa_model.cli.confronta import confronta
from casa_model.cli.controlla import controlla
from casa_model.cli.copertura import copertura_
from casa_model.cli.cosa_manca import cosa_manca
from casa_model.cli.decidi import decidi
from casa_model.cli.dimostra import dimostra_comando
from casa_model.cli.esporta import esporta
from casa_model.cli.linee import linee
from casa_model.cli.mostra import mostra
from casa_model.cli.popolazione import popolazione
from casa_model.cli.presidi import presidi
from casa_model.cli.prova import prova_
from casa_model.cli.rifai import rifai
from casa_model.cli.schema import schema
from casa_model.cli.serviti import serviti
from casa_model.cli.spiega import spiega
from casa_model.cli.stato import stato
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang

_HELP: Final = Testo(
    it="Decide le domande di un avviso: esiti con motivi e articoli, importi, graduatoria; e "
    "mostra il programma regionale: presidi, servizi, denaro. "
    "Finisce con 0 se va tutto bene, 1 se ci sono segnalazioni, 2 se il comando è scritto male, "
    "3 se un file non si legge, 4 se l'uscita non si scrive.",
    en="Decides the applications to a notice: outcomes with reasons and articles, amounts, the "
    "ranking; and shows the regional programme: presidi, services, money. Exits with 0 when all "
    "is well, 1 when there are findings, 2 when the command is written wrongly, 3 when a "
    "file cannot be read, 4 when the output cannot be written.",
)
_VERSION: Final = Testo(it="Mostra la versione ed esce.", en="Show the version and exit.")


def app(lang: Lang) -> Gruppo:
    """The whole command line in one language."""
    group = Gruppo(lang, "casa-model", params=[_version(lang)], testo=_HELP)
    rules = (decidi, spiega, cosa_manca, mostra, controlla, schema, rifai)
    checks = (prova_, copertura_, dimostra_comando, conforme, confronta, popolazione)
    for make in (*rules, *checks, presidi, linee, serviti, stato, esporta):
        group.add_command(make(lang))
    return group


def _version(lang: Lang) -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
        if value:
            from casa_model import __version__

            click.echo(f"casa-model {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True,
        help=_VERSION.render(lang), callback=show,
    )  # fmt: skip
