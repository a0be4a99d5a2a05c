"""`casa-model stato`: how far the money of some lines has gone, by line, body and year."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa import programma_intero
from casa_model.cli._comando import Comando
from casa_model.cli._dubbi import dubbi
from casa_model.cli._giorni import giorno_di
from casa_model.cli._ingressi import byte_di
from casa_model.cli._pagina import Riga, Tavola, stampa
from casa_model.cli._uscite import FATTO, Sbaglio
from casa_model.programma.leggi import leggi_registro
from casa_model.programma.spesa import attuazione
from casa_model.values import Testo

if TYPE_CHECKING:
    from decimal import Decimal

    from casa_model.errors import Lang
    from casa_model.programma.spesa import Attuazione, Conto, Saldi

FORMATO: Final = 1
"""The format of the JSON."""

_SHORT: Final = Testo(it="Mostra lo stato di attuazione.", en="Shows the state of implementation.")
_HELP: Final = Testo(
    it="Mostra lo stato di attuazione delle linee i cui movimenti stanno nei file REGISTRO (TOML): "
    "stanziato, impegnato, liquidato, percentuali, per linea, per ente e per anno, alla fine di un "
    "giorno. La percentuale del liquidato è dello stanziato; per un ente, del suo impegnato. Dice "
    "anche che cosa non torna con il programma regionale.",
    en="Shows the state of implementation of the lines whose entries stand in the files REGISTRO "
    "(TOML): endowed, committed, paid, percentages, by line, body and year, at the end of a day. "
    "The percentage of what is paid is of the endowment; of a body, of what it is committed. It "
    "also tells what does not agree with the regional programme.",
)
_DAY: Final = Testo(
    it="Il giorno, come 2025-12-31; senza, quello dell'ultimo movimento.",
    en="The day, as 2025-12-31; without it, that of the last entry.",
)
_JSON: Final = Testo(it="Scrive tutto come un oggetto JSON.", en="Writes all as one JSON object.")
_EMPTY: Final = Testo(
    it="i registri non hanno movimenti: scrivi il giorno con `--al`",
    en="the ledgers have no entries: write the day with `--al`",
)
_WORDS: Final = {
    "linee": Testo(it="Linee al {}", en="Lines on {}"),
    "enti": Testo(it="Enti", en="Bodies"),
    "anni": Testo(it="Alla fine di ogni anno", en="At the end of each year"),
    "linea": Testo(it="linea", en="line"),
    "ente": Testo(it="ente", en="body"),
    "anno": Testo(it="anno", en="year"),
    "totale": Testo(it="totale", en="total"),
    "stanziato": Testo(it="stanziato", en="endowed"),
    "impegnato": Testo(it="impegnato", en="committed"),
    "liquidato": Testo(it="liquidato", en="paid"),
    "disponibile": Testo(it="disponibile", en="available"),
    "economie": Testo(it="economie", en="savings"),
    "revoche": Testo(it="revoche", en="revoked"),
}


def stato(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(
            ["registri"],
            nargs=-1,
            required=True,
            type=click.Path(path_type=Path),
            metavar="REGISTRO...",
        ),
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
    ]
    return Comando(lang, "stato", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    registri = [leggi_registro(byte_di(p, lang), file=str(p)) for p in opzioni["registri"]]
    if opzioni["al"] is None:
        on = max((each.ultimo for each in registri if each.ultimo is not None), default=None)
    else:
        on = giorno_di(opzioni["al"], "--al")
    if on is None:
        raise Sbaglio(_EMPTY)
    found = attuazione(registri, on=on)
    if opzioni["json"]:
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        for tavola in _tables(found, lang):
            stampa(tavola)
    for line in dubbi(found.linee, programma_intero(), lang):
        click.echo(line, err=True)
    return FATTO


def _w(name: str, lang: Lang) -> str:
    return _WORDS[name].render(lang)


def _tables(found: Attuazione, lang: Lang) -> list[Tavola]:
    lines = [(each.linea, each.saldi) for each in found.linee]
    total = [(_w("totale", lang), found.totale)]
    bodies = [(each.beneficiario, each.conto) for each in found.beneficiari]
    years = [(str(each.anno), each.a_fine_anno) for each in found.anni]
    return [
        _balances(_w("linee", lang).format(found.giorno), "linea", [*lines, *total], lang),
        Tavola(
            _w("enti", lang),
            tuple(_w(n, lang) for n in ("ente", "impegnato", "liquidato", "economie", "revoche")),
            tuple(Riga((name, *_account(conto, lang))) for name, conto in bodies),
            frozenset(range(1, 5)),
        ),
        _balances(_w("anni", lang), "anno", years, lang),
    ]


def _balances(title: str, first: str, rows: list[tuple[str, Saldi]], lang: Lang) -> Tavola:
    names = (first, "stanziato", "impegnato", "liquidato", "disponibile")
    return Tavola(
        title,
        tuple(_w(name, lang) for name in names),
        tuple(Riga((name, *_balance(saldi, lang))) for name, saldi in rows),
        frozenset(range(1, 5)),
    )


def _balance(saldi: Saldi, lang: Lang) -> tuple[str, ...]:
    committed = _share(saldi.percentuale_impegnato, lang)
    paid = _share(saldi.percentuale_liquidato, lang)
    return (
        saldi.stanziato.render(lang),
        f"{saldi.impegnato.render(lang)}{committed}",
        f"{saldi.liquidato.render(lang)}{paid}",
        saldi.disponibile.render(lang),
    )


def _account(conto: Conto, lang: Lang) -> tuple[str, ...]:
    paid = _share(conto.percentuale_liquidato, lang)
    return (
        conto.impegnato.render(lang),
        f"{conto.liquidato.render(lang)}{paid}",
        conto.economie.render(lang),
        conto.revoche.render(lang),
    )


def _share(percent: Decimal | None, lang: Lang) -> str:
    if percent is None:
        return ""
    text = str(percent)
    return f" ({text.replace('.', ',') if lang == 'it' else text} %)"


def as_json(found: Attuazione) -> dict[str, Any]:
    """The report as JSON has it: amounts are texts such as `"9360.00"`, a share may be null.

    `percentuale_liquidato` is of what is endowed; of a body, which has no endowment, of what is
    committed to it.
    """
    return {
        "formato": FORMATO,
        "giorno": str(found.giorno),
        "linee": [{"linea": each.linea, **_saldi(each.saldi)} for each in found.linee],
        "enti": [{"ente": each.beneficiario, **_conto(each.conto)} for each in found.beneficiari],
        "anni": [{"anno": each.anno, **_saldi(each.a_fine_anno)} for each in found.anni],
        "totale": _saldi(found.totale),
    }


def _saldi(saldi: Saldi) -> dict[str, Any]:
    return {
        "stanziato": str(saldi.stanziato),
        "disponibile": str(saldi.disponibile),
        **_conto(saldi.conto),
        "percentuale_impegnato": _text(saldi.percentuale_impegnato),
        "percentuale_liquidato": _text(saldi.percentuale_liquidato),
    }


def _conto(conto: Conto) -> dict[str, Any]:
    return {
        "impegnato": str(conto.impegnato),
        "liquidato": str(conto.liquidato),
        "economie": str(conto.economie),
        "revoche": str(conto.revoche),
        "percentuale_liquidato": _text(conto.percentuale_liquidato),
    }


def _text(percent: Decimal | None) -> str | None:
    return None if percent is None else str(percent)
