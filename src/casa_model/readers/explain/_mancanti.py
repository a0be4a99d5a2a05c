"""What is still needed: its label, the document that proves it, who or what can change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.explain._spiegazione import Mancante
from casa_model.readers.prose._nomi import etichetta_mancante
from casa_model.rules.facts import Cambia
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.readers.explain._vista import Vista

_CAMBIA: Final = {
    Cambia.PERSONA: Testo(it="può cambiarlo la persona", en="the person can change it"),
    Cambia.TEMPO: Testo(it="cambia con il tempo", en="it changes with time"),
    Cambia.NESSUNO: Testo(it="nessuno può cambiarlo", en="nobody can change it"),
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
