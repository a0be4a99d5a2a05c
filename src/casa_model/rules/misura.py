"""A measure: who is admitted, how much is paid and in which order, as data.

The classes here are what a rule file becomes once it has been read and checked
(`casa_model.rules.leggi`). They can also be built from Python: the reader of a measure asks
nothing of a file.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import optional

from casa_model.errors import IllTyped
from casa_model.rules.facts import Fatto
from casa_model.rules.params import Parametro
from casa_model.rules.tree import Expr, is_node
from casa_model.rules.types import Type
from casa_model.values import Atto, Fonte, Testo, Vigenza
from casa_model.values._exact import exact

Momento: TypeAlias = date | datetime
"""A day, or a day with an hour of the clock in Italy (no time zone)."""


@frozen
class Definizione:
    """A named expression (a `Table` when the act has one); `fonte` says which article.

    `tipo` is what the expression gives, with its scale and interval.
    """

    nome: str = field(validator=exact(str))
    vale: Expr = field(validator=is_node)
    tipo: Type
    fonte: Fonte | None = None
    etichetta: Testo | None = None


@frozen
class Deroga:
    """A way round a requirement: it holds when the condition or any derogation does."""

    codice: str = field(validator=exact(str))
    condizione: Expr = field(validator=is_node)
    fonte: Fonte = field(validator=exact(Fonte))
    testo: Testo | None = None


@frozen
class Requisito:
    """One requirement and the article that asks it.

    `condizione` is None only when the requirement is `non_visto`: the act asks it and nobody here
    has read it, so that it is unknown for everybody.
    """

    codice: str = field(validator=exact(str))
    testo: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))
    condizione: Expr | None = field(validator=optional(is_node))
    deroghe: tuple[Deroga, ...] = field(default=(), validator=exact(tuple))
    vigenza: Vigenza | None = None

    @condizione.validator
    def _or_unread(self, _attribute: object, value: Expr | None) -> None:
        if value is None and self.deroghe:
            raise IllTyped(
                it="un requisito non visto non ha deroghe; toglile o scrivi la condizione",
                en="an unread requirement has no derogations; remove them or write the condition",
            )

    @property
    def non_visto(self) -> bool:
        """Whether nobody here has read what the act asks."""
        return self.condizione is None


@frozen
class Voce:
    """One item of an amount: what it is worth, when it counts, its own cap. Scale 2."""

    codice: str = field(validator=exact(str))
    vale: Expr = field(validator=is_node)
    se: Expr | None = field(default=None, validator=optional(is_node))
    massimo: Expr | None = field(default=None, validator=optional(is_node))
    etichetta: Testo | None = None
    fonte: Fonte | None = None


class DetraeDa(StrEnum):
    """What deductions are taken from: the expense, before the cap, or the grant, after it."""

    SPESA = "spesa"
    CONTRIBUTO = "contributo"


@frozen
class Importo:
    """How much: items in the order in which the cap is filled, the cap, the deductions."""

    voci: tuple[Voce, ...] = field(validator=exact(tuple))
    massimo: Expr | None = field(default=None, validator=optional(is_node))
    detrae: tuple[Expr, ...] = field(default=(), validator=exact(tuple))
    detrae_da: DetraeDa | None = None
    fonte: Fonte | None = None


class Esaurimento(StrEnum):
    """What happens when the money ends before the ranking does."""

    RESIDUO = "residuo"
    PROPORZIONALE = "proporzionale"
    SOLO_INTERI = "solo-interi"


@frozen
class Chiave:
    """A key of the ranking: a name, ascending unless `decrescente`."""

    nome: str = field(validator=exact(str))
    decrescente: bool = False


@frozen
class Riserva:
    """A share of the endowment kept for those for whom `quando` holds.

    `quota` is the name of a parameter, a number from 0 to 1; the share is rounded up.
    """

    codice: str
    quota: str = field(validator=exact(str))
    quando: Expr = field(validator=is_node)
    fonte: Fonte


@frozen
class Ordinamento:
    """How the admitted are ranked and what the end of the money does."""

    ordine: tuple[Chiave, ...] = field(validator=exact(tuple))
    esaurimento: Esaurimento = Esaurimento.RESIDUO
    salta: bool = False
    riserve: tuple[Riserva, ...] = field(default=(), validator=exact(tuple))
    fonte: Fonte | None = None


@frozen
class Calendario:
    """The days that a notice fixes: its law's day, the day of the requisites, its own dates."""

    giorno_norma: date
    data_requisiti: date
    date: tuple[tuple[str, date], ...] = ()


@frozen
class Misura:
    """A measure as it was read: every name in it is declared in it.

    `calendario` is None for a measure of the law, whose law is that of the day of the question;
    a notice applied to a measure gives a measure closed on the notice's day.
    """

    codice: str = field(validator=exact(str))
    titolo: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))
    vigenza: Vigenza = field(validator=exact(Vigenza))
    fatti: tuple[Fatto, ...] = field(validator=exact(tuple))
    parametri: tuple[Parametro, ...] = field(validator=exact(tuple))
    definizioni: tuple[Definizione, ...] = field(validator=exact(tuple))
    requisiti: tuple[Requisito, ...] = field(validator=exact(tuple))
    importo: Importo | None = None
    graduatoria: Ordinamento | None = None
    incompatibile: tuple[str, ...] = ()
    atti: tuple[Atto, ...] = ()
    calendario: Calendario | None = None
    note: tuple[Testo, ...] = ()
