"""JSON of every public type, both ways and exact.

The text is `{"formato": 1, "tipo": "Misura", "valore": …}`. Inside, a class is an object with the
names of its fields; money and numbers are texts such as `"9360.00"`, days ISO 8601 texts,
citations and codes their own text; what a bare value would not tell apart carries a key that does
(`{"nodo": "Compare", …}`, `{"euro": "9360.00"}`: see `casa_model.exchange._tagged`).
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, cast

import attrs

from casa_model.errors import IllTyped, InvalidValue
from casa_model.exchange import _registri, _tagged
from casa_model.exchange.lette import Lette
from casa_model.rules.leggi import Letta
from casa_model.rules.params import ParamValue
from casa_model.values import Cig, CodiceComune, Cup, Norma, Nuts3, Periodo, Storia
from casa_model.values.structure import new_converter, register_text, structure

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")

FORMATO: Final = 1
"""The format that is written, and the only one that is read."""

LIVELLI: Final = 128
"""How many objects and lists may stand inside one another: a rule of 50 levels fits."""

_TOLD: Final = "casa_model.readers."
"""What readers give is for people, or is a function: what they read is written."""

_CASES: Final = "casa_model.readers.cases."
"""Worked cases and what came of them are data."""

_FRACTION: Final = re.compile(r"-?[0-9]{1,99}(?:/[1-9][0-9]{0,99})?")

_CODES: Final = (Cig, CodiceComune, Cup, Nuts3)


def to_json(obj: object) -> str:
    """Write any public object of this library: measures, notices, trees, verdicts, applications.

    `Fatti`, a `Domanda`, a `Verdict` (ranking keys, items, definitions) and a `Decisione` carry
    the values of facts: their text is for whoever may read them.
    Raises `IllTyped` for what is not an attrs class of `casa_model`, or holds something that is no
    value of this library.
    """
    cls = type(obj)
    value = _converter().unstructure(obj, unstructure_as=_written_as(cls))
    root = {"formato": FORMATO, "tipo": cls.__name__, "valore": value}
    return json.dumps(root, ensure_ascii=False, allow_nan=False, default=_not_json)


def from_json(text: str, cls: type[T]) -> T:
    """Read what `to_json` wrote: ``from_json(to_json(x), type(x)) == x``.

    `cls` is the class of the object; for a tree of any node, `casa_model.rules.tree.Expr`. Nothing
    is coerced. Raises `InvalidValue` when the text is no JSON, repeats a key, is nested over
    `LIVELLI`, is of another format or type, or for all that is wrong inside `valore`, each with
    its path; never with a value. Raises `IllTyped` when `text` is no `str`, or `cls` no class of
    this library.
    """
    wanted = _written_as(cls)
    found = structure(_converter(), _value(root_of(text), cls), cast("type[T]", wanted))
    if type(found) not in _tagged.classes_of(cls):
        raise _another_type()
    return found


@cache
def _converter() -> Converter:
    for generic in (Storia, Periodo):
        attrs.resolve_types(generic)  # cattrs 24.1 tries it on `Storia[X]`, and fails
    converter = new_converter(dates_as_text=True)
    register_text(converter, Norma, Norma.parse)
    for code in _CODES:
        register_text(converter, code, code.parse)
    register_text(converter, Fraction, _fraction)
    _tagged.register(converter)
    _registri.register(converter)
    return converter


def _fraction(text: str) -> Fraction:
    """A fraction in its lowest terms, as `str` writes it: `3`, `1/3`."""
    if _FRACTION.fullmatch(text) is not None and str(found := Fraction(text)) == text:
        return found
    raise InvalidValue(
        it="una frazione si scrive ridotta ai minimi termini; scrivi per esempio `1/3`",
        en="a fraction is written in its lowest terms; write for example `1/3`",
    )


def _written_as(cls: _tagged.TypeForm) -> _tagged.TypeForm:
    """Return the type that says how objects of a class are written; refuse classes of others."""
    family = _tagged.family_of(cls)
    if family is not None:
        return family[1]
    told = cls.__module__.startswith(_TOLD) and not cls.__module__.startswith(_CASES)
    if told or cls in {Letta, Lette}:
        raise IllTyped(
            it=f"`{cls.__name__}` non si scrive come JSON; scrivi quel che contiene: la misura, "
            "l'avviso, le domande, il verdetto",
            en=f"`{cls.__name__}` is not written as JSON; write what is in it: the measure, the "
            "notice, the applications, the verdict",
        )
    if not attrs.has(cls) or not cls.__module__.startswith("casa_model."):
        raise IllTyped(
            it="non è una classe di casa_model; passa una classe pubblica o un suo oggetto",
            en="it is not a class of casa_model; pass a public class or an object of one",
        )
    if cls is Storia or cls is Periodo:
        return cls[ParamValue]
    return cls


def root_of(text: str) -> dict[str, Any]:
    """The object of a text, not yet looked into. Raises as `from_json` does."""
    if type(text) is not str:
        raise IllTyped(
            it="JSON si legge da un testo; passa un `str`, come `Path(…).read_text()`",
            en="JSON is read from a text; pass a `str`, as `Path(…).read_text()`",
        )
    # Errors of `json` carry the whole text: ours is raised when theirs is gone.
    try:
        root = json.loads(
            text, object_pairs_hook=_unique, parse_float=Decimal, parse_constant=Decimal
        )
    except (ValueError, RecursionError):
        root = None
    if type(root) is not dict or _levels(root) > LIVELLI:
        raise InvalidValue(
            it=f"non è un oggetto JSON ben formato, con ogni chiave una volta e al massimo "
            f"{LIVELLI} livelli; riscrivilo con `to_json`",
            en=f"it is not a well-formed JSON object, each key once and at most {LIVELLI} levels; "
            "write it again with `to_json`",
        )
    return root


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _levels(root: object) -> int:
    deepest = 0
    level = [root]
    while level:
        deepest += 1
        level = [
            part
            for whole in level
            if isinstance(whole, dict | list)
            for part in (whole.values() if isinstance(whole, dict) else whole)
        ]
    return deepest


def _value(root: dict[str, Any], cls: _tagged.TypeForm) -> object:
    if type(root.get("formato")) is not int or root["formato"] != FORMATO:
        raise InvalidValue(
            it=f'`formato` deve essere {FORMATO}; scrivi `"formato": {FORMATO}` alla radice',
            en=f'`formato` must be {FORMATO}; write `"formato": {FORMATO}` at the root',
        )
    if root.keys() != {"formato", "tipo", "valore"}:
        raise InvalidValue(
            it="alla radice stanno `formato`, `tipo` e `valore`; correggi le chiavi",
            en="the root has `formato`, `tipo` and `valore`; mend the keys",
        )
    if root["tipo"] not in [c.__name__ for c in _tagged.classes_of(cls)]:
        raise _another_type()
    return root["valore"]


def _another_type() -> InvalidValue:
    return InvalidValue(
        it="`tipo` non è quello della classe chiesta; leggi con la classe di chi ha scritto",
        en="`tipo` is not that of the class asked for; read with the class of what was written",
    )


def _not_json(_value: object) -> NoReturn:
    raise IllTyped(
        it="l'oggetto contiene qualcosa che non è un valore di casa_model; controlla i campi",
        en="the object holds something that is no value of casa_model; check its fields",
    )
