"""The answer to a question: yes, no, or not known; the households that show it; its bounds."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import field, frozen
from attrs.validators import optional

from casa_model.rules.esito import Verdict
from casa_model.rules.facts import Fatti
from casa_model.rules.quesiti._giorni import SenzaValore
from casa_model.rules.quesiti._quesito import Quesito, is_question
from casa_model.rules.tree import Expr, is_node
from casa_model.values import Vigenza
from casa_model.values._exact import exact


class Risposta(StrEnum):
    """What was proven: yes is never said of what was not."""

    SI = "si"
    NO = "no"
    NON_SO = "non-so"


class Perche(StrEnum):
    """Why nobody knows.

    No time left; a product of facts; a fact that the list of members gives; a fact that two
    measures declare with other values: only households that both take were looked at.
    """

    TEMPO = "tempo"
    PRODOTTO = "prodotto"
    LEGATO = "legato"
    DICHIARATO = "dichiarato"


@frozen
class Esempio:
    """An invented household that `evaluate` has been asked about, and what it said.

    `fatti` are all its facts, `on` the day of the question, of a notice that of its law; `verdetti`
    follow the measures.
    """

    fatti: Fatti = field(validator=exact(Fatti))
    on: date = field(validator=exact(date))
    verdetti: tuple[Verdict, ...] = field(validator=exact(tuple))


@frozen
class Confini:
    """For which households an answer holds.

    `membri` is the most members, None when nothing looks at them; `giorni` the days of the question
    that were asked, each a period of one law. Facts stay within their declared ranges, days within
    1901-2099. `non_letti` are the requirements that nobody has read, by their codes: a measure that
    has one admits nobody. `senza_valore` are the days left out, for a number that the phrases name
    has no value on them.
    """

    membri: int | None = field(validator=exact(int, optional=True))
    giorni: tuple[date | Vigenza, ...] = field(validator=exact(tuple))
    non_letti: tuple[str, ...] = field(default=(), validator=exact(tuple))
    senza_valore: tuple[SenzaValore, ...] = field(default=(), validator=exact(tuple))


@frozen
class Dimostrazione:
    """The answer to a question.

    `esempi` are the households that show it: against the claim, or of what was asked for. Two for
    `Monotona`, the one with less of the fact first; none where nobody is such. `righe` are the rows
    that hold together for that of `Unica`, counted from 1. `perche` says why the answer is not
    known.

    A yes is `a_vuoto` where it would be one whatever else was asked: the premise of `Implica` is
    proven true of nobody; the measures of `Monotona` and `StessaRisposta` admit nobody, even if
    what nobody has read is left out; of `Mai` a part alone, which is `vuota`, is true of nobody, of
    `Sempre` one alone is false of nobody; or of nobody is it known whether the phrase is true. A no
    to `Inutile` is `mai_chiesto` where nobody is asked for the fact at all, on the days asked.

    `senza_non_letti` says that what nobody has read was left out, also of what is
    said of the households: without that nobody would be admitted, and there would be no amounts to
    compare.
    """

    quesito: Quesito = field(validator=is_question)
    risposta: Risposta = field(validator=exact(Risposta))
    confini: Confini = field(validator=exact(Confini))
    esempi: tuple[Esempio, ...] = field(default=(), validator=exact(tuple))
    perche: Perche | None = field(default=None, validator=exact(Perche, optional=True))
    a_vuoto: bool = field(default=False, validator=exact(bool), kw_only=True)
    vuota: Expr | None = field(default=None, validator=optional(is_node), kw_only=True)
    senza_non_letti: bool = field(default=False, validator=exact(bool), kw_only=True)
    righe: tuple[int, ...] = field(default=(), validator=exact(tuple), kw_only=True)
    mai_chiesto: bool = field(default=False, validator=exact(bool), kw_only=True)
