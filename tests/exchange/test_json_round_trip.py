"""`from_json(to_json(x), type(x)) == x`, for random objects of every public type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import attrs
import pytest
from exchange.drawn import (
    LEAVES,
    Class,
    codes,
    days,
    decimals,
    euros,
    facts_of,
    fonti,
    histories,
    labels,
    maybe,
    moments,
    names,
    norme,
    some,
    spans,
    testi,
    values,
    words,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model import casa, graduatorie, nuclei
from casa_model.casa import edizione
from casa_model.exchange import from_json, to_json
from casa_model.rules import avviso, esito, facts, misura, params, tree, types
from casa_model.rules.moments import start_of
from casa_model.values import (
    Atto,
    Euro,
    Fonte,
    Periodo,
    Storia,
    Testo,
    Vigenza,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy


def nodes(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Every node over smaller ones."""
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    written = st.one_of(
        st.builds(tree.Label, labels), st.builds(tree.Number, st.integers(), st.integers(0, 9))
    )
    rows = st.lists(st.builds(tree.Row, inner, inner), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(tree.Param, names, several),
        *(st.builds(node, several) for node in (tree.Min, tree.Max, tree.And, tree.Or)),
        *(
            st.builds(node, inner, inner)
            for node in (tree.Add, tree.Sub, tree.Mul, tree.MonthsBetween, tree.YearsBetween)
        ),
        st.builds(tree.AddMonths, inner, inner),
        st.builds(tree.Sum, inner, inner),
        st.builds(tree.Round, inner, st.integers(0, 9)),
        st.builds(tree.Compare, st.sampled_from(get_args(tree.Op)), inner, inner),
        st.builds(tree.In, inner, st.lists(written, min_size=1, max_size=2).map(tuple)),
        *(
            st.builds(node, inner)
            for node in (tree.Not, tree.AnyMember, tree.AllMembers, tree.Count)
        ),
        st.builds(tree.If, inner, inner, inner),
        st.builds(tree.Table, rows, inner, st.booleans()),
    )


trees = st.recursive(LEAVES, nodes, max_leaves=8)
kinds = st.one_of(
    st.just(types.BoolType()),
    st.builds(
        types.NumberType, st.integers(0, 9), st.booleans(), st.integers(), st.integers(),
        st.booleans(),
    ),
    st.builds(types.DateType, days, days),
    st.builds(types.ChoiceType, some(names)),
    st.just(types.CodeType()),
)  # fmt: skip
known = st.builds(
    facts.Fatti, facts_of, maybe(st.lists(facts_of, min_size=1, max_size=2).map(tuple))
)

# What a field holds, by the text of its annotation; a class that is not here is built by fields.
FIELDS: dict[str, SearchStrategy[Any]] = {
    "str": names, "str | None": maybe(names), "int": st.integers(), "int | None": maybe(
        st.integers()), "bool": st.booleans(), "bool | None": maybe(st.booleans()),
    "date": days, "date | None": maybe(days), "Momento | None": maybe(moments),
    "Euro": euros, "Euro | None": maybe(euros), "Euro | int | None": maybe(
        euros | st.integers()), "Decimal | None": maybe(decimals),
    "Value": values, "Value | None": maybe(values), "Mapping[str, Value]": facts_of,
    "Expr": trees, "Expr | None": maybe(trees), "tuple[Expr, ...]": some(trees),
    "Type": kinds, "Testo": testi, "Testo | None": maybe(testi), "tuple[Testo, ...]": some(testi),
    "Fonte": fonti, "Fonte | None": maybe(fonti), "Vigenza": spans(), "Vigenza | None": maybe(
        spans()), "Norma | None": maybe(norme), "Storia[ParamValue]": histories(),
    "Fatti": known, "Mapping[str, str]": st.dictionaries(names, words, max_size=3),
    "tuple[str, ...]": some(names), "tuple[Key, ...]": some(st.integers() | names),
    "tuple[Indice, ...]": some(st.builds(params.IndiceScelta, some(names)) | st.builds(
        params.IndiceIntero, st.integers(), st.integers())),
    "tuple[tuple[str, Testo], ...]": some(st.tuples(names, testi)),
    "tuple[tuple[str, date], ...]": some(st.tuples(names, days)),
    "tuple[tuple[str, Euro], ...]": some(st.tuples(names, euros)),
    "tuple[tuple[str, Value | None], ...]": some(st.tuples(names, maybe(values))),
}  # fmt: skip
CLASSES: dict[str, Any] = {
    name: cls
    for room in (avviso, casa, esito, facts, graduatorie, misura, nuclei, params)
    for name, cls in vars(room).items()
    if isinstance(cls, type) and cls.__module__.startswith("casa_model.")
}


def _field(spelled: str) -> SearchStrategy[Any]:
    if spelled in FIELDS:
        return FIELDS[spelled]
    name = spelled.removesuffix(" | None").removeprefix("tuple[").removesuffix(", ...]")
    inner = _object(CLASSES[name])
    whole = some(inner) if "tuple[" in spelled else inner
    return maybe(whole) if spelled.endswith(" | None") else whole


def _object(cls: Class) -> SearchStrategy[Any]:
    """Random objects of a class; `SPECIAL` has those whose fields must agree."""
    if not attrs.has(cls):
        return st.sampled_from(cls)
    return SPECIAL[cls]() if cls in SPECIAL else _by_fields(cls)


def _by_fields(cls: Class, **fixed: SearchStrategy[Any]) -> SearchStrategy[Any]:
    spelled = {a.name: cls.__annotations__[a.name] for a in attrs.fields(cls)}
    return st.builds(cls, **({n: _field(s) for n, s in spelled.items() if n not in fixed} | fixed))


def _attestations() -> SearchStrategy[Any]:
    return _by_fields(
        nuclei.AttestazioneIsee,
        isee=st.integers(0, 10**9).map(Euro),
        isp=maybe(st.integers(0, 10**9).map(Euro)),
        scala=maybe(st.decimals(1, 19, places=2)),
        scadenza=st.none(),
    )


def _households() -> SearchStrategy[Any]:
    members = st.lists(_by_fields(nuclei.Componente), min_size=1, max_size=2).map(tuple)
    listed = st.builds(nuclei.Nucleo, maybe(members))
    return listed | st.builds(nuclei.Nucleo, numero=maybe(st.integers(1, 30)))


def _requirements() -> SearchStrategy[Any]:
    read = _by_fields(misura.Requisito, condizione=trees)
    return read | _by_fields(misura.Requisito, condizione=st.none(), deroghe=st.just(()))


def _declarations() -> SearchStrategy[Any]:
    owed = st.sampled_from((types.BoolType(), types.NumberType(2, euro=True, lo=0, hi=999)))
    truth = st.just(types.BoolType())
    no, yes = st.just(False), st.just(True)  # noqa: FBT003 - truths
    free = _by_fields(facts.Fatto, obbligo=no, adempimento=no)
    due = _by_fields(facts.Fatto, tipo=owed, obbligo=yes, adempimento=no)
    return free | due | _by_fields(facts.Fatto, tipo=truth, obbligo=no, adempimento=yes)


def _endowments() -> SearchStrategy[Any]:
    sizes = st.tuples(st.integers(0, 10**9).map(Euro), st.none())
    homes = st.tuples(st.none(), st.integers(0, 10**4))
    return st.builds(lambda size, fonte: avviso.Dotazione(*size, fonte), sizes | homes, fonti)


@st.composite
def _notices(draw: DrawFn) -> avviso.Avviso:
    closed = _by_fields(misura.Misura, calendario=_object(misura.Calendario))
    some = draw(st.lists(maybe(st.dates() | st.datetimes()), min_size=3, max_size=3))
    ordered = iter(sorted((each for each in some if each is not None), key=start_of))
    terms = {
        nome: st.just(None if each is None else next(ordered))
        for nome, each in zip(("pubblicazione", "apertura", "chiusura"), some, strict=True)
    }
    return draw(_by_fields(avviso.Avviso, misura=closed, **terms))


SPECIAL: dict[Any, Callable[[], SearchStrategy[Any]]] = {
    nuclei.AttestazioneIsee: _attestations,
    nuclei.Nucleo: _households,
    nuclei.Domanda: lambda: _by_fields(nuclei.Domanda, riferimento=names),
    misura.Requisito: _requirements,
    avviso.Dotazione: _endowments,
    avviso.Avviso: _notices,
    facts.Fatti: lambda: known,
    facts.Fatto: _declarations,
}
VALUES: dict[str, SearchStrategy[Any]] = {
    "Euro": euros,
    "Testo": testi,
    "Norma": norme,
    "Atto": st.builds(Atto, names, words, testi, maybe(words), maybe(days)),
    "Fonte": fonti,
    "Vigenza": spans(),
    "Periodo": st.builds(Periodo, days, values, fonti),
    "Storia": histories(),
    "codes": codes,
    "tree": trees,
    "Row": st.builds(tree.Row, trees, trees),
    "types": kinds,
}
OBJECTS = sorted(
    {cls for cls in CLASSES.values() if attrs.has(cls)}
    - {Atto, Euro, Fonte, Periodo, Storia, Testo, Vigenza, casa.Edizione}
    - {*get_args(tree.Expr), *get_args(types.Type)},
    key=lambda cls: cls.__name__,
)


def _same(obj: object) -> bool:
    return bool(from_json(to_json(obj), type(obj)) == obj)


@pytest.mark.parametrize("name", VALUES)
@given(data=st.data())
def test_any_value_comes_back(name: str, data: st.DataObject) -> None:
    """Equal, and of the same class."""
    assert _same(data.draw(VALUES[name]))


@pytest.mark.parametrize("cls", OBJECTS, ids=lambda cls: cls.__name__)
def test_any_object_comes_back(cls: Class) -> None:
    """Every attrs class of rules, applications, rankings and decisions."""

    @settings(max_examples=20)
    @given(_object(cls))
    def check(obj: object) -> None:
        assert _same(obj)

    check()


def test_every_public_class_is_among_the_objects() -> None:
    """None is forgotten: these are all there are today, and more come by themselves."""
    assert {
        "Avviso", "Calendario", "Candidato", "Chiave", "Componente", "Decisione", "Definizione",
        "Deroga", "Domanda", "EsitoDomanda", "Fatti", "Fatto", "Finding", "Graduatoria", "Importo",
        "Misura", "Nucleo", "Ordinamento", "Parametro", "Posizione", "Requisito", "Verdict", "Voce",
    } <= {cls.__name__ for cls in OBJECTS}  # fmt: skip


def test_the_shipped_edition_comes_back() -> None:
    """Every fact, act and measure of the law, to the last number."""
    shipped = edizione()
    objects = [*shipped.fatti, *shipped.atti.values(), *shipped.misure.values()]

    assert all(_same(obj) for obj in objects)
    assert len(shipped.misure) > 0
