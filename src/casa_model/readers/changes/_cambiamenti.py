"""What could have another outcome for one household; values of facts never show in a `repr`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.errors import IllTyped
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.facts import Cambia, Fatto, Value, misfit
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from attrs import Attribute


def _masked(_value: object) -> str:
    return "<…>"


def _of_the_fact(dato: DatoCambiato, attribute: Attribute[Value], value: object) -> None:
    """Let in only a value of the fact, and tell it to nobody."""
    if misfit(dato.fatto.tipo, value) is not None:
        raise IllTyped(
            it=f"`{attribute.name}` non è un valore di `{dato.fatto.nome}`; passane uno del suo "
            "tipo, fra il minimo e il massimo",
            en=f"`{attribute.name}` is no value of `{dato.fatto.nome}`; pass one of its type, "
            "within its bounds",
        )


class Scopo(StrEnum):
    """What a change is looked for: to be admitted, to be due more, or nothing."""

    AMMISSIONE = "ammissione"
    IMPORTO = "importo"
    NESSUNO = "nessuno"


@frozen
class DatoCambiato:
    """One fact with another value: of the household, or of the member at the place `membro`.

    `valore` is the value that it has, `nuovo` the one that it would have. `distanza` is how far
    one is from the other: cents, days, last decimals; 1 for another choice, code or truth. Raises
    `IllTyped` for a value that is none of the fact, or another wrong type.
    """

    fatto: Fatto = field(validator=exact(Fatto))
    membro: int | None = field(validator=exact(int, optional=True))
    valore: Value = field(repr=_masked, validator=_of_the_fact)
    nuovo: Value = field(repr=_masked, validator=_of_the_fact)
    distanza: int = field(repr=_masked, validator=exact(int))

    @property
    def nome(self) -> str:
        """The name of the fact."""
        return self.fatto.nome


@frozen
class Cambiamento:
    """Facts with other values, or another day, and the verdict that `evaluate` gives then.

    `giorno` is the day of the requisites when it is another one: the first on which the verdict
    holds, `fino` the last one, where a law that is known has one; `fino_deciso` is False when the
    steps were not enough to tell. `legge` says that the law is another on that day. `sana` are the
    requirements that are false now and would not be. `al_massimo` is the change of the same fact by
    which the amount is greatest, when this one raises it less and somebody can make it. Raises
    `IllTyped` when nothing changes, or the verdict is none.
    """

    dati: tuple[DatoCambiato, ...] = field(validator=exact(tuple))
    verdict: Verdict = field(validator=exact(Verdict))
    sana: tuple[str, ...] = ()
    giorno: date | None = None
    fino: date | None = None
    legge: bool = False
    al_massimo: Cambiamento | None = None
    fino_deciso: bool = True

    def __attrs_post_init__(self) -> None:
        if not self.dati and self.giorno is None:
            raise IllTyped(
                it="un cambiamento cambia un dato o il giorno; passa `dati` o `giorno`",
                en="a change changes a fact or the day; pass `dati` or `giorno`",
            )

    @property
    def distanza(self) -> int:
        """How far all that changes is from what it is, the day aside."""
        return sum(dato.distanza for dato in self.dati)

    @property
    def cambia(self) -> Cambia:
        """Who or what can make the change: nobody, when nobody can change one of its facts."""
        found = [dato.fatto.cambia for dato in self.dati]
        found += [] if self.giorno is None else [Cambia.TEMPO]
        return max(found, key=[*Cambia].index)


@frozen
class NonDeciso:
    """Facts about which the steps allowed were not enough to tell whether a change helps.

    With `requisito` it is that requirement, looked at alone; without it is the outcome. Raises
    `IllTyped` when the names are no tuple or the requirement is no code.
    """

    nomi: tuple[str, ...] = field(validator=exact(tuple))
    requisito: str | None = field(default=None, validator=exact(str, optional=True))


@frozen
class Rimedio:
    """What would meet one requirement that is false, whatever the others are.

    `cambiamenti` are the nearest changes, each of one fact or of the day alone; none when no known
    fact does it by itself. The outcome stays as it is: other requirements are false.
    """

    requisito: str = field(validator=exact(str))
    cambiamenti: tuple[Cambiamento, ...] = field(validator=exact(tuple))


@frozen
class Cambiamenti:
    """The smallest changes for one household, one fact at a time; two where no single one does.

    `persona`, `tempo` and `nessuno` are changes of one fact, by who or what can change it; `giorni`
    what time does by itself: the day of the requisites moves, and the law with it. `coppie` are
    changes of two facts that somebody can change, or of one and the day, only where `persona` and
    `tempo` are empty, and so is `giorni` when it is of this very rule. `rimedi` are for a refused
    household to which no change is enough: each requirement by itself. `falliti` are the
    requirements that are false now, `mancano` the facts that are missing, `non_visti` the
    requirements that nobody has read. `data_fissa` is the day of the requisites of a notice, in
    which time changes nothing: `giorni` are then those of another notice like it. `esclusi` are
    facts that are not changed alone; `obblighi` what the person owes or has to do, where more of
    it, or not to do it, might help: that is never proposed. `non_decisi` is never silently empty.
    `altri` says that other facts may be asked once those of `mancano` are known.
    """

    misura: str
    on: date
    verdict: Verdict
    scopo: Scopo
    persona: tuple[Cambiamento, ...] = ()
    tempo: tuple[Cambiamento, ...] = ()
    nessuno: tuple[Cambiamento, ...] = ()
    giorni: tuple[Cambiamento, ...] = ()
    coppie: tuple[Cambiamento, ...] = ()
    rimedi: tuple[Rimedio, ...] = ()
    falliti: tuple[str, ...] = ()
    non_visti: tuple[str, ...] = ()
    data_fissa: date | None = None
    esclusi: tuple[str, ...] = ()
    obblighi: tuple[str, ...] = ()
    non_decisi: tuple[NonDeciso, ...] = ()
    altri: bool = False

    @property
    def esito(self) -> Esito:
        """The outcome as things are."""
        return self.verdict.esito

    @property
    def mancano(self) -> tuple[str, ...]:
        """The facts that are missing."""
        return self.verdict.mancano

    @property
    def tutti(self) -> tuple[Cambiamento, ...]:
        """Every change, of whatever kind."""
        return (*self.persona, *self.tempo, *self.giorni, *self.coppie, *self.nessuno)
