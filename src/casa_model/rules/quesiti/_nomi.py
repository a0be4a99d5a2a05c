"""Whether what a question names is there: requirements, definitions with rows, facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from casa_model.errors import Fault, UnknownName, near
from casa_model.rules import tree as t
from casa_model.rules.quesiti import _quesito as q
from casa_model.rules.quesiti._vocabolario import REQUISITO
from casa_model.rules.reach import names_among, reached
from casa_model.rules.types import DateType, NumberType

if TYPE_CHECKING:
    from collections.abc import Collection

    from casa_model.rules.misura import Definizione, Misura
    from casa_model.rules.quesiti._quesito import Quesito
    from casa_model.rules.quesiti._vocabolario import Vocabolario


def check_names(quesito: Quesito) -> None:
    """Raise `UnknownName` for a requirement, a row, a definition or a fact that is not there."""
    misura = quesito.contesto.misure[0]
    match quesito:
        case q.Superfluo(requisito=codice):
            _known(codice, [r.codice for r in misura.requisiti], ("un requisito", "a requirement"))
            read = [r.codice for r in misura.requisiti if not r.non_visto]
            words = ("un requisito di cui si è letto l'atto", "a requirement whose act was read")
            _known(codice, read, words)
        case q.RigaVuota(definizione=nome, riga=riga):
            most = len(rows_of(misura, nome))
            if not 1 <= riga <= most:
                raise UnknownName(
                    it=f"`{nome}` ha righe da 1 a {most}; chiedine una",
                    en=f"`{nome}` has rows from 1 to {most}; ask one of them",
                )
        case q.Scoperto(definizione=nome) | q.Unica(definizione=nome):
            rows_of(misura, nome)
        case q.Monotona(fatto=nome):
            household = (each for each in misura.fatti if not each.membro)
            known = [f.nome for f in household if isinstance(f.tipo, NumberType | DateType)]
            _known(nome, known, ("un numero o una data del nucleo", "a number or day of it"))
        case q.Inutile(fatto=nome):
            _known(nome, [f.nome for f in misura.fatti], ("un fatto", "a fact"))
        case q.Mai() | q.GiornoVuoto() | q.Sempre() | q.Implica() | q.Equivale() | q.Sovrappone():
            pass
        case q.StessaRisposta() | q.SovrapponeMisure():
            pass
        case _:
            assert_never(quesito)


def absent(quesito: Quesito) -> str | None:
    """The requirement, definition or fact that a question names and its measure has not.

    None where `check_names` refuses what is there and is another thing: a fact that is no number.
    """
    misura = quesito.contesto.misure[0]
    match quesito:
        case q.Superfluo(requisito=nome):
            known = [each.codice for each in misura.requisiti]
        case (
            q.RigaVuota(definizione=nome) | q.Scoperto(definizione=nome) | q.Unica(definizione=nome)
        ):
            known = [each.nome for each in misura.definizioni]
        case q.Monotona(fatto=nome) | q.Inutile(fatto=nome):
            known = [each.nome for each in misura.fatti]
        case _:
            return None
    return None if nome in known else nome


def senza_requisito(fault: Fault, vocabolario: Vocabolario) -> Fault:
    """An unknown name of a phrase; of a requirement's answer, that there is no such requirement.

    The beginning that all such names share says nothing of which was meant.
    """
    nome = fault.data["nome"]
    if not nome.startswith(REQUISITO):
        return fault
    known = [each.removeprefix(REQUISITO) for names in vocabolario.risposte
             for each in names.values() if each.startswith(REQUISITO)]  # fmt: skip
    close = near(nome.removeprefix(REQUISITO), known)
    words = {
        "motivo": f"la misura non ha il requisito di `{nome}`",
        "motivo_en": f"the measure has not the requirement of `{nome}`",
    }
    return Fault(
        "valore-rifiutato", fault.place, words, None if close is None else REQUISITO + close
    )


def rows_of(misura: Misura, nome: str) -> tuple[t.Expr, ...]:
    """The conditions of the rows of a definition. Raises `UnknownName`."""
    tables = {each.nome: rows for each in misura.definizioni if (rows := righe(each))}
    _known(nome, tables, ("una definizione con righe", "a definition with rows"))
    return tables[nome]


def righe(definizione: Definizione) -> tuple[t.Expr, ...]:
    """The conditions of the rows of a definition; none of one that is no table."""
    vale = definizione.vale
    return tuple(row.when for row in vale.rows) if isinstance(vale, t.Table) else ()


def tabelle_lette(misura: Misura) -> tuple[Definizione, ...]:
    """The definitions with rows that a measure reads on some day, in the order it has them."""
    read = names_among(reached(misura, misura.requisiti), t.Definition)
    return tuple(each for each in misura.definizioni if each.nome in read and righe(each))


def fatti_letti(misura: Misura) -> tuple[str, ...]:
    """The facts that a measure reads on some day, in the order in which it declares them."""
    nodes = reached(misura, misura.requisiti)
    read = names_among(nodes, t.Fact) | names_among(nodes, t.MemberFact)
    return tuple(fatto.nome for fatto in misura.fatti if fatto.nome in read)


def _known(nome: str, known: Collection[str], words: tuple[str, str]) -> None:
    if nome in known:
        return
    close = near(nome, known)
    it, en = ("", "") if close is None else (f"; forse `{close}`?", f"; perhaps `{close}`?")
    raise UnknownName(
        it=f"`{nome}` non è {words[0]} della misura{it}",
        en=f"`{nome}` is not {words[1]} of the measure{en}",
    )
