"""One root for every error, each in two languages and a child of the expected builtin."""

from __future__ import annotations

import pickle

import pytest

from casa_model import errors
from casa_model.errors import (
    CasaError,
    Fault,
    IllTyped,
    InvalidExpression,
    InvalidFacts,
    InvalidFile,
    InvalidHours,
    InvalidValue,
    Place,
    RefusedEntry,
    TiedRanking,
    UnknownName,
    WrongDay,
)

FAULTS = (
    Fault("testo-vuoto", Place("misura.toml", 3, 9)),
    Fault("formato-ignoto", Place("misura.toml", 1, 1)),
)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (InvalidValue, ValueError),
        (InvalidHours, ValueError),
        (IllTyped, TypeError),
        (UnknownName, LookupError),
        (InvalidFacts, ValueError),
        (WrongDay, ValueError),
        (TiedRanking, ValueError),
        (RefusedEntry, ValueError),
        (InvalidExpression, ValueError),
        (InvalidFile, ValueError),
    ],
)
def test_each_error_is_the_builtin_that_a_caller_expects(
    error: type[CasaError], builtin: type[Exception]
) -> None:
    """An error is caught by its builtin, and by the root."""
    assert issubclass(error, builtin)
    assert issubclass(error, CasaError)


def test_the_message_is_english_and_the_text_is_both() -> None:
    """`str` is English; `testo` gives the language asked for."""
    error = InvalidValue(it="non si legge", en="cannot be read")

    assert str(error) == error.testo("en") == "cannot be read"
    assert error.testo("it") == "non si legge"


def test_an_unreadable_rule_tells_every_character() -> None:
    """The faults of an expression are told by the character where they stand."""
    error = InvalidExpression(FAULTS)

    assert error.faults == FAULTS
    assert str(error) == (
        "character 9: the text is empty; write it in Italian and in English; "
        "character 1: `formato` must be 1; write `formato = 1` at the head of the file"
    )
    assert error.testo("it").startswith("carattere 9: il testo è vuoto")


def test_an_unacceptable_file_tells_every_fault_on_its_line() -> None:
    """One line for each fault, with its place and its code."""
    error = InvalidFile(list(FAULTS))

    assert error.faults == FAULTS
    assert str(error).splitlines() == [f.riga("en") for f in FAULTS]
    assert error.testo("it").splitlines() == [f.riga("it") for f in FAULTS]


def test_every_public_name_says_when_it_is_raised_or_what_it_is() -> None:
    """Each exception's docstring says when it is raised; all names are there."""
    public = [getattr(errors, name) for name in errors.__all__]
    raised = [e for e in public if isinstance(e, type) and issubclass(e, CasaError)]

    assert [(e.__doc__ or "").split()[0] for e in raised if e is not CasaError] == ["Raised"] * 12


def test_errors_survive_a_process_pool() -> None:
    """An error that went through pickle tells the same, faults included."""
    faults = [Fault("toml-sintassi", Place("a.toml", 1, 2))]
    refused = RefusedEntry(codice="rettifica-nulla", movimento="l1", data={"codice": "l1"})
    for error in (
        InvalidValue(it="sì", en="yes"),
        InvalidFile(faults),
        InvalidExpression(faults),
        refused,
    ):
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

        assert (type(error), str(error), error.testo("it")) == (
            type(copy),
            str(copy),
            copy.testo("it"),
        )
        assert vars(error) == vars(copy)
