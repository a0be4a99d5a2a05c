"""What came of a record made again: lines for a person, or one JSON object."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from casa_model import __version__
from casa_model.casa import Ambito
from casa_model.cli._json_decisione import FORMATO
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.casa import Cambio, Discordanza, Riscontro, Verbale
    from casa_model.errors import Lang
    from casa_model.rules.facts import Value

PRIMI: Final = 5
"""How many references are named of those that differ only in their reasons."""

_MADE: Final = Testo(
    it="verbale di casa_model {prima}, rifatto con {ora}: {quante}",
    en="record of casa_model {prima}, made again with {ora}: {quante}",
)
_ONE: Final = Testo(it="1 domanda", en="1 application")
_MANY: Final = Testo(it="{quante} domande", en="{quante} applications")
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
_OUTCOMES: Final = Testo(
    it="domande con un esito o un importo diverso: {quante}",
    en="applications with another outcome or amount: {quante}",
)
_REASONS: Final = Testo(
    it="domande con lo stesso esito e lo stesso importo, diverse solo nei motivi o nei calcoli: "
    "{quante} ({quali})",
    en="applications with the same outcome and amount, otherwise only in reasons or computed "
    "values: {quante} ({quali})",
)
_MORE: Final = Testo(it="{quali} e {altre} in più", en="{quali} and {altre} more")
_OTHERS: Final = Testo(it="altre cose diverse: {quante}", en="other things that differ: {quante}")
_AMOUNT: Final = Testo(it="importo", en="amount")
_AMBITI: Final = {
    Ambito.SEMANTICA: Testo(it="versione", en="version"),
    Ambito.REQUISITO: Testo(it="requisito", en="requirement"),
    Ambito.DEFINIZIONE: Testo(it="definizione", en="definition"),
    Ambito.PARAMETRO: Testo(it="parametro", en="parameter"),
    Ambito.FATTO: Testo(it="fatto", en="fact"),
    Ambito.MISURA: Testo(it="regole", en="rules"),
    Ambito.DOMANDA: Testo(it="domanda", en="application"),
    Ambito.ESITO: Testo(it="esito", en="outcome"),
    Ambito.GRADUATORIA: Testo(it="graduatoria", en="ranking"),
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


def righe_di(verbale: Verbale, riscontro: Riscontro, lang: Lang, *, valori: bool) -> list[str]:
    """The lines; amounts, which come from facts, only with `valori`."""
    return [_shown(line) for line in _lines(verbale, riscontro, lang, valori=valori)]


def _lines(verbale: Verbale, riscontro: Riscontro, lang: Lang, *, valori: bool) -> Iterator[str]:
    many = _ONE if len(verbale.voci) == 1 else _MANY
    count = many.render(lang).format(quante=len(verbale.voci))
    yield _MADE.render(lang).format(prima=verbale.versione, ora=__version__, quante=count)
    yield from _discarded(verbale, lang)
    if riscontro.uguale:
        yield _SAME.render(lang)
        return
    outcomes, reasons, others = _sorted(riscontro.discordanze)
    before = [each for each in others if each.ambito is not Ambito.GRADUATORIA]
    after = [each for each in others if each.ambito is Ambito.GRADUATORIA]
    for each in (*before, *outcomes, *after):
        yield _line(each, lang, valori=valori)
    yield _OUTCOMES.render(lang).format(quante=len(outcomes))
    if reasons:
        yield _REASONS.render(lang).format(quante=len(reasons), quali=_first(reasons, lang))
    if others:
        yield _OTHERS.render(lang).format(quante=len(others))


def _sorted(
    discordanze: Sequence[Discordanza],
) -> tuple[list[Discordanza], list[Discordanza], list[Discordanza]]:
    """Other outcomes or amounts, other reasons only, and all the rest."""
    outcomes = [each for each in discordanze if each.ambito is Ambito.ESITO]
    reasons = [each for each in discordanze if each.ambito is Ambito.MOTIVI]
    told = (Ambito.ESITO, Ambito.MOTIVI)
    return outcomes, reasons, [each for each in discordanze if each.ambito not in told]


def _first(some: Sequence[Discordanza], lang: Lang) -> str:
    names = ", ".join(f"`{each.nome}`" for each in some[:PRIMI])
    more = len(some) - PRIMI
    return names if more <= 0 else _MORE.render(lang).format(quali=names, altre=more)


def _discarded(verbale: Verbale, lang: Lang) -> Iterator[str]:
    """The rows that were no application: nothing to make again, somebody who may ask."""
    if verbale.scartate:
        yield _DISCARDED.render(lang).format(quante=len(verbale.scartate))
    for row in verbale.scartate:
        known = row.riferimento is not None
        name = f"`{row.riferimento}`" if known else _NAMELESS.render(lang)
        why = "; ".join(text.render(lang) for text in row.motivi)
        yield _ROW.render(lang).format(riga=row.riga, nome=name, perche=why)


def _line(each: Discordanza, lang: Lang, *, valori: bool) -> str:
    part = _PARTI.get(each.nome) if each.ambito is Ambito.MISURA else None
    name = f"`{each.nome}`" if part is None else f"({part.render(lang)})"
    head = f"{_AMBITI[each.ambito].render(lang)} {name}: {each.testo.render(lang)}"
    amounts = (c.testo(lang) for c in each.cambi if valori and c.personale)
    return "; ".join((head, *(f"{_AMOUNT.render(lang)} {amount}" for amount in amounts)))


def _shown(text: str) -> str:
    """A text whose names come from a file: what would act on a terminal is spelt out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def json_di(verbale: Verbale, riscontro: Riscontro, lang: Lang, *, valori: bool) -> str:
    """The whole as JSON; amounts, which come from facts, only with `valori`."""
    outcomes, reasons, others = _sorted(riscontro.discordanze)
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
        "diverse": {"esiti": len(outcomes), "motivi": len(reasons), "altre": len(others)},
        "discordanze": [_told(each, lang, valori=valori) for each in riscontro.discordanze],
    }
    return json.dumps(root, ensure_ascii=False, indent=1)


def _told(each: Discordanza, lang: Lang, *, valori: bool) -> dict[str, Any]:
    return {
        "ambito": each.ambito.value,
        "nome": each.nome,
        "testo": each.testo.render(lang),
        "cambi": [_change(c) for c in each.cambi if valori or not c.personale],
    }


def _change(cambio: Cambio) -> dict[str, Any]:
    return {"nome": cambio.nome, "prima": _plain(cambio.prima), "ora": _plain(cambio.ora)}


def _plain(value: Value | None) -> bool | str | None:
    """A value as JSON has it: money, numbers and days are texts such as `"9360.00"`."""
    if value is None or isinstance(value, bool):
        return value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
