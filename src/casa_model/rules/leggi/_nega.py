"""The label of a fact, denied: what a household must not be is said as it has to hold."""

from __future__ import annotations

from typing import Final

from casa_model.values import Testo

_IT: Final = ("riceve", "percepisce", "ha", "è", "gode", "beneficia")
"""The verbs before which Italian puts its `non`."""

_EN: Final = {
    "receives": "does not receive",
    "gets": "does not get",
    "holds": "does not hold",
    "has": "does not have",
    "is": "is not",
}


def nega(etichetta: Testo) -> Testo:
    """The contrary of a label, in both languages.

    A label that begins with no verb known here is quoted, and answered no, as rule books do.
    """
    verb, _, rest = _small(etichetta.it).partition(" ")
    it = f"non {verb} {rest}" if verb in _IT else f"«{etichetta.it}»: no"
    verb, _, rest = _small(etichetta.en).partition(" ")
    en = f"{_EN[verb]} {rest}" if verb in _EN else f"“{etichetta.en}”: no"
    return Testo(it=it, en=en)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
