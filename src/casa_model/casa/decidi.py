"""The main verb: the applications to a notice, decided, ranked and paid."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.casa.porta import NEI_TERMINI, PROTOCOLLO_UNICO, in_time, refused, with_terms
from casa_model.casa.scala import scale_warnings
from casa_model.errors import InvalidFacts, InvalidValue
from casa_model.graduatorie import Candidato, Graduatoria, graduatoria
from casa_model.nuclei import Domanda, avvertenze_di, fatti_di
from casa_model.readers.evaluate import evaluate
from casa_model.rules.avviso import Avviso
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.facts import Fatti
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

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

    The law and the day of the requisites are those of the notice. `progresso` is called with the
    number of applications done so far. Raises `TiedRanking` when the last key of the ranking is
    not unique, `InvalidValue` when two applications have the same `riferimento`.
    """
    esiti: list[EsitoDomanda] = []
    scarti: list[Scarto] = []
    seen: set[str] = set()
    protocols: set[str] = set()
    for count, domanda in enumerate(domande, start=1):
        if domanda.riferimento in seen:
            raise InvalidValue(
                it=f"il riferimento `{domanda.riferimento}` sta due volte; ognuno sta una volta",
                en=f"the reference `{domanda.riferimento}` stands twice; each stands once",
            )
        seen.add(domanda.riferimento)
        repeated = domanda.protocollo is not None and domanda.protocollo in protocols
        if domanda.protocollo is not None:
            protocols.add(domanda.protocollo)
        try:
            esiti.append(_one(avviso, domanda, repeated=repeated))
        except InvalidFacts as error:
            motivo = Testo(it=error.testo("it"), en=error.testo("en"))
            scarti.append(Scarto(domanda.riferimento, motivo))
        if progresso is not None:
            progresso(count)
    return Decisione(avviso, tuple(esiti), tuple(scarti), _rank(avviso, esiti))


def _one(avviso: Avviso, domanda: Domanda, *, repeated: bool) -> EsitoDomanda:
    fixed = avviso.misura.calendario
    assert fixed is not None  # noqa: S101 - a notice always fixes its day
    day = fixed.data_requisiti
    fatti = _declared(avviso, domanda, fatti_di(domanda, on=day))
    if repeated:
        return EsitoDomanda(domanda.riferimento, refused(avviso, PROTOCOLLO_UNICO), (), fatti)
    timely = in_time(avviso, domanda.presentata)
    if timely is False:
        return EsitoDomanda(domanda.riferimento, refused(avviso, NEI_TERMINI), (), fatti)
    verdict = evaluate(avviso.misura, fatti, on=fixed.giorno_norma)
    warnings = (*avvertenze_di(domanda, on=day), *scale_warnings(fatti, on=day))
    return EsitoDomanda(
        domanda.riferimento, with_terms(avviso, verdict, timely), warnings, fatti
    )


def _declared(avviso: Avviso, domanda: Domanda, fatti: Fatti) -> Fatti:
    """Without the derived facts that the measure does not know; stated ones all stay."""
    declared = {fatto.nome for fatto in avviso.misura.fatti}
    stated = domanda.fatti.membri or ()
    known = [declared | set(row) for row in stated] or [declared] * len(fatti.membri or ())
    return Fatti(
        _only(fatti.valori, declared | set(domanda.fatti.valori)),
        fatti.membri
        and [_only(row, names) for row, names in zip(fatti.membri, known, strict=True)],
    )


def _only(row: Mapping[str, Value], names: Container[str]) -> dict[str, Value]:
    return {nome: valore for nome, valore in row.items() if nome in names}


def _rank(avviso: Avviso, esiti: Iterable[EsitoDomanda]) -> Graduatoria | None:
    ordinamento = avviso.misura.graduatoria
    if ordinamento is None:
        return None
    fixed = avviso.misura.calendario
    assert fixed is not None  # noqa: S101 - a notice always fixes its day
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
