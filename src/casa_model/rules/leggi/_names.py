"""The one namespace of a rule file: what each name stands for, and of which type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.check import Scope
from casa_model.rules.names import Kind

if TYPE_CHECKING:
    from casa_model.rules.facts import Fatto
    from casa_model.rules.params import Parametro
    from casa_model.rules.types import Type
    from casa_model.values.toml import KeyPath


class Names:
    """Names declared so far, by this file and by those that it stands on.

    `rotti` are those declared with faults: they are known, so that nobody says otherwise, and
    have no type, so that nothing is said twice. `dove` says where this file declares a name.
    """

    def __init__(self) -> None:
        self.fatti: dict[str, Fatto] = {}
        self.parametri: dict[str, Parametro] = {}
        self.tipi: dict[str, Type | None] = {}
        self.kinds: dict[str, Kind] = {}
        self.rotti: set[str] = set()
        self.dove: dict[str, KeyPath] = {}
        self._household: dict[str, Type] = {}
        self._members: dict[str, Type] = {}
        self.scope = Scope(
            fatti=self._household,
            membri=self._members,
            parametri=self.parametri,
            definizioni=self.tipi,
        )

    def fatto(self, fatto: Fatto, path: KeyPath | None = None) -> None:
        """Declare a fact."""
        self.fatti[fatto.nome] = fatto
        (self._members if fatto.membro else self._household)[fatto.nome] = fatto.tipo
        self._put(fatto.nome, Kind.MEMBRO if fatto.membro else Kind.FATTO, path)

    def parametro(self, parametro: Parametro, path: KeyPath | None = None) -> None:
        """Declare a parameter, or put another one in its place."""
        self.parametri[parametro.nome] = parametro
        self._put(parametro.nome, Kind.PARAMETRO, path)

    def definizione(self, nome: str, tipo: Type | None, path: KeyPath | None = None) -> None:
        """Declare a definition; its type is None as long as it is not known."""
        self.tipi[nome] = tipo
        self._put(nome, Kind.DEFINIZIONE, path)

    def giorno(self, nome: str) -> None:
        """Declare a day that the question brings with it."""
        self._put(nome, Kind.GIORNO, None)

    def rotto(self, nome: str, kind: Kind) -> None:
        """Declare a name whose declaration has faults."""
        self.rotti.add(nome)
        self._put(nome, kind, None)

    def _put(self, nome: str, kind: Kind, path: KeyPath | None) -> None:
        self.kinds[nome] = kind
        if path is not None:
            self.dove[nome] = path
