"""What a change does to one household, and why: outcomes and amounts on both sides."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.readers.prose._nomi import etichetta_mancante
from casa_model.rules.esito import Esito, Verdict
from casa_model.values import ZERO, Euro, Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.misura import Misura


class Effetto(StrEnum):
    """What becomes of a household. A verdict that is not there is that of facts that do not fit."""

    GUADAGNA = "guadagna"
    """Admitted now, and not before."""
    PERDE = "perde"
    """Not admitted now; before it was, or it might have been."""
    INCERTO = "diventa-incerto"
    """To be completed now; before it was decided."""
    DI_PIU = "riceve-di-piu"
    DI_MENO = "riceve-di-meno"
    UGUALE = "uguale"
    NON_DECISO = "non-deciso"
    """Its facts do not fit one of the two versions."""


EFFETTI: Final = {
    Effetto.GUADAGNA: Testo(it="ammesse ora e non prima", en="admitted now and not before"),
    Effetto.PERDE: Testo(it="non più ammesse o ammissibili", en="no longer admitted or admissible"),
    Effetto.INCERTO: Testo(it="da completare, prima decise", en="to be completed, before decided"),
    Effetto.DI_PIU: Testo(it="importo spettante più alto", en="a larger amount due"),
    Effetto.DI_MENO: Testo(it="importo spettante più basso", en="a smaller amount due"),
    Effetto.UGUALE: Testo(it="nulla cambia", en="nothing changes"),
    Effetto.NON_DECISO: Testo(
        it="non decise: i fatti non vanno bene per una delle due regole",
        en="not decided: their facts do not fit one of the two rules",
    ),
}
"""The effects in words, of applications."""

_ASKED: Final = Testo(it="si chiede e non è noto: {a}", en="it is asked and not known: {a}")
_NO_LONGER: Final = Testo(
    it="non è noto e non si chiede più: {a}", en="it is not known and no longer asked: {a}"
)


def effetto_di(prima: Verdict | None, ora: Verdict | None) -> Effetto:
    """What the change does to a household with these two verdicts."""
    if prima is None or ora is None:
        return Effetto.NON_DECISO
    if prima.esito is ora.esito:
        return _of_amount(prima.importo, ora.importo)
    return {
        Esito.AMMESSO: Effetto.GUADAGNA,
        Esito.NON_AMMESSO: Effetto.PERDE,
        Esito.DA_COMPLETARE: Effetto.INCERTO,
    }[ora.esito]


def _of_amount(prima: Euro | None, ora: Euro | None) -> Effetto:
    """By the amount; one that there is not counts as nothing."""
    before, now = (0 if each is None else each.cents for each in (prima, ora))
    if before == now:
        return Effetto.UGUALE
    return Effetto.DI_PIU if now > before else Effetto.DI_MENO


@frozen
class Ragione:
    """Why: a requirement, a missing fact or an item of the amount, by its code and in words."""

    codice: str
    testo: Testo


@frozen
class Movimento:
    """One household on both sides; amounts are of who is admitted, and never show in a `repr`."""

    riferimento: str
    effetto: Effetto
    prima: Esito | None
    ora: Esito | None
    importo_prima: Euro | None = field(default=None, repr=False)
    importo_ora: Euro | None = field(default=None, repr=False)
    ragioni: tuple[Ragione, ...] = ()


def movimento(
    riferimento: str, prima: Verdict | None, ora: Verdict | None, misure: tuple[Misura, Misura]
) -> Movimento:
    """What becomes of a household, with its reasons, by the two measures."""
    effetto = effetto_di(prima, ora)
    reasons: tuple[Ragione, ...] = ()
    if prima is not None and ora is not None:
        found = dict.fromkeys(_why(effetto, prima, ora, misure))
        reasons = tuple(found or dict.fromkeys(_facts(effetto, prima, ora, misure)))
    return Movimento(
        riferimento,
        effetto,
        None if prima is None else prima.esito,
        None if ora is None else ora.esito,
        None if prima is None else prima.importo,
        None if ora is None else ora.importo,
        reasons,
    )


def _why(
    effetto: Effetto, prima: Verdict, ora: Verdict, misure: tuple[Misura, Misura]
) -> Iterator[Ragione]:
    match effetto:
        case Effetto.GUADAGNA:
            yield from _findings(prima, ora, held=(False, None))
        case Effetto.PERDE:
            yield from _findings(ora, prima, held=(False,))
        case Effetto.INCERTO if prima.esito is Esito.NON_AMMESSO:
            yield from _findings(prima, ora, held=(False,))
        case Effetto.INCERTO:
            yield from _findings(ora, prima, held=(None,))
        case Effetto.DI_PIU | Effetto.DI_MENO:
            yield from _items(effetto, prima, ora, misure)
        case _:
            return


def _facts(
    effetto: Effetto, prima: Verdict, ora: Verdict, misure: tuple[Misura, Misura]
) -> Iterator[Ragione]:
    """Where no requirement says why: the facts that only an amount or a ranking asks."""
    match effetto:
        case Effetto.INCERTO:
            yield from _missing(ora, misure[1], _ASKED)
        case Effetto.GUADAGNA:
            yield from _missing(prima, misure[0], _NO_LONGER)
        case _:
            return


def _missing(verdict: Verdict, misura: Misura, words: Testo) -> Iterator[Ragione]:
    for nome in verdict.mancano:
        it, en = etichetta_mancante(misura, nome, "it"), etichetta_mancante(misura, nome, "en")
        yield Ragione(nome, Testo(it=words.it.format(a=it), en=words.en.format(a=en)))


def _findings(
    stopped: Verdict, other: Verdict, *, held: tuple[bool | None, ...]
) -> Iterator[Ragione]:
    """The requirements that stop on one side, and do not stop so on the other."""
    there = {finding.codice: finding.esito for finding in other.findings}
    for finding in stopped.findings:
        if finding.esito in held and there.get(finding.codice, True) is not finding.esito:
            yield Ragione(finding.codice, finding.testo)


def _items(
    effetto: Effetto, prima: Verdict, ora: Verdict, misure: tuple[Misura, Misura]
) -> Iterator[Ragione]:
    """The items that are paid less where the amount is less, or more, by their label now or then.

    Items fill a cap in their order: where one takes less of it the next takes more, and is no
    reason why less is due.
    """
    then, today = ({v.codice: v.importo or ZERO for v in side.voci} for side in (prima, ora))
    labels = {
        voce.codice: voce.etichetta
        for misura in misure
        if misura.importo is not None
        for voce in misura.importo.voci
    }
    for codice in dict.fromkeys((*then, *today)):
        before, now = then.get(codice, ZERO), today.get(codice, ZERO)
        if now < before if effetto is Effetto.DI_MENO else now > before:
            plain = codice.replace("-", " ")
            words = labels[codice] or Testo(it=plain, en=plain)
            yield Ragione(codice, Testo(it=f"voce «{words.it}»", en=f"item “{words.en}”"))
