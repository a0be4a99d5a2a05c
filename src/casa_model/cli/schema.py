"""`casa-model schema`: the JSON Schema of what a notice takes in, and of what it gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.cli._comando import Comando
from casa_model.cli._ingressi import misure_di
from casa_model.cli._opzioni import misure
from casa_model.cli._regole import regole_di
from casa_model.cli._uscite import FATTO, RILIEVI, Sbaglio
from casa_model.exchange import schema_domanda, schema_esito, schema_verdict
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang

_SHORT: Final = Testo(
    it="Scrive lo schema JSON delle domande.", en="Writes the JSON Schema of applications."
)
_HELP: Final = Testo(
    it="Scrive lo schema JSON (2020-12) di una domanda: una riga del file NDJSON che `decidi` "
    "legge. FILE è un avviso o una misura, oppure il codice di una misura dell'edizione.",
    en="Writes the JSON Schema (2020-12) of one application: a line of the NDJSON file that "
    "`decidi` reads. FILE is a notice or a measure, or the code of a measure of the edition.",
)
_OUTCOME: Final = Testo(
    it="Lo schema di un esito: una riga di `esiti.ndjson`.",
    en="The schema of an outcome: a line of `esiti.ndjson`.",
)
_VERDICT: Final = Testo(
    it="Lo schema di un verdetto, come lo scrive la libreria (`to_json`).",
    en="The schema of a verdict, as the library writes it (`to_json`).",
)
_ONE: Final = Testo(
    it="`--esito` e `--verdetto` non stanno insieme: uno schema alla volta",
    en="`--esito` and `--verdetto` do not go together: one schema at a time",
)


def schema(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(["regole"], metavar="FILE"),
        click.Option(["--esito"], is_flag=True, help=_OUTCOME.render(lang)),
        click.Option(["--verdetto"], is_flag=True, help=_VERDICT.render(lang)),
        misure(lang),
    ]
    return Comando(lang, "schema", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    if opzioni["esito"] and opzioni["verdetto"]:
        raise Sbaglio(_ONE)
    measures, told = misure_di(opzioni["misure"], lang)
    read = regole_di(opzioni["regole"], measures, lang)
    rilievi = (*told, *read.rilievi)
    for fault in rilievi:
        click.echo(fault.riga(lang), err=True)
    if opzioni["esito"]:
        text = schema_esito(read.valore)
    elif opzioni["verdetto"]:
        text = schema_verdict(read.valore)
    else:
        text = schema_domanda(read.valore)
    click.echo(text, nl=False)
    return RILIEVI if rilievi else FATTO
