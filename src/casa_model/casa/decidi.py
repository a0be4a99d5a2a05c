"""The main verb: the applications to a notice, decided, ranked and paid."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from attrs import evolve, field, frozen

from casa_model.casa.porta import moment_of, protocol_of
from casa_model.casa.scala import scale_warnings
from casa_model.errors import IllTyped, InvalidFacts, InvalidValue
from casa_model.graduatorie import Candidato, Graduatoria, graduatoria
from casa_model.nuclei import Domanda, avvertenze_di, fatti_di
from casa_model.readers.admit import admit
from casa_model.readers.compiled import Compiled, compiled
from casa_model.readers.porta import at_the_door, in_time, refused
from casa_model.rules.avviso import Avviso
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.facts import Fatti
from casa_model.rules.porta import NEI_TERMINI, PROTOCOLLO_UNICO
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from casa_model.rules.facts import Value


@frozen
class EsitoDomanda:
    """What one application got; `fatti` are those it was decided on, and never show."""

    riferimento: str
    verdict: Verdict
    avvertenze: tuple[Testo, ...] = ()
    fatti: Fatti = field(factory=Fatti)


@frozen
class Scarto:
    """An application that could not be decided, and why: its facts contradict one another."""

    riferimento: str
    motivo: Testo


@frozen
class Decisione:
    """All the outcomes of a notice, in the order of the applications, and the ranking.

    Every application given to `decidi` is either in `esiti` or in `scarti`.
    """

    avviso: Avviso
    esiti: tuple[EsitoDomanda, ...]
    scarti: tuple[Scarto, ...] = ()
    graduatoria: Graduatoria | None = None


def decidi(
    avviso: Avviso,
    domande: Iterable[Domanda],
    *,
    progresso: Callable[[int], None] | None = None,
) -> Decisione:
    """Decide every application to a notice, then rank and pay the admitted.

    The law and the day of the requisites are those of the notice. Of two applications with one
    protocol number the first stands; where some have a number, one without is not known to be
    unique. `progresso` is called with the number of applications done so far.

    Raises `IllTyped` when `avviso` is no `Avviso`, or `domande` are no applications; `TiedRanking`
    when the last key of the ranking is not unique; `InvalidValue` when two applications
    have the same `riferimento`, or when the endowment cannot be ranked for (see
    `casa_model.graduatorie.graduatoria`).
    """
    if type(avviso) is not Avviso:
        raise IllTyped(
            it="`avviso` non è un avviso; passa `leggi_avviso(…).valore`",
            en="`avviso` is not a notice; pass `leggi_avviso(…).valore`",
        )
    found = unranked(avviso, domande, progresso=progresso)
    return evolve(found, graduatoria=ranked(avviso, found.esiti))


def unranked(
    avviso: Avviso,
    domande: Iterable[Domanda],
    *,
    progresso: Callable[[int], None] | None = None,
) -> Decisione:
    """Decide every application to a notice, as `decidi` does, and rank nobody."""
    given = _applications(domande)
    fast = compiled(avviso.misura, on=avviso.calendario.giorno_norma)
    esiti: list[EsitoDomanda] = []
    scarti: list[Scarto] = []
    references: set[str] = set()
    protocols: set[str] = set()
    asked = [_Asked.of(avviso, domanda) for domanda in given]
    numbered = any(each.protocollo is not None for each in asked)
    for count, each in enumerate(asked, start=1):
        _only_once(each.domanda.riferimento, references)
        unique = None if numbered else True
        if each.protocollo is not None:
            unique = each.protocollo not in protocols
            protocols.add(each.protocollo)
        try:
            if each.fault is not None:
                raise each.fault
            esiti.append(_one(avviso, fast, each, unique=unique))
        except InvalidFacts as error:
            motivo = Testo(it=error.testo("it"), en=error.testo("en"))
            scarti.append(Scarto(each.domanda.riferimento, motivo))
        if progresso is not None:
            progresso(count)
    return Decisione(avviso, tuple(esiti), tuple(scarti))


def _applications(domande: object) -> tuple[Domanda, ...]:
    given: tuple[object, ...] = tuple(domande) if isinstance(domande, Iterable) else (None,)
    if any(type(each) is not Domanda for each in given):
        raise IllTyped(
            it="`domande` non è un elenco di domande; passa `lette.domande`, o `[domanda]`",
            en="`domande` is no list of applications; pass `lette.domande`, or `[domanda]`",
        )
    return cast("tuple[Domanda, ...]", given)


@frozen
class _Asked:
    """An application with the facts that it comes to, or with why it comes to none."""

    domanda: Domanda
    fatti: Fatti
    protocollo: str | None
    fault: InvalidFacts | None

    @classmethod
    def of(cls, avviso: Avviso, domanda: Domanda) -> _Asked:
        try:
            fatti = fatti_di(domanda, on=avviso.calendario.data_requisiti)
        except InvalidFacts as error:
            return cls(domanda, Fatti(), domanda.protocollo, error)
        return cls(domanda, fatti, protocol_of(fatti), None)


def _only_once(riferimento: str, seen: set[str]) -> None:
    if riferimento in seen:
        raise InvalidValue(
            it=f"il riferimento `{riferimento}` sta due volte; ognuno sta una volta",
            en=f"the reference `{riferimento}` stands twice; each stands once",
        )
    seen.add(riferimento)


def _one(avviso: Avviso, fast: Compiled, asked: _Asked, *, unique: bool | None) -> EsitoDomanda:
    fixed, domanda = avviso.calendario, asked.domanda
    fatti = _declared(avviso, domanda, asked.fatti)
    timely = in_time(avviso, moment_of(domanda, asked.fatti))
    for held, codice in ((unique, PROTOCOLLO_UNICO), (timely, NEI_TERMINI)):
        if held is False:
            admit(avviso.misura, fatti)  # what does not fit is told, in time or late
            return EsitoDomanda(domanda.riferimento, refused(avviso, codice), (), fatti)
    verdict = fast.verdict(fatti)
    verdict = at_the_door(avviso, verdict, timely=timely, unique=unique)
    day = fixed.data_requisiti
    warnings = (*avvertenze_di(domanda, on=day), *scale_warnings(avviso.misura, fatti, on=day))
    return EsitoDomanda(domanda.riferimento, verdict, warnings, fatti)


def _declared(avviso: Avviso, domanda: Domanda, fatti: Fatti) -> Fatti:
    """Without the derived facts that the measure does not know; stated ones all stay."""
    household = {fatto.nome for fatto in avviso.misura.fatti if not fatto.membro}
    member = {fatto.nome for fatto in avviso.misura.fatti if fatto.membro}
    stated = domanda.fatti.membri or ()
    known = [member | set(row) for row in stated] or [member] * len(fatti.membri or ())
    return Fatti(
        _only(fatti.valori, household | set(domanda.fatti.valori)),
        fatti.membri
        and [_only(row, names) for row, names in zip(fatti.membri, known, strict=True)],
    )


def _only(row: Mapping[str, Value], names: Container[str]) -> dict[str, Value]:
    return {nome: valore for nome, valore in row.items() if nome in names}


def ranked(avviso: Avviso, esiti: Iterable[EsitoDomanda]) -> Graduatoria | None:
    """Rank and pay the admitted among these; None when the notice ranks nobody.

    Raises as `casa_model.graduatorie.graduatoria` does.
    """
    ordinamento = avviso.misura.graduatoria
    if ordinamento is None:
        return None
    fixed = avviso.calendario
    quote: dict[str, Decimal] = {}
    for parametro in avviso.misura.parametri:
        periodo = parametro.il(fixed.giorno_norma)
        if periodo is not None and isinstance(periodo.valore, Decimal):
            quote[parametro.nome] = periodo.valore
    admitted = [
        Candidato(esito.riferimento, esito.verdict)
        for esito in esiti
        if esito.verdict.esito is Esito.AMMESSO
    ]
    return graduatoria(admitted, ordinamento, avviso.dotazione, quote)
