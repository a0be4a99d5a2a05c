"""Households for a comparison, and the effect on each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from casa_model.nuclei import Domanda
from casa_model.rules.avviso import Dotazione
from casa_model.rules.facts import Fatti
from casa_model.values import Euro, Fonte, Grado

if TYPE_CHECKING:
    from casa_model.casa.confronta import (
        Effetti,
        Effetto,
    )
    from casa_model.rules.facts import Value


def household(riferimento: str, isee: int | None, **more: Value) -> Domanda:
    """Somebody who meets the rest, with an ISEE in euro."""
    facts: dict[str, Value] = {
        "area": "nord",
        "dal": date(2020, 1, 1),
        "punti": Decimal("0.50"),
        "sano": False,
        "componenti": Decimal(1),
        **more,
    }
    if isee is not None:
        facts["isee"] = Euro.from_decimal(Decimal(isee).quantize(Decimal("0.01")))
    return Domanda(
        riferimento, presentata=date(2024, 9, 3), protocollo=riferimento, fatti=Fatti(facts)
    )


def by_name(found: Effetti) -> dict[str, Effetto]:
    """The effect on each household."""
    return {m.riferimento: m.effetto for m in found.movimenti}


MONEY = Dotazione(Euro(50000), None, Fonte(Grado.DERIVATA, testo="prova"))
