"""A secret in every sensitive field of the programme is in no export, `repr`, error or log."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from programma.edition import FONTE, edition

from casa_model.casa import programma_intero
from casa_model.errors import CasaError
from casa_model.exchange.hsds import hsds
from casa_model.exchange.ical import presidio_ical
from casa_model.exchange.presidi import presidi_csv, programma_json
from casa_model.programma.leggi import FileDelProgramma, leggi_programma
from casa_model.programma.presidi import Presidio, ServizioAttivo
from casa_model.programma.servizi import RuoloOrganico, TipoServizio

if TYPE_CHECKING:
    from casa_model.programma.programma import Programma

ON = date(2024, 6, 1)
SECRET = "via Sentinella 7391"  # noqa: S105 - the sentinel
WORDS = ("Sentinella", "7391")


def secret() -> Programma:
    """A desk at a secret place in a presidio that is known, and one in a presidio of its own."""
    whole = edition()
    portierato = whole.trova(TipoServizio, "portierato")
    desk = evolve(portierato, codice="sportello", riservato=True, professioni=("operatrice",))
    role = evolve(whole.professioni[0], codice="operatrice")
    (uno,) = whole.presidi
    attivo = ServizioAttivo("sportello", FONTE, date(2024, 2, 1), luogo=SECRET)
    staff = (*(uno.organico or ()), RuoloOrganico("operatrice", FONTE))
    host = evolve(uno, servizi=(*uno.servizi, attivo), organico=staff)
    alone = evolve(uno, codice="rifugio", servizi=(attivo,), organico=staff, indirizzo=SECRET)
    return evolve(
        whole,
        servizi=(*whole.servizi, desk),
        professioni=(*whole.professioni, role),
        presidi=(host, alone),
        progetti=(evolve(whole.progetti[0], presidi=("uno", "rifugio")),),
    )


def exports(programma: Programma, **options: Any) -> str:  # noqa: ANN401 - what exporters take
    """Everything that leaves the library."""
    found = [
        json.dumps(hsds(programma, on=ON, lang=lang, **options), ensure_ascii=False)
        for lang in ("it", "en")
    ]
    found += [presidi_csv(programma, on=ON, **options), programma_json(programma, **options)]
    found.append(presidio_ical(programma, "uno", on=ON, **options))
    return "\n".join(found)


def test_no_export_says_where_it_is(caplog: pytest.LogCaptureFixture) -> None:
    """Nor that the presidio hosts it, nor the role that only it needs, nor its own presidio."""
    with caplog.at_level(logging.DEBUG):
        text = exports(secret())

    left = _without_catalogue(text)

    assert [word for word in (*WORDS, "operatrice", "rifugio") if word in left] == []
    assert caplog.text == ""


def _without_catalogue(text: str) -> str:
    """What is exported, but for the catalogue of professions: it says what there is, not where."""
    return text.replace('"codice": "operatrice"', "").replace('["operatrice"]', "")


def test_whoever_asks_by_name_is_told() -> None:
    """The test can fail: the place is there."""
    text = exports(secret(), riservati=True)

    assert all(word in text for word in WORDS)


@pytest.mark.parametrize("on", [date(2024, 1, 15), date(2024, 3, 2)])
def test_nor_on_a_day_without_the_desk(on: date) -> None:
    """Before a desk begins and after it ends its own presidio gives nothing, and is still not told.

    The programme of a day forgets what is given on others: it leaves such a presidio out.
    """
    whole = secret()
    host, alone = whole.presidi
    ended = evolve(alone, servizi=(evolve(alone.servizi[0], al=date(2024, 3, 1)),))
    day = evolve(whole, presidi=(host, ended)).il(on)

    assert [each.codice for each in day.presidi] == ["uno"]
    assert [word for word in (*WORDS, "rifugio") if word in _without_catalogue(exports(day))] == []


def test_no_repr_shows_an_address() -> None:
    """Of the whole, of a presidio, of a service."""
    whole = secret()
    shown = [repr(whole), *map(repr, whole.presidi), *(repr(p.servizi) for p in whole.presidi)]

    assert [word for word in WORDS if word in "\n".join(shown)] == []


def test_no_error_shows_an_address() -> None:
    """Whatever is wrong with an entry, its place is not told, nor in any chained error."""
    whole = secret()
    host, alone = whole.presidi
    wrong: tuple[dict[str, Any], ...] = (
        {"ente": "nessuno"},
        {"dal": date(2030, 1, 1)},
        {"codice": "Non Kebab"},
        {"indirizzo": 7391},
        {"servizi": (host.servizi[1],) * 2},
    )
    for change in wrong:
        with pytest.raises(CasaError) as caught:
            evolve(whole, presidi=(host, evolve(alone, **change)))
        text = "".join(traceback.format_exception(caught.value))

        assert [w for w in WORDS if w in text + caught.value.testo("it")] == []


def test_no_fault_of_a_file_shows_an_address() -> None:
    """Not when its entry is wrong, nor when it is of the wrong type."""
    text = (
        'formato = 1\n[presidi.uno]\nnome = { it = "a", en = "b" }\nente = "x"\ncomune = "y"\n'
        f'indirizzo = "{SECRET}"\nservizi = [{{ servizio = "z", luogo = "{SECRET}" }}]\n'
        'fonte = "prova"\ngrado = "derivata"\n'
    )
    for body in (text, text.replace(f'indirizzo = "{SECRET}"', "indirizzo = 7391")):
        with pytest.raises(CasaError) as caught:
            leggi_programma([FileDelProgramma(body, "p.toml")])
        told = str(caught.value) + caught.value.testo("it") + repr(vars(caught.value))

        assert [word for word in WORDS if word in told] == []


@pytest.mark.parametrize("codice", [each.codice for each in programma_intero().presidi])
def test_the_shipped_desks_are_withheld(codice: str) -> None:
    """By default no export of the edition says that a presidio has one."""
    presidio = programma_intero().trova(Presidio, codice)
    found = hsds(programma_intero(), on=date(2026, 1, 1))["service_at_location"]
    names = {
        each["service"]["name"] for each in found if each["location"]["name"] == presidio.nome.it
    }

    assert "Sportello antiviolenza" not in names
