"""A case that did not pass, in the lines that a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.cases._perche import perche
from casa_model.rules.avviso import measure_of
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.readers.cases._caso import Caso
    from casa_model.readers.cases._esito_caso import EsitoCaso
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

_HEAD: Final = Testo(it="{dove}caso `{codice}`: {stato}", en="{dove}case `{codice}`: {stato}")


def racconta(regole: Misura | Avviso, esito: EsitoCaso, *, lang: Lang) -> tuple[str, ...]:
    """What came of a case, line by line: where it is, what it is about, what is otherwise and why.

    The first line begins with `file:line`, as editors and terminals know it.
    """
    caso = esito.caso
    where = "" if caso.place is None else f"{caso.place.file}:{caso.place.line}: "
    head = _HEAD.render(lang).format(dove=where, codice=caso.codice, stato=esito.stato.render(lang))
    told = [scostamento.render(lang) for scostamento in esito.scostamenti]
    if esito.motivo is not None:
        told.append(esito.motivo.render(lang))
    told += perche(regole, esito, lang=lang)
    return (head, *_about(measure_of(regole), caso, lang), *(f"  - {each}" for each in told))


def _about(misura: Misura, caso: Caso, lang: Lang) -> tuple[str, ...]:
    atti = {atto.codice: atto for atto in misura.atti}
    cited = None if caso.norma is None else caso.norma.render(atti, lang)
    parts = [part for part in (caso.testo, cited) if part is not None]
    return (f"  {' — '.join(parts)}",) if parts else ()
