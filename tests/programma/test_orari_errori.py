"""The codes of wrong opening hours."""

from __future__ import annotations

import pickle

from casa_model.errors import CATALOGUE, InvalidHours, InvalidValue


def test_an_error_of_hours_is_an_invalid_value_with_a_code() -> None:
    """Code and words are there for a reader of files; the sentence is the one of the table."""
    error = InvalidHours(codice="regola-freq", valore="YEARLY")

    assert isinstance(error, InvalidValue)
    assert (error.codice, error.data) == ("regola-freq", {"valore": "YEARLY"})
    assert str(error) == "`YEARLY` is no frequency; write `DAILY`, `WEEKLY` or `MONTHLY`"
    assert error.testo("it") == (
        "`YEARLY` non è una frequenza; scrivi `DAILY`, `WEEKLY` o `MONTHLY`"
    )


def test_an_error_of_hours_survives_a_process_pool() -> None:
    """With its code and words."""
    error = InvalidHours(codice="regola-count")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert (back.codice, back.data, str(back)) == (error.codice, error.data, str(error))


def test_the_codes_can_stand_in_the_catalogue() -> None:
    """No code means something else there; every sentence begins small and ends without a stop."""
    for codice, entry in InvalidHours.CODICI.items():
        assert CATALOGUE.get(codice, entry) == entry
        for sentence in (entry.it, entry.en):
            assert not sentence.endswith(".")
            assert sentence[0] in "`{" or sentence[0].islower()
            assert ";" in sentence
