"""Coverage in time: on every day about a change one rule answers, and lacks no number.

No value is looked at: this is as true of next year's law as of this one.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.readers.copertura._propri import only_measures
from casa_model.rules.giorni import giorni_della, giorni_di_cambio, letture
from casa_model.rules.reach import in_force
from casa_model.rules.types import FIRST_DAY, LAST_DAY
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casa_model.errors import Lang
    from casa_model.rules.misura import Misura

_DAY: Final = timedelta(days=1)


class Genere(StrEnum):
    """What is wrong with a day."""

    NESSUNA_MISURA = "nessuna-misura"
    """No version of the measure answers, between two days on which one does."""
    PIU_MISURE = "piu-misure"
    """More than one version of the measure answers."""
    NESSUN_REQUISITO = "nessun-requisito"
    """No version of a requirement is in force, between two days on which one is."""
    PIU_REQUISITI = "piu-requisiti"
    """Two requirements in force have the same code."""
    SENZA_VALORE = "senza-valore"
    """A parameter that is read has no value."""


_WORDS: Final = {
    Genere.NESSUNA_MISURA: Testo(
        it="{g}: nessuna versione di `{n}` risponde", en="{g}: no version of `{n}` answers"
    ),
    Genere.PIU_MISURE: Testo(
        it="{g}: più versioni di `{n}` rispondono", en="{g}: several versions of `{n}` answer"
    ),
    Genere.NESSUN_REQUISITO: Testo(
        it="{g}: nessuna versione del requisito `{n}` è in vigore",
        en="{g}: no version of the requirement `{n}` is in force",
    ),
    Genere.PIU_REQUISITI: Testo(
        it="{g}: più requisiti in vigore hanno il codice `{n}`",
        en="{g}: several requirements in force have the code `{n}`",
    ),
    Genere.SENZA_VALORE: Testo(
        it="{g}: il parametro `{n}` è letto e non ha valore",
        en="{g}: the parameter `{n}` is read and has no value",
    ),
}


@frozen
class Buco:
    """Something wrong on a day: of the measure `misura`, about what `nome` names."""

    misura: str
    giorno: date
    genere: Genere
    nome: str

    def render(self, lang: Lang) -> str:
        """What is wrong, for people in `lang`."""
        return _WORDS[self.genere].render(lang).format(g=self.giorno, n=self.nome)


def giorni_da_guardare(misure: Iterable[Misura]) -> tuple[date, ...]:
    """Each day on which the law of some measures changes, with the eve and the day after.

    Raises `IllTyped` when `misure` are no series of measures.
    """
    days = {day for misura in only_measures(misure) for day in giorni_di_cambio(misura)}
    near = {day + step for day in days for step in (-_DAY, timedelta(0), _DAY)}
    return tuple(sorted(day for day in near if FIRST_DAY <= day <= LAST_DAY))


def buchi(misure: Iterable[Misura]) -> tuple[Buco, ...]:
    """What is wrong on the days about each change, of measures that share a code when versions.

    Of one code, from the first day on which a version answers to the last, exactly one answers.
    The same holds of the requirements of a version: of one code, exactly one is in force. On each
    of these days every parameter that is read has a value in each of its rows. Raises `IllTyped`
    when `misure` are no series of measures.
    """
    ordered = sorted(only_measures(misure), key=lambda misura: misura.codice)
    found: list[Buco] = []
    for codice, group in groupby(ordered, key=lambda misura: misura.codice):
        versions = tuple(group)
        days = giorni_da_guardare(versions)
        found += _versions(codice, versions, days)
        for misura in versions:
            found += _inside(misura, days)
    return tuple(dict.fromkeys(found))


def _versions(codice: str, versions: Sequence[Misura], days: Sequence[date]) -> Iterator[Buco]:
    spans = [giorni_della(misura) for misura in versions]
    for day in days:
        many = sum(span.contiene(day) for span in spans)
        around = any(span.dal <= day for span in spans) and any(
            span.al is None or day <= span.al for span in spans
        )
        if many > 1:
            yield Buco(codice, day, Genere.PIU_MISURE, codice)
        if not many and around:
            yield Buco(codice, day, Genere.NESSUNA_MISURA, codice)


def _inside(misura: Misura, days: Sequence[date]) -> Iterator[Buco]:
    whole = giorni_della(misura)
    parametri = {parametro.nome: parametro for parametro in misura.parametri}
    read = [*letture(misura)]
    for day in (day for day in days if whole.contiene(day)):
        yield from _requirements(misura, day)
        names = {node.name for node, span in read if span.contiene(day)}
        for nome in sorted(names):
            if any(riga.storia.il(day) is None for riga in parametri[nome].righe):
                yield Buco(misura.codice, day, Genere.SENZA_VALORE, nome)


def _requirements(misura: Misura, day: date) -> Iterator[Buco]:
    asked = [requisito.codice for requisito in in_force(misura, day)]
    for codice in dict.fromkeys(requisito.codice for requisito in misura.requisiti):
        spans = [r.vigenza for r in misura.requisiti if r.codice == codice and r.vigenza]
        if asked.count(codice) > 1:
            yield Buco(misura.codice, day, Genere.PIU_REQUISITI, codice)
        begun = any(span.dal <= day for span in spans)
        goes_on = any(span.al is None or day <= span.al for span in spans)
        if codice not in asked and begun and goes_on:
            yield Buco(misura.codice, day, Genere.NESSUN_REQUISITO, codice)
