"""Why the rule answered so: the requirements and their articles, the facts, the items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.cases._esito_caso import Aspetto, StatoCaso
from casa_model.readers.cases._inesistenti import inesistenti
from casa_model.readers.prose._nomi import etichetta_mancante
from casa_model.rules.avviso import measure_of
from casa_model.rules.esito import CONDIZIONE, Esito
from casa_model.values import ZERO, Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.errors import Lang
    from casa_model.readers.cases._esito_caso import EsitoCaso
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.esito import Finding, Verdict
    from casa_model.rules.misura import Misura
    from casa_model.values import Atto

_FAILS: Final = Testo(it="`{codice}` non è rispettato", en="`{codice}` does not hold")
_HOLDS: Final = Testo(it="`{codice}` è rispettato", en="`{codice}` holds")
_WAIVED: Final = Testo(
    it="`{codice}` è rispettato per la deroga `{deroga}`",
    en="`{codice}` holds by the derogation `{deroga}`",
)
_UNKNOWN: Final = Testo(it="`{codice}` non si può dire", en="`{codice}` cannot be told")
_UNREAD: Final = Testo(
    it="`{codice}` non si può dire: nessuno ha letto l'atto",
    en="`{codice}` cannot be told: nobody has read the act",
)
_MISSING: Final = Testo(it="manca `{nome}`: {etichetta}", en="`{nome}` is missing: {etichetta}")
_ALL_HOLD: Final = Testo(it="tutti i requisiti sono rispettati", en="all requirements hold")
_ITEM: Final = Testo(
    it="voce `{codice}`: {importo} su {spesa}", en="item `{codice}`: {importo} of {spesa}"
)


def perche(regole: Misura | Avviso, esito: EsitoCaso, *, lang: Lang) -> tuple[str, ...]:
    """Why `regole` answered so, where the answer is not the expected one: a sentence each.

    First what is expected and `regole` have not: a reason or an item, with what was probably meant.
    Requirements are cited with their article and its grade. Nothing when the case passed or could
    not be tried. Of one still to be written only the first: whoever writes it reads the article,
    not our answer.
    """
    verdict, absent = esito.verdict, inesistenti(regole, esito.caso.atteso, lang=lang)
    if esito.stato is StatoCaso.DA_SCRIVERE:
        return tuple(absent)
    if verdict is None or not esito.scostamenti:
        return ()
    return (*absent, *_reasons(measure_of(regole), esito, verdict, lang))


def _reasons(misura: Misura, esito: EsitoCaso, verdict: Verdict, lang: Lang) -> Iterator[str]:
    atti = {atto.codice: atto for atto in misura.atti}
    expected = set(esito.caso.atteso.motivi or ())
    told = [f for f in verdict.findings if _matters(f, verdict) or f.codice in expected]
    if not told and verdict.esito is Esito.AMMESSO:
        told = [f for f in verdict.findings if f.deciso_da not in {None, CONDIZIONE}]
        yield _ALL_HOLD.render(lang)
    for finding in told:
        yield _one(finding, atti, lang)
    for nome in verdict.mancano:
        label = etichetta_mancante(misura, nome, lang)
        yield _MISSING.render(lang).format(nome=nome, etichetta=label)
    if any(each.aspetto is Aspetto.IMPORTO for each in esito.scostamenti):
        for voce in verdict.voci:
            spesa, importo = ((each or ZERO).render(lang) for each in (voce.spesa, voce.importo))
            yield _ITEM.render(lang).format(codice=voce.codice, importo=importo, spesa=spesa)


def _matters(finding: Finding, verdict: Verdict) -> bool:
    """Whether a requirement is part of why the outcome is what it is."""
    if verdict.esito is Esito.NON_AMMESSO:
        return finding.esito is False
    return finding.esito is not True


def _one(finding: Finding, atti: Mapping[str, Atto], lang: Lang) -> str:
    """How a requirement came out, its words and its article."""
    how = {True: _HOLDS, False: _FAILS, None: _UNREAD if finding.non_visto else _UNKNOWN}
    waived = finding.deciso_da not in {None, CONDIZIONE}
    said = (_WAIVED if waived else how[finding.esito]).render(lang)
    head = said.format(codice=finding.codice, deroga=finding.deciso_da)
    return f"{head}: {finding.testo.render(lang)} — {finding.fonte.render(atti, lang)}"
