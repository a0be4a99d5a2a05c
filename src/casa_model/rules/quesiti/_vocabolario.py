"""The names of a phrase: what the measures declare, and what they answer.

The answers stand among the facts: `ammessa`, `non_ammessa`, `da_completare`, `importo`, and one
name a requirement, `requisito_` and its code with `_` for `-`. With several measures these end with
the code of theirs: `ammessa_crs_difficolta`; where two have one code, with `_1` and `_2`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import frozen

from casa_model.errors import IllTyped
from casa_model.rules.check import Scope, check
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Definizione, Misura, Requisito
from casa_model.rules.names import DATA_REQUISITI, Kind
from casa_model.rules.params import Parametro
from casa_model.rules.reach import below
from casa_model.rules.tree import Definition, Expr, Param
from casa_model.rules.types import FIRST_DAY, LAST_DAY, LIMIT, BoolType, NumberType
from casa_model.values import Fonte, Grado, Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casa_model.rules.quesiti._contesto import Contesto, Versione

N = TypeVar("N", Parametro, Definizione)

AMMESSA: Final = "ammessa"
NON_AMMESSA: Final = "non_ammessa"
DA_COMPLETARE: Final = "da_completare"
IMPORTO: Final = "importo"
REQUISITO: Final = "requisito_"
"""What the name of a requirement's answer begins with."""

FRASE: Final = "frase"
"""The code of a phrase as a measure of one requirement."""

_FONTE: Final = Fonte(Grado.DERIVATA, testo=FRASE)
_TESTO: Final = Testo(it="la frase del quesito", en="the phrase of the question")


def nome_requisito(codice: str) -> str:
    """How a phrase names whether the requirement with a code is met."""
    return REQUISITO + codice.replace("-", "_")


@frozen
class Vocabolario:
    """What a phrase may speak of.

    `risposte` are, for each measure in its order, its answers: the name of each in the phrase. Days
    are there when all are asked by one law (`una_legge`): that of `guida`, the first.
    """

    fatti: tuple[Fatto, ...]
    parametri: tuple[Parametro, ...]
    definizioni: tuple[Definizione, ...]
    risposte: tuple[dict[str, str], ...]
    guida: Misura
    una_legge: bool = True

    @classmethod
    def di(cls, contesto: Contesto) -> Vocabolario:
        """The names of the measures of a question.

        Parameters and definitions of several measures are there when all are asked by one law, and
        where no two measures mean two things by one name.
        """
        return cls.of(contesto.versioni, _endings(contesto.versioni))

    @classmethod
    def interno(cls, versioni: Sequence[Versione]) -> Vocabolario:
        """The same with endings of our own, `__1` and on, which no fact can have."""
        return cls.of(versioni, [f"__{at}" for at in range(1, len(versioni) + 1)])

    @classmethod
    def of(cls, versioni: Sequence[Versione], endings: Sequence[str]) -> Vocabolario:
        """The same, of some versions, with these endings; a fact keeps its name to itself."""
        misure = [versione.misura for versione in versioni]
        fatti = {fatto.nome: fatto for misura in misure for fatto in misura.fatti}
        risposte = tuple(
            {plain: nome for plain, nome in _answers(each, end).items() if nome not in fatti}
            for each, end in zip(misure, endings, strict=True)
        )
        for misura, names in zip(misure, risposte, strict=True):
            for plain, nome in names.items():
                fatti[nome] = Fatto(nome, _type(misura, plain), _TESTO)
        laws = {(each.al, each.misura.calendario) for each in versioni}
        parametri, definizioni = _shared(misure) if len(laws) == 1 else ((), ())
        shared = len(laws) == 1
        return cls(tuple(fatti.values()), parametri, definizioni, risposte, misure[0], shared)

    @property
    def kinds(self) -> dict[str, Kind]:
        """What each name stands for."""
        found = {fatto.nome: Kind.MEMBRO if fatto.membro else Kind.FATTO for fatto in self.fatti}
        found |= {parametro.nome: Kind.PARAMETRO for parametro in self.parametri}
        found |= {definizione.nome: Kind.DEFINIZIONE for definizione in self.definizioni}
        if not self.una_legge:
            return found
        fixed = self.guida.calendario
        days = (DATA_REQUISITI, *(() if fixed is None else (nome for nome, _ in fixed.date)))
        return found | dict.fromkeys(days, Kind.GIORNO)

    @property
    def scope(self) -> Scope:
        """The type of each name."""
        return Scope(
            fatti={fatto.nome: fatto.tipo for fatto in self.fatti if not fatto.membro},
            membri={fatto.nome: fatto.tipo for fatto in self.fatti if fatto.membro},
            parametri={parametro.nome: parametro for parametro in self.parametri},
            definizioni={each.nome: each.tipo for each in self.definizioni},
        )

    def misura(self, frase: Expr) -> Misura:
        """A phrase as the only requirement of a measure: whoever reads measures reads it too."""
        return Misura(
            FRASE,
            _TESTO,
            _FONTE,
            Vigenza(FIRST_DAY, LAST_DAY),
            self.fatti,
            self.parametri,
            self.definizioni,
            (Requisito(FRASE, _TESTO, _FONTE, frase),),
            calendario=self.guida.calendario if self.una_legge else None,
        )


def _endings(versioni: Sequence[Versione]) -> list[str]:
    """What tells the answers of some measures apart."""
    if len(versioni) == 1:
        return [""]
    codes = Counter(versione.codice for versione in versioni)
    return [
        f"_{at}" if codes[versione.codice] > 1 else f"_{versione.codice.replace('-', '_')}"
        for at, versione in enumerate(versioni, 1)
    ]


def _answers(misura: Misura, ending: str) -> dict[str, str]:
    """The name in the phrase of each answer of a measure."""
    plain = [AMMESSA, NON_AMMESSA, DA_COMPLETARE]
    plain += [] if misura.importo is None else [IMPORTO]
    plain += [nome_requisito(r.codice) for r in misura.requisiti]
    return {nome: nome + ending for nome in plain}


def _type(misura: Misura, plain: str) -> BoolType | NumberType:
    if plain != IMPORTO or misura.importo is None:
        return BoolType()
    scope = Scope.di(misura)
    types = [check(voce.vale, scope, _sound) for voce in misura.importo.voci]
    most = sum(
        max(0, kind.hi * 10 ** (2 - kind.scale)) for kind in types if isinstance(kind, NumberType)
    )
    return NumberType(2, euro=True, lo=0, hi=min(most, LIMIT))


def _sound(code: str, _node: Expr, **_words: object) -> None:
    """A measure that was read has no fault; one that was built may. Raises `IllTyped`."""
    raise IllTyped(
        it=f"una voce dell'importo non vale una somma: `{code}`; correggi la sua formula",
        en=f"an item of the amount is worth no sum: `{code}`; mend its formula",
    )


def _shared(
    misure: Sequence[Misura],
) -> tuple[tuple[Parametro, ...], tuple[Definizione, ...]]:
    """The parameters and definitions that mean one thing, and read only such."""
    parametri = _one_meaning(each for misura in misure for each in misura.parametri)
    definizioni = _one_meaning(each for misura in misure for each in misura.definizioni)
    kept: list[Definizione] = []
    for misura in misure:
        for each in misura.definizioni:
            if each.nome not in definizioni or each in kept:
                continue
            read = below(misura, (each.vale,))
            if all(
                node.name in (parametri if isinstance(node, Param) else definizioni)
                for node in read
                if isinstance(node, Param | Definition)
            ):
                kept.append(each)
    return tuple(parametri.values()), tuple(kept)


def _one_meaning(some: Iterable[N]) -> dict[str, N]:
    found: dict[str, N] = {}
    clash: set[str] = set()
    for each in some:
        if found.setdefault(each.nome, each) != each:
            clash.add(each.nome)
    return {nome: each for nome, each in found.items() if nome not in clash}
