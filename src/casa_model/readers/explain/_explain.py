"""From a verdict to its explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import InvalidValue, only_lang
from casa_model.readers.environment import environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.explain._guardati import guardati
from casa_model.readers.explain._importo import importo_spiegato
from casa_model.readers.explain._mancanti import mancanti
from casa_model.readers.explain._spiegazione import Ragione, Spiegazione
from casa_model.readers.explain._vista import Vista, secret_definitions
from casa_model.readers.needs import more_later
from casa_model.readers.prose._citazione import Citato, citazione
from casa_model.readers.prose._nomi import leggibile
from casa_model.readers.prose._valori import giorno
from casa_model.rules.esito import CONDIZIONE
from casa_model.rules.names import DATA_REQUISITI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.errors import Lang
    from casa_model.rules.esito import Finding, Verdict
    from casa_model.rules.facts import Fatti
    from casa_model.rules.misura import Deroga, Misura, Requisito
    from casa_model.rules.tree import Expr


def explain(
    misura: Misura, fatti: Fatti, verdict: Verdict, *, lang: Lang, valori: bool = True
) -> Spiegazione:
    """Tell `verdict`, which `misura` gave about `fatti`, in sentences.

    Every requirement comes with its article, what it looked at and what it misses; numbers of the
    law are those in force on `verdict.on`, each with its source and grade. With `valori` false no
    value of a fact is told, nor anything computed from one, save the amount due: it is the
    outcome. A finding of the door (`nei-termini`), which no requirement asks, is told too.
    Raises `InvalidValue` when the verdict is of another measure or of another household, so that
    nobody's facts are told beside somebody else's outcome.
    """
    only_lang(lang)
    if verdict.misura != misura.codice:
        raise InvalidValue(
            it=f"il verdetto è della misura `{verdict.misura}`; "
            f"passa quella, non `{misura.codice}`",
            en=f"the verdict is of the measure `{verdict.misura}`; "
            f"pass that one, not `{misura.codice}`",
        )
    _check_household(misura, fatti, verdict)
    vista = _view(misura, fatti, verdict, lang, valori=valori)
    asked = {requisito.codice: requisito for requisito in misura.requisiti}
    paid = misura.importo
    return Spiegazione(
        lang=lang,
        misura=misura.codice,
        on=verdict.on,
        titolo=vista.dice(misura.titolo),
        fonte=citazione(misura.fonte, vista.atti, lang),
        giorno_norma=giorno(verdict.on, lang),
        giorno_requisiti=giorno(vista.env.giorni[DATA_REQUISITI], lang),
        esito=verdict.esito,
        valori=valori,
        ragioni=tuple(_reason(vista, f, asked.get(f.codice)) for f in verdict.findings),
        importo=None if paid is None else importo_spiegato(vista, paid, verdict),
        paga=paid is not None,
        mancano=mancanti(vista, verdict.mancano),
        riserve=tuple(_reserves(vista, verdict)),
        note=tuple(vista.dice(nota) for nota in misura.note),
        altri=bool(verdict.mancano) and more_later(misura, fatti, verdict.mancano, on=verdict.on),
    )


def _check_household(misura: Misura, fatti: Fatti, verdict: Verdict) -> None:
    """Whether these facts give these findings; a verdict of the door has none to compare."""
    codes = {requisito.codice for requisito in misura.requisiti}
    told = [finding for finding in verdict.findings if finding.codice in codes]
    if told and told != [*evaluate(misura, fatti, on=verdict.on).findings]:
        raise InvalidValue(
            it="il verdetto non viene da questi fatti; passa quelli della stessa domanda",
            en="the verdict does not come from these facts; pass those of the same application",
        )


def _view(misura: Misura, fatti: Fatti, verdict: Verdict, lang: Lang, *, valori: bool) -> Vista:
    return Vista(
        misura=misura,
        on=verdict.on,
        env=environment(misura, fatti, verdict.on),
        lang=lang,
        valori=valori,
        atti={atto.codice: atto for atto in misura.atti},
        fatti={fatto.nome: fatto for fatto in misura.fatti},
        parametri={parametro.nome: parametro for parametro in misura.parametri},
        definizioni={definizione.nome: definizione for definizione in misura.definizioni},
        segrete=secret_definitions(misura.definizioni),
    )


def _reason(vista: Vista, finding: Finding, requisito: Requisito | None) -> Ragione:
    deroghe = () if requisito is None else requisito.deroghe
    return Ragione(
        codice=finding.codice,
        testo=vista.dice(finding.testo),
        fonte=citazione(finding.fonte, vista.atti, vista.lang),
        esito=finding.esito,
        non_visto=finding.non_visto,
        deciso_da=_decided(vista, finding, deroghe),
        deroghe=tuple(_derogation(vista, deroga) for deroga in deroghe),
        guardati=() if requisito is None else guardati(vista, _trees(requisito)),
        mancano=mancanti(vista, finding.mancano),
    )


def _trees(requisito: Requisito) -> Iterator[Expr]:
    if requisito.condizione is not None:
        yield requisito.condizione
    yield from (deroga.condizione for deroga in requisito.deroghe)


def _decided(vista: Vista, finding: Finding, deroghe: tuple[Deroga, ...]) -> Citato | None:
    if finding.deciso_da in {None, CONDIZIONE}:
        return None
    return next(_derogation(vista, d) for d in deroghe if d.codice == finding.deciso_da)


def _derogation(vista: Vista, deroga: Deroga) -> Citato:
    words = leggibile(deroga.codice) if deroga.testo is None else vista.dice(deroga.testo)
    return Citato(words, citazione(deroga.fonte, vista.atti, vista.lang))


def _reserves(vista: Vista, verdict: Verdict) -> Iterator[Citato]:
    graduatoria = vista.misura.graduatoria
    for riserva in () if graduatoria is None else graduatoria.riserve:
        if riserva.codice in verdict.riserve:
            fonte = citazione(riserva.fonte, vista.atti, vista.lang)
            yield Citato(leggibile(riserva.codice), fonte)
