"""What the names of a measure are called, and the values of its law on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.errors import Lang
from casa_model.readers.meaning import plain
from casa_model.readers.prose._citazione import Citazione, citazione
from casa_model.readers.prose._etichette import concordi, del_tipo
from casa_model.readers.prose._nomi import GIORNI, leggibile
from casa_model.readers.prose._parole import tra_virgolette
from casa_model.readers.prose._valori import Preposizione, con, giorno, in_parole
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Definizione, Misura, Voce
from casa_model.rules.params import IndiceScelta, Parametro
from casa_model.rules.types import ChoiceType, Type
from casa_model.values import Atto

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.meaning import Plain
    from casa_model.rules.params import Indice, Key, ParamValue
    from casa_model.values import Fonte, Testo


@frozen
class Vocabolario:
    """A measure in one language; `on` is the day whose law is told, None to tell no day's."""

    misura: Misura
    lang: Lang
    on: date | None
    fatti: Mapping[str, Fatto] = field(init=False)
    parametri: Mapping[str, Parametro] = field(init=False)
    definizioni: Mapping[str, Definizione] = field(init=False)
    atti: Mapping[str, Atto] = field(init=False)

    @fatti.default
    def _fatti(self) -> Mapping[str, Fatto]:
        return {fatto.nome: fatto for fatto in self.misura.fatti}

    @parametri.default
    def _parametri(self) -> Mapping[str, Parametro]:
        return {parametro.nome: parametro for parametro in self.misura.parametri}

    @definizioni.default
    def _definizioni(self) -> Mapping[str, Definizione]:
        return {each.nome: each for each in self.misura.definizioni}

    @atti.default
    def _atti(self) -> Mapping[str, Atto]:
        return {atto.codice: atto for atto in self.misura.atti}

    def dice(self, testo: Testo) -> str:
        """A text in the language of the book."""
        return testo.render(self.lang)

    def cita(self, fonte: Fonte) -> Citazione:
        """A source with its grade."""
        return citazione(fonte, self.atti, self.lang)

    def nome(self, words: str) -> str:
        """A label between quotation marks."""
        return tra_virgolette(words, self.lang)

    def del_fatto(self, nome: str) -> str:
        """A fact by its label."""
        fatto = self.fatti.get(nome)
        return self.nome(leggibile(nome) if fatto is None else self.dice(fatto.etichetta))

    def della_definizione(self, nome: str) -> str:
        """A definition as a name."""
        found = self.definizioni.get(nome)
        return self.nome(leggibile(nome) if found is None else self.etichetta(found))

    def etichetta(self, definizione: Definizione) -> str:
        """The label of a definition, or its name in words."""
        label = definizione.etichetta
        return leggibile(definizione.nome) if label is None else self.dice(label)

    def della_voce(self, voce: Voce) -> str:
        """The label of an item of the amount, or its code in words."""
        return leggibile(voce.codice) if voce.etichetta is None else self.dice(voce.etichetta)

    def del_giorno(self, nome: str) -> str:
        """A day of the calendar of the rule."""
        return self.nome(self.dice(GIORNI[nome]) if nome in GIORNI else leggibile(nome))

    def del_parametro(self, nome: str) -> str:
        """A number of the law by its label."""
        found = self.parametri.get(nome)
        return self.nome(leggibile(nome) if found is None else self.dice(found.etichetta))

    def valore_in_vigore(self, nome: str) -> str | None:
        """The value in force of a parameter without an index; None when no day was chosen."""
        parametro = self.parametri.get(nome)
        if parametro is None or parametro.indice or self.on is None:
            return None
        periodo = parametro.il(self.on)
        return None if periodo is None else self.valore(periodo.valore, parametro.tipo)

    def valore(self, valore: ParamValue, tipo: Type) -> str:
        """A value of the law in words."""
        return self.in_parole(plain(valore), tipo)

    def in_parole(self, valore: Plain, tipo: Type) -> str:
        """A value of a type in words; that of a choice by its label."""
        return in_parole(valore, tipo, self.lang, self.etichette(tipo))

    def scelta(self, codice: str, etichette: Mapping[str, Testo]) -> str:
        """A value of a choice by its label, or by its code where it has none."""
        return self.nome(self.dice(etichette[codice]) if codice in etichette else codice)

    def etichette(self, tipo: Type) -> Mapping[str, Testo]:
        """The labels of the values of a choice: those of the facts that have them all."""
        return del_tipo(tipo, self.misura.fatti)

    def etichette_di(self, *nodes: t.Expr) -> Mapping[str, Testo]:
        """The labels of the values that some expressions give: of the facts that they hand on.

        Where there are none, those of the type of a number of the law or of a computed value.
        """
        facts = [fatto for node in nodes for fatto in self._passati(node)]
        if facts:
            return concordi(facts)
        found = (self.etichette(tipo) for node in nodes for tipo in self._tipi(node))
        return next(filter(None, found), {})

    def _passati(self, node: t.Expr) -> Iterator[Fatto]:
        """The facts whose value an expression may give as it is."""
        match node:
            case t.Fact(name=name) | t.MemberFact(name=name) if name in self.fatti:
                yield self.fatti[name]
            case t.Definition(name=name) if name in self.definizioni:
                yield from self._passati(self.definizioni[name].vale)
            case t.If() | t.Table():
                for each in arms(node):
                    yield from self._passati(each)
            case _:
                pass

    def _tipi(self, node: t.Expr) -> Iterator[Type]:
        """The declared types of what an expression may give."""
        match node:
            case t.Param(name=name) if name in self.parametri:
                yield self.parametri[name].tipo
            case t.Definition(name=name) if name in self.definizioni:
                yield self.definizioni[name].tipo
            case t.If() | t.Table():
                for each in arms(node):
                    yield from self._tipi(each)
            case _:
                pass

    def etichette_indice(self, indice: Indice) -> Mapping[str, Testo]:
        """The labels of the keys of an index."""
        return self.etichette(ChoiceType(indice.valori)) if isinstance(indice, IndiceScelta) else {}

    def chiave(self, parametro: Parametro, chiave: Iterable[Key]) -> str:
        """The key of an entry of an indexed parameter, in words."""
        words = []
        for indice, key in zip(parametro.indice, chiave, strict=True):
            label = self.etichette_indice(indice).get(str(key))
            words.append(str(key) if label is None else self.dice(label))
        return ", ".join(words)

    def data(self, day: date) -> str:
        """A day as it is read aloud."""
        return giorno(day, self.lang)

    def con(self, preposizione: Preposizione, day: date) -> str:
        """A day after a preposition: `dal 7 ottobre`, `dall'8 ottobre`."""
        return con(preposizione, day, self.lang)


def arms(node: t.If | t.Table) -> tuple[t.Expr, ...]:
    """The values of which an expression gives one."""
    if isinstance(node, t.If):
        return node.then, node.other
    return (*(row.value for row in node.rows), node.otherwise)
