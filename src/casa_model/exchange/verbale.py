"""A record of a decision as a file: NDJSON, a head, a line for each application, a foot.

Each line is an object as `to_json` writes it, with its `formato`. The foot has the digest of all
that stands before it: a line that was lost, added or touched is told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final, TypeVar

from attrs import field, frozen

from casa_model.casa.verbale import FileDiRegole, Verbale, VoceVerbale
from casa_model.errors import Faults, InvalidValue, Place
from casa_model.exchange._righe import decodifica
from casa_model.exchange.json import from_json, to_json
from casa_model.graduatorie import Graduatoria
from casa_model.values import FrozenMap

T = TypeVar("T")

TESTA: Final = 1
"""The line of the head."""


@frozen
class TestaVerbale:
    """The head: by what the decision was made, and how many applications follow."""

    versione: str
    semantica: int
    avviso: FileDiRegole
    misure: tuple[FileDiRegole, ...]
    parti: Mapping[str, str] = field(converter=FrozenMap[str, str])
    domande: int


@frozen
class PiedeVerbale:
    """The foot: the ranking, and the digest of every line before it."""

    graduatoria: Graduatoria | None
    impronta: str


def verbale_ndjson(verbale: Verbale) -> str:
    """Write a record. Its text holds people's facts: it is for whoever may keep them."""
    head = TestaVerbale(
        verbale.versione,
        verbale.semantica,
        verbale.avviso,
        verbale.misure,
        verbale.parti,
        len(verbale.voci),
    )
    lines = [to_json(head), *map(to_json, verbale.voci)]
    return _joined([*lines, to_json(PiedeVerbale(verbale.graduatoria, _digest(lines)))])


def leggi_verbale(testo: str | bytes, *, file: str) -> Verbale:
    """Read what `verbale_ndjson` wrote, of any format that it ever wrote.

    `file` is only the name that messages show. Raises `InvalidFile` with every line that cannot be
    read (`verbale-riga`), or when lines are missing, too many or not those that were written
    (`verbale-incompleto`, `verbale-alterato`): never with the value of a fact.
    """
    faults = Faults()
    text = decodifica(testo, file, faults) or ""
    faults.raise_if_grave()
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    head = _read(lines, 0, TestaVerbale, file, faults)
    last = max(len(lines) - 1, 1)
    voci = [_read(lines, at, VoceVerbale, file, faults) for at in range(1, last)]
    foot = _read(lines, last, PiedeVerbale, file, faults)
    faults.raise_if_grave()
    assert head is not None  # noqa: S101 - a line that was not read is a fault
    assert foot is not None  # noqa: S101 - as above
    if head.domande != len(voci):
        where = Place(file, TESTA, 1)
        faults.add("verbale-incompleto", where, attese=head.domande, trovate=len(voci))
    elif foot.impronta != _digest(lines[:last]):
        faults.add("verbale-alterato", Place(file, last + 1, 1))
    faults.raise_if_grave()
    return Verbale(
        versione=head.versione,
        semantica=head.semantica,
        avviso=head.avviso,
        misure=head.misure,
        parti=head.parti,
        voci=tuple(voce for voce in voci if voce is not None),
        graduatoria=foot.graduatoria,
    )


def _read(lines: list[str], at: int, cls: type[T], file: str, faults: Faults) -> T | None:
    try:
        return from_json(lines[at], cls)
    except IndexError:
        perche, why = "manca", "it is missing"
    except InvalidValue as error:
        perche, why = error.testo("it"), error.testo("en")
    faults.add("verbale-riga", Place(file, at + 1, 1), perche=perche, perche_en=why)
    return None


def _digest(lines: list[str]) -> str:
    return hashlib.sha256(_joined(lines).encode()).hexdigest()


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
