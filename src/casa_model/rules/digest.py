"""Digests: what can change an answer, in a few characters that stay the same for ever.

A digest is the SHA-256 of a text of our own, in hexadecimal. The text holds class names, field
names and values, and nothing that differs between processes, versions of Python or orders of
dictionaries. Labels, sources, notes and values of the law out of force are left out: they change no
answer. A number is the same however many zeros it is written with.

A digest of facts hides nothing: whoever can guess the facts can check the guess. It is kept where
the facts may be kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Context, Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs

from casa_model.rules import tree as t
from casa_model.rules.reach import in_force, names_among, reached
from casa_model.rules.types import ChoiceType, NumberType, Type, type_text
from casa_model.values import Euro, FrozenMap

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.facts import Fatti, Fatto, Value
    from casa_model.rules.misura import Misura, Requisito
    from casa_model.rules.params import Parametro

SEMANTICA: Final = 1
"""The version of what rules mean; it grows when a node, or a verdict, comes to mean otherwise."""

_Json: TypeAlias = Any
"""What JSON can write: the text under a digest is made of nothing else."""

_DIGITS: Final = Context(prec=200)


def law_digest(misura: Misura, *, on: date) -> str:
    """The digest of the rules and parameters in force on `on`, and of the semantics.

    Two days with the same law have the same digest, and so have two measures that differ in words
    only. Every parameter read must be in force on `on`
    (`casa_model.readers.environment.check_law`).
    """
    parts = law_parts(misura, on=on)
    return _digest(["legge", SEMANTICA, sorted(parts.items())])


def law_parts(misura: Misura, *, on: date) -> Mapping[str, str]:
    """The digest of each part of the law of `on`, so that a difference can be named.

    Keys are `requisito/isee`, `parametro/soglia_isee`, `definizione/…`, `fatto/…`, and `misura`,
    `ordine`, `importo`, `graduatoria`, `giorni`. Only what the rule reads on that day is there.
    """
    asked = in_force(misura, on)
    nodes = reached(misura, asked)
    facts = names_among(nodes, t.Fact) | names_among(nodes, t.MemberFact)
    params = names_among(nodes, t.Param)
    defined = names_among(nodes, t.Definition)
    named = [fatto for fatto in misura.fatti if fatto.nome in facts]
    parts: dict[str, _Json] = {"misura": [misura.codice, sorted(misura.incompatibile)]}
    parts["ordine"] = [[r.codice for r in asked], [fatto.nome for fatto in named]]
    parts["importo"] = _plain(_bare(misura.importo, "fonte", "etichetta"))
    parts["graduatoria"] = _plain(_bare(misura.graduatoria, "fonte"))
    parts["giorni"] = _days(misura)
    parts |= {f"requisito/{r.codice}": _requirement(r) for r in asked}
    parts |= {f"fatto/{fatto.nome}": _fact(fatto) for fatto in named}
    parts |= {
        f"definizione/{each.nome}": [_plain(each.vale), _kind(each.tipo)]
        for each in misura.definizioni
        if each.nome in defined
    }
    parts |= {
        f"parametro/{each.nome}": _parameter(each, on)
        for each in misura.parametri
        if each.nome in params
    }
    return FrozenMap({name: _digest(part) for name, part in parts.items()})


def notice_parts(avviso: Avviso) -> Mapping[str, str]:
    """The parts of the law of a notice, and its own: `termini` and `dotazione`."""
    fixed = avviso.misura.calendario
    assert fixed is not None  # noqa: S101 - an `Avviso` cannot be built without one
    own = {
        "termini": _plain([avviso.apertura, avviso.chiusura]),
        "dotazione": _plain(_bare(avviso.dotazione, "fonte")),
    }
    law = law_parts(avviso.misura, on=fixed.giorno_norma)
    return FrozenMap({**law, **{name: _digest(part) for name, part in own.items()}})


def facts_digest(fatti: Fatti) -> str:
    """The digest of what is known of a household and of its members, in their order."""
    members = None if fatti.membri is None else [_row(row) for row in fatti.membri]
    return _digest(["fatti", _row(fatti.valori), members])


def digest_of(entity: object) -> str:
    """The digest of any entity of this library, such as an application with all its parts."""
    return _digest(["entita", _plain(entity)])


def _row(row: Mapping[str, Value]) -> _Json:
    return sorted([nome, _plain(value)] for nome, value in row.items())


def _requirement(requisito: Requisito) -> _Json:
    ways = [[deroga.codice, _plain(deroga.condizione)] for deroga in requisito.deroghe]
    return [_plain(requisito.condizione), ways]


def _fact(fatto: Fatto) -> _Json:
    kind = fatto.tipo
    span = [_plain(getattr(kind, name, None)) for name in ("lo", "hi")]
    return [_kind(kind), span, fatto.membro]


def _kind(kind: Type) -> _Json:
    """A type without its interval, which for the law spans values of other days too."""
    values = list(kind.values) if isinstance(kind, ChoiceType) else []
    scale = kind.scale if isinstance(kind, NumberType) else 0
    return [type_text(kind), scale, values]


def _parameter(parametro: Parametro, on: date) -> _Json:
    rows = ((riga.chiave, riga.storia.il(on)) for riga in parametro.righe)
    known = [
        [_plain(chiave), _plain(periodo.valore)] for chiave, periodo in rows if periodo is not None
    ]
    return [_kind(parametro.tipo), sorted(known, key=_text)]


def _days(misura: Misura) -> _Json:
    fixed = misura.calendario
    return None if fixed is None else [_plain(fixed.data_requisiti), sorted(_plain(fixed.date))]


def _bare(value: object, *words: str) -> object:
    """An entity as pairs of field and value, without the fields that only tell."""
    if isinstance(value, tuple):
        return tuple(_bare(part, *words) for part in value)
    if not attrs.has(type(value)) or type(value) in t.NODES or isinstance(value, Euro):
        return value
    named = (name for name in _fields(value) if name not in words)
    return tuple((name, _bare(getattr(value, name), *words)) for name in named)


def _fields(value: object) -> tuple[str, ...]:
    cls = cast("type[attrs.AttrsInstance]", type(value))
    return tuple(each.name for each in attrs.fields(cls))


def _plain(value: object) -> _Json:
    """A value as JSON can write it, with its type: `True` is not 1, and 1 is not `"1"`."""
    match value:
        case None | bool() | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return value.value
        case int():
            return {"int": str(value)}
        case Euro(cents=cents):
            return {"euro": str(cents)}
        case Decimal():
            return {"numero": _number(value)}
        case datetime() | date():
            return {"data": value.isoformat()}
        case tuple() | list():
            return [_plain(part) for part in value]
        case Mapping():
            return {"tabella": sorted([_plain(key), _plain(part)] for key, part in value.items())}
        case _:
            parts = (getattr(value, name) for name in _fields(value))
            return [type(value).__name__, *map(_plain, parts)]


def _number(value: Decimal) -> str:
    """The digits of a number, without the zeros that say nothing."""
    if not value.is_finite():
        return str(value)
    return f"{_DIGITS.normalize(value):f}" if value else "0"


def _text(plain: _Json) -> str:
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def _digest(plain: _Json) -> str:
    return hashlib.sha256(_text(plain).encode("ascii")).hexdigest()
