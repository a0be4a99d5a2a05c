"""Everyday slips of who calls the programme from Python: each is told, with its mend."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import casa_model as cm
from casa_model.casa import programma_intero
from casa_model.programma.leggi import leggi_registro
from casa_model.programma.orari import ROMA
from casa_model.programma.presidi import Presidio
from casa_model.programma.riparto import maggiori_resti, parti_uguali
from casa_model.programma.spesa import Registro, Stanziamento

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = programma_intero()
OPEN = WHOLE.trova(Presidio, "casalpusterlengo")
INSTANT = datetime(2025, 10, 7, 11, tzinfo=ROMA)
DAY = date(2025, 10, 6)
ANY: Any = None
SLIPS: dict[str, tuple[Callable[[], object], str]] = {
    "no code": (lambda: WHOLE.trova(Presidio, ANY), "the code must be a text"),
    "no code of a body": (lambda: WHOLE.ente(ANY), "the code must be a text"),
    "no code of a line": (lambda: WHOLE.dotazione(ANY, on=DAY), "the code must be a text"),
    "an instant of a presidio": (lambda: OPEN.aperto_a(INSTANT), "pass `Momento.of"),  # type: ignore[arg-type]
    "an instant of hours": (lambda: OPEN.orari[0].orario.aperto_a(INSTANT), "pass `Momento.of"),  # type: ignore[arg-type]
    "a path": (lambda: cm.leggi_avviso(Path("x")), "read_bytes"),  # type: ignore[arg-type]
    "a path of a ledger": (lambda: leggi_registro(Path("x"), file="x"), "read_bytes"),  # type: ignore[arg-type]
    "no JSON": (lambda: cm.from_json(ANY, cm.Euro), "read from a text"),
    "a float": (lambda: cm.Euro.parse(1.5), "cannot be read"),  # type: ignore[arg-type]
    "an Italian float": (lambda: cm.Euro.parse_it(1.5), "cannot be read"),  # type: ignore[arg-type]
    "French": (lambda: cm.Euro(1).render("fr"), "no language"),  # type: ignore[arg-type]
    "nobody": (lambda: maggiori_resti(cm.Euro(1), []), "pass at least one"),
    "nobody at all": (lambda: parti_uguali(cm.Euro(1), []), "pass at least one"),
    "nearly an Aler": (lambda: WHOLE.ente("aler-milan"), "use `aler-milano`"),
    "nearly a comune": (lambda: WHOLE.ente("legnan"), "use `legnano`"),
    "nearly a plan": (lambda: WHOLE.dotazione("sostegno-abitar", on=DAY), "use `sostegno-abitare`"),
    "nearly a line": (lambda: WHOLE.dotazione("k-11", on=DAY), "use `k-1`"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told(slip: str) -> None:
    """By an error of this library."""
    call, said = SLIPS[slip]

    with pytest.raises(cm.CasaError, match=said):
        call()


def test_a_ledger_keeps_its_entries() -> None:
    """Under another line too."""
    atto = cm.Fonte(cm.Grado.DERIVATA, testo="prova")
    ledger = Registro("l-1").registra(Stanziamento("s", DAY, atto, cm.Euro(1)))
    other = evolve(ledger, linea="k-1")

    assert (other.linea, other.movimenti) == ("k-1", ledger.movimenti)


def test_a_programme_is_told_by_how_much_it_holds() -> None:
    """Not as if it were empty."""
    assert repr(WHOLE) == f"<Programma: {len(WHOLE.presidi)} presidi, {len(WHOLE.linee)} linee>"
