"""Broken rows as `spiega` tells them: those that were asked in full, the others as a count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.cli._ingressi import Ingressi
    from casa_model.errors import Fault, Lang

_BROKEN: Final = Testo(
    it="{nome}: non decisa: la riga {riga} è rotta", en="{nome}: not decided: line {riga} is broken"
)
_OTHERS: Final = Testo(
    it="altre segnalazioni sulle domande: {quante}; per leggerle togli `--riferimento`",
    en="other findings about the applications: {quante}; to read them remove `--riferimento`",
)


def difetti_di(read: Ingressi, chiesta: str | None) -> tuple[Fault, ...]:
    """The faults of the rows with the reference that was asked; all of them when none was."""
    if chiesta is None:
        return read.lette.difetti
    rows = [row for row in read.lette.scartate if row.riferimento == chiesta]
    return tuple(fault for row in rows for fault in row.difetti)


def racconta(read: Ingressi, chiesta: str | None, lang: Lang) -> None:
    """Tell on standard error what is wrong with the files, as far as it was asked."""
    for row in read.lette.scartate:
        if chiesta is not None and row.riferimento == chiesta:
            click.echo(_BROKEN.render(lang).format(nome=chiesta, riga=row.linea), err=True)
    asked = read.lette.detti if chiesta is None else difetti_di(read, chiesta)
    for fault in (*read.rilievi, *asked):
        click.echo(fault.riga(lang), err=True)
    others = 0 if chiesta is None else len(read.lette.difetti) - len(asked)
    if others:
        click.echo(_OTHERS.render(lang).format(quante=others), err=True)
