"""The three methods. What they promise, and the one thing that none of them can.

Let the quota of each be what it would get if cents could be cut. Whole cents go first, and the odd
cents that are left go to the largest remainders; among equal ones, in order of code. Then:

- the sum is exact, and everybody is within less than a cent of the quota, never outside bounds;
- the order in which beneficiaries are passed changes nothing, nor does multiplying every index by
  the same number;
- with equal bounds, who has the larger index never gets less; with an equal index, shares differ
  by at most a cent, which goes to the code that comes first;
- raising one index (or one floor, or one cap) alone never lowers that share: no other quota rises,
  so nobody passes before it in the order of the remainders.

What does not hold: raising the amount may lower somebody's share, by one cent and never more, and
raising one index may give another a cent more. Largest remainders cannot avoid it (the Alabama
paradox), and no method that always stays within a cent of the quota avoids every such paradox
(Balinski and Young, 1982). With equal shares, more money never means less for anybody.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from casa_model.errors import IllTyped, InvalidValue
from casa_model.programma.riparto._fabbisogno import Fabbisogno
from casa_model.programma.riparto._livello import livello
from casa_model.programma.riparto._metodo import Limite, Metodo
from casa_model.programma.riparto._quota import QuotaRiparto
from casa_model.programma.riparto._riparto import Riparto
from casa_model.values import ZERO, Euro

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def maggiori_resti(importo: Euro, fabbisogni: Iterable[Fabbisogno]) -> Riparto:
    """Share out `importo` in proportion to the index.

    Raises `InvalidValue` for an amount below zero, no beneficiary, a code that stands twice,
    indices that are all zero, and a floor or a cap, which this method would not keep.

    >>> due = [Fabbisogno("aler-milano", 2), Fabbisogno("aler-pavia-lodi", 1)]
    >>> [str(quota.importo) for quota in maggiori_resti(Euro.parse("10.00"), due).quote]
    ['6.67', '3.33']
    """
    needs = _checked(importo, fabbisogni)
    for each in needs:
        if each.minimo != ZERO or each.massimo is not None:
            raise InvalidValue(
                it=f"`{each.codice}` ha un minimo o un massimo, che i maggiori resti non guardano; "
                "toglilo o usa `minimo_e_massimo`",
                en=f"`{each.codice}` has a floor or a cap, which largest remainders do not heed; "
                "remove it or use `minimo_e_massimo`",
            )
    return _shared(Metodo.MAGGIORI_RESTI, importo, needs)


def minimo_e_massimo(importo: Euro, fabbisogni: Iterable[Fabbisogno]) -> Riparto:
    """Share out `importo` in proportion to the index, between each one's floor and cap.

    The bounds are kept exactly, to the cent. Who has an index of zero gets the floor.

    Raises `InvalidValue` as `maggiori_resti` does, and when the floors are more than the amount or
    the caps (for an index of zero, the floor) are less.
    """
    needs = _checked(importo, fabbisogni)
    floors = Euro.total(each.minimo for each in needs)
    if floors > importo:
        raise InvalidValue(
            it=f"i minimi sommano a `{floors}`, più di `{importo}`; abbassali o aumenta l'importo",
            en=f"the floors add up to `{floors}`, more than `{importo}`; lower them or raise the "
            "amount",
        )
    tops = [each.massimo if each.indice else each.minimo for each in needs]
    known = [top for top in tops if top is not None]
    most = Euro.total(known)
    if len(known) == len(tops) and most < importo:
        raise InvalidValue(
            it=f"i massimi lasciano assegnare `{most}`, meno di `{importo}`; alzali o riduci "
            "l'importo (chi ha indice zero riceve il minimo)",
            en=f"the caps let `{most}` be given out, less than `{importo}`; raise them or reduce "
            "the amount (an index of zero gets the floor)",
        )
    return _shared(Metodo.MINIMO_E_MASSIMO, importo, needs)


def parti_uguali(importo: Euro, codici: Iterable[str]) -> Riparto:
    """Share out `importo` equally; the odd cents go in order of code.

    Raises `InvalidValue` for an amount below zero, no beneficiary, and a code that stands twice.
    """
    if type(codici) is str:
        raise IllTyped(
            it="i beneficiari sono un testo solo; passa un elenco di codici",
            en="the beneficiaries are one text; pass a list of codes",
        )
    needs = _checked(importo, (Fabbisogno(codice, 1) for codice in codici))
    return _shared(Metodo.PARTI_UGUALI, importo, needs)


def _checked(importo: Euro, fabbisogni: Iterable[Fabbisogno]) -> list[Fabbisogno]:
    """The needs in order of code, when anything at all can be shared out among them."""
    needs = list(fabbisogni)
    if type(importo) is not Euro or any(type(each) is not Fabbisogno for each in needs):
        raise IllTyped(
            it="si riparte un `Euro` tra dei `Fabbisogno`; passa valori di quei tipi",
            en="a `Euro` is shared out among `Fabbisogno`; pass values of those types",
        )
    if importo < ZERO:
        raise InvalidValue(
            it=f"l'importo `{importo}` è sotto zero; scrivi zero o più",
            en=f"the amount `{importo}` is below zero; write zero or more",
        )
    if not needs:
        raise InvalidValue(
            it="non c'è nessun beneficiario; passane almeno uno",
            en="there is no beneficiary; pass at least one",
        )
    if not any(each.indice for each in needs):
        raise InvalidValue(
            it="nessun beneficiario ha un indice sopra lo zero; correggi gli indici o usa "
            "`parti_uguali`",
            en="no beneficiary has an index above zero; correct the indices or use `parti_uguali`",
        )
    needs.sort(key=lambda each: each.codice)
    for first, second in pairwise(needs):
        if first.codice == second.codice:
            raise InvalidValue(
                it=f"`{first.codice}` sta due volte tra i beneficiari; unisci le due righe",
                en=f"`{first.codice}` stands twice among the beneficiaries; join the two rows",
            )
    return needs


def _shared(metodo: Metodo, importo: Euro, needs: Sequence[Fabbisogno]) -> Riparto:
    level = livello(importo.cents, needs)
    bounded = [_bounded(each, level) for each in needs]
    # INVARIANT: bounds are whole cents, so only a quota inside them has a remainder, and there are
    # more remainders than odd cents: none leaves its bounds, none gets two.
    places = sorted(range(len(needs)), key=lambda at: (-(bounded[at][0] % 1), at))
    lucky = set(places[: importo.cents - sum(floor(exact) for exact, _ in bounded)])
    return Riparto(
        metodo,
        importo,
        level,
        tuple(
            QuotaRiparto(each.codice, each.indice, exact, at in lucky, limite)
            for at, (each, (exact, limite)) in enumerate(zip(needs, bounded, strict=True))
        ),
    )


def _bounded(each: Fabbisogno, level: Fraction) -> tuple[Fraction, Limite | None]:
    """The quota at a level, and the bound that fixed it if one did."""
    wanted = Fraction(each.indice) * level
    if wanted < each.minimo.cents:
        return Fraction(each.minimo.cents), Limite.MINIMO
    if each.massimo is not None and wanted > each.massimo.cents:
        return Fraction(each.massimo.cents), Limite.MASSIMO
    return wanted, None
