"""The arguments and options that `decidi` and `spiega` share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang

_MEMBRI: Final = Testo(
    it="CSV dei componenti dei nuclei, uniti per `riferimento`.",
    en="CSV of the members of the households, joined by `riferimento`.",
)
_DECIMALI: Final = Testo(
    it="Come sono scritti i decimali: `it` 9.360,00, `plain` 9360.00. "
    "Si dichiara, non si indovina.",
    en="How decimals are written: `it` 9.360,00, `plain` 9360.00. It is declared, never guessed.",
)
_MISURE: Final = Testo(
    it="File di una misura in più oltre a quelle dell'edizione; si può ripetere.",
    en="File of one more measure than those of the edition; may be repeated.",
)

_TEMPO: Final = Testo(
    it="I secondi che ogni ricerca della prova può durare.",
    en="The seconds that each search of the proof may last.",
)


def tempo(lang: Lang) -> click.Option:
    """`--tempo`."""
    return click.Option(
        ["--tempo"], type=click.IntRange(min=1), default=10, metavar="SECONDI",
        help=_TEMPO.render(lang),
    )  # fmt: skip


def misure(lang: Lang) -> click.Option:
    """`--misure`."""
    return click.Option(
        ["--misure"], type=click.Path(path_type=Path), metavar="FILE", multiple=True,
        help=_MISURE.render(lang),
    )  # fmt: skip


def membri(lang: Lang) -> click.Option:
    """`--membri`."""
    return click.Option(
        ["--membri"], type=click.Path(path_type=Path), metavar="FILE", help=_MEMBRI.render(lang)
    )


def decimali(lang: Lang) -> click.Option:
    """`--decimali`."""
    return click.Option(
        ["--decimali"], type=click.Choice(["it", "plain"]), help=_DECIMALI.render(lang)
    )


def ingressi(lang: Lang) -> list[click.Parameter]:
    """The notice, the applications, and how they are read."""
    return [
        click.Argument(["avviso"], type=click.Path(path_type=Path), metavar="AVVISO"),
        click.Argument(["domande"], type=click.Path(path_type=Path), metavar="DOMANDE"),
        membri(lang),
        decimali(lang),
        misure(lang),
    ]
