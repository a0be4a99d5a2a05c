"""Values that a notice computes otherwise, and what nobody here has read."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from casa.conforme.notices import (
    HEAD,
    SINGLE,
    SOURCE,
    codes,
    found,
    law,
    notice,
    parameter,
    requirement,
)

from casa_model.casa import edizione
from casa_model.casa.conforme import conforme

ON = date(2024, 9, 2)
INDIGENCE = "not riceve_crs_indigenza"
DONE = (
    f'[[requisiti.deroghe]]\ncodice = "finito"\n{SOURCE}'
    "condizione = 'mesi_tra(data_contratto, data_requisiti) >= {n}'\n"
)


def test_a_definition_replaced() -> None:
    """A larger threshold of assets, by the definition."""
    result = found(SINGLE)

    assert "definizione/soglia_nucleo/piu-severo" in codes(result)
    assert result.esami[1].titolo.it


class TestUnread:
    """What nobody here has read counts on neither side, and is said."""

    def test_kept(self) -> None:
        """The rest is compared all the same: a looser number is found."""
        head = HEAD.replace("crs-difficolta", "accesso-sap")
        access = edizione().misure["accesso-sap"]
        nome = next(p.nome for p in access.parametri if "isee" in p.nome)
        result = conforme(notice(parameter(nome, '"90000.00"'), head), access)

        assert result.con_non_letti
        assert "avviso/piu-largo" in codes(result)

    def test_replaced(self) -> None:
        """Whoever has read it replaces it: nobody here can say whether rightly."""
        head = HEAD.replace("crs-difficolta", "accesso-sap")
        access = edizione().misure["accesso-sap"]
        unread = next(r.codice for r in access.requisiti if r.non_visto)
        result = conforme(notice(requirement(unread, "isee < 1.00"), head), access)

        assert codes(result) == [f"requisito/{unread}/non-letto"]

    @pytest.mark.parametrize("codice", ["isee", "nuovo"])
    def test_in_the_place_of_what_is_read(self, codice: str) -> None:
        """It is left out on both sides: nobody is shown whom the notice does not admit."""
        text = requirement("isee", "x").replace('codice = "isee"', f'codice = "{codice}"')
        unread = text.replace("condizione = '''x'''", "non_visto = true")
        larger = parameter("massimale_annuo", '"9000.00"')
        alone, both = found(unread), found(unread + larger)

        assert codes(alone) == ["requisito/isee/non-letto"]
        assert [code for code in codes(both) if code.startswith("requisito/")] == codes(alone)
        assert not [code for code in codes(both) if "piu-largo" in code]
        assert "parametro/massimale_annuo/importo-piu-alto" in codes(both)

    def test_added(self) -> None:
        """A notice may ask what nobody has read."""
        text = requirement("nuovo", "x").replace('sostituisce = "nuovo"\n', "")
        result = found(text.replace("condizione = '''x'''", "non_visto = true"))

        assert codes(result) == ["requisito/nuovo/non-letto"]


def test_a_definition_without_a_label() -> None:
    """Its name in words stands for it."""
    base = law()
    plain = tuple(evolve(d, etichetta=None) for d in base.definizioni)
    bare = evolve(base, definizioni=plain)
    result = conforme(notice(SINGLE, misure={"crs-difficolta": bare}), bare)

    assert result.esami[1].titolo.it == "soglia nucleo"


def test_a_definition_of_another_kind() -> None:
    """It cannot stand alone in the act: with it go the requirements that read it, and no other."""
    kind = SINGLE.replace("soglia_nucleo", "patrimonio_di_uno")
    result = found(kind + requirement("patrimonio", "isp <= patrimonio_di_uno"))
    alone = [esame.differenza.nome for esame in result.esami if esame.differenza]

    assert alone == ["patrimonio"]
    assert codes(result) == [
        "avviso/piu-largo",
        "avviso/piu-severo",
        "requisito/patrimonio/piu-largo",
        "requisito/patrimonio/piu-severo",
    ]


def test_a_choice_with_other_values() -> None:
    """A computed choice with another list of values is of another kind."""
    base = law()
    table = (
        "[definizioni.fascia]\n{mark}altrimenti = \"'b'\"\n"
        'tabella = [{{ quando = "isee < 5000.00", vale = "\'{one}\'" }}]\n'
    ) + SOURCE
    first = notice(table.format(mark="", one="a") + requirement("isee", "fascia == 'a'"))
    act = evolve(first.misura, codice=base.codice, calendario=None)
    more = table.format(mark="sostituisce = 'fascia'\n", one="c")
    more += requirement("isee", "fascia == 'c'")
    result = conforme(notice(more, misure={base.codice: act}), act)

    assert [e.differenza.nome for e in result.esami if e.differenza] == ["isee"]
    assert result.conforme
