"""Reading raw data into a class, and telling every fault of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from casa_model.errors import Faults, InvalidValue, Place
from casa_model.values.structure._report import Report
from casa_model.values.structure._troubles import troubles

if TYPE_CHECKING:
    from cattrs import Converter

    from casa_model.values.structure._report import OnError
    from casa_model.values.toml import Document, KeyPath

T = TypeVar("T")


def structure_at(  # noqa: PLR0913, PLR0917 - what to read, where it stands, whom to tell
    converter: Converter,
    raw: object,
    cls: type[T],
    document: Document,
    path: KeyPath,
    faults: Faults,
    on_error: OnError | None = None,
) -> T | None:
    """Read `raw`, the part of the document at `path`, as `cls`; None when it has faults.

    All faults go into `faults`, each with its exact place: `chiave-ignota`, `chiave-mancante`,
    `tipo-valore`, `testo-vuoto`, and for a text that a hook or a validator refuses what the
    metadata of its field says (`fault`, or `atteso` for `valore-malformato`), else what
    `on_error` makes of it, else `valore-rifiutato`. Raises `IllTyped` only when `cls` has a
    field of a type that the converter does not read.
    """
    try:
        return converter.structure(raw, cls)
    except Exception as error:  # noqa: BLE001 - a validator may raise anything, with the value
        refusal = error
    report = Report(converter, path, document.place, document.key_place, faults, on_error)
    for trouble in troubles(converter, refusal, raw):
        report.add(trouble)
    return None


def structure(converter: Converter, raw: object, cls: type[T]) -> T:
    """Read `raw` as `cls`, where no file gives it a place (JSON, a dict of the caller's).

    Raises `InvalidValue` with every fault, each after its path; never with a value in it, nor
    with the error of another library as its context.
    """
    try:
        return converter.structure(raw, cls)
    except Exception as error:  # noqa: BLE001 - as above
        refusal = error
    faults = Faults()
    report = Report(converter, (), _path_place, _path_place, faults, None)
    for trouble in troubles(converter, refusal, raw):
        report.add(trouble)
    told = faults.gravi
    raise InvalidValue(
        it="; ".join(f"`{fault.place.file}`: {fault.testo('it')}" for fault in told),
        en="; ".join(f"`{fault.place.file}`: {fault.testo('en')}" for fault in told),
    )


def _path_place(path: KeyPath) -> Place:
    """The place of data without a file: the path, as `a.b[0]`, where a file name would be."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return Place("".join(steps).removeprefix(".") or ".", 1, 1)
