"""The attestation of the economic situation: its figures, its kind, the days on which it holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from attrs import Attribute, field, frozen

from casa_model.errors import InvalidValue
from casa_model.nuclei._masked import masked
from casa_model.values import ZERO, Euro
from casa_model.values._exact import exact

_DECIMALS: Final = 2


class TipoIsee(StrEnum):
    """The kinds of attestation (DPCM 159/2013; seen in secondary sources)."""

    ORDINARIO = "ordinario"
    MINORENNI = "minorenni"
    UNIVERSITA = "universita"
    SOCIOSANITARIO = "sociosanitario"
    SOCIOSANITARIO_RESIDENZE = "sociosanitario-residenze"
    CORRENTE = "corrente"


def _not_negative(_isee: AttestazioneIsee, attribute: Attribute[Any], value: Euro | None) -> None:
    if value is not None and value < ZERO:
        raise InvalidValue(
            it=f"`{attribute.name}` è negativo; scrivi un importo da 0.00 in su",
            en=f"`{attribute.name}` is negative; write an amount from 0.00 up",
        )


def _from_one(_isee: AttestazioneIsee, _attribute: Attribute[Any], value: Decimal | None) -> None:
    if value is None:
        return
    # The exponent, and no arithmetic: the answer must not hang on the caller's decimal context.
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_DECIMALS or value < 1:
        raise InvalidValue(
            it="`scala` non è un parametro di equivalenza; scrivi un numero da 1.00 in su "
            "con al massimo due decimali, come `1.57`",
            en="`scala` is not an equivalence parameter; write a number from 1.00 up "
            "with at most two decimals, as in `1.57`",
        )


@frozen(kw_only=True)
class AttestazioneIsee:
    """An ISEE attestation, in euro; `scala` is the equivalence parameter as it states it.

    `rilascio` is the day of the DSU, the declaration it stands on; `scadenza` the last day on
    which it holds, when the attestation states one. None is not known.

    Raises `InvalidValue` for a negative amount, a `scala` below 1.00 or with over two decimals,
    a `scadenza` before `rilascio`; `IllTyped` for a wrong type. Neither tells the value.
    """

    isee: Euro = field(repr=masked, validator=[exact(Euro), _not_negative])
    isp: Euro | None = field(
        default=None, repr=masked, validator=[exact(Euro, optional=True), _not_negative]
    )
    scala: Decimal | None = field(
        default=None, repr=masked, validator=[exact(Decimal, optional=True), _from_one]
    )
    tipo: TipoIsee | None = field(
        default=None, repr=masked, validator=exact(TipoIsee, optional=True)
    )
    rilascio: date = field(repr=masked, validator=exact(date))
    scadenza: date | None = field(default=None, repr=masked, validator=exact(date, optional=True))

    def __attrs_post_init__(self) -> None:
        if self.scadenza is not None and self.scadenza < self.rilascio:
            raise InvalidValue(
                it="`scadenza` viene prima di `rilascio`; scambia i due giorni",
                en="`scadenza` comes before `rilascio`; swap the two days",
            )

    def valida_il(self, giorno: date) -> bool:
        """Tell whether the attestation holds on `giorno`, its first and last day included.

        It holds from `rilascio` to the stated `scadenza`; where none is stated, to 31 December of
        the year of `rilascio` (fact sheet, section 8, grade `secondaria`). Not modelled: the
        15 January of the next year that a guide of 2018/19 gives, and a shorter life of the kind
        `corrente`, which nobody here has seen in a source. Write either as `scadenza`.
        """
        ultimo = self.scadenza or self.rilascio.replace(month=12, day=31)
        return self.rilascio <= giorno <= ultimo
