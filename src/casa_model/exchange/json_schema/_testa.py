"""How a schema begins: its dialect, its name, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import field, frozen

from casa_model.rules.avviso import Avviso
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

Schema: TypeAlias = dict[str, Any]
"""A schema: what JSON has, numbers as `int` or `Decimal` and never as `float`."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_OF_NOTICE: Final = Testo(
    it="per l'avviso {titolo} ({ente})", en="for the notice {titolo} ({ente})"
)
_OF_MEASURE: Final = Testo(it="per la misura {titolo}", en="for the measure {titolo}")


def testa(avviso_o_misura: Avviso | Misura, che_cosa: str, titolo: Testo, nota: Testo) -> Schema:
    """The first keywords of the schema of `che_cosa`; its name is a URN, as it stands nowhere."""
    if isinstance(avviso_o_misura, Avviso):
        genere, whose, ente = "avviso", _OF_NOTICE, avviso_o_misura.ente
    else:
        genere, whose, ente = "misura", _OF_MEASURE, ""
    named = avviso_o_misura.titolo
    it = f"{titolo.it} {whose.it.format(titolo=named.it, ente=ente)}"
    en = f"{titolo.en} {whose.en.format(titolo=named.en, ente=ente)}"
    return {
        "$schema": _DIALECT,
        "$id": f"urn:casa-model:{che_cosa}:{genere}:{avviso_o_misura.codice}",
        "title": f"{it} — {en}",
        "description": f"{nota.it} — {nota.en}",
    }


@frozen
class Definizioni:
    """The long parts of a schema, kept at its end so that its properties can be read."""

    tenute: dict[str, Schema] = field(factory=dict)

    def tieni(self, nome: str, schema: Schema) -> Schema:
        """Keep a schema under a name; return the reference that stands in its place."""
        self.tenute[nome] = schema
        return {"$ref": f"#/$defs/{nome}"}
