"""Files of worked cases under pytest: one test a case, told in words and without a traceback.

The file says which rules it is about: `regole = "crs-difficolta"`, a measure of the edition, or
`regole = "../avvisi/tradate-2023.toml"`, the path of a notice or a measure from its own folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from casa_model.casa import edizione, leggi_regole
from casa_model.errors import CasaError, UnknownName, near
from casa_model.exchange.casi import leggi_casi, regole_dei_casi
from casa_model.readers.cases import prova, racconta
from casa_model.rules.avviso import Avviso, measure_of
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.errors import Lang
    from casa_model.readers.cases import Caso
    from casa_model.rules.misura import Misura

_UNREADABLE: Final = Testo(
    it="{file}: il file `{nome}` non si apre; scrivi in `regole` il percorso di un avviso o di una "
    "misura, dalla cartella di questo file",
    en="{file}: the file `{nome}` cannot be opened; write in `regole` the path of a notice or of a "
    "measure, from the folder of this file",
)
_NO_RULES: Final = Testo(
    it="{file}: mancano le regole; scrivi in testa `{esempio}`, o il percorso di un avviso; se il "
    "file è di un altro programma, lascialo fuori con `--ignore={file}`",
    en="{file}: the rules are missing; write `{esempio}` at the head, or the path of a notice; if "
    "the file is of another program, leave it out with `--ignore={file}`",
)
_TOML: Final = 'regole = "crs-difficolta"'
_CSV: Final = "# regole: crs-difficolta"


class NonSuperato(AssertionError):
    """Raised by a case that did not pass; its text is all that there is to read."""


class _Illeggibile(Exception):
    """The rules that a file names cannot be opened."""


class FileDiProve(pytest.File):
    """A file of cases; the rules that they are tried on are read once."""

    def collect(self) -> Iterator[pytest.Item]:
        """One test a case; a file or rules that cannot be read are told, each fault in its place.

        Raises `CollectError`.
        """
        lang = lang_of(self.config)
        try:
            regole, casi = self._read()
        except CasaError as error:
            refusal = error.testo(lang)
        except _Illeggibile as error:
            refusal = _UNREADABLE.render(lang).format(file=self._shown(self.path), nome=error)
        else:
            for caso in casi:
                yield Prova.from_parent(self, name=caso.codice, regole=regole, caso=caso)
            return
        raise self.CollectError(refusal)

    def _read(self) -> tuple[Misura | Avviso, tuple[Caso, ...]]:
        """The rules of the file, and its cases."""
        raw, name = self.path.read_bytes(), self._shown(self.path)
        stated = regole_dei_casi(raw, file=name)
        if stated is None:
            words = {"file": name, "esempio": _CSV if name.endswith(".csv") else _TOML}
            raise UnknownName(
                it=_NO_RULES.render("it").format(**words), en=_NO_RULES.render("en").format(**words)
            )
        if Path(stated).suffix:
            path = self.path.parent / stated
            rules: Misura | Avviso = leggi_regole(_bytes(path), file=self._shown(path)).valore
        elif stated in edizione().misure:
            rules = edizione().misure[stated]
        else:
            raise _unknown(name, stated)
        return rules, leggi_casi(raw, rules, file=name).casi

    def _shown(self, path: Path) -> str:
        """A path as it is told: from the folder where pytest was started, where it is below it."""
        here = self.config.invocation_params.dir
        whole = path.resolve()
        return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(whole)


class Prova(pytest.Item):
    """One worked case as a test."""

    def __init__(self, *, regole: Misura | Avviso, caso: Caso, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(**kwargs)
        self.regole = regole
        self.misura = measure_of(regole)
        self.caso = caso

    def runtest(self) -> None:
        """Raise `NonSuperato` when the rule answers otherwise."""
        (esito,) = prova(self.regole, [self.caso])
        if not esito.superato:
            raise NonSuperato("\n".join(racconta(self.regole, esito, lang=lang_of(self.config))))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401
        """What a person reads: no traceback of Python."""
        if isinstance(excinfo.value, NonSuperato):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the case stands; pytest counts lines from 0."""
        place = self.caso.place
        return self.path, None if place is None else place.line - 1, self.caso.codice


def lang_of(config: pytest.Config) -> Lang:
    """The language of the settings."""
    return "en" if config.getini("casi_lang") == "en" else "it"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        raise _Illeggibile(str(path)) from None


def _unknown(file: str, stated: str) -> UnknownName:
    known = edizione().misure
    listed = ", ".join(f"`{codice}`" for codice in known)
    close = near(stated, known)
    it, en = ("", "") if close is None else (f" (forse `{close}`?)", f" (perhaps `{close}`?)")
    return UnknownName(
        it=f"{file}: `{stated}` non è una misura dell'edizione{it}; scrivi uno tra {listed}, o il "
        "percorso di un file",
        en=f"{file}: `{stated}` is not a measure of the edition{en}; write one of {listed}, or the "
        "path of a file",
    )
