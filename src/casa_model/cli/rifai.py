"""`casa-model rifai`: a filed decision made again, or what is no longer the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa import leggi_avviso, replay
from casa_model.cli._comando import Comando
from casa_model.cli._ingressi import byte_di, misure_di
from casa_model.cli._opzioni import misure
from casa_model.cli._riscontro import json_di, righe_di
from casa_model.cli._uscite import FATTO, RILIEVI, Sbaglio
from casa_model.exchange import leggi_verbale
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.rules.avviso import Avviso

_SHORT: Final = Testo(it="Rifà una decisione archiviata.", en="Makes a filed decision again.")
_HELP: Final = Testo(
    it="Rifà la decisione di un VERBALE (scritto da `decidi --verbale`) con il testo "
    "dell'avviso che il verbale contiene, e dice se tutto viene uguale; altrimenti nomina ciò che "
    "è diverso, com'era e com'è: requisiti, parametri, fatti, versione, esiti, graduatoria.",
    en="Makes the decision of a record (VERBALE, written by `decidi --verbale`) "
    "again with the text of the notice that it holds, and says whether all comes out the same; "
    "else it names what differs, as it was and as it is: requirements, parameters, facts, version, "
    "outcomes, ranking.",
)
_NOTICE: Final = Testo(
    it="Rifà la decisione con questo avviso invece di quello del verbale.",
    en="Makes the decision again with this notice instead of that of the record.",
)
_VALUES: Final = Testo(
    it="Mostra gli importi di allora e di ora, che vengono dai fatti: solo dove può leggerli chi "
    "guarda.",
    en="Shows the amounts of then and of now, which come from facts: only where whoever looks may "
    "read them.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_ALONE: Final = Testo(
    it="`--misure` vale solo con `--avviso`: il verbale ha già le sue",
    en="`--misure` goes only with `--avviso`: the record has its own",
)


def rifai(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(["verbale"], type=click.Path(path_type=Path), metavar="VERBALE"),
        click.Option(
            ["--avviso"], type=click.Path(path_type=Path), metavar="FILE", help=_NOTICE.render(lang)
        ),
        misure(lang),
        click.Option(["--con-valori"], is_flag=True, help=_VALUES.render(lang)),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
    ]
    return Comando(lang, "rifai", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    if opzioni["misure"] and opzioni["avviso"] is None:
        raise Sbaglio(_ALONE)
    path = opzioni["verbale"]
    verbale = leggi_verbale(byte_di(path, lang), file=str(path))
    riscontro = replay(verbale, avviso=_notice(opzioni, lang))
    if opzioni["json"]:
        click.echo(json_di(verbale, riscontro, lang, valori=opzioni["con_valori"]))
    else:
        told = righe_di(verbale, riscontro, lang, valori=opzioni["con_valori"])
        click.echo("\n".join(told))
    return FATTO if riscontro.uguale else RILIEVI


def _notice(opzioni: dict[str, Any], lang: Lang) -> Avviso | None:
    path = opzioni["avviso"]
    if path is None:
        return None
    measures, _ = misure_di(opzioni["misure"], lang)
    return leggi_avviso(byte_di(path, lang), file=str(path), misure=measures).valore
