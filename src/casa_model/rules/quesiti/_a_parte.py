"""The faults of one sentence, apart from those of its page."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from casa_model.errors import Faults

if TYPE_CHECKING:
    from collections.abc import Generator

    from casa_model.values.sheet import Page


@contextmanager
def apart(page: Page) -> Generator[Faults]:
    """The faults of what is read meanwhile: they are not among those of the page."""
    told, page.faults = page.faults, Faults()
    try:
        yield page.faults
    finally:
        page.faults = told
