"""The question of every case, put to the reference reader."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from casa_model.errors import IllTyped, InvalidFacts, WrongDay
from casa_model.readers.cases._caso import Caso
from casa_model.readers.cases._esito_caso import Aspetto, EsitoCaso, Scostamento, StatoCaso
from casa_model.readers.evaluate import evaluate
from casa_model.readers.porta import at_the_door, in_time, refused
from casa_model.rules.avviso import Avviso, measure_of, only_rules
from casa_model.rules.porta import DATA_DOMANDA, NEI_TERMINI
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.cases._caso import Atteso
    from casa_model.rules.esito import Esito, Verdict
    from casa_model.rules.misura import Misura
    from casa_model.values import Euro

_TO_WRITE: Final = Testo(
    it="nessuno ha scritto l'esito atteso; leggi l'articolo e scrivi `ammesso`, `non-ammesso` "
    "o `da-completare`",
    en="nobody has written the expected outcome; read the article and write `ammesso`, "
    "`non-ammesso` or `da-completare`",
)
_AMOUNT_TO_WRITE: Final = Testo(
    it="nessuno ha scritto l'importo atteso; leggi l'articolo e scrivi per esempio "
    '`importo = "1200.00"`',
    en="nobody has written the expected amount; read the article and write for example "
    '`importo = "1200.00"`',
)
_NO_DAY: Final = Testo(
    it="manca il giorno di cui vale la legge; scrivilo nel caso, per esempio `al = 2024-09-02`",
    en="the day whose law applies is missing; write it in the case, for example `al = 2024-09-02`",
)
_OWN_DAY: Final = Testo(
    it="l'avviso ha il suo giorno, il {giorno}; togli `al` dal caso, o dalla testa del file",
    en="the notice has its own day, {giorno}; remove `al` from the case, or from the head of the "
    "file",
)


def prova(
    regole: Misura | Avviso, casi: Iterable[Caso], *, on: date | None = None
) -> tuple[EsitoCaso, ...]:
    """Ask `regole` every case, and compare the answers with the expected ones, in order.

    The day is that of the case; else that of the notice, which fixes one; else `on`. A case whose
    facts do not fit the measure, or whose day it does not answer, is NON_PROVATO and says why:
    the others are tried all the same. Only what a case states is compared.

    Of a notice, a case that states the day of its application (`data_domanda`) is held to the terms
    as `casa_model.decidi` does: outside them the reason is `nei-termini`. Protocol numbers are not
    compared, for each case stands by itself.

    Raises `IllTyped` when `regole` are neither, when `casi` are no cases, or when `on` is not a day
    without time.
    """
    only_rules(regole)
    if on is not None and type(on) is not date:
        raise IllTyped(
            it="`on` non è un giorno; passa una `date` senza ora",
            en="`on` is not a day; pass a `date` without a time",
        )
    return tuple(_one(regole, caso, on) for caso in _cases(casi))


def _cases(casi: object) -> tuple[Caso, ...]:
    given: tuple[object, ...] = tuple(casi) if isinstance(casi, Iterable) else (None,)
    if any(type(caso) is not Caso for caso in given):
        raise IllTyped(
            it="`casi` non è un elenco di casi; passa per esempio `leggi_casi(…).casi`",
            en="`casi` is no list of cases; pass for example `leggi_casi(…).casi`",
        )
    return cast("tuple[Caso, ...]", given)


def giorno_del(misura: Misura, caso: Caso, *, on: date | None = None) -> date | None:
    """The day whose law a case is asked by: its own, else that of the notice, else `on`."""
    if caso.on is not None:
        return caso.on
    return on if misura.calendario is None else misura.calendario.giorno_norma


def _one(regole: Misura | Avviso, caso: Caso, on: date | None) -> EsitoCaso:
    misura = measure_of(regole)
    day = giorno_del(misura, caso, on=on)
    if day is None:
        return EsitoCaso(caso, StatoCaso.NON_PROVATO, motivo=_NO_DAY)
    fixed = misura.calendario
    if fixed is not None and day != fixed.giorno_norma:
        return EsitoCaso(caso, StatoCaso.NON_PROVATO, motivo=_own_day(fixed.giorno_norma))
    try:
        verdict = evaluate(misura, caso.fatti, on=day)
    except (InvalidFacts, WrongDay) as error:
        why = Testo(it=error.testo("it"), en=error.testo("en"))
        return EsitoCaso(caso, StatoCaso.NON_PROVATO, motivo=why)
    if isinstance(regole, Avviso):
        verdict = _at_the_door(regole, caso, verdict)
    if caso.atteso.esito is None:
        return EsitoCaso(caso, StatoCaso.DA_SCRIVERE, verdict, motivo=_TO_WRITE)
    apart = tuple(_compare(caso.atteso, verdict))
    if apart:
        return EsitoCaso(caso, StatoCaso.FALLITO, verdict, apart)
    if caso.atteso.importo_da_scrivere:
        return EsitoCaso(caso, StatoCaso.DA_SCRIVERE, verdict, motivo=_AMOUNT_TO_WRITE)
    return EsitoCaso(caso, StatoCaso.SUPERATO, verdict)


def _own_day(giorno: date) -> Testo:
    """Why a case is not asked by the law of a day of its own."""
    said = (_OWN_DAY.render(lang).format(giorno=giorno) for lang in ("it", "en"))
    return Testo(*said)


def _at_the_door(avviso: Avviso, caso: Caso, verdict: Verdict) -> Verdict:
    """The verdict of whoever says when the application was made; else that of the rules alone."""
    day = caso.fatti.valori.get(DATA_DOMANDA)
    if type(day) is not date:
        return verdict
    timely = in_time(avviso, day)
    if timely is False:
        return refused(avviso, NEI_TERMINI)
    return at_the_door(avviso, verdict, timely=timely, unique=True)


def _compare(atteso: Atteso, verdict: Verdict) -> Iterator[Scostamento]:
    """What is stated and came out otherwise, in the order of the file."""
    failed = tuple(f.codice for f in verdict.findings if f.esito is False)
    stated = (
        (Aspetto.ESITO, _single(atteso.esito), _single(verdict.esito)),
        (Aspetto.IMPORTO, _single(atteso.importo), _single(verdict.importo)),
        (Aspetto.MOTIVI, atteso.motivi, failed),
        (Aspetto.MANCANO, atteso.mancano, verdict.mancano),
        (Aspetto.VOCI, *_items(atteso, verdict)),
    )
    for aspetto, expected, got in stated:
        if expected is not None and sorted(expected) != sorted(got or ()):
            yield Scostamento(aspetto, tuple(sorted(expected)), tuple(sorted(got or ())))


def _items(atteso: Atteso, verdict: Verdict) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """The items that are stated, and what is paid of the same."""
    if atteso.voci is None:
        return None, ()
    stated = {codice for codice, _ in atteso.voci}
    paid = [(voce.codice, voce.importo) for voce in verdict.voci if voce.codice in stated]
    return _words(atteso.voci), _words(paid)


def _words(items: Iterable[tuple[str, Euro | None]]) -> tuple[str, ...]:
    return tuple(f"{codice} {importo}" for codice, importo in items)


def _single(value: Esito | Euro | None) -> tuple[str, ...] | None:
    return None if value is None else (str(value),)
