"""The exceptions: one root, each also a child of the builtin a caller would expect."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from casa_model.errors._catalogue_orari import ORARI
from casa_model.errors._catalogue_spesa import SPESA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casa_model.errors._fault import Fault

Lang: TypeAlias = Literal["it", "en"]
"""A language that texts for people are written in."""


class CasaError(Exception):
    """Root of every error of casa_model; catch it to catch them all.

    ``str(error)`` is English; ``error.testo("it")`` is what an Italian office reads.
    Neither ever contains the value of a fact.
    """

    def __init__(self, *, it: str, en: str) -> None:
        super().__init__(en)
        self._it = it
        self._en = en

    def testo(self, lang: Lang) -> str:
        """The message in `lang`: lowercase, no final stop, the mend last."""
        return self._it if lang == "it" else self._en

    def __reduce__(self) -> tuple[object, ...]:
        # Process pools pickle errors, and `Exception` would call us with one positional argument.
        return (_rebuilt, (type(self), self.args, self.__dict__))


def _rebuilt(cls: type[CasaError], args: tuple[object, ...], state: dict[str, object]) -> CasaError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class InvalidValue(CasaError, ValueError):
    """Raised when a text or a number is not a well-formed value (money, code, norm, day)."""


def only_lang(lang: object) -> None:
    """Raise `InvalidValue` unless `lang` is a language that texts are written in."""
    if lang not in get_args(Lang):
        raise InvalidValue(
            it="`lang` non è una lingua di questa libreria; scrivi `it` o `en`",
            en="`lang` is no language of this library; write `it` or `en`",
        )


class InvalidHours(InvalidValue):
    """Raised when opening hours, or the rule that says on which days, are not well formed.

    `codice` says what is wrong, in one word of the table `CODICI`; `data` are the words that fill
    its sentence. Opening hours are no person's fact: the message may repeat them.
    """

    CODICI = MappingProxyType(ORARI)
    """Every code, with its sentence in both languages."""

    def __init__(self, *, codice: str, **data: object) -> None:
        entry = ORARI[codice]
        self.codice = codice
        self.data: Mapping[str, str] = {name: str(word) for name, word in data.items()}
        super().__init__(it=entry.it.format_map(self.data), en=entry.en.format_map(self.data))


class IllTyped(CasaError, TypeError):
    """Raised when a tree or an entity is built from parts of the wrong type."""


class UnknownName(CasaError, LookupError):
    """Raised when something is looked up by a code or name that nobody has declared."""


class InvalidFacts(CasaError, ValueError):
    """Raised when facts do not fit their declaration: names are told, values never."""


class WrongDay(CasaError, ValueError):
    """Raised when a rule is asked about a day on which it does not answer."""


class MissingExtra(CasaError, ImportError):
    """Raised when something is asked that needs an extra of the package which is not installed."""


class TiedRanking(CasaError, ValueError):
    """Raised when the ranking keys leave two applications equal."""


class RefusedEntry(CasaError, ValueError):
    """Raised when a ledger does not take an entry; the ledger is what it was before.

    `codice` is the reason, one of `casa_model.programma.spesa.Rifiuto`, `movimento` the code of the
    entry, and `data` the words that fill the sentence of the reason.
    """

    def __init__(self, *, codice: str, movimento: str, data: Mapping[str, str]) -> None:
        entry = SPESA[codice]
        self.codice = codice
        self.movimento = movimento
        self.data = data
        super().__init__(it=entry.it.format_map(data), en=entry.en.format_map(data))


class InvalidExpression(CasaError, ValueError):
    """Raised when the text of a rule cannot be read; carries every fault with its offset.

    ``faults`` holds `Fault` values whose place has line 1 and, as column, the 1-based
    character of the expression.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(
            it="; ".join(f"carattere {f.place.column}: {f.testo('it')}" for f in self.faults),
            en="; ".join(f"character {f.place.column}: {f.testo('en')}" for f in self.faults),
        )


class InvalidFile(CasaError, ValueError):
    """Raised when a file cannot be accepted; carries all its faults, each with its place."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(
            it="\n".join(f.riga("it") for f in self.faults),
            en="\n".join(f.riga("en") for f in self.faults),
        )
