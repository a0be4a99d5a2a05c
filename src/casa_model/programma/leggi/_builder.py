"""From the shape of an entry to the entry: its sources, its numbers, and what it contradicts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from casa_model.errors import InvalidEntry, InvalidHours, InvalidValue
from casa_model.programma.cifre import Cifra, Conteggio
from casa_model.programma.servizi import RuoloOrganico

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.programma.leggi._shapes import CifraShape, ConteggioShape, RuoloShape
    from casa_model.values import Fonte
    from casa_model.values.sheet import Sheet, Sourced
    from casa_model.values.toml import KeyPath

T = TypeVar("T")
P = TypeVar("P")

_WHAT = ("questa voce", "this entry")


class Builder:
    """One entry of a file being built; its parts may leave their source to it."""

    def __init__(self, sheet: Sheet, path: KeyPath, shape: Sourced) -> None:
        self.sheet = sheet
        self.path = path
        self.fonte = sheet.fonte(shape, path, _WHAT, graded=True)

    def source(self, part: Sourced, *where: str | int) -> Fonte:
        """The source of a part, its own or that of the entry."""
        return self.sheet.fonte_if_any(part, (*self.path, *where), _WHAT) or self.fonte

    def built(self, make: Callable[[], T], *where: str | int) -> T | None:
        """What `make` returns; None once all that it contradicts is told, below `where`."""
        try:
            return make()
        except InvalidEntry as error:
            for problem in error.problems:
                path = (*self.path, *where, *problem.where)
                data: dict[str, Any] = dict(problem.data)
                self.sheet.wrong(problem.code, path, vicino=problem.vicino, **data)
        except InvalidHours as error:
            hours: dict[str, Any] = dict(error.data)
            self.sheet.wrong(error.codice, (*self.path, *where), **hours)
        except InvalidValue as error:
            self.sheet.refuse((*self.path, *where), error.testo("it"), error.testo("en"))
        return None

    def cifra(self, part: CifraShape | None, *where: str | int) -> Cifra | None:
        """An amount, where there is one."""
        if part is None:
            return None
        fonte = self.source(part, *where)
        return self.built(lambda: Cifra(part.euro, fonte, part.precisione), *where)

    def conteggio(self, part: ConteggioShape | None, *where: str | int) -> Conteggio | None:
        """A count, where there is one."""
        if part is None:
            return None
        fonte = self.source(part, *where)
        return self.built(lambda: Conteggio(part.quanti, fonte, part.precisione, part.al), *where)

    def organico(self, staff: tuple[RuoloShape, ...] | None) -> tuple[RuoloOrganico, ...] | None:
        """The staff; one that is not written is not known, an empty one is nobody."""

        def ruolo(part: RuoloShape, at: int) -> RuoloOrganico:
            fonte = self.source(part, "organico", at)
            how_many = self.conteggio(part.quanti, "organico", at, "quanti")
            return RuoloOrganico(part.professione, fonte, how_many)

        return None if staff is None else self.each(staff, ruolo, "organico")

    def each(
        self, parts: tuple[P, ...], make: Callable[[P, int], T], *where: str | int
    ) -> tuple[T, ...]:
        """What `make` gives of each part, without those that contradict themselves."""
        made = (self.built(partial(make, part, at), *where, at) for at, part in enumerate(parts))
        return tuple(each for each in made if each is not None)
