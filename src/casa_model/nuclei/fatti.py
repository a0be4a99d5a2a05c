"""From an application to the facts that a rule may read, and to what its reader should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from dateutil.relativedelta import relativedelta

from casa_model.errors import IllTyped, InvalidFacts
from casa_model.rules.facts import Fatti, Value
from casa_model.rules.moments import day_of
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.nuclei.assegnazione import Assegnazione
    from casa_model.nuclei.domanda import Domanda
    from casa_model.nuclei.isee import AttestazioneIsee
    from casa_model.nuclei.nucleo import Componente

_Stated: TypeAlias = Iterable[tuple[str, Value | None]]
_Rows: TypeAlias = tuple[Mapping[str, Value], ...]

_NOT_YET: Final = Testo(
    it="l'attestazione ISEE è successiva al giorno dei requisiti, {on}: non è stata usata; "
    "chiedine una valida in quel giorno",
    en="the ISEE attestation is later than the day of the requisites, {on}: it was not used; "
    "ask for one that holds on that day",
)
_EXPIRED: Final = Testo(
    it="l'attestazione ISEE è scaduta prima del giorno dei requisiti, {on}: non è stata usata; "
    "chiedine una nuova",
    en="the ISEE attestation expired before the day of the requisites, {on}: it was not used; "
    "ask for a new one",
)


def fatti_di(domanda: Domanda, *, on: date) -> Fatti:
    """Return what is known of an application on the day `on` of the requisites.

    The typed parts and `domanda.fatti` meet under the names of the dictionary of facts; an unknown
    part gives no fact. An attestation that does not hold on `on` gives none either: see
    `avvertenze_di`. A member's `eta` is the complete years from `data_nascita` to `on`, 0 for who
    is born later; `componenti` is how many the listed members are, where they are listed.

    Raises `InvalidFacts`, naming the fact and never the value, when a fact is stated twice with
    different values or the members are listed twice in different ways; `IllTyped` when `on` is not
    a day without time.
    """
    _check_day(on)
    rows = _members(domanda, on)
    stated: list[_Stated] = [
        domanda.fatti.valori.items(),
        _of_application(domanda),
        _of_attestation(domanda.isee, on),
        _of_dwelling(domanda.assegnazione),
    ]
    if rows is not None:
        stated.append([("componenti", Decimal(len(rows)))])
    return Fatti(_merge(*stated), rows)


def avvertenze_di(domanda: Domanda, *, on: date) -> tuple[Testo, ...]:
    """Return what whoever decides should be told: an attestation that does not hold on `on`.

    No sentence tells the value of a fact. Raises `IllTyped` when `on` is not a day without time.
    """
    _check_day(on)
    if domanda.isee is None or domanda.isee.valida_il(on):
        return ()
    said = _NOT_YET if on < domanda.isee.rilascio else _EXPIRED
    return (Testo(it=said.it.format(on=on), en=said.en.format(on=on)),)


def _check_day(on: date) -> None:
    if type(on) is not date:
        raise IllTyped(
            it="`on` deve essere un giorno senza ora; passa una `date`",
            en="`on` must be a day without time; pass a `date`",
        )


def _of_application(domanda: Domanda) -> Iterator[tuple[str, Value | None]]:
    made = domanda.presentata
    yield "data_domanda", None if made is None else day_of(made)
    yield "protocollo", domanda.protocollo
    size = None if domanda.nucleo is None else domanda.nucleo.dimensione
    yield "componenti", None if size is None else Decimal(size)


def _of_attestation(isee: AttestazioneIsee | None, on: date) -> Iterator[tuple[str, Value | None]]:
    if isee is None or not isee.valida_il(on):
        return
    yield "isee", isee.isee
    yield "isp", isee.isp
    yield "scala_equivalenza", isee.scala
    yield "isee_tipo", None if isee.tipo is None else isee.tipo.value


def _of_dwelling(assegnazione: Assegnazione | None) -> Iterator[tuple[str, Value | None]]:
    if assegnazione is None:
        return
    yield "data_assegnazione", assegnazione.data_assegnazione
    yield "data_contratto", assegnazione.data_contratto
    yield "area", assegnazione.area


def _of_member(member: Componente) -> Iterator[tuple[str, Value | None]]:
    yield "ruolo", None if member.ruolo is None else member.ruolo.value
    yield "data_nascita", member.data_nascita
    yield "eta", None if member.eta is None else Decimal(member.eta)


def _members(domanda: Domanda, on: date) -> _Rows | None:
    listed: list[_Rows] = []
    if domanda.fatti.membri is not None:
        listed.append(tuple(_with_age(row, on) for row in domanda.fatti.membri))
    if domanda.nucleo is not None and domanda.nucleo.componenti is not None:
        typed = (_merge(_of_member(m), m.altri.items()) for m in domanda.nucleo.componenti)
        listed.append(tuple(_with_age(row, on) for row in typed))
    if not listed:
        return None
    # Two lists need not be in the same order: joining them row by row could mix two people.
    if len(listed) > 1 and listed[0] != listed[1]:
        raise InvalidFacts(
            it="`membri` è elencato due volte in modi diversi; lascia un solo elenco",
            en="`membri` is listed twice in different ways; keep only one list",
        )
    return listed[0]


def _with_age(row: Mapping[str, Value], on: date) -> dict[str, Value]:
    born = row.get("data_nascita")
    if type(born) is not date:
        return dict(row)
    return _merge(row.items(), [("eta", Decimal(eta_compiuta(born, on=on)))])


def eta_compiuta(nascita: date, *, on: date) -> int:
    """The complete years from a day of birth to `on`; 0 for who is born later."""
    return max(0, relativedelta(on, nascita).years)


def _merge(*stated: _Stated) -> dict[str, Value]:
    known: dict[str, Value] = {}
    for part in stated:
        for name, value in part:
            if value is None:
                continue
            if not _same(known.setdefault(name, value), value):
                raise InvalidFacts(
                    it=f"`{name}` è detto due volte con valori diversi; correggine uno",
                    en=f"`{name}` is stated twice with different values; mend one of them",
                )
    return known


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        # A signalling `NaN` cannot be compared; what it is will be told where its type is known.
        return one is other or (one.is_finite() and other.is_finite() and one == other)
    # In Python `True == 1`: a yes and a number are never the same.
    return isinstance(one, bool) == isinstance(other, bool) and one == other
