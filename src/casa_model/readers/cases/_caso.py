"""One worked case: what is known of a household, and what a person expects of the rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from casa_model.errors import IllTyped, InvalidEntry, InvalidValue, Place, Problem
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.names import CODE
from casa_model.values import Euro, Norma
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attrs import Attribute


def _names(_atteso: Atteso, attribute: Attribute[Any], value: object) -> None:
    if value is None:
        return
    if type(value) is not tuple or any(type(name) is not str for name in value):
        raise IllTyped(
            it=f"`{attribute.name}` non è una serie fissa di nomi; passa per esempio `('isee',)`",
            en=f"`{attribute.name}` is no fixed series of names; pass for example `('isee',)`",
        )


def _items(_atteso: Atteso, attribute: Attribute[Any], value: object) -> None:
    if value is None:
        return
    if type(value) is not tuple or any(
        type(item) is not tuple or tuple(map(type, item)) != (str, Euro) for item in value
    ):
        raise IllTyped(
            it=f"`{attribute.name}` non è un elenco di voci con il loro importo; passa per esempio "
            "`(('servizi', Euro(120000)),)`",
            en=f"`{attribute.name}` is no list of items with their amounts; pass for example "
            "`(('servizi', Euro(120000)),)`",
        )


@frozen
class Atteso:
    """What the rule must answer, worked out by a person; None is *not stated*.

    `esito` is None when nobody has written it yet: such a case fails. `importo` is the whole
    amount, and `importo_da_scrivere` says that a person has to write it still. `motivi` are the
    codes of all the requirements that do not hold, and `mancano` the names of all the facts that
    are missing, both in any order. `voci` are items of the amount, as many as one likes, each with
    what is paid of it.

    Raises `InvalidEntry`, with all of it, for what no rule could answer: an amount, reasons or
    missing facts beside an outcome that has none, a refusal without reasons, a name stated twice;
    `InvalidValue` for an amount that is stated and to be written too; `IllTyped` for a wrong type.
    """

    esito: Esito | None = field(default=None, validator=exact(Esito, optional=True))
    importo: Euro | None = field(default=None, repr=False, validator=exact(Euro, optional=True))
    motivi: tuple[str, ...] | None = field(default=None, validator=_names)
    mancano: tuple[str, ...] | None = field(default=None, validator=_names)
    voci: tuple[tuple[str, Euro], ...] | None = field(default=None, repr=False, validator=_items)
    importo_da_scrivere: bool = field(default=False, validator=exact(bool))

    def __attrs_post_init__(self) -> None:
        if self.importo is not None and self.importo_da_scrivere:
            raise InvalidValue(
                it="`importo` è scritto e insieme da scrivere; passa uno solo dei due",
                en="`importo` is stated and to be written too; pass only one of the two",
            )
        problems = [*self._twice(), *self._apart()]
        if problems:
            raise InvalidEntry(*problems)

    def _twice(self) -> Iterator[Problem]:
        items = tuple(codice for codice, _ in self.voci or ())
        stated = (
            ("motivi", self.motivi or ()), ("mancano", self.mancano or ()), ("voci", items)
        )  # fmt: skip
        for key, names in stated:
            for at, name in enumerate(names):
                if name in names[:at]:
                    yield Problem("nome-doppio", (key, at), {"nome": name, "chiave": key})

    def _apart(self) -> Iterator[Problem]:
        """What is stated beside an outcome that has no such thing."""
        if self.esito is None:
            return
        goes_with = (
            ("importo", self.importo is not None or self.importo_da_scrivere, Esito.AMMESSO),
            ("motivi", bool(self.motivi), Esito.NON_AMMESSO),
            ("mancano", bool(self.mancano), Esito.DA_COMPLETARE),
            ("voci", bool(self.voci), Esito.AMMESSO),
        )
        for key, stated, esito in goes_with:
            if stated and self.esito is not esito:
                yield Problem("atteso-discorde", (key,), {"chiave": key, "esito": str(esito)})
        if self.esito is Esito.NON_AMMESSO and self.motivi == ():
            yield Problem("atteso-senza-motivi", ("motivi",))


@frozen
class Caso:
    """A worked case; `codice` is kebab-case and unique among the cases tried together.

    `on` is the day whose law applies: None where a notice fixes it. `testo` says in words what the
    case is about and `nota` how the expected answer was worked out, in the language of whoever
    wrote them; `norma` is the place in the act. `place` is where the case was written, None when
    it was built from Python.

    Raises `InvalidValue` for a `codice` that is none, `IllTyped` for a wrong type.
    """

    codice: str = field(validator=exact(str))
    fatti: Fatti = field(factory=Fatti, validator=exact(Fatti))
    atteso: Atteso = field(factory=Atteso, validator=exact(Atteso))
    on: date | None = field(default=None, validator=exact(date, optional=True))
    norma: Norma | None = field(default=None, validator=exact(Norma, optional=True))
    testo: str | None = field(default=None, validator=exact(str, optional=True))
    nota: str | None = field(default=None, validator=exact(str, optional=True))
    place: Place | None = field(default=None, validator=exact(Place, optional=True))

    @codice.validator
    def _code(self, _attribute: object, value: str) -> None:
        if CODE.fullmatch(value) is None:
            raise InvalidValue(
                it="il codice di un caso è di lettere minuscole, cifre e trattini; "
                "scrivi per esempio `isee-alla-soglia`",
                en="the code of a case is made of lower-case letters, digits and hyphens; "
                "write for example `isee-alla-soglia`",
            )
