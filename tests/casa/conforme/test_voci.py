"""A notice that pays the same total by other items."""

from __future__ import annotations

import pytest
from attrs import evolve
from casa.conforme.notices import SOURCE, codes, found, law, notice, parameter, requirement

from casa_model.casa.conforme import _coppia, bilancio, conforme, libro_conforme
from casa_model.casa.confronta import Trovato
from casa_model.rules import tree as t
from casa_model.rules.misura import DetraeDa, Misura
from casa_model.rules.quesiti import Confini, Perche, Risposta
from casa_model.values import Euro

SWAPPED = f'[importo]\nordine_voci = ["debito-pregresso", "servizi"]\n{SOURCE}'
BOTH = ["avviso/voci-diverse", "importo/voci-diverse"]


def replaced(voce: str, codice: str, vale: str, more: str = "") -> str:
    """An item in the place of one of the act."""
    return (
        f'[[importo.voci]]\nsostituisce = "{voce}"\ncodice = "{codice}"\nvale = "{vale}"\n'
        f"{SOURCE}{more}"
    )


class TestFound:
    """Both pay as much; which items, `evaluate` says."""

    def test_in_another_order(self) -> None:
        """The cap is filled by the debt first."""
        result = found(SWAPPED)
        (whole, _) = result.rilievi
        assert whole.esempio is not None
        act, other = whole.esempio.verdetti

        assert codes(result) == BOTH
        assert act.importo == other.importo == Euro(270_000)
        assert {v.codice: v.importo for v in act.voci} != {v.codice: v.importo for v in other.voci}

    def test_one_for_the_other(self) -> None:
        """Nobody's total is another."""
        swapped = replaced("servizi", "servizi", "debito_pregresso") + replaced(
            "debito-pregresso", "debito-pregresso", "servizi_anno"
        )

        assert codes(found(f"[importo]\n{SOURCE}{swapped}")) == BOTH

    def test_only_where_the_items_are_other(self) -> None:
        """A number of its own beside an item of another name: the first says nothing of items."""
        renamed = replaced("servizi", "comuni", "servizi_anno")
        both = parameter("soglia_isee", '"9000.00"') + f"[importo]\n{SOURCE}{renamed}"

        assert not [code for code in codes(found(both)) if code.endswith("voci-diverse")]

    def test_in_words(self) -> None:
        """What each pays for each item, by its label or its code."""
        result = found(SWAPPED)
        (italian, english) = (
            " ".join(libro_conforme(result, bilancio(result), lang=lang).testo().split())
            for lang in ("it", "en")
        )

        assert "Lo stesso importo, per altre voci [avviso/voci-diverse]" in italian
        assert "ammessa, 2.700,00 € (servizi a rimborso dell'anno 0,01 €, debito" in italian
        assert "admitted, €2,700.00 (" in english


class TestNotFound:
    """What is the same, or what another finding says already."""

    @pytest.mark.parametrize(
        "more",
        [
            f'[importo]\nordine_voci = ["servizi", "debito-pregresso"]\n{SOURCE}',
            f"[importo]\n{SOURCE}{replaced('servizi', 'comuni', 'servizi_anno')}",
            requirement("isee", "isee < 9360.00"),
        ],
    )
    def test_the_same_items(self, more: str) -> None:
        """In the same order, under another code, or where no item is touched."""
        assert found(more).conforme

    def test_another_total(self) -> None:
        """One finding is enough."""
        assert codes(found(parameter("massimale_annuo", '"2600.00"') + SWAPPED)) == [
            "avviso/importo-piu-basso",
            "parametro/massimale_annuo/importo-piu-basso",
            "importo/voci-diverse",
        ]

    def test_one_item(self) -> None:
        """The total is the item."""
        one = f"[importo]\n{SOURCE}{replaced('servizi', 'servizi', 'servizi_anno + 0.00')}"
        bare = _with(law(), 1)

        assert conforme(notice(one, misure={"crs-difficolta": bare}), bare).conforme


@pytest.mark.parametrize("after", [False, True])
def test_with_a_deduction(after: bool) -> None:  # noqa: FBT001 - from the expense, or the grant
    """What an item is paid counts the deduction where it is taken: from the items, or from all."""
    act = _with(law(), 2, DetraeDa.CONTRIBUTO if after else DetraeDa.SPESA)
    result = conforme(notice(SWAPPED, misure={"crs-difficolta": act}), act)

    assert codes(result) == BOTH


def test_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not known, and never taken for the same."""
    unknown = Trovato(Risposta.NON_SO, Confini(None, (law().vigenza.dal,)), perche=Perche.TEMPO)
    monkeypatch.setattr(_coppia, "voci_diverse", lambda *_, **__: unknown)
    result = found(SWAPPED)

    assert codes(result) == ["avviso/non-so/voci-diverse", "importo/non-so/voci-diverse"]
    assert {rilievo.perche for rilievo in result.rilievi} == {Perche.TEMPO}


def _with(misura: Misura, many: int, da: DetraeDa | None = None) -> Misura:
    """The act with its first items alone, and a deduction."""
    paid = misura.importo
    assert paid is not None
    taken = () if da is None else (t.Fact("canone_anno"),)
    fatti = [each for each in misura.fatti if each.nome != "canone_anno"]
    if da is not None:
        like = next(each for each in fatti if each.nome == "servizi_anno")
        fatti.append(evolve(like, nome="canone_anno"))
    importo = evolve(paid, voci=paid.voci[:many], detrae=taken, detrae_da=da)
    return evolve(misura, fatti=tuple(fatti), importo=importo)
