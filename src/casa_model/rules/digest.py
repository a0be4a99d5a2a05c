"""Digests: what can change an answer, in a few characters that stay the same for ever.

A digest is the SHA-256 of a text of our own (`casa_model.rules._canonical`), in hexadecimal.
Labels, sources, notes and values of the law out of force are left out: they change no answer.

A digest of facts hides nothing: whoever can guess the facts can check the guess. It is kept where
the facts may be kept.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from casa_model.errors import IllTyped
from casa_model.rules import tree as t
from casa_model.rules._canonical import Plain, digest, plain_of, text
from casa_model.rules.reach import in_force, names_among, reached
from casa_model.rules.types import ChoiceType, NumberType, Type, type_text
from casa_model.values import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from casa_model.rules.avviso import Avviso
    from casa_model.rules.facts import Fatti, Fatto, Value
    from casa_model.rules.misura import Misura, Requisito
    from casa_model.rules.params import Parametro

SEMANTICA: Final = 1
"""The version of what rules mean; it grows when a node, or a verdict, comes to mean otherwise."""

_WORDS: Final = ("fonte", "etichetta")
"""The fields of an amount, a ranking or an endowment that only tell."""


def law_digest(misura: Misura, *, on: date) -> str:
    """The digest of the rules and parameters in force on `on`, and of the semantics.

    Two days with the same law have the same digest, and so have two measures that differ in words
    only. Every parameter read must be in force on `on`
    (`casa_model.readers.environment.check_law`).
    """
    parts = law_parts(misura, on=on)
    return digest(["legge", SEMANTICA, dict(parts)])


def law_parts(misura: Misura, *, on: date, stated: Collection[str] = ()) -> Mapping[str, str]:
    """The digest of each part of the law of `on`, so that a difference can be named.

    Keys are `requisito/isee`, `parametro/soglia_isee`, `definizione/…`, `fatto/…`, and `misura`,
    `ordine`, `importo`, `graduatoria`, `giorni`. Only what the rule reads on that day is there, and
    the facts named in `stated`: an application that states a fact is refused when it does not fit
    the declaration, also where nothing reads it. Raises `IllTyped` when `on` is no day.
    """
    if type(on) is not date:
        raise IllTyped(
            it="`on` non è un giorno; passa una `date` senza ora",
            en="`on` is not a day; pass a `date` without a time",
        )
    asked = in_force(misura, on)
    nodes = reached(misura, asked)
    facts = names_among(nodes, t.Fact) | names_among(nodes, t.MemberFact)
    params = names_among(nodes, t.Param)
    defined = names_among(nodes, t.Definition)
    named = [fatto for fatto in misura.fatti if fatto.nome in facts]
    declared = [fatto for fatto in misura.fatti if fatto.nome in facts.union(stated)]
    parts: dict[str, Plain] = {"misura": [misura.codice, sorted(misura.incompatibile)]}
    parts["ordine"] = [[r.codice for r in asked], [fatto.nome for fatto in named]]
    parts["importo"] = plain_of(misura.importo, *_WORDS)
    parts["graduatoria"] = plain_of(misura.graduatoria, *_WORDS)
    parts["giorni"] = _days(misura)
    parts |= {f"requisito/{r.codice}": _requirement(r) for r in asked}
    parts |= {f"fatto/{fatto.nome}": _fact(fatto) for fatto in declared}
    parts |= {
        f"definizione/{each.nome}": [plain_of(each.vale), _kind(each.tipo)]
        for each in misura.definizioni
        if each.nome in defined
    }
    parts |= {
        f"parametro/{each.nome}": _parameter(each, on)
        for each in misura.parametri
        if each.nome in params
    }
    return FrozenMap({name: digest(part) for name, part in parts.items()})


def notice_parts(avviso: Avviso, *, stated: Collection[str] = ()) -> Mapping[str, str]:
    """The parts of the law of a notice (see `law_parts`), and its own: `termini`, `dotazione`."""
    fixed = avviso.calendario
    own = {
        "termini": plain_of([avviso.apertura, avviso.chiusura]),
        "dotazione": plain_of(avviso.dotazione, *_WORDS),
    }
    law = law_parts(avviso.misura, on=fixed.giorno_norma, stated=stated)
    return FrozenMap({**law, **{name: digest(part) for name, part in own.items()}})


def facts_digest(fatti: Fatti) -> str:
    """The digest of what is known of a household and of its members, in their order."""
    members = None if fatti.membri is None else [_row(row) for row in fatti.membri]
    return digest(["fatti", _row(fatti.valori), members])


def digest_of(entity: object) -> str:
    """The digest of any entity of this library, such as an application with all its parts."""
    return digest(["entita", plain_of(entity)])


def _row(row: Mapping[str, Value]) -> Plain:
    return {nome: plain_of(value) for nome, value in row.items()}


def _requirement(requisito: Requisito) -> Plain:
    ways = [[deroga.codice, plain_of(deroga.condizione)] for deroga in requisito.deroghe]
    return [plain_of(requisito.condizione), ways]


def _fact(fatto: Fatto) -> Plain:
    kind = fatto.tipo
    span = [plain_of(getattr(kind, name, None)) for name in ("lo", "hi")]
    return [_kind(kind), span, fatto.membro]


def _kind(kind: Type) -> Plain:
    """A type without its interval, which for the law spans values of other days too."""
    values = list(kind.values) if isinstance(kind, ChoiceType) else []
    scale = kind.scale if isinstance(kind, NumberType) else 0
    return [type_text(kind), scale, values]


def _parameter(parametro: Parametro, on: date) -> Plain:
    rows = ((riga.chiave, riga.storia.il(on)) for riga in parametro.righe)
    known = [
        [plain_of(chiave), plain_of(periodo.valore)]
        for chiave, periodo in rows
        if periodo is not None
    ]
    return [_kind(parametro.tipo), sorted(known, key=text)]


def _days(misura: Misura) -> Plain:
    fixed = misura.calendario
    return (
        None
        if fixed is None
        else [plain_of(fixed.data_requisiti), sorted(plain_of(fixed.date), key=text)]
    )
