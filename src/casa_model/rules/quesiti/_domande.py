"""What a sentence of a file asks: from the value of its key to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.errors import IllTyped, InvalidExpression, InvalidValue
from casa_model.rules.quesiti import _quesito as q
from casa_model.rules.quesiti._contesto import Contesto
from casa_model.rules.quesiti._frase import leggi_frase
from casa_model.rules.quesiti._nomi import senza_requisito
from casa_model.rules.quesiti._vocabolario import Vocabolario
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.errors import Place
    from casa_model.rules import tree as t
    from casa_model.rules.quesiti._forme import ProprietaShape
    from casa_model.rules.quesiti._quesito import Quesito
    from casa_model.values.sheet import Page, VigenzaShape
    from casa_model.values.toml import KeyPath

_UNKNOWN = "nome-ignoto"
_TWO = ("scrivi due frasi, per esempio `[…, …]`", "write two phrases, for example `[…, …]`")


class Domande:
    """The questions of a page; the names that the measures have not are put in `absent`."""

    def __init__(self, page: Page, absent: dict[Place, str]) -> None:
        self.page = page
        self.absent = absent

    def read(
        self, shape: ProprietaShape, key: str, contesto: Contesto, path: KeyPath
    ) -> Quesito | None:
        """The question at the key of a sentence; None once its faults are told."""
        try:
            return self._question(shape, key, contesto, path)
        except IllTyped as error:  # it is about another number of measures
            self.page.refuse(path, error.testo("it"), error.testo("en"))
            return None

    def _question(
        self, shape: ProprietaShape, key: str, contesto: Contesto, path: KeyPath
    ) -> Quesito | None:
        match key:
            case "mai" | "sempre":
                phrase = self._phrase(getattr(shape, key), contesto, path)
                make = q.Mai if key == "mai" else q.Sempre
                return None if phrase is None else make(contesto, phrase)
            case "implica" | "equivale" | "sovrappone":
                pair = self._pair(getattr(shape, key), contesto, path)
                return None if pair is None else _PAIRS[key](contesto, *pair)
            case "stessa_risposta":
                return q.StessaRisposta(contesto)
            case "superfluo":
                return q.Superfluo(contesto, shape.superfluo or "")
            case "riga_vuota" if shape.riga_vuota is not None:
                row = shape.riga_vuota
                return q.RigaVuota(contesto, row.definizione, row.riga)
            case "scoperto":
                return q.Scoperto(contesto, shape.scoperto or "")
            case "unica":
                return q.Unica(contesto, shape.unica or "")
            case "monotona" if shape.monotona is not None:
                moved = shape.monotona
                return q.Monotona(contesto, moved.fatto, moved.verso, moved.importo)
            case "giorno_vuoto" if shape.giorno_vuoto is not None:
                days = self._span(shape.giorno_vuoto, path)
                if days is None:
                    return None
                return q.GiornoVuoto(Contesto.delle(contesto.versioni, giorni=days))
            case _:
                return q.Inutile(contesto, shape.inutile or "")

    def _span(self, shape: VigenzaShape, path: KeyPath) -> Vigenza | None:
        try:
            return Vigenza(shape.dal, shape.al)
        except InvalidValue as error:
            self.page.refuse(path, error.testo("it"), error.testo("en"))
            return None

    def _pair(
        self, told: tuple[str, ...], contesto: Contesto, path: KeyPath
    ) -> tuple[t.Expr, t.Expr] | None:
        if len(told) != 2:  # noqa: PLR2004 - one and the other
            self.page.refuse(path, *_TWO)
            return None
        some = [self._phrase(text, contesto, (*path, at)) for at, text in enumerate(told)]
        one, other = some
        return None if one is None or other is None else (one, other)

    def _phrase(self, text: str, contesto: Contesto, path: KeyPath) -> t.Expr | None:
        known = Vocabolario.di(contesto)
        try:
            return leggi_frase(text, known)
        except InvalidExpression as error:
            for fault in error.faults:
                place = self.page.doc.inside(path, fault.place.column - 1)
                told = evolve(fault, place=place)
                if fault.code == _UNKNOWN:
                    self.absent[place] = fault.data["nome"]
                    told = senza_requisito(told, known)
                self.page.faults.extend([told])
            return None


_PAIRS: Mapping[str, type[q.Implica | q.Equivale | q.Sovrappone]] = {
    "implica": q.Implica,
    "equivale": q.Equivale,
    "sovrappone": q.Sovrappone,
}
