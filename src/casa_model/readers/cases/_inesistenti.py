"""What a case expects that the rules cannot answer at all: reasons and items they have not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.errors import near
from casa_model.rules.avviso import Avviso, measure_of
from casa_model.rules.porta import NEI_TERMINI
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.errors import Lang
    from casa_model.readers.cases._caso import Atteso
    from casa_model.rules.misura import Misura

_REASON: Final = Testo(
    it="queste regole non hanno un motivo `{codice}`", en="these rules have no reason `{codice}`"
)
_ITEM: Final = Testo(
    it="queste regole non hanno una voce `{codice}`", en="these rules have no item `{codice}`"
)
_NEAR: Final = Testo(it="; forse intendevi `{vicino}`?", en="; did you mean `{vicino}`?")
_LISTED: Final = Testo(it=", ma solo {ammessi}", en=", but only {ammessi}")
_ABSENT: Final = Testo(
    it=": se manca per un errore correggi le regole, altrimenti il caso",
    en=": if it is missing by mistake mend the rules, else the case",
)
_REMOVED: Final = Testo(
    it=": c'è un `[[togli]]` nell'avviso; se è un errore correggi l'avviso, altrimenti il caso",
    en=": the notice has a `[[togli]]`; if that is a mistake mend the notice, else the case",
)
_REPLACED: Final = Testo(
    it=": nell'avviso c'è `{nuovo}` al suo posto; se è un errore correggi l'avviso, altrimenti il "
    "caso",
    en=": the notice has `{nuovo}` in its place; if that is a mistake mend the notice, else the "
    "case",
)


def motivi_di(regole: Misura | Avviso) -> tuple[str, ...]:
    """The reasons that some rules may give: of a notice with terms also `nei-termini`."""
    door = (NEI_TERMINI,) if isinstance(regole, Avviso) and regole.ha_termini else ()
    return (*door, *(requisito.codice for requisito in measure_of(regole).requisiti))


def voci_di(regole: Misura | Avviso) -> tuple[str, ...]:
    """The items of the amount that some rules pay."""
    importo = measure_of(regole).importo
    return () if importo is None else tuple(voce.codice for voce in importo.voci)


def inesistenti(regole: Misura | Avviso, atteso: Atteso, *, lang: Lang) -> Iterator[str]:
    """A sentence for each reason and each item that is expected and that `regole` have not.

    It says what was probably meant, or that the notice itself removes or replaces it.
    """
    items = tuple(codice for codice, _ in atteso.voci or ())
    kinds = (
        ("requisito", _REASON, atteso.motivi or (), motivi_di(regole)),
        ("voce", _ITEM, items, voci_di(regole)),
    )
    for parte, head, stated, known in kinds:
        for codice in stated:
            if codice not in known:
                said = head.render(lang).format(codice=codice)
                yield said + _mend(regole, parte, codice, known, lang)


def _mend(
    regole: Misura | Avviso, parte: str, codice: str, known: Sequence[str], lang: Lang
) -> str:
    told = regole.differenze if isinstance(regole, Avviso) else ()
    changed = next((each for each in told if (each.parte, each.nome) == (parte, codice)), None)
    if changed is not None:
        words = _REMOVED if changed.codice_nuovo is None else _REPLACED
        return words.render(lang).format(nuovo=changed.codice_nuovo)
    close = near(codice, known)
    if close is not None:
        return _NEAR.render(lang).format(vicino=close)
    listed = ", ".join(f"`{each}`" for each in known)
    only = _LISTED.render(lang).format(ammessi=listed) if listed else ""
    return only + _ABSENT.render(lang)
