"""A notice that pays where the act grants nothing, or nothing where the act pays."""

from __future__ import annotations

from casa.conforme.notices import HEAD, SOURCE, notice

from casa_model.casa import edizione
from casa_model.casa.conforme import conforme

PAYS = f"""[importo]
voci = [{{ codice = "s", vale = "canone_anno", fonte = "inventato", grado = "derivata" }}]
{SOURCE}"""


def test_money_that_the_act_does_not_grant() -> None:
    """`accesso-sap` gives dwellings: a notice that pays is no application of it."""
    act = edizione().misure["accesso-sap"]
    result = conforme(notice(PAYS, HEAD.replace("crs-difficolta", "accesso-sap")), act)

    assert not result.conforme
    assert "avviso/importo-piu-alto" in {r.codice for e in result.esami for r in e.rilievi}
