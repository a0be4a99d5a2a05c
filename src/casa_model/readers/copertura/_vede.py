"""Whether a household, asked on a day, covers a point."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, assert_never

from attrs import Factory, define, field

from casa_model.readers.copertura._conta import la_cifra_conta
from casa_model.readers.copertura._denaro import voci_che_dicono
from casa_model.readers.copertura._detto import detti, falliti, ignoti
from casa_model.readers.copertura._punto import (
    Lato,
    Passo,
    PuntoCondizione,
    PuntoDeroga,
    PuntoEsito,
    PuntoGiorno,
    PuntoMassimo,
    PuntoRiga,
    PuntoRigaDiParametro,
    PuntoSoglia,
    PuntoUnita,
    PuntoValore,
)
from casa_model.readers.copertura._sedi import Chieste
from casa_model.readers.copertura._via import aperti
from casa_model.readers.copertura._vicini import intorno, vicini
from casa_model.readers.environment import environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.meaning import truth
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Misura

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.copertura._detto import Decisivi
    from casa_model.readers.copertura._punto import Dove, Punto
    from casa_model.readers.meaning import Env


def _by_the_rules(nucleo: Nucleo) -> Verdict:
    return evaluate(nucleo.misura, nucleo.fatti, on=nucleo.on)


@define(slots=False)
class Nucleo:
    """A household asked on a day on which the measure answers. Raises as `evaluate` does.

    `verdict` is what it was answered: by the rules alone where nothing else is given, as the door
    of a notice may take an outcome away. `voci` are the items of the amount that a person has
    stated, each with what is paid of it: None when it is the whole amount. `motivi` is whether a
    person has stated all the requirements that do not hold, `mancano` all the facts that miss.
    """

    misura: Misura
    fatti: Fatti = field(repr=False)
    on: date
    verdict: Verdict = field(default=Factory(_by_the_rules, takes_self=True), repr=False)
    voci: frozenset[str] | None = None
    motivi: bool = True
    mancano: bool = True

    @cached_property
    def _asked(self) -> Chieste:
        return Chieste.il(self.misura, self.on)

    @cached_property
    def _env(self) -> Env:
        return environment(self.misura, self.fatti, self.on)

    @cached_property
    def _units(self) -> tuple[Env, ...]:
        return (*self._moved(Passo.UNITA), *intorno(self.misura, self._env))

    @cached_property
    def _jumps(self) -> tuple[Env, ...]:
        return tuple(self._moved(Passo.SALTO))

    def _near(self, passo: Passo) -> tuple[Env, ...]:
        """Who is one step away."""
        match passo:
            case Passo.UNITA:
                return self._units
            case Passo.SALTO:
                return self._jumps
            case Passo.NESSUNO:
                return ()
            case _:
                assert_never(passo)

    def _moved(self, passo: Passo) -> Iterator[Env]:
        for fatti in vicini(self.misura, self.fatti, passo):
            yield environment(self.misura, fatti, self.on)

    def vede(self, punto: Punto) -> bool:
        """Whether the point is covered: evaluation comes to it, and its answer is told.

        Of the amount it is told to who is paid, where a person has stated how much and the sum
        hangs on what the point is about. To who is not admitted, or to be completed, where
        a person has stated why, or what is missing: an outcome alone tells little (`detti`).
        """
        if not (self._told(punto) and self.arriva(punto)):
            return False
        return la_cifra_conta(self.misura, punto, self._env, self.voci)

    def _told(self, punto: Punto) -> bool:
        if punto.di_importo:
            return self._paid(punto.dove)
        if self._stated:
            return True
        return detti(self.verdict, self._deciding).leggono(self.misura, punto.dove)

    @property
    def _stated(self) -> bool:
        """Whether a person has stated what decides the outcome, if anything does."""
        match self.verdict.esito:
            case Esito.AMMESSO:
                return True
            case Esito.NON_AMMESSO:
                return self.motivi
            case Esito.DA_COMPLETARE:
                return self.mancano
            case _:
                assert_never(self.verdict.esito)

    @cached_property
    def _deciding(self) -> Decisivi:
        if self.verdict.esito is Esito.NON_AMMESSO:
            return falliti(self.verdict)
        return ignoti(self.misura, self.verdict, self._env)

    @property
    def senza_importo(self) -> bool:
        """Whether something is due, and nobody has stated how much."""
        paid = self.verdict.esito is Esito.AMMESSO and self.misura.importo is not None
        return paid and self.voci == frozenset()

    @property
    def senza_motivi(self) -> bool:
        """Whether several requirements do not hold, and nobody has stated which."""
        refused = self.verdict.esito is Esito.NON_AMMESSO
        return refused and not self.motivi and len(self._deciding) > 1

    @property
    def senza_mancano(self) -> bool:
        """Whether several things are not known, and nobody has stated which facts are missing."""
        waiting = self.verdict.esito is Esito.DA_COMPLETARE
        return waiting and not self.mancano and len(self._deciding) > 1

    def _paid(self, dove: Dove) -> bool:
        if self.verdict.esito is not Esito.AMMESSO:
            return False
        return self.voci is None or bool(self.voci & voci_che_dicono(self.misura, dove))

    def arriva(self, punto: Punto) -> bool:
        """Whether evaluation comes to the point, and finds there what is looked for.

        Of `and` and `or` all parts are asked, whatever the others are. An arm, or a row, is asked
        of whom the choice gives it to; one that is not known gives none.
        """
        if not self._asked.hanno(punto.dove):
            return False
        match punto:
            case PuntoEsito(esito=esito):
                return self.verdict.esito is esito
            case PuntoCondizione(nodo=nodo, atteso=atteso):
                if nodo is None:
                    return atteso is None
                return any(truth(nodo, env) is atteso for _, env in self._open(punto))
            case PuntoSoglia():
                return self._at_threshold(punto)
            case PuntoValore(nodo=nodo, valore=valore):
                equal = t.Compare("==", nodo.arg, valore)
                return any(truth(equal, env) for _, env in self._open(punto))
            case PuntoRiga():
                return any(_first(punto, env) for _, env in self._open(punto))
            case PuntoDeroga(sola=sola):
                refused = bool(punto.dove.via) or self.verdict.esito is Esito.NON_AMMESSO
                return refused and truth(sola, self._env) is True
            case PuntoMassimo(oltre=oltre):
                return truth(oltre, self._env) is True
            case PuntoUnita(quando=quando):
                return truth(quando, self._env) is True
            case PuntoRigaDiParametro(conta=conta):
                return truth(conta, self._env) is True
            case PuntoGiorno(giorno=giorno, conta=conta):
                return self.on == giorno and truth(conta, self._env) is True
            case _:
                assert_never(punto)

    def _open(
        self, punto: PuntoCondizione | PuntoSoglia | PuntoValore | PuntoRiga
    ) -> Iterator[tuple[int, Env]]:
        """Where the point is asked and evaluation comes to it, each with its place."""
        return aperti(punto.vie, self._env, _seen(self._env, membro=punto.membro))

    def _at_threshold(self, punto: PuntoSoglia) -> bool:
        """Whether both sides are equal, or one step makes them so or goes beyond."""
        here, beyond = SIDES[punto.lato]
        left, right = punto.nodo.left, punto.nodo.right
        is_here, is_beyond = t.Compare(here, left, right), t.Compare(beyond, left, right)
        for at, env in self._open(punto):
            if truth(is_here, env):
                if punto.lato is Lato.PARI:
                    return True
                for near in self._near(punto.passo):
                    if truth(is_beyond, [*_seen(near, membro=punto.membro)][at]):
                        return True
        return False


SIDES: Final[dict[Lato, tuple[t.Op, t.Op]]] = {
    Lato.SOTTO: ("<", ">="),
    Lato.PARI: ("==", "=="),
    Lato.SOPRA: (">", "<="),
}
"""The comparison that holds at a side of a threshold, and that of a household one step away."""


def _seen(env: Env, *, membro: bool) -> Iterator[Env]:
    """What a part of the rule is asked in: the household, or each of its members."""
    if not membro:
        yield env
        return
    yield from (env.of(row) for row in env.membri or ())


def _first(punto: PuntoRiga, env: Env) -> bool:
    """Whether the row of a table is the first that holds."""
    rows = punto.nodo.rows
    before = rows if punto.riga is None else rows[: punto.riga - 1]
    if any(truth(row.when, env) is not False for row in before):
        return False
    return punto.riga is None or truth(rows[punto.riga - 1].when, env) is True
