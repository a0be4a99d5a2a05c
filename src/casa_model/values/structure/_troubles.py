"""From the errors of cattrs to a flat list: what went wrong, at which path, in which field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs
from attrs import frozen
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
)

from casa_model.errors import CasaError
from casa_model.values.structure._kinds import Raw, UnsupportedType
from casa_model.values.toml import KeyPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cattrs import Converter

Attribute: TypeAlias = "attrs.Attribute[Any]"


@frozen
class Trouble:
    """One error, the way to the raw value from the root of the raw data, and the field meant.

    `field` is the field nearest to the value and `owner` its class; `whole` is the class that
    refused to be made of the table at the path, when the error is its constructor's.
    """

    error: Exception
    path: KeyPath
    raw: Raw
    owner: type | None = None
    field: Attribute | None = None
    whole: type | None = None


def troubles(converter: Converter, error: Exception, raw: Raw) -> Iterator[Trouble]:
    """Every single error inside an error of cattrs; raises `UnsupportedType` if that is one."""
    for trouble in _flat(Trouble(error, (), raw)):
        if isinstance(trouble.error, UnsupportedType):
            raise trouble.error
        yield from _blamed(converter, trouble)


def _flat(trouble: Trouble) -> Iterator[Trouble]:
    """Walk the groups: a note on each error says which field or item it is about."""
    error = trouble.error
    if isinstance(error, ClassValidationError):
        fields = attrs.fields_dict(error.cl)
        for child, note in error.group_exceptions()[0]:
            yield from _flat(_attribute(trouble, child, note, error.cl, fields[note.name]))
        for child in error.group_exceptions()[1]:
            yield from _flat(attrs.evolve(trouble, error=child, whole=error.cl))
    elif isinstance(error, IterableValidationError):
        for child, item in error.group_exceptions()[0]:
            yield from _flat(_item(trouble, child, item))
    else:
        yield trouble


def _attribute(
    trouble: Trouble,
    child: Exception,
    note: AttributeValidationNote,
    owner: type,
    field: Attribute,
) -> Trouble:
    raw = _part(trouble.raw, note.name)
    return Trouble(child, (*trouble.path, note.name), raw, owner, field)


def _item(trouble: Trouble, child: Exception, note: IterableValidationNote) -> Trouble:
    return attrs.evolve(
        trouble,
        error=child,
        path=(*trouble.path, note.index),
        raw=_part(trouble.raw, note.index),
    )


def _part(raw: Raw, step: str | int) -> Raw:
    """The raw value one step further; `NOTHING` when a hook of the caller reshaped the data."""
    try:
        return raw[step]
    except (LookupError, TypeError):
        return attrs.NOTHING


def _blamed(converter: Converter, trouble: Trouble) -> Iterator[Trouble]:
    """The fields whose own validators refuse a class, or the class as a whole.

    attrs raises out of the constructor, which says no field: the values are read again one by
    one and shown to their validators. A validator that looks at the other fields is not asked:
    its error is about the whole.
    """
    blamed = False
    if isinstance(trouble.error, CasaError) and trouble.whole is not None:
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", trouble.whole)):
            error = _refusal(converter, field, trouble.raw)
            if error is not None:
                blamed = True
                path = (*trouble.path, field.name)
                yield Trouble(error, path, trouble.raw[field.name], trouble.whole, field)
    if not blamed:
        yield trouble


def _refusal(converter: Converter, field: Attribute, raw: dict[str, Any]) -> CasaError | None:
    if field.name not in raw or field.validator is None or field.converter is not None:
        return None
    try:
        field.validator(None, field, converter.structure(raw[field.name], cast("type", field.type)))
    except CasaError as error:
        return error
    except Exception:  # noqa: BLE001 - it needs the whole object: it is not about this field
        return None
    return None
