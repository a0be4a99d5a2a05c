"""`casa-model cosa-manca`: what would change the outcome of an application, and who can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click
from attrs import frozen

from casa_model.casa import EsitoDomanda, Scarto
from casa_model.cli._assenti import consiglio
from casa_model.cli._chieste import decise
from casa_model.cli._comando import Comando
from casa_model.cli._ingressi import byte_dell_avviso, ingressi_di, rifiuta_misura
from casa_model.cli._json_cambiamenti import json_di, voce
from casa_model.cli._opzioni import ingressi
from casa_model.cli._porta import detta
from casa_model.cli._progresso import Progresso
from casa_model.cli._rotte import racconta
from casa_model.cli._uscite import FATTO, RILIEVI, Sbaglio
from casa_model.readers.changes import PASSI, Cambiamenti, Capitolo, changes, racconto
from casa_model.readers.porta import shut
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.cli._ingressi import Ingressi
    from casa_model.errors import Lang

_SHORT: Final = Testo(
    it="Dice che cosa cambierebbe l'esito di una domanda.",
    en="Tells what would change the outcome of an application.",
)
_HELP: Final = Testo(
    it="Dice, per ognuna delle DOMANDE di un AVVISO, i cambiamenti più piccoli che ne cambiano "
    "l'esito o alzano l'importo: che cosa può cambiare la persona, che cosa cambia il tempo e "
    "da quale giorno, che cosa nessuno può cambiare. Un dato alla volta; due, solo dove uno non "
    "basta. Ogni cambiamento è stato deciso di nuovo prima di essere mostrato. I valori dei fatti "
    "non si mostrano, se non li chiedi.",
    en="Tells, for each of the applications (DOMANDE) to a notice (AVVISO), the smallest changes "
    "that would change its outcome or raise its amount: what the person can change, what time "
    "changes and from which day, what nobody can change. One fact at a time; two, only where one "
    "is not enough. Every change was decided again before it is shown. Values of facts are not "
    "shown unless you ask.",
)
_REFERENCE: Final = Testo(
    it="Il riferimento della domanda da guardare; senza, si guardano tutte.",
    en="The reference of the application to look at; without it, all of them.",
)
_VALUES: Final = Testo(
    it="Mostra i valori dei fatti, le differenze e i giorni: solo dove può leggerli chi guarda.",
    en="Shows values of facts, differences and days: only where whoever looks may read them.",
)
_STEPS: Final = Testo(
    it="Quanti passi può fare la ricerca per una domanda; ciò che resta non deciso è detto.",
    en="How many steps the search for one application may take; what is left undecided is told.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_APPLICATION: Final = Testo(it="Domanda", en="Application")
_NOT_DECIDED: Final = Testo(it="non decisa", en="not decided")
_DAY: Final = Testo(
    it="`--al` qui non serve: un avviso dice da sé il giorno dei suoi requisiti e della sua legge; "
    "togli `--al`",
    en="`--al` is of no use here: a notice itself states the day of its requisites and of its law; "
    "remove `--al`",
)


@frozen
class Guardata:
    """One application: refused at the door, or the changes found for it, told."""

    esito: EsitoDomanda
    porta: tuple[str, ...]
    trovati: Cambiamenti | None
    capitoli: tuple[Capitolo, ...] = ()


def cosa_manca(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params = [
        *ingressi(lang),
        click.Option(["--riferimento"], metavar="X", help=_REFERENCE.render(lang)),
        click.Option(["--con-valori"], is_flag=True, help=_VALUES.render(lang)),
        click.Option(
            ["--passi"], type=click.IntRange(min=1), default=PASSI, help=_STEPS.render(lang)
        ),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
        click.Option(["--al"], hidden=True),
    ]
    return Comando(lang, "cosa-manca", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    if opzioni["al"] is not None:
        path = opzioni["avviso"]  # of a measure there is more to say than the day
        rifiuta_misura(byte_dell_avviso(path, lang), path)
        raise Sbaglio(_DAY)
    read = ingressi_di(opzioni, lang, Progresso(lang))
    asked = opzioni["riferimento"]
    racconta(read, asked, lang)
    advice = consiglio(read.lette, read.avviso, lang=lang)
    if advice is not None:
        click.echo(advice, err=True)
    scarti: list[tuple[str, str]] = []
    voci: list[dict[str, Any]] = []
    for _, esito in decise(read, asked):
        if isinstance(esito, Scarto):
            scarti.append((esito.riferimento, esito.motivo.render(lang)))
            said = f"{_NOT_DECIDED.render(lang)}: {scarti[-1][1]}"
            click.echo(f"{esito.riferimento}: {said}", err=True)
            continue
        found = _looked_at(read, esito, opzioni, lang)
        if opzioni["json"]:
            voci.append(voce(found, valori=opzioni["con_valori"]))
        else:
            click.echo(_told(found, lang))
    if opzioni["json"]:
        click.echo(json_di(read, asked, scarti, voci, lang))
    sound = not (scarti or any(fault.grave for fault in read.lette.difetti))
    return FATTO if sound else RILIEVI


def _looked_at(
    read: Ingressi, esito: EsitoDomanda, opzioni: dict[str, Any], lang: Lang
) -> Guardata:
    """What is found for one application; of what the door refused nothing is looked for."""
    said = detta(read.avviso, esito.verdict, lang)
    if shut(esito.verdict):
        return Guardata(esito, said, None)
    misura = read.avviso.misura
    trovati = changes(misura, esito.fatti, on=esito.verdict.on, passi=opzioni["passi"])
    told = racconto(misura, trovati, lang=lang, valori=opzioni["con_valori"])
    return Guardata(esito, said, trovati, told)


def _told(found: Guardata, lang: Lang) -> str:
    lines = [f"{_APPLICATION.render(lang)}: {found.esito.riferimento}"]
    lines += found.porta
    for capitolo in found.capitoli:
        lines += ["", capitolo.titolo, *(f"  - {riga}" for riga in capitolo.righe)]
    return "\n".join((*lines, ""))
