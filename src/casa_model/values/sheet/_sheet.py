"""The sheet: a page whose things have a source, and the acts that its sources cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import InvalidValue, near
from casa_model.values.norme import Atto, Fonte, Grado
from casa_model.values.sheet._page import Page
from casa_model.values.sheet._shapes import AttoShape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.values.sheet._shapes import Sourced
    from casa_model.values.toml import KeyPath

_SOURCE = ("norma", "grado", "fonte", "url", "nota")


def _beside(path: KeyPath) -> KeyPath:
    return (*path[:-1], f"{path[-1]}_fonte")


class Sheet(Page):
    """One file being read; `atti` are the acts that it may cite, by code."""

    def __init__(
        self,
        testo: str | bytes,
        file: str,
        sections: Mapping[str, type],
        *,
        trusted: bool = False,
    ) -> None:
        super().__init__(testo, file, sections, trusted=trusted)
        self.atti: dict[str, Atto] = {}
        self._rotti: set[str] = set()

    def read_atti(self) -> None:
        """Take in the acts that the file declares."""
        for codice, path in self.table("atti"):
            shape = self.shape(AttoShape, path)
            if shape is None:
                self._rotti.add(codice)
                continue
            try:
                atto = Atto(
                    codice=codice,
                    nome=shape.nome,
                    titolo=shape.titolo,
                    urn=shape.urn,
                    data=shape.data,
                    pubblicazione=shape.pubblicazione,
                    url=shape.url,
                )
            except InvalidValue:
                self.wrong("nome-malformato", path, key=True, nome=codice, segno="-")
                continue
            if self.atti.setdefault(codice, atto) != atto:
                self.wrong(
                    "nome-ripetuto", path, key=True, nome=codice, altro="atto", altro_en="act"
                )

    def once(self, code: str, seen: set[str], path: KeyPath, word: tuple[str, str]) -> bool:
        """Whether a code stands once among those of its kind, which are `seen`; else a fault."""
        fresh = code not in seen
        if not fresh:
            self.wrong("nome-ripetuto", path, nome=code, altro=word[0], altro_en=word[1])
        seen.add(code)
        return fresh

    def fonte(
        self, shape: Sourced, path: KeyPath, what: tuple[str, str], *, graded: bool = False
    ) -> Fonte:
        """The source of a thing; a fault when it has none, or cites an act nobody declared.

        With `graded` the grade must be said; otherwise an article means `atto` and anything else
        `secondaria`.
        """
        grado = shape.grado
        if grado is None and graded:
            self.wrong("chiave-mancante", path, chiave="grado", esempio='`grado = "secondaria"`')
        if shape.norma is None and not (shape.fonte or "").strip():
            it = "`norma = …` oppure `fonte = …`" + (", con il `grado`" if graded else "")
            en = "`norma = …` or `fonte = …`" + (", with its `grado`" if graded else "")
            self.wrong("fonte-mancante", path, cosa=what[0], cosa_en=what[1], rimedio=it,
                       rimedio_en=en)  # fmt: skip
            return Fonte(grado=Grado.DERIVATA, testo="?")
        if shape.norma is not None and shape.norma.atto not in {*self.atti, *self._rotti}:
            atto = shape.norma.atto
            self.wrong("atto-ignoto", (*path, "norma"), vicino=near(atto, self.atti), atto=atto)
        if grado is None:
            grado = Grado.SECONDARIA if shape.norma is None else Grado.ATTO
        return Fonte(
            grado=grado, norma=shape.norma, testo=shape.fonte, url=shape.url, nota=shape.nota
        )

    def fonte_if_any(self, shape: Sourced, path: KeyPath, what: tuple[str, str]) -> Fonte | None:
        """The source of a part that need not repeat that of the whole."""
        stated = any(getattr(shape, name) is not None for name in _SOURCE)
        return self.fonte(shape, path, what) if stated else None

    def fonte_beside(
        self, shape: Sourced | None, path: KeyPath, what: tuple[str, str]
    ) -> Fonte | None:
        """The source of the key at `path`, which stands in a key of its own beside it."""
        if shape is not None:
            return self.fonte(shape, _beside(path), what)
        mend = f"`{_beside(path)[-1]} = {{ fonte = …, grado = … }}`"
        self.wrong("fonte-mancante", path, key=True, cosa=what[0], cosa_en=what[1], rimedio=mend,
                   rimedio_en=mend)  # fmt: skip
        return None

    def idle_fonte(self, shape: Sourced | None, path: KeyPath, it: str, en: str) -> None:
        """Note a source that stands beside the key at `path`, when that says nothing."""
        if shape is None:
            return
        where = _beside(path)
        self.fonte(shape, where, (f"`{where[-1]}`", f"`{where[-1]}`"))
        self.wrong("fonte-inutile", where, key=True, chiave=where[-1], rimedio=it, rimedio_en=en)
