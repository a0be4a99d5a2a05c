"""What one beneficiary gets, with the working: no part of it can disagree with another."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.errors import InvalidValue
from casa_model.programma._codici import kebab
from casa_model.programma.riparto._cifre import cents, decimals, number
from casa_model.programma.riparto._fabbisogno import exact_index
from casa_model.programma.riparto._metodo import Limite
from casa_model.values import Euro
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from casa_model.errors import Lang


@frozen
class QuotaRiparto:
    """What one beneficiary gets: `esatta` cents, as a fraction, brought to whole ones.

    `centesimo` tells whether the remainder got a cent more. `limite` is the bound that fixed the
    quota, None when the index did. Raises `InvalidValue` for a quota below zero, and for a cent
    more where there is no remainder.
    """

    codice: str = field(validator=kebab)
    indice: Decimal | int = field(validator=exact_index)
    esatta: Fraction = field(validator=exact(Fraction))
    centesimo: bool = field(validator=exact(bool))
    limite: Limite | None = field(default=None, validator=exact(Limite, optional=True))

    def __attrs_post_init__(self) -> None:
        if self.esatta < 0 or (self.centesimo and not self.resto):
            raise InvalidValue(
                it=f"la quota di `{self.codice}` è sotto zero o ha un centesimo in più senza "
                "resto; rifai il riparto",
                en=f"the quota of `{self.codice}` is below zero or has a cent more without a "
                "remainder; make the apportionment again",
            )

    @property
    def interi(self) -> int:
        """The whole cents of the quota."""
        return floor(self.esatta)

    @property
    def resto(self) -> Fraction:
        """What is left of a cent, from 0 to less than 1."""
        return self.esatta - self.interi

    @property
    def importo(self) -> Euro:
        """What the beneficiary gets."""
        return Euro(self.interi + self.centesimo)

    def render(self, lang: Lang) -> str:
        """The working in one line, `aler-milano: indice 2, quota 6,66 € e 2/3 di centesimo …`."""
        it = lang == "it"
        parts = [
            f"{self.codice}: {'indice' if it else 'index'} {number(self.indice, lang)}",
            f"quota {cents(self.esatta, lang)}",
        ]
        if self.limite is not None:
            parts.append(self.limite.render(lang))
        if self.resto:
            parts.append(f"{'resto' if it else 'remainder'} {decimals(self.resto, lang)}")
        if self.centesimo:
            parts.append("un centesimo in più" if it else "one cent more")
        return f"{', '.join(parts)} = {self.importo.render(lang)}"
