"""`casa-model presidi`: where services are given, and whether they are open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa import programma_intero
from casa_model.cli._comando import Comando
from casa_model.cli._fonti import righe_di
from casa_model.cli._giorni import giorno_di, istante_di
from casa_model.cli._pagina import Riga, Tavola, stampa
from casa_model.cli._uscite import FATTO
from casa_model.programma.orari import Momento
from casa_model.programma.riservati import senza_riservati
from casa_model.programma.servizi import Professione, TipoServizio
from casa_model.programma.territorio import Aler, Comune, Quartiere
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from casa_model.errors import Lang
    from casa_model.programma.presidi import Presidio
    from casa_model.programma.programma import Programma

_SHORT: Final = Testo(it="Elenca i presidi.", en="Lists the presidi.")
_HELP: Final = Testo(
    it="Elenca i presidi dell'edizione: di chi sono, dove, con quali servizi, persone e orari, e "
    "da quale fonte. Quel che non è noto non c'è: senza orari non vuol dire chiuso. Dove sono i "
    "servizi per le donne vittime di violenza non si dice.",
    en="Lists the presidi of the edition: whose they are, where, with which services, people and "
    "hours, and from which source. What is not known is not there: no hours is not closed. Where "
    "services for women victims of violence are is not told.",
)
_ALER: Final = Testo(
    it="Solo quelli di una Aler, per codice.", en="Only those of one Aler, by code."
)
_SERVICE: Final = Testo(
    it="Solo quelli con un servizio, per codice.", en="Only those with a service, by code."
)
_OPEN: Final = Testo(
    it="Solo quelli aperti in quell'istante, come 2025-10-06T10:30, o di cui non si sa.",
    en="Only those open at that instant, as 2025-10-06T10:30, or of which it is not known.",
)
_DAY: Final = Testo(
    it="Come erano in quel giorno, come 2025-10-06.", en="As they were on that day, as 2025-10-06."
)
_NONE: Final = Testo(it="nessun presidio noto", en="no known presidio")
_RESERVED: Final = Testo(
    it="dove si dà questo servizio non si dice: è riservato a chi ne ha bisogno",
    en="where this service is given is not told: it is reserved to those who need it",
)
_HOURS: Final = Testo(
    it="Gli orari sono quelli delle fonti: feste e chiusure che non dicono non si vedono.",
    en="Hours are those of the sources: holidays and closures that they do not tell are not seen.",
)
_WORDS: Final = {
    "titolo": Testo(it="Presidi", en="Presidi"),
    "codice": Testo(it="codice", en="code"),
    "nome": Testo(it="nome", en="name"),
    "ente": Testo(it="ente", en="owner"),
    "comune": Testo(it="comune", en="comune"),
    "aperto": Testo(it="aperto", en="open"),
    "servizi": Testo(it="servizi", en="services"),
    "organico": Testo(it="persone", en="people"),
    "orari": Testo(it="orari", en="hours"),
    "indirizzo": Testo(it="dove", en="where"),
    "quartiere": Testo(it="quartiere", en="quarter"),
    "dal": Testo(it="dal", en="since"),
}
_ANSWERS: Final = {
    True: Testo(it="sì", en="yes"),
    None: Testo(it="non noto", en="not known"),
}


def presidi(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Option(["--aler"], metavar="CODICE", help=_ALER.render(lang)),
        click.Option(["--servizio"], metavar="CODICE", help=_SERVICE.render(lang)),
        click.Option(["--aperto-il"], metavar="ISTANTE", help=_OPEN.render(lang)),
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
    ]
    return Comando(lang, "presidi", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    shown = senza_riservati(programma_intero())
    instant = None
    if opzioni["aperto_il"] is not None:
        instant = istante_di(opzioni["aperto_il"], "--aperto-il")
    if opzioni["al"] is not None:
        shown = shown.il(giorno_di(opzioni["al"], "--al"))
    elif instant is not None:
        # What is open then has the services of that day, in Italy.
        shown = shown.il(date.fromordinal(Momento.of(instant).day.ordinal))
    aler, servizio = opzioni["aler"], opzioni["servizio"]
    if aler is not None:
        shown.trova(Aler, aler)
    if servizio is not None:
        shown.trova(TipoServizio, servizio)
    found = [
        each
        for each in shown.presidi
        if (aler is None or each.ente == aler)
        and (servizio is None or any(s.servizio == servizio for s in each.servizi))
        and (instant is None or each.aperto_il(instant) is not False)
    ]
    if not found:
        reserved = servizio is not None and shown.trova(TipoServizio, servizio).riservato
        click.echo((_RESERVED if reserved else _NONE).render(lang))
    stampa(_table(shown, found, instant, lang))
    if found and instant is not None:
        click.echo(f"\n{_HOURS.render(lang)}")
    return FATTO


def _table(
    programma: Programma, found: list[Presidio], instant: datetime | None, lang: Lang
) -> Tavola:
    names = ["codice", "nome", "ente", "comune", *(["aperto"] if instant is not None else [])]
    rows = [
        Riga(tuple(_cells(programma, each, instant, lang)), tuple(_notes(programma, each, lang)))
        for each in found
    ]
    columns = tuple(_WORDS[name].render(lang) for name in names)
    return Tavola(_WORDS["titolo"].render(lang), columns, tuple(rows))


def _cells(
    programma: Programma, presidio: Presidio, instant: datetime | None, lang: Lang
) -> Iterator[str]:
    yield presidio.codice
    yield presidio.nome.render(lang)
    yield programma.ente(presidio.ente).nome
    yield programma.trova(Comune, presidio.comune).nome
    if instant is not None:
        yield _ANSWERS[True if presidio.aperto_il(instant) else None].render(lang)


def _notes(programma: Programma, presidio: Presidio, lang: Lang) -> Iterator[str]:
    told: dict[str, str | None] = {
        "quartiere": presidio.quartiere and programma.trova(Quartiere, presidio.quartiere).nome,
        "indirizzo": presidio.indirizzo,
        "dal": None if presidio.dal is None else str(presidio.dal),
        "servizi": ", ".join(
            programma.trova(TipoServizio, each.servizio).nome.render(lang)
            for each in presidio.servizi
        ),
        "organico": ", ".join(_people(programma, presidio, lang)),
        "orari": "; ".join(each.render(lang) for each in presidio.orari),
    }
    for name, text in told.items():
        if text:
            yield f"{_WORDS[name].render(lang)}: {text}"
    yield from _sources(programma, presidio, lang)
    yield from (note.render(lang) for note in presidio.note)


def _sources(programma: Programma, presidio: Presidio, lang: Lang) -> Iterable[str]:
    """Of the presidio, and of its services, people and hours where they have another; each once."""
    atti = {each.codice: each for each in programma.atti}
    fonti = [presidio.fonte, *(each.fonte for each in presidio.servizi)]
    fonti += [ruolo.fonte for ruolo in presidio.organico or ()]
    fonti += [noto.fonte for noto in presidio.orari]
    return dict.fromkeys(line for fonte in fonti for line in righe_di(fonte, atti, lang))


def _people(programma: Programma, presidio: Presidio, lang: Lang) -> Iterator[str]:
    for ruolo in presidio.organico or ():
        name = programma.trova(Professione, ruolo.professione).nome.render(lang)
        yield name if ruolo.quanti is None else f"{name}: {ruolo.quanti.render(lang)}"
