"""The point of view of an explanation: a measure on a day, one household, one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.errors import Lang
from casa_model.readers.meaning import Env, Plain
from casa_model.readers.prose._citazione import Citazione, citazione
from casa_model.readers.prose._etichette import del_tipo
from casa_model.readers.prose._valori import in_parole
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Definizione, Misura
from casa_model.rules.params import Parametro
from casa_model.rules.walk import walk
from casa_model.values import Atto

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from casa_model.rules.types import Type
    from casa_model.values import Fonte, Testo

NASCOSTO: Final = "…"
"""What stands for a value that is known and not to be shown."""

_OF_THE_HOUSEHOLD: Final = (
    t.Fact, t.MemberFact, t.AnyMember, t.AllMembers, t.Count, t.Sum,
)  # fmt: skip


@frozen
class Vista:
    """What every part of an explanation needs; `valori` says whether values of facts are shown."""

    misura: Misura
    on: date
    env: Env = field(repr=False)
    lang: Lang
    valori: bool
    atti: Mapping[str, Atto]
    fatti: Mapping[str, Fatto]
    parametri: Mapping[str, Parametro]
    definizioni: Mapping[str, Definizione]
    segrete: frozenset[str] = frozenset()

    def dice(self, testo: Testo) -> str:
        """A text in the language of the explanation."""
        return testo.render(self.lang)

    def cita(self, fonte: Fonte) -> Citazione:
        """A source with its grade."""
        return citazione(fonte, self.atti, self.lang)

    def mostra(
        self, valore: Plain | None, tipo: Type, *, segreto: bool, di: Fatto | None = None
    ) -> str | None:
        """A value in words; `…` when it is secret and values are not shown; None if not known.

        `di` is the fact whose value it is: a choice is told with that fact's own labels.
        """
        if valore is None:
            return None
        if segreto and not self.valori:
            return NASCOSTO
        labels = self.etichette(tipo) if di is None else dict(di.valori)
        return in_parole(valore, tipo, self.lang, labels)

    def etichette(self, tipo: Type) -> Mapping[str, Testo]:
        """The labels of the values of a choice: those of the facts that have them all."""
        return del_tipo(tipo, self.fatti.values())

    def segreta(self, tree: t.Expr) -> bool:
        """Whether the value of a tree tells something of the household."""
        return _tells(tree, self.segrete)


def secret_definitions(definizioni: Iterable[Definizione]) -> frozenset[str]:
    """The definitions whose value tells something of the household; each is looked at once.

    Definitions stand in the order in which they need one another.
    """
    found: set[str] = set()
    for definizione in definizioni:
        if _tells(definizione.vale, found):
            found.add(definizione.nome)
    return frozenset(found)


def _tells(tree: t.Expr, secret: Container[str]) -> bool:
    return any(
        isinstance(node, _OF_THE_HOUSEHOLD)
        or (isinstance(node, t.Definition) and node.name in secret)
        for node in walk(tree)
    )
