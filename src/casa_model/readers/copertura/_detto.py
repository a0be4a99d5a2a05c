"""What an outcome alone tells: of which requirements, of which keys, whether of the amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import frozen

from casa_model.readers.amount import amount
from casa_model.readers.copertura._punto import Parte
from casa_model.readers.meaning import value
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.reach import below, name_node, names_among, terms, ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.copertura._punto import Dove
    from casa_model.readers.meaning import Env
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura


@frozen
class Decisivi:
    """What decides an outcome: requirements by their codes, keys of the ranking, the amount."""

    requisiti: frozenset[str] = frozenset()
    chiavi: frozenset[str] = frozenset()
    importo: bool = False

    def __len__(self) -> int:
        """How many they are."""
        return len(self.requisiti) + len(self.chiavi) + self.importo

    def leggono(self, misura: Misura, dove: Dove) -> bool:
        """Whether some of them depends on a part of the rule; all do on the outcome."""
        match dove.parte:
            case Parte.ESITO:
                return True
            case Parte.REQUISITO:
                return dove.nome in self.requisiti
            case Parte.DEFINIZIONE:
                return dove.nome in self._names(misura, t.Definition)
            case Parte.PARAMETRO:
                return dove.nome in self._names(misura, t.Param)
            case Parte.IMPORTO:
                return self.importo
            case Parte.RISERVA:
                return False
            case _:
                assert_never(dove.parte)

    def _names(self, misura: Misura, kind: type[t.Definition | t.Param]) -> frozenset[str]:
        return names_among(below(misura, self._trees(misura)), kind)

    def _trees(self, misura: Misura) -> Iterator[t.Expr]:
        for requisito in misura.requisiti:
            if requisito.codice in self.requisiti:
                yield from ways(requisito)
        yield from (name_node(misura, nome) for nome in self.chiavi)
        if self.importo and misura.importo is not None:
            yield from terms(misura.importo)


def falliti(verdict: Verdict) -> Decisivi:
    """The requirements that do not hold."""
    return Decisivi(frozenset(f.codice for f in verdict.findings if f.esito is False))


def ignoti(misura: Misura, verdict: Verdict, env: Env) -> Decisivi:
    """What is not known."""
    keys = () if misura.graduatoria is None else misura.graduatoria.ordine
    names = {chiave.nome for chiave in keys}
    return Decisivi(
        frozenset(f.codice for f in verdict.findings if f.esito is None),
        frozenset(nome for nome in names if value(name_node(misura, nome), env) is None),
        misura.importo is not None and amount(misura.importo, env).euro is None,
    )


def detti(verdict: Verdict, decisivi: Decisivi) -> Decisivi:
    """Of what an outcome tells that some things decide, when nobody states which they are.

    If one alone does, of that; if there are two, the outcome would be the same without one of them.
    That a requirement holds is told by one that is to be completed: were it false, it would not be.
    """
    alone = decisivi if len(decisivi) == 1 else Decisivi()
    if verdict.esito is not Esito.DA_COMPLETARE:
        return alone
    held = frozenset(finding.codice for finding in verdict.findings if finding.esito)
    return Decisivi(alone.requisiti | held, alone.chiavi, alone.importo)
