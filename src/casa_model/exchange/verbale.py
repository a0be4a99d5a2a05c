"""A record of a decision as a file: NDJSON, a head, a line for each application, a foot.

The rows that gave no application stand between the applications and the foot.

Each line is an object as `to_json` writes it, with its `formato`. The foot has the digest of all
that stands before it: a line that was lost, added or touched is told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from attrs import field, frozen

from casa_model.casa import Lettura
from casa_model.casa.verbale import FileDiRegole, RigaScartata, Verbale, VoceVerbale
from casa_model.errors import Faults, InvalidValue, Place
from casa_model.exchange import _righe
from casa_model.exchange.json import FORMATO, from_json, root_of, to_json
from casa_model.graduatorie import Graduatoria
from casa_model.values import FrozenMap

T = TypeVar("T")

TESTA: Final = 1
"""The line of the head."""

_DISCARDED: Final = f'"tipo": "{RigaScartata.__name__}"'


@frozen
class TestaVerbale:
    """The head: by what the decision was made, how many applications and discarded rows follow."""

    versione: str
    semantica: int
    avviso: FileDiRegole
    misure: tuple[FileDiRegole, ...]
    parti: Mapping[str, str] = field(converter=FrozenMap[str, str])
    letture: tuple[Lettura, ...]
    domande: int
    scartate: int


@frozen
class PiedeVerbale:
    """The foot: the ranking, and the digest of every line before it."""

    graduatoria: Graduatoria | None
    impronta: str


def verbale_ndjson(verbale: Verbale) -> str:
    """Write a record. Its text holds people's facts: it is for whoever may keep them.

    Raises `InvalidValue` when the text is larger than a file that can be read again (256 MiB, some
    two hundred thousand applications).
    """
    head = TestaVerbale(
        verbale.versione,
        verbale.semantica,
        verbale.avviso,
        verbale.misure,
        verbale.parti,
        verbale.letture,
        len(verbale.voci),
        len(verbale.scartate),
    )
    lines = [to_json(head), *map(to_json, (*verbale.voci, *verbale.scartate))]
    text = _joined([*lines, to_json(PiedeVerbale(verbale.graduatoria, _digest(lines)))])
    if len(text.encode()) > _righe.LIMITE:
        raise InvalidValue(
            it=f"il verbale supera {_righe.LIMITE} byte e non si potrebbe rileggere; archivia "
            "le domande e i file delle regole",
            en=f"the record is over {_righe.LIMITE} bytes and could not be read again; file the "
            "applications and the rule files",
        )
    return text


def leggi_verbale(testo: str | bytes, *, file: str) -> Verbale:
    """Read what `verbale_ndjson` wrote, of any format that it ever wrote.

    `file` is only the name that messages show. Raises `InvalidFile`, never with the value of a
    fact: when it is no record, or one of a format not known here (`verbale-assente`,
    `verbale-formato`); when its end is not there (`verbale-troncato`); with every line that cannot
    be read (`verbale-riga`); when lines are missing, too many or not those that were written
    (`verbale-incompleto`, `verbale-alterato`); when a `riferimento` stands twice
    (`riferimento-ripetuto`). Blank lines at the end are no fault.
    """
    faults = Faults()
    text = _righe.decodifica(testo, file, faults) or ""
    faults.raise_if_grave()
    # An editor adds blank lines at the end: they take nothing from what was written.
    lines = [line.removesuffix("\r") for line in text.rstrip().split("\n")]
    _check_head(lines[0], file, faults)
    head = _read(lines, 0, TestaVerbale, file, faults)
    last = len(lines) - 1
    body = [_read(lines, at, _class_of(lines[at]), file, faults) for at in range(1, last)]
    foot = _foot(lines, file, faults)
    faults.raise_if_grave()
    assert head is not None  # noqa: S101 - a line that was not read is a fault
    assert foot is not None  # noqa: S101 - as above
    voci = tuple(line for line in body if isinstance(line, VoceVerbale))
    scartate = tuple(line for line in body if isinstance(line, RigaScartata))
    if (head.domande, head.scartate) != (len(voci), len(scartate)):
        where = Place(file, TESTA, 1)
        announced = head.domande + head.scartate
        faults.add("verbale-incompleto", where, attese=announced, trovate=len(body))
    elif foot.impronta != _digest(lines[:last]):
        faults.add("verbale-alterato", Place(file, last + 1, 1))
    else:
        _check_references(body, file, faults)
    faults.raise_if_grave()
    return Verbale(
        versione=head.versione,
        semantica=head.semantica,
        avviso=head.avviso,
        misure=head.misure,
        parti=head.parti,
        voci=voci,
        graduatoria=foot.graduatoria,
        scartate=scartate,
        letture=head.letture,
    )


def _check_head(line: str, file: str, faults: Faults) -> None:
    """Raise when the file is something else: its other lines have nothing to say."""
    root = _root(line)
    if root.get("tipo") != TestaVerbale.__name__:
        faults.add("verbale-assente", Place(file, TESTA, 1))
    elif root.get("formato") != FORMATO:
        faults.add("verbale-formato", Place(file, TESTA, 1), formato=FORMATO)
    faults.raise_if_grave()


def _foot(lines: list[str], file: str, faults: Faults) -> PiedeVerbale | None:
    """The last line, or the one thing to say when another stands last: the file was cut."""
    last = len(lines) - 1
    if _root(lines[last]).get("tipo") == PiedeVerbale.__name__:
        return _read(lines, last, PiedeVerbale, file, faults)
    faults.add("verbale-troncato", Place(file, last + 1, 1))
    return None


def _root(line: str) -> dict[str, Any]:
    try:
        return root_of(line)
    except InvalidValue:
        return {}


def _class_of(line: str) -> type[VoceVerbale | RigaScartata]:
    """What a line says that it is; only its beginning is looked at, for there are many."""
    return RigaScartata if _DISCARDED in line[: len(_DISCARDED) * 2] else VoceVerbale


def _check_references(body: Iterable[object], file: str, faults: Faults) -> None:
    seen: dict[str, int] = {}
    for line, voce in enumerate(body, start=TESTA + 1):
        if isinstance(voce, VoceVerbale):
            before = seen.setdefault(voce.domanda.riferimento, line)
            if before != line:
                faults.add("riferimento-ripetuto", Place(file, line, 1), riga=before)


def _read(lines: list[str], at: int, cls: type[T], file: str, faults: Faults) -> T | None:
    try:
        return from_json(lines[at], cls)
    except InvalidValue as error:
        perche, why = error.testo("it"), error.testo("en")
    faults.add("verbale-riga", Place(file, at + 1, 1), perche=perche, perche_en=why)
    return None


def _digest(lines: list[str]) -> str:
    return hashlib.sha256(_joined(lines).encode()).hexdigest()


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
