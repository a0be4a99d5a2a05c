"""A sentence of a file: a question, and the answer that is expected."""

from __future__ import annotations

from attrs import field, frozen

from casa_model.errors import Place
from casa_model.rules.quesiti._dimostrazione import Risposta
from casa_model.rules.quesiti._quesito import Quesito, is_question
from casa_model.values import Norma, Testo
from casa_model.values._exact import exact


@frozen
class Proprieta:
    """A question with its code, its words, the article that it comes from and what is expected.

    `attesa` is None where any answer will do, and is only told. `frasi` are the phrases as they
    were written; `place` is where the file has it. Raises `IllTyped` for anything else.
    """

    codice: str = field(validator=exact(str))
    quesito: Quesito = field(validator=is_question)
    attesa: Risposta | None = field(default=Risposta.SI, validator=exact(Risposta, optional=True))
    testo: Testo | None = field(default=None, validator=exact(Testo, optional=True))
    norma: Norma | None = field(default=None, validator=exact(Norma, optional=True))
    frasi: tuple[str, ...] = field(default=(), validator=exact(tuple))
    place: Place | None = field(default=None, validator=exact(Place, optional=True))
