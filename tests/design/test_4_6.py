"""DESIGN 4.6: amount, outcome, ranking. Each docstring is a sentence of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from design.files import ON, decide, measure, refused, requisito

from casa_model.errors import TiedRanking
from casa_model.graduatorie import Candidato, Graduatoria, Stato, graduatoria
from casa_model.rules import tree as t
from casa_model.rules.avviso import Dotazione
from casa_model.rules.esito import Esito, EsitoVoce, Verdict
from casa_model.rules.misura import Chiave, Esaurimento, Ordinamento, Riserva
from casa_model.values import Euro, Fonte, Grado

ASK = requisito("attestato")
FONTE = Fonte(Grado.DERIVATA, testo="test")


def importo(voci: str, more: str = "") -> str:
    """The amount of a file."""
    return f"\n[importo]\nvoci = [{voci}]\n{more}\n"


SPESA = "{ codice = 'spesa', vale = 'spesa' }"
DEBITO = "{ codice = 'debito', vale = 'debito', se = 'pagato', massimo = 'soglia' }"
BOTH = f"{SPESA}, {DEBITO}"


def due(voci: str, more: str = "", /, **known: object) -> Verdict:
    """The verdict about a household that meets the requirement."""
    return decide(measure(ASK, importo(voci, more)), ON, attestato=True, **known)


def test_items_have_scale_two() -> None:
    """An amount is a list of voci: each an expression of scale 2 by type."""
    assert refused(ASK, importo("{ codice = 'v', vale = 'quota * spesa' }")) == ["scala-importo"]
    assert refused(ASK, importo("{ codice = 'v', vale = 'componenti' }")) == ["tipo-inatteso"]
    assert due("{ codice = 'v', vale = 'arrotonda(quota * spesa, 2)' }",
               quota=Decimal("0.33"), spesa=Euro(1_005)).importo == Euro(332)  # fmt: skip


def test_an_item_on_a_condition() -> None:
    """With an optional `se` (false: zero; unknown: unknown)."""
    known = {"spesa": Euro(100), "debito": Euro(7)}

    assert due(BOTH, pagato=True, **known).importo == Euro(107)
    assert due(BOTH, pagato=False, **known).importo == Euro(100)
    assert due(BOTH, **known).esito is Esito.DA_COMPLETARE
    assert due(BOTH, **known).mancano == ("pagato",)


def test_an_item_with_a_cap() -> None:
    """And an optional `massimo`."""
    large = due(BOTH, pagato=True, spesa=Euro(0), debito=Euro(5_000_000))

    assert large.importo == Euro(936_000)


@pytest.mark.parametrize(("da", "cents"), [("spesa", 936_000), ("contributo", 935_000)])
def test_deductions(da: str, cents: int) -> None:
    """Deductions are taken from the `spesa` before the cap or from the `contributo` after it."""
    more = f"massimo = 'soglia'\ndetrae = ['bonus']\ndetrae_da = '{da}'"

    assert due(SPESA, more, spesa=Euro(1_000_000), bonus=Euro(1_000)).importo == Euro(cents)


@pytest.mark.parametrize(
    ("line", "code"), [("", "detrae-da"), ("detrae_da = 'altro'", "valore-fuori-scelta")]
)
def test_what_deductions_are_taken_from(line: str, code: str) -> None:
    """As `detrae_da` says: compulsory with `detrae`."""
    assert refused(ASK, importo(SPESA, f"detrae = ['bonus']\n{line}")) == [code]


def test_the_file_says_so() -> None:
    """When the source does not say, the file says so with grade `derivata`."""
    more = "detrae = ['bonus']\ndetrae_da = 'spesa'\nfonte = 'non lo dice'\ngrado = 'derivata'"
    found = measure(ASK, importo(SPESA, more)).importo

    assert found is not None
    assert found.fonte == Fonte(Grado.DERIVATA, testo="non lo dice")


@pytest.mark.parametrize("da", ["spesa", "contributo"])
def test_nothing_goes_below_zero(da: str) -> None:
    """Nothing goes below zero."""
    more = f"detrae = ['bonus']\ndetrae_da = '{da}'"
    verdict = due(SPESA, more, spesa=Euro(5), bonus=Euro(6))

    assert (verdict.esito, verdict.importo) == (Esito.AMMESSO, Euro(0))
    assert due(
        "{ codice = 'v', vale = 'spesa - bonus' }", spesa=Euro(5), bonus=Euro(6)
    ).importo == (Euro(0))


def test_the_cap_is_filled_in_order() -> None:
    """The cap is then filled voce by voce in order."""
    verdict = due(BOTH, "massimo = 'soglia'", pagato=True, spesa=Euro(900_000), debito=Euro(99_900))

    assert [voce.importo for voce in verdict.voci] == [Euro(900_000), Euro(36_000)]


def test_the_verdict_reports_all() -> None:
    """The verdict reports every voce and every definition used."""
    misura = measure(
        ASK,
        '\n[definizioni.doppia]\nvale = "spesa * 2"\n[definizioni.mai]\nvale = "debito"\n',
        importo("{ codice = 'v', vale = 'doppia' }, { codice = 'zero', vale = 'spesa - spesa' }"),
    )
    verdict = decide(misura, ON, attestato=True, spesa=Euro(5))

    assert [(voce.codice, voce.importo) for voce in verdict.voci] == [
        ("v", Euro(10)),
        ("zero", Euro(0)),
    ]
    assert [(each.nome, each.valore) for each in verdict.definizioni] == [("doppia", Euro(10))]


WHOLE = measure(ASK, importo(SPESA), "\n[graduatoria]\nordine = ['isee', 'protocollo']\n")
KNOWN = {"attestato": True, "spesa": Euro(5), "isee": Euro(1), "protocollo": "p-1"}


@pytest.mark.parametrize("unknown", KNOWN)
def test_admitted(unknown: str) -> None:
    """AMMESSO needs every requirement true, the amount known and every ranking key known."""
    rest = {nome: valore for nome, valore in KNOWN.items() if nome != unknown}

    assert decide(WHOLE, ON, **KNOWN).esito is Esito.AMMESSO
    assert decide(WHOLE, ON, **rest).esito is Esito.DA_COMPLETARE


def test_not_admitted() -> None:
    """NON_AMMESSO needs one requirement false."""
    assert decide(WHOLE, ON, attestato=False).esito is Esito.NON_AMMESSO


def test_all_else() -> None:
    """All else is DA_COMPLETARE."""
    assert decide(WHOLE, ON).esito is Esito.DA_COMPLETARE


def test_an_amount_exists_only_with_admission() -> None:
    """An amount exists only with AMMESSO (else absent, never 0)."""
    refusals = [decide(WHOLE, ON, **{**KNOWN, "attestato": False}), decide(WHOLE, ON)]

    assert [(verdict.importo, verdict.voci) for verdict in refusals] == [(None, ())] * 2


def test_admission_with_nothing_to_pay() -> None:
    """AMMESSO with 0,00 is possible, and is said."""
    verdict = decide(WHOLE, ON, **{**KNOWN, "spesa": Euro(0)})

    assert (verdict.esito, verdict.importo) == (Esito.AMMESSO, Euro(0))


def candidate(name: str, isee: int, *voci: int, riserve: tuple[str, ...] = ()) -> Candidato:
    """An admitted application."""
    items = tuple(EsitoVoce(f"v{n}", Euro(cents), Euro(cents)) for n, cents in enumerate(voci))
    verdict = Verdict(
        "prova", ON, Esito.AMMESSO, (), Euro(sum(voci)), items,
        chiavi=(("isee", Euro(isee)), ("protocollo", name)), riserve=riserve,
    )  # fmt: skip
    return Candidato(name, verdict)


def rank(
    money: int,
    *some: Candidato,
    how: Esaurimento = Esaurimento.RESIDUO,
    salta: bool = False,
    quota: str | None = None,
) -> Graduatoria:
    """The ranking by ISEE, then by number, with so many cents."""
    reserves = () if quota is None else (Riserva("r", "q", t.Truth(value=True), FONTE),)
    order = Ordinamento((Chiave("isee"), Chiave("protocollo")), how, salta, reserves)
    quote = {} if quota is None else {"q": Decimal(quota)}
    return graduatoria(some, order, Dotazione(Euro(money), None, FONTE), quote)


def paid(found: Graduatoria) -> dict[str, int]:
    """Who is paid how many cents, in order of rank."""
    return {p.riferimento: p.pagato.cents for p in found.posizioni if p.pagato is not None}


A, B, C = candidate("a", 1, 60, 40), candidate("b", 2, 80), candidate("c", 3, 20)


def test_the_last_key_is_unique() -> None:
    """The last key must be unique in the file, else the run is refused naming the ties."""
    twin = candidate("a", 5, 10)

    with pytest.raises(TiedRanking, match="a"):
        rank(1000, A, Candidato("z", twin.verdict))


def test_residuo() -> None:
    """`residuo`: in order, the first that does not fit gets what is left."""
    found = rank(150, C, A, B)

    assert paid(found) == {"a": 100, "b": 50, "c": 0}
    assert [p.stato for p in found.posizioni] == [Stato.FINANZIATA, Stato.PARZIALE, Stato.IN_ATTESA]


def test_a_partial_payment_fills_in_the_same_order() -> None:
    """And a partial payment fills it in the same order."""
    (first,) = rank(70, A).posizioni

    assert first.voci == (("v0", Euro(60)), ("v1", Euro(10)))


def test_proporzionale() -> None:
    """`proporzionale`: largest remainder to the cent, ties by rank."""
    same = [candidate(name, n, 100) for n, name in enumerate("abc")]

    assert paid(rank(100, *same, how=Esaurimento.PROPORZIONALE)) == {"a": 34, "b": 33, "c": 33}
    assert paid(rank(101, *same, how=Esaurimento.PROPORZIONALE)) == {"a": 34, "b": 34, "c": 33}


@pytest.mark.parametrize(
    ("salta", "whole"), [(False, {"a": 100, "b": 0, "c": 0}), (True, {"a": 100, "b": 0, "c": 20})]
)
def test_solo_interi(salta: bool, whole: dict[str, int]) -> None:  # noqa: FBT001 - of the table
    """`solo-interi`: stops at the first that does not fit (`salta = true`: goes on)."""
    assert paid(rank(130, A, B, C, how=Esaurimento.SOLO_INTERI, salta=salta)) == whole


def test_reserves() -> None:
    """A reserve is filled first by rank among its holders; what it leaves goes back."""
    holder = candidate("h", 9, 30, riserve=("r",))

    assert paid(rank(150, A, B, holder, quota="0.20")) == {"a": 100, "b": 20, "h": 30}


def test_the_rest_of_the_holders_compete() -> None:
    """The rest of them compete with all."""
    first, second = candidate("h", 1, 30, riserve=("r",)), candidate("i", 2, 30, riserve=("r",))

    assert paid(rank(100, first, second, C, quota="0.30")) == {"h": 30, "i": 30, "c": 20}


def test_dwellings() -> None:
    """An endowment may be counted in dwellings."""
    order = Ordinamento((Chiave("isee"), Chiave("protocollo")))
    found = graduatoria([A, B, C], order, Dotazione(None, 2, FONTE), {})

    assert [p.stato for p in found.posizioni] == [
        Stato.FINANZIATA,
        Stato.FINANZIATA,
        Stato.IN_ATTESA,
    ]
