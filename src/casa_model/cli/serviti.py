"""`casa-model serviti`: who is served and who is not, as far as it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa import programma
from casa_model.cli._comando import Comando
from casa_model.cli._giorni import giorno_al
from casa_model.cli._pagina import Riga, Tavola, stampa
from casa_model.cli._uscite import FATTO
from casa_model.programma.cifre import Precisione
from casa_model.programma.riservati import senza_riservati
from casa_model.programma.serviti import fabbisogni, per_aler, scoperti
from casa_model.programma.servizi import Professione, TipoServizio
from casa_model.programma.territorio import Aler, Comune, Quartiere
from casa_model.values import Testo

if TYPE_CHECKING:
    from datetime import date

    from casa_model.errors import Lang
    from casa_model.programma.programma import Programma
    from casa_model.programma.serviti import ServitoDaAler

_SHORT: Final = Testo(it="Mostra chi è servito e chi no.", en="Shows who is served and who is not.")
_HELP: Final = Testo(
    it="Mostra, in un giorno, i presidi e le persone di ogni Aler, gli alloggi per persona, quel "
    "che chiede lo standard dei quartieri di cui si sanno gli abitanti, e i quartieri in cui "
    "nessuna fonte dice che un servizio c'è. Quel che non è noto non è zero.",
    en="Shows, on a day, the presidi and people of each Aler, the dwellings for each person, what "
    "the standard asks for in the quarters whose inhabitants are known, and the quarters where no "
    "source says that a service is. What is not known is not zero.",
)
_DAY: Final = Testo(it="Il giorno, come 2025-10-06.", en="The day, as 2025-10-06.")
_WHO: Final = Testo(
    it="La professione che si conta, per codice.", en="The profession that is counted, by code."
)
_WORDS: Final = {
    "aler": Testo(it="Aler", en="Aler"),
    "presidi": Testo(it="presidi noti", en="known presidi"),
    "alloggi": Testo(it="alloggi", en="dwellings"),
    "ognuno": Testo(it="alloggi per persona", en="dwellings each"),
    "standard": Testo(it="Standard", en="Standard"),
    "quartiere": Testo(it="quartiere", en="quarter"),
    "comune": Testo(it="comune", en="comune"),
    "senza_abitanti": Testo(
        it="Standard: di nessun quartiere si sanno gli abitanti.",
        en="Standard: of no quarter are the inhabitants known.",
    ),
    "abitanti": Testo(it="abitanti", en="inhabitants"),
    "chiesti": Testo(it="persone chieste", en="people asked for"),
    "presenti": Testo(it="presenti", en="there"),
    "scoperti": Testo(it="Quartieri senza un servizio noto", en="Quarters without a known service"),
    "servizi": Testo(it="servizi", en="services"),
    "non_noto": Testo(it="non noto", en="not known"),
}


def serviti(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    params: list[click.Parameter] = [
        click.Option(["--al"], metavar="GIORNO", help=_DAY.render(lang)),
        click.Option(
            ["--professione"],
            metavar="CODICE",
            default="community-manager",
            show_default=True,
            help=_WHO.render(lang),
        ),
    ]
    return Comando(lang, "serviti", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    on = giorno_al(opzioni["al"])
    shown = senza_riservati(programma(on=on))
    who = shown.trova(Professione, opzioni["professione"])
    stampa(_per_aler(shown, on, who, lang))
    needs = _needs(shown, on, lang)
    stampa(needs)
    if not needs.righe:
        click.echo(f"\n{_w('senza_abitanti', lang)}")
    stampa(_without(shown, on, lang))
    return FATTO


def _w(name: str, lang: Lang) -> str:
    return _WORDS[name].render(lang)


def _known(value: object, lang: Lang) -> str:
    return _w("non_noto", lang) if value is None else str(value)


def _share(each: ServitoDaAler, lang: Lang) -> str:
    if each.alloggi_per_addetto is None:
        return _w("non_noto", lang)
    # Two decimals of about so many would be more than anybody knows.
    exact = each.precisione is Precisione.ESATTA
    plain = f"{each.alloggi_per_addetto:,}" if exact else f"{each.alloggi_per_addetto:,.0f}"
    text = plain.translate(str.maketrans(",.", ".,")) if lang == "it" else plain
    return each.precisione.render(text, lang)


def _per_aler(shown: Programma, on: date, who: Professione, lang: Lang) -> Tavola:
    rows = [
        Riga(
            (
                shown.trova(Aler, each.aler).nome,
                str(each.presidi),
                _w("non_noto", lang) if each.alloggi is None else each.alloggi.render(lang),
                _w("non_noto", lang) if each.addetti is None else each.addetti.render(lang),
                _share(each, lang),
            )
        )
        for each in per_aler(shown, on=on, professione=who.codice)
    ]
    people = who.nome.render(lang)
    names = [_w(name, lang) for name in ("aler", "presidi", "alloggi")]
    columns = (*names, people, _w("ognuno", lang))
    return Tavola(_w("aler", lang), columns, tuple(rows), frozenset(range(1, 5)))


def _needs(shown: Programma, on: date, lang: Lang) -> Tavola:
    atti = {each.codice: each for each in shown.atti}
    rows = [
        Riga(
            (
                *_place(shown, each.quartiere),
                shown.trova(Professione, each.professione).nome.render(lang),
                each.abitanti.render(lang),
                str(each.chiesti),
                _known(each.presenti, lang),
            ),
            (each.fonte.render(atti, lang),),
        )
        for each in fabbisogni(shown, on=on)
    ]
    names = ("quartiere", "comune", "standard", "abitanti", "chiesti", "presenti")
    columns = tuple(_w(name, lang) for name in names)
    return Tavola(_w("standard", lang), columns, tuple(rows), frozenset({3, 4, 5}))


def _place(shown: Programma, codice: str) -> tuple[str, str]:
    quartiere = shown.trova(Quartiere, codice)
    return quartiere.nome, shown.trova(Comune, quartiere.comune).nome


def _without(shown: Programma, on: date, lang: Lang) -> Tavola:
    missing: dict[str, list[str]] = {}
    for each in scoperti(shown, on=on):
        tipo = shown.trova(TipoServizio, each.servizio)
        if not tipo.riservato:
            missing.setdefault(each.quartiere, []).append(tipo.nome.render(lang))
    rows = [Riga((*_place(shown, name), ", ".join(services))) for name, services in missing.items()]
    columns = tuple(_w(name, lang) for name in ("quartiere", "comune", "servizi"))
    return Tavola(_w("scoperti", lang), columns, tuple(rows))
