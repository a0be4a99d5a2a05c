"""`casa-model controlla`: is this file sound? All that is wrong, each thing with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.cli._comando import Comando
from casa_model.cli._controllo import Controllo
from casa_model.cli._ingressi import byte_di, misure_di
from casa_model.cli._json_decisione import FORMATO, difetto
from casa_model.cli._opzioni import misure
from casa_model.cli._uscite import FATTO, ILLEGGIBILE, RILIEVI
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.cli._controllo import Esame
    from casa_model.errors import Lang

_SHORT: Final = Testo(it="Controlla un file di regole.", en="Checks a rule file.")
_HELP: Final = Testo(
    it="Controlla FILE di regole (fatti, norme, misure, avvisi) e di casi: tutti gli errori "
    "insieme, ognuno con file, riga e colonna. Ciò che un file dichiara vale "
    "per quelli che lo seguono.",
    en="Checks rule files (facts, norms, measures, notices) and files of cases: all the "
    "errors at once, each with file, line and column. What a file declares holds "
    "for those after it.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_SOUND: Final = Testo(it="{file}: {genere}, va bene", en="{file}: {genere}, sound")
_UNREADABLE: Final = frozenset({"non-utf8", "file-troppo-grande"})


def controlla(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(
            ["files"], type=click.Path(path_type=Path), metavar="FILE...", nargs=-1, required=True
        ),
        misure(lang),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
    ]
    return Comando(lang, "controlla", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    measures, _ = misure_di(opzioni["misure"], lang)
    controllo = Controllo(measures)
    esami = [controllo.esamina(byte_di(path, lang), str(path)) for path in opzioni["files"]]
    if opzioni["json"]:
        click.echo(_as_json(esami, lang))
    else:
        for esame in esami:
            click.echo("\n".join(_lines(esame, lang)))
    codes = {fault.code for esame in esami for fault in esame.difetti}
    if codes & _UNREADABLE:
        return ILLEGGIBILE
    return RILIEVI if codes else FATTO


def _lines(esame: Esame, lang: Lang) -> list[str]:
    if esame.difetti:
        return [fault.riga(lang) for fault in esame.difetti]
    return [_SOUND.render(lang).format(file=esame.file, genere=esame.genere.render(lang))]


def _as_json(esami: list[Esame], lang: Lang) -> str:
    faults = [difetto(fault, lang) for esame in esami for fault in esame.difetti]
    return json.dumps({"formato": FORMATO, "difetti": faults}, ensure_ascii=False, indent=1)
