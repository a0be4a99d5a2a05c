"""Verdicts never show the values of facts."""

from __future__ import annotations

from datetime import date

from casa_model.rules.esito import Esito, EsitoDefinizione, EsitoVoce, Verdict
from casa_model.values import Euro

SECRET = Euro(123_456)


def test_a_verdict_is_masked() -> None:
    """In a `repr`, hence in a log or a traceback; what is not known is said."""
    verdict = Verdict(
        "m",
        date(2024, 1, 1),
        Esito.AMMESSO,
        (),
        importo=SECRET,
        voci=(EsitoVoce("v", SECRET, None),),
        definizioni=(EsitoDefinizione("d", SECRET), EsitoDefinizione("e", None)),
        chiavi=(("isee", SECRET),),
    )

    assert "1234" not in repr(verdict)
    assert "EsitoVoce(codice='v', spesa=<…>, importo=<not known>)" in repr(verdict)
    assert "chiavi=<…>" in repr(verdict)


def test_outcomes_in_words() -> None:
    """As files write them."""
    assert [esito.value for esito in Esito] == ["ammesso", "non-ammesso", "da-completare"]
