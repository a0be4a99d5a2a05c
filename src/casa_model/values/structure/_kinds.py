"""What a reader expected and what it found: kinds of value in words, never the value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from casa_model.errors import IllTyped

if TYPE_CHECKING:
    from collections.abc import Sequence

TypeForm: TypeAlias = Any
"""What cattrs calls a type: a class, but also a union, a `tuple[X, ...]` or a `Literal`."""

Raw: TypeAlias = Any
"""A value as TOML or JSON gives it."""


@frozen
class Kind:
    """A kind of value in both languages, with a sample as one writes it in TOML."""

    it: str
    en: str
    sample: str = "…"


TEXT: Final = Kind("un testo tra virgolette", "a text in quotes", '"testo"')
INTEGER: Final = Kind("un numero intero", "a whole number", "12")
BOOLEAN: Final = Kind("vero o falso (`true`/`false`)", "true or false (`true`/`false`)", "true")
DAY: Final = Kind("una data senza virgolette", "a date without quotes", "2024-09-01")
MOMENT: Final = Kind(
    "una data con l'ora, senza virgolette",
    "a date with a time, without quotes",
    "2024-09-01T12:00:00",
)
_DAY_OR_MOMENT: Final = Kind(
    "una data senza virgolette, anche con l'ora",
    "a date without quotes, with or without a time",
    DAY.sample,
)
TIME: Final = Kind("un'ora senza virgolette", "a time without quotes", "12:00:00")
DAY_TEXT: Final = Kind("una data tra virgolette", "a date in quotes", '"2024-09-01"')
MOMENT_TEXT: Final = Kind(
    "una data con l'ora, tra virgolette", "a date with a time, in quotes", '"2024-09-01T12:00:00"'
)
TIME_TEXT: Final = Kind("un'ora tra virgolette", "a time in quotes", '"12:00:00"')
DECIMAL: Final = Kind("un numero tra virgolette", "a number in quotes", '"0.25"')
MONEY: Final = Kind(
    "un importo tra virgolette (un punto e due decimali)",
    "an amount in quotes (a point and two decimals)",
    '"9360.00"',
)
LIST: Final = Kind("un elenco fra `[ ]`", "a list in `[ ]`", "[…]")
TABLES: Final = Kind("un elenco di tabelle", "a list of tables", "[{ … }]")
TABLE: Final = Kind("una tabella fra `{ }`", "a table in `{ }`", "{ … }")
ANY: Final = Kind("un altro valore", "another value")

_FOUND: Final[dict[type, Kind]] = {
    str: Kind("un testo", "a text"),
    int: Kind("un numero intero", "a whole number"),
    bool: Kind("vero o falso", "true or false"),
    date: Kind("una data", "a date"),
    datetime: Kind("una data con l'ora", "a date with a time"),
    time: Kind("un'ora", "a time"),
    list: Kind("un elenco", "a list"),
    dict: Kind("una tabella", "a table"),
    type(None): Kind("nessun valore", "no value"),
}
_DECIMALS: Final = Kind(
    "un numero con decimali senza virgolette", "a number with decimals without quotes"
)
_OTHER_TEXT: Final = Kind("un testo diverso", "another text")
_NUMBERS: Final = ("TomlFloat", "float", Decimal.__name__)


class WrongKind(Exception):
    """Raised by a hook that expected another kind of value, or the same kind well formed."""

    def __init__(self, kind: Kind, *, allowed: Sequence[str] = (), malformed: bool = False) -> None:
        super().__init__()
        self.kind = kind
        self.allowed = tuple(allowed)
        self.malformed = malformed


@frozen
class Hook:
    """A structure hook which can also say what it expects; cattrs calls it like any function."""

    kind: Callable[[], Kind]
    read: Callable[[Any, Any], Any]

    def __call__(self, raw: Raw, cls: TypeForm) -> object:
        """Read `raw` as `cls`."""
        return self.read(raw, cls)


class UnsupportedType(IllTyped):
    """Raised when a class has a field of a type that the converter refuses to read."""

    def __init__(self, wanted: object) -> None:
        name = getattr(wanted, "__name__", str(wanted))
        super().__init__(
            it=f"il convertitore non legge il tipo `{name}`; registra un hook o cambialo",
            en=f"the converter does not read the type `{name}`; register a hook or change it",
        )


def found(raw: object, *, malformed: bool) -> Kind:
    """The kind of a raw value; `malformed` when the kind was right and the text was not."""
    if malformed:
        return _OTHER_TEXT
    kind = type(raw)
    return _DECIMALS if kind.__name__ in _NUMBERS else _FOUND.get(kind, ANY)


def is_number(raw: object) -> bool:
    """Whether a raw value is a number, whole or not."""
    return type(raw) is int or found(raw, malformed=False) is _DECIMALS


def one_of(words: Sequence[str]) -> Kind:
    """The kind of a text that must be one of a few words."""
    listed = ", ".join(f"`{word}`" for word in words)
    sample = f'"{words[0]}"' if words else "…"
    return Kind(f"uno tra {listed}", f"one of {listed}", sample)


def either(kinds: Sequence[Kind]) -> Kind:
    """The kind of a value that may be of several."""
    if list(kinds[:2]) == [DAY, MOMENT]:
        return either([_DAY_OR_MOMENT, *kinds[2:]])
    return Kind(
        " o ".join(kind.it for kind in kinds),
        " or ".join(kind.en for kind in kinds),
        kinds[0].sample,
    )
