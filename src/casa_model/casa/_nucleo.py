"""An invented household in words: what is known of it, fact by fact, and what a rule says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.meaning import plain
from casa_model.readers.prose._valori import in_parole
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules.esito import CASI, Esito
from casa_model.rules.reach import reached
from casa_model.rules.tree import Label
from casa_model.rules.types import CodeType
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casa_model.errors import Lang
    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Fatti, Value
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Confini

_NOTHING: Final = Testo(it="di questo nucleo non è noto nulla", en="nothing is known of it")
_REST: Final = Testo(it="il resto non è noto", en="the rest is not known")
_MEMBER: Final = Testo(it="componente {n}: {a}", en="member {n}: {a}")
_UNKNOWN: Final = Testo(it="di cui non è noto nulla", en="of whom nothing is known")
_UNMET: Final = Testo(it="requisito non soddisfatto: {a}", en="requirement not met: {a}")
_SEVERAL: Final = Testo(it="requisiti non soddisfatti: {a}", en="requirements not met: {a}")
CODICE_QUALSIASI: Final = Testo(it="uno qualsiasi, qui {a}", en="any, here {a}")
_BOUNDS: Final = Testo(
    it="Vale per tutti i nuclei con fatti entro i valori dichiarati{membri}, e date dal 1901 al "
    "2099.",
    en="It holds for all households with facts within declared values{membri}, and days from 1901 "
    "to 2099.",
)
_MEMBERS: Final = Testo(it=", fino a {n} componenti", en=", of up to {n} members")


def nucleo(misure: Iterable[Misura], fatti: Fatti, lang: Lang) -> tuple[str, ...]:
    """What is known of a household, one fact a line, by the labels of the first that has it."""
    books = [Vocabolario(misura, lang, None) for misura in misure]
    lines = [_said(books, *item) for item in fatti.valori.items()]
    for number, row in enumerate(fatti.membri or (), start=1):
        lines.append(_MEMBER.render(lang).format(n=number, a=_row(books, row, lang)))
    if not lines:
        return (_NOTHING.render(lang),)
    return (*lines, _REST.render(lang))


def _row(books: list[Vocabolario], row: Mapping[str, Value], lang: Lang) -> str:
    return "; ".join(_said(books, *item) for item in row.items()) or _UNKNOWN.render(lang)


def _said(books: list[Vocabolario], nome: str, value: Value) -> str:
    v = next(book for book in books if nome in book.fatti)
    fatto = v.fatti[nome]
    shown = in_parole(plain(value), fatto.tipo, v.lang, dict(fatto.valori))
    if isinstance(fatto.tipo, CodeType) and value not in _named(v.misura):
        shown = CODICE_QUALSIASI.render(v.lang).format(a=shown)
    return f"{v.dice(fatto.etichetta)}: {shown}"


def _named(misura: Misura) -> set[str]:
    """The codes that the rules name: any other would do as well."""
    nodes = reached(misura, misura.requisiti)
    return {node.value for node in nodes if isinstance(node, Label)}


def risposta(verdict: Verdict, lang: Lang) -> str:
    """What a rule says of it: the outcome, why not, how much."""
    said = CASI[verdict.esito].render(lang)
    if verdict.esito is Esito.NON_AMMESSO:
        why = [f.testo.render(lang) for f in verdict.findings if f.esito is False]
        unmet = (_UNMET if len(why) == 1 else _SEVERAL).render(lang)
        return f"{said} ({unmet.format(a='; '.join(why))})"
    if verdict.importo is not None:
        return f"{said}, {verdict.importo.render(lang)}"
    return said


def entro(confini: Confini, lang: Lang) -> str:
    """Within which bounds an answer holds."""
    most = confini.membri
    members = "" if most is None else _MEMBERS.render(lang).format(n=most)
    return _BOUNDS.render(lang).format(membri=members)
