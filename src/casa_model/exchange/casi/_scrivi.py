"""Worked cases as the TOML that people write."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from casa_model.rules.avviso import Avviso, measure_of
from casa_model.rules.names import COMPONENTI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.cases import Atteso, Caso
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

_DELETE: Final = "\x7f"
"""The one character that JSON leaves as it is in a text and TOML does not allow there."""


def scrivi_casi(
    casi: Iterable[Caso], regole: Avviso | Misura, *, nome: str, testa: str = ""
) -> str:
    """The cases as a TOML file for `leggi_casi`, which gives them back.

    `nome` is what the file says of its rules: the code of a measure, or the path of a rule file
    from the folder of this one. What no file can say is that an age is
    not known beside a day of birth. `testa` are the lines of a comment above. A case that expects
    nothing is written with an empty outcome, for a person to fill, and so is an amount. What is
    written holds values of facts: write households that were invented.
    """
    misura = measure_of(regole)
    counted = any(fatto.nome == COMPONENTI for fatto in misura.fatti)
    head = [f"# {line}".rstrip() for line in testa.splitlines()]
    lines = [*head, *([""] if head else []), "formato = 1", f"regole = {_text(nome)}"]
    for caso in casi:
        lines += ["", *_case(caso, counted=counted)]
    return "\n".join(lines) + "\n"


def _case(caso: Caso, *, counted: bool) -> Iterator[str]:
    yield "[[casi]]"
    yield f"codice = {_text(caso.codice)}"
    for key, said in (("testo", caso.testo), ("nota", caso.nota)):
        if said is not None:
            yield f"{key} = {_text(said)}"
    if caso.norma is not None:
        yield f"norma = {_text(str(caso.norma))}"
    if caso.on is not None:
        yield f"al = {caso.on}"
    if counted and caso.fatti.membri is not None and COMPONENTI not in caso.fatti.valori:
        yield f'ignoti = ["{COMPONENTI}"]'
    if caso.fatti.valori:
        yield "[casi.fatti]"
        yield from (f"{nome} = {_value(value)}" for nome, value in caso.fatti.valori.items())
    for row in caso.fatti.membri or ():
        yield "[[casi.membri]]"
        yield from (f"{nome} = {_value(value)}" for nome, value in row.items())
    yield "[casi.attesi]"
    yield from _expected(caso.atteso)


def _expected(atteso: Atteso) -> Iterator[str]:
    yield f"esito = {_text(str(atteso.esito or ''))}"
    if atteso.importo is not None or atteso.importo_da_scrivere:
        yield f'importo = "{atteso.importo or ""}"'
    for key, names in (("motivi", atteso.motivi), ("mancano", atteso.mancano)):
        if names is not None:
            yield f"{key} = [{', '.join(map(_text, names))}]"
    if atteso.voci is not None:
        items = ", ".join(f'{_text(codice)} = "{euro}"' for codice, euro in atteso.voci)
        yield f"voci = {{ {items} }}"


def _value(value: Value) -> str:
    """A value as its type is written: a day and a truth plain, all else in quotes."""
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}" if value == int(value) and not _decimals(value) else f'"{value:f}"'
        case _:
            return _text(str(value))


def _decimals(value: Decimal) -> bool:
    """Whether a number is written with decimals."""
    return int(value.as_tuple().exponent) < 0


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")
