"""`casa-model esporta`: the programme for other systems."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa import programma_intero
from casa_model.cli._comando import Comando
from casa_model.cli._giorni import giorno_al
from casa_model.cli._uscite import FATTO, Sbaglio
from casa_model.exchange.hsds import hsds
from casa_model.exchange.ical import presidio_ical
from casa_model.exchange.presidi import presidi_csv, programma_json
from casa_model.programma.presidi import Presidio
from casa_model.programma.riservati import senza_riservati
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.errors import Lang

_SHORT: Final = Testo(it="Esporta il programma.", en="Exports the programme.")
_HELP: Final = Testo(
    it="Scrive il programma di un giorno in un formato di altri: `hsds` (HSDS 3.1, JSON), `ical` "
    "(gli orari di un presidio), `csv` (i presidi), `json` (tutto, nel nostro formato). Dove sono "
    "i servizi riservati si scrive solo con `--con-riservati`.",
    en="Writes the programme of a day in a format of others: `hsds` (HSDS 3.1, JSON), `ical` (the "
    "hours of a presidio), `csv` (the presidi), `json` (all of it, in our own format). Where "
    "reserved services are is written only with `--con-riservati`.",
)
_DAY: Final = Testo(it="Il giorno, come 2025-10-06.", en="The day, as 2025-10-06.")
_WHICH: Final = Testo(
    it="Il presidio, per codice: serve a `ical`.", en="The presidio, by code: `ical` needs it."
)
_ALL: Final = Testo(
    it="Scrive anche dove sono i servizi per le donne vittime di violenza: per chi può saperlo.",
    en="Also writes where services for women victims of violence are: for who may know it.",
)
_NO_PRESIDIO: Final = Testo(
    it="`ical` è di un presidio; aggiungi `--presidio CODICE`",
    en="`ical` is of one presidio; add `--presidio CODICE`",
)
_ONLY_ICAL: Final = Testo(
    it="`--presidio` è solo di `ical`: gli altri formati hanno tutti i presidi; toglilo",
    en="`--presidio` is only of `ical`: the other formats hold all presidi; take it away",
)
_NO_HOURS: Final = Testo(
    it="avvertenza: gli orari di `{}` non sono noti: il calendario è vuoto, e non vuol dire chiuso",
    en="warning: the hours of `{}` are not known: the calendar is empty, and that is not closed",
)
_NO_SERVICES: Final = Testo(
    it="avvertenza: HSDS non ha luoghi senza servizi: mancano i presidi senza servizi noti, {}",
    en="warning: HSDS has no places without services: presidi without known ones are left out, {}",
)


def esporta(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Argument(["formato"], type=click.Choice(["hsds", "ical", "csv", "json"])),
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
        click.Option(["--presidio"], metavar="CODICE", help=_WHICH.render(lang)),
        click.Option(["--con-riservati"], is_flag=True, help=_ALL.render(lang)),
    ]
    return Comando(lang, "esporta", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    on = giorno_al(opzioni["al"])
    if opzioni["formato"] == "ical" and opzioni["presidio"] is None:
        raise Sbaglio(_NO_PRESIDIO)
    if opzioni["formato"] != "ical" and opzioni["presidio"] is not None:
        raise Sbaglio(_ONLY_ICAL)
    click.echo(_written(opzioni, on, lang), nl=False)
    for advice in _lacking(opzioni, on, lang):
        click.echo(advice, err=True)
    return FATTO


def _lacking(opzioni: dict[str, Any], on: date, lang: Lang) -> Iterator[str]:
    """What an export cannot say, on the other stream: what is not known must not look closed."""
    formato, code = opzioni["formato"], opzioni["presidio"]
    if formato not in {"ical", "hsds"}:
        return
    shown = senza_riservati(programma_intero().il(on))
    if formato == "ical":
        if not shown.trova(Presidio, code).orari:
            yield _NO_HOURS.render(lang).format(code)
    else:
        without = ", ".join(f"`{each.codice}`" for each in shown.presidi if not each.servizi)
        if without:
            yield _NO_SERVICES.render(lang).format(without)


def _written(opzioni: dict[str, Any], on: date, lang: Lang) -> str:
    everything = opzioni["con_riservati"]
    whole = programma_intero()
    match opzioni["formato"]:
        case "hsds":
            found = hsds(whole, on=on, lang=lang, riservati=everything)
            return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        case "ical":
            code = opzioni["presidio"]
            return presidio_ical(whole.il(on), code, on=on, lang=lang, riservati=everything)
        case "csv":
            return presidi_csv(whole, on=on, lang=lang, riservati=everything)
        case _:
            return programma_json(whole.il(on), riservati=everything) + "\n"
