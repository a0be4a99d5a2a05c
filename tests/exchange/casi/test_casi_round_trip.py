"""What a person writes of a case in TOML is the case that is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given

from casa_model import Caso, Place, edizione
from casa_model.exchange.casi import leggi_casi, regole_dei_casi
from casa_model.testing._decided import verdict_of
from casa_model.testing._households import Question, questions
from casa_model.testing._worked import expected_of

if TYPE_CHECKING:
    from casa_model import Atteso
    from casa_model.rules.facts import Value

PLAIN = 'formato = 1\n[[casi]]\ncodice = "uno"\n'


def _toml(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case _:
            return f'"{value}"'


def _table(row: object, head: str) -> str:
    lines = (f"{nome} = {_toml(v)}" for nome, v in row.items())  # type: ignore[attr-defined]
    return "\n".join([head, *lines]) + "\n"


def _written(asked: Question, atteso: Atteso) -> str:
    """A case as a person would write it."""
    text = f'formato = 1\n[[casi]]\ncodice = "caso"\nal = {asked.on}\n'
    text += _table(asked.fatti.valori, "[casi.fatti]")
    for row in asked.fatti.membri or ():
        text += _table(row, "[[casi.membri]]")
    text += f'[casi.attesi]\nesito = "{atteso.esito}"\n'
    if atteso.importo is not None:
        text += f'importo = "{atteso.importo}"\n'
    if atteso.voci is not None:
        items = ", ".join(f'{codice} = "{euro}"' for codice, euro in atteso.voci)
        text += f"voci = {{ {items} }}\n"
    return text + f"motivi = {list(atteso.motivi or ())}\nmancano = {list(atteso.mancano or ())}\n"


class TestRoundTrip:
    """What a person writes of a household is the household that is asked about."""

    @given(questions())
    def test_every_household(self, asked: Question) -> None:
        """Of any rule; what members leave open apart."""
        atteso = expected_of(verdict_of(asked))

        (caso,) = leggi_casi(_written(asked, atteso), asked.misura, file="c.casi.toml").casi

        stated = {**caso.fatti.valori}
        if "componenti" not in asked.fatti.valori:
            stated.pop("componenti", None)
        assert stated == asked.fatti.valori
        assert len(caso.fatti.membri or ()) == len(asked.fatti.membri or ())
        assert caso.on == asked.on
        assert caso.atteso == atteso


def test_a_file_may_not_say_its_rules() -> None:
    """Nor need a case expect anything yet."""
    read = leggi_casi(PLAIN, edizione().misure["crs-difficolta"], file="c.casi.toml")

    assert (read.regole, regole_dei_casi(PLAIN, file="c.casi.toml")) == (None, None)
    assert regole_dei_casi("regole = 3", file="c.casi.toml") is None
    assert read.casi == (Caso("uno", place=Place("c.casi.toml", 2, 1)),)
