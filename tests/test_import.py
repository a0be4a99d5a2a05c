"""`import casa_model` is light: no library of an extra, and the public names are all there."""

from __future__ import annotations

import subprocess
import sys

import pytest

import casa_model

EXTRAS = ("click", "duckdb", "hypothesis", "numba", "psycopg", "pyarrow", "pyspark", "rich", "z3")


def test_importing_loads_no_library_of_an_extra() -> None:
    """Nor does it load cattrs, which only readers of files need."""
    code = "import sys, casa_model; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())

    assert set() == loaded & {*EXTRAS, "cattrs"}


@pytest.mark.parametrize("name", casa_model.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """`__all__` says what one may import."""
    assert getattr(casa_model, name) is not None
    assert name in dir(casa_model)


def test_a_name_that_is_not_public_is_missed_as_python_does() -> None:
    """`hasattr` works."""
    assert not hasattr(casa_model, "presidi_segreti")


def test_public_names_are_sorted() -> None:
    """One looks a name up where it should stand."""
    assert sorted(casa_model.__all__) == list(casa_model.__all__)
