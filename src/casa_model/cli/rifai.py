"""`casa-model rifai`: a filed decision made again, or what is no longer the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model import __version__
from casa_model.casa import Ambito, leggi_avviso, replay
from casa_model.cli._comando import Comando
from casa_model.cli._ingressi import byte_di, misure_di
from casa_model.cli._json_decisione import FORMATO
from casa_model.cli._opzioni import misure
from casa_model.cli._uscite import FATTO, RILIEVI, Sbaglio
from casa_model.exchange import leggi_verbale
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.casa import Discordanza, Riscontro, Verbale
    from casa_model.errors import Lang
    from casa_model.rules.avviso import Avviso

_SHORT: Final = Testo(it="Rifà una decisione archiviata.", en="Makes a filed decision again.")
_HELP: Final = Testo(
    it="Rifà la decisione di un VERBALE (scritto da `decidi --verbale`) con il testo "
    "dell'avviso che il verbale contiene, e dice se tutto viene uguale; altrimenti nomina ciò che "
    "è diverso: requisiti, parametri, fatti, versione, esiti, graduatoria.",
    en="Makes the decision of a record (VERBALE, written by `decidi --verbale`) "
    "again with the text of the notice that it holds, and says whether all comes out the same; "
    "else it names what differs: requirements, parameters, facts, version, outcomes, ranking.",
)
_NOTICE: Final = Testo(
    it="Rifà la decisione con questo avviso invece di quello del verbale.",
    en="Makes the decision again with this notice instead of that of the record.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_ALONE: Final = Testo(
    it="`--misure` vale solo con `--avviso`: il verbale ha già le sue",
    en="`--misure` goes only with `--avviso`: the record has its own",
)
_MADE: Final = Testo(
    it="verbale di casa_model {prima}, rifatto con {ora}: {quante} domande",
    en="record of casa_model {prima}, made again with {ora}: {quante} applications",
)
_DISCARDED: Final = Testo(
    it="righe scartate alla lettura, che nessuno ha deciso: {quante}",
    en="rows discarded by the reader, which nobody decided: {quante}",
)
_ROW: Final = Testo(it="  riga {riga}, {nome}: {perche}", en="  line {riga}, {nome}: {perche}")
_NAMELESS: Final = Testo(it="senza un riferimento leggibile", en="without a readable reference")
_SAME: Final = Testo(
    it="tutto viene uguale: regole, domande, esiti, graduatoria",
    en="all comes out the same: rules, applications, outcomes, ranking",
)
_DIFFERENT: Final = Testo(it="cose diverse: {quante}", en="things that differ: {quante}")
_AMBITI: Final = {
    "semantica": Testo(it="versione", en="version"),
    "requisito": Testo(it="requisito", en="requirement"),
    "definizione": Testo(it="definizione", en="definition"),
    "parametro": Testo(it="parametro", en="parameter"),
    "fatto": Testo(it="fatto", en="fact"),
    "misura": Testo(it="regole", en="rules"),
    "domanda": Testo(it="domanda", en="application"),
    "esito": Testo(it="esito", en="outcome"),
    "graduatoria": Testo(it="graduatoria", en="ranking"),
}


_PARTI: Final = {
    "misura": Testo(it="quale misura", en="which measure"),
    "ordine": Testo(it="quali requisiti e fatti", en="which requirements and facts"),
    "importo": Testo(it="importo", en="amount"),
    "graduatoria": Testo(it="criteri della graduatoria", en="criteria of the ranking"),
    "giorni": Testo(it="giorno dei requisiti e date", en="day of the requisites and dates"),
    "termini": Testo(it="termini delle domande", en="terms of the applications"),
    "dotazione": Testo(it="dotazione", en="endowment"),
}
"""The parts of a measure or a notice that have no name of their own."""


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
        click.echo(_as_json(verbale, riscontro, lang))
    else:
        click.echo("\n".join(_lines(verbale, riscontro, lang)))
    return FATTO if riscontro.uguale else RILIEVI


def _notice(opzioni: dict[str, Any], lang: Lang) -> Avviso | None:
    path = opzioni["avviso"]
    if path is None:
        return None
    measures, _ = misure_di(opzioni["misure"], lang)
    return leggi_avviso(byte_di(path, lang), file=str(path), misure=measures).valore


def _lines(verbale: Verbale, riscontro: Riscontro, lang: Lang) -> list[str]:
    made = _MADE.render(lang).format(
        prima=_shown(verbale.versione), ora=__version__, quante=len(verbale.voci)
    )
    head = [made, *_discarded(verbale, lang)]
    if riscontro.uguale:
        return [*head, _SAME.render(lang)]
    count = _DIFFERENT.render(lang).format(quante=len(riscontro.discordanze))
    return [*head, *(_line(each, lang) for each in riscontro.discordanze), count]


def _discarded(verbale: Verbale, lang: Lang) -> Iterator[str]:
    """The rows that were no application: nothing to make again, somebody who may ask."""
    if verbale.scartate:
        yield _DISCARDED.render(lang).format(quante=len(verbale.scartate))
    for row in verbale.scartate:
        known = row.riferimento is not None
        name = f"`{row.riferimento}`" if known else _NAMELESS.render(lang)
        why = "; ".join(text.render(lang) for text in row.motivi)
        yield _shown(_ROW.render(lang).format(riga=row.riga, nome=name, perche=why))


def _line(each: Discordanza, lang: Lang) -> str:
    part = _PARTI.get(each.nome) if each.ambito is Ambito.MISURA else None
    name = f"`{each.nome}`" if part is None else f"({part.render(lang)})"
    return _shown(f"{_AMBITI[each.ambito].render(lang)} {name}: {each.testo.render(lang)}")


def _shown(text: str) -> str:
    """A text whose names come from a file: what would act on a terminal is spelt out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _as_json(verbale: Verbale, riscontro: Riscontro, lang: Lang) -> str:
    told = [
        {"ambito": each.ambito.value, "nome": each.nome, "testo": each.testo.render(lang)}
        for each in riscontro.discordanze
    ]
    root = {
        "formato": FORMATO,
        "versione": {"verbale": verbale.versione, "ora": __version__},
        "domande": len(verbale.voci),
        "scartate": [
            {
                "riga": row.riga,
                "riferimento": row.riferimento,
                "motivi": [text.render(lang) for text in row.motivi],
            }
            for row in verbale.scartate
        ],
        "uguale": riscontro.uguale,
        "discordanze": told,
    }
    return json.dumps(root, ensure_ascii=False, indent=1)
