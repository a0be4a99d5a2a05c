"""What an imaginary population is made of: assumptions, which say nothing of real tenants."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from casa_model.values import Euro, Fonte, FrozenMap, Testo

Estremo: TypeAlias = Euro | Decimal
"""The end of a span of values."""


@frozen
class IpotesiFatto:
    """How the values of a fact are drawn; what is None is as the defaults have it.

    `ignoto`, `soglie`, `vero` count out of a hundred: how often it is not known, how often it
    stands at a threshold of the rule or a step off, how often it is true. `da` and `a` are the
    span of a number; `anni_prima` the years before the day of the requisites in which a day
    falls; `pesi` the weights of the values of a choice, `resto` that of all others together;
    `per_componenti` the value for one member, two, and so on, the last for more.
    """

    ignoto: int | None = None
    soglie: int | None = None
    vero: int | None = None
    da: Estremo | None = None
    a: Estremo | None = None
    anni_prima: int | None = None
    pesi: Mapping[str, int] = field(factory=dict[str, int], converter=FrozenMap[str, int])
    resto: int = 0
    per_componenti: tuple[Estremo, ...] = ()


@frozen
class Ipotesi:
    """The assumptions of a synthetic population. The grade of `fonte` is always `derivata`.

    `componenti` are weights: of households of one member, of two, and so on. `membri_elencati` is
    how many households out of a hundred list their members.
    """

    titolo: Testo
    fonte: Fonte
    predefinite: IpotesiFatto
    componenti: tuple[int, ...]
    membri_elencati: int
    fatti: Mapping[str, IpotesiFatto] = field(converter=FrozenMap[str, IpotesiFatto])
    note: tuple[Testo, ...] = ()

    def di(self, nome: str) -> IpotesiFatto:
        """The assumption about a fact; one that says nothing when there is none."""
        return self.fatti.get(nome, IpotesiFatto())
