"""`casa-model mostra`: the rule book of a notice or of a measure, in words beside the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.cli._comando import Comando
from casa_model.cli._giorni import OWN_DAY, giorno_di
from casa_model.cli._ingressi import misure_di
from casa_model.cli._opzioni import misure
from casa_model.cli._regole import regole_di
from casa_model.cli._uscite import FATTO, RILIEVI, Sbaglio, riempi
from casa_model.readers.prose import prose
from casa_model.rules.avviso import Avviso
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.readers.prose import Libro

_SHORT: Final = Testo(it="Mostra le regole in parole.", en="Shows the rules in words.")
_HELP: Final = Testo(
    it="Mostra le regole di FILE in parole: chi è ammesso e per quale articolo, quanto spetta, in "
    "quale ordine, i numeri della legge con la loro fonte, che cosa si chiede e che cosa lo prova; "
    "di un avviso, anche che cosa cambia rispetto alla misura. FILE è un avviso o una misura, "
    "oppure il codice di una misura dell'edizione.",
    en="Shows the rules of FILE in words: who is admitted and by which article, how much is due, "
    "in which order, the numbers of the law with their sources, what is asked and what proves it; "
    "of a notice, also what it changes against the measure. FILE is a notice or a measure, or the "
    "code of a measure of the edition.",
)
_FORM: Final = Testo(
    it="Come si scrive: testo per il terminale, Markdown, una pagina HTML.",
    en="How it is written: text for the terminal, Markdown, one HTML page.",
)
_DAY: Final = Testo(
    it="Il giorno di cui si vuole la legge, come 2024-09-02. Solo per una misura: un avviso ha il "
    "suo. Senza, si mostrano tutti i giorni.",
    en="The day whose law is wanted, as 2024-09-02. For a measure only: a notice has its own. "
    "Without it, all days are shown.",
)


def mostra(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(["regole"], metavar="FILE"),
        click.Option(
            ["--formato"], type=click.Choice(["testo", "markdown", "html"]), default="testo",
            help=_FORM.render(lang),
        ),
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
        misure(lang),
    ]  # fmt: skip
    return Comando(lang, "mostra", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    measures, told = misure_di(opzioni["misure"], lang)
    read = regole_di(opzioni["regole"], measures, lang)
    rilievi = (*told, *read.rilievi)
    for fault in rilievi:
        click.echo(fault.riga(lang), err=True)
    on = None if opzioni["al"] is None else giorno_di(opzioni["al"], "--al")
    regole = read.valore
    if isinstance(regole, Avviso):
        fixed = regole.misura.calendario
        if on is not None and fixed is not None:
            raise Sbaglio(riempi(OWN_DAY, giorno=fixed.giorno_norma))
        libro = prose(regole, lang=lang, base=measures.get(regole.base))
    else:
        libro = prose(regole, on=on, lang=lang)
    click.echo(_written(libro, opzioni["formato"]), nl=False)
    return RILIEVI if rilievi else FATTO


def _written(libro: Libro, formato: str) -> str:
    match formato:
        case "markdown":
            return libro.markdown()
        case "html":
            return libro.html()
        case _:
            return libro.testo()
