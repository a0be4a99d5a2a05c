"""A notice: what one owner publishes in one year on top of a measure."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from casa_model.errors import IllTyped, InvalidValue
from casa_model.rules.misura import Calendario, Misura, Momento
from casa_model.rules.moments import disordered, zoned
from casa_model.rules.names import NOTICE_DAYS
from casa_model.values import Euro, Fonte, Testo


class Operazione(StrEnum):
    """What a notice does to a part of the measure."""

    AGGIUNGE = "aggiunge"
    SOSTITUISCE = "sostituisce"
    TOGLIE = "toglie"


@frozen
class Differenza:
    """One thing in which a notice departs from its measure, with its source.

    `parte` is "requisito", "parametro", "definizione", "fatto", "voce", "importo",
    "graduatoria" or "data-requisiti"; `nome` is what it is called there. `codice_nuovo` is the
    code of what replaces a piece, where it is another one.
    """

    parte: str
    nome: str
    operazione: Operazione
    fonte: Fonte
    motivo: Testo | None = None
    codice_nuovo: str | None = None


@frozen
class Dotazione:
    """The money (or the dwellings) that there is: exactly one of the two, not below zero.

    Raises `InvalidValue` otherwise.
    """

    euro: Euro | None
    alloggi: int | None
    fonte: Fonte

    def __attrs_post_init__(self) -> None:
        sizes = [self.alloggi, None if self.euro is None else self.euro.cents]
        stated = [size for size in sizes if size is not None]
        if len(stated) != 1 or stated[0] < 0:
            raise InvalidValue(
                it="la dotazione non è in euro oppure in alloggi, da zero in su; scrivine una sola",
                en="the endowment is not in euro or in dwellings, from zero up; write only one",
            )


@frozen
class Avviso:
    """A notice applied to its measure: `misura` is closed on the day of the notice's law.

    `apertura` and `chiusura` may carry an hour; an application made outside them is not
    admitted at the door, before any rule is asked. Raises `IllTyped` when the measure is not
    closed on a day, `InvalidValue` when the dates are not in order or have a time zone.
    """

    codice: str
    titolo: Testo
    ente: str
    base: str
    misura: Misura
    fonte: Fonte
    pubblicazione: Momento | None = None
    apertura: Momento | None = None
    chiusura: Momento | None = None
    dotazione: Dotazione | None = None
    differenze: tuple[Differenza, ...] = ()
    note: tuple[Testo, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.misura.calendario is None:
            raise IllTyped(
                it="un avviso fissa la sua legge; applicalo a una misura con il suo `calendario`",
                en="a notice fixes its law; apply it to a measure with its `calendario`",
            )
        stated = {nome: when for nome in NOTICE_DAYS if (when := getattr(self, nome)) is not None}
        if any(map(zoned, stated.values())):
            raise InvalidValue(
                it="le ore di un avviso sono quelle italiane; togli il fuso orario",
                en="the hours of a notice are those of Italy; remove the time zone",
            )
        for before, after in disordered(stated):
            raise InvalidValue(
                it=f"`{before}` viene dopo `{after}`; metti le date in ordine",
                en=f"`{before}` is later than `{after}`; put the dates in order",
            )

    @property
    def calendario(self) -> Calendario:
        """The days that the notice fixes, those of its measure."""
        fixed = self.misura.calendario
        assert fixed is not None  # noqa: S101 - an `Avviso` cannot be built without one
        return fixed

    @property
    def ha_termini(self) -> bool:
        """Whether an application can be out of time: it opens, or closes, at some moment."""
        return self.apertura is not None or self.chiusura is not None


def measure_of(regole: Avviso | Misura) -> Misura:
    """The measure that some rules are: of a notice its own."""
    return regole.misura if isinstance(regole, Avviso) else regole


def base_of(regole: Avviso | Misura) -> str:
    """The code of the measure of the law that some rules are, or apply."""
    return regole.base if isinstance(regole, Avviso) else regole.codice


def only_rules(regole: object) -> None:
    """Raise `IllTyped` for what is neither a measure nor a notice."""
    if type(regole) not in {Misura, Avviso}:
        raise IllTyped(
            it="`regole` non è una misura né un avviso; passa `leggi_avviso(…).valore`, o una "
            "misura di `edizione().misure`",
            en="`regole` is neither a measure nor a notice; pass `leggi_avviso(…).valore`, or a "
            "measure of `edizione().misure`",
        )
