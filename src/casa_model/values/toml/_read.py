"""From the text of a file to a `Document`, or to the fault that refuses it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from casa_model.errors import Fault, IllTyped, InvalidFile, Place
from casa_model.values.toml._document import Document
from casa_model.values.toml._scanner import TooLarge, scan
from casa_model.values.toml._why import why

if TYPE_CHECKING:
    from casa_model.values.toml._marks import Mark

MAX_BYTES: Final = 1_048_576
"""The largest file that is read: 1 MiB."""

_POSITION: Final = re.compile(r"\(at line (\d+), column (\d+)\)$")


class TomlFloat(str):
    """A number with decimals that was written without quotes: its text, never a float.

    No type of this library accepts it; its class tells it from a quoted text.
    """

    __slots__ = ()


def read_toml(text: str | bytes, file: str, *, trusted: bool = False) -> Document:
    """Read a TOML text; `file` is its name in the places of faults.

    A `trusted` text, one of ours, is read without the limits that `tomllib` lacks, in half the
    time.

    Raises `InvalidFile` with one fault: `file-troppo-grande`, `non-utf8`, `toml-sintassi` or, for
    the mistakes that people make most, the code that says the mend (`_why`). Raises `IllTyped` for
    what is neither a text nor bytes, such as a `Path`.
    """
    source = _decoded(text, file).replace("\r\n", "\n")
    read = _parsed(source, file, trusted=trusted)
    if isinstance(read, Fault):
        raise InvalidFile((read,))
    data, root = read
    return Document(file, data, source, root)


def _decoded(text: str | bytes, file: str) -> str:
    """The text, no larger than the limit, with no lone surrogate nor a byte order mark.

    Editors on Windows write that mark in front of UTF-8, and nobody can see it.
    """
    if type(text) not in {str, bytes}:
        raise IllTyped(
            it="si legge il testo di un file o i suoi byte; passa per esempio "
            "`Path(…).read_bytes()`",
            en="what is read is the text of a file or its bytes; pass for example "
            "`Path(…).read_bytes()`",
        )
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(raw) > MAX_BYTES:
        limit = {"limite": str(MAX_BYTES)}
        raise InvalidFile((Fault("file-troppo-grande", Place(file, 1, 1), limit),))
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        start = error.start
    # Raised out here: the error of the codec carries the whole file as its context.
    raise InvalidFile((Fault("non-utf8", _end(raw[:start].decode("utf-8"), file)),))


def _parsed(source: str, file: str, *, trusted: bool) -> tuple[dict[str, Any], Mark | None] | Fault:
    """The data and the marks, or what is not well formed and where."""
    try:
        # First the scan, which is linear and sets the limits that `tomllib` lacks.
        root = None if trusted else scan(source)
        return tomllib.loads(source, parse_float=TomlFloat), root
    except TooLarge as error:
        return Fault("toml-sintassi", _end(source[: error.offset], file))
    except (ValueError, RecursionError) as error:
        message = str(error)
    found = _POSITION.search(message)
    stop = _end(source, file) if found is None else Place(file, int(found[1]), int(found[2]))
    return why(source, stop, message)


def _end(text: str, file: str) -> Place:
    """The place just after a text."""
    return Place(file, text.count("\n") + 1, len(text) - text.rfind("\n"))
