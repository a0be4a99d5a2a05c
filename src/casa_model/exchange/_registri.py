"""The hooks of JSON for a ledger: its line and its entries, recorded again when it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from casa_model.errors import InvalidValue, RefusedEntry
from casa_model.programma.spesa import Movimento, Registro

if TYPE_CHECKING:
    from cattrs import Converter


@frozen
class _Scritto:
    """A ledger as it is written."""

    linea: str
    movimenti: tuple[Movimento, ...]


def register(converter: Converter) -> None:
    """Teach the hooks to a converter."""
    converter.register_unstructure_hook(Registro, lambda each: _written(converter, each))
    converter.register_structure_hook(Registro, lambda raw, _: _read(converter, raw))


def _written(converter: Converter, registro: Registro) -> dict[str, Any]:
    written: dict[str, Any] = converter.unstructure(_Scritto(registro.linea, registro.movimenti))
    return written


def _read(converter: Converter, raw: Any) -> Registro:  # noqa: ANN401 - what JSON gives
    found = converter.structure(raw, _Scritto)
    try:
        return Registro(found.linea).registra_tutti(found.movimenti)
    except RefusedEntry as error:
        refusal = InvalidValue(it=error.testo("it"), en=error.testo("en"))
    raise refusal
