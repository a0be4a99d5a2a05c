"""Every point of a rule, in the order in which the rule is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from casa_model.readers.copertura._denaro import del_solo_importo, massimi
from casa_model.readers.copertura._giorni import giorni
from casa_model.readers.copertura._punto import (
    Dove,
    Lato,
    Parte,
    PuntoCondizione,
    PuntoDeroga,
    PuntoEsito,
    PuntoRiga,
    PuntoSoglia,
    PuntoValore,
)
from casa_model.readers.copertura._righe import righe
from casa_model.readers.copertura._sedi import sedi
from casa_model.readers.copertura._tipi import ordinato, scelte
from casa_model.readers.copertura._unita import unita
from casa_model.readers.copertura._via import insieme
from casa_model.readers.copertura._vicini import passo
from casa_model.readers.copertura._visita import Visita
from casa_model.readers.environment import only_measure
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.misura import Misura
from casa_model.rules.reach import ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.copertura._punto import Punto
    from casa_model.readers.copertura._via import Via
    from casa_model.rules.misura import Requisito

_ORDER = tuple(Parte)


def punti(misura: Misura) -> tuple[Punto, ...]:
    """What there is to cover in `misura`, on all the days on which it answers.

    Raises `IllTyped` when `misura` is no measure, such as the notice that has one.
    """
    only_measure(misura)
    found: list[Punto] = [PuntoEsito(Dove(Parte.ESITO), esito) for esito in Esito]
    for requisito in misura.requisiti:
        found += _whole(requisito)
    seen: dict[Dove, _Parts] = {}
    paid = del_solo_importo(misura)
    for sede in sedi(misura):
        dove = sede.dove
        of_amount = dove.parte is Parte.DEFINIZIONE and dove.nome in paid
        only = of_amount or dove.parte is Parte.IMPORTO
        seen.setdefault(dove, _Parts(misura, dove, only)).read(sede.visite)
    for parts in seen.values():
        found += parts.punti()
    found += massimi(misura)
    found += unita(misura)
    found += righe(misura)
    found += giorni(misura)
    codes = [requisito.codice for requisito in misura.requisiti]

    def place(punto: Punto) -> tuple[int, int, int]:
        """Requirements in their order, each before its derogations; all else as it was found."""
        dove = punto.dove
        if dove.parte is not Parte.REQUISITO:
            return _ORDER.index(dove.parte), 0, 0
        late = 2 if dove.via else int(isinstance(punto, PuntoDeroga))
        return _ORDER.index(dove.parte), codes.index(dove.nome), late

    return tuple(sorted(found, key=place))


def _whole(requisito: Requisito) -> Iterator[Punto]:
    """What is asked of a requirement as a whole: nobody has read it, or derogations may decide."""
    dove = Dove(Parte.REQUISITO, requisito.codice)
    if requisito.condizione is None:
        yield from (PuntoCondizione(dove, 1, None, atteso) for atteso in (True, False, None))
    elif requisito.deroghe:
        yield PuntoDeroga(dove, t.And(tuple(map(t.Not, ways(requisito)))))
    for deroga in requisito.deroghe:
        others = [way for way in ways(requisito) if way is not deroga.condizione]
        alone = t.And((*(t.Not(other) for other in others), deroga.condizione))
        yield PuntoDeroga(Dove(Parte.REQUISITO, requisito.codice, deroga.codice), alone)


@define
class _Posto:
    """A node of a part, and how it is come to: `vie` for each time that it is written."""

    numero: int
    negato: bool = True
    vero: bool = False
    visite: list[Visita] = Factory(list)

    def add(self, visita: Visita) -> None:
        self.visite.append(visita)
        self.vero = self.vero or visita.vero
        self.negato = self.negato and visita.negato

    @property
    def membro(self) -> bool:
        """Whether only members are asked it."""
        return all(visita.membro for visita in self.visite)

    @property
    def vie(self) -> tuple[Via, ...]:
        """The ways to it, of whom it is asked."""
        return insieme(
            visita.via.del_nucleo() if visita.membro and not self.membro else visita.via
            for visita in self.visite
        )


@define
class _Parts:
    """The conditions, thresholds, lists and tables of one part, each once."""

    misura: Misura
    dove: Dove
    di_importo: bool
    seen: dict[t.Expr, _Posto] = Factory(dict)

    def read(self, visite: Iterable[Visita]) -> None:
        """Keep what a tree of the part writes; what can be neither seen nor missed is let go."""
        for visita in visite:
            node = visita.nodo
            if isinstance(node, t.Table) or (visita.vero and not isinstance(node, t.Truth)):
                self.seen.setdefault(node, _Posto(len(self.seen) + 1)).add(visita)

    def punti(self) -> Iterator[Punto]:
        """All of them, in the order in which they are written."""
        for node, posto in self.seen.items():
            membro, vie, only = posto.membro, posto.vie, self.di_importo
            if posto.vero and not posto.negato:  # a `not` has the truths of what is under it
                for atteso in (True, False, None):
                    told = only and atteso is not None
                    yield PuntoCondizione(
                        self.dove, posto.numero, node, atteso, membro, vie, di_importo=told
                    )
            yield from self._edges(node, posto.numero, vie, membro=membro)
            if isinstance(node, t.Table):
                for riga in (*range(1, len(node.rows) + 1), None):
                    yield PuntoRiga(
                        self.dove, posto.numero, node, riga, membro, vie, di_importo=only
                    )

    def _edges(
        self, node: t.Expr, numero: int, vie: tuple[Via, ...], *, membro: bool
    ) -> Iterator[Punto]:
        """The sides of a threshold, or the values looked up in a list."""
        dove, only = self.dove, self.di_importo
        if isinstance(node, t.Compare) and ordinato(self.misura, node.left):
            step = passo(self.misura, node)
            for lato in Lato:
                yield PuntoSoglia(dove, numero, node, lato, membro, vie, step, di_importo=only)
        if isinstance(node, t.In):
            choice = scelte(self.misura, node.arg)
            listed = node.values if choice is None else tuple(map(t.Label, choice))
            for posto, valore in enumerate(listed, start=1):
                yield PuntoValore(dove, numero, node, valore, posto, membro, vie, di_importo=only)
