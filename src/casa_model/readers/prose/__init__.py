"""The rule itself in sentences, beside its article: the rule book of a measure or of a notice.

`prose` gives a `Libro`, made of sections and of four kinds of block, which writes itself as plain
text, Markdown or HTML. Explanations use the same words.
"""

from casa_model.readers.prose._frase import Detto, Frase, Gruppo
from casa_model.readers.prose._libro import (
    Blocco,
    Condizione,
    Elenco,
    Libro,
    Paragrafo,
    Scheda,
    Sezione,
    Tabella,
)
from casa_model.readers.prose._prose import prose

__all__ = [
    "Blocco",
    "Condizione",
    "Detto",
    "Elenco",
    "Frase",
    "Gruppo",
    "Libro",
    "Paragrafo",
    "Scheda",
    "Sezione",
    "Tabella",
    "prose",
]
