"""What `casa-model dimostra` looks for without a phrase: idle requirements, facts and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from casa_model.cli._uscite import Sbaglio
from casa_model.errors import WrongDay
from casa_model.rules import quesiti as q
from casa_model.rules import tree as t
from casa_model.rules.names import COMPONENTI
from casa_model.rules.reach import of_members, reached
from casa_model.values import Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.misura import Misura

_NO_OTHER: Final = Testo(
    it="`--stessa-risposta` vuole un'altra misura: aggiungi `--con`",
    en="`--stessa-risposta` wants another measure: add `--con`",
)


def cercati(
    given: dict[str, Any], contesto: q.Contesto, alone: q.Contesto
) -> Iterator[q.Proprieta]:
    """Those without a phrase: of the first measure alone, but for the last of them."""
    (misura,) = alone.misure
    days = alone.giorni
    asked_of = days if isinstance(days, Vigenza) else Vigenza(days, days)
    law = [r for r in misura.requisiti if r.vigenza is None or r.vigenza.sovrappone(asked_of)]
    if given["superflui"]:
        for requisito in law:
            if not requisito.non_visto:
                asked: q.Quesito = q.Superfluo(alone, requisito.codice)
                yield q.Proprieta(f"superfluo-{requisito.codice}", asked, q.Risposta.NO)
    if given["inutili"]:
        then = evolve(misura, requisiti=tuple(law))
        listed = of_members(reached(then, law))
        for nome in q.fatti_letti(then):
            if nome == COMPONENTI and listed:
                continue  # the list of members says it: one cannot be asked without the other
            yield q.Proprieta(f"inutile-{nome}", q.Inutile(alone, nome), q.Risposta.NO)
    if given["tabelle"]:
        yield from _tables(misura, alone)
    if given["stessa_risposta"]:
        if len(contesto.misure) == 1:
            raise Sbaglio(_NO_OTHER)
        yield q.Proprieta("stessa-risposta", q.StessaRisposta(contesto))


def _tables(misura: Misura, contesto: q.Contesto) -> Iterator[q.Proprieta]:
    """Of the definitions with rows that the rules read: each row, what is left out, the claim."""
    for definizione in q.tabelle_lette(misura):
        nome, vale = definizione.nome, definizione.vale
        if not _known_then(q.Scoperto(contesto, nome)):
            continue
        for at in range(1, len(q.righe(definizione)) + 1):
            row = q.RigaVuota(contesto, nome, at)
            yield q.Proprieta(f"riga-vuota-{nome}-{at}", row, q.Risposta.NO)
        yield q.Proprieta(f"scoperto-{nome}", q.Scoperto(contesto, nome), None)
        if isinstance(vale, t.Table) and vale.unique:
            yield q.Proprieta(f"unica-{nome}", q.Unica(contesto, nome))


def _known_then(quesito: q.Quesito) -> bool:
    """Whether the numbers of a table have a value on some of the days: else no rule reads it."""
    try:
        q.check_days(quesito)
    except WrongDay:
        return False
    return True
