"""The label of a fact, denied."""

from __future__ import annotations

import pytest

from casa_model.rules.leggi._nega import nega
from casa_model.values import Testo


@pytest.mark.parametrize(
    ("it", "en", "denied"),
    [
        (
            "È assegnatario dell'alloggio",
            "Holds the dwelling",
            Testo(it="non è assegnatario dell'alloggio", en="does not hold the dwelling"),
        ),
        ("riceve aiuti", "is helped", Testo(it="non riceve aiuti", en="is not helped")),
        (
            "Sostegno L.1",
            "L.1 support",
            Testo(it="«Sostegno L.1»: no", en="“L.1 support”: no"),
        ),
    ],
)
def test_a_label_is_denied_by_its_verb(it: str, en: str, denied: Testo) -> None:
    """Without a verb it is quoted, and answered no."""
    assert nega(Testo(it=it, en=en)) == denied
