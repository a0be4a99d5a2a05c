"""`casa-model spiega`: outcomes in sentences, or as drafts of motivated notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa import Scarto, edizione
from casa_model.casa.porta import moment_of, protocol_of
from casa_model.cli._chieste import decise
from casa_model.cli._comando import Comando
from casa_model.cli._ingressi import ingressi_di
from casa_model.cli._json_spiegazione import json_di, voce
from casa_model.cli._opzioni import ingressi
from casa_model.cli._progresso import Progresso
from casa_model.cli._rotte import racconta
from casa_model.cli._uscite import FATTO, RILIEVI
from casa_model.readers.explain import Spiegazione, con_avviso, explain
from casa_model.readers.notice import motivated
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.casa import EsitoDomanda
    from casa_model.cli._ingressi import Ingressi
    from casa_model.errors import Lang
    from casa_model.nuclei import Domanda

PROCEDIMENTO: Final = "l-241-1990"
"""The law of the edition that says what a notice owes to who applied."""

_SHORT: Final = Testo(
    it="Spiega gli esiti in frasi, con gli articoli.",
    en="Explains the outcomes in sentences, with the articles.",
)
_HELP: Final = Testo(
    it="Spiega l'esito delle DOMANDE di un AVVISO in frasi: ogni requisito con il suo articolo, "
    "che cosa è stato guardato, che cosa manca. I valori dei fatti non si mostrano, se non li "
    "chiedi; l'importo che spetta sì.",
    en="Explains the outcomes of the applications (DOMANDE) to a notice (AVVISO) in sentences: "
    "every requirement with its article, what was looked at, what is missing. Values of facts "
    "are not shown unless you ask; the amount due is.",
)
_REFERENCE: Final = Testo(
    it="Il riferimento della domanda da spiegare; senza, si spiegano tutte.",
    en="The reference of the application to explain; without it, all of them.",
)
_VALUES: Final = Testo(
    it="Mostra i valori dei fatti: solo dove può leggerli chi guarda.",
    en="Shows the values of facts: only where whoever looks may read them.",
)
_NOTICE: Final = Testo(
    it="Scrive la bozza del provvedimento motivato (l. 241/1990) invece della spiegazione.",
    en="Writes the draft of the motivated notice (l. 241/1990) instead of the explanation.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_APPLICATION: Final = Testo(it="Domanda", en="Application")
_WARNING: Final = Testo(it="Avvertenza", en="Warning")
_NOT_DECIDED: Final = Testo(it="non decisa", en="not decided")


def spiega(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params = [
        *ingressi(lang),
        click.Option(["--riferimento"], metavar="X", help=_REFERENCE.render(lang)),
        click.Option(["--con-valori"], is_flag=True, help=_VALUES.render(lang)),
        click.Option(["--provvedimento"], is_flag=True, help=_NOTICE.render(lang)),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
    ]
    return Comando(lang, "spiega", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    read = ingressi_di(opzioni, lang, Progresso(lang))
    asked = opzioni["riferimento"]
    racconta(read, asked, lang)
    scarti: list[tuple[str, str]] = []
    voci: list[dict[str, Any]] = []
    for domanda, esito in decise(read, asked):
        if isinstance(esito, Scarto):
            scarti.append((esito.riferimento, esito.motivo.render(lang)))
            said = f"{_NOT_DECIDED.render(lang)}: {scarti[-1][1]}"
            click.echo(f"{esito.riferimento}: {said}", err=True)
            continue
        spiegazione = _explained(read, (domanda, esito), opzioni, lang)
        text = _told(read, esito, spiegazione, opzioni)
        if opzioni["json"]:
            voci.append(voce(esito, spiegazione, text, lang))
        else:
            click.echo(text)
    if opzioni["json"]:
        click.echo(json_di(read, asked, scarti, voci, lang))
    sound = not (read.rilievi or read.lette.difetti or scarti)
    return FATTO if sound else RILIEVI


def _explained(
    read: Ingressi, decisa: tuple[Domanda, EsitoDomanda], opzioni: dict[str, Any], lang: Lang
) -> Spiegazione:
    domanda, esito = decisa
    found = explain(
        read.avviso.misura, esito.fatti, esito.verdict, lang=lang, valori=opzioni["con_valori"]
    )
    return con_avviso(
        found,
        read.avviso,
        base=read.base,
        presentata=moment_of(domanda, esito.fatti),
        protocollo=protocol_of(esito.fatti),
    )


def _told(
    read: Ingressi, esito: EsitoDomanda, spiegazione: Spiegazione, opzioni: dict[str, Any]
) -> str:
    lang = spiegazione.lang
    if opzioni["provvedimento"]:
        return motivated(
            read.avviso.misura,
            spiegazione,
            legge=edizione().norme[PROCEDIMENTO],
            riferimento=esito.riferimento,
            ente=read.avviso.ente,
        ).testo()
    head = f"{_APPLICATION.render(lang)}: {esito.riferimento}\n"
    warnings = [f"{_WARNING.render(lang)}: {text.render(lang)}\n" for text in esito.avvertenze]
    return head + spiegazione.testo() + "".join(warnings)
