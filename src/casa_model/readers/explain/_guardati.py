"""What a rule looked at: the facts, numbers of the law, definitions and days that it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from casa_model.readers.explain._spiegazione import Guardato
from casa_model.readers.explain._vista import NASCOSTO, Vista
from casa_model.readers.meaning import Plain, plain, value
from casa_model.readers.prose._nomi import GIORNI, leggibile
from casa_model.readers.prose._valori import in_parole
from casa_model.rules import tree as t
from casa_model.rules.params import IndiceScelta
from casa_model.rules.types import ChoiceType, DateType
from casa_model.rules.walk import walk
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.rules.params import Key, Parametro

_Read: TypeAlias = t.Fact | t.MemberFact | t.Param | t.Calendar | t.Definition

_IGNOTO: Final = Testo(it="non noto", en="not known")
_DI_OGNUNO: Final = Testo(it="per ogni componente", en="for each member")
_PER: Final = Testo(it="per", en="for")


def guardati(vista: Vista, trees: Iterable[t.Expr]) -> tuple[Guardato, ...]:
    """What the trees read, each thing once; definitions with what they read themselves."""
    top = _reads(trees)
    seen = set(top)
    return tuple(_one(vista, node, seen) for node in top)


def _reads(trees: Iterable[t.Expr]) -> list[_Read]:
    """The names that trees read, in order, each once; not through definitions."""
    nodes = (node for tree in trees for node in walk(tree))
    return list(dict.fromkeys(node for node in nodes if isinstance(node, _Read)))


def _one(vista: Vista, node: _Read, seen: set[_Read] | None) -> Guardato:
    """One thing that was read; what a definition reads stands under it unless it was `seen`."""
    match node:
        case t.Fact(name=name):
            return _fact(vista, name)
        case t.MemberFact(name=name):
            return _member_fact(vista, name)
        case t.Param():
            return _param(vista, node)
        case t.Calendar(name=name):
            day = vista.mostra(vista.env.giorni.get(name), DateType(), segreto=False)
            return Guardato(name, vista.dice(GIORNI[name]), day)
        case t.Definition():
            return _definition(vista, node, seen)
        case _:
            assert_never(node)


def _fact(vista: Vista, nome: str) -> Guardato:
    fatto = vista.fatti[nome]
    shown = vista.mostra(vista.env.fatti.get(nome), fatto.tipo, segreto=True, di=fatto)
    return Guardato(nome, vista.dice(fatto.etichetta), shown)


def _member_fact(vista: Vista, nome: str) -> Guardato:
    fatto = vista.fatti[nome]
    label = f"{vista.dice(fatto.etichetta)} ({vista.dice(_DI_OGNUNO)})"
    rows = vista.env.membri
    if rows is None or all(row.get(nome) is None for row in rows):
        return Guardato(nome, label, None)
    if not vista.valori:
        return Guardato(nome, label, NASCOSTO)
    each = (vista.mostra(row.get(nome), fatto.tipo, segreto=True, di=fatto) for row in rows)
    return Guardato(nome, label, "; ".join(one or vista.dice(_IGNOTO) for one in each))


def _definition(vista: Vista, node: t.Definition, seen: set[_Read] | None) -> Guardato:
    definizione = vista.definizioni[node.name]
    label = definizione.etichetta
    under: list[_Read] = []
    if seen is not None:
        under = [each for each in _reads([definizione.vale]) if each not in seen]
        seen.update(under)
    return Guardato(
        node.name,
        leggibile(node.name) if label is None else vista.dice(label),
        vista.mostra(value(node, vista.env), definizione.tipo, segreto=vista.segreta(node)),
        () if definizione.fonte is None else (vista.cita(definizione.fonte),),
        tuple(_one(vista, each, None) for each in under),
    )


def _param(vista: Vista, node: t.Param) -> Guardato:
    """A number of the law: the row of this household, or every row when that is not to be told."""
    parametro = vista.parametri[node.name]
    secret = any(vista.segreta(key) for key in node.keys)
    label = vista.dice(parametro.etichetta)
    found = value(node, vista.env) if vista.valori or not secret else None
    rows = [
        (riga.chiave, periodo)
        for riga in parametro.righe
        if (periodo := riga.storia.il(vista.on)) is not None
    ]
    if found is not None:
        keys = tuple(_key(value(key, vista.env)) for key in node.keys)
        rows = [(key, periodo) for key, periodo in rows if key == keys]
    if len(rows) == 1 and not node.keys:
        text = _law(vista, parametro, plain(rows[0][1].valore))
    else:
        per = vista.dice(_PER)
        text = "; ".join(
            f"{per} {_words(vista, parametro, key)} {_law(vista, parametro, plain(p.valore))}"
            for key, p in rows
        )
    sources = dict.fromkeys(vista.cita(periodo.fonte) for _, periodo in rows)
    return Guardato(node.name, label, text, tuple(sources))


def _law(vista: Vista, parametro: Parametro, valore: Plain) -> str:
    labels = vista.etichette(parametro.tipo)
    return in_parole(valore, parametro.tipo, vista.lang, labels)


def _key(found: Plain | None) -> Key:
    return found if isinstance(found, str) else int(found)  # type: ignore[arg-type] # whole number


def _words(vista: Vista, parametro: Parametro, chiave: tuple[Key, ...]) -> str:
    words = []
    for indice, key in zip(parametro.indice, chiave, strict=True):
        labels = (
            vista.etichette(ChoiceType(indice.valori)) if isinstance(indice, IndiceScelta) else {}
        )
        label = labels.get(str(key))
        words.append(str(key) if label is None else vista.dice(label))
    return ", ".join(words)
