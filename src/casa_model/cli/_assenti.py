"""Facts that the rules read and no column has: they are not known for anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.rules.leggi import facts_read
from casa_model.rules.names import COMPONENTI
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
_ABSENT: Final = Testo(
    it="colonne assenti: {nomi}, quindi non note per tutti",
    en="absent columns: {nomi}, so not known for all",
)


def assenti(lette: Lette, *avvisi: Avviso) -> tuple[str, ...]:
    """The names that no file has, in the order of the measures."""
    return tuple(dict.fromkeys(nome for avviso in avvisi for nome in _of_one(lette, avviso)))


def _of_one(lette: Lette, avviso: Avviso) -> tuple[str, ...]:
    has = lette.colonne
    members = any(fatto.membro and fatto.nome in has for fatto in avviso.misura.fatti)
    wanted = [fatto.nome for fatto in facts_read(avviso.misura)]
    if avviso.ha_termini:
        wanted.append("data_domanda")
    return tuple(
        nome
        for nome in dict.fromkeys(wanted)
        if nome not in has and _FROM.get(nome) not in has and not (members and nome == COMPONENTI)
    )


def consiglio(lette: Lette, *avvisi: Avviso, lang: Lang) -> str | None:
    """The line of advice about what the files lack; None when they lack nothing."""
    if not lette.righe:
        return _NO_ROWS.render(lang)
    names = ", ".join(f"`{nome}`" for nome in assenti(lette, *avvisi))
    return _ABSENT.render(lang).format(nomi=names) if names else None
