"""The one namespace of a rule: what each name stands for, and which names nobody may take."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from casa_model.values._kebab import CODE as CODE  # noqa: PLC0414 - the names of rules are here


class Kind(StrEnum):
    """What a name stands for; the value is the Italian word of messages."""

    FATTO = "fatto"
    MEMBRO = "fatto dei membri"
    PARAMETRO = "parametro"
    DEFINIZIONE = "definizione"
    GIORNO = "giorno"

    @property
    def en(self) -> str:
        """The English word of messages."""
        return _ENGLISH[self]


_ENGLISH = {
    Kind.FATTO: "fact",
    Kind.MEMBRO: "member fact",
    Kind.PARAMETRO: "parameter",
    Kind.DEFINIZIONE: "definition",
    Kind.GIORNO: "day",
}

DATA_REQUISITI: Final = "data_requisiti"
"""The day on which requisites are held: a name that every rule may use."""

MEMBRI: Final = "membri"
"""The list of members: the first word of an aggregate, and what is missing when it is unknown."""

COMPONENTI: Final = "componenti"
"""The fact that says how many members there are, where a measure declares it."""

NOTICE_DAYS: Final = ("pubblicazione", "apertura", "chiusura")
"""The days of a notice that its rules may name."""

FUNCTIONS: Final = (
    "anni_tra", "arrotonda", "conta", "data", "max", "mesi_tra", "min", "piu_mesi", "qualcuno",
    "somma", "tutti",
)  # fmt: skip
"""The functions of the rule language."""

RESERVED: Final = frozenset({*FUNCTIONS, MEMBRI, DATA_REQUISITI, *NOTICE_DAYS, "vero", "falso"})
"""Names that no fact, parameter or definition may take."""

NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
"""A fact, a parameter or a definition."""
