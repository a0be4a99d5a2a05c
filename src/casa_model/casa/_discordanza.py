"""One thing that is no longer as it was filed."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from casa_model.casa._cambio import Cambio
from casa_model.values import Testo


class Ambito(StrEnum):
    """What differs: the meaning of rules, a part of the law, an application, what it got.

    `ESITO` is for an outcome or an amount that is another, `MOTIVI` for an application whose
    outcome and amount are the same, and whose reasons or computed values are not.
    """

    SEMANTICA = "semantica"
    REQUISITO = "requisito"
    DEFINIZIONE = "definizione"
    PARAMETRO = "parametro"
    FATTO = "fatto"
    MISURA = "misura"
    DOMANDA = "domanda"
    ESITO = "esito"
    MOTIVI = "motivi"
    GRADUATORIA = "graduatoria"


@frozen
class Discordanza:
    """One thing that is no longer as it was filed: what kind of thing, its name, and how.

    For an `ESITO` or `MOTIVI` the name is the `riferimento`, and `testo` says which parts of the
    outcome came out otherwise, never the value of a fact. `cambi` are the values then and now,
    where both are at hand; those that are `personale` are in no `testo` and in no `repr`.
    """

    ambito: Ambito
    nome: str
    testo: Testo
    cambi: tuple[Cambio, ...] = ()
