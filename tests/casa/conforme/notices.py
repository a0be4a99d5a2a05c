"""Notices over the shipped measure of economic difficulty, one fault each: none of them is real."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa import edizione, leggi_avviso
from casa_model.casa.conforme import Conformita, conforme

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

SOURCE = 'fonte = "inventato"\ngrado = "derivata"\n'
HEAD = f"""formato = 1
[avviso]
codice = "inventato"
titolo = {{ it = "Avviso inventato", en = "Invented notice" }}
ente = "Comune Inventato"
misura = "crs-difficolta"
{SOURCE}pubblicazione = 2024-09-02
chiusura = 2024-09-30
"""


def law() -> Misura:
    """The act."""
    return edizione().misure["crs-difficolta"]


def notice(more: str = "", head: str = HEAD, *, misure: dict[str, Misura] | None = None) -> Avviso:
    """A notice of some differences."""
    return leggi_avviso(head + more, misure=misure).valore


def requirement(codice: str, condition: str, more: str = "") -> str:
    """A requirement in the place of that of the act."""
    return (
        f'[[requisiti]]\nsostituisce = "{codice}"\ncodice = "{codice}"\n{SOURCE}'
        f'testo = {{ it = "scritto nell\'avviso", en = "written in the notice" }}\n'
        f"condizione = '''{condition}'''\n{more}"
    )


def parameter(nome: str, value: str) -> str:
    """A number in the place of that of the act."""
    return f"[parametri.{nome}]\nvalore = {value}\n{SOURCE}"


def removed(codice: str) -> str:
    """A requirement that the notice does not ask."""
    return f'[[togli]]\nrequisito = "{codice}"\nmotivo = {{ it = "così", en = "so" }}\n{SOURCE}'


MOVED = HEAD + (
    'data_requisiti = "chiusura"\ndata_requisiti_fonte = '
    '{ fonte = "inventato", grado = "derivata" }\n'
)

SINGLE = (
    "[definizioni.soglia_nucleo]\nsostituisce = 'soglia_nucleo'\n"
    f"vale = 'patrimonio_singolo'\n{SOURCE}"
)


def found(more: str, head: str = HEAD) -> Conformita:
    """What is found of a notice."""
    return conforme(notice(more, head), law())


def codes(conformita: Conformita) -> list[str]:
    """The codes of all findings."""
    return [rilievo.codice for rilievo in conformita.rilievi]


def shown(conformita: Conformita, codice: str) -> dict[str, Value]:
    """The facts of the household that shows a finding."""
    (rilievo,) = [each for each in conformita.rilievi if each.codice == codice]
    assert rilievo.esempio is not None
    return dict(rilievo.esempio.fatti.valori)
