"""The days whose law a question is about, and those on which a number that it names has no value.

A measure that was read has a value for each number that it reads. A phrase may name one of which it
has none on some of the days: one that only a later requirement reads.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, assert_never

from attrs import field, frozen

from casa_model.errors import WrongDay
from casa_model.rules import tree as t
from casa_model.rules.giorni import senza_valore
from casa_model.rules.quesiti import _quesito as q
from casa_model.rules.quesiti._nomi import rows_of
from casa_model.rules.quesiti._vocabolario import Vocabolario
from casa_model.rules.reach import names_among, reached
from casa_model.rules.types import FIRST_DAY, LAST_DAY
from casa_model.rules.walk import walk
from casa_model.values import Vigenza
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.errors import Lang
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti._contesto import Contesto
    from casa_model.rules.quesiti._quesito import Quesito

_DAY = timedelta(days=1)
_OF_NUMBERS: Final = (t.Param, t.Definition)
"""What leads to a number of the law."""
_WITHOUT: Final[dict[Lang, str]] = {"it": "non ha valore", "en": "has no value"}


@frozen
class SenzaValore:
    """Days of a question on which a number that its phrases name has no value: `nome` is it."""

    nome: str = field(validator=exact(str))
    giorni: Vigenza = field(validator=exact(Vigenza))


def giorni_della_legge(contesto: Contesto) -> Vigenza:
    """The days whose law is asked: of a notice, and of a day, one.

    Raises `WrongDay` when there is no day on which every measure answers.
    """
    versioni = contesto.versioni
    free = [each.misura for each in versioni if not each.al and not each.misura.calendario]
    if isinstance(contesto.giorni, date) or not free:
        fixed = versioni[0].misura.calendario
        some = contesto.giorni if isinstance(contesto.giorni, date) else contesto.giorni.dal
        day = versioni[0].al or some if fixed is None else fixed.giorno_norma
        return Vigenza(day, day)
    first = max(FIRST_DAY, contesto.giorni.dal, *(misura.vigenza.dal for misura in free))
    ends = [misura.vigenza.al for misura in free]
    last = min(each for each in (LAST_DAY, contesto.giorni.al, *ends) if each is not None)
    if last < first:
        raise WrongDay(
            it="in nessuno dei giorni chiesti rispondono tutte le misure; chiedi altri giorni",
            en="on none of the days asked do all measures answer; ask other days",
        )
    return Vigenza(first, last)


def giorni_senza_valore(contesto: Contesto, frasi: Iterable[Misura]) -> tuple[SenzaValore, ...]:
    """The days of a question on which its phrases, each as a measure, name what has no value.

    Raises `WrongDay` when these are all of its days, and when it has none.
    """
    days = giorni_della_legge(contesto)
    found: dict[SenzaValore, None] = {}
    for frase in frasi:
        read = names_among(reached(frase, frase.requisiti), t.Param)
        for each in frase.parametri:
            holes = senza_valore(each, days) if each.nome in read else ()
            found |= dict.fromkeys(SenzaValore(each.nome, hole) for hole in holes)
    starts = (days.dal, *((each.giorni.al or LAST_DAY) + _DAY for each in found))
    if not any(days.contiene(day) and con_valori(found, day) for day in starts):
        it, en = (
            "; ".join(f"`{each.nome}` {verb} {each.giorni.render(lang)}" for each in found)
            for lang, verb in _WITHOUT.items()
        )
        raise WrongDay(
            it=f"{it}: non resta un giorno da chiedere; chiedi un giorno in cui ha valore, o "
            "completa la sua storia",
            en=f"{en}: no day is left to ask; ask a day on which it has a value, or complete its "
            "history",
        )
    return tuple(found)


def con_valori(buchi: Iterable[SenzaValore], giorno: date) -> bool:
    """Whether a day is none of those on which something has no value."""
    return not any(each.giorni.contiene(giorno) for each in buchi)


def check_days(quesito: Quesito) -> tuple[SenzaValore, ...]:
    """The days that are left out of a question for want of a value: see `giorni_senza_valore`."""
    contesto = quesito.contesto
    if isinstance(quesito, q.GiornoVuoto):
        return ()  # it is about such days
    frasi = _frasi(quesito)
    if any(isinstance(node, _OF_NUMBERS) for frase in frasi for node in walk(frase)):
        return giorni_senza_valore(contesto, map(Vocabolario.di(contesto).misura, frasi))
    giorni_della_legge(contesto)  # most name no number of the law, and need only a day
    return ()


def _frasi(quesito: Quesito) -> tuple[t.Expr, ...]:
    """The phrases of a question, those of a table included."""
    match quesito:
        case q.Mai(frase=frase) | q.Sempre(frase=frase):
            return (frase,)
        case q.Implica(se=one, allora=other):
            return one, other
        case q.Equivale(prima=one, seconda=other) | q.Sovrappone(prima=one, seconda=other):
            return one, other
        case q.RigaVuota() | q.Scoperto() | q.Unica():
            return rows_of(quesito.contesto.misure[0], quesito.definizione)
        case q.Superfluo() | q.Monotona() | q.Inutile() | q.GiornoVuoto():
            return ()
        case q.StessaRisposta() | q.SovrapponeMisure():
            return ()
        case _:
            assert_never(quesito)
