"""What columns and rules do not share: facts that no column has, columns that no rule reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.rules import tree as t
from casa_model.rules.leggi import facts_read
from casa_model.rules.names import COMPONENTI
from casa_model.rules.reach import in_force, names_among, reached
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.exchange import Lette
    from casa_model.rules.avviso import Avviso

_FROM: Final = {"eta": "data_nascita"}
"""A fact that another one gives."""

_NO_ROWS: Final = Testo(
    it="nessuna domanda nel file delle domande", en="no application in the file of applications"
)
_UNREAD: Final = Testo(
    it="colonne che la legge di questo avviso non legge: {nomi}; qui non contano",
    en="columns that the law of this notice does not read: {nomi}; they do not count here",
)
_ABSENT: Final = Testo(
    it="colonne assenti: {nomi}, quindi non note per tutti",
    en="absent columns: {nomi}, so not known for all",
)


def assenti(lette: Lette, *avvisi: Avviso) -> tuple[str, ...]:
    """The names that no file has, in the order of the measures."""
    return tuple(dict.fromkeys(nome for avviso in avvisi for nome in _of_one(lette, avviso)))


def non_letti(lette: Lette, *avvisi: Avviso) -> tuple[str, ...]:
    """The facts that a file has and the law of no notice reads, though that of another day does."""
    read = frozenset[str]().union(*map(_in_force, avvisi))
    once = dict.fromkeys(fatto.nome for avviso in avvisi for fatto in facts_read(avviso.misura))
    return tuple(nome for nome in once if nome in lette.colonne and nome not in read)


def _in_force(avviso: Avviso) -> frozenset[str]:
    """The facts that the law of a notice reads."""
    misura = avviso.misura
    nodes = reached(misura, in_force(misura, avviso.calendario.giorno_norma))
    return names_among(nodes, t.Fact) | names_among(nodes, t.MemberFact)


def _of_one(lette: Lette, avviso: Avviso) -> tuple[str, ...]:
    has = lette.colonne
    members = any(fatto.membro and fatto.nome in has for fatto in avviso.misura.fatti)
    read = _in_force(avviso)
    wanted = [fatto.nome for fatto in facts_read(avviso.misura) if fatto.nome in read]
    if avviso.ha_termini:
        wanted.append("data_domanda")
    return tuple(
        nome
        for nome in dict.fromkeys(wanted)
        if nome not in has and _FROM.get(nome) not in has and not (members and nome == COMPONENTI)
    )


def consiglio(lette: Lette, *avvisi: Avviso, lang: Lang) -> str | None:
    """The advice about what the files lack, and what counts for nothing; None where there is none.

    A line for each of the two.
    """
    if not lette.righe:
        return _NO_ROWS.render(lang)
    found = ((_ABSENT, assenti(lette, *avvisi)), (_UNREAD, non_letti(lette, *avvisi)))
    lines = [
        testo.render(lang).format(nomi=", ".join(f"`{nome}`" for nome in names))
        for testo, names in found
        if names
    ]
    return "\n".join(lines) or None
