"""The ranking as a file: one row a position, nothing that a spreadsheet would run."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.errors import InvalidValue
from casa_model.exchange import graduatoria_csv
from casa_model.graduatorie import Candidato, graduatoria
from casa_model.rules.avviso import Dotazione
from casa_model.rules.esito import Esito, EsitoVoce, Verdict
from casa_model.rules.misura import Chiave, Ordinamento
from casa_model.values import Euro, Fonte, Grado

FONTE = Fonte(Grado.DERIVATA, testo="esempio")
ORDINE = Ordinamento((Chiave("protocollo"),))


def candidate(riferimento: str, due: str | None) -> Candidato:
    """An admitted application, whose protocol number is its reference."""
    euro = None if due is None else Euro.parse(due)
    voci = () if euro is None else (EsitoVoce("servizi", euro, euro),)
    keys = (("protocollo", riferimento),)
    verdict = Verdict(
        "m", date(2024, 9, 2), Esito.AMMESSO, (), importo=euro, voci=voci, chiavi=keys
    )
    return Candidato(riferimento, verdict)


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("it", "1;a;1000,00;1000,00;;finanziata;", "2;b;1000,00;500,00;;parziale;"),
        ("en", "1;a;1000.00;1000.00;;finanziata;", "2;b;1000.00;500.00;;parziale;"),
    ],
)
def test_money(lang: str, first: str, second: str) -> None:
    """What is due and what is paid, in the convention of the language."""
    money = Dotazione(Euro.parse("1500.00"), None, FONTE)
    found = graduatoria([candidate("a", "1000.00"), candidate("b", "1000.00")], ORDINE, money)
    header = "rango;riferimento;spettante;pagato;alloggi;stato;riserva"

    assert [header, first, second] == graduatoria_csv(found, lang=lang).splitlines()


def test_dwellings() -> None:
    """Dwellings are counted, and money is not."""
    homes = Dotazione(None, 1, FONTE)
    found = graduatoria([candidate("a", None), candidate("b", None)], ORDINE, homes)
    rows = graduatoria_csv(found).splitlines()[1:]

    assert ["1;a;;;1;finanziata;", "2;b;;;0;in-attesa;"] == rows


def test_a_formula_is_refused() -> None:
    """A reference that a spreadsheet would run is told, and its text is not."""
    found = graduatoria([candidate("=1+1", None)], ORDINE, None)

    with pytest.raises(InvalidValue, match="formula sign"):
        graduatoria_csv(found)
