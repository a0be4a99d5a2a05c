"""What is still needed: its label, the document that proves it, who or what can change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.explain._spiegazione import Mancante
from casa_model.readers.prose._nomi import GIORNI, leggibile
from casa_model.rules.facts import Cambia
from casa_model.rules.names import MEMBRI
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.errors import Lang
    from casa_model.readers.explain._vista import Vista
    from casa_model.rules.misura import Misura

_CAMBIA: Final = {
    Cambia.PERSONA: Testo(it="può cambiarlo la persona", en="the person can change it"),
    Cambia.TEMPO: Testo(it="cambia con il tempo", en="it changes with time"),
    Cambia.NESSUNO: Testo(it="nessuno può cambiarlo", en="nobody can change it"),
}

# What a verdict may miss without being a fact of the measure: the list of members, a day.
_SENZA_FATTO: Final = GIORNI | {
    MEMBRI: Testo(
        it="elenco dei componenti del nucleo", en="the list of the members of the household"
    ),
    "data_domanda": Testo(
        it="giorno della domanda, con l'ora se l'avviso ne fissa una",
        en="day of the application, with the hour if the notice sets one",
    ),
}


def mancanti(vista: Vista, nomi: Iterable[str]) -> tuple[Mancante, ...]:
    """The missing facts of these names, in their order."""
    return tuple(_one(vista, nome) for nome in nomi)


def _one(vista: Vista, nome: str) -> Mancante:
    fatto = vista.fatti.get(nome)
    label = etichetta_mancante(vista.misura, nome, vista.lang)
    if fatto is None:
        return Mancante(nome, label)
    return Mancante(
        nome,
        label,
        None if fatto.prova is None else vista.dice(fatto.prova),
        vista.dice(_CAMBIA[fatto.cambia]),
    )


def etichetta_mancante(misura: Misura, nome: str, lang: Lang) -> str:
    """The label of a missing fact of a verdict, also of those that no measure declares."""
    for fatto in misura.fatti:
        if fatto.nome == nome:
            return fatto.etichetta.render(lang)
    label = _SENZA_FATTO.get(nome)
    return leggibile(nome) if label is None else label.render(lang)
