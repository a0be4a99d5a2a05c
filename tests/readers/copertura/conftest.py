"""A measure with one of everything that cases may cover."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model.readers.copertura import copertura
from casa_model.readers.copertura._cerca import cercato
from casa_model.rules.leggi import leggi_misura
from casa_model.rules.same import Same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casa_model.readers.copertura import Copertura, Punto, Ricerca
    from casa_model.rules.misura import Misura

TEXT = Path(__file__).with_name("regola.toml").read_text("utf-8")


@pytest.fixture(scope="session", autouse=True)
def _searched_once() -> Iterator[None]:
    """A point of one and the same measure is looked for once: it is most of the time of a test."""
    kept = cache(lambda same, punto: cercato(same.misura, punto))

    def once(misura: Misura, punto: Punto) -> Ricerca:
        return kept(Same(misura), punto)

    with pytest.MonkeyPatch.context() as patch:
        for room in ("_cerca", "_copertura"):
            patch.setattr(f"casa_model.readers.copertura.{room}.cercato", once)
        yield


@pytest.fixture(scope="session")
def regola() -> Misura:
    """The measure."""
    return leggi_misura(TEXT, file="regola.toml").valore


@pytest.fixture(scope="session")
def vuota(regola: Misura) -> Copertura:
    """Its coverage by no case at all."""
    return copertura(regola, ())


@pytest.fixture(scope="session")
def con() -> Callable[..., Misura]:
    """The measure with some pieces of its text replaced."""

    def build(*changes: tuple[str, str]) -> Misura:
        text = TEXT
        for old, new in changes:
            assert text.count(old) == 1
            text = text.replace(old, new)
        return leggi_misura(text, file="regola.toml").valore

    return build
