"""An apportionment with its working."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import InvalidValue, UnknownName, near
from casa_model.programma.riparto._cifre import cents, number
from casa_model.programma.riparto._metodo import Limite, Metodo
from casa_model.programma.riparto._quota import QuotaRiparto
from casa_model.values import Euro
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from casa_model.errors import Lang


@frozen
class Riparto:
    """An amount shared out: one quota for each beneficiary, in order of code.

    `per_punto` is the exact number of cents for each point of the index (of each beneficiary, in
    equal shares). Raises `InvalidValue` when the quotas do not make up the amount to the cent, or
    codes do not increase; also when a quota is not its index by `per_punto` (more at the floor,
    less at the cap, which only `Metodo.MINIMO_E_MASSIMO` has; an index is 1 in equal shares), or
    the odd cents are not where the method puts them.
    """

    metodo: Metodo = field(validator=exact(Metodo))
    importo: Euro = field(validator=exact(Euro))
    per_punto: Fraction = field(validator=exact(Fraction))
    quote: tuple[QuotaRiparto, ...] = field(
        validator=deep_iterable(exact(QuotaRiparto), iterable_validator=exact(tuple))
    )

    def __attrs_post_init__(self) -> None:
        if Euro.total(quota.importo for quota in self.quote) != self.importo:
            raise InvalidValue(
                it="le quote non sommano all'importo; rifai il riparto",
                en="the quotas do not add up to the amount; make the apportionment again",
            )
        if any(second.codice <= first.codice for first, second in pairwise(self.quote)):
            raise InvalidValue(
                it="i codici delle quote devono crescere; rimettili in ordine",
                en="the codes of the quotas must increase; put them in order",
            )
        if not all(map(self._by_method, self.quote)) or not self._odd_cents_in_order():
            raise InvalidValue(
                it="una quota non viene dal suo indice, o un centesimo in più non va al resto "
                "maggiore; rifai il riparto",
                en="a quota does not come from its index, or a cent more does not go to the "
                "largest remainder; make the apportionment again",
            )

    def _by_method(self, quota: QuotaRiparto) -> bool:
        match self.metodo:
            case Metodo.MAGGIORI_RESTI:
                sound = quota.limite is None
            case Metodo.PARTI_UGUALI:
                sound = quota.limite is None and quota.indice == 1
            case Metodo.MINIMO_E_MASSIMO:
                sound = quota.limite is None or not quota.resto
            case _:
                assert_never(self.metodo)
        return sound and self._at_price(quota)

    def _at_price(self, quota: QuotaRiparto) -> bool:
        """A quota is index by price, more only at the floor and less only at the cap."""
        wanted = Fraction(quota.indice) * self.per_punto
        match quota.limite:
            case None:
                return quota.esatta == wanted
            case Limite.MINIMO:
                return quota.esatta > wanted
            case Limite.MASSIMO:
                return quota.esatta < wanted
            case _:
                assert_never(quota.limite)

    def _odd_cents_in_order(self) -> bool:
        """Who got a cent more comes before who did not; equal remainders go by code."""
        ordered = sorted(self.quote, key=lambda quota: (-quota.resto, quota.codice))
        given = [quota.centesimo for quota in ordered]
        return given == sorted(given, reverse=True)

    def quota(self, codice: str) -> QuotaRiparto:
        """The quota of a beneficiary. Raises `UnknownName`, with a near miss if there is one."""
        at = bisect_left(self.quote, codice, key=lambda quota: quota.codice)
        if at < len(self.quote) and self.quote[at].codice == codice:
            return self.quote[at]
        meant = near(codice, [quota.codice for quota in self.quote])
        raise UnknownName(
            it=f"`{codice}` non è tra i beneficiari del riparto; "
            + (f"forse `{meant}`" if meant else "vedi i codici delle quote"),
            en=f"`{codice}` is not among the beneficiaries of the apportionment; "
            + (f"perhaps `{meant}`" if meant else "see the codes of the quotas"),
        )

    def render(self, lang: Lang) -> tuple[str, ...]:
        """The working in lines for people: the amount, each beneficiary, the odd cents, the sum."""
        it = lang == "it"
        shared, worth = self.importo.render(lang), cents(self.per_punto, lang)
        many, method = len(self.quote), self.metodo.render(lang)
        total = number(sum((Fraction(quota.indice) for quota in self.quote), Fraction(0)), lang)
        odd = sum(quota.centesimo for quota in self.quote)
        if self.metodo is Metodo.PARTI_UGUALI:
            unit = f"a ciascuno {worth}" if it else f"to each {worth}"
        elif it:
            unit = f"somma degli indici {total}, ogni punto vale {worth}"
        else:
            unit = f"sum of the indices {total}, each point is worth {worth}"
        return (
            f"importo {shared}, beneficiari {many}, metodo: {method}"
            if it
            else f"amount {shared}, beneficiaries {many}, method: {method}",
            unit,
            *(quota.render(lang) for quota in self.quote),
            f"centesimi in più, ai resti maggiori e a parità in ordine di codice: {odd}"
            if it
            else f"cents more, to the largest remainders and, when equal, in order of code: {odd}",
            f"totale {shared}" if it else f"total {shared}",
        )
