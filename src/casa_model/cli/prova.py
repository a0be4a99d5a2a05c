"""`casa-model prova`: do the rules answer what people worked out by hand? Where not, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.cli._casi import prove_di
from casa_model.cli._comando import Comando
from casa_model.cli._giorni import giorno_di, senza_giorno
from casa_model.cli._ingressi import misure_di
from casa_model.cli._json_decisione import FORMATO, difetto
from casa_model.cli._opzioni import decimali, misure
from casa_model.cli._uscite import FATTO, RILIEVI
from casa_model.readers.cases import StatoCaso, perche, prova, racconta
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.cli._casi import Prove
    from casa_model.errors import Fault, Lang
    from casa_model.readers.cases import EsitoCaso

_SHORT: Final = Testo(
    it="Prova le regole con i casi risolti a mano.", en="Tries the rules on cases worked by hand."
)
_HELP: Final = Testo(
    it="Prova le REGOLE con i CASI (TOML o CSV) che una persona ha risolto a mano: di ogni caso "
    "che non torna dice riga, atteso, ottenuto e perché, con l'articolo. REGOLE è un avviso o una "
    "misura, oppure il codice di una misura dell'edizione: senza CASI si provano quelli "
    "dell'edizione. Si possono dare anche solo i CASI (`.casi.toml`, `.casi.csv`), se dicono le "
    "loro `regole`.",
    en="Tries the rules (REGOLE) on cases (CASI, TOML or CSV) that a person worked by hand: of "
    "each case that does not come out it tells the line, what was expected, what was got and why, "
    "with the article. REGOLE is a notice or a measure, or the code of a measure of the edition: "
    "without CASI those of the edition are tried. CASI alone (`.casi.toml`, `.casi.csv`) will do "
    "too, if they name their `regole`.",
)
_DAY: Final = Testo(
    it="Il giorno di cui vale la legge, come 2024-09-02, per i casi che non lo dicono.",
    en="The day whose law applies, as 2024-09-02, for cases that do not say it.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_TOTALS: Final = Testo(
    it="casi {casi}: superati {superato}, falliti {fallito}, da scrivere {da_scrivere}, "
    "non provati {non_provato}",
    en="cases {casi}: passed {superato}, failed {fallito}, to be written {da_scrivere}, "
    "not tried {non_provato}",
)


def prova_(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(["regole"], metavar="REGOLE"),
        click.Argument(["casi"], type=click.Path(path_type=Path), metavar="[CASI]...", nargs=-1),
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
        decimali(lang),
        misure(lang),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
    ]
    return Comando(lang, "prova", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    measures, told = misure_di(opzioni["misure"], lang)
    on = None if opzioni["al"] is None else giorno_di(opzioni["al"], "--al")
    tried: list[tuple[Prove, EsitoCaso]] = []
    for prove in prove_di(opzioni, measures, lang):
        senza_giorno(prove.misura, opzioni["al"])
        told += prove.rilievi
        tried += [(prove, esito) for esito in prova(prove.regole, prove.casi, on=on)]
    if opzioni["json"]:
        click.echo(_as_json(tried, told, lang))
    else:
        for fault in told:
            click.echo(fault.riga(lang), err=True)
        for prove, esito in tried:
            if not esito.superato:
                click.echo("\n".join(racconta(prove.regole, esito, lang=lang)) + "\n")
        counts = {stato.name.lower(): n for stato, n in _totals(tried).items()}
        click.echo(_TOTALS.render(lang).format(casi=len(tried), **counts))
    return FATTO if all(esito.superato for _, esito in tried) else RILIEVI


def _totals(tried: list[tuple[Prove, EsitoCaso]]) -> dict[StatoCaso, int]:
    states = [esito.stato for _, esito in tried]
    return {stato: states.count(stato) for stato in StatoCaso}


def _as_json(tried: list[tuple[Prove, EsitoCaso]], told: list[Fault], lang: Lang) -> str:
    whole = {
        "formato": FORMATO,
        "difetti": [difetto(fault, lang) for fault in told],
        "totali": {stato.value: n for stato, n in _totals(tried).items()},
        "casi": [dict(_case(prove, esito, lang)) for prove, esito in tried],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _case(prove: Prove, esito: EsitoCaso, lang: Lang) -> Iterator[tuple[str, Any]]:
    caso = esito.caso
    yield "regole", prove.misura.codice
    yield "codice", caso.codice
    yield "file", None if caso.place is None else caso.place.file
    yield "riga", None if caso.place is None else caso.place.line
    yield "norma", None if caso.norma is None else str(caso.norma)
    yield "stato", esito.stato.value
    yield "motivo", None if esito.motivo is None else esito.motivo.render(lang)
    yield (
        "scostamenti",
        [
            {"aspetto": s.aspetto.value, "atteso": list(s.atteso), "ottenuto": list(s.ottenuto)}
            for s in esito.scostamenti
        ],
    )
    yield "perche", list(perche(prove.regole, esito, lang=lang))
